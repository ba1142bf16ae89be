//! The open article in the script that the reader wants. The worker that converts it is started when
//! there is something to convert for the first time: until then nothing of it is loaded.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::bridge::Bridge;
use super::parts::start;
use crate::converter::{Converted, ConverterWorker};
use crate::state::{Action, State};
use crate::ui::{Preferences, wording};

/// How long it may take to load and to answer until it is given up.
const PATIENCE_MS: u32 = 30_000;

/// Tells the state what the reader wants, asks the converter what the state lacks for it, and tells
/// what it answers.
#[hook]
pub fn use_script(state: &State, act: &Callback<Action>, preferences: Preferences) {
    use_effect_with((preferences.script, act.clone()), |(script, act)| {
        act.emit(Action::ShowIn(*script));
    });
    let bridge = use_mut_ref(|| None::<Bridge<ConverterWorker>>);
    let deps = (state.page().cloned(), state.script(), state.converted().cloned());
    let to_convert = use_memo(deps, |_| state.to_convert());
    use_effect_with((to_convert, act.clone()), move |(to_convert, act)| {
        let waiting = to_convert.as_ref().clone().map(|asked| {
            let converted = act.reform(|converted| Action::Converted(Box::new(converted)));
            let told = converted.clone();
            bridge
                .borrow_mut()
                .get_or_insert_with(|| {
                    start::<ConverterWorker>("converter", move |answer| told.emit(answer))
                })
                .send(asked.clone());
            let bridge = bridge.clone();
            Timeout::new(PATIENCE_MS, move || {
                // Another is started when it is tried again.
                bridge.take();
                let texts = Err(wording::SCRIPT_SILENT.to_string());
                converted.emit(Converted { asked, texts });
            })
        });
        // Dropping the timer stops it: the answer came.
        move || drop(waiting)
    });
}
