//! Shadow printing: a text set twice, a little apart, comes out of the PDF with every run
//! doubled (`西部西部（（重庆重庆））科学城鸟瞰图科学城鸟瞰图`).
//!
//! Real repetition stays (`高高兴兴`, `端端互联`, `》》`): a line counts as shadowed only if all of
//! it falls into doubled runs, and one of them is too long to be a word said twice.

use super::super::corpus::{Reason, Removal};
use super::lines::{Line, Piece};

/// From how many characters on a doubled run is no word said twice: no reduplication of the
/// language repeats a unit of three.
const LONG: usize = 3;

/// Takes the second printing out of a shadowed line.
pub fn undouble(line: &mut Line<'_>, removed: &mut Vec<Removal>) {
    let mut kept = Vec::new();
    let mut taken = Vec::new();
    let mut longest = 0;
    for piece in &line.pieces {
        let mut column = piece.column;
        for part in piece.text.split_inclusive(char::is_whitespace) {
            let mut rest = part.trim_end();
            let space = &part[rest.len()..];
            let mut at = column;
            while !rest.is_empty() {
                let Some(run) = doubled_run(rest) else { return };
                let count = run.chars().count();
                longest = longest.max(count);
                let second = &rest[run.len()..2 * run.len()];
                kept.push(Piece { column: at, text: run });
                taken.push((at + count as u32, second.to_owned()));
                at += 2 * count as u32;
                rest = &rest[2 * run.len()..];
            }
            if !space.is_empty() {
                kept.push(Piece { column: at, text: space });
            }
            column += part.chars().count() as u32;
        }
    }
    if longest < LONG {
        return;
    }
    *line = Line {
        shadowed: true,
        indent: line.indent,
        ..Line::new(line.number, kept, line.gap, line.frame)
    };
    removed.extend(taken.into_iter().map(|(column, chars)| Removal {
        line: line.number,
        column,
        chars,
        reason: Reason::Doubled,
    }));
}

/// The longest run at the beginning of `text` that is at once repeated.
fn doubled_run(text: &str) -> Option<&str> {
    let half = text.len() / 2;
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= half);
    // A shadowed line is short; a long one is not tried at every length.
    let ends: Vec<usize> = ends.take(64).collect();
    let run = ends.into_iter().rev().find(|&end| text[end..].starts_with(&text[..end]))?;
    Some(&text[..run])
}
