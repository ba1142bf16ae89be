//! The reader's own documents, brought from the browser's storage into the library some at a time: what
//! the reader searches meanwhile goes before. While the engine takes some, the next are read.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
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
    /// Whether documents are being read, and those that came and are not in the library yet: one lot, which
    /// waits for someone to wait for it, or for the next to be asked for.
    is_reading: bool,
    here: VecDeque<Brought>,
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

impl Brought {
    /// The number after which the next documents are; `None` where these are the last, or no part of a row.
    fn next(&self) -> Option<Key> {
        let documents = self.documents.as_ref().ok().filter(|_| self.keys.is_none())?;
        documents.last().filter(|_| documents.len() >= AT_ONCE as usize).map(|last| last.key)
    }
}

impl Shelf {
    /// Documents are asked for: the next ones, or those that are others now. Whether some are there already,
    /// and can be [taken](Shelf::take).
    pub fn ask(&mut self, request: &Request, brought: Rc<dyn Fn(Brought)>) -> bool {
        self.asked += 1;
        if let Request::Reshelve(keys) = request {
            self.is_reading = false;
            self.here.clear();
            self.changed += 1;
            self.read(Some(keys.clone()), self.last, brought);
            return false;
        }
        self.read_on(brought);
        !self.here.is_empty()
    }

    /// Documents came out of the storage. Whether they are waited for, and can be taken: the next are asked
    /// for before, and are read meanwhile.
    pub fn came(&mut self, came: Brought, brought: Rc<dyn Fn(Brought)>) -> bool {
        if came.changed != self.changed {
            return false;
        }
        self.is_reading &= came.keys.is_some();
        // Those that were asked for by number are asked for again, if the question was.
        if came.keys.is_none() || self.waiting.is_some() {
            self.here.push_back(came);
        }
        if self.waiting.is_some() {
            self.read_on(brought);
        }
        self.waiting.is_some()
    }

    /// Asks for what comes after what is there, unless that is the end, or it is being read.
    fn read_on(&mut self, brought: Rc<dyn Fn(Brought)>) {
        let last = match self.here.back() {
            None => Some(self.last),
            Some(came) => came.next(),
        };
        if let Some(last) = last.filter(|_| !self.is_reading) {
            self.is_reading = true;
            self.read(None, last, brought);
        }
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

    /// Takes what is there into the library, if it is waited for. The answer, where it is time for one.
    /// Where the browser keeps nothing for this page there is nothing to be had: the workshop says so, when
    /// something is to be kept.
    pub fn take(&mut self, engine: &mut Engine, brought: Rc<dyn Fn(Brought)>) -> Option<Response> {
        self.waiting?;
        let came = self.here.pop_front()?;
        // Some may have come in since what was asked for then was read.
        let is_done = came.keys.is_some() || came.next().is_none() && came.asked == self.asked;
        let Brought { documents, keys, tables, .. } = came;
        let documents = documents.unwrap_or_default();
        if let Some((fold, readings)) =
            tables.and_then(|tables| postcard::from_bytes::<(Vec<u8>, String)>(&tables).ok())
            && !self.has_tables
        {
            engine.use_tables(Fold::new(&fold), readings);
            self.has_tables = true;
        }
        let (is_of_keys, bytes) =
            (keys.is_some(), documents.iter().map(Packed::size).sum::<usize>());
        let (count, outdated) = self.put(engine, documents, keys);
        if !is_done {
            self.read_on(brought);
        }
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
