//! The language of the page: chosen by the reader and kept in the browser's storage, or else the one
//! that the publisher says, or that the browser asks for; set on the root element. Where storage is closed the choice lasts as
//! long as the page.

use gloo::utils::{document, window};
use yew::prelude::*;

use super::focus::focus_in_place;
use super::storage::storage;
use super::use_site::said;
use crate::ui::Language;
use crate::ui::components::{LANGUAGE_SWITCH, LIST_PANE};

/// The name in the browser's storage.
const KEY: &str = "jianyue.language";

/// The language, and what switches to another. From this call on it is the one that is spoken.
#[hook]
pub fn use_language() -> (Language, Callback<Language>) {
    let language = use_state_eq(first);
    language.speak();
    let place = use_mut_ref(|| None::<Place>);
    use_effect_with(*language, {
        let place = place.clone();
        move |language| {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("lang", language.tag());
            }
            // Under which name the site can be installed.
            if let Ok(Some(link)) = document().query_selector("link[rel=manifest]") {
                let _ = link.set_attribute("href", &format!("./{}.webmanifest", language.tag()));
            }
            if let Some(place) = place.take() {
                place.go_back();
            }
        }
    });
    let switch = use_callback(language.clone(), move |chosen: Language, language| {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, chosen.tag());
        }
        *place.borrow_mut() = Some(Place::now());
        language.set(chosen);
    });
    (*language, switch)
}

/// Where the reader is. All is set anew in another language, and the reader stays.
struct Place {
    page: f64,
    list: i32,
}

impl Place {
    fn now() -> Place {
        let list = document().get_element_by_id(LIST_PANE);
        Place {
            page: window().scroll_y().unwrap_or_default(),
            list: list.map_or(0, |list| list.scroll_top()),
        }
    }

    /// Scrolls as it was, and gives the keyboard back to the switch.
    fn go_back(self) {
        if let Some(list) = document().get_element_by_id(LIST_PANE) {
            list.set_scroll_top(self.list);
        }
        if let Some(switch) = document().get_element_by_id(LANGUAGE_SWITCH) {
            focus_in_place(switch);
        }
        window().scroll_to_with_x_and_y(0.0, self.page);
    }
}

/// The language that was chosen before, or that the publisher says, or that the browser asks for.
fn first() -> Language {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let tagged = |tag: String| Language::tagged(&tag);
    kept.and_then(tagged).or_else(|| said("language").and_then(tagged)).unwrap_or_else(|| {
        let asked: Vec<String> =
            window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
        Language::preferred(asked.iter().map(String::as_str))
    })
}
