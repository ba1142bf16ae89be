//! The page that says under which licences the site and the command line are: the notices of texts and data,
//! and the licences of the linked libraries, collected by cargo-about from the crates themselves.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::project::Project;
use crate::run;
use crate::setup::Setup;

/// Where the notices go in.
const PLACE: &str = "@NOTICE@";

/// Writes `licences/third-party.html` anew.
pub fn write(project: &Project) -> Result<(), Failure> {
    let program = Setup::new(project).licences()?;
    let folder = project.root.join("licences");
    let read = |path: PathBuf| {
        fs::read_to_string(&path)
            .map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display())))
    };
    let notice = read(project.root.join("NOTICE"))?;
    let mut about = Command::new(program);
    // Setup has fetched the crates of all systems; what is not in them is not looked for elsewhere.
    about.args(["generate", "--frozen", "--fail", "--config"]).arg(folder.join("about.toml"));
    about.arg(folder.join("page.hbs")).current_dir(&project.root);
    let page = with_notice(&run::read(&mut about)?, &notice).map_err(Failure::new)?;
    let file = folder.join("third-party.html");
    fs::write(&file, page)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", file.display())))?;
    println!("{} is written", project.shown(&file));
    Ok(())
}

/// The page with the notices in their place, and the same line ends everywhere.
fn with_notice(page: &str, notice: &str) -> Result<String, String> {
    let notice = notice.trim_end().replace('&', "&amp;").replace('<', "&lt;");
    let (before, after) =
        page.split_once(PLACE).ok_or(format!("licences/page.hbs has no {PLACE}"))?;
    let page = format!("{before}{notice}{after}");
    Ok(page.lines().map(|line| line.trim_end().to_owned() + "\n").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_are_text_in_their_place() {
        let page = with_notice("<pre>\r\n@NOTICE@\r\n</pre>  ", "A & B <c>\n").expect("a place");
        assert_eq!(page, "<pre>\nA &amp; B &lt;c>\n</pre>\n");
        assert!(with_notice("<pre></pre>", "A").is_err());
    }
}
