//! The passage that the address leads to: it is brought into view, and told apart.

use gloo::utils::{document, window};
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::frame::use_before_paint;
use super::selection::range;
use super::sight::bring;
use super::use_highlights::{highlight_as, set_by};
use crate::state::State;
use crate::ui::Language;
use crate::ui::components::block_id;

/// What the style sheet calls it.
const PASSAGE: &str = "passage";

/// Shows the passage. Where the browser has no highlights it is selected.
#[hook]
pub fn use_passage(state: &State, language: Language) {
    let passage = state.located().filter(|_| state.page().is_some());
    use_before_paint((state.view.doc.clone(), passage), |(_, passage)| {
        let first = passage
            .and_then(|(from, _)| document().get_element_by_id(&block_id(from.block as usize)));
        if let Some(first) = first {
            bring(&first, ScrollLogicalPosition::Center);
        }
    });
    use_effect_with((passage, set_by(state, language)), |(passage, _)| {
        let range = passage.and_then(|(from, to)| range(from, to));
        let is_seen = highlight_as(PASSAGE, range.as_ref());
        if let (false, Some(range), Ok(Some(selection))) =
            (is_seen, range, window().get_selection())
        {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(&range);
        }
    });
}
