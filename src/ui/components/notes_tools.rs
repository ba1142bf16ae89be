//! What of the notes is listed, in which order; and how they come out of the page and into it.

use yew::prelude::*;

use super::FilterField;
use super::choice::choice;
use crate::notes::{Note, Notes, Row, csv, export, markdown};
use crate::state::{ADDRESSES, Action, Imported, NotesBy, Noting, passage_view};
use crate::ui::hooks::{base, files, link_to, local_day};
use crate::ui::wording::{self, Text};

/// The id of the field.
const NOTES_FIELD: &str = "notes-field";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is typed.
    pub typed: AttrValue,
    pub type_in: Callback<AttrValue>,
    pub by: NotesBy,
    pub order: Callback<NotesBy>,
    /// The notes that are listed.
    pub listed: Vec<(String, Note)>,
    /// What came of the last file.
    pub imported: Option<Imported>,
    pub act: Callback<Action>,
}

/// The forms that notes are saved in.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Markdown,
    Csv,
    Json,
}

#[component]
pub fn NotesTools(props: &Props) -> Html {
    let Props { typed, type_in, by, order, listed, imported, act } = props;
    let save = |form: Form, name: Text, hint: Text| {
        let listed = listed.clone();
        let onclick = move |_: MouseEvent| files::save(&file_name(form), &written(form, &listed));
        html! {
            <button type="button" title={hint} disabled={props.listed.is_empty()} {onclick}>{ name }</button>
        }
    };
    let read = act.reform(|text| Action::Noted(Noting::Imported(text)));
    let open = move |event: Event| files::open(&event, read.clone());
    html! {
        <>
            <div class="contents-tools">
                <FilterField
                    id={NOTES_FIELD}
                    name={wording::NOTES_FIELD}
                    typed={typed.clone()}
                    type_in={type_in.clone()}
                />
                { choice(wording::SORT, NotesBy::ALL.to_vec(), *by, wording::notes_by, order.clone()) }
            </div>
            <div class="lines-tools" role="group" aria-label={wording::NOTES_FILES}>
                { save(Form::Markdown, wording::MARKDOWN, wording::NOTES_MARKDOWN) }
                { save(Form::Csv, wording::CSV, wording::NOTES_CSV) }
                { save(Form::Json, wording::JSON, wording::NOTES_JSON) }
                <label class="import">
                    { wording::NOTES_IMPORT }
                    <input type="file" class="unseen" accept=".json,.jsonld,application/json" onchange={open} />
                </label>
                <span class="lines-said" role="status">{ imported.map(wording::imported).unwrap_or_default() }</span>
            </div>
        </>
    }
}

fn file_name(form: Form) -> String {
    let ending = match form {
        Form::Markdown => "md",
        Form::Csv => "csv",
        Form::Json => "json",
    };
    wording::notes_file(ending)
}

/// All notes as they are saved for people.
pub fn notes_markdown(notes: &Notes) -> String {
    let all: Vec<(String, Note)> =
        notes.iter().map(|(id, note)| (id.clone(), note.clone())).collect();
    written(Form::Markdown, &all)
}

fn written(form: Form, listed: &[(String, Note)]) -> String {
    let row = |(_, note): &(String, Note)| {
        let (from, to) = (note.anchor.from, note.anchor.to);
        let passage = Some((from, to)).filter(|_| from.line > 0);
        let view = crate::state::View { notes: false, ..passage_view(&note.doc, passage) };
        (wording::note_kind(note.kind).to_string(), local_day(&note.made), link_to(&view))
    };
    let rows = || -> Vec<Row<'_>> {
        let rows = listed.iter().map(|of| (of, row(of)));
        rows.map(|((_, note), (kind, day, link))| Row { note, kind, day, link }).collect()
    };
    match form {
        Form::Markdown => markdown(&rows()),
        Form::Csv => csv(&wording::notes_columns(), &rows()),
        Form::Json => {
            let notes: Vec<(&str, &Note)> =
                listed.iter().map(|(id, note)| (id.as_str(), note)).collect();
            export(&notes, ADDRESSES, &base())
        }
    }
}
