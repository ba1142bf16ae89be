//! What a corpus knows of a word: how often it has it, as what, where first and last, and between
//! which other words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::corpus::Block;
use super::super::search::Search;
use super::super::sort;
use super::super::speech::{each_word, tagged};
use super::super::term::Searched;

/// So many neighbours are told on each side.
const TOLD: usize = 8;

/// Words with how often they stand there, the most frequent first.
pub type Neighbours = Vec<(String, u32)>;

/// What is known of a word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// How often it occurs as a word of each part of speech, the most first; their names are as in
    /// [`TAGS`](super::super::segment::TAGS).
    pub tags: Vec<(String, u32)>,
    /// How many of its occurrences are part of a longer word, or parts of two.
    pub parts: u32,
    /// The words that most often stand right before it; only where it is a word, and no marks.
    pub before: Neighbours,
    /// The words that most often stand right after it.
    pub after: Neighbours,
}

impl Card {
    /// Looks at all hits of a search for the word, in these documents.
    pub fn new<'a>(search: &Search, docs: impl Iterator<Item = Searched<'a>>) -> Card {
        let mut tags: BTreeMap<u8, u32> = BTreeMap::new();
        let mut before: BTreeMap<String, u32> = BTreeMap::new();
        let mut after: BTreeMap<String, u32> = BTreeMap::new();
        let mut parts = 0;
        for at in docs {
            let others = each_word(search, at, |block, word, start| {
                *tags.entry(block.words[word].tag).or_default() += 1;
                let end = start + usize::from(block.words[word].length);
                let last = word.checked_sub(1).map(|word| usize::from(block.words[word].length));
                if let Some(length) = last {
                    count(&mut before, block, start - length, length);
                }
                if let Some(next) = block.words.get(word + 1) {
                    count(&mut after, block, end, usize::from(next.length));
                }
            });
            parts += others.parts + others.several;
        }
        Card { tags: tagged(tags), parts, before: most(before), after: most(after) }
    }
}

/// Counts a word of a block, if it is more than a mark or a space.
fn count(words: &mut BTreeMap<String, u32>, block: &Block, start: usize, length: usize) {
    let word = block.text.get(start..start + length).unwrap_or_default();
    if word.chars().any(char::is_alphanumeric) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
}

/// The most frequent; among equals the order is that of their characters.
fn most(words: BTreeMap<String, u32>) -> Neighbours {
    let mut words: Neighbours = words.into_iter().collect();
    sort::by_number(&mut words, |&(_, count)| u64::from(!count));
    words.truncate(TOLD);
    words
}
