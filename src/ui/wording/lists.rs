//! What the page says of keyword lists.

use super::messages::*;
use super::{Text, ending, messages};
use crate::export::{csv_of, tsv_of};
use crate::keyword_list::{Cause, Odd, Style};
use crate::protocol::{Form, Table};
use crate::state::{ListSaid, Sign};

/// How a style looks.
pub fn style(style: Style) -> Text {
    match style {
        Style::Solid => STYLE_SOLID,
        Style::Dotted => STYLE_DOTTED,
        Style::Dashed => STYLE_DASHED,
        Style::Wavy => STYLE_WAVY,
        Style::Double => STYLE_DOUBLE,
    }
}

/// What was done with lists.
pub fn list_said(said: &ListSaid) -> String {
    match said {
        ListSaid::Added(count, name) => list_added(*count, name),
        ListSaid::Removed(name) => list_removed(name),
        ListSaid::Taken(count) => lists_taken(*count),
        ListSaid::Restored => LISTS_RESTORED.to_string(),
    }
}

/// A line of a list that was not understood, and why.
pub fn odd(Odd { line, text, cause }: &Odd) -> String {
    let why = match cause {
        Cause::NoText => ODD_NO_TEXT,
        Cause::TooLong => ODD_TOO_LONG,
        Cause::Repeated => ODD_REPEATED,
        Cause::TooMany => ODD_TOO_MANY,
        Cause::NoStyle => ODD_NO_STYLE,
        Cause::OtherVersion => ODD_OTHER_VERSION,
    };
    messages::odd(&line.to_string(), text, why)
}

/// The name of the file that a list is saved to: of its own what a file name may have anywhere.
pub fn list_file(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("{name}.txt")
}

/// The name of the file that a table is saved to.
pub fn tally_name(form: Form) -> String {
    format!("{TALLY}.{}", ending(form))
}

/// A table as a file: all articles, their dates, the sum, and the count of each term.
pub fn tally_file(signs: &[Sign], table: &Table, form: Form) -> String {
    let fixed = [ARTICLE, DATE, TALLY_TOTAL].map(|name| name.to_string());
    let head = fixed.into_iter().chain(signs.iter().map(|sign| sign.term.text().to_owned()));
    let rows = table.rows.iter().map(|row| {
        let fixed = [row.title.clone(), row.date.clone(), row.total().to_string()];
        fixed.into_iter().chain(row.counts.iter().map(u32::to_string)).collect()
    });
    let rows = std::iter::once(head.collect::<Vec<String>>()).chain(rows);
    if form == Form::Csv { csv_of(rows) } else { tsv_of(rows) }
}
