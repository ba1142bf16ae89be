//! The corpus as bytes, for the build to write and the worker to read. The format is stated
//! once, by the types of `corpus.rs` through postcard; writer and reader stand side by side.
//!
//! Layout: the four bytes `JYPK`, the version, how many documents there are; then the tables, and
//! each document, with its length in bytes before it. Numbers are of 32 bits, little endian. So a pack can be read as it comes in.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Engine;
use super::corpus::{Corpus, Doc, Origin, Source};
use super::error::Error;
use super::study::NewWord;
use super::text::Fold;

const MARK: &[u8; 4] = b"JYPK";

/// Raised whenever the layout or the types of `corpus.rs` change.
pub const VERSION: u32 = 7;

/// What is known of the characters and the words of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// How they are folded; see [`Fold::new`].
    pub fold: Vec<u8>,
    /// How they are read; see [`Pinyin::new`](super::Pinyin::new).
    pub readings: String,
    /// Words that the dictionary lacks; see [`new_words`](super::new_words).
    pub new_words: Vec<NewWord>,
    /// What a person says of words, as a user dictionary; its words are cut by it.
    pub lexicon: String,
    /// The headings that the documents stand under; see [`Engine::with_headings`].
    pub headings: Vec<(u32, String)>,
}

/// Writes a corpus. The same corpus gives the same bytes.
pub fn write(corpus: &Corpus, tables: &Tables) -> Vec<u8> {
    bound(corpus.docs.iter().map(write_doc), tables)
}

/// Writes of a corpus what a search needs, and nothing that only reading does: no sources, and of each piece of text
/// only which line of them it is from.
pub fn write_early(mut corpus: Corpus, fold: Vec<u8>) -> Vec<u8> {
    for doc in &mut corpus.docs {
        (doc.source, doc.patch) = (Source::default(), String::new());
        doc.page.removed.clear();
        doc.page.date.iter_mut().for_each(|date| date.evidence.clear());
        // Results say lines, and no more of where a text comes from.
        let origins = doc.page.blocks.iter_mut().flat_map(|block| &mut block.origin);
        origins.for_each(|origin| *origin = Origin { column: 1, sure: 100, ..*origin });
    }
    write(&corpus, &Tables { fold, ..Tables::default() })
}

/// The pack of documents that were each written by itself ([`write_doc`]).
pub fn bound(docs: impl ExactSizeIterator<Item = Vec<u8>>, tables: &Tables) -> Vec<u8> {
    let mut pack = MARK.to_vec();
    pack.extend(VERSION.to_le_bytes());
    pack.extend((docs.len() as u32).to_le_bytes());
    // Writing plain data to memory has no way to fail.
    add(&mut pack, postcard::to_allocvec(tables).unwrap_or_default());
    docs.for_each(|doc| add(&mut pack, doc));
    pack
}

/// Writes a document by itself.
pub fn write_doc(doc: &Doc) -> Vec<u8> {
    // As above.
    postcard::to_allocvec(doc).unwrap_or_default()
}

/// Reads a document by itself.
///
/// # Errors
///
/// [`Error::BrokenPack`] if the bytes are none of this [`VERSION`].
pub fn read_doc(bytes: &[u8]) -> Result<Doc, Error> {
    of(bytes)
}

fn add(pack: &mut Vec<u8>, record: Vec<u8>) {
    pack.extend((record.len() as u32).to_le_bytes());
    pack.extend(record);
}

/// Reads a corpus, and makes it searchable.
///
/// # Errors
///
/// As those of [`Reader`].
pub fn read(pack: &[u8]) -> Result<Engine, Error> {
    let mut reader = Reader::default();
    reader.read(pack)?;
    reader.end()
}

/// The tables of a pack, whatever comes after them; `None` if there are none.
pub fn tables(pack: &[u8]) -> Option<Tables> {
    let (length, after) = pack.get(12..)?.split_first_chunk::<4>()?;
    of(after.get(..number(length) as usize)?).ok()
}

/// Reads a pack that comes in pieces.
#[derive(Default)]
pub struct Reader {
    /// The engine over what was read; `None` until the tables were.
    engine: Option<Engine>,
    /// How many records are still to come; `None` until the pack says so.
    left: Option<u32>,
    /// What is not a whole record yet.
    rest: Vec<u8>,
}

impl Reader {
    /// Reads the next piece.
    ///
    /// # Errors
    ///
    /// [`Error::BrokenPack`] if the bytes are no pack, [`Error::OtherVersion`] if another version
    /// of the engine wrote them.
    pub fn read(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.rest.extend_from_slice(piece);
        let mut bytes = self.rest.as_slice();
        if self.left.is_none()
            && let Some((head, after)) = bytes.split_first_chunk::<12>()
        {
            let numbers = head.strip_prefix(MARK).ok_or_else(|| broken("it is no pack"))?;
            let (version, count) = numbers.split_at(4);
            let found = number(version);
            if found != VERSION {
                return Err(Error::OtherVersion { found, wanted: VERSION });
            }
            (self.left, bytes) = (Some(number(count).saturating_add(1)), after);
        }
        while let Some(left @ 1..) = self.left
            && let Some((length, after)) = bytes.split_first_chunk::<4>()
            && let Some((record, after)) = after.split_at_checked(number(length) as usize)
        {
            match &mut self.engine {
                Some(engine) => engine.add(of(record)?),
                None => {
                    let Tables { fold, readings, new_words, lexicon, headings } = of(record)?;
                    let engine = Engine::new(Corpus::default(), Fold::new(&fold));
                    let engine = engine.with_readings(readings).with_new_words(new_words);
                    self.engine = Some(engine.with_headings(headings).with_lexicon(&lexicon));
                }
            }
            (self.left, bytes) = (Some(left - 1), after);
        }
        let read = self.rest.len() - bytes.len();
        self.rest.drain(..read);
        Ok(())
    }

    /// The engine over all of it.
    ///
    /// # Errors
    ///
    /// [`Error::BrokenPack`] if something is missing, or too much.
    pub fn end(self) -> Result<Engine, Error> {
        match (self.left, self.rest.len(), self.engine) {
            (Some(0), 0, Some(engine)) => Ok(engine),
            (Some(0), ..) => Err(broken("it goes on after its end")),
            _ => Err(broken("it ends early")),
        }
    }
}

fn of<T: DeserializeOwned>(record: &[u8]) -> Result<T, Error> {
    postcard::from_bytes(record).map_err(|error| broken(&error.to_string()))
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

fn broken(what: &str) -> Error {
    Error::BrokenPack { what: what.to_owned() }
}
