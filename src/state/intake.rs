//! The files that the reader gives, on their way into the library: which is read next and with which
//! others, how many have been done, what became of them. The state knows their names and sizes; the hook
//! has the files, and reads what is asked for. While the workshop has a batch the next one is read; no more
//! than these two are in memory at a time.

use std::rc::Rc;

use crate::import::Limits;
use crate::protocol::{Batch, Cause, GivenFile, Refused, Taken};

/// A batch has no more files than this.
const FILES: usize = 100;

/// And no more bytes; a file that has more is a batch by itself.
const BATCH_BYTES: u64 = 1_000_000;

/// Of a large file so many bytes are read at once.
const PIECE_BYTES: u64 = 4_000_000;

/// A file that is given: its bytes are not read yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offered {
    /// By this number whoever has the file knows it.
    pub number: u32,
    /// Its name, and before it the folders that it was given in.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// Bytes of a file that are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The number of the file.
    pub number: u32,
    /// From this byte.
    pub from: u64,
    /// To this one.
    pub to: u64,
    path: String,
    is_whole: bool,
}

impl Piece {
    /// Whether it is all of its file.
    pub fn is_all(&self) -> bool {
        self.is_whole && self.from == 0
    }
}

/// What is to be read next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToRead {
    /// The number of the batch that it becomes.
    pub number: u32,
    /// The pieces.
    pub pieces: Vec<Piece>,
    collection: Rc<str>,
    /// Where the intake was before it.
    before: At,
}

/// Bytes that were read; or why they could not be.
pub type Bytes = Result<Vec<u8>, String>;

/// Files that were given together.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pile {
    files: Rc<[Offered]>,
    /// What they come into; empty for nothing.
    collection: Rc<str>,
}

/// How far the intake is: in which pile, at which of its files, at which of its bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    pile: usize,
    file: usize,
    byte: u64,
}

/// Files on their way into the library, or, at the end, what became of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Intake {
    /// How many files were given, and how many bytes they have.
    pub given: (u32, u64),
    /// How many of them are done.
    pub done: (u32, u64),
    /// How many documents came of them.
    pub taken: u32,
    /// How many were there already.
    pub known: u32,
    /// The name of the file that is read.
    pub now: Rc<str>,
    /// Whether the reader wants no more of them, or nothing more can be kept.
    pub is_stopped: bool,
    /// When the first was given, and when anything was heard last, in milliseconds.
    clock: (u64, u64),
    /// How many files, and bytes, were done before those that come in now.
    before: (u32, u64),
    /// What was not taken.
    refused: Rc<Vec<Rc<[Refused]>>>,
    piles: Rc<Vec<Pile>>,
    at: At,
    /// Up to here each file is a batch by itself: one of them has ended the workshop.
    alone: At,
    /// The batch that is being read.
    to_read: Option<Rc<ToRead>>,
    /// The one that is read, and waits for the workshop.
    waits: Option<(Rc<ToRead>, Rc<Vec<GivenFile>>)>,
    /// The one that the workshop has.
    sent: Option<Rc<ToRead>>,
    /// How often files are being looked for in folders.
    looking: u32,
    /// The number of the last batch.
    last: u32,
}

impl Intake {
    /// Whether files are on their way.
    pub fn is_running(&self) -> bool {
        let is_under_way = self.sent.is_some() || self.waits.is_some() || self.to_read.is_some();
        is_under_way || self.looking > 0 || self.next().is_some()
    }

    /// Whether there is nothing to be said of it.
    pub fn is_idle(&self) -> bool {
        self.given.0 == 0 && self.looking == 0
    }

    /// What was not taken, in the order in which that was known.
    pub fn refused(&self) -> impl Iterator<Item = &Refused> {
        self.refused.iter().flat_map(|some| some.iter())
    }

    /// How much was not taken.
    pub fn refused_count(&self) -> u32 {
        self.refused.iter().map(|some| some.len() as u32).sum()
    }

    /// How many bytes are done in a second; `None` before that is known.
    pub fn rate(&self) -> Option<u64> {
        let milliseconds = self.clock.1.saturating_sub(self.clock.0);
        let bytes = self.done.1.saturating_sub(self.before.1);
        (milliseconds >= 1_000 && bytes > 0).then(|| bytes * 1_000 / milliseconds)
    }

    /// How many seconds are left at that rate.
    pub fn seconds_left(&self) -> Option<u64> {
        let left = self.given.1.saturating_sub(self.done.1);
        self.rate().filter(|&rate| rate > 0 && self.is_running()).map(|rate| left.div_ceil(rate))
    }

