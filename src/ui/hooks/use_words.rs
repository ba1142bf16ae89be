//! The words of the open article made visible, by the browser's highlights: two that alternate, so
//! that each is told from the next, and the current one. A click asks what is known of a word.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};
use yew::prelude::*;

use super::selection::{caret, range};
use super::sight;
use super::use_highlights::{highlight_all, highlight_as, set_by};
use crate::protocol::{Spot, WordHere};
use crate::state::{Action, State};
use crate::ui::Language;

/// What the style sheet calls words, in turn.
const IN_TURN: [&str; 2] = ["word-one", "word-other"];

/// And the current one.
const NOW: &str = "word-now";

/// So many blocks before and after the one that is read have their words marked: a long article has
/// hundreds of thousands.
const AROUND: u32 = 60;

/// After scrolling stops for so long the words around are marked.
const SETTLED_MS: u32 = 150;

/// Marks the words, brings the current one into sight, and listens to clicks on them.
#[hook]
pub fn use_words(state: &State, act: &Callback<Action>, language: Language) {
    let words = state.shown_words().cloned();
    let set_by = set_by(state, language);
    use_effect_with((words.clone(), set_by.clone()), |(words, _)| {
        let words = words.clone();
        let mark = move || mark(words.as_deref().unwrap_or_default());
        mark();
        let mut waiting: Option<Timeout> = None;
        let listener = EventListener::new(&document(), "scroll", move |_| {
            let mark = mark.clone();
            drop(waiting.replace(Timeout::new(SETTLED_MS, mark)));
        });
        move || drop(listener)
    });
    use_effect_with((state.current_word(), set_by), |(word, _)| {
        let range = word.and_then(|(from, to)| range(from, to));
        highlight_as(NOW, range.as_ref());
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        if let (Some(range), Some(height)) = (range, height) {
            let place = range.get_bounding_client_rect();
            if place.top() < height * 0.15 || place.bottom() > height * 0.85 {
                window().scroll_by_with_x_and_y(0.0, place.top() - height / 2.0);
            }
        }
    });
    use_effect_with((words.is_some(), act.clone()), |(is_on, act)| {
        let act = act.clone();
        let listener = is_on.then(|| {
            EventListener::new(&document(), "click", move |event| {
                let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
                let at = event.target().and_then(|at| at.dyn_into::<Element>().ok());
                let is_text = at.is_some_and(|at| matches!(at.closest("a, button"), Ok(None)));
                if let Some(spot) = caret(event).filter(|_| is_text) {
                    act.emit(Action::AskedAt(spot));
                }
            })
        });
        move || drop(listener)
    });
}

/// Marks the words of the blocks around the one that is read.
fn mark(blocks: &[Vec<WordHere>]) {
    // Where no words are shown the layout need not be known.
    let read = if blocks.is_empty() { 0 } else { sight::read_block() };
    let mut in_turn = [Vec::new(), Vec::new()];
    for (block, words) in (0..).zip(blocks) {
        if !(read.saturating_sub(AROUND)..=read + AROUND).contains(&block) {
            continue;
        }
        let (mut at, mut turn) = (0, 0);
        for word in words {
            let end = at + u32::from(word.units);
            if word.is_word {
                in_turn[turn].extend(range(Spot { block, at }, Spot { block, at: end }));
                turn = 1 - turn;
            }
            at = end;
        }
    }
    for (name, ranges) in IN_TURN.into_iter().zip(&in_turn) {
        highlight_all(name, ranges);
    }
}
