//! The database in the browser; see the top of `storage/mod.rs`. Futures of it have to be awaited one
//! after the other, with nothing else awaited between: a transaction that has nothing to do is over.

use std::fmt;

use idb::{
    Database as Idb, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams,
    Query, Transaction, TransactionMode,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;
use web_sys::js_sys::Uint8Array;

use super::record::Record;
use crate::engine::pack;
use crate::protocol::{Key, Trouble};

/// The name of the database; all versions of the program share it.
const NAME: &str = "jianyue";

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
    /// It, packed; `None` where another version packed it.
    pub bytes: Option<Vec<u8>>,
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
        let mut opening = Factory::new()?.open(NAME, Some(VERSION))?;
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
        let keys = documents.get_all_keys(Some(range()?), Some(count))?.await?;
        let values = documents.get_all(Some(range()?), Some(count))?.await?;
        Ok(keys
            .iter()
            .zip(values)
            .filter_map(|(key, value)| packed(number(key)?, &value))
            .collect())
    }

    /// Documents of these numbers; those that are there.
    pub async fn documents(&self, keys: &[Key]) -> Result<Vec<Packed>, Fault> {
        let reading = self.0.transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
        let documents = reading.object_store(DOCUMENTS)?;
        let mut found = Vec::new();
        for &key in keys {
            let value = documents.get(JsValue::from(key))?.await?;
            found.extend(value.and_then(|value| packed(key, &value)));
        }
        Ok(found)
    }

    /// What is known of all documents, in the order in which they came. Records that cannot be read are
    /// left where they are.
    pub async fn records(&self) -> Result<Vec<(Key, Record)>, Fault> {
        let reading = self.0.transaction(&[HOLDINGS], TransactionMode::ReadOnly)?;
        let holdings = reading.object_store(HOLDINGS)?;
        let keys = holdings.get_all_keys(None, None)?.await?;
        let values = holdings.get_all(None, None)?.await?;
        let record = |value: JsValue| Record::parse(&value.as_string()?);
        let both = keys.iter().zip(values);
        Ok(both.filter_map(|(key, value)| Some((number(key)?, record(value)?))).collect())
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
        let (mut added, mut known) = (Vec::new(), 0);
        for Added { file, documents } in change.added {
            let mut original = None;
            for (mut record, pack) in documents {
                if !self.is_new(&mut record).await? {
                    known += 1;
                    continue;
                }
                // The bytes are kept once, with the first of the documents.
                let of = match original {
                    Some(of) => of,
                    None => {
                        let value = Uint8Array::from(file.as_slice());
                        let key = self.originals.add(&value, None)?.await?;
                        record.bytes = file.len() as u32;
                        *original.insert(number(&key).unwrap_or_default())
                    }
                };
                record.original = of;
                let key = self.documents.add(&versioned(&pack), None)?.await?;
                self.holdings.put(&record.to_json().into(), Some(&key))?.await?;
                self.ids.put(&key, Some(&record.id.as_str().into()))?.await?;
                added.push((number(&key).unwrap_or_default(), record));
            }
        }
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
                let left = json.as_string().and_then(|json| Record::parse(&json));
                originals.retain(|of| left.as_ref().is_none_or(|left| left.original != *of));
            }
            for original in originals {
                self.originals.delete(JsValue::from(original))?.await?;
            }
        }
        Ok((added, known))
    }

    /// Gives a record an id that no other has. Whether its document is not there yet.
    async fn is_new(&self, record: &mut Record) -> Result<bool, Fault> {
        let id = record.id.clone();
        for count in 2.. {
            let Some(key) = self.ids.get(JsValue::from(record.id.as_str()))?.await? else { break };
            let other = self.holdings.get(key)?.await?.and_then(|json| json.as_string());
            let other = other.and_then(|json| Record::parse(&json));
            if other.is_some_and(|other| other.print == record.print && other.path == record.path) {
                return Ok(false);
            }
            record.id = format!("{id} ({count})");
        }
        Ok(true)
    }

    /// Removes a document. The number of the file that it came in.
    async fn remove(&self, key: Key) -> Result<Option<Key>, Fault> {
        let json = self.holdings.get(JsValue::from(key))?.await?.and_then(|json| json.as_string());
        self.documents.delete(JsValue::from(key))?.await?;
        self.holdings.delete(JsValue::from(key))?.await?;
        let Some(record) = json.and_then(|json| Record::parse(&json)) else { return Ok(None) };
        self.ids.delete(JsValue::from(record.id.as_str()))?.await?;
        Ok(Some(record.original))
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

fn packed(key: Key, value: &JsValue) -> Option<Packed> {
    let mut bytes = bytes(value);
    let version = bytes.get(..4)?.try_into().ok().map(u32::from_le_bytes)?;
    let bytes = (version == pack::VERSION).then(|| bytes.split_off(4));
    Some(Packed { key, bytes })
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn number(key: &JsValue) -> Option<Key> {
    key.as_f64().map(|key| key as Key)
}
