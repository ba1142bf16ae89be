//! Where a query was found in one article: its title, how often, and the passages.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::marked::marked_snippet;
use super::{Link, Strip};
use crate::protocol::{Found, FoundIn, Snippet};
use crate::state::{Action, View};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties)]
pub struct Props {
    pub found: Rc<Found>,
    /// Which of the documents.
    pub at: usize,
    /// Whether the document is open.
    pub is_open: bool,
    /// What is looked at: the results' query; no document; the current hit, if the document is open.
    pub view: View,
    pub act: Callback<Action>,
}

/// Only the one document counts, not the others that were found with it.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        (self.is_open, &self.view, &self.act) == (other.is_open, &other.view, &other.act)
            && self.found.docs.get(self.at) == other.found.docs.get(other.at)
    }
}

#[component]
pub fn ResultsIn(props: &Props) -> Html {
    let Some(doc) = props.found.docs.get(props.at) else { return Html::default() };
    let Props { found, at, is_open, view, act } = props;
    let to = |hit| View { doc: Some(doc.id.clone()), hit: Some(hit), ..view.clone() };
    let current = current(doc, view.hit);
    let left = doc.count.saturating_sub(shown(doc));
    let more = {
        let id = doc.id.clone();
        act.reform(move |_: MouseEvent| Action::ShowMoreOf(id.clone()))
    };
    let snippet = |(at, snippet): (usize, &Snippet)| {
        let now = (Some(at) == current).then_some("true");
        html! {
            <li key={at}>
                <Link class="snippet" to={to(snippet.hit)} act={act.clone()} current={now}>
                    { passage(snippet) }
                </Link>
            </li>
        }
    };
    html! {
        <section class="results-in" data-doc={doc.id.clone()}>
            <h2 class="results-title">
                <Link to={to(1)} act={act.clone()} current={is_open.then_some("page")}>
                    <span lang={OF_DOCUMENTS}>{ &doc.title }</span>
                </Link>
                <span class="facts">
                    if !doc.date.is_empty() {
                        <span class="date">{ wording::date(&doc.date) }</span>
                    }
                    <span class="count">{ wording::hits(doc.count) }</span>
                </span>
            </h2>
            <Strip found={found.clone()} at={*at} view={view.clone()} act={act.clone()} />
            <ol class="snippets">{ for doc.snippets.iter().enumerate().map(snippet) }</ol>
            if left > 0 {
                <button type="button" class="more" title={wording::MORE_HITS_HINT} onclick={more}>
                    { wording::more_hits(left) }
                </button>
            }
        </section>
    }
}

fn passage(snippet: &Snippet) -> Html {
    let name = wording::line(snippet.line);
    let cut = |is_cut| if is_cut { "…" } else { "" };
    html! {
        <>
            <span class="line" title={name.clone()} aria-label={name}>{ snippet.line }</span>
            <span class="passage" lang={OF_DOCUMENTS}>
                if let Some(role) = wording::role(snippet.role) {
                    <span class="role" lang={wording::lang()}>{ role }</span>
                }
                { marked_snippet(cut(snippet.is_cut_before), &snippet.runs, cut(snippet.is_cut_after)) }
            </span>
        </>
    }
}

/// How many hits the snippets show; some show one that another shows too.
fn shown(doc: &FoundIn) -> u32 {
    let runs = doc.snippets.iter().flat_map(|snippet| &snippet.runs);
    let mut hits = BTreeSet::new();
    hits.extend(runs.filter_map(|run| run.hit));
    hits.len() as u32
}

/// The snippet that shows the current hit.
fn current(doc: &FoundIn, hit: Option<u32>) -> Option<usize> {
    // The first that shows it: to those after it is only what goes before.
    let shows = |snippet: &Snippet| snippet.runs.iter().any(|run| run.hit == hit);
    doc.snippets.iter().position(|snippet| hit.is_some() && shows(snippet))
}