    /// How many hundredths are done of what comes in now; `None` where nothing is known.
    pub fn percent(&self) -> Option<u32> {
        let files = (self.given.0 - self.before.0).into();
        let bytes = self.given.1 - self.before.1;
        let done = (u64::from(self.done.0 - self.before.0), self.done.1 - self.before.1);
        let (done, all) = if bytes > 0 { (done.1, bytes) } else { (done.0, files) };
        (files > 0).then(|| (done * 100 / all) as u32)
    }

    /// What is to be read; `None` for nothing.
    pub fn to_read(&self) -> Option<&Rc<ToRead>> {
        self.to_read.as_ref()
    }

    /// Files are given, at this time.
    pub(super) fn offered(&mut self, files: Vec<Offered>, collection: Rc<str>, now: u64) {
        self.begin(now);
        self.given.0 += files.len() as u32;
        self.given.1 += files.iter().map(|file| file.bytes).sum::<u64>();
        Rc::make_mut(&mut self.piles).push(Pile { files: files.into(), collection });
    }

    /// Files are being looked for in folders, or no longer.
    pub(super) fn looking(&mut self, is_begun: bool, now: u64) {
        if is_begun {
            self.begin(now);
            // What was stopped may not be over; it is not to stop these too.
            self.is_stopped = false;
            self.looking += 1;
        } else {
            self.looking = self.looking.saturating_sub(1);
        }
    }

    /// After one that is over another begins. What became of the files before is still said, until that
    /// was seen.
    fn begin(&mut self, now: u64) {
        if !self.is_running() {
            self.before = self.done;
            self.given = self.done;
            (self.clock, self.is_stopped) = ((now, now), false);
            (self.piles, self.at, self.alone) = (Rc::default(), At::default(), At::default());
        }
    }

    /// The next file that is not read, or not wholly.
    fn next(&self) -> Option<(&Pile, &Offered)> {
        let pile = self.piles.get(self.at.pile)?;
        Some((pile, pile.files.get(self.at.file)?))
    }

    /// Past the file that is next.
    fn pass(&mut self) {
        self.at = At { file: self.at.file + 1, byte: 0, ..self.at };
        while self.piles.get(self.at.pile).is_some_and(|pile| self.at.file >= pile.files.len()) {
            self.at = At { pile: self.at.pile + 1, ..At::default() };
        }
    }

    /// Has the next batch read, if none is read or being read. The rest of a large file is only read when
    /// the workshop has taken what comes before.
    pub(super) fn go_on(&mut self) {
        let is_in_file = self.sent.is_some() && self.at.byte > 0;
        if self.to_read.is_some() || self.waits.is_some() || is_in_file {
            return;
        }
        let most = Limits::default().file_bytes;
        while let Some((_, file)) = self.next() {
            if self.is_stopped {
                return self.pass_all();
            }
            if file.bytes <= most {
                break;
            }
            let bytes = file.bytes;
            let path = file.path.clone();
            self.refuse(vec![Refused { path, cause: Cause::TooLarge { bytes, most } }]);
            self.done = (self.done.0 + 1, self.done.1 + bytes);
            self.pass();
        }
        let before = self.at;
        let Some((pile, first)) = self.next() else { return };
        let (collection, now) = (pile.collection.clone(), first.path.as_str().into());
        let (mut pieces, mut bytes) = (Vec::new(), 0);
        while let Some((_, file)) = self.next().filter(|_| self.at.pile == before.pile) {
            let from = self.at.byte;
            let to = if file.bytes > BATCH_BYTES {
                file.bytes.min(from + PIECE_BYTES)
            } else {
                file.bytes
            };
            if !pieces.is_empty()
                && (pieces.len() >= FILES
                    || bytes + file.bytes > BATCH_BYTES
                    || before < self.alone)
            {
                break;
            }
            bytes += to - from;
            let (number, path, is_whole) = (file.number, file.path.clone(), to == file.bytes);
            pieces.push(Piece { number, from, to, path, is_whole });
            if is_whole {
                self.pass();
            } else {
                self.at.byte = to;
                break;
            }
        }
        self.last += 1;
        if self.sent.is_none() {
            self.now = now;
        }
        let read = ToRead { number: self.last, pieces, collection, before };
        self.to_read = Some(Rc::new(read));
    }

