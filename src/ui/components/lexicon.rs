//! All corrections of words: taken back one by one or all at once, saved as a user dictionary of
//! jieba's, opened from one.

use yew::prelude::*;

use super::cutting::cutting;
use super::panel::panel;
use crate::protocol::BadLine;
use crate::state::{Action, Amend, Amendment, Amendments};
use crate::ui::hooks::files;
use crate::ui::wording;

/// The id of the dialog.
pub const LEXICON: &str = "lexicon";

/// So many corrections are shown at first, and so many more each time.
const SHOWN: usize = 100;

/// How many lines that were left out are said one by one.
const SAID: usize = 20;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub amendments: Amendments,
    pub act: Callback<Action>,
}

#[component]
pub fn Lexicon(props: &Props) -> Html {
    let Props { amendments, act } = props;
    let shown = use_state_eq(|| SHOWN);
    let all: Vec<(&str, Amendment)> = amendments.all().collect();
    let do_it = |action: Amend| act.reform(move |_: MouseEvent| Action::Word(action.clone()));
    let row = |(word, said): &(&str, Amendment)| {
        let says = wording::amendment(word, said);
        let name = wording::undo(&says);
        html! {
            <li key={*word}>
                <span>{ says }</span>
                <button
                    type="button"
                    class="undo"
                    aria-label={name.clone()}
                    title={name}
                    onclick={do_it(Amend::Set((*word).to_owned(), None))}
                >
                    { "×" }
                </button>
            </li>
        }
    };
    let save = {
        let text = amendments.lexicon().to_text();
        move |_: MouseEvent| files::save(&wording::LEXICON_FILE, &text)
    };
    let open = {
        let opened = act.reform(|text| Action::Word(Amend::Import(text)));
        move |event: Event| files::open(&event, opened.clone())
    };
    let more = {
        let (shown, next) = (shown.setter(), *shown + SHOWN);
        move |_: MouseEvent| shown.set(next)
    };
    let content = html! {
        <>
            <p>{ if all.is_empty() { wording::LEXICON_NONE } else { wording::LEXICON_LEAD } }</p>
            if amendments.damaged > 0 {
                <p class="damaged">{ wording::lexicon_damaged(amendments.damaged as u32) }</p>
            }
            if !amendments.is_kept {
                <p class="not-kept">{ wording::LEXICON_NOT_KEPT }</p>
            }
            { cutting(&amendments.cutting(), act) }
            <ul class="amendments">{ for all.iter().take(*shown).map(row) }</ul>
            if all.len() > *shown {
                <button type="button" class="button" onclick={more}>
                    { wording::lexicon_more((all.len() - *shown) as u32) }
                </button>
            }
            <div role="status">{ imported(amendments) }</div>
            <p class="files">
                <button type="button" class="export" disabled={all.is_empty()} onclick={save}>
                    { wording::LEXICON_EXPORT }
                </button>
                <label class="import">
                    { wording::LEXICON_IMPORT }
                    <input type="file" class="unseen" accept=".txt,.dict,text/plain" onchange={open} />
                </label>
                <button type="button" class="reset" disabled={all.is_empty()} onclick={do_it(Amend::Clear)}>
                    { wording::LEXICON_CLEAR }
                </button>
            </p>
        </>
    };
    panel(LEXICON, "lexicon", wording::LEXICON, content)
}

/// What became of the user dictionary that was opened last.
fn imported(amendments: &Amendments) -> Html {
    let Some((count, bad)) = &amendments.imported else { return Html::default() };
    let line = |bad: &BadLine| html! { <li>{ wording::bad_line(bad) }</li> };
    html! {
        <>
            <p class="imported">{ wording::lexicon_imported(*count as u32) }</p>
            if !bad.is_empty() {
                <p>{ wording::lexicon_bad(bad.len() as u32) }</p>
                <ul class="bad-lines">{ for bad.iter().take(SAID).map(line) }</ul>
            }
        </>
    }
}
