//! Other open pages of this site: they have the same documents of the reader's own, and hear when these
//! are others. Where the browser has no channel between pages, each hears of it when it is loaded anew.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::prelude::*;

use crate::state::{Action, Elsewhere, LibraryStep, State};

/// The name of the channel.
const CHANNEL: &str = "jianyue.holdings";

/// Takes what other pages tell; what is returned tells them something.
#[hook]
pub fn use_tabs(state: &State, act: &Callback<Action>) -> Callback<Elsewhere> {
    let channel = use_memo((), |()| BroadcastChannel::new(CHANNEL).ok());
    use_effect_with((channel.clone(), act.clone()), |(channel, act)| {
        let act = act.clone();
        let listener = channel.as_ref().as_ref().map(|channel| {
            EventListener::new(channel, "message", move |event| {
                let said =
                    event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(what) = said.as_deref().and_then(Elsewhere::from_text) {
                    act.emit(Action::Library(LibraryStep::Elsewhere(what)));
                }
            })
        });
        move || drop(listener)
    });
    let tell = use_callback(channel, |what: Elsewhere, channel| {
        if let Some(channel) = &**channel {
            let _ = channel.post_message(&JsValue::from_str(&what.to_text()));
        }
    });
    let has_taken = state.intake.taken > 0 && !state.intake.is_running();
    use_effect_with((has_taken, tell.clone()), |(has_taken, tell)| {
        if *has_taken {
            tell.emit(Elsewhere::Taken);
        }
    });
    tell
}
