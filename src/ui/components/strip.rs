//! Where in an article its hits lie: a thin bar with a tick at each place, from the article's
//! beginning on the left to its end on the right.
//!
//! The ticks are links for the pointer only. To the keyboard and to a screen reader, up to a hundred
//! of them before the first passage would be in the way, and tell nothing that the passages below,
//! the link to the rest of them and the bar of hits in the article do not.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use crate::protocol::{Found, FoundIn, Tick};
use crate::state::{Action, View};
use crate::ui::wording;

#[derive(Properties)]
pub struct Props {
    pub found: Rc<Found>,
    /// Which of the documents.
    pub at: usize,
    /// What is looked at: the results' query; no document; the current hit, if the document is open.
    pub view: View,
    pub act: Callback<Action>,
}

/// Only where the hits of the one document lie counts.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        let strip = |props: &Props| props.found.docs.get(props.at).map(|doc| doc.strip.clone());
        (&self.view, &self.act) == (&other.view, &other.act) && strip(self) == strip(other)
    }
}

#[component]
pub fn Strip(props: &Props) -> Html {
    let Props { found, at, view, act } = props;
    let Some(doc) = found.docs.get(*at) else { return Html::default() };
    let current = current(doc, view.hit);
    let tick = |(at, tick): (usize, &Tick)| {
        let to = View { doc: Some(doc.id.clone()), hit: Some(tick.hit), ..view.clone() };
        let place = format!("left: {}.{}%", tick.at / 10, tick.at % 10);
        let class = classes!("tick-at", (Some(at) == current).then_some("now"));
        html! {
            <li key={at} style={place} title={wording::nth(tick.hit)}>
                <Link {class} {to} act={act.clone()} is_for_pointer={true} />
            </li>
        }
    };
    html! { <ul class="strip" aria-hidden="true">{ for doc.strip.iter().enumerate().map(tick) }</ul> }
}

/// The tick of the current hit.
fn current(doc: &FoundIn, hit: Option<u32>) -> Option<usize> {
    doc.strip.iter().rposition(|tick| hit.is_some_and(|hit| tick.hit <= hit))
}
