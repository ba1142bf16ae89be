//! Lines of a concordance as files for other programs: CSV for spreadsheets, TSV for scripts, a
//! Markdown table for notes. Each has a row of names first, then a row for every line.

use crate::engine::{Corpus, Line};

/// The names of the columns: the document's title and date (empty if it has none), the line of the
/// source, and what the line shows.
pub type Columns = [String; 6];

/// As CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for
/// another encoding.
///
/// A field that begins with `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a line end
/// gets an apostrophe before it: a spreadsheet could take it for a formula, and so do what a
/// document says. The apostrophe is then seen in the cell.
pub fn csv(corpus: &Corpus, columns: &Columns, lines: &[Line]) -> String {
    csv_of(rows(corpus, columns, lines))
}

/// Rows of fields as CSV; see [`csv`].
pub fn csv_of<R: IntoIterator<Item = String>>(rows: impl Iterator<Item = R>) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let fields: Vec<String> = row.into_iter().map(|field| quoted(guarded(field))).collect();
        text += &fields.join(",");
        text += "\r\n";
    }
    text
}

/// As TSV, a tab between two fields and a line feed after each row. Tabs, line ends and other
/// control characters in a field become spaces; nothing is quoted, and nothing is guarded as in
/// [`csv`].
pub fn tsv(corpus: &Corpus, columns: &Columns, lines: &[Line]) -> String {
    tsv_of(rows(corpus, columns, lines))
}

/// Rows of fields as TSV; see [`tsv`].
pub fn tsv_of<R: IntoIterator<Item = String>>(rows: impl Iterator<Item = R>) -> String {
    let mut text = String::new();
    for row in rows {
        let fields: Vec<String> = row.into_iter().map(|field| on_one_line(&field)).collect();
        text += &fields.join("\t");
        text.push('\n');
    }
    text
}

/// As a table in Markdown (GitHub's), the hits in bold. What could be markup in a field is
/// escaped, and control characters become spaces as in [`tsv`].
pub fn markdown(corpus: &Corpus, columns: &Columns, lines: &[Line]) -> String {
    let mut text = String::new();
    for (i, row) in rows(corpus, columns, lines).enumerate() {
        let [title, date, line, before, hit, after] =
            row.map(|field| escaped(on_one_line(&field).trim()));
        // Two pairs of stars with nothing between them would be shown as they are.
        let hit = if i == 0 || hit.is_empty() { hit } else { format!("**{hit}**") };
        text += &format!("| {title} | {date} | {line} | {before} | {hit} | {after} |\n");
        if i == 0 {
            // The text before the hit ends at the hit, as on the screen.
            text += "| --- | --- | ---: | ---: | --- | --- |\n";
        }
    }
    text
}

/// The names of the columns, then the fields of each line.
fn rows<'a>(
    corpus: &'a Corpus,
    columns: &Columns,
    lines: &'a [Line],
) -> impl Iterator<Item = [String; 6]> + use<'a> {
    let fields = lines.iter().map(|line| {
        let page = corpus.docs.get(line.doc).map(|doc| &doc.page);
        let title = page.map_or("", |page| &page.title);
        let date = page.and_then(|page| page.date.as_ref()).map_or("", |date| &date.value);
        let number = line.line.to_string();
        [title, date, &number, &line.before, &line.hit, &line.after].map(str::to_owned)
    });
    std::iter::once(columns.clone()).chain(fields)
}

/// A field that no spreadsheet takes for a formula.
pub(crate) fn guarded(field: String) -> String {
    let is_formula =
        |c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n');
    if field.starts_with(is_formula) { format!("'{field}") } else { field }
}

/// A field of CSV, in quotation marks where it needs them.
pub(crate) fn quoted(field: String) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// A text without anything that ends a line or a field: each such character becomes a space.
pub(crate) fn on_one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(ends, " ")
}

/// A text of which Markdown shows every character as it is.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '|' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&' | '#' | '$')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
