//! All that is the reader's own as one archive, to be read with or without this program: the files as
//! they came, their texts, what is said of them, and what the page adds. Pure.
//!
//! | member | what it is |
//! |---|---|
//! | `README.txt` | what the archive is |
//! | `originals/…` | the files, each once, under the paths that they came in |
//! | `texts/….md` | the text of each document, under its id |
//! | `holdings.json` | what is known of the documents; see `archive.rs` |
//! | `browser.json` | what the page keeps: an object of names and texts |
//!
//! Other members of the page's are the same once more, for people.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::archive::{FILE, HOLDINGS, PROGRAM, VERSION};
use super::member_names::MemberNames;
use crate::engine::{Doc, Patch, Role, revise};
use crate::protocol::{BROWSER, KEPT, Key};
use crate::storage::record::Record;

/// What the archive says of itself.
const README: &str = "\
这是检阅（Jianyue）导出的全部个人文献：原始文件（originals）、修复后的文本（texts）、元数据（holdings.json），以及笔记、词典、词表和设置。
不用检阅也能读：文本是 Markdown，其余是普通文本和 JSON。
要在另一台设备上继续使用，在检阅里像导入其他文件一样导入这个压缩包；它会先问要合并什么。

These are all the documents of one reader, exported by Jianyue (检阅): the files as they came (originals), the restored texts (texts), what is known of them (holdings.json), and notes, dictionary, lists and settings.
They can be read without it: the texts are Markdown, the rest is plain text and JSON.
To go on with them on another device, give this archive to Jianyue like any other file; it asks what to merge before it takes anything.
";

/// What the names begin with under which the page keeps corrections of documents.
const PATCH: &str = "patch.";

/// An archive has no more bytes than this, unpacked, where its documents can be in several: so it is not
/// too large to be taken in.
const MOST: u64 = 180_000_000;

/// An archive that is being written.
pub struct Packing {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: MemberNames,
    /// The members that files are in, by their numbers.
    originals: BTreeMap<Key, String>,
    documents: Vec<Value>,
    /// How many bytes are in it, unpacked.
    bytes: u64,
    /// The members that the page adds.
    added: Vec<(String, String)>,
    /// What it keeps.
    kept: BTreeMap<String, String>,
}

impl Packing {
    /// Begins one, with the names and texts of members that the page adds.
    ///
    /// # Errors
    ///
    /// What the archive does not take: there is no room in memory.
    pub fn new(added: Vec<(String, String)>) -> Result<Packing, ZipError> {
        let kept = added.iter().find(|(name, _)| name == BROWSER);
        let kept = kept.and_then(|(_, text)| serde_json::from_str(text).ok()).unwrap_or_default();
        let mut packing = Packing {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            names: MemberNames::default(),
            originals: BTreeMap::new(),
            documents: Vec::new(),
            bytes: 0,
            added,
            kept,
        };
        packing.member("README.txt", README.as_bytes())?;
        Ok(packing)
    }

    /// Whether a file of so many bytes is to go into the next archive.
    pub fn is_full(&self, bytes: usize) -> bool {
        !self.documents.is_empty() && self.bytes.saturating_add(bytes as u64) > MOST
    }

    /// The bytes of the archive, how many documents it has, and the next one, for the documents that are
    /// left.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn turn(self) -> Result<(Vec<u8>, u32, Packing), ZipError> {
        let (kept, count) = (self.kept.clone(), self.documents.len() as u32);
        let next = Packing { kept, ..Packing::new(Vec::new())? };
        Ok((self.finish()?, count, next))
    }

    /// Whether the file of a document is in it already.
    pub fn has_file(&self, record: &Record) -> bool {
        self.originals.contains_key(&record.original)
    }

    /// Adds the file that a document came in.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn file(&mut self, record: &Record, bytes: &[u8]) -> Result<(), ZipError> {
        let name = self.member(&format!("originals/{}", record.file()), bytes)?;
        self.originals.insert(record.original, name);
        Ok(())
    }

    /// Adds what is known of a document, and its text if that can be read, with the corrections of the
    /// reader's.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn document(&mut self, record: &Record, doc: Option<Doc>) -> Result<(), ZipError> {
        if let Some(mut doc) = doc {
            if let Some(patch) = self.kept.get(&format!("{KEPT}{PATCH}{}", record.id)) {
                let (page, _) = revise(&doc.page, &Patch::parse(patch));
                doc.change(page);
            }
            self.member(&format!("texts/{}.md", record.id), markdown(&doc).as_bytes())?;
        }
        let file = self.originals.get(&record.original).cloned().unwrap_or_default();
        // Plain data is always JSON.
        let mut known = serde_json::to_value(record).unwrap_or_default();
        if let Value::Object(known) = &mut known {
            known.insert(FILE.to_owned(), file.into());
        }
        self.documents.push(known);
        Ok(())
    }

    /// The bytes of the archive.
    ///
    /// # Errors
    ///
    /// As above.
    pub fn finish(mut self) -> Result<Vec<u8>, ZipError> {
        let documents = std::mem::take(&mut self.documents);
        let known = json!({ "program": PROGRAM, "version": VERSION, "documents": documents });
        self.member(HOLDINGS, &serde_json::to_vec_pretty(&known).unwrap_or_default())?;
        for (name, text) in std::mem::take(&mut self.added) {
            self.member(&name, text.as_bytes())?;
        }
        Ok(self.zip.finish()?.into_inner())
    }

    /// Adds a member; the name that it has.
    fn member(&mut self, path: &str, bytes: &[u8]) -> Result<String, ZipError> {
        let name = self.names.name(path);
        self.zip.start_file(name.as_str(), SimpleFileOptions::default())?;
        self.zip.write_all(bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(name)
    }
}

/// A document as a person reads it: its title, then a paragraph a line, with blank lines between.
pub fn markdown(doc: &Doc) -> String {
    let mut page = doc.page.clone();
    doc.given.put_on(&mut page);
    let mut text = format!("# {}\n", page.title.trim());
    let blocks = page.reading_order.iter().filter_map(|&at| page.blocks.get(at as usize));
    for block in blocks {
        let mark = match block.role {
            // The title is there.
            Role::Headline if block.unmarked() == page.title => continue,
            Role::Headline => "## ",
            Role::Subhead => "### ",
            _ => "",
        };
        let line = if mark.is_empty() { &*block.text } else { block.unmarked() };
        text += &format!("\n{mark}{line}\n");
    }
    text
}
