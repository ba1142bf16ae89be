//! A block with its tools, and the lines of the source that it is made of beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::Block;
use super::source::source;
use super::tools::tools;
use crate::engine::Correction;
use crate::protocol::{Original, Sheet};
use crate::ui::hooks::{row_id, use_near};

#[derive(Properties)]
pub struct Props {
    pub sheet: Rc<Sheet>,
    pub beside: Rc<Original>,
    /// Which of the blocks.
    pub at: usize,
    /// Whether it is the title of the page.
    pub is_title: bool,
    /// The current hit, if it is in this block.
    pub hit: Option<u32>,
    /// Adds a correction.
    pub correct: Callback<Correction>,
}

/// Only the one block counts, and where those around it begin, to which it may be moved.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        let around = |props: &Props| {
            let blocks = props.sheet.blocks.iter().skip(props.at.saturating_sub(1));
            let place = |block: &crate::protocol::Passage| block.place;
            blocks.take(4).map(place).collect::<Vec<_>>()
        };
        let is_same =
            Rc::ptr_eq(&self.sheet, &other.sheet) && Rc::ptr_eq(&self.beside, &other.beside);
        (self.is_title, self.hit, &self.correct) == (other.is_title, other.hit, &other.correct)
            && (is_same && self.at == other.at
                || self.sheet.blocks.get(self.at) == other.sheet.blocks.get(other.at)
                    && self.beside.blocks.get(self.at) == other.beside.blocks.get(other.at)
                    && (self.at == 0) == (other.at == 0)
                    && around(self) == around(other))
    }
}

#[component]
pub fn Row(props: &Props) -> Html {
    let Props { sheet, beside, at, is_title, hit, correct } = props;
    let is_used = use_state_eq(|| false);
    let used = {
        let used = is_used.setter();
        Callback::from(move |()| used.set(true))
    };
    let part = use_node_ref();
    let is_near = use_near(&part, *at);
    let lines = beside.blocks.get(*at).map_or(&[][..], Vec::as_slice);
    let id = sheet.blocks.get(*at).map(|block| row_id(block.place));
    html! {
        <section ref={part} class={classes!("row", (!is_near).then_some("far"))} {id} tabindex="-1">
            <div
                class="row-block"
                onpointerenter={used.reform(|_| ())}
                onfocusin={used.reform(|_| ())}
            >
                <Block sheet={sheet.clone()} at={*at} is_title={*is_title} hit={*hit} />
                if is_near {
                    { tools(&sheet.blocks, *at, *is_used, correct) }
                }
            </div>
            if is_near {
                { source(lines, correct) }
            }
        </section>
    }
}
