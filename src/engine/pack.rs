//! The corpus as bytes, for the build to write and the worker to read. The format is stated
//! once, by [`Corpus`]'s own types through postcard; writer and reader stand side by side.
//!
//! Layout: the four bytes `JYPK`, the version (little endian), then the corpus.

use super::corpus::Corpus;
use super::error::Error;

const MARK: &[u8; 4] = b"JYPK";

/// Raised whenever the types of `corpus.rs` change.
const VERSION: u32 = 2;

/// Writes a corpus. The same corpus gives the same bytes.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let mut pack = MARK.to_vec();
    pack.extend(VERSION.to_le_bytes());
    // Writing plain data to memory has no way to fail.
    pack.extend(postcard::to_allocvec(corpus).unwrap_or_default());
    pack
}

/// Reads a corpus.
///
/// # Errors
///
/// [`Error::BrokenPack`] if the bytes are no pack, [`Error::OtherVersion`] if another version
/// of the engine wrote them.
pub fn read(pack: &[u8]) -> Result<Corpus, Error> {
    let broken = |what: &str| Error::BrokenPack { what: what.to_owned() };
    let body = pack.strip_prefix(MARK).ok_or_else(|| broken("it does not begin with JYPK"))?;
    let (version, body) = body.split_first_chunk::<4>().ok_or_else(|| broken("it ends early"))?;
    let found = u32::from_le_bytes(*version);
    if found != VERSION {
        return Err(Error::OtherVersion { found, wanted: VERSION });
    }
    postcard::from_bytes(body).map_err(|error| broken(&error.to_string()))
}
