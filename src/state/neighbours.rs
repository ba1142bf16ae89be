//! The articles before and after the open one.

use super::{State, Turn};

impl State {
    /// The id and the title of the article before or after the open one: of the results where
    /// something is sought, else of all. `None` at the end, or where the open one is not of them.
    pub fn neighbour(&self, turn: Turn) -> Option<(&str, &str)> {
        let open = self.view.doc.as_deref()?;
        let found = self.results().filter(|_| !self.view.query.trim().is_empty());
        match found.filter(|found| !found.docs.is_empty()) {
            Some(found) => beside(&found.docs, open, turn, |doc| (&doc.id, &doc.title)),
            None => beside(self.contents.as_ref()?, open, turn, |of| (&of.id, &of.title)),
        }
    }
}

/// The id and the title of what stands before or after `open` in a list.
fn beside<'a, T>(
    list: &'a [T],
    open: &str,
    turn: Turn,
    of: impl Fn(&'a T) -> (&'a str, &'a str),
) -> Option<(&'a str, &'a str)> {
    let at = list.iter().position(|one| of(one).0 == open)?;
    let to = match turn {
        Turn::Back => at.checked_sub(1)?,
        Turn::On => at + 1,
    };
    list.get(to).map(of)
}
