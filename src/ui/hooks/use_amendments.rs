//! The reader's corrections of words, kept in the browser: a record for each.

use yew::prelude::*;

use super::records::{kept as records, set_aside, use_records};
use crate::state::{Action, Amend, Amendments, State};

/// What the names in the browser's storage begin with; the word follows.
const KIND: &str = "jianyue.word.";

/// The same of records that could not be read; they are as they were found.
const DAMAGED_KIND: &str = "jianyue.word-damaged.";

/// The corrections that are kept. Those that cannot be read are set aside.
pub fn amended() -> Amendments {
    let mut readable = records(KIND);
    let mut damaged = 0;
    readable.retain(|word, record| {
        let is_readable = Amendments::is_readable(word, record);
        if !is_readable {
            set_aside(KIND, DAMAGED_KIND, word);
            damaged += 1;
        }
        is_readable
    });
    Amendments::new(readable, damaged)
}

/// Keeps the corrections as they change, takes those of another open page, and tells when they
/// cannot be kept.
#[hook]
pub fn use_amendments(state: &State, act: &Callback<Action>) {
    let is_kept =
        use_callback(act.clone(), |is_kept, act| act.emit(Action::Word(Amend::Kept(is_kept))));
    let took = use_callback(act.clone(), |(word, record), act| {
        act.emit(Action::Word(Amend::Elsewhere(word, record)));
    });
    use_records(KIND, &state.amendments.records, &is_kept, &took);
}
