//! What is known of a document of the reader's own, as it is kept: JSON that says its version, so that
//! what one version of this program wrote every later one reads.

use serde::{Deserialize, Serialize};

use crate::protocol::{Format, Given, Holding, Key, Reading};

/// Raised when a record of before can no longer be read by just leaving out what it has not.
const VERSION: u32 = 1;

/// What is known of a document besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    version: u32,
    /// The document's id.
    pub id: String,
    /// The file that it came in: its name, with the folders and archives that it was in.
    pub path: String,
    /// What that was.
    pub format: Format,
    /// Its encoding; empty where the format has only one.
    #[serde(default)]
    pub encoding: String,
    /// Whether the reader chose the encoding.
    #[serde(default)]
    pub is_encoding_chosen: bool,
    /// Whether its text looks as a PDF leaves it.
    #[serde(default)]
    pub is_damaged: bool,
    /// Whether it is restored.
    #[serde(default)]
    pub is_restored: bool,
    /// What the file says of it.
    #[serde(default)]
    pub said: Given,
    /// What the reader says of it; `None` where that is what the file says.
    #[serde(default)]
    pub given: Option<Given>,
    /// How many characters it has, white space not counted.
    #[serde(default)]
    pub length: u32,
    /// The number of the file's bytes in their store.
    pub original: Key,
    /// How many bytes of a file are kept with it and with no document before it.
    #[serde(default)]
    pub bytes: u32,
    /// A name for the bytes that its text came of, to know them again.
    pub print: String,
}

impl Record {
    /// Of a new document.
    pub fn new(id: String, path: String, format: Format, original: Key, print: String) -> Record {
        Record {
            version: VERSION,
            id,
            path,
            format,
            encoding: String::new(),
            is_encoding_chosen: false,
            is_damaged: false,
            is_restored: false,
            said: Given::default(),
            given: None,
            length: 0,
            original,
            bytes: 0,
            print,
        }
    }

    /// The file that it came in. A row of a table has its number behind that.
    pub fn file(&self) -> &str {
        let row = self.path.rsplit_once('#').filter(|(_, row)| row.parse::<u32>().is_ok());
        row.filter(|_| self.format.has_rows()).map_or(&self.path, |(file, _)| file)
    }

    /// What is said of the document.
    pub fn given(&self) -> &Given {
        self.given.as_ref().unwrap_or(&self.said)
    }

    /// How its file is read, to have the same document of it again.
    pub fn reading(&self) -> Reading {
        let encoding = self.is_encoding_chosen.then(|| self.encoding.clone());
        Reading { encoding, is_restored: Some(self.is_restored) }
    }

    /// As it is kept.
    pub fn to_json(&self) -> String {
        // Plain data is always JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record; `None` if it is none, or one of a later version.
    pub fn parse(json: &str) -> Option<Record> {
        serde_json::from_str(json).ok().filter(|record: &Record| record.version <= VERSION)
    }

    /// As it is listed.
    pub fn holding(&self, key: Key) -> Holding {
        Holding {
            key,
            id: self.id.clone(),
            path: self.path.clone(),
            format: self.format,
            encoding: self.encoding.clone(),
            is_damaged: self.is_damaged,
            is_restored: self.is_restored,
            given: self.given().clone(),
            length: self.length,
            bytes: self.bytes,
        }
    }
}
