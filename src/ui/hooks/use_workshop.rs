//! The worker that cuts texts into words. It is started when there is something to be cut for the
//! first time, and has the dictionary with it: until then nothing of either is loaded.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use gloo::worker::{Spawnable, WorkerBridge};
use wasm_bindgen::JsCast;
use web_sys::ErrorEvent;
use yew::prelude::*;

use crate::codec::Postcard;
use crate::protocol::{Done, Job, What};
use crate::state::{Action, Amend, Cutting, State};
use crate::ui::wording;
use crate::workshop::WorkshopWorker;

/// Where the worker lies, from the page's address; Trunk gives it its name.
const WORKSHOP: &str = "./workshop.js";

/// How long it may take to load and to answer until it is given up: the dictionary is large, and a
/// connection may be slow.
const PATIENCE_MS: u32 = 120_000;

/// Asks the workshop what the state wants of it, and tells what it answers.
#[hook]
pub fn use_workshop(state: &State, act: &Callback<Action>) {
    let bridge = use_mut_ref(|| None::<WorkerBridge<WorkshopWorker>>);
    let has_failed = matches!(state.amendments.cutting(), Cutting::Failed(_));
    {
        let act = act.clone();
        let deps = (state.amendments.to_cut().cloned(), has_failed);
        use_effect_with(deps, move |(to_cut, has_failed)| {
            if *has_failed {
                // Another is started when it is tried again.
                bridge.take();
            }
            let waiting = to_cut.as_ref().map(|to_cut| {
                let cut = act.reform(|cut| Action::Word(Amend::Cut(cut)));
                bridge
                    .borrow_mut()
                    .get_or_insert_with(|| {
                        WorkshopWorker::spawner()
                            .callback(move |done: Done| {
                                if let What::Cut(answer) = done.what {
                                    cut.emit(answer);
                                }
                            })
                            .encoding::<Postcard>()
                            .spawn(WORKSHOP)
                    })
                    .send(Job::Cut((**to_cut).clone()));
                let broke = act
                    .reform(|()| Action::Word(Amend::Broke(wording::SEGMENTER_SILENT.to_string())));
                Timeout::new(PATIENCE_MS, move || broke.emit(()))
            });
            // Dropping the timer stops it: the answer came.
            move || drop(waiting)
        });
    }
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = EventListener::new(&window(), "error", move |event| {
            if let Some(event) = event.dyn_ref::<ErrorEvent>()
                && event.filename().contains("workshop")
            {
                act.emit(Action::Word(Amend::Broke(event.message())));
            }
        });
        move || drop(listener)
    });
}
