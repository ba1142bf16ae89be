//! Firefox for the end-to-end tests of the main paths, and its driver, which Rust's registry has.

use std::path::PathBuf;
use std::process::Command;

use super::browser::named_by;
use super::{Setup, cargo_tool, debian};
use crate::failure::Failure;
use crate::run;

const PACKAGES: [&str; 1] = ["firefox-esr"];

/// Debian's name first.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

pub struct Firefox {
    program: PathBuf,
    driver: PathBuf,
}

pub fn find_or_install(setup: &Setup) -> Result<Firefox, Failure> {
    let find = || -> Result<Option<PathBuf>, Failure> {
        Ok(named_by("FIREFOX")?.or_else(|| NAMES.iter().find_map(|name| run::find(name))))
    };
    let mut program = find()?;
    if program.is_none() && debian::is_here() {
        setup.install(PACKAGES[0], "Debian's package, another browser for the tests", || {
            debian::install(&PACKAGES)
        })?;
        program = find()?;
    }
    let program = program.ok_or_else(|| {
        Failure::new(
            "the tests also need Firefox, and there is none. Install it, or set FIREFOX to where it is.",
        )
    })?;
    setup.found("Firefox", &program.display().to_string());
    let driver = match named_by("GECKODRIVER")?.or_else(|| run::find("geckodriver")) {
        Some(driver) => driver,
        None => {
            let folder = cargo_tool::find_or_install(setup, &cargo_tool::geckodriver())?;
            run::find_among(&[folder], "geckodriver")
                .ok_or_else(|| Failure::new("there is no geckodriver where it was installed"))?
        }
    };
    setup.found("its driver", &driver.display().to_string());
    Ok(Firefox { program, driver })
}

impl Firefox {
    /// Tells `command`, which runs tests, where it is.
    pub fn lend_to(&self, command: &mut Command) {
        command.env("FIREFOX", &self.program).env("GECKODRIVER", &self.driver);
    }
}
