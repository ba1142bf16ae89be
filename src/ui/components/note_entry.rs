//! A note in the list: what it is of, what it says, and whether its passage is still there.

use yew::prelude::*;

use super::Link;
use crate::engine::is_han;
use crate::notes::{Note, Passage};
use crate::protocol::Trace;
use crate::state::{Action, Noting, passage_view};
use crate::ui::hooks::local_day;
use crate::ui::{OF_DOCUMENTS, wording};

/// So much of a passage, and of what is written, is shown here.
const SHOWN: usize = 160;

/// What is known of a note.
pub struct Known<'a> {
    pub id: &'a str,
    pub note: &'a Note,
    /// Where it is read: see [`Notebook::trace`](crate::state::Notebook::trace).
    pub trace: Option<Option<Trace>>,
    /// Where its passage stands in the source.
    pub passage: Option<Passage>,
    /// Whether it is the current one.
    pub is_open: bool,
    /// Whether its article is there.
    pub is_known: bool,
}

/// The note in the list.
pub fn note_entry(known: &Known<'_>, act: &Callback<Action>) -> Html {
    let Known { id, note, trace, passage, is_open, is_known } = known;
    // To a passage that is gone no link leads, but to what was around it.
    let is_lost = *trace == Some(None);
    let to = passage_view(&note.doc, passage.filter(|_| !is_lost));
    let follow = {
        let (act, id) = (act.clone(), id.to_string());
        Callback::from(move |action| {
            act.emit(action);
            act.emit(Action::Noted(Noting::Current(id.clone())));
        })
    };
    let quote = html! {
        <>
            <span class={classes!("note-quote", note.kind.name())} lang={OF_DOCUMENTS}>{ shown(&note.anchor.quote) }</span>
            <span class="entry-opening note-of" lang={OF_DOCUMENTS}>{ title(note) }</span>
        </>
    };
    let open = act.reform({
        let id = id.to_string();
        move |_: MouseEvent| Action::Noted(Noting::Opened(Some(id.clone())))
    });
    let does = if note.says() { wording::NOTE_CHANGE } else { wording::NOTE_WRITE };
    let day = local_day(&note.made);
    let state = match trace {
        _ if !is_known => Some(wording::NOTE_NO_ARTICLE.to_string()),
        trace => wording::note_state(*trace),
    };
    let lang = note.text.contains(is_han).then_some(OF_DOCUMENTS);
    html! {
        <li class="note-entry" key={id.to_string()}>
            if *is_known {
                <Link class="note-link" {to} act={follow} current={is_open.then_some("true")}>{ quote }</Link>
            } else {
                <div class="note-link">{ quote }</div>
            }
            if let Some(state) = state {
                <p class="note-state">{ state }</p>
            }
            if !note.text.is_empty() {
                <p class="note-text" dir="auto" {lang}>{ shown(&note.text) }</p>
            }
            <p class="facts">
                <span>{ wording::note_kind(note.kind) }</span>
                if !day.is_empty() {
                    <span class="date">{ wording::date(&day) }</span>
                }
                { for note.tags.iter().map(|tag| html! { <span class="note-tag" dir="auto" lang={tag.contains(is_han).then_some(OF_DOCUMENTS)}>{ format!("#{tag}") }</span> }) }
                <button type="button" class="note-open" aria-label={wording::of_block(does, &name(note))} onclick={open}>
                    { does }
                </button>
            </p>
        </li>
    }
}

/// What a note is called: the beginning of its passage.
fn name(note: &Note) -> String {
    note.anchor.quote.chars().take(20).collect()
}

fn title(note: &Note) -> &str {
    if note.title.is_empty() { &note.doc } else { &note.title }
}

fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown += "……";
    }
    shown
}
