//! A text and the places in it become runs of text, marked or not. Knows no HTML.

use serde::{Deserialize, Serialize};

use super::text::{Span, is_latin};

/// A run of text that is marked or not as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// The number of the hit (from 1, in the article) that the run is; `None` between hits.
    pub hit: Option<u32>,
}

/// Cuts the part `window` of `text` into runs. `spans` are in order and do not overlap; the
/// first of them is hit number `first`. A span that is not wholly inside the window is not
/// marked.
pub fn runs(text: &str, window: Span, spans: &[Span], first: u32) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut push = |start, end, hit| {
        let piece = Span { start, end }.of(text);
        if !piece.is_empty() {
            runs.push(Run { text: piece.to_owned(), hit });
        }
    };
    let mut at = window.start;
    for (&span, number) in spans.iter().zip(first..) {
        if span.start < at || span.end > window.end {
            continue;
        }
        push(at, span.start, None);
        push(span.start, span.end, Some(number));
        at = span.end;
    }
    push(at, window.end, None);
    runs
}

/// The part of a text around a place: up to `chars` characters on each side, a little less where
/// a clause begins or ends there, so that it reads well; numbers and words of Latin letters are not
/// cut.
pub fn around(text: &str, span: Span, chars: usize) -> Span {
    let is_mark = |c: char| matches!(c, '，' | '、' | '。' | '；' | '！' | '？' | '：' | ',' | ';');
    let is_cut = |at: usize| text[..at].ends_with(is_latin) && text[at..].starts_with(is_latin);
    let before = &text[..span.start as usize];
    let left = before.char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(at, _)| at);
    let start = match before[left..].find(is_mark) {
        Some(at) if left > 0 && at * 3 < before.len() - left => {
            left + at + before[left + at..].chars().next().map_or(0, char::len_utf8)
        }
        _ if is_cut(left) => {
            let kept = before[left..].trim_start_matches(is_latin);
            if kept.is_empty() { left } else { before.len() - kept.len() }
        }
        _ => left,
    };
    let after = &text[span.end as usize..];
    let right = after.char_indices().nth(chars).map_or(after.len(), |(at, _)| at);
    let end = match after[..right].rfind(is_mark) {
        Some(at) if right < after.len() && at * 3 > right * 2 => {
            at + after[at..].chars().next().map_or(0, char::len_utf8)
        }
        _ if is_cut(span.end as usize + right) => {
            let kept = after[..right].trim_end_matches(is_latin);
            if kept.is_empty() { right } else { kept.len() }
        }
        _ => right,
    };
    Span { start: start as u32, end: span.end + end as u32 }
}
