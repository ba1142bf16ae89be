//! How the open article is read aloud, above its lines.

use std::rc::Rc;

use super::State;
use crate::protocol::Ruby;

/// How a document is read aloud: its id, and for each block in reading order the pieces of its text;
/// `None` where what says so cannot be had.
pub type Rubies = (String, Option<Rc<[Vec<Ruby>]>>);

impl State {
    /// How the open page is read aloud, if that is to be shown; `None` while it is not there.
    pub fn ruby(&self) -> Option<&Rc<[Vec<Ruby>]>> {
        self.rubies()?.as_ref()
    }

    /// Whether it is to be shown and cannot be had.
    pub fn is_ruby_missing(&self) -> bool {
        self.rubies().is_some_and(Option::is_none)
    }

    fn rubies(&self) -> Option<&Option<Rc<[Vec<Ruby>]>>> {
        let (id, ruby) = self.ruby.as_ref()?;
        let is_wanted = self.shows_ruby && Some(id) == self.view.doc.as_ref();
        (is_wanted && !self.stale.ruby && self.page().is_some()).then_some(ruby)
    }
}
