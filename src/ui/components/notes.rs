//! The notes in the left pane: those that have what is typed above, each with the way to its passage.

use std::rc::Rc;

use yew::prelude::*;

use super::note_entry::{Known, note_entry};
use super::{Link, More, NotesTools};
use crate::notes::Note;
use crate::state::{Action, Articles, Notebook, NotesBy, View};
use crate::ui::hooks::files;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub notes: Notebook,
    /// The articles, in whose order the notes are listed; `None` until known.
    pub contents: Option<Rc<Articles>>,
    /// How many notes are shown.
    pub shown: usize,
    /// What is looked at.
    pub view: View,
    pub act: Callback<Action>,
}

#[component]
pub fn Notes(props: &Props) -> Html {
    let Props { notes, contents, shown, view, act } = props;
    let typed = use_state_eq(AttrValue::default);
    let by = use_state_eq(|| NotesBy::Place);
    let type_in = use_callback(typed.setter(), |text, typed| typed.set(text));
    let order = use_callback(by.setter(), |order, by| by.set(order));
    let listed = notes.listed(contents.as_deref().unwrap_or(&Articles::default()), &typed, *by);
    let all = notes.all.len();
    let head = match typed.trim() {
        "" => wording::notes_count(all as u32),
        _ => wording::notes_some(all as u32, listed.len() as u32),
    };
    let entry = |&(id, note): &(&str, &Note)| {
        let known = Known {
            id,
            note,
            trace: notes.trace(id),
            passage: notes.passage(id),
            is_open: notes.now.as_deref() == Some(id),
            is_known: contents.as_ref().is_none_or(|all| all.iter().any(|of| of.id == note.doc)),
        };
        note_entry(&known, act)
    };
    let tags = notes.tags();
    let tag = |(tag, count): &(String, u32)| {
        let name = format!("#{tag}");
        let is_on = typed.trim() == name;
        let onclick = {
            let (type_in, name) = (type_in.clone(), name.clone());
            move |_: MouseEvent| type_in.emit(if is_on { "".into() } else { name.clone().into() })
        };
        html! {
            <button type="button" class="facet" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
                { wording::tag_count(&name, *count) }
            </button>
        }
    };
    let save_damaged = {
        let damaged = notes.damaged.join("\n\n");
        move |_: MouseEvent| files::save("jianyue-notes-damaged.txt", &damaged)
    };
    let back = View { notes: false, ..view.clone() };
    html! {
        <>
            <p class="list-head" role="status">{ head }</p>
            <p class="to-notes"><Link to={back} act={act.clone()}>{ wording::NOTES_BACK }</Link></p>
            if !notes.damaged.is_empty() {
                <p class="damaged">
                    { wording::notes_damaged(notes.damaged.len() as u32) }
                    <button type="button" class="facet" onclick={save_damaged}>{ wording::NOTES_DAMAGED_SAVE }</button>
                </p>
            }
            if notes.is_lost {
                <p class="damaged" role="alert">{ wording::NOTES_LOST }</p>
            }
            <NotesTools
                typed={(*typed).clone()}
                type_in={type_in.clone()}
                by={*by}
                {order}
                listed={listed.iter().map(|(id, note)| (id.to_string(), (*note).clone())).collect::<Vec<_>>()}
                imported={notes.imported}
                act={act.clone()}
            />
            if !tags.is_empty() {
                <div class="facets" role="group" aria-label={wording::NOTE_TAGS}>{ for tags.iter().map(tag) }</div>
            }
            if all == 0 {
                <p class="no-lines">{ wording::NOTES_NONE }</p>
            }
            <ul class="notes">{ for listed.iter().take(*shown).map(entry) }</ul>
            <More
                shown={*shown}
                of={listed.len()}
                name={wording::more_notes(listed.len().saturating_sub(*shown) as u32)}
                class="more-articles"
                act={act.clone()}
            />
        </>
    }
}
