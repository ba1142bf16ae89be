//! The articles before and after the open one.

use super::{State, Turn};

impl State {
    /// The id and the title of the article before or after the open one: of the results where
    /// something is sought, else of all. `None` at the end, or where the open one is not of them.
    pub fn neighbour(&self, turn: Turn) -> Option<(&str, &str)> {
        let open = self.view.doc.as_deref()?;
        let found = self.results().filter(|_| !self.view.query.trim().is_empty());
        match found.filter(|found| !found.docs.is_empty()) {
            Some(found) => {
                beside(found.docs.iter().map(|of| (of.id.as_str(), of.title.as_str())), open, turn)
            }
            None => {
                let all = self.contents.as_ref()?.iter();
                beside(all.map(|of| (of.id.as_str(), of.title.as_str())), open, turn)
            }
        }
    }
}

/// What stands before or after the one of the id `open` in a list of ids and titles.
fn beside<'a>(
    mut list: impl Iterator<Item = (&'a str, &'a str)>,
    open: &str,
    turn: Turn,
) -> Option<(&'a str, &'a str)> {
    let mut before = None;
    while let Some(one) = list.next() {
        if one.0 == open {
            return match turn {
                Turn::Back => before,
                Turn::On => list.next(),
            };
        }
        before = Some(one);
    }
    None
}
