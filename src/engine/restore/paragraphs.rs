//! Which lines belong together. A column cuts its text anywhere, also inside words, and blank
//! lines come inside paragraphs as well as between them; what tells is how a line ends, how
//! wide it is beside its neighbours, and that a paragraph's first line is two characters short
//! of its column, because its indent was lost.

use std::ops::Range;

use super::super::segment::Segmenter;
use super::columns::{INDENT, RAGGED, columns};
use super::lines::{End, Line};
use super::roles;

/// The lines of a block.
pub struct Group {
    /// Which they are; every line is in exactly one group.
    pub lines: Range<usize>,
    /// The width of their column; `None` where they show none.
    pub column: Option<u32>,
}

/// The blocks of a page by their lines, in order; and for each line how sure it is, in percent,
/// that it goes on with its block, or begins it. `exact`: every line has the same number of
/// characters, so that a full line lacks nothing. `words`: the dictionary, where there is one.
pub fn group(lines: &[Line<'_>], exact: bool, words: Option<&Segmenter>) -> (Vec<Group>, Vec<u8>) {
    let page = Layout::new(lines, exact);
    let mut groups = Vec::new();
    let mut sure = vec![CERTAIN; lines.len()];
    let Some(first) = lines.first() else { return (groups, sure) };
    let mut block = Begun::new(0, first);
    for next in 1..=lines.len() {
        let joint = lines.get(next).map(|line| {
            let joint = page.joint(lines, &block, next);
            joint.with_words(&lines[next - 1], line, words)
        });
        if let Some(joint) = joint {
            sure[next] = joint.sure;
            if joint.on {
                block.add(&lines[next]);
                continue;
            }
        }
        // The last lines of a block are those that the next block may go on from.
        let column = page.columns[block.start..next].iter().rev().flatten().next().copied();
        groups.push(Group { lines: block.start..next, column });
        if let Some(line) = lines.get(next) {
            block = Begun::new(next, line);
        }
    }
    (groups, sure)
}

/// Whether a line goes on with the block before it.
#[derive(Clone, Copy)]
struct Joint {
    on: bool,
    /// How sure that is, in percent.
    sure: u8,
}

impl Joint {
    /// The same, after a look into the dictionary where the layout leaves a doubt: a word that is
    /// whole across the line end was cut by it.
    fn with_words(self, a: &Line<'_>, b: &Line<'_>, words: Option<&Segmenter>) -> Joint {
        let doubtful = self.sure < DOUBTFUL && a.end == End::Plain;
        let Some(words) = words.filter(|_| doubtful) else { return self };
        match (self.on, words.is_cut(&a.text, &b.text)) {
            (true, true) => Joint { on: true, sure: 97 },
            (false, true) if !b.gap => Joint { on: true, sure: 70 },
            (false, true) => Joint { sure: self.sure - 15, ..self },
            (_, false) => self,
        }
    }
}

/// Below this, in percent, the dictionary is asked.
const DOUBTFUL: u8 = 91;

/// What the marks and the layout leave no doubt of.
const CERTAIN: u8 = 100;

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
        self.heading &= line.says.heading;
    }
}

/// A line that is cut for want of room is at least so wide: no column of running text is narrower.
const WRAPPED: u32 = 20;

/// What the page says of the way it was set.
struct Layout {
    /// The column width of every line, where there is one.
    columns: Vec<Option<u32>>,
    /// Whether paragraphs begin with a line two characters short, as far as sure ones show.
    indented: bool,
    /// Whether blank lines stand between paragraphs as far as sure ones show, so that there is none
    /// where none is.
    spaced: bool,
    /// For each line whether it and its neighbours end where clauses do: verse, a list. Nothing is
    /// joined there.
    verse: Vec<bool>,
    /// How far a full line may fall short of its column.
    ragged: u32,
    /// Whether paragraphs still have the spaces of their indent.
    keeps_indent: bool,
    /// The width of the widest line, its indent with it.
    widest: u32,
    /// Whether half of the lines or more are set in columns.
    set: bool,
    /// Whether a blank line stands after every line, so that it says nothing.
    apart: bool,
}

