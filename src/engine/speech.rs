//! Hits by the part of speech of the word that they are. Only said, never asked by a search.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::corpus::Block;
use super::search::{Found, Search};
use super::segment::TAGS;
use super::sort;
use super::term::Searched;
use super::text::Span;

/// How many hits of a search are which words. Those in blocks of which the words are not known are
/// not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// For each part of speech how many hits are one word of it, the most first; its name is as in
    /// [`TAGS`], empty where it is not known.
    pub words: Vec<(String, u32)>,
    /// How many hits begin or end inside a word.
    pub parts: u32,
    /// How many hits are several words.
    pub several: u32,
}

impl Speech {
    /// Counts the hits of a search in these documents. Each document is searched again.
    pub fn new<'a>(search: &Search, docs: impl Iterator<Item = Searched<'a>>) -> Speech {
        let mut speech = Speech::default();
        let mut words: BTreeMap<u8, u32> = BTreeMap::new();
        for at in docs {
            let others = each_word(search, at, |block, word, _| {
                *words.entry(block.words[word].tag).or_default() += 1;
            });
            speech.parts += others.parts;
            speech.several += others.several;
        }
        speech.words = tagged(words);
        speech
    }
}

/// How many words are of each part of speech, the most first, by its name.
pub fn tagged(words: BTreeMap<u8, u32>) -> Vec<(String, u32)> {
    let named = |(tag, count)| (TAGS.get(usize::from(tag)).unwrap_or(&"").to_string(), count);
    let mut tagged: Vec<(String, u32)> = words.into_iter().map(named).collect();
    sort::by_number(&mut tagged, |&(_, count)| u64::from(!count));
    tagged
}

/// Calls `each` with every hit in a document that is one word: its block, which of its words, and
/// the byte of the block's text where that begins. Answers how many hits are not one word; those in
/// blocks of which the words are not known are left out.
pub fn each_word(
    search: &Search,
    at: Searched<'_>,
    mut each: impl FnMut(&Block, usize, usize),
) -> Speech {
    let mut others = Speech::default();
    let hits = search.hits(at).unwrap_or_default();
    let in_block = |hit: &Found| at.folded.block_at(hit.span.start);
    for hits in hits.chunk_by(|a, b| in_block(a) == in_block(b)) {
        let number = in_block(&hits[0]);
        let Some(block) = at.doc.page.blocks.get(number) else { continue };
        // Where the words are not known every character counts as one.
        if block.words.is_empty() {
            continue;
        }
        let start = at.folded.block(number).start;
        let mut spans = Vec::new();
        for Found { span, .. } in hits {
            if at.folded.is_word(*span) {
                spans.push(Span { start: span.start - start, end: span.end - start });
            } else if at.folded.is_whole(*span) {
                others.several += 1;
            } else {
                others.parts += 1;
            }
        }
        // All at once: a block may be very long.
        let (mut word, mut start) = (0, 0);
        for span in at.fold.unfold(&block.text, at.folded.block_text(number), &spans) {
            while let Some(length) = block.words.get(word).map(|word| usize::from(word.length))
                && start + length <= span.start as usize
            {
                (word, start) = (word + 1, start + length);
            }
            if word < block.words.len() {
                each(block, word, start);
            }
        }
    }
    others
}
