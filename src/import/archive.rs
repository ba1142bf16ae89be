//! The members of a zip archive, one after the other. Nothing that an archive says of itself is believed:
//! what comes out is counted while it does, and a name that leads out of it is refused.

use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::encoding::{self, Encoding};
use super::{Cause, Limits, Taking, format, guess};

/// The end of an archive is at most so many bytes long: its record, and a comment.
const END: usize = 22 + 65_535;

/// An archive that is being unpacked: gives one member after the other, so that who takes them can stop
/// between two, and none is held but that one.
pub struct Members<B> {
    path: String,
    archive: ZipArchive<Cursor<B>>,
    names: Names,
    limits: Limits,
    /// The next one.
    next: usize,
    /// Bytes that came out so far, of this archive and those that it is in.
    unpacked: u64,
}

/// A member: its path, and its bytes; or why it is not taken.
pub type Member = (String, Result<Vec<u8>, Cause>);

impl<B: AsRef<[u8]>> Members<B> {
    /// Opens an archive. What is wrong with it as a whole is answered, and then also with one that can be
    /// opened all the same: two of its files have one name.
    ///
    /// # Errors
    ///
    /// Why nothing of it can be taken.
    pub fn open(path: &str, bytes: B, limits: Limits) -> Result<(Self, Option<Cause>), Cause> {
        let archive = opened(bytes, &limits)?;
        if archive.is_empty() {
            return Err(Cause::Empty);
        }
        let twice = archive.has_duplicate_names().then(|| Cause::Broken {
            what: "two of its files have one name; only the last of them is there".to_owned(),
        });
        let names = Names::new(archive.file_names_raw());
        let path = path.to_owned();
        Ok((Members { path, archive, names, limits, next: 0, unpacked: 0 }, twice))
    }

    /// The same, with so many bytes that have come out of what it is in.
    pub fn after(self, unpacked: u64) -> Self {
        Members { unpacked, ..self }
    }

    /// How many bytes came out so far.
    pub fn unpacked(&self) -> u64 {
        self.unpacked
    }

    /// The bytes of the member of this name, whatever they are; `None` where there is none.
    pub fn named(&mut self, name: &str) -> Option<Result<Vec<u8>, Cause>> {
        let i = self.archive.index_for_name(name)?;
        Some(self.read(i))
    }

    /// Unpacks a member.
    fn unpack(&mut self, i: usize, name: &str) -> Result<Vec<u8>, Cause> {
        if leads_out(name) {
            return Err(Cause::BadPath);
        }
        if format::is_no_text(name) {
            return Err(Cause::Unknown);
        }
        self.read(i)
    }

    /// The bytes of a member, if they are no more than may come out.
    fn read(&mut self, i: usize) -> Result<Vec<u8>, Cause> {
        let limits = self.limits;
        let entry = self.archive.by_index_data(i).map_err(|error| broken(&error))?;
        if entry.is_symlink() {
            return Err(Cause::BadPath);
        }
        if entry.encrypted() {
            return Err(Cause::Locked);
        }
        if entry.size() > limits.file_bytes {
            return Err(Cause::TooLarge { bytes: entry.size(), most: limits.file_bytes });
        }
        let left = limits.unpacked_bytes.saturating_sub(self.unpacked);
        let most = left.min(limits.file_bytes);
        let mut bytes = Vec::new();
        let file = self.archive.by_index(i).map_err(|error| broken(&error))?;
        let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
        self.unpacked = self.unpacked.saturating_add(bytes.len() as u64);
        if bytes.len() as u64 > most {
            let most =
                if left <= limits.file_bytes { limits.unpacked_bytes } else { limits.file_bytes };
            return Err(Cause::Bomb { most });
        }
        read.map(|_| bytes).map_err(|error| Cause::Broken { what: error.to_string() })
    }
}

impl<B: AsRef<[u8]>> Iterator for Members<B> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        while self.next < self.archive.len() {
            let i = self.next;
            self.next += 1;
            let name = match self.archive.by_index_data(i) {
                Ok(entry) => self.names.read(entry.name_raw()),
                Err(error) => return Some((self.path.clone(), Err(broken(&error)))),
            };
            // Folders, and what programs leave in them.
            if name.ends_with('/') || name.split('/').any(guess::is_hidden) {
                continue;
            }
            let unpacked = self.unpack(i, &name);
            return Some((format!("{}/{name}", self.path), unpacked));
        }
        None
    }
}

/// Opens an archive that has no more members than may be.
pub(super) fn opened<B: AsRef<[u8]>>(
    bytes: B,
    limits: &Limits,
) -> Result<ZipArchive<Cursor<B>>, Cause> {
    let too_many = Cause::TooMany { most: limits.members };
    // Before the list of members takes memory.
    if says(bytes.as_ref()).is_some_and(|members| members > limits.members as u64) {
        return Err(too_many);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > limits.members { Err(too_many) } else { Ok(archive) }
}

/// Gives what comes of each member. `depth`: in so many archives is this one itself.
pub(super) fn take(
    taking: &mut Taking<'_>,
    path: &str,
    bytes: &[u8],
    depth: u8,
) -> ControlFlow<()> {
    let (members, twice) = match Members::open(path, bytes, taking.wishes.limits) {
        Ok(opened) => opened,
        Err(cause) => return taking.refuse(path, cause),
    };
    if let Some(twice) = twice {
        taking.refuse(path, twice)?;
    }
    let mut members = members.after(taking.unpacked);
    while let Some((inside, member)) = members.next() {
        taking.unpacked = members.unpacked();
        match member {
            Ok(bytes) => taking.file(&inside, &bytes, depth + 1)?,
            Err(cause) => taking.refuse(&inside, cause)?,
        }
        members.unpacked = taking.unpacked;
    }
    ControlFlow::Continue(())
}

/// How the names of an archive are written: those that are not UTF-8 are all in one encoding.
struct Names(Option<Encoding>);

impl Names {
    fn new<'a>(names: impl Iterator<Item = &'a [u8]>) -> Names {
        let mut other = Vec::new();
        for name in names {
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

/// What is wrong with an archive.
pub(super) fn broken(error: &ZipError) -> Cause {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Cause::Locked
        }
        error => Cause::Broken { what: error.to_string() },
    }
}
