//! Dialogs of the page, opened and closed as the browser does it: the rest of the page is out of
//! reach meanwhile, Escape closes them, the focus goes back to where it was.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::focus::focus_in_place;

/// Opens the dialog of this id. The keyboard goes to what in it is marked as first; an `autofocus` would
/// also be heard when the dialog is made.
pub fn open(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
        if let Ok(Some(first)) = dialog.query_selector("[data-first]") {
            focus_in_place(first);
        }
    }
}

/// Closes the dialog of this id.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
