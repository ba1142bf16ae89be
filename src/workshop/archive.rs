//! An archive with all that a reader has, as `packing.rs` writes it, opened again. Nothing that it says
//! is believed: one that cannot be read as such is an archive like any other, and the documents are made
//! anew of their files. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use serde::Deserialize;
use serde_json::Value;

use super::intake::print;
use super::making;
use crate::engine::Segmenter;
use crate::import::{self, Encoding, Members, Wishes};
use crate::protocol::{BROWSER, Brought, Cause, Key, Refused};
use crate::storage::Added;
use crate::storage::record::Record;

/// The member that says what is known of the documents: an object of `program`, `version` and
/// `documents`, an array of records as they are kept.
pub const HOLDINGS: &str = "holdings.json";

/// The mark by which it is known.
pub const PROGRAM: &str = "jianyue";

/// Raised when older programs would misread it.
pub const VERSION: u32 = 1;

/// What a record says besides: the member with the file that the document came in.
pub const FILE: &str = "file";

/// An archive that is open.
pub struct Archive<B> {
    members: Members<B>,
    /// What is known of the documents; of each the member with its file.
    documents: Vec<(Record, String)>,
    browser: String,
}

/// Documents that came of one file, and are read alike.
pub struct Lot {
    /// The member with the file.
    pub member: String,
    /// The encoding that the reader has chosen for it.
    encoding: Option<String>,
    /// What is known of them.
    pub records: Vec<Record>,
}

#[derive(Deserialize)]
struct Known {
    program: String,
    version: u32,
    documents: Vec<Value>,
}

impl<B: AsRef<[u8]>> Archive<B> {
    /// Opens one; `None` if it is another archive, or damaged, or of a later version.
    pub fn open(bytes: B) -> Option<Archive<B>> {
        let (mut members, _) = Members::open("", bytes, Wishes::default().limits).ok()?;
        let known: Known = serde_json::from_slice(&members.named(HOLDINGS)?.ok()?).ok()?;
        if known.program != PROGRAM || known.version > VERSION {
            return None;
        }
        let document = |known: Value| {
            let member = known.get(FILE)?.as_str()?.to_owned();
            Some((Record::parse(&known.to_string())?, member))
        };
        let documents = known.documents.into_iter().map(document).collect::<Option<_>>()?;
        let browser = match members.named(BROWSER) {
            Some(text) => String::from_utf8(text.ok()?).ok()?,
            None => "{}".to_owned(),
        };
        // It has to be what the page takes.
        serde_json::from_str::<BTreeMap<String, String>>(&browser).ok()?;
        Some(Archive { members, documents, browser })
    }

    /// What it is, to who keeps these already.
    pub fn brought(&self, path: String, here: &[(Key, Record)]) -> Brought {
        let there: BTreeSet<_> = here.iter().map(|(_, record)| of(record)).collect();
        let ids: BTreeSet<&str> = here.iter().map(|(_, record)| record.id.as_str()).collect();
        let new: Vec<&Record> =
            self.documents.iter().map(|(it, _)| it).filter(|it| !there.contains(&of(it))).collect();
        Brought {
            number: 0,
            path,
            documents: self.documents.len() as u32,
            known: (self.documents.len() - new.len()) as u32,
            renamed: new.iter().filter(|it| ids.contains(it.id.as_str())).count() as u32,
            browser: self.browser.clone(),
        }
    }

    /// The documents that who keeps these has not, by their files, in their order; and how many are
    /// there.
    pub fn lots(&self, here: &[(Key, Record)]) -> (Vec<Lot>, u32) {
        let there: BTreeSet<_> = here.iter().map(|(_, record)| of(record)).collect();
        let (mut lots, mut known): (Vec<Lot>, u32) = (Vec::new(), 0);
        let mut places = BTreeMap::new();
        for (record, member) in &self.documents {
            if there.contains(&of(record)) {
                known += 1;
                continue;
            }
            let encoding = record.reading().encoding;
            let at = *places.entry((member, encoding.clone())).or_insert(lots.len());
            if at == lots.len() {
                lots.push(Lot { member: member.clone(), encoding, records: Vec::new() });
            }
            lots[at].records.push(record.clone());
        }
        (lots, known)
    }

    /// By the ids that documents have in it those that they have here, where these are others.
    pub fn renamed(&self, here: &[(Key, Record)]) -> BTreeMap<String, String> {
        let ids: BTreeMap<_, &String> = here.iter().map(|(_, it)| (of(it), &it.id)).collect();
        let both = self.documents.iter().filter_map(|(it, _)| Some((&it.id, *ids.get(&of(it))?)));
        let others = both.filter(|(there, here)| there != here);
        others.map(|(there, here)| (there.clone(), here.clone())).collect()
    }

    /// The documents of a lot, made anew of their file; and those that nothing comes of.
    pub fn made(&mut self, lot: Lot, words: &Segmenter) -> (Option<Added>, Vec<Refused>) {
        let file = match self.members.named(&lot.member) {
            Some(Ok(file)) => file,
            Some(Err(cause)) => return (None, refused(lot.records, &cause)),
            None => {
                let what = format!("{} is not in it", lot.member);
                return (None, refused(lot.records, &Cause::Broken { what }));
            }
        };
        let path = lot.records.first().map(|record| record.file().to_owned()).unwrap_or_default();
        let encoding = lot.encoding.as_deref().and_then(Encoding::named);
        let mut wanted: BTreeMap<String, Record> =
            lot.records.into_iter().map(|record| (record.path.clone(), record)).collect();
        let (print, mut documents, mut not) = (print(&file), Vec::new(), Vec::new());
        let mut last = Cause::Empty;
        let wishes = Wishes { encoding, ..Wishes::default() };
        let _ = import::take(&path, &file, &wishes, &mut |found| {
            match found {
                Ok(taken) => {
                    if let Some(record) = wanted.remove(&taken.path) {
                        match making::brought(record, &taken, print.clone(), words) {
                            Ok(document) => documents.push(document),
                            Err(error) => {
                                let cause = Cause::Broken { what: error.to_string() };
                                not.push(Refused { path: taken.path, cause });
                            }
                        }
                    }
                }
                Err(refused) => last = refused.cause,
            }
            if wanted.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        not.extend(refused(wanted.into_values(), &last));
        ((!documents.is_empty()).then_some(Added { file, documents }), not)
    }
}

/// What tells whether a document is there.
fn of(record: &Record) -> (&str, &str) {
    (&record.print, &record.path)
}

fn refused(records: impl IntoIterator<Item = Record>, cause: &Cause) -> Vec<Refused> {
    let refused = |record: Record| Refused { path: record.path, cause: cause.clone() };
    records.into_iter().map(refused).collect()
}
