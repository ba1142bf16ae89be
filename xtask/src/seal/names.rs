//! Names of what files hold, so that a host can tell browsers to keep them for ever, and no file of an
//! older site is ever taken for one of this. Trunk names the program and the style so; here it is done
//! for what the page's own links name: the workers, and the lists of readings.

use std::fs;
use std::path::Path;

use super::digest::Digest;
use super::{read, write};
use crate::failure::Failure;

/// The kinds of links of the page whose files get such names (`src/ui/hooks/parts.rs` reads them).
const KINDS: [&str; 5] = [ENGINE, EARLY, "converter", "workshop", "readings"];
const ENGINE: &str = "engine";
pub const EARLY: &str = "early";

/// A page with the new names of its files, and which of these the engine is, and the early search.
pub struct Named {
    pub page: String,
    pub engine: Vec<String>,
    pub early: Vec<String>,
}

/// Renames the files in `folder` that the page links to.
pub fn named(page: &str, folder: &Path) -> Result<Named, Failure> {
    let (mut named, mut engine, mut early) = (page.to_owned(), Vec::new(), Vec::new());
    for kind in KINDS {
        let paths = linked(page, kind);
        if paths.is_empty() && kind == EARLY {
            // There is none over many texts.
            continue;
        }
        if paths.is_empty() {
            return Err(Failure::new(format!(
                "index.html has no <link rel=\"{kind}\" href=\"./…\">"
            )));
        }
        for path in paths {
            let new = rename(folder, path)?;
            let kind_of_file = if path.ends_with(".js") { " type=\"module\"" } else { "" };
            let new_link = format!("\"./{}\"{kind_of_file}", new[0]);
            named = named.replace(&format!("\"./{path}\""), &new_link);
            match kind {
                ENGINE => engine.extend(new),
                EARLY => early.extend(new),
                _ => {}
            }
        }
    }
    Ok(Named { page: named, engine, early })
}

/// The paths, below the page's folder, of its links of a kind.
pub fn linked<'a>(page: &'a str, kind: &str) -> Vec<&'a str> {
    let opening = format!("<link rel=\"{kind}\" href=\"./");
    page.split(&opening).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// What starts a program, in the script that wasm-bindgen makes for it.
const START: &str = "__wbg_init";

/// Gives a file its name; of a program's script, the program that it names first, and lets it start the
/// program by itself. Answers the new name, and that of the program.
fn rename(folder: &Path, path: &str) -> Result<Vec<String>, Failure> {
    let mut bytes = read(&folder.join(path))?;
    let mut names = Vec::new();
    if let Some(script) = path.strip_suffix(".js") {
        let program = format!("{script}_bg.wasm");
        let text = String::from_utf8_lossy(&bytes);
        if let Some(missing) =
            [format!("'{program}'"), format!("{START}(")].iter().find(|part| !text.contains(*part))
        {
            return Err(Failure::new(format!("{path} does not name {missing}")));
        }
        names = rename(folder, &program)?;
        bytes = (text.replace(&program, &names[0]) + &format!("\n{START}();\n")).into_bytes();
    }
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    names.insert(0, replace(folder, path, stem, ending, &bytes)?);
    Ok(names)
}

/// Writes these bytes under a name of what they hold, and removes the file whose place they take. Answers the name.
pub fn replace(
    folder: &Path,
    path: &str,
    stem: &str,
    ending: &str,
    bytes: &[u8],
) -> Result<String, Failure> {
    let new = format!("{stem}-{}.{ending}", Digest::of(bytes).short());
    write(&folder.join(&new), bytes)?;
    let old = folder.join(path);
    fs::remove_file(&old)
        .map_err(|error| Failure::new(format!("cannot remove {}: {error}", old.display())))?;
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link rel=\"engine\" href=\"./worker.js\"><link rel=\"readings\" href=\"./pinyin/a.txt\">\
        <link rel=\"readings\" href=\"./pinyin/b.txt\"><link rel=\"converter\" href=\"./worker.js\">";

    #[test]
    fn the_links_of_a_kind_are_found_in_their_order() {
        assert_eq!(linked(PAGE, "engine"), ["worker.js"]);
        assert_eq!(linked(PAGE, "readings"), ["pinyin/a.txt", "pinyin/b.txt"]);
        assert_eq!(linked(PAGE, "workshop"), [""; 0]);
    }

    #[test]
    fn a_script_is_named_after_itself_and_its_program() {
        let folder = std::env::temp_dir().join(format!("jianyue-names-{}", std::process::id()));
        let name = |program: &str| {
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(
                folder.join("worker.js"),
                "function __wbg_init() { new URL('worker_bg.wasm') }",
            )
            .expect("written");
            fs::write(folder.join("worker_bg.wasm"), program).expect("written");
            let names = rename(&folder, "worker.js").expect("renamed");
            let [script, program] = &names[..] else { panic!("two names") };
            let text = fs::read_to_string(folder.join(script)).expect("there");
            assert_eq!(
                text,
                format!("function __wbg_init() {{ new URL('{program}') }}\n__wbg_init();\n")
            );
            assert!(folder.join(program).is_file() && !folder.join("worker.js").exists());
            fs::remove_dir_all(&folder).expect("removed");
            script.clone()
        };
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("another"), "the script of another program has another name");
    }
}
