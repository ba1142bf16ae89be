//! The terms of the keyword lists that are switched on, marked in the open article by the browser's
//! highlights: one for each style, below the hits of the search.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

use super::selection::range;
use super::sight;
use super::use_highlights::{highlight_below, set_by};
use crate::keyword_list::Style;
use crate::protocol::Spot;
use crate::state::State;
use crate::ui::Language;

/// So many blocks before and after the one that is read have their terms marked: a long article has
/// tens of thousands of places.
const AROUND: u32 = 100;

/// After scrolling stops for so long the terms around are marked.
const SETTLED_MS: u32 = 150;

/// Marks the terms. Where the browser has no highlights nothing is marked; counts and links stand
/// above the article all the same.
#[hook]
pub fn use_list_marks(state: &State, language: Language) {
    let places = state.places().cloned();
    let signs = state.lists.on.clone();
    use_effect_with((places, signs, set_by(state, language)), |(places, signs, _)| {
        let styles: Vec<Style> = signs.iter().map(|sign| sign.term.style).collect();
        let places = places.clone();
        let mark = move || {
            let terms = places.iter().flat_map(|places| styles.iter().copied().zip(places.iter()));
            mark(terms);
        };
        mark();
        let mut waiting: Option<Timeout> = None;
        // The window scrolls, or where lines run down the article.
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            ..EventListenerOptions::default()
        };
        let listener = EventListener::new_with_options(&document(), "scroll", options, move |_| {
            let mark = mark.clone();
            // The one before is stopped by being dropped.
            drop(waiting.replace(Timeout::new(SETTLED_MS, mark)));
        });
        move || drop(listener)
    });
}

/// Marks what stands in the blocks around the one that is read.
fn mark<'a>(terms: impl Iterator<Item = (Style, &'a Vec<(Spot, Spot)>)>) {
    let mut terms = terms.peekable();
    // Where no list is on the layout need not be known.
    let read = if terms.peek().is_none() { 0 } else { sight::read_block() };
    let around = read.saturating_sub(AROUND)..=read + AROUND;
    let mut ranges = Style::ALL.map(|_| Vec::new());
    for (style, places) in terms {
        let first = places.partition_point(|(from, _)| from.block < *around.start());
        let here = places[first..].iter().take_while(|(from, _)| around.contains(&from.block));
        ranges[style as usize].extend(here.filter_map(|&(from, to)| range(from, to)));
    }
    for (style, ranges) in Style::ALL.into_iter().zip(&ranges) {
        highlight_below(&format!("term-{}", style.name()), ranges);
    }
}
