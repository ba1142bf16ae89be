//! The words of a text. The only file that names `jieba_rs`.
//!
//! Words rank hits and serve study; they never decide whether something is found, and they are
//! kept beside the text, never in it.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use jieba_rs::Jieba;

use super::corpus::{Corpus, Word};
use super::error::Error;
use super::lexicon::{Finder, Lexicon, Sense};
use super::sort;
use super::text::is_han;

/// The parts of speech, after the tag set of the ICTCLAS family that jieba's dictionary uses;
/// the first is "unknown".
pub const TAGS: [&str; 57] = [
    "", "a", "ad", "ag", "an", "b", "c", "d", "dg", "df", "e", "eng", "f", "g", "h", "i", "j", "k",
    "l", "m", "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r",
    "rg", "rr", "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg",
    "vi", "vn", "vq", "x", "y", "z", "zg",
];

/// A frequency that is given counts as no more than this: three times the most that the dictionary
/// has, so that the sum of very many stays a number.
const MOST_FREQUENT: usize = 1_000_000;

/// Cuts texts into words by a dictionary, and by what a person says of words.
pub struct Segmenter {
    jieba: Jieba,
    own: Own,
}

/// What a person says of words and the dictionary cannot be told.
#[derive(Default)]
struct Own {
    /// The parts of speech of words, as places in [`TAGS`].
    tags: HashMap<String, u8>,
    /// What the texts are made of that are no words.
    parts: HashMap<String, Vec<Word>>,
    /// Words with a mark in them, which those of the dictionary never have.
    marked: Finder,
}

