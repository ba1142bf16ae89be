//! How results are shown: by article or in their contexts, in which order, how wide, how many; and
//! how they are looked for: exactly as typed, or what of it makes no difference.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::choice::{choice, is_ticked};
use crate::engine::{Folds, Order, Sort};
use crate::state::{Action, View, Width};
use crate::ui::wording::{self, Text};

/// To so many lines a list can be thinned out; 0 for all.
const MOST: [u32; 4] = [0, 100, 500, 1000];

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is looked at.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn ResultsTools(props: &Props) -> Html {
    let Props { view, act } = props;
    let switched = act.reform(|event: Event| {
        Action::Folded(if is_ticked(&event) { Folds::NONE } else { Folds::ALL })
    });
    html! {
        <div class="results-tools">
            { shown_as(view.lines, act) }
            { match view.lines {
                Some(order) => in_context(order, view, act),
                None => {
                    let picked = act.reform(Action::Sorted);
                    let says = |sort| wording::sort(sort).to_string();
                    choice(wording::SORT, Sort::ALL.to_vec(), view.sort, says, picked)
                }
            } }
            <label title={wording::EXACT_HINT}>
                <input type="checkbox" checked={view.folds == Folds::NONE} onchange={switched} />
                { wording::EXACT }
            </label>
            { told_apart(view.folds, act) }
        </div>
    }
}

/// The switch between articles and contexts.
fn shown_as(now: Option<Order>, act: &Callback<Action>) -> Html {
    let button = |name: Text, hint: Text, lines: Option<Order>| {
        let is_on = now.is_some() == lines.is_some();
        let onclick =
            act.reform(move |_: MouseEvent| Action::Listed(if is_on { now } else { lines }));
        let pressed = if is_on { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} title={hint} {onclick}>{ name }</button> }
    };
    html! {
        <div class="shown-as" role="group" aria-label={wording::SHOWN_AS}>
            { button(wording::BY_ARTICLE, wording::BY_ARTICLE_HINT, None) }
            { button(wording::IN_CONTEXT, wording::IN_CONTEXT_HINT, Some(Order::default())) }
        </div>
    }
}

/// The keyboard has gone on to something else, which an open list would cover. Where it has gone to
/// nothing, as with a click beside a box, the list stays.
fn left(event: FocusEvent) {
    let before = event.target().and_then(|before| before.dyn_into::<Element>().ok());
    let list = before.and_then(|before| before.closest("details").ok().flatten());
    let now = event.related_target().and_then(|now| now.dyn_into::<Element>().ok());
    if let (Some(list), Some(now)) = (list, now)
        && !list.contains(Some(&now))
    {
        let _ = list.remove_attribute("open");
    }
}

/// What is told apart, one by one.
fn told_apart(folds: Folds, act: &Callback<Action>) -> Html {
    let choice = |fold: Folds| {
        let switched = act.reform(move |event: Event| {
            Action::Folded(if is_ticked(&event) { folds.without(fold) } else { folds.with(fold) })
        });
        html! {
            <label>
                <input type="checkbox" checked={!folds.has(fold)} onchange={switched} />
                { wording::fold(fold) }
            </label>
        }
    };
    let count = Folds::EACH.into_iter().filter(|&fold| !folds.has(fold)).count();
    html! {
        <details class="told-apart" onfocusout={left}>
            <summary title={wording::TOLD_APART_HINT}>{ wording::told_apart(count) }</summary>
            <div role="group" aria-label={wording::TOLD_APART_HINT}>
                { for Folds::EACH.into_iter().map(choice) }
            </div>
        </details>
    }
}

/// What can be said of a list of hits in their contexts.
fn in_context(order: Order, view: &View, act: &Callback<Action>) -> Html {
    let mut most = MOST.to_vec();
    // An address may say any number.
    if !most.contains(&view.most) {
        most.push(view.most);
    }
    html! {
        <>
            { choice(
                wording::ORDER,
                Order::ALL.to_vec(),
                order,
                |order| wording::order(order).to_string(),
                act.reform(|order| Action::Listed(Some(order))),
            ) }
            { choice(
                wording::WIDTH,
                Width::ALL.to_vec(),
                view.width,
                |width| wording::width(width.0),
                act.reform(Action::Widened),
            ) }
            { choice(wording::MOST, most, view.most, wording::most, act.reform(Action::Thinned)) }
        </>
    }
}
