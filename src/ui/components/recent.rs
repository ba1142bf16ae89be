//! The queries that led somewhere, to be come back to.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use crate::state::{Action, Recent, View};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub recent: Rc<Recent>,
    /// What is looked at; it stays open.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn RecentQueries(props: &Props) -> Html {
    let Props { recent, view, act } = props;
    if recent.queries().is_empty() {
        return Html::default();
    }
    let link = |query: &String| {
        let to = View { query: query.clone(), hit: None, ..view.clone() };
        html! { <li key={query.clone()} lang={OF_DOCUMENTS}><Link {to} act={act.clone()}>{ query }</Link></li> }
    };
    html! {
        <section class="recent" aria-label={wording::RECENT}>
            <p>
                <span>{ wording::RECENT }</span>
                <button type="button" class="forget" onclick={act.reform(|_| Action::Forgot)}>
                    { wording::FORGET }
                </button>
            </p>
            <ul>{ for recent.queries().iter().map(link) }</ul>
        </section>
    }
}
