//! The reader's notes, kept in the browser: a record for each. Those that cannot be read are set aside
//! under another name.

use yew::prelude::*;

use super::records::{kept as records, set_aside, use_records};
use crate::notes::{from_record, is_of_newer};
use crate::state::{ADDRESSES, Action, Notebook, Noting, State};
use crate::ui::recall::NOTES as KIND;

/// What those of records begin with that could not be read.
const DAMAGED: &str = "jianyue.note-damaged.";

/// The notes that are kept.
pub fn kept() -> Notebook {
    let mut kept = records(KIND);
    // Where it cannot be set aside it stays where it is.
    kept.retain(|id, text| {
        let is_fit = from_record(text, ADDRESSES).is_some() || is_of_newer(text);
        is_fit || !set_aside(KIND, DAMAGED, id)
    });
    Notebook::new(kept, records(DAMAGED).into_values().collect())
}

/// Keeps the notes as they change, takes those of another open page, and tells when they cannot be
/// kept.
#[hook]
pub fn use_notes_kept(state: &State, act: &Callback<Action>) {
    let is_kept =
        use_callback(act.clone(), |is_kept, act| act.emit(Action::Noted(Noting::Kept(is_kept))));
    let took = use_callback(act.clone(), |(id, text), act| {
        act.emit(Action::Noted(Noting::Elsewhere(id, text)))
    });
    use_records(KIND, &state.notes.records, &is_kept, &took);
}
