//! The address says what is looked at. It is written when the view changes: a new step of the
//! history when a document opens or closes, in place for everything else, so that the back button
//! does not go through every letter typed. It is read at the start and when the reader goes back.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::prelude::*;

use crate::state::{Action, State, View};
use crate::ui::wording;

/// What the address says now.
pub fn view() -> View {
    View::from_fragment(&window().location().hash().unwrap_or_default())
}

/// Keeps the address, and the title of the window, to the view and the view to the address.
#[hook]
pub fn use_address(state: &State, act: &Callback<Action>) {
    use_effect_with(state.view.clone(), write);
    use_effect_with(wording::title(state), |title| document().set_title(title));
    use_effect_with(act.clone(), |act| {
        // Where to scroll is known only when the article is there, which the browser cannot wait
        // for; `use_place` does it.
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let act = act.clone();
        let listener =
            EventListener::new(&window(), "popstate", move |_| act.emit(Action::Went(view())));
        move || drop(listener)
    });
}

fn write(new: &View) {
    let location = window().location();
    let (Ok(history), Ok(path), Ok(query)) =
        (window().history(), location.pathname(), location.search())
    else {
        return;
    };
    let old = view();
    if old == *new {
        return;
    }
    let address = path + &query + &new.to_fragment();
    // A browser that finds it too often refuses (Safari: 100 times in 30 seconds). Then the
    // address lags behind until the next change, which harms nothing.
    let _ = if old.doc == new.doc {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
