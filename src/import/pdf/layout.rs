//! The text of a page: a line of the page a line of text, a blank line where the page has a gap.

use super::columns::{median, parts};
use super::glyphs::Glyph;
use super::runs::{Run, runs};

/// A distance between two lines that is so many times the usual one is a gap.
const GAP: f64 = 1.4;

/// The text of the glyphs of a page.
pub fn text(glyphs: Vec<Glyph>) -> String {
    let mut text = String::new();
    // What runs in another direction than most of the page stands behind it.
    for runs in runs(glyphs) {
        let parts: Vec<Vec<Run>> = parts(runs).into_iter().map(lines).collect();
        let pitch = pitch(&parts);
        let mut before: Option<Run> = None;
        for (part, lines) in parts.into_iter().enumerate() {
            for (at, line) in lines.into_iter().enumerate() {
                let is_gap = match &before {
                    None => !text.is_empty(),
                    // A column goes on at the top of the next one.
                    Some(before) if part > 0 && at == 0 => {
                        let distance = line.at - before.at;
                        distance > GAP * pitch.max(line.size)
                    }
                    Some(before) => {
                        let distance = line.at - before.at;
                        // A column goes on at the top of the one beside it.
                        let is_back = distance < -0.5 * line.size && line.from < before.to;
                        distance > GAP * pitch.max(line.size.min(before.size)) || is_back
                    }
                };
                if is_gap {
                    text.push('\n');
                }
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(line.text.trim_end());
                before = Some(line);
            }
        }
    }
    text
}

/// Runs that stand on one line, and come one after the other, are one line.
fn lines(runs: Vec<Run>) -> Vec<Run> {
    let mut lines: Vec<Run> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line.is_beside(&run) && run.from >= line.to => line.extend(&run),
            _ => lines.push(run),
        }
    }
    lines
}

/// The usual distance between two lines; 0 where there is but one.
fn pitch(parts: &[Vec<Run>]) -> f64 {
    let distances = parts.iter().flat_map(|lines| {
        lines.windows(2).filter_map(|pair| {
            let distance = pair[1].at - pair[0].at;
            (distance > 0.5 * pair[0].size && distance < 4.0 * pair[0].size).then_some(distance)
        })
    });
    median(distances).unwrap_or(0.0)
}
