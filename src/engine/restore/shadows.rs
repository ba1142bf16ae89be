//! Shadow printing: a text set twice, a little apart, comes out of the PDF with every run
//! doubled (`西部西部（（重庆重庆））科学城鸟瞰图科学城鸟瞰图`), or some of its words
//! (`第一部分第一部分 总则总则 适用范围`, `重庆重庆高新区高新区建设现场`).
//!
//! Real repetition stays (`高高兴兴`, `端端互联`, `研究研究`, `》》`): what is doubled must be too long
//! or too often doubled to be a word said twice.

use super::super::corpus::{Reason, Removal};
use super::super::text::is_han;
use super::lines::{Line, Piece, Pieces};

/// From how many characters on a doubled run is no word said twice: no reduplication of the
/// language repeats a unit of three.
const LONG: usize = 3;

/// So many doubled runs one after the other are no words said twice, even short ones.
const MANY: usize = 6;

/// A line with so many doubled words, and no other, was printed twice.
const WORDS: usize = 3;

/// Inside other text a run is printed twice only if it is so long.
const INSIDE: usize = 6;

/// No line that was printed twice is longer, in characters.
const LONGEST: usize = 160;

/// The marks that end a clause.
const CLAUSE: [char; 8] = ['。', '！', '？', '，', '；', '…', '!', '?'];

/// Takes the second printing out of a shadowed line.
pub fn undouble(line: &mut Line<'_>, removed: &mut Vec<Removal>) {
    // Nothing doubled is longer than its line; a long line is running text.
    let words = || line.pieces.iter().flat_map(|piece| piece.text.split(char::is_whitespace));
    let is_doubled = |word: &str| doubled_run(word).is_some() || repeats(word);
    if line.count > LONGEST as u32 || !words().any(is_doubled) {
        return;
    }
    let mut parts = Vec::new();
    for piece in line.pieces.iter() {
        let mut column = piece.column;
        for part in piece.text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            parts.push((column, word, &part[word.len()..], doubled(word)));
            column += part.chars().count() as u32;
        }
    }
    let words = || parts.iter().filter(|part| !part.1.is_empty());
    let all = words().all(|part| part.3.is_some());
    let runs = || words().filter_map(|part| part.3.as_ref()).flatten();
    let long = runs().any(|run| run.chars().count() >= LONG && run.contains(is_han));
    let many = all && (runs().count() >= MANY || words().count() >= WORDS);
    let mut kept = Vec::new();
    let mut taken = Vec::new();
    for (column, word, space, runs) in &parts {
        let mut at = *column;
        match runs {
            Some(runs) if long || many => {
                for run in runs {
                    take(run, &mut at, &mut kept, &mut taken);
                }
            }
            _ if repeats(word) => take_inside(word, &mut at, &mut kept, &mut taken),
            _ if word.is_empty() => {}
            _ => {
                kept.push(Piece { column: at, text: word });
                at += word.chars().count() as u32;
            }
        }
        if !space.is_empty() {
            kept.push(Piece { column: at, text: space });
        }
    }
    if taken.is_empty() {
        return;
    }
    *line = Line {
        shadowed: true,
        indent: line.indent,
        verbatim: line.verbatim,
        ..Line::new(line.number, Pieces::Many(kept), line.gap, line.frame)
    };
    removed.extend(taken.into_iter().map(|(column, chars)| Removal {
        line: line.number,
        column,
        chars,
        reason: Reason::Doubled,
    }));
}

/// Keeps the first of two same runs at character `at` of the line and takes the second.
fn take<'a>(run: &'a str, at: &mut u32, kept: &mut Vec<Piece<'a>>, taken: &mut Vec<(u32, String)>) {
    let count = run.chars().count() as u32;
    kept.push(Piece { column: *at, text: run });
    taken.push((*at + count, run.to_owned()));
    *at += 2 * count;
}

/// Whether anything of three characters or more is at once repeated in a word of a line.
fn repeats(word: &str) -> bool {
    let mut chars = ['\0'; LONGEST];
    let count = chars.iter_mut().zip(word.chars()).map(|(to, c)| *to = c).count();
    let chars = &chars[..count];
    (LONG..=count / 2).any(|length| {
        // Of so many characters one after the other, one is looked at.
        (length - 1..count - length).step_by(length).any(|at| {
            let same = |at: &usize| chars[*at] == chars[at + length];
            let before = (0..at).rev().take_while(same).count();
            same(&at) && before + (at..count - length).take_while(same).count() >= length
        })
    })
}

/// Takes what is doubled inside a word that is not doubled as a whole: two runs one after the
/// other, or one that is long.
fn take_inside<'a>(
    word: &'a str,
    at: &mut u32,
    kept: &mut Vec<Piece<'a>>,
    taken: &mut Vec<(u32, String)>,
) {
    let mut rest = word;
    let mut plain = 0;
    while plain < rest.len() {
        let runs = chain(&rest[plain..]);
        let longest = runs.iter().map(|run| run.chars().count()).max().unwrap_or(0);
        if longest < LONG || runs.len() < 2 && longest < INSIDE {
            plain += rest[plain..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if plain > 0 {
            kept.push(Piece { column: *at, text: &rest[..plain] });
            *at += rest[..plain].chars().count() as u32;
        }
        let length: usize = runs.iter().map(|run| 2 * run.len()).sum();
        for run in runs {
            take(run, at, kept, taken);
        }
        rest = &rest[plain + length..];
        plain = 0;
    }
    if !rest.is_empty() {
        kept.push(Piece { column: *at, text: rest });
        *at += rest.chars().count() as u32;
    }
}

/// The doubled runs that a text begins with, one after the other, each of two Chinese characters or
/// more.
fn chain(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(run) = doubled_run(rest) {
        if run.chars().filter(|&c| is_han(c)).count() < 2 {
            break;
        }
        runs.push(run);
        rest = &rest[2 * run.len()..];
    }
    runs
}

/// The doubled runs that make up all of a word; `None` if there is anything else in it.
fn doubled(word: &str) -> Option<Vec<&str>> {
    let mut runs = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let run = doubled_run(rest)?;
        runs.push(run);
        rest = &rest[2 * run.len()..];
    }
    Some(runs)
}

/// The longest run at the beginning of `text` that is at once repeated. What ends as a clause does
/// was said twice (`快跑！快跑！`), not printed twice.
fn doubled_run(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let half = &text[..text.floor_char_boundary(text.len() / 2 + first.len_utf8())];
    let again = half.match_indices(first).map(|(at, _)| at).filter(|&at| at > 0);
    let is_said = |run: &str| run.len() > first.len_utf8() && run.ends_with(CLAUSE);
    let run = again.rev().find(|&at| text[at..].starts_with(&text[..at]))?;
    let run = (!is_said(&text[..run])).then_some(run)?;
    Some(&text[..run])
}
