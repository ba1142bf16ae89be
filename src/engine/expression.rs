//! What is typed between slashes, or with places left open, as a regular expression; and the texts
//! that are sure to be in every place it fits, which are looked for first.

use regex_lite::Regex;

use super::query::Part;
use super::text::{Fold, Folds};

/// More memory, in bytes, is not spent on what an expression becomes.
#[cfg(feature = "page")]
const MEMORY: usize = 1 << 20;

/// Whether an expression, as typed between its slashes, is one that can be looked for: it has the
/// syntax, is not too large, and asks for nothing that takes more than linear time.
pub fn is_regex(pattern: &str, fold: &Fold) -> bool {
    regex(pattern, fold).is_some() && printed_regex(pattern).is_some()
}

/// An expression over folded text; `None` if it cannot be looked for.
pub fn regex(pattern: &str, fold: &Fold) -> Option<Regex> {
    compiled(&folded_regex(pattern, fold))
}

/// The same over text as it is printed.
pub fn printed_regex(pattern: &str) -> Option<Regex> {
    compiled(&han(pattern))
}

/// A text with places left open, over folded text.
pub fn wild(parts: &[Part], fold: &Fold) -> Option<Regex> {
    compiled(&glob(inner(parts), SOME, fold))
}

/// The same over text as it is printed, in which only some of the folds make no difference.
pub fn printed_wild(parts: &[Part], folds: Folds, fold: &Fold) -> Option<Regex> {
    compiled(&printed_glob(inner(parts), PRINTED_SOME, folds, fold))
}

/// A word with places left open, over the whole of a folded word.
pub fn wild_word(parts: &[Part], fold: &Fold) -> Option<Regex> {
    compiled(&format!("^(?:{})$", glob(parts, ".*", fold)))
}

/// The same over a word as it is printed.
pub fn printed_wild_word(parts: &[Part], folds: Folds, fold: &Fold) -> Option<Regex> {
    compiled(&format!("^(?:{})$", printed_glob(parts, ".*", folds, fold)))
}

#[cfg(feature = "page")]
fn compiled(pattern: &str) -> Option<Regex> {
    regex_lite::RegexBuilder::new(pattern).size_limit(MEMORY).nest_limit(64).build().ok()
}

/// The early search leaves expressions to the program that comes after it (`src/early.rs`).
#[cfg(not(feature = "page"))]
fn compiled(_: &str) -> Option<Regex> {
    None
}

/// What `*` stands for: up to ten characters of a sentence, as few as do.
const SOME: &str = "[^\n。!?…]{0,10}?";

/// The same in text as it is printed.
const PRINTED_SOME: &str = "[^\n。!?！？…]{0,10}?";

/// A text with places left open, as an expression over folded text. `some`: what `*` stands for.
fn glob(parts: &[Part], some: &str, fold: &Fold) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => regex_lite::escape(&fold.text(text)),
        Part::One => ".".to_owned(),
        Part::Some => some.to_owned(),
    };
    parts.iter().map(part).collect()
}

/// The parts without `*` at the edges, where it adds nothing to a hit.
fn inner(parts: &[Part]) -> &[Part] {
    let is_some = |part: &&Part| **part == Part::Some;
    let parts = &parts[parts.iter().take_while(is_some).count()..];
    &parts[..parts.len() - parts.iter().rev().take_while(is_some).count()]
}

/// The same over text as printed, in which some of the folds make no difference.
fn printed_glob(parts: &[Part], some: &str, folds: Folds, fold: &Fold) -> String {
    let one = |c: char| match fold.alike(c, folds).as_slice() {
        [one] => regex_lite::escape(&one.to_string()),
        some => {
            format!(
                "[{}]",
                some.iter().map(|c| regex_lite::escape(&c.to_string())).collect::<String>()
            )
        }
    };
    let space = if folds.has(Folds::SPACES) { "\\s*" } else { "" };
    let part = |part: &Part| match part {
        Part::Text(text) => text.chars().map(one).collect::<Vec<_>>().join(space),
        Part::One => ".".to_owned(),
        Part::Some => some.to_owned(),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(space)
}

/// An expression for folded text: its characters are folded, but not what they say as signs.
fn folded_regex(pattern: &str, fold: &Fold) -> String {
    let mut folded = String::new();
    let mut escaped = false;
    for c in han(pattern).chars() {
        let plain = if escaped { c } else { fold.char(c) };
        // What was typed as a mark of Chinese is no sign of the language.
        if !escaped && !c.is_ascii() && plain.is_ascii_punctuation() {
            folded.push('\\');
        }
        folded.push(plain);
        escaped = !escaped && c == '\\';
    }
    folded
}

/// An expression in which the classes that the engine knows only for Latin letters, or not by their
/// name, have the Chinese characters: `\w`, `\p{Han}`.
fn han(pattern: &str) -> String {
    const HAN: &str = "\u{3400}-\u{9fff}\u{f900}-\u{faff}\u{20000}-\u{3ffff}〇々";
    const NAMES: [&str; 4] = ["\\w", "\\p{Han}", "\\p{Script=Han}", "\\p{sc=Han}"];
    let mut han = String::new();
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        if let Some(name) = NAMES.into_iter().find(|name| rest.starts_with(name)) {
            let latin = if name == "\\w" { name } else { "" };
            han += &if in_class { format!("{latin}{HAN}") } else { format!("[{latin}{HAN}]") };
            rest = &rest[name.len()..];
            continue;
        }
        // What is escaped, the signs of classes among it, stands for itself.
        let length = if c == '\\' {
            rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at)
        } else {
            in_class = if in_class { c != ']' } else { c == '[' };
            c.len_utf8()
        };
        han.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    han
}

