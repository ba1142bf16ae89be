//! What the reader does is painted before what comes of it: an answer that is there sooner waits for that
//! picture. Else a letter would be seen only together with its results, which take longer to set than
//! to find.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

use super::frame::in_next_frame;
use crate::state::Action;

/// What a reader does that is answered by a picture.
const DOES: [&str; 4] = ["keydown", "input", "click", "compositionend"];

/// A page out of sight has no pictures: none is waited for longer than this.
const PATIENCE_MS: u32 = 100;

/// The same callback, but what is told while a picture is waited for is told after it, in its order.
#[hook]
pub fn use_painted(act: &Callback<Action>) -> Callback<Action> {
    // `None` where no picture is waited for.
    let waiting = use_mut_ref(|| None::<Vec<Action>>);
    use_effect_with(act.clone(), {
        let waiting = waiting.clone();
        move |act| {
            let options = EventListenerOptions::run_in_capture_phase();
            let listeners = DOES.map(|does| {
                let (waiting, act) = (waiting.clone(), act.clone());
                EventListener::new_with_options(&document(), does, options, move |_| {
                    if waiting.borrow().is_some() {
                        return;
                    }
                    *waiting.borrow_mut() = Some(Vec::new());
                    let (waiting, act) = (waiting.clone(), act.clone());
                    after_paint(move || {
                        let told = waiting.take();
                        told.into_iter().flatten().for_each(|action| act.emit(action));
                    });
                })
            });
            move || drop(listeners)
        }
    });
    use_callback(act.clone(), move |action, act| {
        if let Some(waiting) = &mut *waiting.borrow_mut() {
            return waiting.push(action);
        }
        act.emit(action);
    })
}

/// Calls when the next picture is on the screen. Out of sight that may be twice.
fn after_paint(then: impl Fn() + Clone + 'static) {
    let late = Timeout::new(PATIENCE_MS, then.clone());
    // A frame is painted right after this is called, and what is due then comes after that.
    in_next_frame(move || {
        drop(late);
        Timeout::new(0, then).forget();
    });
}
