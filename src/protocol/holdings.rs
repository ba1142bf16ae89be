//! What crosses the border between the page and its workshop: texts to be cut into words, files that the
//! reader gives, and the documents of the reader's own as they are kept.

use serde::{Deserialize, Serialize};

use super::{Brought, CutUp, Exported, Merged, OnePage, ToCut};
pub use crate::engine::Given;
pub use crate::import::{Cause, Format, Refused};

/// A document of the reader's own is told apart from others by its key, which never changes.
pub type Key = u32;

/// What is wanted of the workshop. Jobs are done one after the other; each is answered, and what is
/// answered last of a job says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Texts are to be cut into words.
    Cut(ToCut),
    /// Which documents are kept?
    List,
    /// Files are to be taken in.
    Take(Batch),
    /// What is still to come of the files under way is not to be taken.
    Stop,
    /// Documents are to be kept no more.
    Remove(Vec<Key>),
    /// From now on this is said of documents.
    Describe(Vec<(Key, Given)>),
    /// A document is to be made anew of its file.
    Again(Key, Reading),
    /// Documents that another version has made are to be made anew of their files.
    Renew(Vec<Key>),
    /// All of them go into one file, with members that the page adds: their names and texts.
    Export(Vec<(String, String)>),
    /// Some go into a page of their own.
    Page(OnePage),
    /// The documents of the archive of this number, see [`Brought`], are to be kept; or it is not wanted.
    Merge(u32, bool),
}

/// Files, each whole, or a piece of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its number; what is answered bears the same.
    pub number: u32,
    /// The files, in their order.
    pub files: Vec<GivenFile>,
    /// The collection that the documents come into; empty for none.
    pub collection: String,
}

/// A file that the reader gives, or a piece of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenFile {
    /// Its name, and before it the folders that it was given in; `/` between parts.
    pub path: String,
    /// Its bytes; of a large file the next ones.
    #[serde(with = "super::bytes")]
    pub bytes: Vec<u8>,
    /// Whether these are its last bytes.
    pub is_whole: bool,
}

/// How a file is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The name of its encoding; `None`: the one that it seems to have.
    pub encoding: Option<String>,
    /// Whether its text is restored; `None`: if it looks damaged.
    pub is_restored: Option<bool>,
}

/// What the workshop answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The build that it belongs to.
    pub build: String,
    /// What it says.
    pub what: What,
}

/// What the workshop says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The words of texts.
    Cut(CutUp),
    /// The documents that are kept, in the order in which they came.
    Listed(Vec<Holding>),
    /// What came of the files, so far.
    Taken(Taken),
    /// These documents are others now, or new.
    Changed(Vec<Holding>),
    /// These are kept no more.
    Removed(Vec<Key>),
    /// So many documents of all have gone into the file that is written.
    Packed(u32, u32),
    /// A file is written.
    Exported(Exported),
    /// One that was written so was given: what becomes of it is to be said.
    Brought(Brought),
    /// What came of the documents of such a one, so far.
    Merged(Merged),
    /// A job could not be done, and has changed nothing; a batch goes no further.
    Failed(Trouble),
}

/// What came of a batch since the last answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The number of the batch.
    pub number: u32,
    /// The documents that are kept now.
    pub holdings: Vec<Holding>,
    /// How many were there already, the same in every byte.
    pub known: u32,
    /// What was not taken.
    pub refused: Vec<Refused>,
    /// Whether that was all of it.
    pub is_done: bool,
}

/// A document of the reader's own, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Its key.
    pub key: Key,
    /// Its id, as that of any document.
    pub id: String,
    /// The file that it came in: its name, with the folders and archives that it was in.
    pub path: String,
    /// What that was.
    pub format: Format,
    /// Its encoding; empty where the format has only one.
    pub encoding: String,
    /// Whether its text looks as a PDF leaves it.
    pub is_damaged: bool,
    /// Whether it is restored.
    pub is_restored: bool,
    /// What the file or the reader says of it.
    pub given: Given,
    /// How many characters it has, white space not counted.
    pub length: u32,
    /// How many bytes are kept of its file; 0 where it is kept with another document.
    pub bytes: u32,
}

/// Why the workshop cannot do its work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The browser has no room for more.
    Full,
    /// The browser keeps nothing for this page; as it says.
    Closed(String),
    /// A file that was read again gives no text so; its document is as it was.
    NoText,
    /// The page that documents are to go into is not to be had; as it is said.
    NoPage(String),
    /// It is of another build.
    OtherPage,
    /// Anything else, as the program or the browser says it.
    Program(String),
}
