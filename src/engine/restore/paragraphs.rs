//! Which lines belong together. A column cuts its text anywhere, also inside words, and blank
//! lines come inside paragraphs as well as between them; what tells is how a line ends, how
//! wide it is beside its neighbours, and that a paragraph's first line is two characters short
//! of its column, because its indent was lost.

use std::ops::Range;

use super::columns::{INDENT, RAGGED, columns};
use super::lines::{End, Line};
use super::roles;

/// The lines of each block, in order, and the width of their column; every line is in exactly one.
/// `exact`: every line has the same number of characters, so that a full line lacks nothing.
pub fn group(lines: &[Line<'_>], exact: bool) -> Vec<(Range<usize>, Option<u32>)> {
    let page = Layout::new(lines, exact);
    let mut groups = Vec::new();
    let Some(first) = lines.first() else { return groups };
    let mut block = Begun::new(0, first);
    for next in 1..=lines.len() {
        if next < lines.len() && page.joined(lines, &block, next) {
            block.add(&lines[next]);
        } else {
            // The last lines of a block are those that the next block may go on from.
            let column = page.columns[block.start..next].iter().rev().flatten().next().copied();
            groups.push((block.start..next, column));
            if let Some(line) = lines.get(next) {
                block = Begun::new(next, line);
            }
        }
    }
    groups
}

/// A block as far as it goes; known from line to line, so that a long one costs no more.
struct Begun {
    /// Its first line.
    start: usize,
    /// Whether it has the marks of running text.
    prose: bool,
    /// Whether each of its lines may be one of a heading.
    heading: bool,
}

impl Begun {
    fn new(start: usize, line: &Line<'_>) -> Begun {
        let mut block = Begun { start, prose: false, heading: true };
        block.add(line);
        block
    }

    fn add(&mut self, line: &Line<'_>) {
        self.prose |= line.prose;
        self.heading &= roles::is_heading(line);
    }
}

/// What the page says of the way it was set.
struct Layout {
    /// The column width of every line, where there is one.
    columns: Vec<Option<u32>>,
    /// Whether paragraphs begin with a line two characters short, as far as sure ones show.
    indented: bool,
    /// Whether blank lines stand between paragraphs as far as sure ones show, so that there is none
    /// where none is.
    spaced: bool,
    /// Whether lines end where clauses do: verse, a list, a table. Nothing is joined then.
    verse: bool,
    /// How far a full line may fall short of its column.
    ragged: u32,
}

impl Layout {
    fn new(lines: &[Line<'_>], exact: bool) -> Layout {
        let columns = columns(lines);
        let marked = lines.iter().filter(|line| line.end != End::Plain).count();
        let verse = lines.len() >= 4 && marked * 10 >= lines.len() * 8;
        let ragged = if exact { 0 } else { RAGGED };
        let mut page = Layout { columns, indented: false, spaced: false, verse, ragged };
        let (mut short, mut full) = (0, 0);
        let (mut gaps, mut ends) = (0, 0);
        for i in 1..lines.len() {
            if lines[i - 1].end == End::Closed && page.lacks(lines, i - 1) > INDENT + RAGGED {
                ends += 1;
                gaps += u32::from(lines[i].gap);
                match page.lacks(lines, i) {
                    lacks if lacks <= ragged => full += 1,
                    lacks if (INDENT..=INDENT + ragged).contains(&lacks) => short += 1,
                    _ => {}
                }
            }
        }
        page.indented = short > full;
        page.spaced = gaps * 5 >= ends * 4;
        page
    }

    /// How far a line falls short of its column; 0 if it is wider, or in none.
    fn lacks(&self, lines: &[Line<'_>], i: usize) -> u32 {
        self.columns[i].map_or(0, |column| column.saturating_sub(lines[i].width))
    }

    /// Whether a line leaves a third of its column empty, and the next is in the same column.
    fn is_short(&self, lines: &[Line<'_>], i: usize) -> bool {
        let same = self.columns.get(i + 1) == Some(&self.columns[i]);
        same && self.columns[i].is_some_and(|column| self.lacks(lines, i) * 3 > column)
    }

    /// Whether a line fills its column and the next is in the same: running text, not a heading's
    /// end.
    fn runs_on(&self, lines: &[Line<'_>], i: usize) -> bool {
        let next_is_near = lines.get(i + 1).is_some_and(|next| !next.gap);
        self.columns[i].is_some()
            && next_is_near
            && self.columns.get(i + 1) == Some(&self.columns[i])
            && self.lacks(lines, i) <= INDENT + self.ragged
    }

    /// Whether line `next` goes on with the block before it.
    fn joined(&self, lines: &[Line<'_>], block: &Begun, next: usize) -> bool {
        let (a, b) = (&lines[next - 1], &lines[next]);
        let Begun { start, prose, heading } = *block;
        if b.frame
            || self.verse
            || roles::stands_alone(&lines[start..next])
            || roles::begins_alone(b, prose) && (b.gap || a.end != End::Open)
        {
            return false;
        }
        if self.columns[next - 1].is_none() {
            let narrows = prose && a.end != End::Closed && self.columns[next].is_some();
            return narrows || heading && !b.gap && roles::is_heading(b);
        }
        let mut lacks = self.lacks(lines, next - 1);
        let may_be_first = lacks <= INDENT + RAGGED;
        if self.indented && start == next - 1 {
            lacks = lacks.saturating_sub(INDENT);
        }
        match a.end {
            End::Open => true,
            End::Closed if self.indented => {
                lacks <= self.ragged + u32::from(self.ragged > 0)
                    && if b.gap { self.fills(lines, next, 1) } else { !self.begins(lines, next) }
            }
            // Where a full line ends a sentence, a paragraph ends there more often than not.
            End::Closed => lacks <= self.ragged / 2 && !b.gap && (self.spaced || goes_on(b)),
            // Nothing cuts a line so short but the end of a paragraph.
            End::Plain if prose && !b.gap && self.is_short(lines, next - 1) => false,
            End::Plain if prose => true,
            // What has no punctuation yet is a heading, or the beginning of a paragraph.
            End::Plain if !b.gap => {
                may_be_first
                    || roles::is_heading(b)
                        && !(self.is_short(lines, next - 1) && self.runs_on(lines, next))
            }
            End::Plain => {
                let fills = self.indented && self.fills(lines, next, RAGGED);
                may_be_first && fills && !roles::is_heading_run(lines, next)
            }
        }
    }

    /// Whether a line looks like the first of a paragraph: short by the indent, and the next is
    /// not.
    fn begins(&self, lines: &[Line<'_>], i: usize) -> bool {
        let first = |i: usize| (INDENT..=INDENT + self.ragged).contains(&self.lacks(lines, i));
        let next_is_full = |next: &Line<'_>| !next.gap && self.lacks(lines, i + 1) <= self.ragged;
        let only = |line: &Line<'_>| line.end == End::Closed && first(i + 1);
        first(i)
            && lines
                .get(i + 1)
                .is_some_and(|next| next_is_full(next) || !next.gap && !only(&lines[i]))
    }

    /// Whether a line fills its column but for `ragged`, so that it cannot be the first of a
    /// paragraph on a page that indents.
    fn fills(&self, lines: &[Line<'_>], i: usize, ragged: u32) -> bool {
        let wider = |next: &Line<'_>| !next.gap && next.width > lines[i].width + RAGGED;
        self.columns[i].is_some()
            && self.lacks(lines, i) <= ragged
            && !lines.get(i + 1).is_some_and(wider)
    }
}

/// Whether a line begins with a word that refers back to what was just said.
fn goes_on(line: &Line<'_>) -> bool {
    let text = line.pieces.first().map_or("", |piece| piece.text);
    BACK.iter().any(|word| text.starts_with(word))
}

/// Words that carry a sentence on from the one before it; few paragraphs begin with them.
const BACK: [&str; 16] = [
    "该", "这", "并", "也", "但", "而", "因此", "他", "她", "它", "不仅", "同时", "从而", "所以",
    "将", "通过",
];
