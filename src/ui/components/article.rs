//! An article as a newspaper would set it, with its hits marked.

use std::rc::Rc;

use yew::prelude::*;

use super::Block;
use crate::engine::Role;
use crate::protocol::{Passage, Sheet};
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub sheet: Rc<Sheet>,
    /// The current hit.
    pub hit: Option<u32>,
}

#[component]
pub fn Article(props: &Props) -> Html {
    let Props { sheet, hit } = props;
    let title = sheet.blocks.iter().position(|block| block.role == Role::Headline);
    let block = |(at, passage): (usize, &Passage)| {
        // A block is told only of a hit of its own, so that a step changes two of them.
        let hit = hit.filter(|hit| passage.runs.iter().any(|run| run.hit == Some(*hit)));
        let is_title = title == Some(at);
        html! { <Block key={at} sheet={sheet.clone()} {at} {is_title} {hit} /> }
    };
    html! {
        <article class="article" data-doc={sheet.id.clone()}>
            <p class="facts">
                if !sheet.date.is_empty() {
                    <span class="date">{ wording::date(&sheet.date) }</span>
                }
                <span class="length">{ wording::length(sheet.length) }</span>
                <span class="time">{ wording::reading_time(sheet.length) }</span>
            </p>
            if title.is_none() {
                <h1 class="headline">{ &sheet.title }</h1>
            }
            { for sheet.blocks.iter().enumerate().map(block) }
            <p class="restored">{ wording::restored(sheet.joined, sheet.removed) }</p>
        </article>
    }
}
