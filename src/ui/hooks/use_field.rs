//! A text field that an input method can be used in: nothing is told while a composition is under
//! way. The field holds its own text; it is overwritten only when the state says something else
//! and no composition is under way, since that would break it off.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::first::was_in_field;
use super::focus::is_touched;
use super::use_keys::is_composing;
use crate::state::Action;

/// What the field needs to be wired with.
pub struct Field {
    /// The `<input>`.
    pub node: NodeRef,
    /// For its `oninput`.
    pub input: Callback<InputEvent>,
    /// For its `onkeydown`: Enter and Escape.
    pub key: Callback<KeyboardEvent>,
    /// Empties it and goes back to it.
    pub clear: Callback<()>,
}

/// Keeps a field and `query` to each other.
#[hook]
pub fn use_field(query: &AttrValue, act: &Callback<Action>) -> Field {
    let node = use_node_ref();
    let composing = use_mut_ref(|| false);

    use_effect_with((node.clone(), act.clone()), {
        let composing = composing.clone();
        move |(node, act)| {
            let listeners = node.cast::<HtmlInputElement>().map(|field| {
                let (begun, ended, act) = (composing.clone(), composing, act.clone());
                let begin = EventListener::new(&field, "compositionstart", move |_| {
                    *begun.borrow_mut() = true;
                });
                let typed = field.clone();
                let end = EventListener::new(&field, "compositionend", move |_| {
                    *ended.borrow_mut() = false;
                    act.emit(Action::Typed(typed.value()));
                });
                if was_in_field() {
                    let _ = field.focus();
                }
                (begin, end)
            });
            move || drop(listeners)
        }
    });

    use_effect_with((node.clone(), query.clone()), {
        let composing = composing.clone();
        move |(node, query)| {
            if let Some(field) = node.cast::<HtmlInputElement>()
                && !*composing.borrow()
                && field.value() != query.as_str()
            {
                field.set_value(query);
            }
        }
    });

    let input = use_callback(act.clone(), move |event: InputEvent, act| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|_| !event.is_composing() && !*composing.borrow()) {
            act.emit(Action::Typed(field.value()));
        }
    });
    let clear = use_callback((node.clone(), act.clone()), |(), (node, act)| {
        act.emit(Action::Typed(String::new()));
        if let Some(field) = node.cast::<HtmlInputElement>() {
            let _ = field.focus();
        }
    });
    let key = use_callback((node.clone(), act.clone()), |event: KeyboardEvent, (node, act)| {
        let field = node.cast::<HtmlInputElement>();
        let Some(field) = field.filter(|_| !is_composing(&event)) else { return };
        match event.key().as_str() {
            "Enter" if event.shift_key() => act.emit(Action::Previous),
            "Enter" => {
                act.emit(Action::Entered);
                // On a phone the keyboard covers what was found.
                if is_touched() {
                    let _ = field.blur();
                }
            }
            "Escape" if field.value().is_empty() => {
                let _ = field.blur();
            }
            "Escape" => act.emit(Action::Typed(String::new())),
            _ => return,
        }
        event.prevent_default();
    });
    Field { node, input, key, clear }
}
