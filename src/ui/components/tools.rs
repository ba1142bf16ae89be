//! What can be done with a block: say what it is, move it, let it go on from the one before.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::doubt::doubt;
use crate::engine::{Change, Correction, Role, quote};
use crate::protocol::Passage;
use crate::ui::hooks::focus_row;
use crate::ui::wording::{self, Text};

/// The tools of a block. Until something is at it (`is_used`), only the role that it has can be chosen:
/// a page has some hundred blocks, and each role is an element.
pub fn tools(blocks: &[Passage], at: usize, is_used: bool, correct: &Callback<Correction>) -> Html {
    let Some(block) = blocks.get(at) else { return Html::default() };
    let text: String = block.runs.iter().map(|run| run.text.as_str()).collect();
    let (place, quote) = (block.place, quote(&text));
    let correction = {
        let quote = quote.clone();
        move |change| Correction { place, quote: quote.clone(), change }
    };
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    let up = before.map(|before| Change::Before(before.place));
    let down = blocks.get(at + 1).map(|_| match blocks.get(at + 2) {
        Some(after) => Change::Before(after.place),
        None => Change::Last,
    });
    let button = |class: &'static str, does: Text, change: Option<Change>| {
        let onclick = change.map(|change| {
            let correction = correction(change);
            let joined = before.map(|before| before.place).filter(|_| change == Change::Join);
            correct.reform(move |_: MouseEvent| {
                // The button goes with its block: the keyboard stays with the text.
                if let Some(joined) = joined {
                    focus_row(joined);
                }
                correction.clone()
            })
        });
        let name = wording::of_block(does, &quote);
        html! {
            <button type="button" {class} disabled={change.is_none()} aria-label={name} {onclick}>
                { does }
            </button>
        }
    };
    let chosen = correct.clone();
    let with = correction.clone();
    let onchange = move |event: Event| {
        let field = event.target().and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
        let name = field.map(|field| field.value()).unwrap_or_default();
        if let Some(role) = Role::ALL.into_iter().find(|role| role.name() == name) {
            chosen.emit(with(Change::Role(role)));
        }
    };
    let roles = Role::ALL.into_iter().filter(|role| is_used || *role == block.role);
    let option = |role: Role| {
        let name = wording::role_name(role);
        html! { <option value={role.name()} selected={role == block.role}>{ name }</option> }
    };
    html! {
        <div class="tools" lang={wording::lang()}>
            <select class="tool-role" aria-label={wording::of_block(wording::ROLE, &quote)} {onchange}>
                { for roles.map(option) }
            </select>
            { doubt(block.sure, wording::DOUBT_ROLE) }
            { button("tool-up", wording::UP, up) }
            { button("tool-down", wording::DOWN, down) }
            { button("tool-join", wording::JOIN, before.map(|_| Change::Join)) }
        </div>
    }
}
