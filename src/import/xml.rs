//! What the readers of XML share: attributes, and what entities stand for. Entities that a file makes
//! itself are never looked up, so that none can multiply.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

/// The value of an attribute, whatever its prefix: the first of this name; `None` where there is none of this name.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let is_named = |key: &str, colon: Option<usize>| match colon {
        Some(at) => &key[at + 1..] == name,
        None => key == name,
    };
    let attribute = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| is_named(attribute.key.as_ref(), attribute.key.as_ref().find(':')))?;
    Some(match attribute.normalized_value(XmlVersion::default()) {
        Ok(value) => value.into_owned(),
        Err(_) => attribute.value.to_string(),
    })
}

/// What a reference to a character or an entity stands for. An entity that is no character of HTML is
/// left as it is written.
pub fn character(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return character.to_string();
    }
    match quick_xml::escape::resolve_html5_entity(entity) {
        Some(characters) => characters.to_string(),
        None => format!("&{};", &**entity),
    }
}
