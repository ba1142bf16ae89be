//! The app served while it is worked on, and the static site.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::{self, Project};
use crate::run;
use crate::setup::Setup;

/// Serves the app until it is interrupted. Trunk prints the address.
pub fn serve(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let setup = Setup::new(project);
    // Only a release build goes through wasm-opt.
    let release = arguments.iter().any(|argument| argument == "--release");
    let workshop = if release { setup.for_release()? } else { setup.for_serving()? };
    let mut trunk = workshop.trunk()?;
    trunk.args(["serve", "--offline"]).args(arguments).current_dir(&project.root);
    // Else Trunk also prints every name the machine thinks it has.
    trunk.env("TRUNK_SERVE_DISABLE_ADDRESS_LOOKUP", "true");
    run::show(&mut trunk)
}

/// The site as one page, beside the site.
const SINGLE: &str = "jianyue.html";

/// Builds the site in `dist/`, over the texts of `seeds/` or, after `--seeds`, of another folder; after
/// `--single-file` also as one page. A place for it, or its address, can be given in Trunk's arguments.
pub fn build(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let (seeds, mut arguments) = seeds(arguments).map_err(Failure::new)?;
    let is_single = arguments.iter().any(|argument| argument == "--single-file");
    arguments.retain(|argument| argument != "--single-file");
    let at = arguments.iter().position(|argument| argument == "--dist");
    let dist = at.and_then(|at| arguments.get(at + 1)).map_or(project.dist(), PathBuf::from);
    let mut trunk = Setup::new(project).for_release()?.trunk()?;
    trunk.args(["build", "--release", "--offline"]).args(arguments).current_dir(&project.root);
    let mut single = project::jianyue("single");
    single.arg(&dist).arg(dist.join(SINGLE)).current_dir(&project.root);
    if is_single {
        // For `src/publish/`: the page leads to it.
        trunk.env("JIANYUE_SINGLE", SINGLE);
    }
    if let Some(folder) = seeds {
        let folder = Path::new(&folder);
        let whole = folder.canonicalize().ok().filter(|whole| whole.is_dir()).ok_or_else(|| {
            Failure::new(format!("--seeds: there is no folder {}", folder.display()))
        })?;
        // For `src/build.rs`.
        trunk.env("JIANYUE_SEEDS", &whole);
        single.env("JIANYUE_SEEDS", &whole);
    }
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", project.nameless());
    run::show(&mut trunk)?;
    if is_single { run::show(&mut single) } else { Ok(()) }
}

/// The folder after `--seeds`, if it is there, and the other arguments.
fn seeds(arguments: &[String]) -> Result<(Option<String>, Vec<String>), String> {
    let (mut seeds, mut others) = (None, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--seeds") {
            Some("") => {
                let folder = arguments.next().ok_or("--seeds: name a folder of texts after it")?;
                seeds = Some(folder.clone());
            }
            Some(rest) if rest.starts_with('=') => seeds = Some(rest[1..].to_owned()),
            _ => others.push(argument.clone()),
        }
    }
    Ok((seeds, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_texts_is_taken_out_of_the_arguments() {
        let told =
            |words: &[&str]| seeds(&words.iter().map(|word| word.to_string()).collect::<Vec<_>>());
        let others = |words: &[&str]| words.iter().map(|word| word.to_string()).collect();
        assert_eq!(told(&["--dist", "x"]), Ok((None, others(&["--dist", "x"]))));
        assert_eq!(told(&["--seeds", "a", "-v"]), Ok((Some("a".to_owned()), others(&["-v"]))));
        assert_eq!(told(&["--seeds=a b"]), Ok((Some("a b".to_owned()), Vec::new())));
        assert!(told(&["--seeds"]).is_err());
    }
}
