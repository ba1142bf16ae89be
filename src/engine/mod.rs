//! The engine: texts in, places out. Pure: no I/O, no clock, nothing of the web; the same input
//! gives the same output, and what a user types cannot make it fail.

mod corpus;
mod text;
mod restore;
mod patch;
mod draft;
mod revise;
mod original;
mod segment;
mod scan;
mod query;
mod search;
mod highlight;
mod suggest;
pub mod pack;
mod error;

pub use corpus::{
    Account, Article, Block, Corpus, Date, Doc, DocId, Origin, Page, Place, Reason, Removal, Role,
    Word,
};
pub use error::Error;
pub use highlight::{Run, around, runs};
pub use original::{Fate, SourceLine, SourceRun, original};
pub use patch::{Cause, Change, Correction, Entry, Misfit, Patch, Rule, quote};
pub use query::{Node, Part, Pattern, Query, Term};
pub use restore::{restore, restore_with};
pub use revise::revise;
pub use scan::scan;
pub use search::{Hit, Match};
pub use segment::{Segmenter, named};
pub use suggest::{Pinyin, Suggestion, Words, by_pinyin, completions, nearest};
pub use text::{Fold, Folds, Span};

use std::collections::BTreeMap;

use search::Haystack;

/// A corpus that can be searched, its documents as they are corrected.
pub struct Engine {
    corpus: Corpus,
    fold: Fold,
    haystack: Haystack,
    /// Of the documents that have a patch: what it is put upon.
    revised: BTreeMap<DocId, Revised>,
}

/// A document before its patch.
struct Revised {
    /// The page as it was restored.
    restored: Page,
    /// The patch of the file beside the text.
    filed: String,
    /// What of the patch in force was not followed.
    misfits: Vec<Misfit>,
}

impl Engine {
    /// Takes a corpus of restored pages and makes it searchable: puts each document's own patch
    /// upon it, and folds all of it, once.
    pub fn new(mut corpus: Corpus, fold: Fold) -> Engine {
        let mut revised = BTreeMap::new();
        for (i, doc) in corpus.docs.iter_mut().enumerate().filter(|(_, doc)| !doc.patch.is_empty())
        {
            let (page, misfits) = revise(&doc.page, &Patch::parse(&doc.patch));
            let restored = std::mem::replace(&mut doc.page, page);
            revised.insert(i, Revised { restored, filed: doc.patch.clone(), misfits });
        }
        let haystack = Haystack::new(&corpus, &fold);
        Engine { corpus, fold, haystack, revised }
    }

    /// Corrects a document by this patch and no other; `None` by the one of the file beside its
    /// text. From now on the document is searched as corrected. Answers the lines of the patch
    /// that were not followed; `None` if there is no such document.
    pub fn revise(&mut self, id: &str, patch: Option<&str>) -> Option<&[Misfit]> {
        let at = self.doc(id)?;
        let doc = &mut self.corpus.docs[at];
        let before = self.revised.entry(at).or_insert_with(|| Revised {
            restored: doc.page.clone(),
            filed: doc.patch.clone(),
            misfits: Vec::new(),
        });
        patch.unwrap_or(&before.filed).clone_into(&mut doc.patch);
        (doc.page, before.misfits) = revise(&before.restored, &Patch::parse(&doc.patch));
        // Of a document without corrections no second page is kept.
        if doc.patch.is_empty() && before.filed.is_empty() {
            self.revised.remove(&at);
        }
        self.haystack.replace(at, &self.corpus.docs[at], &self.fold);
        Some(self.misfits(at))
    }

    /// The lines of the document's patch that were not followed.
    pub fn misfits(&self, doc: DocId) -> &[Misfit] {
        self.revised.get(&doc).map_or(&[], |revised| &revised.misfits)
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
        let needle = self.fold.text(typed);
        self.haystack.search(&needle, &self.corpus, &self.fold)
    }
}

/// Reads a document: its bytes as text, the text restored, with the help of a dictionary where one
/// is at hand.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first bad line.
pub fn read(id: &str, file: &str, bytes: &[u8], words: Option<&Segmenter>) -> Result<Doc, Error> {
    let source = utf8(file, bytes)?;
    let page = restore_with(source, words);
    Ok(Doc { id: id.to_owned(), source: source.to_owned(), patch: String::new(), page })
}

/// Reads the bytes of a file as text.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first bad line.
pub fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        Error::NotUtf8 { file: file.to_owned(), line }
    })
}
