//! The browser's next frame: what is done in it is painted with it.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::prelude::*;

/// Calls in the next frame. A page out of sight has none: there it is called when it is looked at.
pub fn in_next_frame(then: impl FnOnce() + 'static) {
    let called = Closure::once_into_js(move |_time: f64| then());
    let _ = window().request_animation_frame(called.unchecked_ref());
}

/// Calls when these have changed, before the picture that first shows it. An effect may come after that picture:
/// Yew lets the browser go on when to render has taken 16 ms.
#[hook]
pub fn use_before_paint<T: Clone + PartialEq + 'static>(of: T, then: impl FnOnce(&T) + 'static) {
    let _ = use_memo(of, |of| {
        let of = of.clone();
        in_next_frame(move || then(&of));
    });
}
