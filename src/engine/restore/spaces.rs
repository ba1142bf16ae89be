//! Spaces that only the layout made: letter-spacing and justification. What carries meaning
//! stays: between Latin words, between the clauses of a heading, between names.

use std::borrow::Cow;

use super::super::corpus::{Reason, Removal};
use super::super::text::is_latin;
use super::lines::{Line, Piece};
use super::roles;

/// The pieces of a line without its layout spaces. Between two parts of at least two characters
/// a space means something; before a number or a Latin word only in headings, bylines and
/// captions (`apart`).
pub fn close_up<'l, 'a>(
    line: &'l Line<'a>,
    apart: bool,
    removed: &mut Vec<Removal>,
) -> Cow<'l, [Piece<'a>]> {
    if !line.spaced || line.verbatim {
        return Cow::Borrowed(&line.pieces);
    }
    let mut kept: Vec<Piece<'a>> = Vec::new();
    let parts: Vec<&str> = line.text.split_whitespace().collect();
    let mut part = 0;
    for &Piece { mut column, mut text } in line.pieces.iter() {
        let mut at = 0;
        while let Some(from) = text[at..].find(char::is_whitespace).map(|from| at + from) {
            let end = text[from..].find(|c: char| !c.is_whitespace());
            let end = end.map_or(text.len(), |end| from + end);
            let meant = match (parts.get(part), parts.get(part + 1)) {
                (Some(before), Some(after)) if is_ascii(before, after) => !is_letter(&parts, part),
                (Some(before), Some(after)) => is_meant(before, after, apart),
                _ => false,
            };
            part += 1;
            // Of a wider space one character is enough.
            let keep = from + if meant { first_len(&text[from..]) } else { 0 };
            at = end;
            if keep == end {
                continue;
            }
            if keep > 0 {
                kept.push(Piece { column, text: &text[..keep] });
                column += text[..keep].chars().count() as u32;
            }
            let chars = text[keep..end].to_owned();
            removed.push(Removal { line: line.number, column, chars, reason: Reason::LayoutSpace });
            column += text[keep..end].chars().count() as u32;
            (text, at) = (&text[end..], 0);
        }
        if !text.is_empty() {
            kept.push(Piece { column, text });
        }
    }
    Cow::Owned(kept)
}

/// Whether a space stands between Latin words, numbers or their marks: there it is part of them.
fn is_ascii(before: &str, after: &str) -> bool {
    let is_ascii = |c: char| c.is_ascii() || is_latin(c);
    before.chars().next_back().is_some_and(is_ascii) && after.chars().next().is_some_and(is_ascii)
}

/// Whether the space after a part only sets letters apart: `C E O` is letter-spaced, `Watson Build`
/// is not; a row of figures is none either, unless single Chinese characters stand beside them.
fn is_letter(parts: &[&str], part: usize) -> bool {
    let single = |part: usize| {
        parts.get(part).is_some_and(|part| part.len() == 1 && part.starts_with(is_latin))
    };
    let three =
        single(part) && single(part + 1) && (single(part + 2) || part > 0 && single(part - 1));
    let is_word =
        |part: &&str| part.chars().all(|c| c.is_alphabetic()) && part.chars().count() == 1;
    three && parts.iter().any(is_word)
}

/// Whether the space between two parts of a line means something.
fn is_meant(before: &str, after: &str, apart: bool) -> bool {
    let letters = |part: &str| part.chars().count();
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    // `# 第一章`, `- 一`: a mark of Markdown.
    if before.chars().all(|c| c.is_ascii_punctuation()) {
        return true;
    }
    let maker = after == "摄" || after.starts_with("摄/") || before.ends_with('摄');
    let parts = letters(before) > 1 && letters(after) > 1;
    let words = !"，。、；：！？”）》".contains(first);
    // Justification sets numbers and Latin words of running text apart; a heading's clause may
    // begin with one, but does not end with one.
    let numbers = is_latin(last) || is_latin(first) && !apart;
    let named = apart && roles::is_name(after);
    maker || named || parts && words && !numbers
}

/// Whether a text's last hyphen only marks that the line end cut a Latin word: letters stand on
/// both sides (`CD-` / `MO`). Between digits it is part of what was printed (`1-` / `2个`).
pub fn is_line_end_hyphen(text: &str, next: char) -> bool {
    let mut end = text.chars().rev();
    end.next() == Some('-')
        && end.next().is_some_and(|c| c.is_alphabetic() && is_latin(c))
        && next.is_alphabetic()
        && is_latin(next)
}

/// Whether the Latin runs on both sides of a line end are two words, not one cut in two: a
/// line of prose is cut at its words, a Chinese column cuts numbers and names anywhere.
pub fn are_words(text: &str, line: &Line<'_>) -> bool {
    let latin = |chars: &mut dyn Iterator<Item = char>| {
        let mut letters = 0;
        let mut all = 0;
        for c in chars.take(16) {
            all += 1;
            letters += usize::from(is_latin(c) || c == ' ' || c.is_ascii_punctuation());
        }
        letters * 4 >= all * 3
    };
    latin(&mut text.chars().rev()) && latin(&mut line.text.chars())
}

/// Whether Latin letters on both sides of a line end are of two words: a Chinese column hyphenates
/// the words that it cuts, but for abbreviations in capitals.
pub fn are_letters(before: char, after: char) -> bool {
    let cut = before.is_uppercase() && after.is_uppercase();
    before.is_alphabetic() && after.is_alphabetic() && !cut
}

/// Whether two lines of a heading are two clauses, to be set apart: the upper line is much
/// shorter than the lower, so it was not cut for want of room.
pub fn clauses_meet(upper: &Line<'_>, lower: &Line<'_>) -> bool {
    upper.width + 4 <= lower.width
}

fn first_len(space: &str) -> usize {
    space.chars().next().map_or(0, char::len_utf8)
}