impl Layout {
    fn new(lines: &[Line<'_>], exact: bool) -> Layout {
        let mut columns = columns(lines);
        let apart = lines.iter().skip(1).all(|line| line.gap);
        if !is_wrapped(lines, &columns, apart) {
            columns.fill(None);
        }
        let verse = verse(lines);
        let ragged = if exact { 0 } else { RAGGED };
        let first = lines.iter().any(|line| line.indent >= INDENT);
        let mut page = Layout {
            verse,
            ragged,
            indented: false,
            spaced: false,
            keeps_indent: first && lines.iter().any(|line| line.indent == 0),
            widest: lines.iter().map(|line| line.width + line.indent).max().unwrap_or(0),
            set: columns.iter().flatten().count() * 2 >= lines.len(),
            columns,
            apart,
        };
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
        page.spaced = ends > 0 && gaps * 5 >= ends * 4;
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
    fn joint(&self, lines: &[Line<'_>], block: &Begun, next: usize) -> Joint {
        let (a, b) = (&lines[next - 1], &lines[next]);
        let Begun { start, prose, heading } = *block;
        let on = |sure| Joint { on: true, sure };
        let off = |sure| Joint { on: false, sure };
        if a.verbatim || b.verbatim || b.frame || self.verse[next] {
            return off(CERTAIN);
        }
        let begins = roles::begins_alone(b, prose) && (b.gap || a.end != End::Open);
        if begins || roles::is_item(b, a) || roles::stands_alone(&lines[start..next]) {
            return off(95);
        }
        if self.keeps_indent && lines[start].indent >= INDENT && !b.gap {
            return self.by_indent(a, b);
        }
        if self.columns[next - 1].is_none() {
            return match a.end {
                _ if self.apart => off(85),
                // A sentence that was cut.
                End::Open if !b.gap && self.may_be_cut(a) => on(85),
                End::Plain if !b.gap && a.prose && self.may_be_cut(a) => on(80),
                End::Closed => off(90),
                _ if prose && self.columns[next].is_some() => on(75),
                _ => {
                    let two = self.set && heading && !b.gap && b.says.heading;
                    if two { on(75) } else { off(85) }
                }
            };
        }
        let mut lacks = self.lacks(lines, next - 1);
        let may_be_first = lacks <= INDENT + RAGGED;
        if self.indented && start == next - 1 {
            lacks = lacks.saturating_sub(INDENT);
        }
        match a.end {
            End::Open => on(if b.gap { 95 } else { 99 }),
            End::Closed if self.indented => {
                let full = lacks <= self.ragged + u32::from(self.ragged > 0);
                match (full, b.gap) {
                    (false, gap) => off(if gap { 99 } else { 95 }),
                    (true, true) if self.fills(lines, next, 1) => on(75),
                    (true, true) => off(90),
                    (true, false) if self.begins(lines, next) => off(90),
                    (true, false) => on(90),
                }
            }
            // Where a full line ends a sentence, a paragraph ends there more often than not.
            End::Closed if lacks > self.ragged / 2 => off(97),
            End::Closed if b.gap => off(90),
            End::Closed if self.spaced => on(90),
            End::Closed if goes_on(b) => on(60),
            End::Closed => off(60),
            // Nothing cuts a line so short but the end of a paragraph.
            End::Plain if prose && !b.gap && self.is_short(lines, next - 1) => off(70),
            End::Plain if prose => on(match (b.gap, lacks <= self.ragged) {
                (false, true) => 99,
                (false, false) => 90,
                (true, true) => 90,
                (true, false) => 75,
            }),
            // What has no punctuation yet is a heading, or the beginning of a paragraph.
            End::Plain if !b.gap => {
                let ends = self.is_short(lines, next - 1) && self.runs_on(lines, next);
                if may_be_first || b.says.heading && !ends { on(85) } else { off(85) }
            }
            End::Plain => {
                let fills = self.indented && self.fills(lines, next, RAGGED);
                let goes_on = may_be_first && fills && !roles::is_heading_run(lines, next);
                if goes_on { on(70) } else { off(90) }
            }
        }
    }

    /// Whether a line that is in no column is wide enough, beside the widest, to have been cut.
    fn may_be_cut(&self, line: &Line<'_>) -> bool {
        line.width >= WRAPPED && line.width + 2 * INDENT >= self.widest
    }

    /// Whether a line goes on with the one before it where first lines keep their indent.
    fn by_indent(&self, a: &Line<'_>, b: &Line<'_>) -> Joint {
        let full = a.width + a.indent + INDENT >= self.widest;
        match (b.indent >= INDENT, a.end) {
            (true, _) => Joint { on: false, sure: CERTAIN },
            (false, End::Closed) => Joint { on: full, sure: 85 },
            (false, _) => Joint { on: true, sure: 98 },
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

/// A line of regulated verse is not wider: seven characters and a mark.
const VERSE: u32 = 16;

/// For each line whether it is verse: most lines of the text end with a mark; or four and more, one
/// after the other and equally wide, all do.
fn verse(lines: &[Line<'_>]) -> Vec<bool> {
    let marked = |line: &Line<'_>| line.end != End::Plain;
    let all = lines.iter().filter(|line| marked(line)).count();
    let all = lines.len() >= 4 && all * 10 >= lines.len() * 8;
    let alike = |a: &Line<'_>, b: &Line<'_>| {
        marked(a) && marked(b) && a.width == b.width && a.width <= VERSE
    };
    let runs = lines.chunk_by(alike);
    runs.flat_map(|run| std::iter::repeat_n(all || run.len() >= 4, run.len())).collect()
}

/// Whether lines end because their column does: of those inside a paragraph most are full. `apart`:
/// a blank line stands after each, also inside paragraphs.
fn is_wrapped(lines: &[Line<'_>], columns: &[Option<u32>], apart: bool) -> bool {
    let (mut inner, mut full) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        let ends = line.end == End::Closed || line.verbatim;
        if ends || lines.get(i + 1).is_none_or(|next| next.gap && !apart) {
            continue;
        }
        inner += 1;
        full += u32::from(columns[i].is_some_and(|column| line.width + INDENT + RAGGED >= column));
    }
    full * 2 >= inner
}

/// Whether a line begins with a word that refers back to what was just said.
fn goes_on(line: &Line<'_>) -> bool {
    BACK.iter().any(|word| line.text.starts_with(word))
}

/// Words that carry a sentence on from the one before it; few paragraphs begin with them.
const BACK: [&str; 16] = [
    "该", "这", "并", "也", "但", "而", "因此", "他", "她", "它", "不仅", "同时", "从而", "所以",
    "将", "通过",
];
