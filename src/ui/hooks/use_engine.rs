//! The state of the page and the worker that answers its questions. A worker tells of its own
//! failure only in part: an error in it reaches the window, but one that cannot be loaded stays
//! silent. So every question has a time limit, after which the page says that it waits.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::ErrorEvent;
use yew::prelude::*;

use super::bridge::Bridge;
use super::first::first_typed;
use super::parts::{parts, start};
use super::use_address::view;
use super::use_amendments::amended;
use super::use_lists::kept as kept_lists;
use super::use_new_words::kept_words;
use super::use_notes_kept::kept as notes;
use super::use_painted::use_painted;
use super::use_patches::kept;
use super::use_recent::recalled;
use crate::embedded::BUILD;
use crate::protocol::{Question, Request};
use crate::state::{Action, State};
use crate::worker::EngineWorker;

/// How long a question may wait for its answer until the page says so.
const PATIENCE_MS: u32 = 8_000;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).apply(action))
    }
}

/// The state, and what changes it.
#[hook]
pub fn use_engine() -> (State, Callback<Action>) {
    let state = use_reducer_eq(|| {
        let (lists, damaged) = kept_lists();
        let state = State::new(view(), kept(), BUILD).with_recent(recalled());
        let state = state.with_notes(notes()).with_lists(lists, damaged);
        let state = state.with_words(kept_words()).with_amendments(amended());
        match first_typed() {
            typed if typed.is_empty() || typed == state.view.query => state,
            typed => state.apply(Action::Typed(typed)),
        }
    });
    let act = use_callback(state.dispatcher(), |action, dispatcher| dispatcher.dispatch(action));
    let answer = use_painted(&act);
    let bridge = use_mut_ref(|| None::<Bridge<EngineWorker>>);

    use_effect_with(state.view.original, {
        let answer = answer.clone();
        move |_| answer.emit(Action::Followed)
    });
    {
        let act = act.clone();
        use_effect_with(state.asked.clone(), move |asked| {
            let waiting = asked.clone().map(|question| {
                let number = question.number;
                let answered = answer.clone();
                bridge
                    .borrow_mut()
                    .get_or_insert_with(|| {
                        let bridge = start::<EngineWorker>("engine", move |told| {
                            answered.emit(Action::Answered(told));
                        });
                        let tell = |request| bridge.send(Question { number: 0, request });
                        tell(Request::Lists(parts("readings")));
                        // Where the page names no library, it is the one of the build.
                        parts("library").pop().map(Request::Open).into_iter().for_each(tell);
                        bridge
                    })
                    .send(question);
                Timeout::new(PATIENCE_MS, move || act.emit(Action::Waited(number)))
            });
            // Dropping the timer stops it: the answer came.
            move || drop(waiting)
        });
    }
    {
        let act = act.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "error", move |event| {
                if let Some(event) = event.dyn_ref::<ErrorEvent>()
                    && event.filename().contains("worker")
                {
                    act.emit(Action::Broke(event.message()));
                }
            });
            move || drop(listener)
        });
    }
    ((*state).clone(), act)
}
