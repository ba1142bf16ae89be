//! Phrases that differ by one character from what was typed. If only one character differs, one
//! half is whole: so the halves are sought, and around each the other half is looked at.

use std::cmp::Reverse;

use memchr::memmem;

use super::super::sort;
use super::super::text::is_han;
use super::{Suggestion, Tally};

/// Only texts of at least so many characters have neighbours, and only such are neighbours.
const SHORTEST: usize = 2;
/// And of at most so many.
const LONGEST: usize = 20;
/// At so many places of each half is looked, from the beginning; a phrase that occurs only after
/// them is not suggested.
const PLACES: usize = 100_000;

/// The phrases of a text that have one character in place of another of what was typed, or are
/// without one of its characters; the most frequent first, among equals the longer (陈锡明 before
/// 陈锡, which is there wherever that is), then by text. The character in place of another is a
/// letter, a figure or Chinese.
///
/// For 2 to 20 typed characters that do not occur: whether they do is not asked. Phrases of one
/// character are not suggested. A half of what was typed that occurs more than 100,000 times is
/// looked at there and no further; the counts are exact even then.
pub fn nearest(folded: &str, typed_folded: &str, limit: usize) -> Vec<Suggestion> {
    let length = typed_folded.chars().take(LONGEST + 1).count();
    if !(SHORTEST..=LONGEST).contains(&length) || typed_folded.contains('\n') {
        return Vec::new();
    }
    let middle = length / 2;
    let cut = typed_folded.char_indices().nth(middle).map_or(0, |(at, _)| at);
    let (left, right) = typed_folded.split_at(cut);
    let (mut differing, mut lacking) = (Tally::default(), Tally::default());
    let mut complete = true;

    // The left half is whole: the phrase goes on after it.
    let mut phrases = |at: usize| {
        let past = at + left.len();
        let rest = &folded[past..];
        let end = |chars: usize| rest.char_indices().nth(chars).map_or(rest.len(), |(at, _)| at);
        let wanted = length - middle;
        let (shorter, longer) = (end(wanted - 1), end(wanted));
        if one_differs(right, &rest[..longer]) {
            differing.add(&folded[at..past + longer], at);
        }
        if length > SHORTEST && one_lacks(right, &rest[..shorter]) {
            // Found from the left: what the right half finds of it too is not counted again.
            lacking.add(&folded[at..past + shorter], at).chosen = true;
        }
    };
    complete &= each(folded, left, &mut phrases);

    // The right half is whole: the phrase begins before it.
    let mut phrases = |at: usize| {
        let past = at + right.len();
        let rest = &folded[..at];
        let start = |chars: usize| match chars.checked_sub(1) {
            Some(before) => rest.char_indices().rev().nth(before).map_or(0, |(at, _)| at),
            None => at,
        };
        let (shorter, longer) = (start(middle - 1), start(middle));
        if one_differs(left, &rest[longer..]) {
            differing.add(&folded[longer..past], longer);
        }
        if length > SHORTEST && one_lacks(left, &rest[shorter..]) {
            let phrase = &folded[shorter..past];
            if !lacking.0.get(phrase).is_some_and(|counted| counted.chosen) {
                lacking.add(phrase, shorter);
            }
        }
    };
    complete &= each(folded, right, &mut phrases);

    let all = differing.0.into_iter().chain(lacking.0);
    let found =
        all.map(|(text, counted)| (Reverse(counted.count), Reverse(text.chars().count()), text));
    let mut found = sort::least(found, limit);
    if !complete {
        for (count, _, text) in &mut found {
            *count = Reverse(memmem::find_iter(folded.as_bytes(), text).count() as u32);
        }
        found = sort::least(found, limit);
    }
    found.into_iter().map(|(Reverse(count), _, text)| Suggestion::new(text, count)).collect()
}

/// Calls `found` with every place of `needle`, also of those that overlap; false if there are
/// more than [`PLACES`].
fn each(folded: &str, needle: &str, found: &mut impl FnMut(usize)) -> bool {
    let finder = memmem::Finder::new(needle);
    let step = needle.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    for _ in 0..PLACES {
        let Some(at) = finder.find(&folded.as_bytes()[from..]) else {
            return true;
        };
        found(from + at);
        from += at + step;
    }
    finder.find(&folded.as_bytes()[from..]).is_none()
}

/// Whether two texts differ by one character in place of another, which can be part of a phrase.
fn one_differs(wanted: &str, text: &str) -> bool {
    let (mut wanted, mut text) = (wanted.chars(), text.chars());
    let mut differing = 0;
    loop {
        match (wanted.next(), text.next()) {
            (None, None) => return differing == 1,
            (Some(a), Some(b)) if a == b => {}
            (Some(_), Some(b)) if differing == 0 && (is_han(b) || b.is_alphanumeric()) => {
                differing = 1;
            }
            _ => return false,
        }
    }
}

/// Whether a text is the wanted one without one of its characters.
fn one_lacks(wanted: &str, text: &str) -> bool {
    let mut rest = wanted.chars();
    let mut chars = text.chars();
    loop {
        let less = chars.as_str();
        match (rest.next(), chars.next()) {
            (Some(a), Some(b)) if a == b => {}
            (Some(_), _) => return rest.as_str() == less,
            (None, _) => return false,
        }
    }
}
