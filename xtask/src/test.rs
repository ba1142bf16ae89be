//! Every test: native, wasm in a browser, end to end.
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

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suite {
    /// The engine, the state, the components' HTML, and this task runner.
    Native,
    /// What only a browser has: storage, events, the worker.
    Browser,
    /// A person's way through the built site.
    EndToEnd,
}

const ALL: [Suite; 3] = [Suite::Native, Suite::Browser, Suite::EndToEnd];

pub fn run(project: &Project, suites: &[Suite]) -> Result<(), Failure> {
    let mut results: Vec<(Suite, Duration, Result<(), Failure>)> = Vec::new();
    for suite in suites {
        println!("\n━━ {} ━━\n", suite.title());
        let start = Instant::now();
        let result = suite.run(project);
        if let Err(failure) = &result {
            eprintln!("\n{}: {failure}", suite.title());
        }
        results.push((*suite, start.elapsed(), result));
    }

    println!("\n━━ summary ━━\n");
    for (suite, time, result) in &results {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{word}  {:>7.1} s  {}", time.as_secs_f64(), suite.title());
    }
    match results.iter().filter(|(_, _, result)| result.is_err()).count() {
        0 => Ok(()),
        failed => Err(Failure::new(format!("{failed} of {} kinds of tests failed", results.len()))),
    }
}

impl Suite {
    /// The kinds of tests that the arguments name: all of them where there are none.
    pub fn chosen(arguments: &[String]) -> Result<Vec<Suite>, String> {
        if arguments.is_empty() {
            return Ok(ALL.to_vec());
        }
        let named = |argument: &String| {
            let suite = ALL.into_iter().find(|suite| suite.name() == argument);
            suite.ok_or_else(|| format!("there are no tests called `{argument}`"))
        };
        arguments.iter().map(named).collect()
    }

    fn name(self) -> &'static str {
        match self {
            Suite::Native => "native",
            Suite::Browser => "browser",
            Suite::EndToEnd => "e2e",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Suite::Native => "native tests",
            Suite::Browser => "wasm tests in a browser",
            Suite::EndToEnd => "end-to-end tests of the built site",
        }
    }

    fn run(self, project: &Project) -> Result<(), Failure> {
        let mut tests = match self {
            Suite::Native => native(),
            Suite::Browser => in_browser(project)?,
            Suite::EndToEnd => end_to_end(project)?,
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
    let mut tests = workshop.cargo()?;
    tests
        .args(["test", "--target", "wasm32-unknown-unknown", "--test", "browser"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            workshop.program("wasm-bindgen-test-runner")?,
        )
        // In seconds; its 20 are short for a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    browser.lend_to(&mut tests, project)?;
    Ok(tests)
}

fn end_to_end(project: &Project) -> Result<Command, Failure> {
    let browser = Setup::new(project).browser()?;
    site::build(project, &[])?;
    let mut tests = Command::new(project::cargo());
    tests.args(["test", "--test", "e2e"]).env("JIANYUE_DIST", project.dist());
    browser.lend_to(&mut tests, project)?;
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_choose_the_tests() {
        let chosen = |words: &[&str]| {
            Suite::chosen(&words.iter().map(|word| word.to_string()).collect::<Vec<_>>())
        };
        assert_eq!(chosen(&[]), Ok(ALL.to_vec()));
        assert_eq!(chosen(&["e2e", "native"]), Ok(vec![Suite::EndToEnd, Suite::Native]));
        assert_eq!(chosen(&["native", "all"]), Err("there are no tests called `all`".to_owned()));
    }
}
