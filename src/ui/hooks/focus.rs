//! Where the keyboard goes when what it was at goes away.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusEvent, FocusOptions, HtmlElement, HtmlInputElement, ScrollLogicalPosition,
};

use super::sight::bring;
use crate::engine::Place;
use crate::ui::components::{LIST_PANE, READING_PANE, SEARCH_FIELD};

/// The id of the row of the block that begins at a place.
pub fn row_id(place: Place) -> String {
    format!("row-{}-{}", place.line, place.column)
}

/// The keyboard goes to the row of a block; the page does not move. The rows are set anew when the
/// corrected page comes, so it is asked for again until then, unless the reader has gone elsewhere.
pub fn focus_row(place: Place) {
    for later in [0, 100, 400, 1_000] {
        Timeout::new(later, move || {
            let here = document().active_element();
            if later == 0 || here.is_none_or(|here| here.tag_name() == "BODY") {
                focus(place);
            }
        })
        .forget();
    }
}

fn focus(place: Place) {
    if let Some(row) = document().get_element_by_id(&row_id(place)) {
        focus_in_place(row);
    }
}

/// The keyboard goes to the article, or where it is not shown, as on a phone, to the list.
pub fn focus_content() {
    let panes = [READING_PANE, LIST_PANE].map(|id| document().get_element_by_id(id));
    if let Some(pane) = panes.into_iter().flatten().find(is_shown) {
        focus_in_place(pane);
    }
}

/// The keyboard goes to an element; the page does not move.
pub fn focus_in_place(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// What the keyboard has come to in a row that is scrolled sideways is shown as a whole: browsers are
/// content with its first pixels.
pub fn show_focused(event: FocusEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        bring(&element, ScrollLogicalPosition::Nearest);
    }
}

/// Whether an element takes any room on the page.
pub fn is_shown(element: &Element) -> bool {
    element.get_bounding_client_rect().height() > 0.0
}

/// The keyboard goes to the search field, over what is in it.
pub fn focus_search() {
    let field = document().get_element_by_id(SEARCH_FIELD);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// The keyboard goes back to the search field, but where it would cover what was found.
pub fn search_again() {
    if !is_touched() {
        focus_search();
    }
}

/// Whether the reader points with a finger.
pub fn is_touched() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether there is room for the list or the article only (as the style sheet has it).
pub fn is_narrow() -> bool {
    window().match_media("(max-width: 50rem)").ok().flatten().is_some_and(|query| query.matches())
}

/// The keyboard goes so many places down the list, or up; from elsewhere, to what is open in it, or
/// to its first place.
pub fn step_in_list(step: i32) {
    let Ok(all) = document().query_selector_all(IN_LIST) else { return };
    let at = |at: u32| all.get(at)?.dyn_into::<HtmlElement>().ok();
    let here = document().active_element();
    let is_here = |place: &u32| at(*place).map(web_sys::Element::from) == here;
    let is_open = |place: &u32| at(*place).is_some_and(|link| link.has_attribute("aria-current"));
    let to = match (0..all.length()).find(is_here) {
        Some(place) => place.saturating_add_signed(step).min(all.length().saturating_sub(1)),
        None => (0..all.length()).find(is_open).unwrap_or(0),
    };
    if let Some(link) = at(to) {
        let _ = link.focus();
    }
}

/// What stands in the list, one below the other.
const IN_LIST: &str = ".list :is(.entry, .snippet, .line-hit, .note-link)";
