//! Runs of text with their hits marked. The only place where `<mark>` is written.

use std::mem::take;

use yew::prelude::*;

use super::ruby::Pieces;
use crate::engine::Run;
use crate::protocol::Ruby;

/// The id of a hit's mark in the article.
pub fn hit_id(hit: u32) -> String {
    format!("hit-{hit}")
}

/// How the hits of an article are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Marks {
    /// Each by an element.
    #[default]
    Elements,
    /// By the browser's highlights (`hooks/use_highlights.rs`); by an element only the current one.
    Highlights,
}

/// Runs of an article: hits have their ids, so that they can be gone to; `current` is told apart.
/// `ruby` is what is to be said above them, piece by piece.
pub fn marked(runs: &[Run], current: Option<u32>, marks: Marks, ruby: &[Ruby]) -> Html {
    let mut pieces_above = Pieces::new(ruby);
    let mut set = |text: &str| pieces_above.set(text);
    let is_element =
        |run: &Run| run.hit.is_some() && (marks == Marks::Elements || run.hit == current);
    let pieces = runs.chunk_by(|one, other| !is_element(one) && !is_element(other));
    let mut piece = |runs: &[Run]| match runs {
        [run] if is_element(run) => {
            let hit = run.hit.unwrap_or_default();
            let now = (current == run.hit).then_some("true");
            html! { <mark id={hit_id(hit)} data-hit={hit.to_string()} aria-current={now}>{ set(&run.text) }</mark> }
        }
        runs => set(&runs.iter().map(|run| run.text.as_str()).collect::<String>()),
    };
    pieces.map(&mut piece).collect()
}

/// A text that is a hit as a whole.
pub fn marked_text(text: &str) -> Html {
    html! { <mark>{ text }</mark> }
}

/// Runs of a snippet, and what stands before and after them: marked, but not a place to go to. What lies between two
/// hits is one text: browsers set a comma and a dot closer within one, and so lines would break otherwise than in the
/// same snippet as HTML (`src/early.rs`).
pub fn marked_snippet(before: &str, runs: &[Run], after: &str) -> Html {
    let mut pieces = Vec::new();
    let mut plain = before.to_owned();
    for run in runs {
        if run.hit.is_none() {
            plain += &run.text;
            continue;
        }
        pieces.push(Html::from(take(&mut plain)));
        pieces.push(html! { <mark>{ &run.text }</mark> });
    }
    pieces.push(Html::from(plain + after));
    pieces.into_iter().collect()
}
