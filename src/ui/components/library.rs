//! The documents of the reader's own: how they come in, which there are, how much room they take.

use yew::prelude::*;

use super::panel::panel;
use super::take_out::take_out;
use super::taking::taking;
use super::{GiveFiles, OwnDocuments, TakeIn};
use crate::state::{Action, Holdings, Intake, TakeOut};
use crate::ui::wording;

/// The id of the dialog.
pub const LIBRARY: &str = "library";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub holdings: Holdings,
    pub intake: Intake,
    pub take_out: TakeOut,
    pub act: Callback<Action>,
}

#[component]
pub fn Library(props: &Props) -> Html {
    let Props { holdings, intake, take_out: out, act } = props;
    let question = out.question().map(|of| {
        let brought = (**of).clone();
        html! { <TakeIn key={of.number} {brought} act={act.clone()} /> }
    });
    let stored = holdings.stored.as_ref().map(|stored| {
        html! {
            <p class="stored">
                { wording::stored(stored) }
                if !stored.is_persistent {
                    <span>{ wording::STORED_OF_NOT_KEPT }</span>
                }
            </p>
        }
    });
    let content = html! {
        <div class="own">
            <p>{ wording::OWN_LEAD }</p>
            <GiveFiles act={act.clone()} />
            { question.unwrap_or_default() }
            { taking(intake, act) }
            if let Some(trouble) = &holdings.trouble {
                <p class="damaged" role="alert">{ wording::trouble(trouble) }</p>
            }
            <OwnDocuments holdings={holdings.clone()} act={act.clone()} />
            { take_out(out, holdings, act) }
            { stored.unwrap_or_default() }
        </div>
    };
    panel(LIBRARY, "library", wording::OWN, content)
}
