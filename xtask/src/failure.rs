//! Why a task did not come to its end, in words for the person who ran it.

use std::fmt;

/// What happened, where, and the way out. Never empty.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(what: impl Into<String>) -> Self {
        Failure(what.into())
    }

    /// The same failure, said to have happened while `doing` something.
    pub fn during(self, doing: &str) -> Self {
        Failure(format!("{doing}: {}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
