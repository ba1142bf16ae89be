//! The early search (`src/early.rs`), built into a site. Trunk does not: it would build it each time the page is worked
//! on, which has none.

use std::path::Path;

use super::{read, write};
use crate::failure::Failure;
use crate::project::Project;
use crate::run;
use crate::setup::{Setup, TRIPLE};

const SCRIPT: &str = "early.js";
const PROGRAM: &str = "early_bg.wasm";

/// What `index.html` says for the others.
const OPTIONS: [&str; 4] =
    ["-Oz", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=0"];

/// Builds it into the folder, as Trunk does the other workers (`index.html`).
pub fn build(folder: &Path) -> Result<(), Failure> {
    let project = Project::open()?;
    let workshop = Setup::new(&project).for_release()?;
    let mut cargo = workshop.cargo()?;
    cargo.args(["build", "--offline", "--target", TRIPLE, "--profile", "site", "--bin", "early"]);
    cargo.args(["--no-default-features", "--features", "early"]).current_dir(&project.root);
    run::show(&mut cargo)?;
    let made = project.target.join(TRIPLE).join("site");
    let bound = made.join("early");
    let mut bindgen = workshop.tool("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run::show(bindgen.arg(&bound).arg(made.join("early.wasm")))?;
    let mut opt = workshop.tool("wasm-opt")?;
    opt.arg(format!("--output={}", folder.join(PROGRAM).display())).args(OPTIONS);
    run::show(opt.arg(bound.join(PROGRAM)))?;
    write(&folder.join(SCRIPT), &read(&bound.join(SCRIPT))?)
}
