//! What the page says of notes.

use super::*;
use crate::notes::{Columns, Kind};
use crate::protocol::Trace;
use crate::state::{Done, Imported, NotesBy};

/// How a passage is marked.
pub fn note_kind(kind: Kind) -> Text {
    match kind {
        Kind::Yellow => NOTE_YELLOW,
        Kind::Green => NOTE_GREEN,
        Kind::Blue => NOTE_BLUE,
        Kind::Rose => NOTE_ROSE,
        Kind::Bookmark => NOTE_BOOKMARK,
    }
}

/// Why a note is not where it was made: its passage is gone, or was found elsewhere. `None` where it is.
pub fn note_state(trace: Option<Option<Trace>>) -> Option<String> {
    match trace {
        Some(None) => Some(NOTE_LOST.to_string()),
        Some(Some(Trace { moved: Some((from, _)), .. })) => {
            Some(note_moved(&from.line.to_string()))
        }
        _ => None,
    }
}

/// What was done with a note.
pub fn note_done(done: &Done) -> String {
    let kind = done.after.as_ref().or(done.before.as_ref()).map(|note| note.kind);
    let said = match (kind, &done.after) {
        (_, None) => NOTE_REMOVED,
        _ if done.is_idle => NOTE_MARKED_ALREADY,
        (Some(Kind::Bookmark), _) => NOTE_BOOKMARKED,
        _ => NOTE_MARKED,
    };
    said.to_string()
}

/// The current note, for a screen reader; `None` for none, and where it was only just made.
pub fn notes_said(state: &State) -> Option<String> {
    let now = state.notes.now.as_ref().filter(|_| state.notes.done.is_none())?;
    let marks = state.marks();
    let at = marks.iter().position(|mark| mark.id == *now)? as u32 + 1;
    let note = state.notes.all.get(now)?;
    let quote: String = note.anchor.quote.chars().take(80).collect();
    Some(note_said(at, marks.len() as u32, &quote, &note.text))
}

/// An order of the notes.
pub fn notes_by(by: NotesBy) -> String {
    match by {
        NotesBy::Place => NOTES_BY_PLACE.to_string(),
        NotesBy::Time => NOTES_BY_TIME.to_string(),
    }
}

/// A tag, and how many notes have it.
pub fn tag_count(tag: &str, count: u32) -> String {
    format!("{tag} {}", grouped(count))
}

/// What came of a file.
pub fn imported(imported: Imported) -> String {
    match imported {
        Imported::Unread => NOTES_UNREAD.to_string(),
        Imported::Read(new, known, 0) => notes_imported(known, new),
        Imported::Read(new, known, unread) => notes_imported_some(known, new, unread),
    }
}

/// The name of a file of notes with this ending.
pub fn notes_file(ending: &str) -> String {
    format!("{NOTES_FILE}.{ending}")
}

/// The names of the columns of the notes as a file.
pub fn notes_columns() -> Columns {
    let names = [
        ARTICLE,
        NOTES_SOURCE,
        LINE_NUMBER,
        NOTES_QUOTE,
        NOTE_TEXT,
        NOTE_TAGS,
        NOTE_KIND,
        DATE,
        NOTES_LINK,
    ];
    names.map(|name| name.to_string())
}
