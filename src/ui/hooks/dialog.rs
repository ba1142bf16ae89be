//! Dialogs of the page, opened and closed as the browser does it: the rest of the page is out of
//! reach meanwhile, Escape closes them, the focus goes back to where it was.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens the dialog of this id.
pub fn open(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
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
