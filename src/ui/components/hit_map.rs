//! Where in the open article its hits lie, at the edge of the window; each place is a link. For the
//! eye and the hand only: `n` and `N` go the same way.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use crate::protocol::{Sheet, Tick};
use crate::state::{Action, View};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub sheet: Rc<Sheet>,
    /// The view that each leads to, but for the hit.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn HitMap(props: &Props) -> Html {
    let Props { sheet, view, act } = props;
    let strip = &sheet.strip;
    let now = view.hit.map(|hit| strip.partition_point(|tick| tick.hit <= hit).saturating_sub(1));
    let tick = |(at, tick): (usize, &Tick)| {
        let to = View { hit: Some(tick.hit), passage: None, ..view.clone() };
        let class = classes!("map-tick", (now == Some(at)).then_some("now"));
        html! {
            <li key={at} style={format!("top: {}.{}%", tick.at / 10, tick.at % 10)}>
                <Link {class} {to} act={act.clone()} is_for_pointer={true} />
            </li>
        }
    };
    html! { <ul class="hit-map" aria-hidden="true">{ for strip.iter().enumerate().map(tick) }</ul> }
}
