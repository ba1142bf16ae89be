//! The address says what is looked at. It is written when the view changes: a new step of the
//! history when a document opens or closes, in place for everything else, so that the back button
//! does not go through every letter typed; and that only when nothing more has changed for a moment:
//! writing it takes longer than a search. It is read at the start and when the reader goes back.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::prelude::*;

use crate::state::{Action, State, View};
use crate::ui::wording;

/// How long a view must stand until the address says it.
const SETTLED_MS: u32 = 80;

/// What the address says now.
pub fn view() -> View {
    View::from_fragment(&window().location().hash().unwrap_or_default())
}

/// Keeps the address, and the title of the window, to the view and the view to the address.
#[hook]
pub fn use_address(state: &State, act: &Callback<Action>) {
    let waiting = use_mut_ref(|| None::<(View, Timeout)>);
    use_effect_with(state.view.clone(), {
        let waiting = waiting.clone();
        move |new| {
            let before = waiting.take();
            if is_at_same(&view(), new) {
                let later = new.clone();
                let write = Timeout::new(SETTLED_MS, move || write(&later));
                *waiting.borrow_mut() = Some((new.clone(), write));
            } else {
                // The way back leads to what was looked at last.
                before.iter().for_each(|(last, _)| write(last));
                write(new);
            }
        }
    });
    use_effect_with(wording::title(state), |title| document().set_title(title));
    use_effect_with(act.clone(), |act| {
        // Where to scroll is known only when the article is there, which the browser cannot wait
        // for; `use_place` does it.
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let act = act.clone();
        let gone =
            EventListener::new(&window(), "popstate", move |_| act.emit(Action::Went(view())));
        let left = EventListener::new(&window(), "pagehide", move |_| {
            waiting.take().iter().for_each(|(last, _)| write(last));
        });
        move || drop((gone, left))
    });
}

/// Whether one view takes the place of the other in the history.
fn is_at_same(old: &View, new: &View) -> bool {
    old.doc == new.doc && (old.at_lists == new.at_lists || new.doc.is_some())
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
    let _ = if is_at_same(&old, new) {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
