//! The recent queries, kept in the browser's storage. Where storage is closed or full they last as
//! long as the page.

use std::rc::Rc;

use yew::prelude::*;

use super::storage::storage;
use crate::state::{Recent, State};

/// The name in the browser's storage.
const KEY: &str = "jianyue.recent";

/// The queries that are kept.
pub fn recalled() -> Recent {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    Recent::parse(&kept.unwrap_or_default())
}

/// Keeps the queries as they change, from those that were there at the start.
#[hook]
pub fn use_recent(state: &State) {
    let written = use_mut_ref(|| state.recent.clone());
    use_effect_with(state.recent.clone(), move |recent: &Rc<Recent>| {
        let (Some(storage), true) = (storage(), written.replace(recent.clone()) != *recent) else {
            return;
        };
        let _ = if recent.queries().is_empty() {
            storage.remove_item(KEY)
        } else {
            storage.set_item(KEY, &recent.to_text())
        };
    });
}
