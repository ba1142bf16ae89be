//! The years and the kinds of text in which something was found, and the parts of speech of the words
//! that are its hits, with counts: each a button that narrows the query to it, and widens it again. All in one line, so that nothing below it moves
//! while the reader types; a long one is scrolled.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Role, Speech};
use crate::protocol::Found;
use crate::state::{Action, is_narrowed, narrowed, tagged};
use crate::ui::hooks::show_focused;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub found: Rc<Found>,
    /// The parts of speech of the hits; `None` where they are not known.
    pub speech: Option<Speech>,
    /// What is typed.
    pub query: AttrValue,
    pub act: Callback<Action>,
}

#[component]
pub fn Facets(props: &Props) -> Html {
    let Props { found, speech, query, act } = props;
    let button = |word: String, name: String, typed: String| {
        let is_on = is_narrowed(query, &word);
        let onclick = act.reform(move |_: MouseEvent| Action::Typed(typed.clone()));
        let pressed = if is_on { "true" } else { "false" };
        let title = wording::narrow(is_on);
        html! {
            <button key={word} type="button" class="facet" aria-pressed={pressed} {title} {onclick}>
                { name }
            </button>
        }
    };
    let words: Vec<&str> =
        query.split_whitespace().filter(|word| is_narrowed(query, word)).collect();
    let is_shown =
        |known: usize, prefix: &str| known > 1 || words.iter().any(|word| word.starts_with(prefix));
    let narrowing = |word: String, name: String| {
        let typed = narrowed(query, &word);
        button(word, name, typed)
    };
    let plain = |name: String| html! { <span class="facet">{ name }</span> };
    let role =
        |(role, hits): &(Role, u32)| narrowing(role_word(*role), wording::role_facet(*role, *hits));
    let year = |(year, articles): &(String, u32)| {
        let name = wording::year_facet(year, *articles);
        if year.is_empty() {
            // No query asks for what has no date.
            plain(name)
        } else {
            narrowing(year_word(year), name)
        }
    };
    let tag = |(tag, hits): &(String, u32)| {
        let (word, name) = (tag_word(tag), wording::tag_facet(tag, *hits));
        match tagged(query, &word).filter(|_| !tag.is_empty()) {
            Some(typed) => button(word, name, typed),
            None => plain(name),
        }
    };
    let by_speech = speech.as_ref().map(|Speech { words, parts, several }| {
        let others = [(wording::PART_OF_WORD, *parts), (wording::SEVERAL_WORDS, *several)];
        let others = others.into_iter().filter(|(_, hits)| *hits > 0);
        let kinds = words.len() + others.clone().count();
        let words = words.iter().map(tag);
        let all = words.chain(others.map(|(name, hits)| plain(wording::hits_facet(name, hits))));
        all.filter(|_| is_shown(kinds, "pos:")).collect::<Html>()
    });
    let roles = found.roles.iter().filter(|_| is_shown(found.roles.len(), "in:"));
    let years = found.years.iter().filter(|_| is_shown(found.years.len(), "date:"));
    // Where nothing is found any more, the way back is still there.
    let is_known = |word: &str| {
        found.roles.iter().any(|(role, _)| role_word(*role) == word)
            || found.years.iter().any(|(year, _)| year_word(year) == word)
            || (speech.iter().flat_map(|speech| &speech.words))
                .any(|(tag, _)| tag_word(tag) == word)
    };
    let narrows = |word: &str| ["in:", "date:", "pos:"].iter().any(|field| word.starts_with(field));
    let others = words.iter().filter(|word| narrows(word) && !is_known(word));
    html! {
        <div
            class="facets"
            role="group"
            aria-label={wording::NARROW}
            onfocusin={show_focused}
        >
            { for others.map(|word| narrowing((*word).to_owned(), wording::word_facet(word))) }
            { for roles.map(role) }
            { by_speech.unwrap_or_default() }
            { for years.map(year) }
        </div>
    }
}

fn role_word(role: Role) -> String {
    format!("in:{}", role.name())
}

fn tag_word(tag: &str) -> String {
    format!("pos:{tag}")
}

fn year_word(year: &str) -> String {
    format!("date:{year}")
}
