//! The queries that led somewhere: a result of them was opened, or Enter was pressed. For each only
//! what was typed; how it was shown is of its time.

/// How many are kept.
const KEPT: usize = 12;

/// How many characters one has at most: a passage that was pasted is no query to come back to.
const LENGTH: usize = 80;

/// The queries, the last one first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recent(Vec<String>);

impl Recent {
    /// The queries of a text that [`to_text`](Recent::to_text) has made. Total: what could not be
    /// one is left out.
    pub fn parse(text: &str) -> Recent {
        let mut recent = Recent::default();
        for query in text.lines().rev() {
            recent.add(query);
        }
        recent
    }

    /// The queries as a text, each on its line.
    pub fn to_text(&self) -> String {
        self.0.join("\n")
    }

    /// The queries, the last one first.
    pub fn queries(&self) -> &[String] {
        &self.0
    }

    /// A query led somewhere.
    pub fn add(&mut self, query: &str) {
        let query = query.trim();
        if query.is_empty() || query.contains('\n') || query.chars().nth(LENGTH).is_some() {
            return;
        }
        self.0.retain(|known| known != query);
        self.0.insert(0, query.to_owned());
        self.0.truncate(KEPT);
    }
}
