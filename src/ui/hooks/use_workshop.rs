//! The worker that cuts texts into words and takes in the reader's own files. It is started when there is
//! something to do for the first time, and has the dictionary with it: until then nothing of either is
//! loaded.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::ErrorEvent;
use yew::prelude::*;

use super::bridge::Bridge;
use super::clock::now_ms;
use super::files::offered;
use super::parts::start;
use super::use_tabs::use_tabs;
use crate::codec::enclosed;
use crate::protocol::{Done, Job, What};
use crate::state::{Action, Elsewhere, LibraryStep, State};
use crate::ui::wording;
use crate::workshop::WorkshopWorker;

/// How long it may take to load and to answer until it is given up: the dictionary is large, and a
/// connection may be slow.
const PATIENCE_MS: u32 = 120_000;

/// The same of a batch of files, each time that anything is heard of it.
const PATIENCE_WITH_FILES_MS: u32 = 60_000;

/// And when the reader wants no more of them: one that does not end what it does is ended.
const PATIENCE_STOPPED_MS: u32 = 5_000;

/// A workshop that has had files and has nothing to do is ended after this time.
const REST_MS: u32 = 5_000;

/// Asks the workshop what the state wants of it, and tells what it answers: the page, and other pages.
#[hook]
pub fn use_workshop(state: &State, act: &Callback<Action>) {
    let bridge = use_mut_ref(|| None::<Bridge<WorkshopWorker>>);
    let tell = use_tabs(state, act);
    let jobs = &state.jobs;
    {
        let bridge = bridge.clone();
        use_effect_with(jobs.deaths, move |_| {
            // It ends, whatever it does; the next job starts another one.
            bridge.take();
        });
    }
    {
        let (bridge, act) = (bridge.clone(), act.clone());
        use_effect_with(state.can_rest(), move |can_rest| {
            let rested = move || {
                bridge.take();
                act.emit(Action::Library(LibraryStep::Rested));
            };
            let resting = can_rest.then(|| Timeout::new(REST_MS, rested));
            move || drop(resting)
        });
    }
    {
        let bridge = bridge.clone();
        use_effect_with(jobs.stops, move |_| {
            if let Some(bridge) = &*bridge.borrow() {
                bridge.send(Job::Stop);
            }
        });
    }
    {
        let act = act.clone();
        use_effect_with(jobs.to_do.clone(), move |to_do| {
            let Some((_, job)) = to_do else { return };
            bridge
                .borrow_mut()
                .get_or_insert_with(|| {
                    let answered = move |mut done: Done| {
                        if let What::Exported(exported) = &mut done.what {
                            exported.address = enclosed().as_ref().map(offered).unwrap_or_default();
                        }
                        if let Some(what) = Elsewhere::of(&done.what) {
                            tell.emit(what);
                        }
                        let step = LibraryStep::Answered(Box::new(done), now_ms());
                        act.emit(Action::Library(step));
                    };
                    start::<WorkshopWorker>("workshop", answered)
                })
                .send((**job).clone());
        });
    }
    {
        let act = act.clone();
        let number = jobs.to_do.as_ref().map(|(number, _)| *number);
        let takes = jobs.to_do.as_ref().is_some_and(|(_, job)| matches!(**job, Job::Take(_)));
        let deps = (number, jobs.heard, takes, state.intake.is_stopped);
        use_effect_with(deps, move |&(number, _, takes, is_stopped)| {
            let waiting = number.map(|_| {
                let (patience, why) = match (takes, is_stopped) {
                    (true, true) => (PATIENCE_STOPPED_MS, wording::WORKSHOP_SILENT),
                    (true, false) => (PATIENCE_WITH_FILES_MS, wording::WORKSHOP_SILENT),
                    (false, _) => (PATIENCE_MS, wording::SEGMENTER_SILENT),
                };
                let broke = move || act.emit(Action::Library(LibraryStep::Broke(why.to_string())));
                Timeout::new(patience, broke)
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
                act.emit(Action::Library(LibraryStep::Broke(event.message())));
            }
        });
        move || drop(listener)
    });
}
