//! Which lines belong together. A column cuts its text anywhere, also inside words, and blank
//! lines come inside paragraphs as well as between them; what tells is how a line ends, how
//! wide it is beside its neighbours, and that a paragraph's first line is two characters short
//! of its column, because its indent was lost.

use std::ops::Range;

use super::columns::{INDENT, RAGGED, columns};
use super::lines::Line;
use super::roles;

/// The lines of each block, in order, and the width of their column; every line is in exactly one.
pub fn group(lines: &[Line<'_>]) -> Vec<(Range<usize>, Option<u32>)> {
    let page = Layout::new(lines);
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
        self.prose |= line.chars().any(|c| matches!(c, '，' | '。' | '；'));
        self.heading &= roles::is_heading(line);
    }
}

/// What the page says of the way it was set.
struct Layout {
    /// The column width of every line, where there is one.
    columns: Vec<Option<u32>>,
    /// Whether paragraphs begin with a line two characters short, as far as sure ones show.
    indented: bool,
    /// Whether lines end where clauses do: verse, a list, a table. Nothing is joined then.
    verse: bool,
}

impl Layout {
    fn new(lines: &[Line<'_>]) -> Layout {
        let columns = columns(lines);
        let marked = lines.iter().filter(|line| !matches!(end(line), End::Plain)).count();
        let verse = lines.len() >= 4 && marked * 10 >= lines.len() * 8;
        let mut page = Layout { columns, indented: false, verse };
        let (mut short, mut full) = (0, 0);
        for i in 1..lines.len() {
            if matches!(end(&lines[i - 1]), End::Closed)
                && page.lacks(lines, i - 1) > INDENT + RAGGED
            {
                match page.lacks(lines, i) {
                    0..=RAGGED => full += 1,
                    INDENT..=6 => short += 1,
                    _ => {}
                }
            }
        }
        page.indented = short > full;
        page
    }

    /// How far a line falls short of its column; 0 if it is wider, or in none.
    fn lacks(&self, lines: &[Line<'_>], i: usize) -> u32 {
        self.columns[i].map_or(0, |column| column.saturating_sub(lines[i].width))
    }

    /// Whether line `next` goes on with the block before it.
    fn joined(&self, lines: &[Line<'_>], block: &Begun, next: usize) -> bool {
        let (a, b) = (&lines[next - 1], &lines[next]);
        let Begun { start, prose, heading } = *block;
        if b.frame
            || self.verse
            || roles::stands_alone(&lines[start..next])
            || roles::begins_alone(b, prose)
        {
            return false;
        }
        if self.columns[next - 1].is_none() {
            let narrows = prose && !matches!(end(a), End::Closed) && self.columns[next].is_some();
            return narrows || heading && !b.gap && roles::is_heading(b);
        }
        let lacks = self.lacks(lines, next - 1);
        let may_be_first = lacks <= INDENT + RAGGED;
        match end(a) {
            End::Open => true,
            End::Closed if !b.gap => {
                lacks <= RAGGED + 1 && !(self.indented && self.begins(lines, next))
            }
            End::Closed => lacks <= RAGGED + 1 && self.indented && self.fills(lines, next, 1),
            End::Plain if prose => true,
            // What has no punctuation yet is a heading, or the beginning of a paragraph.
            End::Plain if !b.gap => may_be_first || roles::is_heading(b),
            End::Plain => {
                let fills = self.indented && self.fills(lines, next, RAGGED);
                may_be_first && fills && !roles::is_heading_run(lines, next)
            }
        }
    }

    /// Whether a line looks like the first of a paragraph: short by the indent, and the next is
    /// not.
    fn begins(&self, lines: &[Line<'_>], i: usize) -> bool {
        (INDENT..=INDENT + RAGGED).contains(&self.lacks(lines, i))
            && lines.get(i + 1).is_some_and(|next| !next.gap)
            && self.lacks(lines, i + 1) <= RAGGED
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

/// How a line ends.
pub enum End {
    /// With a mark that a sentence cannot end with: `，`, `、`, an opening bracket.
    Open,
    /// With a mark that ends a sentence.
    Closed,
    /// With anything else.
    Plain,
}

/// How a line ends, closing quotation marks and brackets aside.
pub fn end(line: &Line<'_>) -> End {
    let mut chars =
        line.chars().rev().skip_while(|c| matches!(c, '”' | '’' | '」' | '』' | '）' | ')'));
    let last = line.chars().next_back();
    match chars.next() {
        Some('。' | '！' | '？' | '!' | '?' | '…') => End::Closed,
        _ if matches!(last, Some('：' | ':')) => End::Closed,
        _ if matches!(
            last,
            Some('，' | '、' | '；' | ',' | '“' | '‘' | '（' | '(' | '《' | '「')
        ) =>
        {
            End::Open
        }
        _ => End::Plain,
    }
}
