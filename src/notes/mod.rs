//! What a reader attaches to passages: marks, notes, tags and bookmarks; as they are kept, and as
//! files for other programs.
//!
//! A note is kept as a text of its own: its version in the first line, then a W3C Web Annotation.

/// Web annotations, written and read.
mod annotation;
/// Notes as files.
mod files;
/// JSON, written and read.
pub mod json;

pub use annotation::{Addresses, Passage};
pub use files::{Columns, Row, csv, markdown};

use std::collections::BTreeMap;

use crate::engine::Anchor;
use json::Json;

/// The version of the texts that are written. Raised whenever older programs would misread them;
/// [`from_record`] then has a step from the version before.
pub const VERSION: u32 = 1;

/// Notes by their ids.
pub type Notes = BTreeMap<String, Note>;

/// Something attached to a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// How it is marked.
    pub kind: Kind,
    /// The document; empty if it is not known.
    pub doc: String,
    /// What that was called.
    pub title: String,
    /// The passage.
    pub anchor: Anchor,
    /// What the reader wrote; empty for nothing.
    pub text: String,
    /// What the reader put it under.
    pub tags: Vec<String>,
    /// When it was made, as `2026-11-21T08:00:00.000Z`; empty if that is not known.
    pub made: String,
    /// When it was last changed.
    pub changed: String,
}

/// How a passage is marked: each kind has a colour and a line of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Yellow, a dashed line.
    #[default]
    Yellow,
    /// Green, a double line.
    Green,
    /// Blue, a wavy line.
    Blue,
    /// Rose, a dotted line.
    Rose,
    /// Not marked: a place to come back to.
    Bookmark,
}

impl Kind {
    /// Those that a passage is marked with, as they are offered.
    pub const MARKS: [Kind; 4] = [Kind::Yellow, Kind::Green, Kind::Blue, Kind::Rose];

    /// Its name in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Yellow => "yellow",
            Kind::Green => "green",
            Kind::Blue => "blue",
            Kind::Rose => "rose",
            Kind::Bookmark => "bookmark",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Kind> {
        let all = Kind::MARKS.into_iter().chain([Kind::Bookmark]);
        all.into_iter().find(|kind| kind.name() == name)
    }
}

impl Note {
    /// Whether it says more than that something is marked.
    pub fn says(&self) -> bool {
        !self.text.trim().is_empty() || !self.tags.is_empty()
    }

    /// Whether it has all that is typed: each word somewhere in the passage, in what was written, in
    /// the title or in a tag; `#word` is a tag.
    pub fn has(&self, typed: &str) -> bool {
        let tags = || self.tags.iter().map(|tag| tag.to_lowercase());
        let texts = [&self.anchor.quote, &self.text, &self.title].map(|text| text.to_lowercase());
        typed.to_lowercase().split_whitespace().all(|word| match word.strip_prefix('#') {
            Some(tag) if !tag.is_empty() => tags().any(|of| of == tag),
            _ => texts.iter().any(|text| text.contains(word)) || tags().any(|of| of.contains(word)),
        })
    }
}

/// The tags of a field: set apart by white space, commas or the marks that Chinese has for them.
pub fn tags(typed: &str) -> Vec<String> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；' | '#');
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split(is_between).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|other| other == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// An id that no note has, for one made at this time.
pub fn new_id(notes: &Notes, made: &str) -> String {
    let digits = made.bytes().filter(u8::is_ascii_digit).take(18);
    let mut number = digits.fold(0, |number: u64, digit| number * 10 + u64::from(digit - b'0'));
    loop {
        let id = in_base_36(number);
        if !notes.contains_key(&id) {
            return id;
        }
        number = number.wrapping_add(1);
    }
}

/// An id for what has a longer name elsewhere: always the same for the same name (FNV-1a).
fn id_of(name: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("x{}", in_base_36(name.bytes().fold(0xcbf2_9ce4_8422_2325, step)))
}

fn in_base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// The text that a note is kept as.
pub fn to_record(id: &str, note: &Note, addresses: Addresses) -> String {
    format!("{VERSION}\n{}", annotation::written(id, note, addresses, ""))
}

/// The note that a text says; `None` for a text that is none. Of a newer program's what both know is
/// taken.
pub fn from_record(text: &str, addresses: Addresses) -> Option<Note> {
    let (version, text) = text.split_once('\n')?;
    version.parse::<u32>().ok().filter(|&version| version >= VERSION)?;
    annotation::read(&Json::parse(text)?, addresses).map(|(_, note)| note)
}

/// Whether a text that cannot be read is of a newer program, which can.
pub fn is_of_newer(text: &str) -> bool {
    let version = text.split_once('\n').and_then(|(version, _)| version.parse().ok());
    version.is_some_and(|version: u32| version > VERSION)
}

/// Notes as a collection of Web annotations, which [`import`] reads again. `base` is the address of
/// the page.
pub fn export(notes: &[(&str, &Note)], addresses: Addresses, base: &str) -> String {
    annotation::collection(notes, addresses, base).to_string()
}

/// The notes of a file: what [`export`] writes, or another program that annotates. How many of its
/// annotations are of nothing that could be found comes with them. `None` if the file is no JSON.
pub fn import(text: &str, addresses: Addresses) -> Option<(Notes, usize)> {
    let mut notes = Notes::new();
    let mut unread = 0;
    for item in annotation::items(&Json::parse(text)?) {
        match annotation::read(item, addresses) {
            Some((name, note)) => {
                let content = || format!("{}\n{}\n{}", note.doc, note.anchor.quote, note.text);
                let name = name.unwrap_or_else(content);
                let own = name.strip_prefix(annotation::NAMED).filter(|id| is_id(id));
                notes.insert(own.map_or_else(|| id_of(&name), str::to_owned), note);
            }
            None => unread += 1,
        }
    }
    Some((notes, unread))
}

fn is_id(id: &str) -> bool {
    (1..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}
