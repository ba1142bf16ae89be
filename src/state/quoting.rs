//! A passage that is quoted, and one that a link leads to.

use std::rc::Rc;

use super::State;
use crate::protocol::{Place, Quotation, Spot};

/// A passage that is to be cited.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoting {
    /// Of which document.
    pub doc: String,
    /// Where it begins.
    pub from: Spot,
    /// Where it ends.
    pub to: Spot,
    /// What is said of it; `None` until that is known.
    pub quotation: Option<Rc<Quotation>>,
}

/// An answer to [`Request::Locate`](crate::protocol::Request::Locate): the document's id, the passage
/// by its places in the source, and where it is read; `None` if it is not on the page.
pub type Located = (String, (Place, Place), Option<(Spot, Spot)>);

impl State {
    /// The passage between two places of the open document is to be cited.
    pub(super) fn quote(&mut self, from: Spot, to: Spot) {
        let doc = self.view.doc.clone().filter(|_| self.page().is_some());
        self.quoted = doc.map(|doc| Quoting { doc, from, to, quotation: None });
    }

    /// Where the passage that the address leads to is read; `None` until that is known, or if there is
    /// none.
    pub fn located(&self) -> Option<(Spot, Spot)> {
        let (id, passage, spots) = self.located.as_ref()?;
        let is_it = Some(id) == self.view.doc.as_ref() && Some(*passage) == self.view.passage;
        spots.filter(|_| is_it && !self.stale.located)
    }
}
