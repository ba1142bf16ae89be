//! How the reader wants the page: kept in the browser's storage, set on the root element, where the
//! style finds it. Where storage is closed a choice lasts as long as the page.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::storage::storage;
use crate::ui::Preferences;
use crate::ui::recall::PREFERENCES as KEY;

/// The name until version 1.
const OLD_KEY: &str = "jianyue.theme";

/// What could not be read of it, as it was found.
const DAMAGED_KEY: &str = "jianyue.preferences.damaged";

/// The preferences, what changes them, and how many of them could not be read.
#[hook]
pub fn use_preferences() -> (Preferences, Callback<Preferences>, usize) {
    let kept = use_memo((), |()| kept());
    let (first, damaged) = *kept;
    let preferences = use_state_eq(|| first);
    use_effect_with(*preferences, |preferences| {
        show(*preferences);
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, &preferences.to_text());
            let _ = storage.remove_item(OLD_KEY);
        }
    });
    let change = use_callback(preferences.setter(), |new, setter| setter.set(new));
    (*preferences, change, damaged)
}

/// The preferences that are kept. What of them is damaged is set aside.
fn kept() -> (Preferences, usize) {
    let Some(storage) = storage() else { return Default::default() };
    let of = |key| storage.get_item(key).ok().flatten();
    let Some(text) = of(KEY).or_else(|| of(OLD_KEY)) else { return Default::default() };
    let (preferences, damaged) = Preferences::from_text(&text);
    if !damaged.is_empty() {
        let _ = storage.set_item(DAMAGED_KEY, &damaged.join("\n"));
    }
    (preferences, damaged.len())
}

fn show(preferences: Preferences) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let Preferences { theme, face, size, measure, leading, pinyin, .. } = preferences;
    let choice = |is_on: bool| if is_on { "true" } else { "false" };
    for (name, value) in [
        ("data-theme", theme.name()),
        ("data-face", face.name()),
        ("data-spaced", choice(preferences.is_spaced)),
        ("data-justified", choice(preferences.is_justified)),
        ("data-vertical", choice(preferences.is_vertical)),
    ] {
        let _ = root.set_attribute(name, value);
    }
    let style = root.style();
    for (name, value) in
        [("--size", size), ("--measure", measure), ("--leading", leading), ("--pinyin", pinyin)]
    {
        let _ = style.set_property(name, &value.to_string());
    }
}
