//! Keys that work anywhere on the page but in a text field and while an input method is at work.
//! None of them is the browser's own; Ctrl+F stays what it is.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::dialog;
use super::focus::focus_search;
use crate::state::{Action, Turn};
use crate::ui::Preferences;
use crate::ui::components::HELP;

/// The key code of a key that an input method takes.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// Listens to `/`, `?`, `]`, `[`, the arrows to the left and right; to `n`, `N`, `o`, `v` where
/// single letters are wanted.
#[hook]
pub fn use_keys(act: &Callback<Action>, preferences: Preferences, change: &Callback<Preferences>) {
    let deps = (act.clone(), preferences, change.clone());
    use_effect_with(deps, |(act, preferences, change)| {
        let (act, now, change) = (act.clone(), *preferences, change.clone());
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
                    "]" => act.emit(Action::Next),
                    "[" => act.emit(Action::Previous),
                    "ArrowLeft" if !now.is_vertical => act.emit(Action::Turned(Turn::Back)),
                    "ArrowRight" if !now.is_vertical => act.emit(Action::Turned(Turn::On)),
                    "n" if now.has_letter_keys => act.emit(Action::Next),
                    "N" if now.has_letter_keys => act.emit(Action::Previous),
                    "o" if now.has_letter_keys => act.emit(Action::ToggledOriginal),
                    "v" if now.has_letter_keys => {
                        change.emit(Preferences { is_vertical: !now.is_vertical, ..now });
                    }
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

/// Whether it is in a field, or in a dialog, which has keys of its own.
fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        matches!(target.closest("input, textarea, select, dialog, [contenteditable]"), Ok(Some(_)))
    })
}
