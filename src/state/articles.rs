//! The list of all articles, in the pieces that it comes in: that of a hundred thousand at once would hold up
//! the page for a second.

use std::rc::Rc;

use crate::protocol::Entry;

/// All articles, in the order of the library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Articles {
    pieces: Vec<Rc<[Entry]>>,
}

impl Articles {
    /// The next of them.
    pub fn push(&mut self, piece: Vec<Entry>) {
        self.pieces.push(piece.into());
    }

    /// All, from the first. One walk for all who go through them: each of its own is a KB of the program.
    pub fn iter(&self) -> Box<dyn Iterator<Item = &Entry> + '_> {
        Box::new(self.pieces.iter().flat_map(|piece| piece.iter()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<Vec<Entry>> for Articles {
    fn from(all: Vec<Entry>) -> Articles {
        Articles { pieces: vec![all.into()] }
    }
}
