//! What is known of a word of the open article.

use std::rc::Rc;

use yew::prelude::*;

use super::counted::counted_link;
use super::panel::panel;
use super::{AddToList, Link};
use crate::engine::{Neighbours, Order};
use crate::protocol::{Entry, WordCard as Card};
use crate::state::{Action, View};
use crate::ui::hooks::dialog;
use crate::ui::wording::Text;
use crate::ui::{OF_DOCUMENTS, wording};

/// The id of the dialog.
pub const WORD_CARD: &str = "word-card";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub word: AttrValue,
    pub card: Rc<Card>,
    /// The article that it was met in.
    pub doc: AttrValue,
    /// Whether what is known is of before a correction.
    #[prop_or_default]
    pub is_stale: bool,
    pub act: Callback<Action>,
    /// What can be corrected of it.
    #[prop_or_default]
    pub children: Html,
}

/// Opens when it is there.
#[component]
pub fn WordCard(props: &Props) -> Html {
    let Props { word, card, doc, is_stale, act, children } = props;
    // Once: another word that is asked about has a card of its own, and what a correction changes does
    // not open it again.
    use_effect_with((), |()| dialog::open(WORD_CARD));
    // Whatever is followed, the card has done its work.
    let act = act.reform(|action| {
        dialog::close(WORD_CARD);
        action
    });
    let seek = |query: &str| View { query: query.to_owned(), ..View::default() };
    let in_doc = View { doc: Some(doc.to_string()), hit: Some(1), ..seek(word) };
    let in_context = View { lines: Some(Order::After), ..seek(word) };
    let link = |to: View, name: String| html! { <Link class="facet" {to} act={act.clone()}>{ name }</Link> };
    let tags = card.word.tags.iter().map(|(tag, count)| wording::tag_facet(tag, *count));
    let parts =
        (card.word.parts > 0).then(|| wording::hits_facet(wording::PART_OF_WORD, card.word.parts));
    let neighbours = |name: Text, words: &Neighbours, whole: &dyn Fn(&str) -> String| {
        let neighbour =
            |(text, count): &(String, u32)| counted_link(text, *count, seek(&whole(text)), &act);
        html! {
            if !words.is_empty() {
                <h3>{ name }</h3>
                <ul class="word-neighbours" lang={OF_DOCUMENTS}>{ for words.iter().map(neighbour) }</ul>
            }
        }
    };
    let dated = |name: Text, entry: &Option<Entry>| {
        entry.as_ref().map(|entry| {
            let to = View { doc: Some(entry.id.clone()), hit: Some(1), ..seek(word) };
            html! {
                <p class="word-dated">
                    <span>{ name }</span>
                    <span class="date">{ wording::date(&entry.date) }</span>
                    <Link {to} act={act.clone()}><span lang={OF_DOCUMENTS}>{ &entry.title }</span></Link>
                </p>
            }
        })
    };
    let content = html! {
        <>
            <p class="word-itself" lang={OF_DOCUMENTS}>{ word }</p>
            if !card.reading.is_empty() {
                <p class="word-reading" lang="zh-Latn-pinyin">{ &card.reading }</p>
            }
            <p class="word-tags">{ tags.chain(parts).collect::<Vec<_>>().join("　") }</p>
            <p class="word-counts" aria-busy={is_stale.then_some("true")}>
                { link(in_doc, wording::here(card.here)) }
                { link(seek(word), wording::found(card.articles, card.total)) }
                { link(in_context, wording::IN_CONTEXT.to_string()) }
            </p>
            <AddToList words={vec![word.to_string()]} name={wording::NEW_LIST} is_in_dialog={true} act={props.act.clone()} />
            { children.clone() }
            { for dated(wording::FIRST_ARTICLE, &card.first) }
            { for dated(wording::LAST_ARTICLE, &card.last) }
            { neighbours(wording::WORDS_BEFORE, &card.word.before, &|other| format!("{other}{word}")) }
            { neighbours(wording::WORDS_AFTER, &card.word.after, &|other| format!("{word}{other}")) }
        </>
    };
    panel(WORD_CARD, "word-card", wording::WORD, content)
}
