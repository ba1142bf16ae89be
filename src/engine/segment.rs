//! The words of a text. The only file that names `jieba_rs`.
//!
//! Words rank hits and serve study; they never decide whether something is found, and they are
//! kept beside the text, never in it.

use std::io::BufRead;

use jieba_rs::Jieba;

use super::corpus::{Corpus, Word};
use super::error::Error;
use super::text::is_han;

/// The parts of speech, after the tag set of the ICTCLAS family that jieba's dictionary uses;
/// the first is "unknown".
pub const TAGS: [&str; 57] = [
    "", "a", "ad", "ag", "an", "b", "c", "d", "dg", "df", "e", "eng", "f", "g", "h", "i", "j", "k",
    "l", "m", "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r",
    "rg", "rr", "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg",
    "vi", "vn", "vq", "x", "y", "z", "zg",
];

/// Cuts texts into words by a dictionary.
pub struct Segmenter {
    jieba: Jieba,
}

impl Segmenter {
    /// With the dictionary that comes with jieba-rs; not in the browser, where it is an asset.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Segmenter {
        Segmenter { jieba: Jieba::new() }
    }

    /// With a dictionary in jieba's format: a line is a word, its frequency, its tag.
    ///
    /// # Errors
    ///
    /// [`Error::BadDictionary`] if a line does not have that form.
    pub fn with_dictionary(mut dictionary: impl BufRead) -> Result<Segmenter, Error> {
        match Jieba::with_dict(&mut dictionary) {
            Ok(jieba) => Ok(Segmenter { jieba }),
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
        for tag in self.jieba.tag(text, true) {
            let number = TAGS.iter().position(|&name| name == tag.tag).unwrap_or(0) as u8;
            // Longer than any word: an unbroken run of Latin letters. It is kept in pieces.
            let mut rest = tag.word;
            while !rest.is_empty() {
                let (word, after) = rest.split_at(rest.floor_char_boundary(usize::from(u8::MAX)));
                words.push(Word { length: word.len() as u8, tag: number });
                rest = after;
            }
        }
        words
    }
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
