//! Where a query was found, by article; or that it was not.

use std::rc::Rc;

use yew::prelude::*;

use super::{Notice, ResultsIn};
use crate::protocol::{Found, FoundIn};
use crate::state::Action;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The query that these are the results of.
    pub query: AttrValue,
    pub found: Rc<Found>,
    /// The id of the open document.
    pub open: Option<AttrValue>,
    /// The current hit in it.
    pub hit: Option<u32>,
    /// Whether the source is shown beside documents.
    pub original: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn Results(props: &Props) -> Html {
    let Props { query, found, open, hit, original, act } = props;
    if found.docs.is_empty() {
        return html! {
            <Notice kind="no-hit" title={wording::no_hit(query.trim())}>
                <ul>{ for wording::NO_HIT_HINTS.iter().map(|hint| html! { <li>{ *hint }</li> }) }</ul>
            </Notice>
        };
    }
    let results_in = |(at, doc): (usize, &FoundIn)| {
        let is_open = open.as_deref() == Some(&doc.id);
        html! {
            <ResultsIn
                key={doc.id.clone()}
                query={query.clone()}
                found={found.clone()}
                {at}
                {is_open}
                hit={hit.filter(|_| is_open)}
                original={*original}
                act={act.clone()}
            />
        }
    };
    html! {
        <>
            <p class="list-head found">{ wording::found(found.docs.len(), found.total) }</p>
            { for found.docs.iter().enumerate().map(results_in) }
        </>
    }
}
