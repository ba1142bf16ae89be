//! What the open article is about: words, each a link to where the article has it. Their line is there
//! before they are, so that nothing moves when they come.

use std::rc::Rc;

use yew::prelude::*;

use super::AddToList;
use super::counted::counted_link;
use crate::engine::Keyword;
use crate::state::{Action, View};
use crate::ui::hooks::show_focused;
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The article's id.
    pub id: AttrValue,
    /// Its title.
    pub title: AttrValue,
    /// Its words, those that say most first; `None` until they are known.
    pub keywords: Option<Rc<[Keyword]>>,
    pub act: Callback<Action>,
}

#[component]
pub fn Keywords(props: &Props) -> Html {
    let Props { id, title, keywords, act } = props;
    let link = |Keyword { text, count }: &Keyword| {
        let to = View {
            doc: Some(id.to_string()),
            query: text.clone(),
            hit: Some(1),
            ..View::default()
        };
        counted_link(text, *count, to, act)
    };
    let words = keywords.iter().flat_map(|words| words.iter().map(|word| word.text.clone()));
    let words: Vec<String> = words.collect();
    let links = keywords.iter().flat_map(|words| words.iter().map(link));
    html! {
        <nav class="keywords" lang={OF_DOCUMENTS} aria-label={wording::KEYWORDS} onfocusin={show_focused}>
            <ul>
                { for links }
                if !words.is_empty() {
                    <li><AddToList {words} name={title.clone()} act={act.clone()} /></li>
                }
            </ul>
        </nav>
    }
}
