//! The front matter of a Markdown file: what it says of itself between two lines of `---`. The rest is
//! as the engine reads it already.

use super::{Content, guess};

/// A front matter is no longer than this, in lines.
const LONGEST: usize = 200;

/// Reads Markdown. A rule of `---` at the top that is no front matter stays.
pub(super) fn read(text: &str) -> Content {
    let Some((front, rest)) = split(text) else {
        return Content { text: text.to_owned(), ..Content::default() };
    };
    let mut content = Content { text: rest.to_owned(), ..Content::default() };
    let mut key = String::new();
    for line in front.lines() {
        let item = line.trim_start().strip_prefix("- ");
        let value = match (item, line.split_once([':', '：'])) {
            (Some(item), _) => item,
            (None, Some((name, value))) if !line.starts_with([' ', '\t', '#']) => {
                key = name.trim().to_lowercase();
                value
            }
            _ => continue,
        };
        let value = unquoted(value);
        match key.as_str() {
            "title" | "标题" | "標題" | "题名" if content.title.is_empty() => {
                content.title = value
            }
            "date" | "日期" | "published" | "发布日期" if content.date.is_empty() => {
                content.date = guess::date(&value).unwrap_or_default();
            }
            "author" | "authors" | "作者" if !value.is_empty() => {
                if !content.author.is_empty() {
                    content.author.push('、');
                }
                content.author.push_str(&value);
            }
            _ => {}
        }
    }
    content
}

/// The front matter and the text after it.
fn split(text: &str) -> Option<(&str, &str)> {
    let after = text.strip_prefix("---")?;
    let (marks, after) = after.split_once('\n')?;
    let mut at = 0;
    let mut has_key = false;
    for line in after.split_inclusive('\n').take(LONGEST) {
        let is_end = matches!(line.trim_end(), "---" | "...");
        if is_end && has_key && marks.trim().is_empty() {
            let front = after.get(..at)?;
            return Some((front, after.get(at + line.len()..)?.trim_start_matches('\n')));
        }
        if is_end {
            return None;
        }
        has_key |= line.split_once([':', '：']).is_some_and(|(key, _)| {
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        });
        at += line.len();
    }
    None
}

/// A value of YAML without its quotes; the names of a list in brackets apart by `、`.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    if let Some(list) = value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        let names: Vec<String> = list.split(',').map(unquoted).filter(|n| !n.is_empty()).collect();
        return names.join("、");
    }
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|value| value.strip_suffix(quote)) {
            let escaped = if quote == '"' { "\\\"" } else { "''" };
            return inner.replace(escaped, &quote.to_string()).trim().to_owned();
        }
    }
    match value.split_once(" #") {
        Some((value, _)) => value.trim_end().to_owned(),
        None => value.to_owned(),
    }
}
