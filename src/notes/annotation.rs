//! Notes as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>): the passage is a text
//! quote with what stands around it; the place of it is in the address of the target, which opens at
//! the passage. Read is also what other programs write, as far as it says a passage.

use super::json::Json;
use super::{Kind, Note};
use crate::engine::{Anchor, Place};

/// The place of a passage in its source.
pub type Passage = (Place, Place);

/// How the page says a passage in an address, and reads it again.
#[derive(Clone, Copy)]
pub struct Addresses {
    /// The end of an address that opens a document, at a passage or at its beginning.
    pub write: fn(&str, Option<Passage>) -> String,
    /// The document and the passage of an address.
    pub read: fn(&str) -> (Option<String>, Option<Passage>),
}

/// What the names of our own annotations begin with; the note's id follows.
pub const NAMED: &str = "urn:jianyue:note:";

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// A note as an annotation.
pub fn written(id: &str, note: &Note, addresses: Addresses, base: &str) -> Json {
    let Anchor { quote, before, after, from, to } = &note.anchor;
    let place = Some((*from, *to)).filter(|_| from.line > 0);
    let address = |place| format!("{base}{}", (addresses.write)(&note.doc, place));
    let body = |purpose: &str, value: &str| {
        object(vec![
            ("type", "TextualBody".into()),
            ("purpose", purpose.into()),
            ("value", value.into()),
            ("format", "text/plain".into()),
        ])
    };
    let text = Some(&note.text).filter(|text| !text.is_empty());
    let bodies = text.map(|text| body("commenting", text)).into_iter();
    let bodies = bodies.chain(note.tags.iter().map(|tag| body("tagging", tag)));
    let motivation = match note.kind {
        Kind::Bookmark => "bookmarking",
        _ if note.text.is_empty() => "highlighting",
        _ => "commenting",
    };
    let source =
        vec![("id", address(None).as_str().into()), ("dc:title", note.title.as_str().into())];
    let selector = vec![
        ("type", "TextQuoteSelector".into()),
        ("exact", quote.as_str().into()),
        ("prefix", before.as_str().into()),
        ("suffix", after.as_str().into()),
    ];
    let target = vec![
        ("id", address(place).as_str().into()),
        ("type", "SpecificResource".into()),
        ("source", object(source)),
        ("styleClass", note.kind.name().into()),
        ("selector", object(selector)),
    ];
    object(vec![
        ("@context", CONTEXT.into()),
        ("id", format!("{NAMED}{id}").as_str().into()),
        ("type", "Annotation".into()),
        ("motivation", motivation.into()),
        ("created", note.made.as_str().into()),
        ("modified", note.changed.as_str().into()),
        ("body", Json::List(bodies.collect())),
        ("target", object(target)),
    ])
}

/// Notes as a collection.
pub fn collection(notes: &[(&str, &Note)], addresses: Addresses, base: &str) -> Json {
    let item = |&(id, note): &(&str, &Note)| written(id, note, addresses, base);
    let items = notes.iter().map(item).collect();
    object(vec![
        ("@context", CONTEXT.into()),
        ("id", "urn:jianyue:notes".into()),
        ("type", "AnnotationCollection".into()),
        ("total", Json::Number(notes.len().to_string())),
        (
            "first",
            object(vec![
                ("id", "urn:jianyue:notes:first".into()),
                ("type", "AnnotationPage".into()),
                ("items", Json::List(items)),
            ]),
        ),
    ])
}

/// The annotations of a file: a collection, a page of one, a list as some programs have it, or one.
pub fn items(file: &Json) -> Vec<&Json> {
    if let Some(first) = file.get("first").filter(|first| first.get("items").is_some()) {
        return items(first);
    }
    let list = ["items", "rows", "annotations"].into_iter().find_map(|name| file.get(name));
    list.unwrap_or(file).each().iter().collect()
}

/// The note that an annotation is, and its name, if it has one; `None` where it is of no passage.
pub fn read(of: &Json, addresses: Addresses) -> Option<(Option<String>, Note)> {
    let text = |of: Option<&Json>| of.and_then(Json::text).unwrap_or_default().to_owned();
    let mut note = Note {
        made: text(of.get("created")),
        changed: text(of.get("modified").or(of.get("updated"))),
        // What other programs have in place of bodies.
        text: text(of.get("bodyValue").or(of.get("text"))),
        ..Note::default()
    };
    let target = of.get("target").map(Json::each).and_then(|targets| {
        targets.iter().find(|target| quote_of(target).is_some()).or(targets.first())
    })?;
    let quote = quote_of(target);
    let member = |name: &str| quote.and_then(|quote| quote.get(name));
    note.anchor = Anchor {
        quote: text(member("exact")),
        before: text(member("prefix")),
        after: text(member("suffix")),
        ..Anchor::default()
    };
    if note.anchor.quote.trim().is_empty() {
        return None;
    }
    let source = target.get("source").unwrap_or(target);
    note.title = text(source.get("dc:title").or(source.get("title")));
    let named = [target.get("id"), source.get("id"), Some(source)];
    for address in named.into_iter().flatten().filter_map(Json::text) {
        let (doc, passage) = (addresses.read)(address);
        if let Some(doc) = doc.filter(|_| note.doc.is_empty()) {
            note.doc = doc;
        }
        if let Some((from, to)) = passage.filter(|_| note.anchor.from.line == 0) {
            (note.anchor.from, note.anchor.to) = (from, to);
        }
    }
    let motivation = text(of.get("motivation"));
    let styled = of.get("target").and_then(|_| target.get("styleClass")).and_then(Json::text);
    note.kind = styled.and_then(Kind::named).unwrap_or_else(|| match motivation.as_str() {
        "bookmarking" => Kind::Bookmark,
        _ => Kind::default(),
    });
    for body in of.get("body").map_or(&[][..], Json::each) {
        let value = text(body.get("value").or(Some(body)));
        if body.get("purpose").and_then(Json::text) == Some("tagging") {
            note.tags.push(value);
        } else if !value.is_empty() {
            if !note.text.is_empty() {
                note.text += "\n\n";
            }
            note.text += &value;
        }
    }
    let tags = of.get("tags").map_or(&[][..], Json::each);
    note.tags.extend(tags.iter().filter_map(Json::text).map(str::to_owned));
    note.tags.retain(|tag| !tag.trim().is_empty());
    let name = of.get("id").and_then(Json::text).filter(|name| !name.is_empty());
    Some((name.map(str::to_owned), note))
}

/// The text quote of a target.
fn quote_of(target: &Json) -> Option<&Json> {
    let selectors = target.get("selector")?.each();
    selectors.iter().find(|selector| selector.get("exact").is_some())
}

fn object(members: Vec<(&str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
