//! What the page keeps in the browser's storage, as it goes into the file with all that is the reader's
//! own, and what of such a file is written here. Pure.

use super::Preferences;
use super::positions::Positions;
use crate::protocol::KEPT;
use crate::state::Recall;
use std::collections::BTreeMap;

/// The name under which it is kept how the page looks.
pub const PREFERENCES: &str = "jianyue.preferences";

/// The name under which it is kept where the reader stopped.
pub const POSITIONS: &str = "jianyue.positions";

/// Texts by the names that they are kept under.
pub type Kept = BTreeMap<String, String>;

/// As it goes into the file.
pub fn to_json(kept: &Kept) -> String {
    // Plain data is always JSON.
    serde_json::to_string_pretty(kept).unwrap_or_default()
}

/// What of a file is to be written, where the page keeps this.
pub fn to_write(json: &str, here: &Kept, recall: Recall) -> Kept {
    let mut there: Kept = serde_json::from_str(json).unwrap_or_default();
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

/// Whether preferences are those that every page begins with: nobody has chosen them.
fn is_of_nobody(preferences: &str) -> bool {
    let (of, damaged) = Preferences::from_text(preferences);
    of == Preferences::default() && damaged.is_empty()
}
