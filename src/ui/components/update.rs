//! That a newer version of the site is there, and the way to it.

use yew::prelude::*;

use crate::state::{Action, Update, UpdateStep};
use crate::ui::wording;

/// A line that is empty where there is none.
pub fn update_line(update: Update, act: &Callback<Action>) -> Html {
    let does = |step| act.reform(move |_: MouseEvent| Action::Update(step));
    let said = match update {
        Update::Ready => Some((wording::UPDATE_READY, wording::UPDATE_TAKE)),
        Update::Behind => Some((wording::UPDATE_BEHIND, wording::RELOAD)),
        Update::None | Update::Later | Update::Asked | Update::Due => None,
    };
    html! {
        <div class="update" role="status">
            if let Some((what, take)) = said {
                <span>{ what }</span>
                <button type="button" class="button update-take" onclick={does(UpdateStep::Taken)}>{ take }</button>
                <button type="button" class="button update-later" onclick={does(UpdateStep::PutOff)}>
                    { wording::UPDATE_LATER }
                </button>
            }
        </div>
    }
}
