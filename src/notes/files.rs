//! Notes as files that are read: CSV for spreadsheets, Markdown for texts.

use super::Note;
use crate::export::{escaped, guarded, on_one_line, quoted};

/// The names of the columns: article, file, line, passage, note, tags, kind, date, link.
pub type Columns = [String; 9];

/// A note and what a file says of it beyond that.
pub struct Row<'a> {
    /// The note.
    pub note: &'a Note,
    /// Its kind in the reader's words.
    pub kind: String,
    /// The day when it was made, in the reader's time.
    pub day: String,
    /// An address that opens at the passage.
    pub link: String,
}

/// As CSV after RFC 4180, guarded as [`export::csv`](crate::export::csv) does.
pub fn csv(columns: &Columns, rows: &[Row<'_>]) -> String {
    let mut text = "\u{feff}".to_owned();
    let fields = rows.iter().map(|Row { note, kind, day, link }| {
        let line = match note.anchor.from.line {
            0 => String::new(),
            line => line.to_string(),
        };
        let tags = note.tags.join(" ");
        let fields: [&str; 9] =
            [&note.title, &note.doc, &line, &note.anchor.quote, &note.text, &tags, kind, day, link];
        fields.map(str::to_owned)
    });
    for row in std::iter::once(columns.clone()).chain(fields) {
        text += &row.map(|field| quoted(guarded(field))).join(",");
        text += "\r\n";
    }
    text
}

/// As Markdown: a heading for each article, under it the passages as quotes with their links, and
/// under each what the reader wrote. What could be markup in a text is escaped.
pub fn markdown(rows: &[Row<'_>]) -> String {
    let mut text = String::new();
    let mut article = None;
    for Row { note, kind, day, link } in rows {
        if article != Some(&note.doc) {
            article = Some(&note.doc);
            let title = if note.title.is_empty() { &note.doc } else { &note.title };
            text += &format!("## {}\n\n", escaped(on_one_line(title).trim()));
        }
        for line in note.anchor.quote.lines() {
            text += &format!("> {}\n>\n", escaped(&on_one_line(line)));
        }
        let tags = note.tags.iter().map(|tag| format!("#{}", on_one_line(tag)));
        let facts = [kind.clone(), day.clone()].into_iter().chain(tags);
        let facts: Vec<String> =
            facts.filter(|fact| !fact.is_empty()).map(|fact| escaped(&fact)).collect();
        let facts = if facts.is_empty() { note.doc.as_str().into() } else { facts.join(" · ") };
        text += &format!("> [{facts}]({link})\n\n");
        for line in note.text.lines() {
            text += &format!("{}\n", escaped(&on_one_line(line)));
        }
        if !note.text.is_empty() {
            text.push('\n');
        }
    }
    text
}
