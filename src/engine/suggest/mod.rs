//! What could be sought, from what was typed so far: phrases by how they are read, words that
//! begin or contain it, phrases that differ by one character, titles that contain it. Suggestions never decide what is
//! found: they are texts of the corpus, with the number of times they occur.

mod nearest;
mod pinyin;
mod titles;
mod words;

pub use nearest::nearest;
pub use pinyin::{Pinyin, by_pinyin};
pub use titles::Titles;
pub use words::{Counting, Words, completions};

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// A text of the corpus that could be sought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The text, folded.
    pub text: String,
    /// How often it occurs. Of phrases: as often as the search finds them, not overlapping; of
    /// [completions]: as often as it is a word.
    pub count: u32,
}

impl Suggestion {
    fn new(text: &str, count: u32) -> Suggestion {
        Suggestion { text: text.to_owned(), count }
    }
}

/// Phrases with the number of their occurrences that do not overlap.
#[derive(Default)]
struct Tally<'a>(HashMap<&'a str, Counted>);

/// What is known of a phrase so far.
#[derive(Default)]
struct Counted {
    /// Its occurrences.
    count: u32,
    /// The byte after the last of them.
    end: usize,
    /// Whether it is to be suggested.
    chosen: bool,
}

impl<'a> Tally<'a> {
    /// Counts an occurrence of a phrase that begins at byte `at`. Those of one phrase are told
    /// from left to right, and all of them: what overlaps the one before is not counted, as in
    /// a search.
    fn add(&mut self, phrase: &'a str, at: usize) -> &mut Counted {
        let counted = self.0.entry(phrase).or_default();
        if at >= counted.end {
            counted.count += 1;
            counted.end = at + phrase.len();
        }
        counted
    }
}
