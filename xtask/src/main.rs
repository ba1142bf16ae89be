//! `cargo xtask`: everything a person or a machine does with this project.
//!
//! - [`setup`] finds the tools, or installs them under the target folder
//! - [`site`] serves the app, or builds the static site in `dist/`; [`seal`] ends that
//! - [`test`] runs every test: native, wasm in a browser, end to end
//! - [`twice`] builds it again, and compares
//! - [`bench`] measures the built site in a browser
//! - [`licences`] collects those of all that is linked
//! - [`project`] knows where the project's folders are
//! - [`run`] runs other programs and says what became of them
//! - [`stand_in`] lets a site be built where there is no wasm-opt
//!
//! It depends on nothing but Rust's own library, so that it is there at once
//! on a machine that has nothing else yet.

mod bench;
mod failure;
mod licences;
mod project;
mod run;
mod seal;
mod setup;
mod site;
mod stand_in;
mod test;
mod twice;

use std::env;
use std::process::ExitCode;

use failure::Failure;
use project::Project;
use setup::Setup;

const USAGE: &str = "\
Usage: cargo xtask <command> [arguments]

  serve [trunk's arguments]     serve the app and rebuild it on every change
                                (--port 8081, --open, --release …)
  build [--seeds DIR] [--single-file] [trunk's arguments]
                                build the static site in dist/, over seeds/ or another folder;
                                also as one page that opens from the disk
  test [native|browser|e2e|twice]
                                run every test, or one kind of them
  bench [arguments]             measure the built site
  screenshots                   a picture of every view, theme and width of it
  licences                      write licences/third-party.html anew, when Cargo.lock has changed
  setup                         find or install all the tools, and say where they are

Each command first sets up what it needs and does not find. The tools go under
target/tools; `cargo clean` removes them. Nothing else on the machine is changed,
but for Debian's packages where a tool can be had no other way, and rustup's
wasm32-unknown-unknown target.";

fn main() -> ExitCode {
    if stand_in::called_as_wasm_opt() {
        return finish(stand_in::copy());
    }
    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match command.as_str() {
        "setup" if rest.is_empty() => {
            finish(on_project(|project| Setup::aloud(project).everything()))
        }
        "serve" => finish(on_project(|project| site::serve(project, &rest))),
        "build" => finish(on_project(|project| site::build(project, &rest))),
        "test" => match test::Step::chosen(&rest) {
            Ok(steps) => finish(on_project(|project| test::run(project, &steps))),
            Err(reason) => misused(&reason),
        },
        "screenshots" if rest.is_empty() => finish(on_project(test::screenshots)),
        "licences" if rest.is_empty() => finish(on_project(licences::write)),
        // Trunk's to call: the last step of `build`.
        "seal" if rest.is_empty() => finish(seal::seal()),
        "bench" => finish(on_project(|project| bench::run(project, &rest))),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        "" => misused("no command given"),
        "setup" | "screenshots" | "licences" => misused(&format!("`{command}` takes no arguments")),
        other => misused(&format!("there is no command `{other}`")),
    }
}

fn on_project(work: impl FnOnce(&Project) -> Result<(), Failure>) -> Result<(), Failure> {
    work(&Project::open()?)
}

fn finish(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\ncargo xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// A command that was typed wrongly: the reason, the usage, exit status 2.
fn misused(reason: &str) -> ExitCode {
    eprintln!("cargo xtask: {reason}\n\n{USAGE}");
    ExitCode::from(2)
}
