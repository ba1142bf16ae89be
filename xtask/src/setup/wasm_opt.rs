//! wasm-opt, which makes the wasm smaller: on PATH, or from npm's `binaryen`.

use std::path::PathBuf;
use std::process::Command;

use super::{Setup, place};
use crate::failure::Failure;
use crate::run;

const VERSION: &str = "132.0.0";

/// The folder that has `wasm-opt`.
pub fn find_or_install(setup: &Setup) -> Result<PathBuf, Failure> {
    if let Some(program) = run::find("wasm-opt") {
        setup.found("wasm-opt", &program.display().to_string());
        return Ok(program.parent().map(PathBuf::from).unwrap_or_default());
    }
    let name = format!("binaryen-{VERSION}");
    let folder = place::in_place(setup, &name, "(wasm-opt, from npm)", |folder| {
        let Some(npm) = run::find("npm") else {
            return Err(Failure::new(
                "there is neither wasm-opt nor npm on PATH. Install binaryen, which has wasm-opt, or Node.js, which has npm.",
            ));
        };
        let mut install = Command::new(npm);
        install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
        install.arg(folder).arg(format!("binaryen@{VERSION}"));
        run::show(&mut install)
    })?;
    Ok(folder.join("node_modules").join(".bin"))
}
