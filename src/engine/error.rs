//! What can go wrong where documents and packs are read: what, where, and the way out.
//! What a user types never fails.

use std::fmt;

use super::lexicon::BadLine;

/// A document or a pack that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The document's bytes are not UTF-8.
    NotUtf8 {
        /// The document's file name.
        file: String,
        /// The first line (from 1) that holds a wrong byte.
        line: usize,
    },
    /// The bytes are not a pack, or a damaged one.
    BrokenPack {
        /// What the reader met.
        what: String,
    },
    /// The pack was written by another version of the engine.
    OtherVersion {
        /// The version found in the pack.
        found: u32,
        /// The version that this engine writes and reads.
        wanted: u32,
    },
    /// The dictionary cannot be read.
    BadDictionary {
        /// What the segmenter says of it.
        what: String,
    },
    /// A line of a user dictionary is not understood.
    BadWord {
        /// The name of the file.
        file: String,
        /// The line.
        bad: BadLine,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotUtf8 { file, line } => write!(
                f,
                "{file}: line {line} is not UTF-8; convert it first, for example with: \
                 iconv -f GB18030 -t UTF-8 {file} > {file}.utf8"
            ),
            Error::BrokenPack { what } => {
                write!(f, "the library is damaged ({what}); build the site again")
            }
            Error::OtherVersion { found, wanted } => write!(
                f,
                "the library has format {found}, this program reads format {wanted}; \
                 build both from the same source"
            ),
            Error::BadDictionary { what } => {
                write!(f, "the dictionary cannot be read ({what}); a line is: word frequency tag")
            }
            Error::BadWord { file, bad: BadLine { line, text, cause } } => {
                write!(f, "{file}: line {line} is not understood: {text} ({cause})")
            }
        }
    }
}

impl std::error::Error for Error {}
