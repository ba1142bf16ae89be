//! Dialogs of the page, opened and closed as the browser does it: the rest of the page is out of
//! reach meanwhile, Escape closes them, the focus goes back to where it was.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::Callback;

use super::focus::focus_in_place;

/// A dialog that is not there yet is looked for again after so long, so many times: dialogs are made a
/// moment after the page.
const MOMENT_MS: u32 = 50;
const MOMENTS: u32 = 20;

/// Opens the dialog of this id. The keyboard goes to what in it is marked as first; an `autofocus` would
/// also be heard when the dialog is made.
pub fn open(id: &'static str) {
    open_within(id, MOMENTS);
}

fn open_within(id: &'static str, moments: u32) {
    match dialog(id) {
        Some(dialog) if dialog.open() => {}
        Some(dialog) => {
            let _ = dialog.show_modal();
            if let Ok(Some(first)) = dialog.query_selector("[data-first]") {
                focus_in_place(first);
            }
        }
        None if moments > 0 => {
            Timeout::new(MOMENT_MS, move || open_within(id, moments - 1)).forget();
        }
        None => {}
    }
}

/// The keyboard goes to an element of a dialog, if that is open.
pub fn focus(id: &str, element: &str) {
    let element = document().get_element_by_id(element);
    if dialog(id).is_some_and(|dialog| dialog.open())
        && let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Whether the dialog of this id is open.
pub fn is_open(id: &str) -> bool {
    dialog(id).is_some_and(|dialog| dialog.open())
}

/// Closes the dialog of this id.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Listens to the dialog of this id being closed, in whatever way.
pub fn on_close(id: &str, closed: Callback<()>) -> Option<EventListener> {
    let dialog = dialog(id)?;
    Some(EventListener::new(&dialog, "close", move |_| closed.emit(())))
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
