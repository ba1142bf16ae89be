//! The first screen of the page: the list of articles, so that it is seen before the program is there. The
//! command line makes it, by the same components as the program.

use std::process::Command;

use crate::failure::Failure;
use crate::run;

/// The line of the page that it takes the place of.
const BEFORE: &str = "<div class=\"app\"><header class=\"masthead\"><span class=\"brand\">检阅</span></header></div>";

/// The page with the list in it.
pub fn with_list(page: &str) -> Result<String, Failure> {
    if !page.contains(BEFORE) {
        return Err(Failure::new(format!("index.html has no line {BEFORE}")));
    }
    let mut list = Command::new("cargo");
    list.args(["run", "--quiet", "--locked", "--bin", "jianyue", "--", "first-screen"]);
    Ok(page.replacen(BEFORE, run::read(&mut list)?.trim(), 1))
}
