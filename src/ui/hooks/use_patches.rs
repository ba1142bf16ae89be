//! The reader's corrections of the restoration, kept in the browser: a record for each document.

use yew::prelude::*;

use super::records::{kept as records, use_records};
use crate::state::{Action, Patches, State};
use crate::ui::recall::PATCHES as KIND;

/// The corrections that are kept.
pub fn kept() -> Patches {
    records(KIND)
}

/// Keeps the corrections as they change, takes those of another open page, and tells when they
/// cannot be kept.
#[hook]
pub fn use_patches(state: &State, act: &Callback<Action>) {
    let is_kept = use_callback(act.clone(), |is_kept, act| act.emit(Action::Kept(is_kept)));
    let took = use_callback(act.clone(), |(id, patch), act| {
        act.emit(Action::CorrectedElsewhere(id, patch))
    });
    use_records(KIND, &state.patches, &is_kept, &took);
}
