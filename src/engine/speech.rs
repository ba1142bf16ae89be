//! Hits by the part of speech of the word that they are. Only said, never asked by a search.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::search::{Found, Search};
use super::segment::TAGS;
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
                        speech.several += 1;
                    } else {
                        speech.parts += 1;
                    }
                }
                // All at once: a block may be very long.
                let mut known = block.words.iter();
                let (mut end, mut tag) = (0, 0);
                for span in at.fold.unfold(&block.text, at.folded.block_text(number), &spans) {
                    while end <= span.start
                        && let Some(word) = known.next()
                    {
                        (end, tag) = (end + u32::from(word.length), word.tag);
                    }
                    *words.entry(tag).or_default() += 1;
                }
            }
        }
        let named = |(tag, count)| (TAGS.get(usize::from(tag)).unwrap_or(&"").to_string(), count);
        speech.words = words.into_iter().map(named).collect();
        speech.words.sort_by_key(|&(_, count)| Reverse(count));
        speech
    }
}
