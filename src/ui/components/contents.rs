//! The list of articles: title, date, length, first words. Only as many as were asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::{Link, More, Notice};
use crate::protocol::Entry;
use crate::state::{Action, View};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub contents: Rc<[Entry]>,
    /// How many of them are shown.
    pub shown: usize,
    /// The id of the open one.
    pub open: Option<AttrValue>,
    /// Whether the source is shown beside documents.
    pub original: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn Contents(props: &Props) -> Html {
    let Props { contents, shown, open, original, act } = props;
    if contents.is_empty() {
        return html! {
            <Notice kind="empty" title={wording::NO_DOCUMENTS}>
                <p>{ wording::NO_DOCUMENTS_HINT }</p>
            </Notice>
        };
    }
    let name = wording::more_articles(contents.len().saturating_sub(*shown) as u32);
    let chars = contents.iter().map(|entry| entry.length).sum();
    let entry = |entry: &Entry| {
        let is_open = open.as_deref() == Some(&entry.id);
        html! { <li key={entry.id.clone()}>{ link(entry, is_open, *original, act) }</li> }
    };
    html! {
        <>
            <p class="list-head">{ wording::library(contents.len(), chars) }</p>
            <ul class="contents">{ for contents.iter().take(*shown).map(entry) }</ul>
            <More shown={*shown} of={contents.len()} {name} class="more-articles" act={act.clone()} />
        </>
    }
}

fn link(entry: &Entry, is_open: bool, original: bool, act: &Callback<Action>) -> Html {
    let to = View { doc: Some(entry.id.clone()), original, ..View::default() };
    html! {
        <Link class="entry" {to} act={act.clone()} current={is_open.then_some("page")}>
            <span class="entry-title" lang={OF_DOCUMENTS}>{ &entry.title }</span>
            <span class="facts">
                if !entry.date.is_empty() {
                    <span class="date">{ wording::date(&entry.date) }</span>
                }
                <span class="length">{ wording::length(entry.length) }</span>
                <span class="time">{ wording::reading_time(entry.length) }</span>
            </span>
            <span class="entry-opening" lang={OF_DOCUMENTS}>{ &entry.opening }</span>
        </Link>
    }
}
