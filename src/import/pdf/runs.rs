//! Glyphs become runs: what stands on one line without a wide gap, whatever the order in which it was
//! drawn.

use std::collections::{HashMap, HashSet};

use super::super::paragraphs::is_wide;
use super::glyphs::Glyph;

/// How many runs near a place are compared with a new one.
const NEAR: usize = 64;

/// A gap of so many ems and more ends a run: beyond it there is another column or cell.
const APART: f64 = 0.8;

/// What stands on one line without a wide gap. Places go along the line (`from`, `to`) and across the
/// lines in the order in which they are read (`at`), whichever way the text runs.
#[derive(Debug, Clone)]
pub struct Run {
    pub from: f64,
    pub to: f64,
    pub at: f64,
    pub size: f64,
    pub text: String,
}

impl Run {
    /// Whether the other one stands on the same line.
    pub fn is_beside(&self, other: &Run) -> bool {
        (self.at - other.at).abs() < 0.4 * self.size.max(other.size)
    }

    /// Puts another run behind this one.
    pub fn extend(&mut self, other: &Run) {
        self.text.push_str(between(self, other));
        self.text.push_str(&other.text);
        self.to = self.to.max(other.to);
        // The line is where most of it stands, not where a note mark does.
        if other.size > self.size {
            self.size = other.size;
            self.at = other.at;
        }
    }
}

/// A glyph by its place along and across its line.
struct Placed {
    glyph: Glyph,
    from: f64,
    at: f64,
}

/// The runs of a page for each direction of its text, the one with most text first. Runs are in the
/// order in which they were drawn.
pub fn runs(mut glyphs: Vec<Glyph>) -> Vec<Vec<Run>> {
    glyphs.retain(|glyph| glyph.x.is_finite() && glyph.y.is_finite() && glyph.length.is_finite());
    for glyph in &mut glyphs {
        glyph.size = if glyph.size.is_finite() { glyph.size.max(0.1) } else { 1.0 };
    }
    turn_down(&mut glyphs);
    let mut turns: Vec<(i32, Vec<Placed>)> = Vec::new();
    let mut seen = HashSet::new();
    for glyph in glyphs {
        if is_drawn_twice(&glyph, &mut seen) {
            continue;
        }
        let (sin, cos) = f64::from(glyph.turn).to_radians().sin_cos();
        let from = glyph.x * cos + glyph.y * sin;
        let at = glyph.y * cos - glyph.x * sin;
        let place = Placed { glyph, from, at };
        match turns.iter_mut().find(|(turn, _)| *turn == glyph.turn) {
            Some((_, placed)) => placed.push(place),
            None => turns.push((glyph.turn, vec![place])),
        }
    }
    turns.sort_by_key(|(_, placed)| std::cmp::Reverse(placed.len()));
    turns.into_iter().map(|(_, placed)| merged(in_order(placed))).collect()
}

/// Some programs write lines that run down glyph by glyph, with a font whose lines go right: such glyphs
/// stand one below the other.
fn turn_down(glyphs: &mut [Glyph]) {
    let lying: Vec<usize> = (0..glyphs.len()).filter(|&at| glyphs[at].turn == 90).collect();
    let mut first = 0;
    while first < glyphs.len() {
        let mut last = first;
        while last + 1 < glyphs.len() && is_below(&glyphs[last], &glyphs[last + 1]) {
            last += 1;
        }
        if last - first >= 3 {
            glyphs[first..=last].iter_mut().for_each(turn);
        }
        first = last + 1;
    }
    // On a page that is mostly so also what stands alone, or was drawn with another font.
    if glyphs.iter().filter(|glyph| glyph.turn == 90).count() * 2 < glyphs.len() {
        return;
    }
    if lying.len() == glyphs.iter().filter(|glyph| glyph.turn == 90).count() {
        return;
    }
    // Letters and figures that lie in such a line stand on its side, not on its middle.
    for at in lying {
        glyphs[at].x += 0.35 * glyphs[at].size;
    }
    for at in 0..glyphs.len() {
        let beside = |other: Option<&Glyph>| {
            other.is_some_and(|other| {
                other.turn == 0 && (other.y - glyphs[at].y).abs() < 0.1 * other.size
            })
        };
        let is_alone = !beside(at.checked_sub(1).and_then(|before| glyphs.get(before)))
            && !beside(glyphs.get(at + 1));
        let c = glyphs[at].character;
        if glyphs[at].turn == 0 && (is_wide(c) || c.is_whitespace()) && is_alone {
            turn(&mut glyphs[at]);
        }
    }
}

