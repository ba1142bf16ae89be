//! Where in an article its hits lie: a thin bar with a tick at each place, from the article's
//! beginning on the left to its end on the right.
//!
//! The bar is one link, which leads to the tick that the pointer is nearest to: a page of results
//! has hundreds of ticks, and as many elements would take longer to make than the search takes. It
//! is for the pointer only. To the keyboard and to a screen reader it tells nothing that the passages
//! below, the link to the rest of them and the bar of hits in the article do not.

use std::rc::Rc;

use web_sys::Element;
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
        let strip = |props: &Props| {
            let doc = props.found.docs.get(props.at)?;
            Some((doc.id.clone(), doc.strip.clone()))
        };
        (&self.view, &self.act) == (&other.view, &other.act) && strip(self) == strip(other)
    }
}

#[component]
pub fn Strip(props: &Props) -> Html {
    let bar = use_node_ref();
    // How much of the document goes before the pointer, in thousandths.
    let pointer = use_state_eq(|| 0);
    let Props { found, at, view, act } = props;
    let Some(doc) = found.docs.get(*at) else { return Html::default() };
    let follow = {
        let (bar, pointer) = (bar.clone(), pointer.setter());
        move |event: PointerEvent| {
            if let Some(bar) = bar.cast::<Element>().map(|bar| bar.get_bounding_client_rect()) {
                let share = (f64::from(event.client_x()) - bar.left()) / bar.width().max(1.0);
                pointer.set((share * 1000.0) as u16);
            }
        }
    };
    let Some(near) = nearest(&doc.strip, *pointer) else { return Html::default() };
    let to = View { doc: Some(doc.id.clone()), hit: Some(near.hit), ..view.clone() };
    let ticks: String = doc.strip.iter().map(|tick| format!("M{} 0v1", tick.at)).collect();
    let place = |tick: Tick| format!("left: {}.{}%", tick.at / 10, tick.at % 10);
    html! {
        <div class="strip" aria-hidden="true" ref={bar} onpointermove={follow.clone()} onpointerdown={follow}>
            <svg viewBox="0 0 1000 1" preserveAspectRatio="none"><path d={ticks} /></svg>
            if let Some(now) = current(doc, view.hit) {
                <i class="tick-at now" style={place(now)} />
            }
            <i class="tick-at near" style={place(near)} title={wording::nth(near.hit)} />
            <Link class="strip-link" {to} act={act.clone()} is_for_pointer={true} />
        </div>
    }
}

/// The tick that is nearest to a place; `None` if there is none.
fn nearest(strip: &[Tick], place: u16) -> Option<Tick> {
    strip.iter().min_by_key(|tick| tick.at.abs_diff(place)).copied()
}

/// The tick of the current hit.
fn current(doc: &FoundIn, hit: Option<u32>) -> Option<Tick> {
    let hit = hit?;
    doc.strip.iter().rfind(|tick| tick.hit <= hit).copied()
}
