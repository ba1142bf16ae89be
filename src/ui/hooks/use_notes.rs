//! The notes of the open article, marked by the browser's highlights: each kind by its own, and the
//! current one. What a highlight cannot show stands beside the paragraph: that something is written
//! there, or a bookmark; where the browser has no highlights, every mark. A click opens the note.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};
use yew::prelude::*;

use super::selection::{caret, ranges};
use super::use_highlights::{highlight_all, set_by};
use crate::notes::Kind;
use crate::state::{Action, Mark, Noting, State};
use crate::ui::Language;
use crate::ui::components::block_id;

/// What the style sheet calls the current one.
const NOW: &str = "note-now";

/// What of the page has a click of its own.
const OTHERS: &str = "a, button, input, select, summary, dialog";

/// Marks the notes, brings the current one into sight, and listens to clicks on them.
#[hook]
pub fn use_notes(state: &State, act: &Callback<Action>, language: Language) {
    let marks = state.marks();
    let set_by = set_by(state, language);
    let now = state.notes.now.as_ref();
    let now = marks.iter().find(|mark| Some(&mark.id) == now).map(|mark| (mark.from, mark.to));
    let has_notes = !marks.is_empty() && !state.view.words;
    use_effect_with((marks, set_by.clone()), |(marks, _)| mark(marks));
    use_effect_with((now, set_by), |(now, _)| {
        let ranges = now.map_or(Vec::new(), |(from, to)| ranges(from, to));
        highlight_all(NOW, &ranges);
    });
    use_effect_with((now, state.notes.gone_to), |(now, _)| {
        let first = now.and_then(|(from, to)| ranges(from, to).into_iter().next());
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        if let (Some(range), Some(height)) = (first, height) {
            let place = range.get_bounding_client_rect();
            if place.bottom() < height * 0.1 || place.top() > height * 0.85 {
                window().scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
            }
        }
    });
    use_effect_with((has_notes, act.clone()), |(has_notes, act)| {
        let act = act.clone();
        let listener = has_notes.then(|| {
            EventListener::new(&document(), "click", move |event| {
                let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
                let at = event.target().and_then(|at| at.dyn_into::<Element>().ok());
                let is_text = at.is_some_and(|at| matches!(at.closest(OTHERS), Ok(None)));
                // The click that ends a selection is none on what is selected.
                let selects = window().get_selection().ok().flatten();
                let selects = selects.is_some_and(|selection| !selection.is_collapsed());
                if let Some(spot) = caret(event).filter(|_| is_text && !selects) {
                    act.emit(Action::Noted(Noting::OpenedAt(spot)));
                }
            })
        });
        move || drop(listener)
    });
}

fn mark(marks: &[Mark]) {
    let mut is_shown = true;
    for kind in Kind::MARKS {
        let of_kind = marks.iter().filter(|mark| mark.kind == kind);
        let ranges: Vec<_> = of_kind.flat_map(|mark| ranges(mark.from, mark.to)).collect();
        is_shown &= highlight_all(&format!("note-{}", kind.name()), &ranges);
    }
    for sign in [SAYS, BOOKMARK] {
        let Ok(signed) = document().query_selector_all(&format!("[{sign}]")) else { continue };
        for at in 0..signed.length() {
            if let Some(block) = signed.get(at).and_then(|at| at.dyn_into::<Element>().ok()) {
                let _ = block.remove_attribute(sign);
            }
        }
    }
    for mark in marks {
        let is_bookmark = mark.kind == Kind::Bookmark;
        if !(is_bookmark || mark.says || !is_shown) {
            continue;
        }
        let sign = if is_bookmark { BOOKMARK } else { SAYS };
        if let Some(block) = document().get_element_by_id(&block_id(mark.from.block as usize)) {
            let _ = block.set_attribute(sign, "");
        }
    }
}

/// What the style sheet finds a block by at which something is written.
const SAYS: &str = "data-note";

/// And one that has a bookmark.
const BOOKMARK: &str = "data-bookmark";
