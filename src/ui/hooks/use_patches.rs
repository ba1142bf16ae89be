//! The reader's corrections, kept in the browser's storage, a text for each document. Where storage
//! is closed or full they last as long as the page.

use yew::prelude::*;

use super::storage::storage;
use crate::state::{Action, Patches, State};

/// What the names in the browser's storage begin with; the document's id follows.
const KEY: &str = "jianyue.patch.";

/// The corrections that are kept.
pub fn kept() -> Patches {
    let mut patches = Patches::new();
    let Some(storage) = storage() else { return patches };
    for at in 0..storage.length().unwrap_or(0) {
        let Ok(Some(key)) = storage.key(at) else { continue };
        if let Some(id) = key.strip_prefix(KEY)
            && let Ok(Some(patch)) = storage.get_item(&key)
        {
            patches.insert(id.to_owned(), patch);
        }
    }
    patches
}

/// Keeps the corrections as they change, from those that were there at the start, and tells when
/// they cannot be kept.
#[hook]
pub fn use_patches(state: &State, act: &Callback<Action>) {
    let written = use_mut_ref(|| state.patches.clone());
    use_effect_with((state.patches.clone(), act.clone()), move |(patches, act)| {
        let old = written.replace(patches.clone());
        let mut is_kept = true;
        for id in old.keys().filter(|id| !patches.contains_key(*id)) {
            if let Some(storage) = storage() {
                let _ = storage.remove_item(&format!("{KEY}{id}"));
            }
        }
        for (id, patch) in patches.iter().filter(|(id, patch)| old.get(*id) != Some(patch)) {
            let key = format!("{KEY}{id}");
            is_kept &= storage().is_some_and(|storage| storage.set_item(&key, patch).is_ok());
        }
        if *patches != old {
            act.emit(Action::Kept(is_kept));
        }
    });
}
