//! Words that the dictionary lacks, one below the other, each to be accepted or refused.

use yew::prelude::*;

use super::Link;
use super::marked::marked_text;
use super::panel::panel;
use crate::protocol::{Context, Proposed};
use crate::state::{Action, NewWord, NewWords as Words, View};
use crate::ui::hooks::{dialog, is_at_text, is_composing};
use crate::ui::wording::Text;
use crate::ui::{OF_DOCUMENTS, wording};

/// The id of the dialog.
pub const NEW_WORDS: &str = "new-words";

/// The id of the button that takes a decision back: where the keyboard goes when nothing is left.
const UNDO: &str = "new-words-undo";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub words: Words,
    pub act: Callback<Action>,
}

/// The dialog. `j` and `k` go down and up, `y` accepts, `x` refuses, `u` takes back.
#[component]
pub fn NewWords(props: &Props) -> Html {
    let Props { words, act } = props;
    let current = use_state_eq(|| 0_usize);
    let open: Vec<&Proposed> = words.open().collect();
    let at = (*current).min(open.len().saturating_sub(1));
    let text = open.get(at).map(|word| word.text.clone());
    use_effect_with((at, text.clone()), |(at, text)| {
        let row = if text.is_some() { row_id(*at) } else { UNDO.to_owned() };
        dialog::focus(NEW_WORDS, &row);
    });
    let undo = act.reform(|_: MouseEvent| Action::NewWord(NewWord::Undone));
    let onkeydown = {
        let (act, current, count) = (act.clone(), current.setter(), open.len());
        let word = open.get(at).map(|word| (word.text.clone(), word.tag.clone()));
        move |event: KeyboardEvent| {
            if is_composing(&event) || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match (event.key().as_str(), word.clone()) {
                ("j" | "ArrowDown", _) => current.set((at + 1).min(count.saturating_sub(1))),
                ("k" | "ArrowUp", _) => current.set(at.saturating_sub(1)),
                ("u", _) => act.emit(Action::NewWord(NewWord::Undone)),
                ("y", Some((text, tag))) => act.emit(Action::AcceptedWord(text, tag)),
                ("Enter", Some((text, tag))) if is_at_text(&event) => {
                    act.emit(Action::AcceptedWord(text, tag));
                }
                ("x" | "Delete", Some((text, _))) => {
                    act.emit(Action::NewWord(NewWord::Refused(text)));
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let row = |(number, word): (usize, &&Proposed)| {
        let choose = {
            let current = current.setter();
            Callback::from(move |()| current.set(number))
        };
        row(number, word, number == at, &choose, act)
    };
    let more = act.reform(|_: MouseEvent| Action::NewWord(NewWord::More));
    let count = |accepted: bool| words.decided(accepted).count() as u32;
    let troubles = [
        (words.damaged > 0).then(|| wording::new_words_damaged(words.damaged)),
        (!words.is_kept).then(|| wording::NEW_WORDS_UNKEPT.to_string()),
    ];
    let content = html! {
        <div class="new-words-all" {onkeydown}>
            <p>{ wording::NEW_WORDS_LEAD }</p>
            <p class="new-words-keys">{ wording::NEW_WORDS_KEYS }</p>
            { for troubles.into_iter().flatten().map(|trouble| html! { <p role="alert">{ trouble }</p> }) }
            <p class="new-words-state">
                <span role="status">{ wording::new_words_decided(count(true), count(false)) }</span>
                <button id={UNDO} type="button" class="button" disabled={!words.can_undo()} onclick={undo}>
                    { wording::NEW_WORDS_UNDO }
                </button>
            </p>
            if open.is_empty() && words.is_there() {
                <p>{ wording::NEW_WORDS_NONE }</p>
            }
            <ol class="new-words-list">{ for open.iter().enumerate().map(row) }</ol>
            if words.has_more() && words.is_there() {
                <button type="button" class="button new-words-more" onclick={more}>{ wording::NEW_WORDS_MORE }</button>
            }
            { decided(wording::NEW_WORDS_ACCEPTED, words.decided(true), act) }
            { decided(wording::NEW_WORDS_REFUSED, words.decided(false), act) }
        </div>
    };
    panel(NEW_WORDS, "new-words", wording::NEW_WORDS, content)
}

fn row_id(number: usize) -> String {
    format!("new-word-{number}")
}

/// A proposal; `choose` makes it the current one.
fn row(
    number: usize,
    word: &Proposed,
    is_current: bool,
    choose: &Callback<()>,
    act: &Callback<Action>,
) -> Html {
    let (text, tag) = (word.text.clone(), word.tag.clone());
    let does = |does: Action| {
        let (act, choose) = (act.clone(), choose.clone());
        Callback::from(move |_: MouseEvent| {
            choose.emit(());
            act.emit(does.clone());
        })
    };
    let accept = does(Action::AcceptedWord(text.clone(), tag));
    let refuse = does(Action::NewWord(NewWord::Refused(text.clone())));
    // By a key that is pressed at one of its buttons the word is meant that they are of.
    let onfocusin = choose.reform(|_: FocusEvent| ());
    html! {
        <li
            key={text.clone()}
            id={row_id(number)}
            tabindex={if is_current { "0" } else { "-1" }}
            aria-current={is_current.then_some("true")}
            data-first={is_current.then_some("")}
            {onfocusin}
        >
            <span class="new-word" lang={OF_DOCUMENTS}>{ &text }</span>
            <span class="new-word-of">{ wording::proposed(&word.tag, word.articles, word.count, word.score) }</span>
            <span class="new-word-does">
                <button type="button" class="button" aria-label={wording::accept_word(&text)} onclick={accept}>
                    { wording::ACCEPT }
                </button>
                <button type="button" class="button" aria-label={wording::refuse_word(&text)} onclick={refuse}>
                    { wording::REFUSE }
                </button>
            </span>
            <ul lang={OF_DOCUMENTS}>{ for word.examples.iter().map(|place| example(place, &text, act)) }</ul>
        </li>
    }
}

/// A place of the word, as a link to it.
fn example(place: &Context, word: &str, act: &Callback<Action>) -> Html {
    let query = word.to_owned();
    let to = View { doc: Some(place.id.clone()), hit: Some(place.hit), query, ..View::default() };
    let act = act.reform(|action| {
        dialog::close(NEW_WORDS);
        action
    });
    html! {
        <li>
            <Link {to} {act}>
                { &place.before }{ marked_text(&place.text) }{ &place.after }
            </Link>
        </li>
    }
}

/// The words of which the same was said, each to be taken back.
fn decided<'a>(name: Text, words: impl Iterator<Item = &'a str>, act: &Callback<Action>) -> Html {
    let word = |word: &str| {
        let text = word.to_owned();
        let onclick =
            act.reform(move |_: MouseEvent| Action::NewWord(NewWord::Returned(text.clone())));
        html! {
            <li key={word}>
                <span lang={OF_DOCUMENTS}>{ word }</span>
                <button type="button" class="button" aria-label={wording::bring_back_word(word)} {onclick}>
                    { wording::BRING_BACK }
                </button>
            </li>
        }
    };
    let words: Vec<Html> = words.map(word).collect();
    html! {
        if !words.is_empty() {
            <details class="new-words-decided">
                <summary>{ name }</summary>
                <ul>{ words }</ul>
            </details>
        }
    }
}
