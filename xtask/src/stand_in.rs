//! A stand-in for wasm-opt, for machines where it cannot be had.
//!
//! Trunk reads from `index.html` alone whether to run wasm-opt, and fails where
//! it is missing. So this program, copied under the name `wasm-opt` and put on
//! PATH, takes its place: it hands the wasm through as it is, and the site is
//! built, only bigger.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::Project;

const NAME: &str = "wasm-opt";

pub fn called_as_wasm_opt() -> bool {
    env::args_os()
        .next()
        .is_some_and(|program| Path::new(&program).file_stem().is_some_and(|stem| stem == NAME))
}

/// What Trunk asks of wasm-opt: its version, or `--output=PATH`, options, and
/// the file to read.
pub fn copy() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--version") {
        println!("{NAME} version 0 (stand-in)");
        return Ok(());
    }
    let output = arguments.iter().find_map(|argument| argument.strip_prefix("--output="));
    let input = arguments.iter().find(|argument| !argument.starts_with('-'));
    let (Some(input), Some(output)) = (input, output) else {
        return Err(Failure::new(
            "the stand-in for wasm-opt knows only `--output=PATH INPUT`, as Trunk calls it",
        ));
    };
    fs::copy(input, output)
        .map(|_| ())
        .map_err(|error| Failure::new(format!("cannot copy {input} to {output}: {error}")))
}

/// Puts the stand-in in its place; returns the folder to have on PATH.
pub fn place(project: &Project) -> Result<PathBuf, Failure> {
    let folder = project.tools().join("no-wasm-opt");
    let program = folder.join(format!("{NAME}{}", env::consts::EXE_SUFFIX));
    let placed = fs::create_dir_all(&folder)
        .and_then(|()| env::current_exe())
        .and_then(|this| fs::copy(this, &program));
    match placed {
        Ok(_) => Ok(folder),
        Err(error) => Err(Failure::new(format!("cannot write {}: {error}", program.display()))),
    }
}
