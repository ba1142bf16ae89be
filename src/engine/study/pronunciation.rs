//! How a text is read aloud: for every run of Chinese characters in a word the syllables that they
//! have in that word, and where no word says, the usual ones.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::super::corpus::Block;
use super::super::segment::named;
use super::super::text::is_han;

/// The syllables of characters and of words, from the two lists of `src/pinyin/`.
#[derive(Debug, Default)]
pub struct Pronunciation {
    /// The syllables of a word with spaces between them, of a character the one that is usual; of a
    /// character as a part of speech, whose sign follows after a slash.
    readings: HashMap<String, String>,
    /// How many characters the longest word has.
    longest: usize,
}

/// A piece of a text, and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruby {
    /// How many units of UTF-16 it is long.
    pub units: u32,
    /// A syllable for each of its characters, with spaces between them; empty where nothing is said
    /// of how it is read.
    pub reading: String,
}

impl Pronunciation {
    /// Reads the lists: a line is a character or a word, a tab, and its readings, of which a
    /// character has several. Any other line says nothing.
    pub fn new(characters: &str, words: &str) -> Pronunciation {
        let lines = |list| str::lines(list).filter_map(|line| line.split_once('\t'));
        let usual = lines(characters).map(|(c, all)| (c, all.split(' ').next().unwrap_or(all)));
        let mut pronunciation = Pronunciation::default();
        for (word, reading) in
            usual.chain(lines(words)).filter(|(word, _)| word.starts_with(is_han))
        {
            let length = word.chars().count();
            pronunciation.longest = pronunciation.longest.max(length);
            pronunciation.readings.insert(word.to_owned(), reading.to_owned());
        }
        pronunciation
    }

    /// The text of a block in pieces, in order and without gaps: each run of Chinese characters that
    /// stands in one word is a piece.
    pub fn ruby(&self, block: &Block) -> Vec<Ruby> {
        let mut pieces: Vec<Ruby> = Vec::new();
        let mut add = |text: &str, reading: String| {
            let units = text.encode_utf16().count() as u32;
            match pieces.last_mut().filter(|last| last.reading.is_empty() && reading.is_empty()) {
                Some(last) => last.units += units,
                None => pieces.push(Ruby { units, reading }),
            }
        };
        let mut words = named(&block.text, &block.words).peekable();
        // Where the words are not known the characters still are.
        let whole = words.peek().is_none().then_some((block.text.as_str(), ""));
        for (word, tag) in words.chain(whole) {
            let mut rest = word;
            while let Some(first) = rest.chars().next() {
                let end = rest.find(|c| is_han(c) != is_han(first)).unwrap_or(rest.len());
                let (run, after) = rest.split_at(end);
                add(run, if is_han(first) { self.reading(run, tag) } else { String::new() });
                rest = after;
            }
        }
        pieces
    }

    /// How some characters are read that stand in one word; `tag` is what part of speech that is, or
    /// empty. A character that is in no list is read as itself.
    pub fn reading(&self, characters: &str, tag: &str) -> String {
        if let Some(reading) = self.readings.get(&format!("{characters}/{tag}")) {
            return reading.clone();
        }
        let starts: Vec<usize> = characters.char_indices().map(|(at, _)| at).collect();
        let end = |at: usize| starts.get(at).copied().unwrap_or(characters.len());
        let mut reading = String::new();
        let mut at = 0;
        while at < starts.len() {
            // The longest word that begins here.
            let longest = (1..=self.longest.clamp(1, starts.len() - at)).rev();
            let mut words =
                longest.map(|length| (length, &characters[starts[at]..end(at + length)]));
            let known = words.find_map(|(length, word)| Some((length, self.readings.get(word)?)));
            let itself = &characters[starts[at]..end(at + 1)];
            let (length, of_word) = known.map_or((1, itself), |(length, of)| (length, of));
            if at > 0 {
                reading.push(' ');
            }
            reading += of_word;
            at += length;
        }
        reading
    }
}
