//! Every test: native, wasm in a browser, end to end on the built site, and that it is built the same twice.
//!
//! All of them run even when one has failed, so that one run tells everything.
//! A kind of test whose tools are missing has failed; none is ever skipped.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::project::{self, Project};
use crate::run;
use crate::setup::Setup;
use crate::site;
use crate::twice;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The engine, the state, the components' HTML, and this task runner.
    Native,
    /// What only a browser has, in wasm.
    Browser,
    /// The site that the next step visits.
    Site,
    /// A person's way through the site.
    EndToEnd,
    /// The site built again is the same.
    Twice,
}

pub fn run(project: &Project, steps: &[Step]) -> Result<(), Failure> {
    let mut results: Vec<(Step, Duration, bool)> = Vec::new();
    for step in steps {
        println!("\n━━ {} ━━\n", step.title());
        let start = Instant::now();
        let no_site = results.iter().any(|(done, _, passed)| *done == Step::Site && !passed);
        let result = if matches!(step, Step::EndToEnd | Step::Twice) && no_site {
            // An older site may be there; tests of that would tell nothing.
            Err(Failure::new("there is no site to test"))
        } else {
            step.run(project)
        };
        if let Err(failure) = &result {
            eprintln!("\n{}: {failure}", step.title());
        }
        results.push((*step, start.elapsed(), result.is_ok()));
    }

    println!("\n━━ summary ━━\n");
    for (step, time, passed) in &results {
        let word = if *passed { "passed" } else { "FAILED" };
        println!("{word}  {:>7.1} s  {}", time.as_secs_f64(), step.title());
    }
    match results.iter().filter(|(_, _, passed)| !passed).count() {
        0 => Ok(()),
        failed => Err(Failure::new(format!("{failed} of {} steps failed", results.len()))),
    }
}

impl Step {
    /// The steps that the arguments name: all of them where there are none.
    pub fn chosen(arguments: &[String]) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        for argument in arguments {
            match argument.as_str() {
                "native" => steps.push(Step::Native),
                "browser" => steps.push(Step::Browser),
                "e2e" => steps.extend([Step::Site, Step::EndToEnd]),
                "twice" => steps.extend([Step::Site, Step::Twice]),
                other => return Err(format!("there are no tests called `{other}`")),
            }
        }
        if steps.is_empty() {
            steps = vec![Step::Native, Step::Browser, Step::Site, Step::EndToEnd, Step::Twice];
        }
        Ok(steps)
    }

    fn title(self) -> &'static str {
        match self {
            Step::Native => "native tests",
            Step::Browser => "wasm tests in a browser",
            Step::Site => "building the site",
            Step::EndToEnd => "end-to-end tests of the site",
            Step::Twice => "the site built again",
        }
    }

    fn run(self, project: &Project) -> Result<(), Failure> {
        let mut tests = match self {
            Step::Native => native(),
            Step::Browser => in_browser(project)?,
            Step::Site => return site::build(project, &[]),
            Step::EndToEnd => end_to_end(project, &[])?,
            Step::Twice => return twice::run(project),
        };
        tests.current_dir(&project.root).stdin(Stdio::null());
        run::show(&mut tests)
    }
}

fn native() -> Command {
    let mut tests = Command::new(project::cargo());
    tests.args(["test", "--workspace"]);
    tests
}

fn in_browser(project: &Project) -> Result<Command, Failure> {
    let setup = Setup::new(project);
    let browser = setup.browser()?;
    let workshop = setup.for_wasm_tests()?;
    let runner = workshop.program("wasm-bindgen-test-runner")?;
    let mut tests = workshop.cargo()?;
    tests
        .args(["test", "--target", "wasm32-unknown-unknown", "--test", "browser"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        // In seconds; its own 20 are short for a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    browser.lend_to(&mut tests, project)?;
    Ok(tests)
}

/// The end-to-end tests with some of cargo's arguments.
fn end_to_end(project: &Project, arguments: &[&str]) -> Result<Command, Failure> {
    let setup = Setup::new(project);
    let mut tests = Command::new(project::cargo());
    tests.args(["test", "--test", "e2e"]).args(arguments);
    tests.env("JIANYUE_DIST", project.dist()).env("JIANYUE_AXE", setup.axe()?);
    setup.firefox()?.lend_to(&mut tests);
    setup.browser()?.lend_to(&mut tests, project)?;
    Ok(tests)
}

/// Pictures of every view, under the target folder. They are taken by the tests that judge each.
pub fn screenshots(project: &Project) -> Result<(), Failure> {
    let folder = project.target.join("screenshots");
    site::build(project, &[])?;
    let mut tests = end_to_end(project, &["axe::"])?;
    tests.env("JIANYUE_SCREENSHOTS", &folder).current_dir(&project.root);
    run::show(&mut tests)?;
    println!("The pictures are in {}", project.shown(&folder));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_choose_the_tests() {
        let chosen = |words: &[&str]| {
            Step::chosen(&words.iter().map(|word| word.to_string()).collect::<Vec<_>>())
        };
        assert_eq!(chosen(&["native"]), Ok(vec![Step::Native]));
        assert_eq!(chosen(&["e2e"]), Ok(vec![Step::Site, Step::EndToEnd]));
        assert_eq!(chosen(&[]).map(|steps| steps.len()), Ok(5));
        assert_eq!(chosen(&["native", "all"]), Err("there are no tests called `all`".to_owned()));
    }
}
