//! The reader's own documents, brought from the browser's storage into the library some at a time: what
//! the reader searches meanwhile goes before.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::worker::HandlerId;
use wasm_bindgen_futures::spawn_local;

use crate::engine::{Engine, Fold, pack};
use crate::protocol::{Key, Request, Response};
use crate::storage::{Database, Fault, Packed};

/// So many documents are brought at once: some hundredths of a second of work.
const AT_ONCE: u32 = 64;

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
}

/// What came out of the storage.
pub struct Brought {
    /// The documents; those of these numbers alone where some were asked for by number.
    documents: Result<Vec<Packed>, Fault>,
    asked: Option<Vec<Key>>,
    /// The tables of all characters, where they were not there yet.
    tables: Option<Vec<u8>>,
}

impl Shelf {
    /// Has documents brought: the next ones, or those that are others now.
    pub fn bring(&self, request: &Request, brought: Rc<dyn Fn(Brought)>) {
        let (last, has_tables) = (self.last, self.has_tables);
        let asked = match request {
            Request::Reshelve(keys) => Some(keys.clone()),
            _ => None,
        };
        spawn_local(async move {
            let mut tables = None;
            let documents = async {
                let database = Database::open().await?;
                let documents = match &asked {
                    Some(keys) => database.documents(keys).await?,
                    None => database.after(last, AT_ONCE).await?,
                };
                if !has_tables && !documents.is_empty() {
                    tables = database.tables().await?;
                }
                Ok(documents)
            };
            let documents = documents.await;
            brought(Brought { documents, asked, tables });
        });
    }

    /// Takes what was brought into the library. Where the browser keeps nothing for this page there is
    /// nothing to be had: the workshop says so, when something is to be kept.
    pub fn take(&mut self, engine: &mut Engine, brought: Brought) -> Response {
        let Brought { documents, asked, tables } = brought;
        let documents = documents.unwrap_or_default();
        let is_done = asked.is_some() || documents.len() < AT_ONCE as usize;
        if let Some((fold, readings)) =
            tables.and_then(|tables| postcard::from_bytes::<(Vec<u8>, String)>(&tables).ok())
        {
            engine.use_tables(Fold::new(&fold), readings);
            self.has_tables = true;
        }
        let mut gone: Vec<String> = Vec::new();
        for key in asked.iter().flatten() {
            if !documents.iter().any(|document| document.key == *key) {
                gone.extend(self.ids.remove(key));
            }
        }
        engine.remove(|doc| gone.contains(&doc.id));
        let (mut count, mut outdated) = (gone.len() as u32, Vec::new());
        for Packed { key, bytes } in documents {
            // One that is not in yet comes in its turn.
            if asked.is_some() && key > self.last {
                continue;
            }
            self.last = self.last.max(key);
            match bytes.and_then(|bytes| pack::read_doc(&bytes).ok()) {
                Some(doc) => {
                    self.ids.insert(key, doc.id.clone());
                    // No other has the id of one that is new: it need not be looked for.
                    if asked.is_some() {
                        engine.put(doc)
                    } else {
                        engine.add(doc)
                    }
                    count += 1;
                }
                None => outdated.push(key),
            }
        }
        Response::Shelved { count, is_done, outdated }
    }
}
