//! One block of an article, set by its role.

use std::rc::Rc;

use yew::prelude::*;

use super::marked::{Marks, marked};
use super::ruby::Rubies;
use crate::engine::Role;
use crate::protocol::Sheet;
use crate::ui::hooks::use_near;

/// The id of a block of the open article.
pub fn block_id(at: usize) -> String {
    format!("block-{at}")
}

#[derive(Properties)]
pub struct Props {
    pub sheet: Rc<Sheet>,
    /// Which of its blocks.
    pub at: usize,
    /// Whether it is the title of the page.
    pub is_title: bool,
    /// The current hit, if it is in this block.
    pub hit: Option<u32>,
    /// Whether it is laid out later than the first picture.
    #[prop_or_default]
    pub is_far: bool,
}

/// Only the one block counts: another query changes few of them, and only those are set anew.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        (self.is_title, self.hit, self.is_far) == (other.is_title, other.hit, other.is_far)
            && (Rc::ptr_eq(&self.sheet, &other.sheet) && self.at == other.at
                || self.sheet.blocks.get(self.at) == other.sheet.blocks.get(other.at))
    }
}

#[component]
pub fn Block(props: &Props) -> Html {
    let marks = use_context::<Marks>().unwrap_or_default();
    let rubies = use_context::<Rubies>().unwrap_or_default();
    let part = use_node_ref();
    let is_near = use_near(&part, props.at);
    let Some(block) = props.sheet.blocks.get(props.at) else { return Html::default() };
    let ruby = if is_near { rubies.of(props.at) } else { &[] };
    let text = marked(&block.runs, props.hit, marks, ruby);
    let (class, id) = (block.role.name(), block_id(props.at));
    let far = props.is_far.then(|| props.sheet.id.clone());
    match block.role {
        Role::Headline if props.is_title => {
            html! { <h1 ref={part} {id} {class} data-far={far}>{ text }</h1> }
        }
        Role::Headline => html! { <h2 ref={part} {id} {class} data-far={far}>{ text }</h2> },
        Role::Subhead => html! { <h3 ref={part} {id} {class} data-far={far}>{ text }</h3> },
        Role::Sidebar => html! { <aside ref={part} {id} {class} data-far={far}>{ text }</aside> },
        Role::Pullquote => {
            html! { <blockquote ref={part} {id} {class} data-far={far}>{ text }</blockquote> }
        }
        Role::Kicker | Role::Body | Role::Byline | Role::Caption | Role::Credit | Role::Label => {
            html! { <p ref={part} {id} {class} data-far={far}>{ text }</p> }
        }
    }
}
