//! A document of a word processor, Office Open XML: an archive of parts, of which the body, its styles,
//! the numbers of its lists and its notes are read.

mod body;
mod numbers;
mod styles;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::dates::day;
use super::paragraphs::one_line;
use super::parts::{Parts, broken};
use super::xml::{attribute, character};
use super::{Cause, Content, Limits};
use body::Body;
use numbers::Numbers;
use styles::Styles;

/// The text of a document, and what it says of itself.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Content, Cause> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(of_an_older_container(bytes));
    }
    let mut parts = Parts::open(bytes, limits)?;
    let path = body_path(&mut parts)?;
    let body = parts.xml(&path)?.ok_or_else(|| broken(format!("it has no {path}")))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut beside = |name: &str| {
        let path = if folder.is_empty() { name.to_string() } else { format!("{folder}/{name}") };
        Ok::<_, Cause>(parts.xml(&path)?.unwrap_or_default())
    };
    let styles = Styles::read(&beside("styles.xml")?);
    let mut numbers = Numbers::read(&beside("numbering.xml")?);
    let mut notes = body::notes(&beside("footnotes.xml")?, &styles, &mut numbers)?;
    notes.extend(body::notes(&beside("endnotes.xml")?, &styles, &mut numbers)?);
    let text = Body::new(&styles, &mut numbers, notes).read(&body)?;
    if text.is_empty() {
        return Err(Cause::Empty);
    }
    let mut content = Content { text, ..Content::default() };
    if let Some(core) = parts.xml("docProps/core.xml")? {
        says_of_itself(&core, &mut content);
    }
    Ok(content)
}

/// The container of older programs holds an old document, or a new one behind a password.
fn of_an_older_container(bytes: &[u8]) -> Cause {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        return Cause::Locked;
    }
    broken("an old .doc: save it as .docx, or as plain text, with the program that wrote it")
}

/// Where the body is: the package says it.
fn body_path(parts: &mut Parts<'_>) -> Result<String, Cause> {
    let relations = parts.xml("_rels/.rels")?.unwrap_or_default();
    let mut reader = Reader::from_str(&relations);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let kind = attribute(&tag, "Type").unwrap_or_default();
                if let (true, Some(path)) =
                    (kind.ends_with("/officeDocument"), attribute(&tag, "Target"))
                {
                    return Ok(path.trim_start_matches('/').to_string());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok("word/document.xml".to_string())
}

/// Title, author and date of the properties. The date is when it was written first.
fn says_of_itself(core: &str, content: &mut Content) {
    let mut reader = Reader::from_str(core);
    let mut said = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(_) => said.clear(),
            Event::Text(text) => said.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => said.push_str(&character(&entity)),
            Event::End(tag) => match tag.local_name().as_ref() {
                "title" => content.title = one_line(&said),
                "creator" => content.author = one_line(&said),
                "created" => content.date = day(&said),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
}
