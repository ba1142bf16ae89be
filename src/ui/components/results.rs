//! Where a query was found, by article; or that it was not.

use std::rc::Rc;

use yew::prelude::*;

use super::{Notice, ResultsIn, ResultsTools};
use crate::protocol::{Found, FoundIn, Sought};
use crate::state::{Action, View};
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What these are the results of.
    pub sought: Sought,
    pub found: Rc<Found>,
    /// What is looked at.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn Results(props: &Props) -> Html {
    let Props { sought, found, view, act } = props;
    let tools = html! { <ResultsTools exact={view.is_exact} sort={view.sort} act={act.clone()} /> };
    if found.docs.is_empty() && found.is_done {
        let hints = wording::NO_HIT_HINTS.iter().map(|hint| html! { <li>{ *hint }</li> });
        return html! {
            <>
                <Notice kind="no-hit" title={wording::no_hit(sought.wanted.query.trim())}>
                    { understood(found) }
                    <ul>{ for hints }</ul>
                </Notice>
                { tools }
            </>
        };
    }
    let results_in = |(at, doc): (usize, &FoundIn)| {
        let is_open = view.doc.as_deref() == Some(&doc.id);
        // Where a link leads is of the results that are shown, not of what is typed meanwhile.
        let view = View {
            query: sought.wanted.query.clone(),
            is_exact: sought.wanted.is_exact,
            hit: view.hit.filter(|_| is_open),
            doc: None,
            ..view.clone()
        };
        html! {
            <ResultsIn
                key={doc.id.clone()}
                found={found.clone()}
                {at}
                {is_open}
                {view}
                act={act.clone()}
            />
        }
    };
    let more = act.reform(|_| Action::ShowMore);
    let left = found.articles as usize - found.docs.len();
    html! {
        <>
            <p class="list-head found">
                { wording::found(found.articles, found.total) }
                if !found.is_done {
                    <span class="so-far">{ wording::SO_FAR }</span>
                }
            </p>
            { understood(found) }
            { tools }
            { for found.docs.iter().enumerate().map(results_in) }
            if left > 0 {
                <button type="button" class="button more-articles" onclick={more}>
                    { wording::more_articles(left) }
                </button>
            }
        </>
    }
}

/// How the query was understood.
fn understood(found: &Found) -> Html {
    html! {
        if !found.understood.is_empty() {
            <p class="understood">{ &found.understood }</p>
        }
    }
}
