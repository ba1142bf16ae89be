//! On a narrow screen, at the bottom, where the thumb is: the way to the list, the search field, the
//! hits of the open article, the keyword lists, the settings. The style sheet shows it there only; on a wide screen all
//! of it stands elsewhere.

use yew::prelude::*;

use super::hit_bar::step;
use super::reading::way_back;
use super::{LIST_PANE, Link, SETTINGS};
use crate::state::{Action, State, View};
use crate::ui::hooks::{dialog, focus_search, go_to};
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub state: State,
    pub act: Callback<Action>,
}

#[component]
pub fn ThumbBar(props: &Props) -> Html {
    let Props { state, act } = props;
    let is_seeking = !state.view.query.trim().is_empty();
    // As the view has it, not as the answers come: nothing moves when they do.
    let has_steps = is_seeking && state.view.doc.is_some();
    html! {
        <nav class="thumb-bar" aria-label={wording::THUMB_BAR} data-steps={has_steps.then_some("")}>
            { list(state, is_seeking, act) }
            { button("thumb-search", wording::KEY_SEARCH, SEARCH, |_| focus_search()) }
            if has_steps {
                { steps(state, act) }
            } else {
                <Link class="thumb-lists" to={View { at_lists: true, ..View::default() }} act={act.clone()}>
                    { drawn(TERMS) }<span>{ wording::LISTS_SHORT }</span>
                </Link>
            }
            { button("thumb-settings", wording::SETTINGS_SHORT, SLIDERS, |_| dialog::open(SETTINGS)) }
        </nav>
    }
}

/// The way to the list, from results to that of all articles; from that one to its top.
fn list(state: &State, is_seeking: bool, act: &Callback<Action>) -> Html {
    let to = match &state.view.doc {
        Some(_) => View { at_lists: false, ..way_back(&state.view) },
        None if is_seeking || state.view.notes || state.view.at_lists => View::default(),
        None => return button("thumb-list", wording::LIST_SHORT, LIST, |_| go_to(LIST_PANE)),
    };
    let name = if to.notes {
        wording::NOTES
    } else if to.query.trim().is_empty() {
        wording::LIST_SHORT
    } else {
        wording::RESULTS_SHORT
    };
    html! { <Link class="thumb-list" {to} act={act.clone()}>{ drawn(LIST) }<span>{ name }</span></Link> }
}

/// The way through the hits, and where among them the reader is.
fn steps(state: &State, act: &Callback<Action>) -> Html {
    let hits = state.page().map(|sheet| sheet.hits);
    if hits == Some(0) {
        let none = wording::no_hit_here(state.view.query.trim());
        return html! { <p class="thumb-steps thumb-none">{ none }</p> };
    }
    let place = hits.map(|hits| wording::place(state.view.hit, hits));
    html! {
        <div class="thumb-steps">
            { step("thumb-previous", wording::PREVIOUS, "m6 15 6-6 6 6", Action::Previous, act) }
            { step("thumb-next", wording::NEXT, "m6 9 6 6 6-6", Action::Next, act) }
            <span class="thumb-place">{ place }</span>
        </div>
    }
}

const LIST: &str = "M4 6h16M4 12h16M4 18h10";
const TERMS: &str = "M4 5h10M4 8h10M4 13h16M4 16h16M4 16c2-2 3 2 5 0s3 2 5 0 4 2 6 0";
const SEARCH: &str = "M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 20 20";
const SLIDERS: &str = "M4 8h8m5 0h3M4 16h3m5 0h8\
    M12 8a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M7 16a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0";

fn button(
    class: &'static str,
    name: Text,
    drawing: &'static str,
    does: impl Fn(MouseEvent) + 'static,
) -> Html {
    html! {
        <button type="button" {class} onclick={Callback::from(does)}>
            { drawn(drawing) }<span>{ name }</span>
        </button>
    }
}

fn drawn(drawing: &'static str) -> Html {
    html! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d={drawing} /></svg> }
}
