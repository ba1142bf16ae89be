//! A tool is wholly in its folder, or not there at all.
//!
//! It is made in a folder beside, and renamed when it is complete. What an
//! earlier, interrupted attempt left is cleared away first.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::Setup;
use crate::failure::Failure;

/// The folder `name` under the tools, made by `fill` unless it is there already.
pub fn in_place(
    setup: &Setup,
    name: &str,
    remark: &str,
    fill: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    let tools = setup.project.tools();
    let folder = tools.join(name);
    let shown = setup.project.shown(&folder);
    if folder.is_dir() {
        setup.found(name, &shown);
        return Ok(folder);
    }
    let trouble =
        |error: io::Error| Failure::new(format!("cannot write in {}: {error}", tools.display()));
    fs::create_dir_all(&tools).map_err(trouble)?;
    let _one_at_a_time = lock(&tools).map_err(trouble)?;
    if folder.is_dir() {
        // Another task has just made it.
        return Ok(folder);
    }

    setup.install(name, &format!("{shown} {remark}"), || {
        let unfinished = tools.join(format!("{name}.unfinished"));
        clear(&unfinished).map_err(trouble)?;
        fs::create_dir(&unfinished).map_err(trouble)?;
        let filled =
            fill(&unfinished).and_then(|()| fs::rename(&unfinished, &folder).map_err(trouble));
        if filled.is_err() {
            // The failure is what the person has to read; a folder that cannot be
            // cleared now is cleared by the next attempt.
            let _ = clear(&unfinished);
        }
        filled
    })?;
    Ok(folder)
}

/// Held until it is dropped: two tasks do not install at the same time.
fn lock(tools: &Path) -> io::Result<File> {
    let file = File::create(tools.join(".lock"))?;
    file.lock()?;
    Ok(file)
}

fn clear(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn scratch(name: &str) -> Project {
        let target = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        clear(&target).expect("a scratch folder can be cleared");
        Project { root: target.clone(), target }
    }

    #[test]
    fn a_tool_that_fails_half_way_leaves_nothing_and_can_be_tried_again() {
        let project = scratch("half-way");
        let setup = Setup::new(&project);
        let failed = in_place(&setup, "saw-1", "", |folder| {
            fs::write(folder.join("half"), "").expect("the folder is there");
            Err(Failure::new("no more wood"))
        });
        let told = failed.expect_err("it failed").to_string();
        assert_eq!(told, "installing saw-1: no more wood");
        let tools = project.tools();
        assert!(!tools.join("saw-1").exists() && !tools.join("saw-1.unfinished").exists());

        // As if the next attempt had been cut off by a power failure.
        fs::create_dir(tools.join("saw-1.unfinished")).expect("the folder is free");
        fs::write(tools.join("saw-1.unfinished/half"), "").expect("the folder is there");
        let folder = in_place(&setup, "saw-1", "", |folder| {
            assert!(!folder.join("half").exists(), "the old attempt is cleared away");
            fs::write(folder.join("whole"), "").map_err(|error| Failure::new(error.to_string()))
        })
        .expect("the second attempt succeeds");
        assert!(folder.join("whole").exists());

        in_place(&setup, "saw-1", "", |_| panic!("it is there already")).expect("found");
        clear(&project.target).expect("a scratch folder can be cleared");
    }
}
