//! The styles of a document, as far as they make headings and lists.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::xml::attribute;

/// How long a chain of styles, each based on the next, is followed.
const CHAIN: usize = 20;

/// What each style is, by its id.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
}

/// What a style says of its paragraphs.
#[derive(Default)]
struct Style {
    base: String,
    level: Option<usize>,
    list: Option<(String, usize)>,
}

impl Styles {
    /// Reads the part. What is not well-formed has no more styles.
    pub fn read(xml: &str) -> Styles {
        let mut styles = Styles::default();
        let mut reader = Reader::from_str(xml);
        let (mut id, mut style) = (String::new(), Style::default());
        let mut depth = 0;
        while let Ok(event) = reader.read_event() {
            let (tag, is_empty) = match &event {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::End(tag) if tag.local_name().as_ref() == "style" => {
                    styles.styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                    continue;
                }
                Event::Eof => break,
                _ => continue,
            };
            let value = || attribute(tag, "val").unwrap_or_default();
            match tag.local_name().as_ref() {
                "style" if !is_empty => {
                    id = attribute(tag, "styleId").unwrap_or_default();
                    style = Style::default();
                    depth = 0;
                }
                "name" => style.level = level_of(&value()).or(style.level),
                "basedOn" => style.base = value(),
                "outlineLvl" => style.level = outline(&value()).or(style.level),
                "ilvl" => depth = value().parse().unwrap_or(0),
                "numId" => style.list = Some((value(), depth)),
                _ => {}
            }
        }
        styles
    }

    /// The level of the heading that paragraphs of this style are; 0 of all else.
    pub fn level(&self, id: &str) -> usize {
        self.find(id, |style| style.level).unwrap_or(0)
    }

    /// The list that paragraphs of this style are items of, and how deep.
    pub fn list(&self, id: &str) -> Option<(String, usize)> {
        self.find(id, |style| style.list.clone())
    }

    /// What the style, or the first that it is based on, says.
    fn find<T>(&self, id: &str, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut style = self.styles.get(id)?;
        for _ in 0..CHAIN {
            match says(style) {
                Some(said) => return Some(said),
                None => style = self.styles.get(&style.base)?,
            }
        }
        None
    }
}

/// The level that the name of a style says, in the languages that programs write it in.
fn level_of(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    if ["title", "标题", "標題"].contains(&&name[..]) {
        return Some(1);
    }
    let number = ["heading", "标题", "標題", "überschrift", "titre"]
        .iter()
        .find_map(|word| name.strip_prefix(word))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

/// The level of an outline, which counts from 0; 9 is running text.
pub fn outline(value: &str) -> Option<usize> {
    match value.parse::<usize>().ok()? {
        level @ 0..=8 => Some(level + 1),
        _ => Some(0),
    }
}
