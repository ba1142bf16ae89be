//! The app served while it is worked on, and the static site.

use crate::failure::Failure;
use crate::project::Project;
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

/// Builds the site in `dist/`. A place for it, or its address, can be given in Trunk's arguments.
pub fn build(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let mut trunk = Setup::new(project).for_release()?.trunk()?;
    trunk.args(["build", "--release", "--offline"]).args(arguments).current_dir(&project.root);
    run::show(&mut trunk)
}
