//! Titles that contain what was typed.

use memchr::memmem;

use super::super::corpus::{Corpus, DocId};
use super::super::text::Fold;

/// What is typed has at least so many characters: a single one is in the titles of half a corpus.
const SHORTEST: usize = 2;

/// The titles of a corpus, folded.
pub struct Titles {
    /// The titles in the corpus's order; each ends with a line end.
    text: String,
    /// For each where it begins in `text`.
    starts: Vec<u32>,
}

impl Titles {
    /// Folds the titles. What is corrected afterwards is not noticed.
    pub fn new(corpus: &Corpus, fold: &Fold) -> Titles {
        let mut titles = Titles { text: String::new(), starts: Vec::new() };
        for doc in &corpus.docs {
            titles.starts.push(titles.text.len() as u32);
            titles.text += &fold.text(&doc.page.title);
            titles.text.push('\n');
        }
        titles
    }

    /// The documents whose titles begin with what was typed, then those whose titles contain it
    /// further on; both in the corpus's order.
    pub fn containing(&self, typed_folded: &str, limit: usize) -> Vec<DocId> {
        if typed_folded.chars().nth(SHORTEST - 1).is_none() {
            return Vec::new();
        }
        let (mut first, mut others) = (Vec::new(), Vec::new());
        for at in memmem::find_iter(self.text.as_bytes(), typed_folded) {
            let doc = self.starts.partition_point(|&start| start as usize <= at) - 1;
            if self.starts[doc] as usize == at {
                first.push(doc);
            } else if first.last() != Some(&doc) && others.last() != Some(&doc) {
                others.push(doc);
            }
        }
        first.extend(others);
        first.truncate(limit);
        first
    }
}
