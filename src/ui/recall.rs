//! What the page keeps in the browser's storage, as it goes into the file with all that is the reader's
//! own, and what of such a file is written here. Pure.

use std::collections::BTreeMap;

use super::Preferences;
use super::positions::Positions;
use crate::notes::json::Json;
use crate::protocol::KEPT;
use crate::state::Recall;

/// The name under which it is kept how the page looks.
pub const PREFERENCES: &str = "jianyue.preferences";

/// The name under which it is kept where the reader stopped.
pub const POSITIONS: &str = "jianyue.positions";

/// Texts by the names that they are kept under.
pub type Kept = BTreeMap<String, String>;

/// As it goes into the file.
pub fn to_json(kept: &Kept) -> String {
    let text = |text: &String| Json::Text(text.clone());
    let lines = kept.iter().map(|(name, kept)| format!("  {}: {}", text(name), text(kept)));
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}

/// What of a file is to be written, where the page keeps this.
pub fn to_write(json: &str, here: &Kept, recall: Recall) -> Kept {
    let mut there = of_json(json);
    // The storage of a site may have what is of others.
    there.retain(|name, text| name.starts_with(KEPT) && here.get(name) != Some(text));
    match recall {
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

/// What a file has; what is no text is left out.
fn of_json(json: &str) -> Kept {
    let Some(Json::Object(all)) = Json::parse(json) else { return Kept::new() };
    let record = |(name, text)| match text {
        Json::Text(text) => Some((name, text)),
        _ => None,
    };
    all.into_iter().filter_map(record).collect()
}

/// Whether preferences are those that every page begins with: nobody has chosen them.
fn is_of_nobody(preferences: &str) -> bool {
    let (of, damaged) = Preferences::from_text(preferences);
    of == Preferences::default() && damaged.is_empty()
}