impl Segmenter {
    /// With the dictionary that comes with jieba-rs; not in the browser, where it is an asset.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Segmenter {
        Segmenter { jieba: Jieba::new(), own: Own::default() }
    }

    /// With a dictionary in jieba's format: a line is a word, its frequency, its tag.
    ///
    /// # Errors
    ///
    /// [`Error::BadDictionary`] if a line does not have that form.
    pub fn with_dictionary(mut dictionary: impl BufRead) -> Result<Segmenter, Error> {
        match Jieba::with_dict(&mut dictionary) {
            Ok(jieba) => Ok(Segmenter { jieba, own: Own::default() }),
            Err(error) => Err(Error::BadDictionary { what: error.to_string() }),
        }
    }

    /// Whether a word of the dictionary is whole only if two lines are put together: it begins in
    /// the one and ends in the other.
    pub fn is_cut(&self, line: &str, next: &str) -> bool {
        const NEAR: usize = 6;
        let from = line.char_indices().rev().nth(NEAR - 1).map_or(0, |(at, _)| at);
        let to = next.char_indices().nth(NEAR).map_or(next.len(), |(at, _)| at);
        let both = [&line[from..], &next[..to]].concat();
        let end = line.len() - from;
        let mut at = 0;
        self.jieba.cut(&both, false).iter().any(|token| {
            let start = at;
            at += token.word.len();
            start < end && end < at && token.word.chars().all(is_han)
        })
    }

    /// Whether the dictionary has a word.
    pub fn has(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }

    /// The part of speech of a word of the dictionary; `None` where it is none.
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        let tags = self.has(word).then(|| self.jieba.tag(word, false));
        let tag = tags.as_ref().and_then(|tags| tags.first())?.tag;
        TAGS.into_iter().find(|&name| name == tag)
    }

    /// Fills in the words of every block.
    pub fn segment(&self, corpus: &mut Corpus) {
        for block in corpus.docs.iter_mut().flat_map(|doc| &mut doc.page.blocks) {
            block.words = self.words(&block.text);
        }
    }

    /// The words of a text, in order, without gaps; punctuation and spaces are words too.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some((at, word)) = self.own.marked.find(rest) {
            let (before, after) = (&rest[..at], &rest[at + word.len()..]);
            self.cut(before, &mut words);
            self.add(word, 0, &mut words);
            rest = after;
        }
        self.cut(rest, &mut words);
        words
    }

    fn cut(&self, text: &str, words: &mut Vec<Word>) {
        for tag in self.jieba.tag(text, true) {
            self.add(tag.word, number(tag.tag), words);
        }
    }

    /// Adds a word, or what it is made of.
    fn add(&self, word: &str, tag: u8, words: &mut Vec<Word>) {
        if let Some(parts) = self.own.parts.get(word) {
            return words.extend(parts);
        }
        let tag = self.own.tags.get(word).copied().unwrap_or(tag);
        // Longer than any word: an unbroken run of Latin letters. It is kept in pieces.
        let mut rest = word;
        while !rest.is_empty() {
            let (word, after) = rest.split_at(rest.floor_char_boundary(usize::from(u8::MAX)));
            words.push(Word { length: word.len() as u8, tag });
            rest = after;
        }
    }

    /// The same, and what a person says of words. A word is given the frequency that it takes to be
    /// one and not its parts, where none is said. A text that is no word is cut where a person says
    /// it, else as the dictionary does without it.
    #[must_use]
    pub fn with_lexicon(&self, lexicon: &Lexicon) -> Segmenter {
        let mut cut = Segmenter { jieba: self.jieba.clone(), own: Own::default() };
        let mut senses: Vec<(&str, &Sense)> = lexicon.iter().collect();
        // A word has to be more frequent than its parts are as they are then.
        sort::by_number(&mut senses, |(word, _)| word.chars().count() as u64);
        let divided = senses.iter().filter(|(_, sense)| !sense.is_word());
        let divided = divided.filter_map(|(word, _)| Some((*word, lexicon.parts(word)?)));
        let divided: HashMap<&str, (&str, &str)> = divided.collect();
        let parts: HashSet<&str> =
            divided.values().flat_map(|&(one, other)| [one, other]).collect();
        let mut marked = Vec::new();
        for (word, sense) in &senses {
            let has_mark = word.contains(|c| !is_joined(c));
            // What only says where another is cut changes nothing else.
            let is_plain = sense.frequency.is_none() && sense.tag.is_empty();
            match sense.is_word() {
                _ if is_plain && parts.contains(word) => {}
                true if has_mark => marked.push(*word),
                true => cut.join(word, sense.frequency),
                false if !has_mark => cut.divide(word, divided.get(word).copied()),
                false => {}
            }
            if sense.is_word() && !sense.tag.is_empty() {
                cut.own.tags.insert((*word).to_owned(), number(&sense.tag));
            }
        }
        cut.own.marked = Finder::new(marked.into_iter());
        cut
    }

    /// Has a text be a word.
    fn join(&mut self, word: &str, frequency: Option<u32>) {
        // A run of Latin letters and figures is always one, and no part of one.
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return;
        }
        let frequency = frequency.map(|frequency| (frequency as usize).min(MOST_FREQUENT));
        let is_one = || self.jieba.cut(word, false).len() == 1 && self.jieba.has_word(word);
        if frequency.is_some() || word.chars().nth(1).is_some() && !is_one() {
            self.jieba.add_word(word, frequency, None);
        }
    }

    /// Has a text be no word, but these two, or what the dictionary makes of it.
    fn divide(&mut self, word: &str, parts: Option<(&str, &str)>) {
        let words: Vec<Word> = match parts {
            Some((one, other)) => {
                [one, other].into_iter().flat_map(|part| self.part(part)).collect()
            }
            None => {
                let has_all = word.chars().all(|c| self.jieba.has_word(c.encode_utf8(&mut [0; 4])));
                // Without a way around it a word of no frequency would spoil all of the sentence.
                if has_all && self.jieba.has_word(word) {
                    self.jieba.add_word(word, Some(0), None);
                }
                let mut parts: Vec<&str> =
                    self.jieba.cut(word, false).into_iter().map(|token| token.word).collect();
                if parts.len() == 1 && word.contains(is_han) {
                    parts = word.split_inclusive(|_| true).collect();
                }
                parts.into_iter().flat_map(|part| self.part(part)).collect()
            }
        };
        if words.len() > 1 {
            self.own.parts.insert(word.to_owned(), words);
        }
    }

    /// A part of a text that is no word, as a word; or what that is made of. What the dictionary
    /// does not have is of the kind of the last word in it.
    fn part(&self, part: &str) -> Vec<Word> {
        let tags = self.jieba.tag(part, false);
        let mut words = Vec::new();
        self.add(part, tags.last().map_or(0, |tag| number(tag.tag)), &mut words);
        words
    }
}

/// The place of a part of speech in [`TAGS`]; that of the unknown one for any other name.
fn number(tag: &str) -> u8 {
    TAGS.iter().position(|&name| name == tag).unwrap_or(0) as u8
}

/// Whether a character can be part of a word of the dictionary; at any other jieba cuts.
fn is_joined(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '+' | '#' | '&' | '.' | '_' | '%' | '-')
        || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{20000}'..='\u{2a6df}' | '\u{2a700}'..='\u{2ceaf}' | '\u{2ceb0}'..='\u{2ebef}')
        || matches!(c, '\u{2f800}'..='\u{2fa1f}')
}

/// The words of a text as strings with the names of their tags.
pub fn named<'a>(
    text: &'a str,
    words: &'a [Word],
) -> impl Iterator<Item = (&'a str, &'static str)> {
    let mut at = 0;
    words.iter().map(move |word| {
        let start = at;
        at += usize::from(word.length);
        let tag = TAGS.get(usize::from(word.tag)).copied().unwrap_or("");
        (text.get(start..at).unwrap_or(""), tag)
    })
}
