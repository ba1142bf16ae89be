//! What was typed becomes what is looked for. Total: anything typed is a query.

use super::text::Fold;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The folded string; empty if nothing was typed that could be found.
    pub needle: String,
}

impl Query {
    /// Reads what was typed: all of it is one string to be found as it stands, folded.
    pub fn new(typed: &str, fold: &Fold) -> Query {
        Query { needle: fold.text(typed) }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.needle.is_empty()
    }
}
