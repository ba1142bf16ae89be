//! A text that was taken becomes a document: restored, or as it is, and cut into words.

use crate::engine::{
    Corpus, Doc, Error, Given, Patch, Rule, Segmenter, pack, read as read_text, revise,
};
use crate::import::Taken;
use crate::protocol::Reading;
use crate::storage::record::Record;

/// What the ids of the reader's own documents begin with, so that none is that of another library.
pub const OWN: &str = "own/";

/// The record of a text that was taken, without the number of its file; and the document, packed.
/// `print` names the bytes that it came of.
///
/// # Errors
///
/// What the engine says of a text, which it says of none that is one.
pub fn document(
    taken: &Taken,
    reading: &Reading,
    print: String,
    words: &Segmenter,
) -> Result<(Record, Vec<u8>), Error> {
    let mut record = Record::new(id(taken), taken.path.clone(), taken.format, 0, print);
    read(&mut record, taken, reading);
    let pack = packed(&mut record, taken, words)?;
    Ok((record, pack))
}

/// The same of a document that comes from where another browser kept it: its id and what the reader says
/// of it stay.
///
/// # Errors
///
/// As above.
pub fn brought(
    mut record: Record,
    taken: &Taken,
    print: String,
    words: &Segmenter,
) -> Result<(Record, Vec<u8>), Error> {
    if !record.id.starts_with(OWN) {
        record.id = id(taken);
    }
    (record.print, record.bytes) = (print, 0);
    let reading = record.reading();
    again(record, taken, &reading, words)
}

/// The same of a document that is kept: what the reader says of it stays.
///
/// # Errors
///
/// As above.
pub fn again(
    mut record: Record,
    taken: &Taken,
    reading: &Reading,
    words: &Segmenter,
) -> Result<(Record, Vec<u8>), Error> {
    read(&mut record, taken, reading);
    let pack = packed(&mut record, taken, words)?;
    Ok((record, pack))
}

/// Says in a record how its text is read.
fn read(record: &mut Record, taken: &Taken, reading: &Reading) {
    let content = &taken.content;
    record.encoding = taken.encoding.map_or_else(String::new, |of| of.name().to_owned());
    record.is_encoding_chosen = reading.encoding.is_some();
    record.is_damaged = taken.is_damaged;
    record.is_restored = reading.is_restored.unwrap_or(taken.is_damaged);
    record.said = Given {
        title: content.title.clone(),
        author: content.author.clone(),
        date: content.date.clone(),
        collections: Vec::new(),
    };
}

fn packed(record: &mut Record, taken: &Taken, words: &Segmenter) -> Result<Vec<u8>, Error> {
    let text = taken.content.text.as_bytes();
    let mut doc = read_text(&record.id, &record.path, text, Some(words))?;
    if !record.is_restored {
        let (page, _) = revise(&doc.page, &Patch::parse(&as_it_is()));
        doc.change(page);
    }
    doc.given = record.given().clone();
    let length = doc.page.blocks.iter().flat_map(|block| block.text.chars());
    record.length = length.filter(|c| !c.is_whitespace()).count() as u32;
    let mut corpus = Corpus { docs: vec![doc] };
    words.segment(&mut corpus);
    Ok(corpus.docs.first().map(pack::write_doc).unwrap_or_default())
}

/// The patch that leaves a text as it is: a line is a paragraph.
fn as_it_is() -> String {
    Rule::ALL.into_iter().map(|rule| format!("off {}\n", rule.name())).collect()
}

/// The id of a document: the path that it came in, without an ending that many have.
fn id(taken: &Taken) -> String {
    let path = taken.path.as_str();
    let is_row = taken.format.has_rows();
    let stem = path.rsplit_once('.').filter(|(_, ending)| !is_row && !ending.contains('/'));
    format!("{OWN}{}", stem.map_or(path, |(stem, _)| stem))
}

/// A document with something else said of it.
///
/// # Errors
///
/// [`Error::BrokenPack`] if the bytes are no document of this version.
pub fn given(pack: &[u8], given: &Given) -> Result<Vec<u8>, Error> {
    let mut doc: Doc = pack::read_doc(pack)?;
    doc.given.clone_from(given);
    Ok(pack::write_doc(&doc))
}
