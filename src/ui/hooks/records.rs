//! What the reader makes is kept in the browser's storage as records: a text each, under a name of
//! which the beginning says the kind. Each is written by itself, so that two open pages that change
//! different records do not undo each other's work; and each page takes what another has written.
//! Where storage is closed or full the records last as long as the page.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::storage::storage;

/// Texts by their ids.
pub type Records = BTreeMap<String, String>;

/// The records that are kept under names that begin so.
pub fn kept(kind: &str) -> Records {
    let mut records = Records::new();
    let Some(storage) = storage() else { return records };
    for at in 0..storage.length().unwrap_or(0) {
        let Ok(Some(name)) = storage.key(at) else { continue };
        if let Some(id) = name.strip_prefix(kind)
            && let Ok(Some(text)) = storage.get_item(&name)
        {
            records.insert(id.to_owned(), text);
        }
    }
    records
}

/// Puts a record that cannot be read under another kind of name, so that nothing is lost. Where it is
/// not kept there, it stays where it was. Whether it was put there.
pub fn set_aside(kind: &str, aside: &str, id: &str) -> bool {
    let Some(storage) = storage() else { return false };
    let name = format!("{kind}{id}");
    let Ok(Some(text)) = storage.get_item(&name) else { return false };
    storage.set_item(&format!("{aside}{id}"), &text).is_ok() && storage.remove_item(&name).is_ok()
}

/// Keeps records as they change, from those that were there at the start. `is_kept` is told after
/// each change whether the browser keeps all that changed; `took` what another page has changed: an
/// id, and its text or `None` where it was removed.
#[hook]
pub fn use_records(
    kind: &'static str,
    records: &Rc<Records>,
    is_kept: &Callback<bool>,
    took: &Callback<(String, Option<String>)>,
) {
    let written = use_mut_ref(|| records.clone());
    {
        let written = written.clone();
        use_effect_with((records.clone(), is_kept.clone()), move |(records, is_kept)| {
            let old = written.replace(records.clone());
            if *records != old {
                is_kept.emit(write(kind, &old, records));
            }
        });
    }
    use_effect_with(took.clone(), move |took| {
        let took = took.clone();
        let listener = EventListener::new(&window(), "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            // Without a name all was removed.
            let changed: Vec<String> = match event.key() {
                Some(name) => name.strip_prefix(kind).map(str::to_owned).into_iter().collect(),
                None => written.borrow().keys().cloned().collect(),
            };
            for id in changed {
                let text = event.new_value();
                let mut written = written.borrow_mut();
                let records = Rc::make_mut(&mut written);
                match &text {
                    Some(text) => records.insert(id.clone(), text.clone()),
                    None => records.remove(&id),
                };
                drop(written);
                took.emit((id, text));
            }
        });
        move || drop(listener)
    });
}

/// Writes records under their whole names. Whether all of them are kept.
pub fn write_all(records: &Records) -> bool {
    let Some(storage) = storage() else { return records.is_empty() };
    // One that there is no room for keeps no smaller one away.
    let is_lost = |(name, text): &(&String, &String)| storage.set_item(name, text).is_err();
    records.iter().filter(is_lost).count() == 0
}

/// Writes what differs. Whether all of it is kept.
fn write(kind: &str, old: &Records, new: &Records) -> bool {
    let Some(storage) = storage() else { return false };
    for id in old.keys().filter(|id| !new.contains_key(*id)) {
        let _ = storage.remove_item(&format!("{kind}{id}"));
    }
    let changed = new.iter().filter(|(id, text)| old.get(*id) != Some(text));
    changed.fold(true, |is_kept, (id, text)| {
        storage.set_item(&format!("{kind}{id}"), text).is_ok() && is_kept
    })
}
