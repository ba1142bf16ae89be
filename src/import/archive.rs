//! The members of a zip archive, one after the other. Nothing that an archive says of itself is believed:
//! what comes out is counted while it does, and a name that leads out of it is refused.

use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::encoding::{self, Encoding};
use super::{Cause, Taking, format, guess};

/// The end of an archive is at most so many bytes long: its record, and a comment.
const END: usize = 22 + 65_535;

/// Gives what comes of each member. `depth`: in so many archives is this one itself.
pub(super) fn take(
    taking: &mut Taking<'_>,
    path: &str,
    bytes: &[u8],
    depth: u8,
) -> ControlFlow<()> {
    let limits = taking.wishes.limits;
    let too_many = Cause::TooMany { most: limits.members };
    // Before the list of members takes memory.
    if says(bytes).is_some_and(|members| members > limits.members as u64) {
        return taking.refuse(path, too_many);
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return taking.refuse(path, broken(&error)),
    };
    if archive.len() > limits.members {
        return taking.refuse(path, too_many);
    }
    if archive.is_empty() {
        return taking.refuse(path, Cause::Empty);
    }
    if archive.has_duplicate_names() {
        let what = "two of its files have one name; only the last of them is there".to_owned();
        taking.refuse(path, Cause::Broken { what })?;
    }
    let names = Names::new(&archive);
    let mut buffer = Vec::new();
    for i in 0..archive.len() {
        let name = match archive.by_index_data(i) {
            Ok(entry) => names.read(entry.name_raw()),
            Err(error) => {
                taking.refuse(path, broken(&error))?;
                continue;
            }
        };
        if name.ends_with('/') || name.split('/').any(guess::is_hidden) {
            continue;
        }
        let inside = format!("{path}/{name}");
        match unpack(&mut archive, i, &name, taking, &mut buffer) {
            Ok(()) => taking.file(&inside, &buffer, depth + 1)?,
            Err(cause) => taking.refuse(&inside, cause)?,
        }
        // One large member does not hold its memory until the end.
        buffer.shrink_to(1 << 20);
    }
    ControlFlow::Continue(())
}

/// Unpacks a member into `buffer`.
fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    i: usize,
    name: &str,
    taking: &mut Taking<'_>,
    buffer: &mut Vec<u8>,
) -> Result<(), Cause> {
    let limits = taking.wishes.limits;
    if leads_out(name) {
        return Err(Cause::BadPath);
    }
    if format::is_no_text(name) {
        return Err(Cause::Unknown);
    }
    let entry = archive.by_index_data(i).map_err(|error| broken(&error))?;
    if entry.is_symlink() {
        return Err(Cause::BadPath);
    }
    if entry.encrypted() {
        return Err(Cause::Locked);
    }
    if entry.size() > limits.file_bytes {
        return Err(Cause::TooLarge { bytes: entry.size(), most: limits.file_bytes });
    }
    let left = limits.unpacked_bytes.saturating_sub(taking.unpacked);
    let most = left.min(limits.file_bytes);
    buffer.clear();
    let file = archive.by_index(i).map_err(|error| broken(&error))?;
    let read = file.take(most.saturating_add(1)).read_to_end(buffer);
    taking.unpacked = taking.unpacked.saturating_add(buffer.len() as u64);
    if buffer.len() as u64 > most {
        let most =
            if left <= limits.file_bytes { limits.unpacked_bytes } else { limits.file_bytes };
        return Err(Cause::Bomb { most });
    }
    read.map(|_| ()).map_err(|error| Cause::Broken { what: error.to_string() })
}

/// How the names of an archive are written: those that are not UTF-8 are all in one encoding.
struct Names(Option<Encoding>);

impl Names {
    fn new(archive: &ZipArchive<Cursor<&[u8]>>) -> Names {
        let mut other = Vec::new();
        for name in archive.file_names_raw() {
            if std::str::from_utf8(name).is_err() {
                other.extend_from_slice(name);
                other.push(b'\n');
            }
        }
        if other.is_empty() {
            return Names(None);
        }
        let decoded = encoding::decode(&other, None);
        Names(decoded.map(|decoded| decoded.encoding).filter(|encoding| encoding.is_chinese()))
    }

    /// A name with the separators of Unix. Windows packs in GBK what it does not mark as UTF-8.
    fn read(&self, name: &[u8]) -> String {
        let name = match std::str::from_utf8(name) {
            Ok(name) => name.to_owned(),
            Err(_) => self.0.unwrap_or(Encoding::GB18030).decode(name).0,
        };
        let name = name.replace('\\', "/");
        name.strip_prefix("./").map(str::to_owned).unwrap_or(name)
    }
}

/// Whether a name is a path to somewhere outside of the archive.
fn leads_out(name: &str) -> bool {
    let mut start = name.chars();
    let drive = start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':');
    drive
        || name.starts_with('/')
        || name.contains('\0')
        || name.split('/').any(|part| part == "..")
}

/// How many members the end of an archive says it has; `None` where there is no such end.
fn says(bytes: &[u8]) -> Option<u64> {
    let tail = bytes.get(bytes.len().saturating_sub(END)..)?;
    let at = memchr::memmem::rfind(tail, b"PK\x05\x06")?;
    let count = u16::from_le_bytes(tail.get(at + 10..at + 12)?.try_into().ok()?);
    if count < u16::MAX {
        return Some(count.into());
    }
    // What does not fit there stands in a longer record before it.
    let long = memchr::memmem::rfind(bytes, b"PK\x06\x06")?;
    let count = bytes.get(long.checked_add(32)?..long.checked_add(40)?)?;
    Some(u64::from_le_bytes(count.try_into().ok()?))
}

fn broken(error: &ZipError) -> Cause {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Cause::Locked,
        error => Cause::Broken { what: error.to_string() },
    }
}
