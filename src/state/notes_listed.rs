//! The notes as they are listed.

use super::{Articles, Notebook};
use crate::notes::Note;

/// The orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesBy {
    /// As the articles, and where in them.
    Place,
    /// The last one changed first.
    Time,
}

impl NotesBy {
    /// All of them, as they are offered.
    pub const ALL: [NotesBy; 2] = [NotesBy::Place, NotesBy::Time];
}

impl Notebook {
    /// The notes that have what is typed, in an order; those of articles that are not there come last.
    pub fn listed(&self, contents: &Articles, typed: &str, by: NotesBy) -> Vec<(&str, &Note)> {
        let all = self.all.iter().filter(|(_, note)| note.has(typed));
        let mut listed = ordered(all.map(|(id, note)| {
            let key = match by {
                NotesBy::Time => note.changed.clone(),
                NotesBy::Place => {
                    let place = contents.iter().position(|entry| entry.id == note.doc);
                    let (line, column) =
                        self.passage(id).map_or((0, 0), |(from, _)| (from.line, from.column));
                    let place = place.unwrap_or(contents.len());
                    format!("{place:8}{}\0{line:8}{column:8}", note.doc)
                }
            };
            (key, (id.as_str(), note))
        }));
        if by == NotesBy::Time {
            listed.reverse();
        }
        listed
    }

    /// All tags, the most used first, with how often each is.
    pub fn tags(&self) -> Vec<(String, u32)> {
        let mut counts: Vec<(&str, u32)> = Vec::new();
        for tag in self.all.values().flat_map(|note| &note.tags) {
            match counts.iter_mut().find(|(of, _)| of == tag) {
                Some((_, count)) => *count += 1,
                None => counts.push((tag, 1)),
            }
        }
        ordered(
            counts.into_iter().map(|(tag, count)| {
                (format!("{:10}{tag}", u32::MAX - count), (tag.to_owned(), count))
            }),
        )
    }
}

/// Things in the order of texts that say it; equal ones as they came. The sorts of the standard
/// library are kilobytes each, for each kind of thing.
pub(super) fn ordered<T>(things: impl Iterator<Item = (String, T)>) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for (key, thing) in things {
        let at = keys.partition_point(|other| *other <= key);
        keys.insert(at, key);
        ordered.insert(at, thing);
    }
    ordered
}
