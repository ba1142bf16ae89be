//! The way to the articles before and after the open one.

use yew::prelude::*;

use super::Link;
use crate::state::{Action, State, Turn, View};
use crate::ui::OF_DOCUMENTS;
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub state: State,
    pub act: Callback<Action>,
}

#[component]
pub fn Neighbours(props: &Props) -> Html {
    let Props { state, act } = props;
    let link = |turn: Turn, class: &'static str, name: Text| {
        let Some((id, title)) = state.neighbour(turn) else { return html! { <span /> } };
        let to = View { doc: Some(id.to_owned()), hit: None, passage: None, ..state.view.clone() };
        html! {
            <Link {class} {to} act={act.clone()}>
                <span class="turn">{ name }</span>
                <span class="turn-title" lang={OF_DOCUMENTS}>{ title.to_owned() }</span>
            </Link>
        }
    };
    html! {
        <nav class="neighbours" aria-label={wording::NEIGHBOURS}>
            { link(Turn::Back, "neighbour back-to", wording::ARTICLE_BEFORE) }
            { link(Turn::On, "neighbour on-to", wording::ARTICLE_AFTER) }
        </nav>
    }
}
