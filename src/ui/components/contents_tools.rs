//! What of the list of all articles is shown, and in which order.

use yew::prelude::*;

use super::choice::choice;
use crate::protocol::Sort;
use crate::state::{Action, ORDERS};
use crate::ui::hooks::{Field, use_field};
use crate::ui::wording;

/// The id of the field.
const TITLE_FIELD: &str = "title-field";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is typed.
    pub typed: AttrValue,
    pub type_in: Callback<AttrValue>,
    pub sort: Sort,
    pub sort_by: Callback<Sort>,
}

#[component]
pub fn ContentsTools(props: &Props) -> Html {
    let Props { typed, type_in, sort, sort_by } = props;
    // Of all that a search field can do, this one is only typed into.
    let act = use_callback(type_in.clone(), |action, type_in| {
        if let Action::Typed(text) = action {
            type_in.emit(text.into());
        }
    });
    let Field { node, input, key, .. } = use_field(typed, &act);
    let says = |sort| wording::sort(sort).to_string();
    html! {
        <div class="contents-tools">
            <label class="unseen" for={TITLE_FIELD}>{ wording::TITLE_FIELD }</label>
            <input
                ref={node}
                id={TITLE_FIELD}
                type="text"
                placeholder={wording::TITLE_FIELD}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                oninput={input}
                onkeydown={key}
            />
            { choice(wording::SORT, ORDERS.to_vec(), *sort, says, sort_by.clone()) }
        </div>
    }
}
