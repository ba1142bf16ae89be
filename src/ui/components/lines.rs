//! The hits in their contexts (语境): a table, one hit a line, the hits under each other. Lines can
//! be chosen, and they or all leave the page as a file.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::choice::is_ticked;
use super::{Line, LinesTools, More};
use crate::protocol::{Context, Found};
use crate::state::{Action, Export, View};
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub found: Rc<Found>,
    /// The lines that are chosen.
    pub chosen: Rc<BTreeSet<u32>>,
    /// The list that was last asked for as a file.
    pub export: Option<Export>,
    /// What is looked at: the list's query; the open document and its current hit.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn Lines(props: &Props) -> Html {
    let Props { found, chosen, export, view, act } = props;
    if found.lines.is_empty() {
        return html! { <p class="no-lines">{ if found.is_done { wording::NO_LINES.say() } else { "" } }</p> };
    }
    let line = |(at, context): (usize, &Context)| {
        let is_current = view.doc.as_deref() == Some(&context.id) && view.hit == Some(context.hit);
        html! {
            <Line
                key={at}
                found={found.clone()}
                {at}
                is_chosen={chosen.contains(&(at as u32))}
                {is_current}
                view={View { doc: None, hit: None, ..view.clone() }}
                act={act.clone()}
            />
        }
    };
    let (shown, of) = (found.lines.len(), found.listed as usize);
    let name = wording::more_lines(found.listed.saturating_sub(shown as u32));
    html! {
        <>
            <LinesTools
                listed={found.listed}
                total={found.total}
                is_done={found.is_done}
                chosen={chosen.len() as u32}
                export={export.clone()}
                act={act.clone()}
            />
            <table class="lines">
                <caption class="unseen">{ wording::lines_caption(view.query.trim()) }</caption>
                { head(chosen.len() as u32 == found.listed, act) }
                <tbody>{ for found.lines.iter().enumerate().map(line) }</tbody>
            </table>
            <More {shown} {of} {name} class="more-lines" act={act.clone()} />
        </>
    }
}

fn head(is_all: bool, act: &Callback<Action>) -> Html {
    let choose = act.reform(|event: Event| Action::ChoseAll(is_ticked(&event)));
    let column = |class: &'static str, name: Text| {
        html! { <th scope="col" {class}>{ name }</th> }
    };
    html! {
        <thead>
            <tr>
                <th scope="col" class="choose">
                    <label class="tick">
                        <span class="unseen">{ wording::CHOOSE_ALL }</span>
                        <input type="checkbox" checked={is_all} onchange={choose} />
                    </label>
                </th>
                { column("before", wording::BEFORE) }
                { column("hit", wording::HIT) }
                { column("after", wording::AFTER) }
                { column("of", wording::ARTICLE) }
                { column("date", wording::DATE) }
                { column("at", wording::LINE_NUMBER) }
            </tr>
        </thead>
    }
}
