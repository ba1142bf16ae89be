//! The corrections of a document: the rules that are off, what was corrected, what did not fit, and
//! the way to keep them in a file.

use yew::prelude::*;

use super::reading::begun;
use crate::engine::{Entry, Misfit, Patch, Rule};
use crate::state::Action;
use crate::ui::hooks::files;
use crate::ui::wording;

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
    /// Whether the browser keeps it.
    pub is_kept: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn Revision(props: &Props) -> Html {
    let Props { id, patch: text, misfits, is_own, is_kept, act } = props;
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
        let undo = undone(&patch, misfit.line as usize - 1, &set);
        line("misfit", wording::misfit(misfit), undo)
    };
    let save = {
        let (name, text) = (wording::patch_file(id), text.clone());
        move |_: MouseEvent| files::save(&name, &text)
    };
    let opened = set.reform(Some);
    let open = move |event: Event| files::open(&event, opened.clone());
    let reset = set.reform(|_: MouseEvent| None);
    let kept = if *is_kept { wording::SOURCE_IS_SAFE } else { wording::NOT_KEPT };
    html! {
        <section class="revision" aria-label={wording::REVISION}>
            <fieldset class="rules">
                <legend>{ wording::RULES }</legend>
                { for Rule::ALL.into_iter().map(|rule| checkbox(rule, &patch, id, &set)) }
            </fieldset>
            if done.is_empty() {
                <p class="revision-none">{ wording::NO_CORRECTIONS }</p>
            } else {
                <h2>{ wording::CORRECTIONS }</h2>
                <ol class="corrections">{ for done }</ol>
            }
            <div role="status">
                <ul class="misfits">{ for misfits.iter().map(misfit) }</ul>
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
            </p>
        </section>
    }
}

/// A rule that can be switched off and on.
fn checkbox(rule: Rule, patch: &Patch, id: &str, set: &Callback<Option<String>>) -> Html {
    let on = !patch.is_off(rule);
    let mut switched = begun(patch, id);
    switched.switch(rule, !on);
    let onchange = set.reform(move |_: Event| Some(switched.to_text()));
    html! {
        <label>
            <input type="checkbox" name={rule.name()} checked={on} {onchange} />
            { wording::rule(rule) }
        </label>
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
