//! Where the keyboard goes when what it was at goes away.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::engine::Place;

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
    let row = document().get_element_by_id(&row_id(place));
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = row.focus_with_options(&options);
    }
}
