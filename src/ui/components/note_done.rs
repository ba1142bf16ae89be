//! What was done with a note last, said to the eye and to a screen reader, and the way to undo it.

use yew::prelude::*;

use crate::state::{Action, Done, Noting};
use crate::ui::wording;

/// It is there all the time: what is put into it is heard.
pub fn note_done(done: Option<&Done>, act: &Callback<Action>) -> Html {
    let does = |noting: Noting| act.reform(move |_: MouseEvent| Action::Noted(noting.clone()));
    let said = done.map(|done| {
        html! {
            <>
                <span role="status">{ wording::note_done(done) }</span>
                if !done.is_idle {
                    <button type="button" class="note-undo" onclick={does(Noting::Undone)}>
                        { wording::UNDO_LAST }
                    </button>
                }
                if done.after.is_some() {
                    <button
                        type="button"
                        class="note-write"
                        onclick={does(Noting::Opened(Some(done.id.clone())))}
                    >
                        { wording::NOTE_WRITE }
                    </button>
                }
                <button
                    type="button"
                    class="note-heard"
                    aria-label={wording::CLOSE}
                    onclick={does(Noting::Heard)}
                >
                    { "×" }
                </button>
            </>
        }
    });
    html! {
        <div class={classes!("note-done", done.is_none().then_some("idle"))}>{ said }</div>
    }
}
