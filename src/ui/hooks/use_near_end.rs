//! Tells when the end of a list comes near the window while the reader scrolls, or is in it from the
//! first.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::Element;
use yew::prelude::*;

/// How far below the window the end is near.
const NEAR_PX: f64 = 600.0;

/// How long a list must stand until it is looked whether it fills the window: what is replaced while
/// the reader types need not.
const SETTLED_MS: u32 = 250;

/// Calls `near` once when the element comes near, and once more each time that `shown` has changed
/// since; never while `is_on` is not so.
#[hook]
pub fn use_near_end(end: &NodeRef, shown: usize, is_on: bool, near: Callback<()>) {
    use_effect_with((end.clone(), shown, is_on), move |(end, _, is_on)| {
        let (end, is_told) = (end.clone(), Cell::new(false));
        let look = Rc::new(move |px: f64| {
            if !is_told.get() && end.cast::<Element>().is_some_and(|end| is_near(&end, px)) {
                is_told.set(true);
                near.emit(());
            }
        });
        let waiting = is_on.then(|| {
            let settled = Timeout::new(SETTLED_MS, {
                let look = look.clone();
                move || look(0.0)
            });
            // What scrolls is the window or a pane of it; of a pane only this phase tells.
            let options = EventListenerOptions::run_in_capture_phase();
            let scroll = move |_: &_| look(NEAR_PX);
            (settled, EventListener::new_with_options(&document(), "scroll", options, scroll))
        });
        move || drop(waiting)
    });
}

/// Whether an element is shown, and not so far below the window.
fn is_near(end: &Element, px: f64) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let place = end.get_bounding_client_rect();
    // What is not shown has no place.
    place.height() > 0.0 && height.is_some_and(|height| place.top() < height + px)
}
