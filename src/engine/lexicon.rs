//! What a person says of words: that a text is one, of which part of speech, or that it is none. As a
//! text it is a user dictionary of jieba's: `word [frequency] [tag]`, a line each. A frequency of 0
//! says that the text is no word.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::sort;

/// How many bytes a word has at most: forty Chinese characters.
const LONGEST: usize = 120;

/// How many letters the name of a part of speech has at most.
const LONGEST_TAG: usize = 8;

/// Texts that are words, or are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// In the order of the texts, each once.
    senses: Vec<(String, Sense)>,
}

/// What is said of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sense {
    /// How often it is met in a corpus of the size that the dictionary is of; 0 where it is no word,
    /// `None` for as often as it takes to be one.
    pub frequency: Option<u32>,
    /// Its part of speech, as in [`TAGS`](super::segment::TAGS) or another name; empty where that is
    /// not said.
    pub tag: String,
}

impl Sense {
    /// What is said of a text that is no word.
    pub const NO_WORD: Sense = Sense { frequency: Some(0), tag: String::new() };

    /// Whether the text is a word.
    pub fn is_word(&self) -> bool {
        self.frequency != Some(0)
    }
}

/// A line of a user dictionary that says nothing of a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: u32,
    /// What it says.
    pub text: String,
    /// Why that is not understood.
    pub cause: BadWord,
}

/// Why a line says nothing of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BadWord {
    /// After the word comes something else than a number and a tag of letters.
    NotUnderstood,
    /// The word is too long.
    TooLong,
}

impl fmt::Display for BadWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadWord::NotUnderstood => {
                "a line is: word, frequency, tag; the last two can be left out"
            }
            BadWord::TooLong => "the word is longer than 40 Chinese characters",
        })
    }
}

impl Lexicon {
    /// Reads a user dictionary. Total: what is not understood is left out, and told. Of two lines about
    /// one text the later counts.
    pub fn parse(text: &str) -> (Lexicon, Vec<BadLine>) {
        let (mut lexicon, mut bad) = (Lexicon::default(), Vec::new());
        for (line, text) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let text = text.trim();
            match entry(text) {
                Ok(Some((word, sense))) => lexicon.senses.push((word.to_owned(), sense)),
                Ok(None) => {}
                Err(cause) => bad.push(BadLine { line, text: text.to_owned(), cause }),
            }
        }
        lexicon.arrange();
        (lexicon, bad)
    }

    /// Puts the texts in order; the last that is said of one counts.
    fn arrange(&mut self) {
        self.senses.reverse();
        if !self.senses.is_sorted_by(|one, other| one.0 < other.0) {
            sort::by_key(&mut self.senses, |one| one.0.clone());
            self.senses.dedup_by(|one, before| one.0 == before.0);
        }
    }

    fn place(&self, word: &str) -> Result<usize, usize> {
        self.senses.binary_search_by(|(of, _)| of.as_str().cmp(word))
    }

    /// The user dictionary, in the order of the texts.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (word, Sense { frequency, tag }) in &self.senses {
            text.push_str(word);
            if let Some(frequency) = frequency {
                let _ = write!(text, " {frequency}");
            }
            if !tag.is_empty() {
                let _ = write!(text, " {tag}");
            }
            text.push('\n');
        }
        text
    }

    /// Whether something can be said of a text: it is not empty, has no white space, and is not too
    /// long.
    pub fn takes(word: &str) -> bool {
        (1..=LONGEST).contains(&word.len()) && !word.contains(char::is_whitespace)
    }

    /// Says something of a text, in place of what was said before. What it does not
    /// [take](Lexicon::takes) changes nothing.
    pub fn add(&mut self, word: &str, sense: Sense) {
        if !Lexicon::takes(word) {
            return;
        }
        match self.place(word) {
            Ok(at) => self.senses[at].1 = sense,
            Err(at) => self.senses.insert(at, (word.to_owned(), sense)),
        }
    }

    /// Says all that another says, in place of what was said before.
    pub fn extend(&mut self, other: &Lexicon) {
        self.senses.extend_from_slice(&other.senses);
        self.arrange();
    }

    /// What is said of a text; `None` for nothing.
    pub fn get(&self, word: &str) -> Option<&Sense> {
        self.place(word).ok().map(|at| &self.senses[at].1)
    }

    /// All texts of which something is said, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Sense)> {
        self.senses.iter().map(|(word, sense)| (word.as_str(), sense))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.senses.is_empty()
    }

    /// The two texts that one that is no word is made of, where something is said of both; the first
    /// such place.
    pub fn parts<'a>(&self, word: &'a str) -> Option<(&'a str, &'a str)> {
        let mut places = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
        let is_known = |text: &str| self.get(text).is_some();
        places.find(|&(one, other)| is_known(one) && is_known(other))
    }

    /// The texts of which the two say different things; some of them twice.
    pub fn differing<'a>(&'a self, other: &'a Lexicon) -> impl Iterator<Item = &'a str> {
        let words = self.iter().chain(other.iter()).map(|(word, _)| word);
        words.filter(|word| self.get(word) != other.get(word))
    }
}

