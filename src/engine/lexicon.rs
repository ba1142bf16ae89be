//! What a person says of words: that a text is one, of which part of speech, or that it is none. As a
//! text it is a user dictionary of jieba's: `word [frequency] [tag]`, a line each. A frequency of 0
//! says that the text is no word.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

/// How many bytes a word has at most: forty Chinese characters.
const LONGEST: usize = 120;

/// How many letters the name of a part of speech has at most.
const LONGEST_TAG: usize = 8;

/// Texts that are words, or are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    senses: BTreeMap<String, Sense>,
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
                Ok(Some((word, sense))) => lexicon.add(word, sense),
                Ok(None) => {}
                Err(cause) => bad.push(BadLine { line, text: text.to_owned(), cause }),
            }
        }
        (lexicon, bad)
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
        if Lexicon::takes(word) {
            self.senses.insert(word.to_owned(), sense);
        }
    }

    /// Says all that another says, in place of what was said before.
    pub fn extend(&mut self, other: &Lexicon) {
        for (word, sense) in other.iter() {
            self.senses.insert(word.to_owned(), sense.clone());
        }
    }

    /// What is said of a text; `None` for nothing.
    pub fn get(&self, word: &str) -> Option<&Sense> {
        self.senses.get(word)
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
        let is_known = |text: &str| self.senses.contains_key(text);
        places.find(|&(one, other)| is_known(one) && is_known(other))
    }

    /// The texts of which the two say different things.
    pub fn differing<'a>(&'a self, other: &'a Lexicon) -> BTreeSet<&'a str> {
        let words = self.senses.keys().chain(other.senses.keys());
        words.map(String::as_str).filter(|word| self.get(word) != other.get(word)).collect()
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
    /// The texts by the character that they begin with, the longest first.
    by_first: HashMap<char, Vec<String>>,
    /// A bit for each character that one begins with, in turn: most are known not to be one at once.
    firsts: Vec<u64>,
}

impl Finder {
    /// A finder of these texts; empty ones are none.
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Finder {
        let mut finder = Finder { by_first: HashMap::new(), firsts: vec![0; 64] };
        for text in texts {
            if let Some(first) = text.chars().next() {
                finder.by_first.entry(first).or_default().push(text.to_owned());
                finder.firsts[first as usize / 64 % 64] |= 1 << (first as usize % 64);
            }
        }
        let by_length = |texts: &mut Vec<String>| {
            super::sort::by_number(texts, |text| u64::MAX - text.len() as u64);
        };
        finder.by_first.values_mut().for_each(by_length);
        finder
    }

    /// Where the first of the texts begins, and which it is: the longest of those there.
    pub fn find(&self, text: &str) -> Option<(usize, &str)> {
        if self.by_first.is_empty() {
            return None;
        }
        let can_begin = |c: char| self.firsts[c as usize / 64 % 64] & (1 << (c as usize % 64)) != 0;
        let mut places = text.char_indices().filter(|&(_, c)| can_begin(c));
        places.find_map(|(at, c)| {
            let there = self.by_first.get(&c)?.iter().find(|one| text[at..].starts_with(*one))?;
            Some((at, there.as_str()))
        })
    }

    /// Whether one of the texts is in another.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}
