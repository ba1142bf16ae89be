//! The headings of a page, to go to.

use std::rc::Rc;

use yew::prelude::*;

use super::block::block_id;
use crate::engine::Role;
use crate::protocol::{Passage, Sheet};
use crate::ui::hooks::go_to;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub sheet: Rc<Sheet>,
}

#[component]
pub fn Outline(props: &Props) -> Html {
    let blocks = props.sheet.blocks.iter().enumerate();
    let is_heading =
        |(_, block): &(usize, &Passage)| matches!(block.role, Role::Headline | Role::Subhead);
    let headings: Vec<_> = blocks.filter(is_heading).collect();
    // One heading is the title, which stands right there.
    if headings.len() < 3 {
        return Html::default();
    }
    let heading = |(at, block): (usize, &Passage)| {
        let text: String = block.runs.iter().map(|run| run.text.as_str()).collect();
        let onclick = move |_: MouseEvent| go_to(&block_id(at));
        let class = if block.role == Role::Headline { "high" } else { "low" };
        html! { <li {class}><button type="button" {onclick}>{ text }</button></li> }
    };
    html! {
        <details class="outline">
            <summary lang={wording::lang()}>{ wording::OUTLINE }</summary>
            <nav aria-label={wording::OUTLINE}>
                <ol>{ for headings.into_iter().map(heading) }</ol>
            </nav>
        </details>
    }
}
