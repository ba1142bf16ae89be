//! Which lines belong together. A column cuts its text anywhere, also inside words, and blank
//! lines come inside paragraphs as well as between them; what tells is how a line ends, how
//! wide it is beside its neighbours, and that a paragraph's first line is two characters short
//! of its column, because its indent was lost.

use std::ops::Range;

use super::lines::Line;
use super::roles;

/// How far, in half characters, a full line may fall short of its column: a mark that must not
/// begin a line takes the last character down with it.
const RAGGED: u32 = 3;

/// The lost indent of a paragraph's first line, in half characters.
const INDENT: u32 = 4;

/// How many lines on each side show how wide the column is.
const NEAR: usize = 5;

/// The lines of each block, in order; every line is in exactly one.
pub fn group(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let columns = Columns::new(lines);
    let mut groups = Vec::new();
    let mut start = 0;
    for end in 1..=lines.len() {
        if end == lines.len() || !joined(lines, &columns, start, end) {
            groups.push(start..end);
            start = end;
        }
    }
    groups
}

/// Whether line `next` goes on with the block that begins at line `start` and ends before it.
fn joined(lines: &[Line<'_>], columns: &Columns, start: usize, next: usize) -> bool {
    let (a, b) = (&lines[next - 1], &lines[next]);
    let block = &lines[start..next];
    let Some(column) = columns.before(lines, next - 1) else { return false };
    if b.frame || columns.verse || roles::stands_alone(block) || roles::begins_alone(b) {
        return false;
    }
    let full = a.width + RAGGED > column;
    let follows = columns.after(lines, next);
    let b_is_full = follows.is_some_and(|column| b.width + RAGGED > column);
    let prose = block.iter().any(|line| line.chars().any(|c| matches!(c, '，' | '。' | '；')));
    match end(a) {
        End::Open => true,
        End::Closed if !b.gap => full || a.width > column,
        End::Closed => full && b_is_full && columns.indented,
        End::Plain if prose => true,
        // What has no punctuation yet is a heading, or the beginning of a paragraph.
        End::Plain if !b.gap => full || a.width + RAGGED + INDENT > column || roles::is_heading(b),
        End::Plain => {
            let first = a.width + RAGGED + INDENT > column && a.width < column + RAGGED;
            first && b_is_full && columns.indented && !roles::is_heading_run(lines, next)
        }
    }
}

/// How a line ends.
enum End {
    /// With a mark that a sentence cannot end with: `，`, `、`, an opening bracket.
    Open,
    /// With a mark that ends a sentence.
    Closed,
    /// With anything else.
    Plain,
}

fn end(line: &Line<'_>) -> End {
    let mut chars =
        line.chars().rev().skip_while(|c| matches!(c, '”' | '’' | '」' | '』' | '）' | ')'));
    let last = line.chars().next_back();
    match chars.next() {
        Some('。' | '！' | '？' | '!' | '?' | '…') => End::Closed,
        _ if matches!(last, Some('：' | ':')) => End::Closed,
        _ if matches!(
            last,
            Some('，' | '、' | '；' | ',' | '“' | '‘' | '（' | '(' | '《' | '「' | '—')
        ) =>
        {
            End::Open
        }
        _ => End::Plain,
    }
}

/// What the page says of its columns.
struct Columns {
    /// Whether paragraphs begin with a line two characters short, as far as sure ones show.
    indented: bool,
    /// Whether lines end where clauses do: verse, a list, a table. Nothing is joined then.
    verse: bool,
}

impl Columns {
    fn new(lines: &[Line<'_>]) -> Columns {
        let mut columns = Columns { indented: false, verse: false };
        let marked = lines.iter().filter(|line| !matches!(end(line), End::Plain)).count();
        columns.verse = lines.len() >= 4 && marked * 10 >= lines.len() * 8;
        let (mut short, mut full) = (0, 0);
        for i in 1..lines.len() {
            let (a, b) = (&lines[i - 1], &lines[i]);
            let (Some(before), Some(after)) =
                (columns.before(lines, i - 1), columns.after(lines, i))
            else {
                continue;
            };
            let ends = matches!(end(a), End::Closed) && a.width + INDENT + RAGGED < before;
            if ends && b.width + RAGGED > after {
                full += 1;
            } else if ends && b.width + RAGGED + INDENT > after {
                short += 1;
            }
        }
        columns.indented = short > full;
        columns
    }

    /// How wide the column is as the lines up to `i` show it; `None` if they show none.
    fn before(&self, lines: &[Line<'_>], i: usize) -> Option<u32> {
        supported(&lines[i.saturating_sub(NEAR)..=i])
            .or_else(|| supported(&lines[i.saturating_sub(NEAR)..(i + NEAR).min(lines.len())]))
    }

    /// How wide the column is as the lines from `i` on show it; `None` if they show none.
    fn after(&self, lines: &[Line<'_>], i: usize) -> Option<u32> {
        supported(&lines[i..(i + NEAR + 1).min(lines.len())]).or_else(|| self.before(lines, i))
    }
}

/// The greatest width that at least two lines share, give or take half a character.
fn supported(lines: &[Line<'_>]) -> Option<u32> {
    let shared = |width: u32| lines.iter().filter(|line| width.abs_diff(line.width) <= 1).count();
    lines.iter().map(|line| line.width).filter(|&width| shared(width) >= 2).max()
}
