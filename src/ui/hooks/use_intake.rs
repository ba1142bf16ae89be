//! Takes files from wherever the reader gives them to the page, dropped anywhere on it or pasted, and
//! reads them when the state wants their bytes: never more than it asks for.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event};
use yew::prelude::*;

use super::clock::{local_minute, now_ms};
use super::given::{self, Given};
use super::{dialog, room};
use crate::state::{Action, LibraryStep, State};
use crate::ui::components::LIBRARY;
use crate::ui::wording;

/// What a paste belongs to.
const FIELDS: &str = "input:not([type=checkbox], [type=file]), textarea, [contenteditable]";

/// Said of the page while files are held over it: the style sheet shows where they go.
const OVER: &str = "data-drop";

/// Reads files, and takes new ones.
#[hook]
pub fn use_intake(state: &State, act: &Callback<Action>) {
    let to_read = state.intake.to_read().cloned();
    use_effect_with((to_read, act.clone()), |(to_read, act)| {
        let (to_read, act) = (to_read.clone(), act.clone());
        if let Some(to_read) = to_read {
            spawn_local(async move {
                let bytes = given::read(&to_read.pieces).await;
                let step = LibraryStep::Read(to_read.number, bytes, now_ms());
                act.emit(Action::Library(step));
            });
        }
    });
    let is_running = state.intake.is_running();
    let is_listed = state.holdings.all.is_some();
    let has_asked = use_mut_ref(|| false);
    use_effect_with((is_running, is_listed, act.clone()), move |(is_running, is_listed, act)| {
        if *is_running || *is_listed {
            // Some browsers ask the reader: that is for the first time that something comes in.
            let asks = *is_running && !has_asked.replace(*is_running);
            room::tell(act, asks);
        }
        if !is_running {
            given::forget();
        }
    });
    use_effect_with(state.intake.is_stopped, |is_stopped| {
        if *is_stopped {
            given::stop();
        }
    });
    use_effect_with(act.clone(), |act| {
        let listeners = [dragged(), dropped(act), pasted(act)];
        move || drop(listeners)
    });
}

/// The files that come with an event; `None` where none do.
fn carried(event: &Event) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    carried.types().includes(&JsValue::from_str("Files"), 0).then_some(carried)
}

fn show_over(is_over: bool) {
    let page = document_element();
    let _ = if is_over { page.set_attribute(OVER, "") } else { page.remove_attribute(OVER) };
}

/// While files are held over the page it says so; when they are no longer, it stops.
fn dragged() -> Vec<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window(), "dragover", options, |event| {
        if let Some(carried) = carried(event) {
            event.prevent_default();
            carried.set_drop_effect("copy");
            show_over(true);
        }
    });
    let left = EventListener::new(&window(), "dragleave", |event| {
        // From one element of the page to another is not away from it.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            show_over(false);
        }
    });
    vec![over, left]
}

fn dropped(act: &Callback<Action>) -> Vec<EventListener> {
    let act = act.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window(), "drop", options, move |event| {
        show_over(false);
        if let Some(carried) = carried(event) {
            event.prevent_default();
            Given::to(&act).dropped(&carried);
        }
    });
    vec![listener]
}

/// Files are taken wherever they are pasted but in a field; a text only where the library is open, since
/// elsewhere nobody would know what became of it.
fn pasted(act: &Callback<Action>) -> Vec<EventListener> {
    let act = act.clone();
    let listener = EventListener::new(&document(), "paste", move |event| {
        let at = event.target().and_then(|at| at.dyn_into::<Element>().ok());
        let is_in_field = at.is_some_and(|at| !matches!(at.closest(FIELDS), Ok(None)));
        let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(pasted) = pasted.filter(|_| !is_in_field) else { return };
        let files = pasted.files().filter(|files| files.length() > 0);
        let text = pasted.get_data("text/plain").unwrap_or_default();
        if let Some(files) = files {
            Given::to(&act).files(&files);
        } else if !text.trim().is_empty() && dialog::is_open(LIBRARY) {
            Given::to(&act).text(&text, &wording::pasted_file(&local_minute()));
        }
    });
    vec![listener]
}