/// So many texts are looked for at once at most.
const MOST: usize = 8;

/// Texts of which one is in every place that an expression fits: of each of its alternatives the
/// longest run of plain characters that are neither in brackets nor optional, or if there is none, the
/// members of a small class. None where none are sure. All are folded.
pub fn sure_of(pattern: &str, fold: &Fold) -> Vec<String> {
    sure(&folded_regex(pattern, fold))
}

fn sure(pattern: &str) -> Vec<String> {
    // Flags may say that blanks do not count, or that case does not.
    if pattern.contains("(?") {
        return Vec::new();
    }
    let mut runs = vec![String::new()];
    let mut classes: Vec<Vec<String>> = Vec::new();
    let mut others = None;
    let mut depth = 0;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        let Some(run) = runs.last_mut() else { break };
        match c {
            '|' if depth == 0 => {
                others = Some(sure(chars.as_str()));
                break;
            }
            // Of what is repeated nothing is sure: the repetition may itself be optional (`a+*`).
            '?' | '*' | '+' | '{' => {
                run.pop();
                if c == '{' {
                    chars.by_ref().take_while(|&c| c != '}').for_each(drop);
                }
                runs.push(String::new());
            }
            '[' => {
                let members = class(&mut chars);
                let is_repeated = chars.as_str().starts_with(['?', '*', '+', '{']);
                if depth == 0 && !is_repeated {
                    classes.extend(members);
                }
                runs.push(String::new());
            }
            '\\' => match chars.next() {
                // The number of a character, or the name of a class, follows.
                Some('x' | 'u' | 'U' | 'p' | 'P') => return Vec::new(),
                Some(c) if c.is_alphanumeric() => runs.push(String::new()),
                Some(c) if depth == 0 => run.push(c),
                _ => {}
            },
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                runs.push(String::new());
            }
            '.' | '^' | '$' => runs.push(String::new()),
            _ if depth == 0 => run.push(c),
            _ => {}
        }
        if c == '(' {
            runs.push(String::new());
        }
    }
    let run = runs.into_iter().max_by_key(String::len).filter(|run| !run.is_empty());
    let class = || classes.into_iter().min_by_key(Vec::len);
    let mut sure = run.map_or_else(|| class().unwrap_or_default(), |run| vec![run]);
    if let Some(others) = others {
        if sure.is_empty() || others.is_empty() || sure.len() + others.len() > MOST {
            return Vec::new();
        }
        sure.extend(others);
    }
    sure
}

/// Reads a class behind its opening bracket. Its members; `None` where they are more than a few, or
/// not simply named.
fn class(chars: &mut std::str::Chars<'_>) -> Option<Vec<String>> {
    let mut members = Vec::new();
    // A bracket that comes first is of the class.
    let (mut is_first, mut is_simple) = (true, true);
    while let Some(c) = chars.next().filter(|&c| is_first || c != ']') {
        is_simple &= !matches!(c, '^' | '-' | '[' | ']' | '&' | '~' | '\\');
        is_first = is_first && c == '^';
        if c == '\\' {
            chars.next();
        }
        members.push(c.to_string());
    }
    Some(members).filter(|members| is_simple && (1..=MOST).contains(&members.len()))
}

/// The longest of the texts between places left open, folded; `None` where there is none.
pub fn longest(parts: &[Part], fold: &Fold) -> Option<String> {
    let texts = parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(fold.text(text)),
        Part::One | Part::Some => None,
    });
    texts.max_by_key(String::len).filter(|text| !text.is_empty())
}
