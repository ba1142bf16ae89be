//! The corrections of a document: the rules that are off, what was corrected, what did not fit, and
//! the way to keep them in a file.

use yew::prelude::*;

use super::rules::rules;
use crate::engine::{Entry, Misfit, Patch};
use crate::state::Action;
use crate::ui::hooks::files;
use crate::ui::wording;

/// How many lines that were not followed are said one by one: a file that is no patch has many.
const SAID: usize = 20;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The document's id.
    pub id: AttrValue,
    /// The patch in force.
    pub patch: AttrValue,
    /// What of it was not followed.
    pub misfits: Vec<Misfit>,
    /// Whether it is the reader's own, not that of the file beside the text.
    pub is_own: bool,
    /// The reader's own patch before the last change, if there was one; `Some(None)` for none.
    pub before: Option<Option<String>>,
    /// Whether the browser keeps it.
    pub is_kept: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn Revision(props: &Props) -> Html {
    let Props { id, patch: text, misfits, is_own, before, is_kept, act } = props;
    let patch = Patch::parse(text);
    let set = {
        let (id, act) = (id.to_string(), act.clone());
        Callback::from(move |text| act.emit(Action::Corrected(id.clone(), text)))
    };
    let is_followed = |at: usize| misfits.iter().all(|misfit| misfit.line as usize != at + 1);
    let done = patch.entries.iter().enumerate().filter_map(|(at, entry)| match entry {
        Entry::Correct(correction) if is_followed(at) => {
            Some(line("done", wording::correction(correction), undone(&patch, at, &set)))
        }
        _ => None,
    });
    let done: Vec<Html> = done.collect();
    let misfit = |misfit: &Misfit| {
        // The patch may be newer than what is known of it: a line is found by what it says.
        let at = patch.entries.iter().position(|entry| entry.to_string() == misfit.text);
        let undo = undone(&patch, at.unwrap_or(usize::MAX), &set);
        line("misfit", wording::misfit(misfit), undo)
    };
    let save = {
        let (name, text) = (wording::patch_file(id), text.clone());
        move |_: MouseEvent| files::save(&name, &text)
    };
    let opened = set.reform(Some);
    let open = move |event: Event| files::open(&event, opened.clone());
    let reset = set.reform(|_: MouseEvent| None);
    let undo_last = before.clone().map(|before| {
        let onclick = set.reform(move |_: MouseEvent| before.clone());
        html! {
            <button type="button" class="undo-last" title={wording::UNDO_LAST_HINT} {onclick}>
                { wording::UNDO_LAST }
            </button>
        }
    });
    let kept = if *is_kept { wording::SOURCE_IS_SAFE } else { wording::NOT_KEPT };
    html! {
        <section class="revision" aria-label={wording::REVISION}>
            { rules(&patch, id, &set) }
            if done.is_empty() {
                <p class="revision-none">{ wording::NO_CORRECTIONS }</p>
            } else {
                <h2>{ wording::CORRECTIONS }</h2>
                <ol class="corrections">{ for done }</ol>
            }
            <div role="status">
                <ul class="misfits">{ for misfits.iter().take(SAID).map(misfit) }</ul>
                if misfits.len() > SAID {
                    <p>{ wording::more_misfits(misfits.len() - SAID) }</p>
                }
            </div>
            <p class={classes!("revision-kept", (!is_kept).then_some("not-kept"))}>{ kept }</p>
            <p class="files">
                <button type="button" class="export" disabled={patch.is_idle()} onclick={save}>
                    { wording::EXPORT }
                </button>
                <label class="import">
                    { wording::IMPORT }
                    <input type="file" class="unseen" accept=".patch,text/plain" onchange={open} />
                </label>
                <button type="button" class="reset" disabled={!is_own} title={wording::RESET_HINT} onclick={reset}>
                    { wording::RESET }
                </button>
                { for undo_last }
            </p>
        </section>
    }
}

/// What a line of the patch does, or does not, and the way to take it back.
fn line(class: &'static str, says: String, undo: Callback<MouseEvent>) -> Html {
    let name = wording::undo(&says);
    html! {
        <li {class}>
            <span>{ says }</span>
            <button type="button" class="undo" aria-label={name.clone()} title={name} onclick={undo}>
                { "×" }
            </button>
        </li>
    }
}

fn undone(patch: &Patch, at: usize, set: &Callback<Option<String>>) -> Callback<MouseEvent> {
    let mut without = patch.clone();
    if at < without.entries.len() {
        without.entries.remove(at);
    }
    set.reform(move |_| Some(without.to_text()))
}
