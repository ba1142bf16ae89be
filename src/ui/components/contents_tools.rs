//! What of the list of all articles is shown, and in which order.

use yew::prelude::*;

use super::FilterField;
use super::choice::choice;
use crate::protocol::Sort;
use crate::state::ORDERS;
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
    let says = |sort| wording::sort(sort).to_string();
    html! {
        <div class="contents-tools">
            <FilterField
                id={TITLE_FIELD}
                name={wording::TITLE_FIELD}
                typed={typed.clone()}
                type_in={type_in.clone()}
            />
            { choice(wording::SORT, ORDERS.to_vec(), *sort, says, sort_by.clone()) }
        </div>
    }
}
