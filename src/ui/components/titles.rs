//! Articles whose titles contain what was typed, among the suggestions. Each is a link to it.

use yew::prelude::*;

use super::Link;
use crate::state::{Action, View};
use crate::ui::hooks::show_focused;
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Their ids and titles.
    pub titles: Vec<(String, String)>,
    /// What is looked at; it stays what is sought.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn Titles(props: &Props) -> Html {
    let Props { titles, view, act } = props;
    let link = |(id, title): &(String, String)| {
        let to = View { doc: Some(id.clone()), hit: None, ..view.clone() };
        html! {
            <li key={id.clone()} lang={OF_DOCUMENTS} title={title.clone()}>
                <Link class="facet" {to} act={act.clone()}>{ wording::titled(title) }</Link>
            </li>
        }
    };
    html! {
        if !titles.is_empty() {
            <div class="suggestions titles">
                <span class="suggestions-name">{ wording::ARTICLE }</span>
                <ul onfocusin={show_focused}>{ for titles.iter().map(link) }</ul>
            </div>
        }
    }
}
