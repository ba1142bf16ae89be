//! The reader's own documents, brought from the browser's storage into the library some at a time: what
//! the reader searches meanwhile goes before. While the engine takes some, the next are read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::worker::HandlerId;
use wasm_bindgen_futures::spawn_local;

use crate::engine::{Engine, Fold, pack};
use crate::protocol::{Key, Request, Response};
use crate::storage::{Database, Fault, Packed};

/// So many documents are read and taken at once: some hundredths of a second of work. How large each is
/// nobody knows before.
const AT_ONCE: u32 = 64;

/// The page hears of so many bytes of documents at once, or a little more.
const TOLD_BYTES: usize = 4_000_000;

/// Which documents are in the library.
#[derive(Default)]
pub struct Shelf {
    /// The ids of the documents by their numbers.
    ids: BTreeMap<Key, String>,
    /// The number of the last one that was looked at.
    last: Key,
    /// Whether the library has the tables of all characters, and not only of its own.
    has_tables: bool,
    /// Who waits for documents, and the number of the question.
    pub waiting: Option<(u32, HandlerId)>,
    /// The storage, which stays open; `None` where it has yet to be opened, or was closed.
    open: Rc<RefCell<Option<Rc<Database>>>>,
    /// Whether documents are being read, and those that came when nobody waited for them.
    is_reading: bool,
    ahead: Option<Brought>,
    /// How many questions there were; and how often documents were others, so that what was read before is
    /// of no use.
    asked: u32,
    changed: u32,
    /// What the page has yet to hear of.
    untold: Untold,
}

/// Documents that were taken and of which the page has not heard.
#[derive(Default)]
struct Untold {
    /// How many, and those that another version has made.
    count: u32,
    outdated: Vec<Key>,
    bytes: usize,
}

/// What came out of the storage.
pub struct Brought {
    /// The documents; those of these numbers alone where some were asked for by number.
    documents: Result<Vec<Packed>, Fault>,
    keys: Option<Vec<Key>>,
    /// The tables of all characters, where they were not there yet.
    tables: Option<Vec<u8>>,
    /// How many questions, and changes, there had been when it was begun to be read.
    asked: u32,
    changed: u32,
}

impl Shelf {
    /// Documents are asked for: the next ones, or those that are others now. What of them is there already.
    pub fn ask(&mut self, request: &Request, brought: Rc<dyn Fn(Brought)>) -> Option<Brought> {
        self.asked += 1;
        if let Request::Reshelve(keys) = request {
            (self.is_reading, self.ahead) = (false, None);
            self.changed += 1;
            self.read(Some(keys.clone()), self.last, brought);
            return None;
        }
        let there = self.ahead.take();
        if there.is_none() && !self.is_reading {
            self.is_reading = true;
            self.read(None, self.last, brought);
        }
        there
    }

    fn read(&self, keys: Option<Vec<Key>>, last: Key, brought: Rc<dyn Fn(Brought)>) {
        let (open, has_tables) = (self.open.clone(), self.has_tables);
        let (asked, changed) = (self.asked, self.changed);
        spawn_local(async move {
            let mut tables = None;
            let mut documents = Err(Fault::NotKept);
            // One that is open may have been closed, for a later version of the program; then another is
            // tried once.
            let kept = open.borrow().clone();
            for kept in kept.map(Some).into_iter().chain([None]) {
                documents = async {
                    let database = match kept {
                        Some(database) => database,
                        None => Rc::new(Database::open().await?),
                    };
                    let documents = match &keys {
                        Some(keys) => database.documents(keys).await?,
                        None => database.after(last, AT_ONCE).await?,
                    };
                    if !has_tables && !documents.is_empty() {
                        tables = database.tables().await?;
                    }
                    open.replace(Some(database));
                    Ok(documents)
                }
                .await;
                if documents.is_ok() {
                    break;
                }
            }
            brought(Brought { documents, keys, tables, asked, changed });
        });
    }

    /// Takes what was brought into the library, if it is waited for, and has more read. The answer, where
    /// it is time for one. Where the browser keeps nothing for this page there is nothing to be had: the
    /// workshop says so, when something is to be kept.
    pub fn take(
        &mut self,
        engine: &mut Engine,
        brought: Brought,
        more: Rc<dyn Fn(Brought)>,
    ) -> Option<Response> {
        if brought.changed != self.changed {
            return None;
        }
        self.is_reading &= brought.keys.is_some();
        if self.waiting.is_none() {
            self.ahead = Some(brought).filter(|brought| brought.keys.is_none());
            return None;
        }
        let Brought { documents, keys, tables, asked, .. } = brought;
        let documents = documents.unwrap_or_default();
        let is_end = documents.len() < AT_ONCE as usize;
        // Some may have come in since what was asked for then was read.
        let is_done = keys.is_some() || is_end && asked == self.asked;
        if let Some((fold, readings)) =
            tables.and_then(|tables| postcard::from_bytes::<(Vec<u8>, String)>(&tables).ok())
        {
            engine.use_tables(Fold::new(&fold), readings);
            self.has_tables = true;
        }
        if !is_done {
            self.is_reading = true;
            let last = documents.last().map_or(self.last, |last| last.key);
            self.read(None, last, more);
        }
        let (is_of_keys, bytes) =
            (keys.is_some(), documents.iter().map(Packed::size).sum::<usize>());
        let (count, outdated) = self.put(engine, documents, keys);
        if is_of_keys {
            return Some(Response::Shelved { count, is_done, outdated });
        }
        self.untold.count += count;
        self.untold.outdated.extend(outdated);
        self.untold.bytes += bytes;
        if !is_done && self.untold.bytes < TOLD_BYTES {
            return None;
        }
        let Untold { count, outdated, .. } = std::mem::take(&mut self.untold);
        Some(Response::Shelved { count, is_done, outdated })
    }

    /// How many came in, or went; and those that another version has made.
    fn put(
        &mut self,
        engine: &mut Engine,
        documents: Vec<Packed>,
        keys: Option<Vec<Key>>,
    ) -> (u32, Vec<Key>) {
        let mut gone: Vec<String> = Vec::new();
        for key in keys.iter().flatten() {
            if !documents.iter().any(|document| document.key == *key) {
                gone.extend(self.ids.remove(key));
            }
        }
        engine.remove(|doc| gone.contains(&doc.id));
        let (mut count, mut outdated) = (gone.len() as u32, Vec::new());
        for document in documents {
            let key = document.key;
            // One that is not in yet comes in its turn.
            if keys.is_some() && key > self.last {
                continue;
            }
            self.last = self.last.max(key);
            match document.pack().and_then(|pack| pack::read_doc(pack).ok()) {
                Some(doc) => {
                    self.ids.insert(key, doc.id.clone());
                    // No other has the id of one that is new: it need not be looked for.
                    if keys.is_some() {
                        engine.put(doc)
                    } else {
                        engine.add(doc)
                    }
                    count += 1;
                }
                None => outdated.push(key),
            }
        }
        (count, outdated)
    }
}
