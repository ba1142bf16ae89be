//! The database in the browser; see the top of `storage/mod.rs`. Futures of it have to be awaited one
//! after the other, with nothing else awaited between: a transaction that has nothing to do is over. What
//! does not depend on each other is all asked for before the first answer is waited for: an answer takes
//! longer than what is done for it.

use std::collections::BTreeMap;
use std::fmt;
use std::future::IntoFuture;

use idb::{
    Database as Idb, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams,
    Query, Transaction, TransactionMode,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;
use web_sys::js_sys::{Reflect, Uint8Array, global};

use super::record::Record;
use crate::engine::pack;
use crate::protocol::{Key, Trouble};

/// The name of the database; all versions of the program share it. That of a page with a library of its own
/// (`publish/single.js`) has the page's name behind it.
const NAME: &str = "jianyue";

/// What such a page tells its workers by.
const SHELF: &str = "shelf";

/// Raised when there are other stores.
const VERSION: u32 = 1;

const DOCUMENTS: &str = "documents";
const HOLDINGS: &str = "holdings";
const ORIGINALS: &str = "originals";
const IDS: &str = "ids";
const TABLES: &str = "tables";

/// An open database.
pub struct Database(Idb);

/// A document as it is kept.
pub struct Packed {
    /// Its number.
    pub key: Key,
    /// As it is kept: before it the version that packed it.
    bytes: Vec<u8>,
}

impl Packed {
    /// It, packed; `None` where another version packed it.
    pub fn pack(&self) -> Option<&[u8]> {
        self.bytes.strip_prefix(&pack::VERSION.to_le_bytes())
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// What is written in one transaction.
#[derive(Default)]
pub struct Change {
    /// Files, and the documents that came of each.
    pub added: Vec<Added>,
    /// Documents that are others now.
    pub changed: Vec<(Key, Record, Option<Vec<u8>>)>,
    /// Documents that go.
    pub removed: Vec<Key>,
}

/// A file, and what came of it.
pub struct Added {
    /// Its bytes.
    pub file: Vec<u8>,
    /// The documents: what is known of each, but for the number of the file, and it itself, packed.
    pub documents: Vec<(Record, Vec<u8>)>,
}

/// What the database does not do.
#[derive(Debug)]
pub enum Fault {
    /// As the browser says it.
    Said(Error),
    /// All was written, and then not kept: most often there is no room.
    NotKept,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Said(error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.exception()) {
            (_, Some(exception)) => write!(f, "{}: {}", exception.name(), exception.message()),
            (Fault::Said(error), None) => error.fmt(f),
            (Fault::NotKept, None) => f.write_str("the browser did not keep it"),
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        let is_full = fault.exception().is_some_and(|it| it.name() == "QuotaExceededError");
        match &fault {
            Fault::NotKept => Trouble::Full,
            _ if is_full => Trouble::Full,
            Fault::Said(Error::IndexedDbNotFound(_) | Error::IndexedDbOpenFailed(_)) => {
                Trouble::Closed(fault.to_string())
            }
            Fault::Said(_) => Trouble::Program(fault.to_string()),
        }
    }
}

impl Fault {
    fn exception(&self) -> Option<DomException> {
        match self {
            Fault::Said(Error::DomException(exception)) => Some(exception.clone()),
            Fault::Said(Error::AddFailed(value)) => value.dyn_ref().cloned(),
            _ => None,
        }
    }
}

impl Drop for Database {
    /// A connection that nobody closes would be in the way of a later version, and of being removed.
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    /// Opens it, and makes what it has not yet.
    ///
    /// # Errors
    ///
    /// [`Fault`] where the browser keeps nothing for this page.
    pub async fn open() -> Result<Database, Fault> {
        let shelf = Reflect::get(&global(), &SHELF.into()).ok().and_then(|name| name.as_string());
        let name = shelf.map_or(NAME.to_owned(), |shelf| format!("{NAME} {shelf}"));
        let mut opening = Factory::new()?.open(&name, Some(VERSION))?;
        opening.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            for store in [DOCUMENTS, ORIGINALS, HOLDINGS, IDS, TABLES] {
                let mut numbered = ObjectStoreParams::new();
                numbered.auto_increment(matches!(store, DOCUMENTS | ORIGINALS));
                // What fails here makes the opening fail.
                let _ = database.create_object_store(store, numbered);
            }
        });
        let mut database = opening.await?;
        // A later version of the program that wants other stores must not wait for this page.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Database(database))
    }

    /// The next documents after one of this number, in the order in which they came: so many at most.
    pub async fn after(&self, key: Key, count: u32) -> Result<Vec<Packed>, Fault> {
        let reading = self.0.transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
        let documents = reading.object_store(DOCUMENTS)?;
        let range = || KeyRange::lower_bound(&key.into(), Some(true)).map(Query::KeyRange);
        let keys = documents.get_all_keys(Some(range()?), Some(count))?.into_future();
        let values = documents.get_all(Some(range()?), Some(count))?.into_future();
        let (keys, values) = (keys.await?, values.await?);
        Ok(keys
            .iter()
            .zip(values)
            .filter_map(|(key, value)| Some(Packed { key: number(key)?, bytes: bytes(&value) }))
            .collect())
    }

    /// Documents of these numbers; those that are there.
    pub async fn documents(&self, keys: &[Key]) -> Result<Vec<Packed>, Fault> {
        let reading = self.0.transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
        let documents = reading.object_store(DOCUMENTS)?;
        let values = asked(keys, |&key| documents.get(JsValue::from(key))).await?;
        let found = keys.iter().zip(values);
        Ok(found.filter_map(|(&key, of)| Some(Packed { key, bytes: bytes(&of?) })).collect())
    }

    /// What is known of documents of these numbers; of those that are there, and that can be read.
    pub async fn records_of(&self, keys: &[Key]) -> Result<Vec<(Key, Record)>, Fault> {
        let reading = self.0.transaction(&[HOLDINGS], TransactionMode::ReadOnly)?;
        let holdings = reading.object_store(HOLDINGS)?;
        let values = asked(keys, |&key| holdings.get(JsValue::from(key))).await?;
        let found = keys.iter().zip(values);
        Ok(found.filter_map(|(&key, of)| Some((key, record(&of?)?))).collect())
    }

    /// What is known of all documents, in the order in which they came. Records that cannot be read are
    /// left where they are.
    pub async fn records(&self) -> Result<Vec<(Key, Record)>, Fault> {
        let reading = self.0.transaction(&[HOLDINGS], TransactionMode::ReadOnly)?;
        let holdings = reading.object_store(HOLDINGS)?;
        let keys = holdings.get_all_keys(None, None)?.into_future();
        let values = holdings.get_all(None, None)?.into_future();
        let (keys, values) = (keys.await?, values.await?);
        let both = keys.iter().zip(values);
        Ok(both.filter_map(|(key, value)| Some((number(key)?, record(&value)?))).collect())
    }

    /// The bytes of a file; `None` if they are not there.
    pub async fn original(&self, key: Key) -> Result<Option<Vec<u8>>, Fault> {
        let reading = self.0.transaction(&[ORIGINALS], TransactionMode::ReadOnly)?;
        let value = reading.object_store(ORIGINALS)?.get(JsValue::from(key))?.await?;
        Ok(value.map(|value| bytes(&value)))
    }

    /// The tables of all characters; `None` if there are none, as before the first document.
    pub async fn tables(&self) -> Result<Option<Vec<u8>>, Fault> {
        let reading = self.0.transaction(&[TABLES], TransactionMode::ReadOnly)?;
        let value = reading.object_store(TABLES)?.get(JsValue::from(TABLES))?.await?;
        Ok(value.map(|value| bytes(&value)))
    }

    /// Keeps the tables of all characters.
    pub async fn put_tables(&self, tables: &[u8]) -> Result<(), Fault> {
        let writing = self.0.transaction(&[TABLES], TransactionMode::ReadWrite)?;
        let store = writing.object_store(TABLES)?;
        store.put(&Uint8Array::from(tables), Some(&TABLES.into()))?.await?;
        finish(writing).await
    }

    /// Writes all of it, or, if that fails, nothing. Answers the numbers and the records of what was
    /// added. An id that another document has gets a number behind it; a document whose bytes one of the
    /// same name has is not added, and counted as known.
    pub async fn write(&self, change: Change) -> Result<(Vec<(Key, Record)>, u32), Fault> {
        let writing = self
            .0
            .transaction(&[DOCUMENTS, HOLDINGS, ORIGINALS, IDS], TransactionMode::ReadWrite)?;
        let stores = Stores {
            documents: writing.object_store(DOCUMENTS)?,
            holdings: writing.object_store(HOLDINGS)?,
            originals: writing.object_store(ORIGINALS)?,
            ids: writing.object_store(IDS)?,
        };
        match stores.write(change).await {
            Ok(written) => finish(writing).await.map(|()| written),
            Err(fault) => {
                // What was written of it so far is taken back.
                let _ = writing.abort();
                Err(fault)
            }
        }
    }
}

/// The stores of a transaction.
struct Stores {
    documents: ObjectStore,
    holdings: ObjectStore,
    originals: ObjectStore,
    ids: ObjectStore,
}

impl Stores {
    async fn write(&self, change: Change) -> Result<(Vec<(Key, Record)>, u32), Fault> {
        let (added, known) = self.add(change.added).await?;
        for (key, record, pack) in change.changed {
            // Another page may have removed it meanwhile.
            let key = JsValue::from(key);
            if self.holdings.get(key.clone())?.await?.is_none() {
                continue;
            }
            self.holdings.put(&record.to_json().into(), Some(&key))?.await?;
            if let Some(pack) = pack {
                self.documents.put(&versioned(&pack), Some(&key))?.await?;
            }
        }
        let mut originals = Vec::new();
        for key in change.removed {
            originals.extend(self.remove(key).await?);
        }
        if !originals.is_empty() {
            // A file goes with the last of the documents that came in it.
            for json in self.holdings.get_all(None, None)?.await? {
                let left = record(&json);
                originals.retain(|of| left.as_ref().is_none_or(|left| left.original != *of));
            }
            for original in originals {
                self.originals.delete(JsValue::from(original))?.await?;
            }
        }
        Ok((added, known))
    }

    /// Adds documents. Their numbers and records; how many were known.
    async fn add(&self, files: Vec<Added>) -> Result<(Vec<(Key, Record)>, u32), Fault> {
        let (files, known) = self.new_ones(files).await?;
        // A file's bytes are kept once, with the first of the documents.
        let bytes = |of: &Added| Uint8Array::from(of.file.as_slice());
        let kept = asked(&files, |of| self.originals.add(&bytes(of), None)).await?;
        let mut records = Vec::new();
        let mut packs = Vec::new();
        for (Added { file, documents }, original) in files.into_iter().zip(kept) {
            for (at, (mut record, pack)) in documents.into_iter().enumerate() {
                record.original = number(&original).unwrap_or_default();
                record.bytes = if at == 0 { file.len() as u32 } else { 0 };
                records.push(record);
                packs.push(pack);
            }
        }
        let keys = asked(&packs, |pack| self.documents.add(&versioned(pack), None)).await?;
        let both: Vec<(&JsValue, &Record)> = keys.iter().zip(&records).collect();
        let told =
            asked(&both, |(key, record)| self.holdings.put(&record.to_json().into(), Some(key)));
        let named =
            asked(&both, |(key, record)| self.ids.put(key, Some(&record.id.as_str().into())));
        told.await?;
        named.await?;
        let keys = keys.iter().map(|key| number(key).unwrap_or_default());
        Ok((keys.zip(records).collect(), known))
    }

    /// Gives each document an id that no other has, and leaves out those that are there already; how many
    /// these are.
    async fn new_ones(&self, files: Vec<Added>) -> Result<(Vec<Added>, u32), Fault> {
        let documents = files.iter().flat_map(|file| &file.documents);
        let ids: Vec<JsValue> = documents.map(|(record, _)| record.id.as_str().into()).collect();
        let mut taken = asked(&ids, |id| self.ids.get(id.clone())).await?.into_iter();
        let (mut left, mut known) = (Vec::new(), 0);
        // What this transaction adds, by its ids: the bytes that it came of, and its path.
        let mut added: BTreeMap<String, (String, String)> = BTreeMap::new();
        for Added { file, documents } in files {
            let mut new = Vec::new();
            for (mut record, pack) in documents {
                let by = taken.next().flatten();
                if self.is_new(&mut record, by, &added).await? {
                    added.insert(record.id.clone(), (record.print.clone(), record.path.clone()));
                    new.push((record, pack));
                } else {
                    known += 1;
                }
            }
            if !new.is_empty() {
                left.push(Added { file, documents: new });
            }
        }
        Ok((left, known))
    }

    /// Gives a record an id that no other has; `by` is the number of the document that has its id. Whether
    /// its document is not there yet.
    async fn is_new(
        &self,
        record: &mut Record,
        mut by: Option<JsValue>,
        added: &BTreeMap<String, (String, String)>,
    ) -> Result<bool, Fault> {
        let id = record.id.clone();
        for count in 2.. {
            let other = match (added.get(&record.id), by.take()) {
                (Some(other), _) => Some(other.clone()),
                (None, Some(key)) => {
                    let other = self.holdings.get(key)?.await?;
                    let other = other.and_then(|json| self::record(&json));
                    other.map(|other| (other.print, other.path))
                }
                (None, None) => break,
            };
            if other.is_some_and(|(print, path)| print == record.print && path == record.path) {
                return Ok(false);
            }
            record.id = format!("{id} ({count})");
            by = self.ids.get(JsValue::from(record.id.as_str()))?.await?;
        }
        Ok(true)
    }

    /// Removes a document. The number of the file that it came in.
    async fn remove(&self, key: Key) -> Result<Option<Key>, Fault> {
        let json = self.holdings.get(JsValue::from(key))?.await?;
        self.documents.delete(JsValue::from(key))?.await?;
        self.holdings.delete(JsValue::from(key))?.await?;
        let Some(record) = json.and_then(|json| record(&json)) else { return Ok(None) };
        self.ids.delete(JsValue::from(record.id.as_str()))?.await?;
        Ok(Some(record.original))
    }
}

/// Asks for something of each at once; all of the answers.
fn asked<T, V, R: IntoFuture<Output = Result<V, Error>>>(
    all: &[T],
    ask: impl Fn(&T) -> Result<R, Error>,
) -> impl Future<Output = Result<Vec<V>, Fault>> {
    let asked: Vec<_> = all.iter().map(|of| ask(of).map(R::into_future)).collect();
    async move {
        let mut answers = Vec::with_capacity(asked.len());
        for one in asked {
            answers.push(one?.await?);
        }
        Ok(answers)
    }
}

async fn finish(writing: Transaction) -> Result<(), Fault> {
    let end = writing.commit()?.await?;
    if end.is_committed() { Ok(()) } else { Err(Fault::NotKept) }
}

/// A packed document with the version of the format before it.
fn versioned(pack: &[u8]) -> JsValue {
    let value = Uint8Array::new_with_length(pack.len() as u32 + 4);
    value.subarray(0, 4).copy_from(&pack::VERSION.to_le_bytes());
    value.subarray(4, pack.len() as u32 + 4).copy_from(pack);
    value.into()
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn record(json: &JsValue) -> Option<Record> {
    Record::parse(&json.as_string()?)
}

fn number(key: &JsValue) -> Option<Key> {
    key.as_f64().map(|key| key as Key)
}
