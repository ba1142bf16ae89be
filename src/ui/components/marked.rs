//! Runs of text with their hits marked. The only place where `<mark>` is written.

use yew::prelude::*;

use crate::engine::Run;

/// The id of a hit's mark in the article.
pub fn hit_id(hit: u32) -> String {
    format!("hit-{hit}")
}

/// Runs of an article: each hit has its id, so that it can be gone to; `current` is told apart.
pub fn marked(runs: &[Run], current: Option<u32>) -> Html {
    let run = |run: &Run| match run.hit {
        Some(hit) => {
            let now = (current == Some(hit)).then_some("true");
            html! { <mark id={hit_id(hit)} data-hit={hit.to_string()} aria-current={now}>{ &run.text }</mark> }
        }
        None => html! { { &run.text } },
    };
    runs.iter().map(run).collect()
}

/// A text that is a hit as a whole.
pub fn marked_text(text: &str) -> Html {
    html! { <mark>{ text }</mark> }
}

/// Runs of a snippet: marked, but not a place to go to.
pub fn marked_snippet(runs: &[Run]) -> Html {
    let run = |run: &Run| match run.hit {
        Some(_) => html! { <mark>{ &run.text }</mark> },
        None => html! { { &run.text } },
    };
    runs.iter().map(run).collect()
}
