//! Files on their way in, and what is made of them: some at a time, so that between two steps others are
//! heard.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use super::archive::Archive;
use super::making;
use crate::engine::Segmenter;
use crate::import::{self, Members, Wishes};
use crate::protocol::{Cause, Given, GivenFile, Reading, Refused};
use crate::storage::{Added, Change};

/// Files that were given, and what is left of them.
#[derive(Default)]
pub struct Intake {
    /// The beginning of a large file.
    begun: Option<GivenFile>,
    /// Whole ones, in their order.
    files: VecDeque<(String, Vec<u8>)>,
    /// Archives that are open: each of the ones behind is in the one before.
    archives: Vec<Members<Vec<u8>>>,
    /// The collection that the documents come into; empty for none.
    pub collection: String,
}

/// What was made of some of them.
#[derive(Default)]
pub struct Made {
    /// To be written.
    pub change: Change,
    /// What was not taken.
    pub refused: Vec<Refused>,
    /// Archives with all that a reader has, written by this program: nothing is taken of one until the
    /// reader has said what; each with its path.
    pub brought: Vec<(String, Archive<Vec<u8>>)>,
}

/// So deep an archive may lie in others.
const DEPTH: usize = 2;

impl Intake {
    /// Takes a file, or the next piece of one.
    pub fn give(&mut self, file: GivenFile) {
        let GivenFile { path, bytes, is_whole } = file;
        let mut whole = match self.begun.take().filter(|begun| begun.path == path) {
            Some(begun) => begun.bytes,
            None => Vec::new(),
        };
        if whole.is_empty() {
            whole = bytes;
        } else {
            whole.extend(bytes);
        }
        if is_whole {
            self.files.push_back((path, whole));
        } else {
            self.begun = Some(GivenFile { path, bytes: whole, is_whole });
        }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.archives.is_empty()
    }

    /// Drops what is left.
    pub fn stop(&mut self) {
        *self = Intake { collection: std::mem::take(&mut self.collection), ..Intake::default() };
    }

    /// Makes documents of about so many bytes of files.
    pub fn go_on(&mut self, bytes: usize, words: &Segmenter) -> Made {
        let (mut made, mut done) = (Made::default(), 0);
        while done < bytes {
            let Some((path, file)) = self.next(&mut made.refused) else { break };
            done += file.len();
            if import::is_archive(&path, &file) {
                self.open(path, file, &mut made);
            } else {
                self.make(&path, file, words, &mut made);
            }
        }
        made
    }

    /// The next file: of the archive that is open, or of those given.
    fn next(&mut self, refused: &mut Vec<Refused>) -> Option<(String, Vec<u8>)> {
        while let Some(archive) = self.archives.last_mut() {
            match archive.next() {
                Some((path, Ok(bytes))) => return Some((path, bytes)),
                Some((path, Err(cause))) => refused.push(Refused { path, cause }),
                None => _ = self.archives.pop(),
            }
        }
        self.files.pop_front()
    }

    fn open(&mut self, path: String, file: Vec<u8>, made: &mut Made) {
        let refusal = |cause| Refused { path: path.clone(), cause };
        if self.archives.len() >= DEPTH {
            return made.refused.push(refusal(Cause::Nested));
        }
        if self.archives.is_empty() && Archive::open(file.as_slice()).is_some() {
            return made.brought.extend(Archive::open(file).map(|archive| (path, archive)));
        }
        match Members::open(&path, file, Wishes::default().limits) {
            Ok((archive, twice)) => {
                made.refused.extend(twice.map(refusal));
                let before = self.archives.last().map_or(0, Members::unpacked);
                self.archives.push(archive.after(before));
            }
            Err(cause) => made.refused.push(refusal(cause)),
        }
    }

    fn make(&mut self, path: &str, file: Vec<u8>, words: &Segmenter, made: &mut Made) {
        let print = print(&file);
        let mut documents = Vec::new();
        let _ = import::take(path, &file, &Wishes::default(), &mut |found| {
            match found {
                Ok(taken) => {
                    let made_of =
                        making::document(&taken, &Reading::default(), print.clone(), words);
                    match made_of {
                        Ok(document) => documents.push(document),
                        Err(error) => made.refused.push(Refused {
                            path: taken.path,
                            cause: Cause::Broken { what: error.to_string() },
                        }),
                    }
                }
                Err(refused) => made.refused.push(refused),
            }
            ControlFlow::Continue(())
        });
        if !self.collection.is_empty() {
            for (record, pack) in &mut documents {
                let collections = vec![self.collection.clone()];
                let given = Given { collections, ..record.said.clone() };
                if let Ok(with) = making::given(pack, &given) {
                    (*pack, record.given) = (with, Some(given));
                }
            }
        }
        if !documents.is_empty() {
            made.change.added.push(Added { file, documents });
        }
    }
}

/// A name for bytes (Fowler, Noll and Vo's hash, 64 bits, variant 1a), and how many they are.
pub fn print(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}-{}", bytes.len())
}
