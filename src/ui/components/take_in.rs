//! A file with all that a reader has was given: what of it is to be taken? Until that is said nothing is.

use yew::prelude::*;

use super::LIBRARY;
use super::give_files::GIVE_FILE;
use crate::protocol::Brought;
use crate::state::{Action, LibraryStep, Recall, TakeOutStep};
use crate::ui::hooks::dialog;
use crate::ui::wording;

/// The id of what the keyboard goes to when the question comes up.
pub const TAKE_IN: &str = "take-in";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// It.
    pub brought: Brought,
    pub act: Callback<Action>,
}

#[component]
pub fn TakeIn(props: &Props) -> Html {
    let Props { brought, act } = props;
    let documents = use_state_eq(|| true);
    let records = use_state_eq(Recall::default);
    let answer = |documents: bool, records: Recall| {
        let act = act.clone();
        move |_: MouseEvent| {
            // What the keyboard was at goes away.
            dialog::focus(LIBRARY, GIVE_FILE);
            let step = TakeOutStep::Answered(documents, records);
            act.emit(Action::Library(LibraryStep::TakeOut(step)));
        }
    };
    let of_documents = |is: bool, id: Option<&'static str>| {
        let set = documents.setter();
        let name = if is { wording::BROUGHT_TAKE } else { wording::BROUGHT_TAKE_NONE };
        html! {
            <label class="ticked">
                <input
                    type="radio"
                    {id}
                    name="take-in-documents"
                    checked={*documents == is}
                    data-first={id.map(|_| "")}
                    onchange={move |_: Event| set.set(is)}
                />
                { name }
            </label>
        }
    };
    let of_records = |&recall: &Recall| {
        let set = records.setter();
        html! {
            <label class="ticked">
                <input
                    type="radio"
                    name="take-in-records"
                    checked={*records == recall}
                    onchange={move |_: Event| set.set(recall)}
                />
                { wording::recall(recall) }
            </label>
        }
    };
    let line = |line: String| html! { <p>{ line }</p> };
    html! {
        <section class="taking-all take-in" aria-label={wording::BROUGHT_WAITS}>
            <p role="status">{ wording::brought(&*brought.path) }</p>
            { for wording::brought_lines(brought).into_iter().map(line) }
            <fieldset class="take-in-choices">
                <legend class="unseen">{ wording::OWN }</legend>
                { of_documents(true, Some(TAKE_IN)) }
                { of_documents(false, None) }
            </fieldset>
            <fieldset class="take-in-choices">
                <legend>{ wording::BROUGHT_RECORDS }</legend>
                { for [Recall::Missing, Recall::All, Recall::None].iter().map(of_records) }
            </fieldset>
            <p>{ wording::BROUGHT_RELOAD }</p>
            <p class="files">
                <button type="button" class="take-in-do" onclick={answer(*documents, *records)}>
                    { wording::BROUGHT_DO }
                </button>
                <button type="button" class="take-in-not" onclick={answer(false, Recall::None)}>
                    { wording::BROUGHT_NOT }
                </button>
            </p>
        </section>
    }
}
