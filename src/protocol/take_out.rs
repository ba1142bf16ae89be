//! What is the reader's own in one file, all of it to be read elsewhere, or some as a page: what is said of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Holding, Refused};

/// What every name begins with under which the page keeps something in the browser's storage.
pub const KEPT: &str = "jianyue.";

/// The member that has what the page keeps: an object of names and texts.
pub const BROWSER: &str = "browser.json";

/// A page of its own with documents of the reader's in it, and the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnePage {
    /// Where such a page is to be had, of the same build.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// The collection whose documents are in it; `None` for all.
    pub collection: Option<String>,
    /// The reader's corrections of documents, by their ids.
    pub patches: BTreeMap<String, String>,
    /// What the reader says of words, as a user dictionary.
    pub lexicon: String,
}

/// A file with all that is the reader's own, or a part of it: what would be too large to be taken in
/// again goes into several files, each of which can be taken in by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Where the browser has it, for a minute; empty until the page has made an address of what came with this.
    pub address: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// How many documents.
    pub documents: u32,
    /// Whether it is the last.
    pub is_last: bool,
}

/// Such a file was given, and waits until it is said what becomes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Its number.
    pub number: u32,
    /// Its name, with the folders that it was given in.
    pub path: String,
    /// How many documents it has.
    pub documents: u32,
    /// How many of them are kept here already, the same in every byte.
    pub known: u32,
    /// How many others would get another id, since one that is kept has theirs.
    pub renamed: u32,
    /// What the page kept where it was written: an object of names and texts, as JSON.
    pub browser: String,
}

/// What came of the documents of such a file since the last answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// Its number.
    pub number: u32,
    /// The documents that are kept now.
    pub holdings: Vec<Holding>,
    /// How many were there already.
    pub known: u32,
    /// What was not taken.
    pub refused: Vec<Refused>,
    /// At the end: by the ids that documents have in the file those that they have here, where these are
    /// others.
    pub renamed: BTreeMap<String, String>,
    /// Whether that was all of it.
    pub is_done: bool,
}
