//! The reader's keyword lists, kept in the browser: a record for each.

use std::rc::Rc;

use yew::prelude::*;

use super::records::{Records, kept as records, use_records};
use super::storage::storage;
use crate::keyword_list::KeywordList;
use crate::state::{Action, KeywordLists, ListStep, State};

/// What the names in the browser's storage begin with; the list's name follows.
const KIND: &str = "jianyue.list.";

/// And those of records that could not be read as a whole, as they were found.
const DAMAGED: &str = "jianyue.list-damaged.";

/// The lists that are kept, and how many of them could not be read as a whole. Those are set aside as
/// they are.
pub fn kept() -> (KeywordLists, u32) {
    let (mut lists, mut damaged) = (KeywordLists::new(), 0);
    for (name, record) in records(KIND) {
        let (list, odd) = KeywordList::kept(&name, &record);
        if list.is_none() || !odd.is_empty() {
            damaged += 1;
            set_aside(&name, &record, list.as_ref());
        }
        lists.extend(list.map(|list| (name, list)));
    }
    (lists, damaged)
}

/// Keeps a damaged record under another name, and what was read of it under its own.
fn set_aside(name: &str, record: &str, list: Option<&KeywordList>) {
    let Some(storage) = storage() else { return };
    // Where there is no room for it, it stays where it is.
    if storage.set_item(&format!("{DAMAGED}{name}"), record).is_ok() {
        let own = format!("{KIND}{name}");
        let _ = match list {
            Some(list) => storage.set_item(&own, &list.record()),
            None => storage.remove_item(&own),
        };
    }
}

/// Keeps the lists as they change, takes those of another open page, and tells when they cannot be
/// kept.
#[hook]
pub fn use_lists(state: &State, act: &Callback<Action>) {
    let records = use_memo(state.lists.kept.clone(), |lists| {
        let mut records = Records::new();
        records.extend(lists.iter().map(|(name, list)| (name.clone(), list.record())));
        records
    });
    let is_kept = use_callback(act.clone(), |is_kept, act| {
        act.emit(Action::List(ListStep::Stored(is_kept)));
    });
    let took = use_callback(act.clone(), |(name, record), act| {
        act.emit(Action::List(ListStep::Elsewhere(name, record)));
    });
    use_records(KIND, &Rc::clone(&records), &is_kept, &took);
}
