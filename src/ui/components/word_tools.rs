//! What can be corrected of a word: that it goes on, where it is cut, what it is.

use yew::prelude::*;

use super::cutting::cutting;
use crate::state::{Action, Amend, Amendment, Cutting};
use crate::ui::OF_DOCUMENTS;
use crate::ui::wording::{self, Text};

/// So many characters has a word at most that can be cut at each place: longer are foreign words.
const LONGEST: usize = 12;

/// What a name can be, and a word that is none.
const KINDS: [(&str, Text); 5] = [
    ("nr", wording::TAG_NR),
    ("ns", wording::TAG_NS),
    ("nt", wording::TAG_NT),
    ("nz", wording::TAG_NZ),
    ("n", wording::TAG_N),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub word: AttrValue,
    /// The word with the one right before it, and with the one right after it, where there is one.
    pub joined: [Option<String>; 2],
    /// What the reader has said of it.
    pub said: Option<Amendment>,
    pub now: Cutting,
    pub act: Callback<Action>,
}

#[component]
pub fn WordTools(props: &Props) -> Html {
    let Props { word, joined, said, now, act } = props;
    let set = |word: &str, amendment: Option<Amendment>| {
        let word = word.to_owned();
        act.reform(move |_: MouseEvent| Action::Word(Amend::Set(word.clone(), amendment.clone())))
    };
    let join = |(whole, name): (&Option<String>, fn(&str) -> String)| {
        whole.as_ref().map(|whole| {
            let onclick = set(whole, Some(Amendment::word("n")));
            html! { <button type="button" class="facet join-word" {onclick}>{ name(whole) }</button> }
        })
    };
    let before: fn(&str) -> String = |word| wording::join_before(word);
    let after: fn(&str) -> String = |word| wording::join_after(word);
    let joins: Html = joined.iter().zip([before, after]).filter_map(join).collect();
    let kind = |(tag, name): (&str, Text)| {
        let is_it = matches!(said, Some(Amendment::Word { tag: of, .. }) if of == tag);
        // Said again, it is no longer said.
        let onclick = set(word, (!is_it).then(|| Amendment::word(tag)));
        let pressed = if is_it { "true" } else { "false" };
        html! { <button type="button" class="facet" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    let places: Vec<usize> = word.char_indices().skip(1).map(|(at, _)| at).collect();
    let split = |(chars, &at): (usize, &usize)| {
        let (one, other) = word.split_at(at);
        let onclick = set(word, Some(Amendment::Split(chars)));
        html! {
            <button type="button" class="facet split-word" {onclick}>
                <span class="unseen">{ wording::split_word(one, other) }</span>
                <span aria-hidden="true" lang={OF_DOCUMENTS}>{ format!("{one} | {other}") }</span>
            </button>
        }
    };
    let is_cut_anywhere = (1..LONGEST).contains(&places.len());
    html! {
        <section class="word-tools" aria-label={wording::WORD_TOOLS}>
            <h3>{ wording::WORD_TOOLS }</h3>
            if let Some(said) = said {
                <p class="word-said">
                    <span>{ wording::amendment(word, said) }</span>
                    <button type="button" class="facet undo-word" onclick={set(word, None)}>
                        { wording::TAKE_BACK }
                    </button>
                </p>
            }
            <div class="word-choices" role="group" aria-label={wording::WORD_IS}>
                <span aria-hidden="true">{ wording::WORD_IS }</span>
                { for KINDS.into_iter().map(kind) }
            </div>
            if is_cut_anywhere {
                <div class="word-choices" role="group" aria-label={wording::SPLIT_HERE}>
                    <span aria-hidden="true">{ wording::SPLIT_HERE }</span>
                    { for (1..).zip(&places).map(split) }
                </div>
            }
            <div class="word-choices">{ joins }</div>
            { cutting(now, act) }
        </section>
    }
}
