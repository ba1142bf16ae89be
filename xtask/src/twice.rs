//! The site built a second time has to be the same, byte for byte: so that a host can be updated by what
//! differs, a reader's browser keeps what is the same, and anyone can check what is published.
//!
//! The second time all of this package is compiled, linked and packed anew; what it depends on is not.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::project::{self, Project};
use crate::run;
use crate::seal;
use crate::site;

/// Builds the site again and compares it with the one in `dist/`, which is of the same sources.
pub fn run(project: &Project) -> Result<(), Failure> {
    let mut clean = Command::new(project::cargo());
    clean.args(["clean", "--package", "jianyue", "--profile", "site"]);
    clean.args(["--target", "wasm32-unknown-unknown"]).current_dir(&project.root);
    run::show(&mut clean)?;
    let again = project.target.join("twice");
    let to = again.display().to_string();
    site::build(project, &["--dist".to_owned(), to])?;
    let (first, second) = (files(&project.dist())?, files(&again)?);
    let others = different(&first, &second);
    if others.is_empty() {
        println!("The same {} files as the first time.", first.len());
        return Ok(());
    }
    Err(Failure::new(format!(
        "built twice, the site is not the same: {}. Compare {} with {}; a file whose name has a hash is \
         another one where that differs",
        others.join(", "),
        project.shown(&project.dist()),
        project.shown(&again)
    )))
}

/// The paths of the files that are not in both, or not the same in both.
fn different(first: &Files, second: &Files) -> Vec<String> {
    let paths = first.keys().chain(second.keys().filter(|path| !first.contains_key(*path)));
    paths.filter(|path| first.get(*path) != second.get(*path)).cloned().collect()
}

/// The files of a folder by their paths below it.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Result<Files, Failure> {
    let paths = seal::paths(folder)?.into_iter();
    paths.map(|path| Ok((path.clone(), seal::read(&folder.join(path))?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_other_is_named() {
        let files = |files: &[(&str, &str)]| -> Files {
            files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect()
        };
        let first = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(different(&first, &first).is_empty());
        let second = files(&[("a", "1"), ("b", "other"), ("d", "3")]);
        assert_eq!(different(&first, &second), ["b", "c", "d"]);
    }
}
