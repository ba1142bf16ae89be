//! The hits of the open article: which of how many, and the way to the one before and the next. On a
//! narrow screen they are in the bar at its bottom.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::OF_DOCUMENTS;
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched for.
    pub query: AttrValue,
    /// The current hit, from 1.
    pub hit: Option<u32>,
    /// How many there are.
    pub hits: u32,
    pub act: Callback<Action>,
}

#[component]
pub fn HitBar(props: &Props) -> Html {
    let Props { query, hit, hits, act } = props;
    if *hits == 0 {
        return html! {
            <div class="hit-bar" data-hits="0">
                <span class="hit-none">{ wording::no_hit_here(query.trim()) }</span>
            </div>
        };
    }
    html! {
        <div class="hit-bar" data-hits={hits.to_string()}>
            <span class="hit-query" lang={OF_DOCUMENTS}>{ query.trim() }</span>
            <span class="hit-place">{ wording::place(*hit, *hits) }</span>
            { step("hit-previous", wording::PREVIOUS, "m6 15 6-6 6 6", Action::Previous, act) }
            { step("hit-next", wording::NEXT, "m6 9 6 6 6-6", Action::Next, act) }
        </div>
    }
}

/// A button that goes to another hit.
pub fn step(
    class: &'static str,
    name: Text,
    drawing: &'static str,
    action: Action,
    act: &Callback<Action>,
) -> Html {
    let onclick = act.reform(move |_: MouseEvent| action.clone());
    html! {
        <button type="button" {class} aria-label={name} title={name} {onclick}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={drawing} /></svg>
        </button>
    }
}
