//! Where in each article the reader stopped, kept in the browser's storage: an article that is opened
//! again, without a hit, is open there.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::frame::use_before_paint;
use super::sight::{self, bring};
use super::storage::storage;
use crate::state::State;
use crate::ui::positions::Positions;
use crate::ui::recall::POSITIONS as KEY;

/// So long after the last scroll a place is kept.
const REST_MS: u32 = 300;

/// Keeps the positions, and goes back to them.
#[hook]
pub fn use_position(state: &State) {
    let doc = state.view.doc.clone();
    let shown = state.page().map(|sheet| sheet.id.clone()).filter(|id| Some(id) == doc.as_ref());
    let has_hit = state.view.hit.is_some() || state.view.passage.is_some();
    use_before_paint(shown.clone(), move |shown| {
        let at = shown.as_ref().filter(|_| !has_hit).map_or(0, |id| position(id));
        if at > 0
            && let Some(block) = sight::block(at)
        {
            bring(&block, ScrollLogicalPosition::Start);
        }
    });
    use_effect_with(shown, move |shown| {
        let listener = shown.clone().map(|id| {
            let mut rest: Option<Timeout> = None;
            let options = EventListenerOptions {
                phase: EventListenerPhase::Capture,
                ..EventListenerOptions::default()
            };
            // The window scrolls, or where lines run down the article.
            EventListener::new_with_options(&document(), "scroll", options, move |_| {
                let id = id.clone();
                // The one before is stopped by being dropped.
                drop(rest.replace(Timeout::new(REST_MS, move || keep(&id))));
            })
        });
        move || drop(listener)
    });
}

/// The block (from 0) where the reader stopped in an article.
pub fn position(id: &str) -> u32 {
    kept().of(id)
}

fn kept() -> Positions {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    Positions::from_text(&text.unwrap_or_default())
}

fn keep(id: &str) {
    let (Some((at, _)), Some(storage)) = (sight::read(), storage()) else { return };
    let mut positions = kept();
    positions.put(id, at);
    let _ = storage.set_item(KEY, &positions.to_text());
}
