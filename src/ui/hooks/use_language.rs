//! The language of the page: chosen by the reader and kept in the browser's storage, or else the one
//! that the browser asks for; set on the root element. Where storage is closed the choice lasts as
//! long as the page.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::storage::storage;
use crate::ui::Language;
use crate::ui::components::LANGUAGE_SWITCH;

/// The name in the browser's storage.
const KEY: &str = "jianyue.language";

/// The language, and what switches to another. From this call on it is the one that is spoken.
#[hook]
pub fn use_language() -> (Language, Callback<Language>) {
    let language = use_state_eq(first);
    language.speak();
    let is_switched = use_mut_ref(|| false);
    use_effect_with(*language, {
        let is_switched = is_switched.clone();
        move |language| {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("lang", language.tag());
            }
            // The switch was set anew with all the rest: the keyboard stays at it.
            if *is_switched.borrow() {
                let switch = document().get_element_by_id(LANGUAGE_SWITCH);
                if let Some(switch) = switch.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                    let _ = switch.focus();
                }
            }
        }
    });
    let switch = use_callback(language.clone(), move |chosen: Language, language| {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, chosen.tag());
        }
        *is_switched.borrow_mut() = true;
        language.set(chosen);
    });
    (*language, switch)
}

/// The language that was chosen before, or that the browser asks for.
fn first() -> Language {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.and_then(|tag| Language::tagged(&tag)).unwrap_or_else(|| {
        let asked: Vec<String> =
            window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
        Language::preferred(asked.iter().map(String::as_str))
    })
}
