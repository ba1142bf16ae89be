//! Keys that work anywhere on the page but in a text field and while an input method is at work.
//! None of them is the browser's own; Ctrl+F stays what it is.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::sight::read_block;
use crate::state::{Action, State};
use crate::ui::Preferences;
use crate::ui::commands::On;
use crate::ui::keys::FIRST;

/// The key code of a key that an input method takes.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// What takes letters itself, or is a dialog, which has keys of its own.
const FIELDS: &str = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable]";

/// Listens to the keys of all commands, to single letters and signs only where they are wanted; and
/// to the space bar, which at the end of an article goes on to the next.
#[hook]
pub fn use_keys(
    state: &State,
    act: &Callback<Action>,
    preferences: Preferences,
    change: &Callback<Preferences>,
) {
    let deps = (state.view.clone(), act.clone(), preferences, change.clone());
    use_effect_with(deps, |(view, act, preferences, change)| {
        let (view, act, change) = (view.clone(), act.clone(), change.clone());
        let preferences = *preferences;
        let options = EventListenerOptions::enable_prevent_default();
        let mut is_second = false;
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let key = event.key();
                let is_palette = key == "k" && (event.ctrl_key() || event.meta_key());
                if is_composing(event) || !is_palette && is_shortcut_of_others(event) {
                    return;
                }
                let named = match key.as_str() {
                    _ if is_palette => "Ctrl+K".to_owned(),
                    _ if is_in_field(event) => return,
                    // It belongs to the key that comes with it.
                    "Shift" => return,
                    " " if view.doc.is_some() && is_at_end() => "ArrowRight".to_owned(),
                    "ArrowLeft" | "ArrowRight" if preferences.is_vertical => return,
                    second if is_second => format!("{FIRST}{second}"),
                    key => key.to_owned(),
                };
                let is_first = key.chars().eq([FIRST]) && !is_second;
                is_second = is_first && preferences.has_letter_keys;
                // Among words these go from one to the next.
                let has_letters = preferences.has_letter_keys;
                let word = match named.as_str() {
                    "n" if has_letters => Some(Action::SteppedWord(true, read_block())),
                    "b" if has_letters => Some(Action::SteppedWord(false, read_block())),
                    "Enter" if is_at_text(event) => Some(Action::AskedWord),
                    _ => None,
                };
                if let Some(action) = word.filter(|_| view.words && view.doc.is_some()) {
                    act.emit(action);
                    event.prevent_default();
                } else if let Some(command) = preferences.command_of(&named) {
                    command.run(&On { view: &view, act: &act, preferences, change: &change });
                    event.prevent_default();
                }
            });
        move || drop(listener)
    });
}

/// Whether the keyboard is at nothing that has an own meaning for Enter.
pub fn is_at_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest("a, button, summary, input"), Ok(None)))
}

/// Whether the end of the page is in sight.
fn is_at_end() -> bool {
    let seen = window().scroll_y().unwrap_or_default()
        + window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    document().document_element().is_some_and(|root| seen + 2.0 >= f64::from(root.scroll_height()))
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
