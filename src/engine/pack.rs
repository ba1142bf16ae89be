//! The corpus as bytes, for the build to write and the worker to read. The format is stated
//! once, by the types of `corpus.rs` through postcard; writer and reader stand side by side.
//!
//! Layout: the four bytes `JYPK`, the version, how many documents there are; then for each its
//! length in bytes and the document. Numbers are of 32 bits, little endian. So a pack can be read as it comes in.

use super::corpus::{Corpus, Doc};
use super::error::Error;

const MARK: &[u8; 4] = b"JYPK";

/// Raised whenever the layout or the types of `corpus.rs` change.
const VERSION: u32 = 3;

/// Writes a corpus. The same corpus gives the same bytes.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let mut pack = MARK.to_vec();
    pack.extend(VERSION.to_le_bytes());
    pack.extend((corpus.docs.len() as u32).to_le_bytes());
    for doc in &corpus.docs {
        // Writing plain data to memory has no way to fail.
        let doc = postcard::to_allocvec(doc).unwrap_or_default();
        pack.extend((doc.len() as u32).to_le_bytes());
        pack.extend(doc);
    }
    pack
}

/// Reads a corpus.
///
/// # Errors
///
/// As those of [`Reader`].
pub fn read(pack: &[u8]) -> Result<Corpus, Error> {
    let mut reader = Reader::default();
    let docs = reader.read(pack)?;
    reader.end()?;
    Ok(Corpus { docs })
}

/// Reads a pack that comes in pieces.
#[derive(Default)]
pub struct Reader {
    /// How many documents are still to come; `None` until the pack says so.
    pub left: Option<u32>,
    /// What is not a whole document yet.
    rest: Vec<u8>,
}

impl Reader {
    /// Reads the next piece: the documents that are whole with it.
    ///
    /// # Errors
    ///
    /// [`Error::BrokenPack`] if the bytes are no pack, [`Error::OtherVersion`] if another version
    /// of the engine wrote them.
    pub fn read(&mut self, piece: &[u8]) -> Result<Vec<Doc>, Error> {
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
            (self.left, bytes) = (Some(number(count)), after);
        }
        let mut docs = Vec::new();
        while let Some(left @ 1..) = self.left
            && let Some((length, after)) = bytes.split_first_chunk::<4>()
            && let Some((doc, after)) = after.split_at_checked(number(length) as usize)
        {
            docs.push(postcard::from_bytes(doc).map_err(|error| broken(&error.to_string()))?);
            (self.left, bytes) = (Some(left - 1), after);
        }
        let read = self.rest.len() - bytes.len();
        self.rest.drain(..read);
        Ok(docs)
    }

    /// Says that all of it was read.
    ///
    /// # Errors
    ///
    /// [`Error::BrokenPack`] if something is missing, or too much.
    pub fn end(&self) -> Result<(), Error> {
        match (self.left, self.rest.len()) {
            (Some(0), 0) => Ok(()),
            (Some(0), _) => Err(broken("it goes on after its end")),
            _ => Err(broken("it ends early")),
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

fn broken(what: &str) -> Error {
    Error::BrokenPack { what: what.to_owned() }
}