/// Whether a glyph stands right below another.
fn is_below(a: &Glyph, b: &Glyph) -> bool {
    let (right, down) = (b.x + b.length / 2.0 - a.x - a.length / 2.0, b.y - a.y);
    a.turn == 0
        && b.turn == 0
        && is_wide(a.character)
        && is_wide(b.character)
        && right.abs() < 0.35 * a.size
        && (0.7 * a.size..1.35 * a.size).contains(&down)
}

/// The same glyph in a line that runs down: from its top, at its middle.
fn turn(glyph: &mut Glyph) {
    glyph.x += glyph.length / 2.0;
    glyph.y -= 0.88 * glyph.size;
    glyph.length = glyph.size;
    glyph.turn = 90;
}

/// Whether the same character was drawn at nearly the same place before: bold type and shadows are made
/// so.
fn is_drawn_twice(glyph: &Glyph, seen: &mut HashSet<(char, i64, i64)>) -> bool {
    if glyph.character.is_whitespace() {
        return false;
    }
    let cell = |place: f64| (place / (0.2 * glyph.size)).round() as i64;
    let (x, y) = (cell(glyph.x), cell(glyph.y));
    let around = [-1, 0, 1].into_iter().flat_map(|right| [-1, 0, 1].map(|down| (right, down)));
    for (right, down) in around {
        if seen.contains(&(glyph.character, x.saturating_add(right), y.saturating_add(down))) {
            return true;
        }
    }
    seen.insert((glyph.character, x, y));
    false
}

/// Runs of glyphs that follow each other in the drawing and on the page.
fn in_order(placed: Vec<Placed>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for Placed { glyph, from, at } in placed {
        let next = Run {
            from,
            to: from + glyph.length,
            at,
            size: glyph.size,
            text: glyph.character.to_string(),
        };
        match runs.last_mut() {
            Some(run) if follows(run, &next) => run.extend(&next),
            _ => runs.push(next),
        }
    }
    runs
}

/// Whether a run goes on with another one: on the same line, a little raised or lowered where it is
/// smaller, and without a wide gap.
fn follows(run: &Run, next: &Run) -> bool {
    let size = run.size.max(next.size);
    let is_level = (run.at - next.at).abs() < 0.25 * size
        || (run.size.min(next.size) < 0.8 * size && (run.at - next.at).abs() < 0.5 * size);
    let gap = next.from - run.to;
    is_level && gap < APART * size && gap > -0.5 * size.min(next.to - next.from).max(0.1 * size)
}

/// Joins runs that were drawn apart, but stand on one line: other fonts, figures, marks. Each line has
/// the place of its first part in the order of the drawing.
fn merged(runs: Vec<Run>) -> Vec<Run> {
    let shelf = |at: f64| (at / 4.0).floor() as i64;
    let mut lines: Vec<Vec<Run>> = Vec::new();
    let mut shelves: HashMap<i64, Vec<usize>> = HashMap::new();
    for run in runs {
        let reach = (shelf(run.at - 0.5 * run.size)..=shelf(run.at + 0.5 * run.size)).take(20);
        let mut near = reach
            .filter_map(|shelf| shelves.get(&shelf))
            .flat_map(|shelf| shelf.iter().rev().take(NEAR));
        let line = near.find(|&&line| {
            let parts = &lines[line];
            parts.iter().rev().take(NEAR).any(|part| follows(part, &run) || follows(&run, part))
        });
        match line {
            Some(&line) => lines[line].push(run),
            None => {
                shelves.entry(shelf(run.at)).or_default().push(lines.len());
                lines.push(vec![run]);
            }
        }
    }
    let joined = lines.into_iter().filter_map(|mut parts| {
        parts.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut parts = parts.into_iter();
        let mut line = parts.next()?;
        for part in parts {
            line.extend(&part);
        }
        Some(line)
    });
    joined.filter(|run| !run.text.trim().is_empty()).collect()
}

/// What stands between two runs of a line: a space where the page has one.
fn between(run: &Run, next: &Run) -> &'static str {
    let (Some(last), Some(first)) = (run.text.chars().next_back(), next.text.chars().next()) else {
        return "";
    };
    if last.is_whitespace() || first.is_whitespace() {
        return "";
    }
    let gap = (next.from - run.to) / run.size.min(next.size).max(0.1);
    // Between Chinese characters, and between them and Latin letters, justification makes gaps too.
    let least = if is_wide(last) || is_wide(first) { 0.45 } else { 0.18 };
    if gap > least { " " } else { "" }
}
