//! Measures the built site, in a browser as a reader has it.

use std::process::Command;

use crate::failure::Failure;
use crate::project::{self, Project};
use crate::run;
use crate::setup::Setup;
use crate::site;

pub fn run(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let setup = Setup::new(project);
    let browser = setup.browser()?;
    // A hundred packages that nothing else needs.
    let is_judged = arguments.is_empty() || arguments.iter().any(|name| name == "lighthouse");
    let lighthouse = if is_judged { Some(setup.lighthouse()?) } else { None };
    site::build(project, &[])?;
    let mut bench = Command::new(project::cargo());
    bench.args(["bench", "--bench", "bench", "--"]).args(arguments);
    bench.env("JIANYUE_DIST", project.dist()).current_dir(&project.root);
    if let Some(lighthouse) = lighthouse {
        bench.env("JIANYUE_LIGHTHOUSE", lighthouse);
    }
    browser.lend_to(&mut bench, project)?;
    run::show(&mut bench)
}
