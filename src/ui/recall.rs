//! What the page keeps in the browser's storage, as it goes into the file with all that is the reader's
//! own, and what of such a file is written here. Pure.

use std::collections::BTreeMap;

use super::Preferences;
use super::positions::Positions;
use crate::notes::json::Json;
use crate::notes::{from_record, to_record};
use crate::protocol::KEPT;
use crate::state::{ADDRESSES, Recall, ToRecall};

/// The name under which it is kept how the page looks.
pub const PREFERENCES: &str = "jianyue.preferences";

/// The name under which it is kept where the reader stopped.
pub const POSITIONS: &str = "jianyue.positions";

/// What the names begin with under which corrections are kept; the document's id follows.
pub const PATCHES: &str = "jianyue.patch.";

/// What the names begin with under which notes are kept; the note's id follows.
pub const NOTES: &str = "jianyue.note.";

/// Texts by the names that they are kept under.
pub type Kept = BTreeMap<String, String>;

/// As it goes into the file.
pub fn to_json(kept: &Kept) -> String {
    let text = |text: &String| Json::Text(text.clone());
    let lines = kept.iter().map(|(name, kept)| format!("  {}: {}", text(name), text(kept)));
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}

/// What of a file is to be written, where the page keeps this. What is of a document that has another id
/// here goes along with it.
pub fn to_write(of: &ToRecall, here: &Kept) -> Kept {
    let all = of_json(&of.browser).into_iter();
    let mut there = Kept::new();
    there.extend(all.map(|(name, text)| renamed(name, text, &of.renamed)));
    // The storage of a site may have what is of others.
    there.retain(|name, text| name.starts_with(KEPT) && here.get(name) != Some(text));
    match of.wanted {
        Recall::All => {}
        Recall::None => there.clear(),
        Recall::Missing => {
            // Where each article is a line, those lines are taken that are not here.
            if let (Some(text), Some(own)) = (there.get_mut(POSITIONS), here.get(POSITIONS)) {
                *text = Positions::from_text(own).with(&Positions::from_text(text)).to_text();
            }
            there.retain(|name, text| match here.get(name) {
                None => true,
                Some(own) if name == PREFERENCES => is_of_nobody(own),
                Some(own) => name == POSITIONS && own != text,
            });
        }
    }
    there
}

/// A record, its name and its text, where documents have other ids.
fn renamed(name: String, text: String, ids: &BTreeMap<String, String>) -> (String, String) {
    if let Some(id) = name.strip_prefix(PATCHES).and_then(|id| ids.get(id)) {
        return (format!("{PATCHES}{id}"), text);
    }
    if name == POSITIONS && !ids.is_empty() {
        return (name, Positions::from_text(&text).renamed(ids).to_text());
    }
    if let Some(note) = name.strip_prefix(NOTES)
        && let Some(mut of) = from_record(&text, ADDRESSES)
        && let Some(id) = ids.get(&of.doc)
    {
        of.doc.clone_from(id);
        let text = to_record(note, &of, ADDRESSES);
        return (name, text);
    }
    (name, text)
}

/// What a file has; what is no text is left out.
fn of_json(json: &str) -> Kept {
    let Some(Json::Object(all)) = Json::parse(json) else { return Kept::new() };
    let record = |(name, text)| match text {
        Json::Text(text) => Some((name, text)),
        _ => None,
    };
    let mut kept = Kept::new();
    kept.extend(all.into_iter().filter_map(record));
    kept
}

/// Whether preferences are those that every page begins with: nobody has chosen them.
fn is_of_nobody(preferences: &str) -> bool {
    let (of, damaged) = Preferences::from_text(preferences);
    of == Preferences::default() && damaged.is_empty()
}
