//! Keys that work anywhere on the page but in a text field and while an input method is at work.
//! None of them is the browser's own; Ctrl+F stays what it is.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::dialog;
use super::focus::focus_search;
use crate::state::Action;
use crate::ui::components::HELP;

/// The key code of a key that an input method takes.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// What takes letters itself, or is a dialog, which has keys of its own.
const FIELDS: &str = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable]";

/// Listens to `/`, `?`, `n`, `N`, `]`, `[`, `o`.
#[hook]
pub fn use_keys(act: &Callback<Action>) {
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if is_composing(event) || is_shortcut_of_others(event) || is_in_field(event) {
                    return;
                }
                match event.key().as_str() {
                    "/" => focus_search(),
                    "?" => dialog::open(HELP),
                    "n" | "]" => act.emit(Action::Next),
                    "N" | "[" => act.emit(Action::Previous),
                    "o" => act.emit(Action::ToggledOriginal),
                    _ => return,
                }
                event.prevent_default();
            });
        move || drop(listener)
    });
}

/// Whether an input method is at work with this key. Some browsers say so only by the code.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == TAKEN_BY_INPUT_METHOD
}

fn is_shortcut_of_others(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Whether it is in a field or a dialog.
fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(FIELDS), Ok(Some(_))))
}