/// What a line says; `None` if it is empty.
fn entry(line: &str) -> Result<Option<(&str, Sense)>, BadWord> {
    let mut fields = line.split_whitespace();
    let Some(word) = fields.next() else { return Ok(None) };
    let rest: Vec<&str> = fields.collect();
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // More than there are people who speak: as good as any.
    let number = |text: &str| text.parse().unwrap_or(u32::MAX);
    let (frequency, tag) = match rest[..] {
        [] => (None, ""),
        [one] if is_number(one) => (Some(number(one)), ""),
        [one] => (None, one),
        [one, tag] if is_number(one) => (Some(number(one)), tag),
        _ => return Err(BadWord::NotUnderstood),
    };
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    if tag.len() > LONGEST_TAG || !tag.chars().all(is_letter) || is_number(tag) && !tag.is_empty() {
        return Err(BadWord::NotUnderstood);
    }
    if !Lexicon::takes(word) {
        return Err(BadWord::TooLong);
    }
    Ok(Some((word, Sense { frequency, tag: tag.to_owned() })))
}

/// Finds the first of many texts in another.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    /// The texts with the character that each begins with, in the order of these, the longest first.
    texts: Vec<(char, String)>,
    /// A bit for each character that one begins with; some share theirs. Most are known not to be one
    /// at once.
    firsts: Vec<u64>,
}

impl Finder {
    /// A finder of these texts; empty ones are none.
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Finder {
        let mut finder = Finder { texts: Vec::new(), firsts: vec![0; 64] };
        for text in texts {
            if let Some(first) = text.chars().next() {
                finder.texts.push((first, text.to_owned()));
                finder.firsts[first as usize / 64 % 64] |= 1 << (first as usize % 64);
            }
        }
        let number = |(first, text): &(char, String)| {
            u64::from(u32::from(*first)) << 32 | (u64::from(u32::MAX) - text.len() as u64)
        };
        sort::by_number(&mut finder.texts, number);
        finder
    }

    /// Where the first of the texts begins, and which it is: the longest of those there.
    pub fn find(&self, text: &str) -> Option<(usize, &str)> {
        if self.texts.is_empty() {
            return None;
        }
        let can_begin = |c: char| self.firsts[c as usize / 64 % 64] & (1 << (c as usize % 64)) != 0;
        let mut places = text.char_indices().filter(|&(_, c)| can_begin(c));
        places.find_map(|(at, c)| {
            let start = self.texts.partition_point(|&(first, _)| first < c);
            let mut there = self.texts[start..].iter().take_while(|&&(first, _)| first == c);
            let (_, there) = there.find(|(_, one)| text[at..].starts_with(one.as_str()))?;
            Some((at, there.as_str()))
        })
    }

    /// Whether one of the texts is in another.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}