    /// The bytes of a batch are read. Whether the workshop has to drop what it has of a file, of which
    /// the rest cannot be read.
    pub(super) fn read(&mut self, number: u32, bytes: Vec<Bytes>, now: u64) -> bool {
        let Some(read) = self.to_read.take_if(|read| read.number == number) else { return false };
        self.clock.1 = now;
        if self.is_stopped {
            return false;
        }
        let (mut files, mut refused, mut is_torn) = (Vec::new(), Vec::new(), false);
        let mut there = ToRead { pieces: Vec::new(), ..(*read).clone() };
        for (piece, bytes) in read.pieces.iter().zip(bytes) {
            let path = piece.path.clone();
            match bytes {
                Ok(bytes) => {
                    files.push(GivenFile { path, bytes, is_whole: piece.is_whole });
                    there.pieces.push(piece.clone());
                }
                Err(what) => {
                    is_torn |= piece.from > 0;
                    refused.push(Refused { path, cause: Cause::Broken { what } });
                    self.leave(piece);
                }
            }
        }
        self.refuse(refused);
        if !files.is_empty() {
            self.waits = Some((Rc::new(there), Rc::new(files)));
        }
        is_torn
    }

    /// Of a file nothing more is to be read.
    fn leave(&mut self, piece: &Piece) {
        let whole = self.next().filter(|_| !piece.is_whole).map(|(_, file)| file.bytes);
        self.done.0 += 1;
        self.done.1 += whole.unwrap_or(piece.to) - piece.from;
        if whole.is_some() {
            self.pass();
        }
    }

    /// The batch that waits for the workshop; it is sent then.
    pub(super) fn batch(&mut self) -> Option<Batch> {
        if self.sent.is_some() {
            return None;
        }
        let (read, files) = self.waits.take()?;
        if let Some(first) = read.pieces.first() {
            self.now = first.path.as_str().into();
        }
        let (files, collection) = (Rc::unwrap_or_clone(files), read.collection.to_string());
        let batch = Batch { number: read.number, files, collection };
        self.sent = Some(read);
        Some(batch)
    }

    /// The workshop has taken a batch, or some of it.
    pub(super) fn answered(&mut self, taken: Taken, now: u64) {
        let is_refused = |piece: &Piece| taken.refused.iter().any(|of| of.path == piece.path);
        if self.sent.as_ref().is_some_and(|sent| sent.number == taken.number) {
            self.clock.1 = now;
            self.taken += taken.holdings.len() as u32;
            self.known += taken.known;
            if let Some(read) = self.sent.take_if(|_| taken.is_done) {
                for piece in &read.pieces {
                    // The rest of a file of which the beginning is refused is not read.
                    if piece.is_whole || is_refused(piece) {
                        self.leave(piece);
                    } else {
                        self.done.1 += piece.to - piece.from;
                    }
                }
            }
        }
        self.refuse(taken.refused);
    }

    /// The workshop could not do the batch that it has, or has died of it. Several files are given again
    /// one by one, so that only the one that did it is refused.
    pub(super) fn broke(&mut self, why: &str) {
        let Some(read) = self.sent.take() else { return };
        if read.pieces.len() > 1 {
            // Which of them did it nobody knows, if no more of them is wanted.
            if self.is_stopped {
                return;
            }
            // What was read ahead is read again when it is come to.
            let ahead = self.waits.take().map(|(ahead, _)| ahead).or(self.to_read.take());
            let end = ahead.map_or(self.at, |ahead| ahead.before);
            (self.alone, self.at) = (end.max(self.alone), read.before);
            return;
        }
        for piece in &read.pieces {
            let cause = Cause::Broken { what: why.to_owned() };
            self.refuse(vec![Refused { path: piece.path.clone(), cause }]);
            self.leave(piece);
        }
    }

    /// The reader wants no more of what is given.
    pub(super) fn stop(&mut self) {
        self.is_stopped = true;
        self.pass_all();
        // What is being read is not sent any more; what is sent is waited for.
        (self.to_read, self.waits) = (None, None);
    }

    /// Nothing more can be taken.
    pub(super) fn give_up(&mut self) {
        self.stop();
        self.sent = None;
    }

    fn pass_all(&mut self) {
        self.at = At { pile: self.piles.len(), ..At::default() };
    }

    /// What became of the files need not be said any more.
    pub(super) fn dismiss(&mut self) {
        if !self.is_running() {
            *self = Intake { last: self.last, ..Intake::default() };
        }
    }

    fn refuse(&mut self, refused: Vec<Refused>) {
        if !refused.is_empty() {
            Rc::make_mut(&mut self.refused).push(refused.into());
        }
    }
}
