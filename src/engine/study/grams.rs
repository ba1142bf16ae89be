//! Words that stand together again and again: the sequences of a corpus' words, each counted with its
//! places. A sequence that is frequent enough is made of two that are, one word shorter each, so each
//! length is counted among what the length before left.

use std::collections::HashMap;
use std::ops::Range;

use super::super::corpus::Corpus;
use super::super::segment::named;
use super::super::text::is_han;

/// No sequence begins at a place, or the text is broken off there: by a mark, a number, a Latin word.
pub const NONE: u32 = u32::MAX;

/// The Chinese words of a corpus in their order, [`NONE`] between two that do not stand together.
pub struct Text<'a> {
    /// The words by their numbers.
    pub words: Vec<u32>,
    /// For each number the word.
    pub names: Vec<&'a str>,
    /// And its part of speech.
    pub tags: Vec<&'static str>,
    /// And how often the text has it.
    counts: Vec<usize>,
    /// The number of each word.
    numbers: HashMap<&'a str, u32>,
    /// What stands whole between quotation marks, as it stands there.
    pub quoted: Vec<&'a str>,
}

/// The frequent sequences of some length.
#[derive(Default)]
pub struct Grams {
    /// For each word of the text the number of the sequence that begins there; [`NONE`] for none.
    pub at: Vec<u32>,
    /// For each sequence where it is in `places`.
    ranges: Vec<(u32, u32)>,
    /// The places of all sequences, by word of the text.
    places: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Takes the words of all blocks as they are segmented.
    pub fn new(corpus: &'a Corpus) -> Text<'a> {
        let mut text = Text {
            words: vec![NONE],
            names: Vec::new(),
            tags: Vec::new(),
            counts: Vec::new(),
            numbers: HashMap::new(),
            quoted: Vec::new(),
        };
        for block in corpus.docs.iter().flat_map(|doc| &doc.page.blocks) {
            // Where the quotation mark ends that only Chinese words follow.
            let mut open = None;
            let mut at = 0;
            for (word, tag) in named(&block.text, &block.words) {
                let start = at;
                at += word.len();
                if word.chars().all(is_han) && !word.is_empty() {
                    let number = *text.numbers.entry(word).or_insert_with(|| {
                        text.names.push(word);
                        text.tags.push(tag);
                        text.counts.push(0);
                        text.names.len() as u32 - 1
                    });
                    text.counts[number as usize] += 1;
                    text.words.push(number);
                    continue;
                }
                if let Some(open) = open.take()
                    && word.starts_with(['”', '’', '》', '」', '』'])
                {
                    text.quoted.extend(block.text.get(open..start).filter(|it| !it.is_empty()));
                }
                if word.ends_with(['“', '‘', '《', '「', '『']) {
                    open = Some(at);
                }
                text.break_off();
            }
            text.break_off();
        }
        text
    }

    fn break_off(&mut self) {
        if self.words.last() != Some(&NONE) {
            self.words.push(NONE);
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How often the segmentation makes a word of it.
    pub fn count(&self, word: &str) -> usize {
        self.numbers.get(word).map_or(0, |&number| self.counts[number as usize])
    }
}

impl Grams {
    /// The words that the text has at least so often.
    pub fn words(text: &Text<'_>, fewest: usize) -> Grams {
        let key = |at: usize| (text.words[at] != NONE).then(|| u64::from(text.words[at]));
        Grams::grouped(text.words.len(), key, fewest)
    }

    /// The sequences one word longer than these that the text has at least so often.
    pub fn longer(&self, fewest: usize) -> Grams {
        let key = |at: usize| {
            let (one, next) = (self.at[at], *self.at.get(at + 1)?);
            (one != NONE && next != NONE).then(|| u64::from(one) << 32 | u64::from(next))
        };
        Grams::grouped(self.at.len(), key, fewest)
    }

    /// Numbers the places of a text whose keys are equal.
    fn grouped(length: usize, key: impl Fn(usize) -> Option<u64>, fewest: usize) -> Grams {
        let keyed = (0..length).filter_map(|at| Some((key(at)?, at as u32)));
        let mut keyed: Vec<(u64, u32)> = keyed.collect();
        keyed.sort_unstable();
        let mut grams = Grams { at: vec![NONE; length], ..Grams::default() };
        for equal in keyed.chunk_by(|a, b| a.0 == b.0).filter(|equal| equal.len() >= fewest) {
            let start = grams.places.len() as u32;
            for &(_, at) in equal {
                grams.at[at as usize] = grams.ranges.len() as u32;
                grams.places.push(at);
            }
            grams.ranges.push((start, grams.places.len() as u32));
        }
        grams
    }

    /// The numbers of all sequences.
    pub fn all(&self) -> Range<u32> {
        0..self.ranges.len() as u32
    }

    /// Where a sequence stands, by word of the text.
    pub fn places(&self, gram: u32) -> &[u32] {
        let range = self.ranges.get(gram as usize);
        range.map_or(&[], |&(start, end)| &self.places[start as usize..end as usize])
    }

    /// How often the sequence stands in the text that begins at a place; 0 where none does.
    pub fn count_at(&self, at: usize) -> usize {
        self.places(self.at.get(at).copied().unwrap_or(NONE)).len()
    }
}
