//! How far the page is with words that are corrected, said while something is still to be done.

use yew::prelude::*;

use crate::state::{Action, Amend, Cutting};
use crate::ui::wording;

/// A line that is empty when all is done.
pub fn cutting(now: &Cutting, act: &Callback<Action>) -> Html {
    let retry = act.reform(|_: MouseEvent| Action::Word(Amend::Retry));
    html! {
        <div class="cutting" role="status">
            if *now != Cutting::Done {
                <span>{ wording::cutting(now) }</span>
            }
            if matches!(now, Cutting::Failed(_)) {
                <button type="button" class="button" onclick={retry}>{ wording::CUTTING_RETRY }</button>
            } else if *now != Cutting::Done {
                <progress aria-label={wording::LEXICON} />
            }
        </div>
    }
}
