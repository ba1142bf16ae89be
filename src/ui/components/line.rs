//! A hit in its context, as a line of the table.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use super::choice::is_ticked;
use super::marked::marked_text;
use crate::protocol::Found;
use crate::state::{Action, View};
use crate::ui::hooks::is_touched;
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties)]
pub struct Props {
    pub found: Rc<Found>,
    /// Which of the lines.
    pub at: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Whether it is the current hit of the open document.
    pub is_current: bool,
    /// What is looked at: the list's query; no document.
    pub view: View,
    pub act: Callback<Action>,
}

/// Only the one line counts, not the others of the list.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        let own = |props: &Props| (props.at, props.is_chosen, props.is_current);
        (own(self), &self.view, &self.act) == (own(other), &other.view, &other.act)
            && self.found.lines.get(self.at) == other.found.lines.get(other.at)
    }
}

#[component]
pub fn Line(props: &Props) -> Html {
    let Props { found, at, is_chosen, is_current, view, act } = props;
    let Some(line) = found.lines.get(*at) else { return Html::default() };
    let number = *at as u32;
    // Of a click, by mouse or keyboard, is known whether it goes on from the one before.
    let choose = act.reform(move |event: MouseEvent| {
        let is_on = is_ticked(&event);
        if event.shift_key() {
            Action::ChoseTo(number, is_on)
        } else {
            Action::Chose(number, is_on)
        }
    });
    let to = View { doc: Some(line.id.clone()), hit: Some(line.hit), ..view.clone() };
    // A finger goes for the line, not for the two characters of the hit; a mouse marks text in it.
    let open = {
        let (to, act) = (to.clone(), act.clone());
        Callback::from(move |_: MouseEvent| {
            if is_touched() {
                act.emit(Action::Went(to.clone()));
            }
        })
    };
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    html! {
        <tr lang={OF_DOCUMENTS} class={is_chosen.then_some("chosen")}>
            <td class="choose" lang={wording::lang()} title={wording::CHOOSE_HINT}>
                <label class="tick">
                    <span class="unseen">{ wording::choose_line(number + 1) }</span>
                    <input type="checkbox" checked={*is_chosen} onclick={choose} />
                </label>
            </td>
            <td class="before" onclick={open.clone()}>
                <div><span>{ cut(line.is_cut_before) }{ &line.before }</span></div>
                <div class="from">
                    <span class="from-title">{ &line.title }</span>
                    <span lang={wording::lang()}>{ wording::from(&line.date, line.line) }</span>
                </div>
            </td>
            <td class="hit">
                <Link class="line-hit" {to} act={act.clone()} current={is_current.then_some("true")}>
                    { marked_text(&line.text) }
                </Link>
            </td>
            <td class="after" onclick={open}><div><span>{ &line.after }{ cut(line.is_cut_after) }</span></div></td>
            <td class="of" title={line.title.clone()}><div>{ &line.title }</div></td>
            <td class="date">{ &line.date }</td>
            <td class="at">{ wording::grouped(line.line) }</td>
        </tr>
    }
}
