//! trunk, wasm-bindgen, cargo-about and geckodriver: on PATH in the right version, or built by cargo.

use std::path::PathBuf;
use std::process::Command;

use super::{Setup, place};
use crate::failure::Failure;
use crate::project;
use crate::run;

/// A package with programs in it, which cargo builds.
pub struct CargoTool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Those of its features that it is built with.
    features: &'static [&'static str],
    opt_level: &'static str,
}

/// 0.21.14 is the last that Rust 1.95 builds; 0.22 wants 1.96.1.
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        version: "0.21.14".to_owned(),
        programs: &["trunk"],
        features: &[],
        // It mostly waits for others: optimised, it is not measurably faster.
        opt_level: "0",
    }
}

pub fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        features: &[],
        // It runs at each build: 3 s for a debug build of the app, 17 s with "0".
        opt_level: "1",
    }
}

/// It collects the licences of the crates.
pub fn cargo_about() -> CargoTool {
    CargoTool {
        package: "cargo-about",
        version: "0.9.3".to_owned(),
        programs: &["cargo-about"],
        features: &["cli"],
        // It compares each text with all licences there are, once in a long while.
        opt_level: "1",
    }
}

/// It drives Firefox for the tests, and mostly waits for it.
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        programs: &["geckodriver"],
        features: &[],
        opt_level: "0",
    }
}

/// The tools are built once and run for seconds, so what counts is the time to
/// build them: with their default features and cargo's own release settings it
/// is twice as long.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "true"),
];

/// The folder of the tool's programs.
pub fn find_or_install(setup: &Setup, tool: &CargoTool) -> Result<PathBuf, Failure> {
    let name = format!("{}-{}", tool.package, tool.version);
    if let Some(folder) = tool.on_path() {
        setup.found(&name, &folder.display().to_string());
        return Ok(folder);
    }
    let folder =
        place::in_place(setup, &name, "(cargo builds it: some minutes, once)", |folder| {
            let build = folder.join("build");
            let mut install = Command::new(project::cargo());
            install.args(["install", "--locked", "--no-default-features"]);
            for program in tool.programs {
                install.args(["--bin", program]);
            }
            for feature in tool.features {
                install.args(["--features", feature]);
            }
            install.arg("--root").arg(folder).arg(format!("{}@{}", tool.package, tool.version));
            install.env("CARGO_TARGET_DIR", &build).envs(QUICK);
            install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level);
            // Else cargo advises to put a folder on PATH that is about to be renamed.
            install.env("PATH", run::path_with(&[folder.join("bin")])?);
            run::show(&mut install)?;
            std::fs::remove_dir_all(&build).map_err(|error| {
                Failure::new(format!("cannot remove {}: {error}", build.display()))
            })
        })?;
    Ok(folder.join("bin"))
}

impl CargoTool {
    /// The folder on PATH that holds all its programs in just this version.
    fn on_path(&self) -> Option<PathBuf> {
        let mut folder = None;
        for program in self.programs {
            let path = run::find(program)?;
            let said = run::read(Command::new(&path).arg("--version")).ok()?;
            if !says_version(&said, &self.version) {
                return None;
            }
            folder = Some(path.parent()?.to_owned());
        }
        folder
    }
}

/// Whether `said`, like "trunk 0.21.14" or "wasm-bindgen 0.2.126 (abc)", names `version`.
fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_same_or_another() {
        assert!(says_version("trunk 0.21.14", "0.21.14"));
        assert!(says_version("wasm-bindgen 0.2.126 (1a2b3c)", "0.2.126"));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
        assert!(!says_version("0.21.14", "0.21.14"));
        assert!(!says_version("", "0.21.14"));
    }
}
