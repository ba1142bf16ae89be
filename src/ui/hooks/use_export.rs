//! A list of hits that the engine has made leaves the page, once.

use yew::prelude::*;

use super::files;
use crate::state::{Action, Stage, State, Target};
use crate::ui::wording;

/// Saves it, or copies it, and tells whether the browser did.
#[hook]
pub fn use_export(state: &State, act: &Callback<Action>) {
    let made = state.export.clone().filter(|export| matches!(export.stage, Stage::Made(_)));
    use_effect_with((made, act.clone()), |(made, act)| {
        let Some(export) = made else { return };
        let Stage::Made(text) = &export.stage else { return };
        match export.target {
            Target::Clipboard => files::copy(text, act.reform(Action::Delivered)),
            Target::File => {
                files::save(&wording::lines_file(&export.sought.wanted.query, export.form), text);
                act.emit(Action::Delivered(true));
            }
        }
    });
}
