//! A file that is an archive of parts: a book, a document. What comes out of it, all parts together,
//! is bounded.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::result::ZipError;

use super::{Cause, Limits, archive};

/// The parts of a file by their names.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    /// How many bytes came out so far.
    read: u64,
}

impl<'a> Parts<'a> {
    /// Opens the file.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Parts<'a>, Cause> {
        if bytes.len() as u64 > limits.file_bytes {
            return Err(Cause::TooLarge { bytes: bytes.len() as u64, most: limits.file_bytes });
        }
        Ok(Parts { archive: archive::opened(bytes, limits)?, limits: *limits, read: 0 })
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The bytes of a part; `None` where there is none of this name.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Cause> {
        let part = match self.archive.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            part => part.map_err(|error| archive::broken(&error))?,
        };
        let left = self.limits.unpacked_bytes.saturating_sub(self.read);
        let mut bytes = Vec::new();
        // What the archive says of sizes is not believed: one byte too many is enough to know.
        part.take(left.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| broken(error.to_string()))?;
        if bytes.len() as u64 > left {
            return Err(Cause::Bomb { most: self.limits.unpacked_bytes });
        }
        self.read += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The text of a part that is XML.
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, Cause> {
        Ok(self.bytes(name)?.map(|bytes| decoded(&bytes)))
    }
}

/// The file is damaged, in these words.
pub fn broken(what: impl Into<String>) -> Cause {
    Cause::Broken { what: what.into() }
}

/// XML says its encoding by a mark of byte order or in its first line; else it is UTF-8.
fn decoded(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => declared(bytes).unwrap_or(UTF_8),
    };
    encoding.decode(bytes).0.into_owned()
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head =
        std::str::from_utf8(bytes.get(..bytes.iter().take(200).position(|&b| b == b'>')?)?).ok()?;
    let (_, after) = head.strip_prefix("<?xml")?.split_once("encoding")?;
    let name = after.trim_start_matches(['=', ' ']).trim_start_matches(['"', '\'']);
    Encoding::for_label(name.split(['"', '\'']).next()?.as_bytes())
}
