//! The browser's next frame: what is done in it is painted with it.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Calls in the next frame. A page out of sight has none: there it is called when it is looked at.
pub fn in_next_frame(then: impl FnOnce() + 'static) {
    let called = Closure::once_into_js(move |_time: f64| then());
    let _ = window().request_animation_frame(called.unchecked_ref());
}
