//! Where the keyboard goes when what it was at goes away.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

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
