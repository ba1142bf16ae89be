//! The list of articles: title, date, length, first words. Those whose titles have what is typed
//! above it, in the order that is chosen there; only as many as were asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::{ContentsTools, Link, More, Notice};
use crate::protocol::{Entry, Sort};
use crate::state::{Action, Articles, View, arranged};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub contents: Rc<Articles>,
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
    let typed = use_state_eq(AttrValue::default);
    let sort = use_state_eq(|| Sort::Place);
    let type_in = use_callback(typed.setter(), |text, typed| typed.set(text));
    let sort_by = use_callback(sort.setter(), |order, sort| sort.set(order));
    if contents.is_empty() {
        return html! {
            <Notice kind="empty" title={wording::NO_DOCUMENTS}>
                <p>{ wording::NO_DOCUMENTS_HINT }</p>
            </Notice>
        };
    }
    let entries = arranged(contents, &typed, *sort);
    let name = wording::more_articles(entries.len().saturating_sub(*shown) as u32);
    let (mut rows, mut under) = (Vec::new(), "");
    for entry in entries.iter().take(*shown) {
        if *sort == Sort::Place && under != entry.heading {
            rows.push(heading(entry));
        }
        under = &entry.heading;
        let is_open = open.as_deref() == Some(&entry.id);
        let link = link(entry, is_open, *original, act);
        rows.push(html! { <li key={entry.id.clone()}>{ link }</li> });
    }
    let head = match typed.trim() {
        "" => wording::library(contents.len(), contents.iter().map(|entry| entry.length).sum()),
        _ if entries.is_empty() => wording::no_title(typed.trim()),
        _ => wording::some_of(contents.len() as u32, entries.len() as u32),
    };
    html! {
        <>
            <p class="list-head" role="status">{ head }</p>
            // One article has nothing to be looked for among.
            if contents.len() > 1 {
                <ContentsTools typed={(*typed).clone()} {type_in} sort={*sort} {sort_by} />
            }
            <ul class="contents">{ for rows }</ul>
            <More shown={*shown} of={entries.len()} {name} class="more-articles" act={act.clone()} />
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
                { for entry.collections.iter().map(collection) }
            </span>
            <span class="entry-opening" lang={OF_DOCUMENTS}>{ &entry.opening }</span>
        </Link>
    }
}

/// The heading that an article is the first under.
fn heading(entry: &Entry) -> Html {
    let key = format!("over {}", entry.id);
    let heading = match entry.heading.as_str() {
        "" => html! { <h2>{ wording::OTHER_ARTICLES }</h2> },
        heading => html! { <h2 lang={OF_DOCUMENTS}>{ heading }</h2> },
    };
    html! { <li {key} class="contents-heading">{ heading }</li> }
}

fn collection(name: &String) -> Html {
    html! { <bdi class="of-collection" lang={OF_DOCUMENTS}>{ name }</bdi> }
}
