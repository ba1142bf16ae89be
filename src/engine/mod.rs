//! The engine: texts in, places out. Pure: no I/O, no clock, nothing of the web; the same input
//! gives the same output, and what a user types cannot make it fail.

mod corpus;
mod text;
mod restore;
mod segment;
mod scan;
mod query;
mod search;
mod highlight;
pub mod pack;
mod error;

pub use corpus::{
    Article, Block, Corpus, Date, Doc, DocId, Origin, Page, Reason, Removal, Role, Word,
};
pub use error::Error;
pub use highlight::{Run, around, runs};
pub use query::Query;
pub use restore::restore;
pub use scan::scan;
pub use search::{Hit, Match};
pub use segment::{Segmenter, named};
pub use text::{Fold, Span};

use search::Haystack;

/// A corpus that can be searched.
pub struct Engine {
    corpus: Corpus,
    fold: Fold,
    haystack: Haystack,
}

impl Engine {
    /// Takes a corpus and makes it searchable: folds all of it, once.
    pub fn new(corpus: Corpus, fold: Fold) -> Engine {
        let haystack = Haystack::new(&corpus, &fold);
        Engine { corpus, fold, haystack }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The document of this id; `None` if there is none.
    pub fn doc(&self, id: &str) -> Option<DocId> {
        self.corpus.docs.iter().position(|doc| doc.id == id)
    }

    /// Every place where what was typed occurs, the best document first.
    pub fn search(&self, typed: &str) -> Vec<Match> {
        let query = Query::new(typed, &self.fold);
        self.haystack.search(&query, &self.corpus, &self.fold)
    }
}

/// Reads a document: its bytes as text, the text restored.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first bad line.
pub fn read(id: &str, file: &str, bytes: &[u8]) -> Result<Doc, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Doc {
            id: id.to_owned(),
            source: text.to_owned(),
            patch: String::new(),
            page: restore(text),
        }),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
            Err(Error::NotUtf8 { file: file.to_owned(), line })
        }
    }
}
