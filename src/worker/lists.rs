//! The lists that say how words are read aloud: two files of the site, fetched when someone first
//! wants to know.

use gloo::worker::HandlerId;

use super::fetch::Piece;
use crate::engine::Pronunciation;
use crate::protocol::Question;

/// What came of them so far.
#[derive(Default)]
pub struct Lists {
    /// Where they are, as the page said: that of characters, that of words.
    pub addresses: Vec<String>,
    /// Those that are there, and of the last a part.
    files: Vec<Vec<u8>>,
    /// The question that waits for them; a newer one takes its place.
    pub waiting: Option<(Question, HandlerId)>,
}

/// What is to be done after a piece.
pub enum Next {
    /// Wait for more.
    Wait,
    /// Fetch the file at this address.
    Fetch(String),
    /// All is there.
    Pronounce(Pronunciation),
    /// They cannot be had.
    GiveUp,
}

impl Lists {
    /// Whether they are on their way.
    pub fn are_coming(&self) -> bool {
        !self.files.is_empty()
    }

    /// Begins with the first; answers its address.
    pub fn begin(&mut self) -> String {
        self.files = vec![Vec::new()];
        self.address()
    }

    /// The address of the last of those that are there or on their way. An empty one, which has no
    /// list, where the page named none.
    fn address(&self) -> String {
        self.addresses.get(self.files.len() - 1).cloned().unwrap_or_default()
    }

    /// Takes a piece.
    pub fn take(&mut self, piece: Piece) -> Next {
        match piece {
            Ok(Some(bytes)) => {
                self.files.last_mut().into_iter().for_each(|file| file.extend(&bytes));
                Next::Wait
            }
            Ok(None) if self.files.len() < 2 => {
                self.files.push(Vec::new());
                Next::Fetch(self.address())
            }
            Ok(None) => {
                let files = std::mem::take(&mut self.files);
                let texts: Vec<_> =
                    files.iter().map(|file| String::from_utf8_lossy(file)).collect();
                Next::Pronounce(Pronunciation::new(&texts[0], &texts[1]))
            }
            Err(_) => {
                self.files = Vec::new();
                Next::GiveUp
            }
        }
    }
}
