//! What a single word of a query means: how near, in which role, on which date, what is left open.

use super::super::corpus::{Role, is_date};
use super::super::segment::TAGS;
use super::super::text::is_invisible;
use super::{Part, Pattern, ROLES};

/// How far apart what is near may be at most, in characters.
const WITHIN: u32 = 9999;

/// How near `~20` or `..10..` wants its sides, and whether in order; `None` if it is neither.
pub(super) fn near(word: &str) -> Option<(u32, bool)> {
    let either = word.strip_prefix('~').map(|number| (number, false));
    let ordered = || word.strip_prefix("..")?.strip_suffix("..").map(|number| (number, true));
    let (number, in_order) = either.or_else(ordered)?;
    let within = digits(number)?;
    (1..=WITHIN).contains(&within).then_some((within, in_order))
}

/// The role of this name, English or Chinese.
pub(super) fn role(name: &str) -> Option<Role> {
    let chinese = ROLES.into_iter().find(|(chinese, _)| *chinese == name).map(|(_, role)| role);
    chinese.or_else(|| Role::ALL.into_iter().find(|role| role.name() == name))
}

/// The part of speech of this name.
pub(super) fn tag(name: &str) -> Option<&'static str> {
    TAGS.into_iter().find(|&tag| tag == name && !tag.is_empty())
}

/// The two ends of `2020..2021-03`, `2020..`, `..2020` or `2020`; `None` if they are no dates, or
/// if the first is later than the last.
pub(super) fn dates(word: &str) -> Option<(Option<String>, Option<String>)> {
    let (from, to) = word.split_once("..").unwrap_or((word, word));
    let is_end = |end: &str| end.is_empty() || is_date(end);
    if !is_end(from) || !is_end(to) || from.is_empty() && to.is_empty() {
        return None;
    }
    // A year is compared with a day of it by the year alone.
    let both = from.len().min(to.len());
    let end = |end: &str| (!end.is_empty()).then(|| end.to_owned());
    (from[..both] <= to[..both]).then(|| (end(from), end(to)))
}

/// A number of ASCII digits and nothing else.
fn digits(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A text with places left open; `None` if it has none, or nothing beside them that shows.
pub(super) fn wild(word: &str) -> Option<Pattern> {
    let mut parts = Vec::new();
    for c in word.chars() {
        match (c, parts.last_mut()) {
            ('?', _) => parts.push(Part::One),
            ('*', Some(Part::Some)) => {}
            ('*', _) => parts.push(Part::Some),
            // On no page; as a part by itself it would leave a text that is empty when folded.
            _ if is_invisible(c) => {}
            (_, Some(Part::Text(text))) => text.push(c),
            _ => parts.push(Part::Text(c.to_string())),
        }
    }
    let has_text = parts.iter().any(|part| matches!(part, Part::Text(_)));
    (has_text && parts.len() > 1).then_some(Pattern::Wild(parts))
}

/// A regular expression without the strokes that kept its slashes from ending it.
pub(super) fn slashed(typed: &str) -> String {
    let mut pattern = String::with_capacity(typed.len());
    let mut is_escaped = false;
    for c in typed.chars() {
        if is_escaped && c == '/' {
            pattern.pop();
        }
        pattern.push(c);
        is_escaped = c == '\\' && !is_escaped;
    }
    pattern
}
