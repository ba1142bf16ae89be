//! Files of other programs become texts. Pure: bytes in, texts out, whatever the bytes are; no clock, no
//! web, and no file is ever opened here.
//!
//! A text is as the engine reads it: a paragraph a line, a blank line between two; a heading has the
//! number signs of Markdown before it. What is laid out in lines (a plain text, a page of a PDF) keeps
//! its lines: to restore them is the engine's work.

pub mod epub;
pub mod docx;
pub mod pdf;
mod dates;
mod paragraphs;
mod parts;
mod xml;
mod xhtml;

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// An electronic book.
    Epub,
    /// A document of a word processor, Office Open XML.
    Docx,
    /// A document of pages.
    Pdf,
    /// A table of values apart by commas or tabs.
    Csv,
    /// A JSON object a line.
    Jsonl,
}

/// What a file says, and what it says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// The text; see the top of this file.
    pub text: String,
    /// The title that the file names; empty where it names none.
    pub title: String,
    /// Who wrote it, as the file says; empty where it does not.
    pub author: String,
    /// When, as the file says: `2021`, `2021-03` or `2021-03-05`; empty where it does not.
    pub date: String,
}

/// How much is taken at most. What goes beyond is refused by name, and harms nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Bytes that may come out of an archive, a book or a document, unpacked, all together.
    pub unpacked_bytes: u64,
    /// Files in an archive.
    pub members: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { file_bytes: 200_000_000, unpacked_bytes: 1_000_000_000, members: 100_000 }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// It has no text, or nothing but white space.
    Empty,
    /// It is none of the formats.
    Unknown,
    /// It has more bytes than are taken.
    TooLarge { bytes: u64, most: u64 },
    /// Unpacked it would have more bytes than are taken.
    Bomb { most: u64 },
    /// An archive has more files than are taken.
    TooMany { most: usize },
    /// The name of a member of an archive leads out of it.
    BadPath,
    /// It is locked by a password.
    Locked,
    /// A PDF of so many pages without text: pictures of pages.
    Scanned { pages: u32 },
    /// A table has no column for the text; it has these.
    NoText { columns: Vec<String> },
    /// It is damaged, or not what its name says; in the words of what read it.
    Broken { what: String },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Empty => f.write_str("there is no text in it"),
            Cause::Unknown => f.write_str(
                "it is none of .txt .md .html .epub .docx .pdf .csv .jsonl .zip; convert it first",
            ),
            Cause::TooLarge { bytes, most } => {
                write!(f, "it has {bytes} bytes, more than {most}; split it first")
            }
            Cause::Bomb { most } => {
                write!(
                    f,
                    "unpacked it has more than {most} bytes; unpack it, and choose what to take"
                )
            }
            Cause::TooMany { most } => {
                write!(f, "it holds more than {most} files; unpack it, and take it in parts")
            }
            Cause::BadPath => f.write_str("its name leads out of the archive; unpack it by hand"),
            Cause::Locked => f.write_str("it is locked by a password; save it without one"),
            Cause::Scanned { pages } => write!(
                f,
                "its {pages} pages are pictures and have no text; have a program for text recognition read it"
            ),
            Cause::NoText { columns } => {
                write!(
                    f,
                    "no column is called text; it has {}: name the one to take",
                    columns.join(", ")
                )
            }
            Cause::Broken { what } => {
                write!(f, "it is damaged or not what its name says ({what}); open and save it anew")
            }
        }
    }
}
