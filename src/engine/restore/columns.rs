//! How wide the column is in which each line was set. Widths are in halves of a Chinese
//! character's width, as everywhere in the restoration.
//!
//! The widths of a page's lines are explained as cheaply as possible: each line by the column it
//! may stand in (a full line fits exactly, a paragraph's first line lacks the lost indent, its
//! last line may end anywhere), each change of column by a price. The cheapest explanation is
//! found by dynamic programming (Viterbi 1967).

use std::ops::Range;

use super::lines::{End, Line};

/// How far a full line may fall short of its column: a mark that must not begin a line takes the
/// last character down with it, and a numeral or a Latin letter is half a character wide.
pub const RAGGED: u32 = 2;

/// The lost indent of a paragraph's first line.
pub const INDENT: u32 = 4;

/// Wider than any column: such a line was not wrapped.
const WIDEST: u32 = 120;

/// No page has more widths of columns than this.
const MOST: usize = 24;

/// A column of a page of running text is rarely narrower.
const NARROWEST: u32 = 24;

/// A width that so many lines of the page have is one of its columns.
const SHOWN: usize = 5;

/// What a change of column costs, where a blank line comes between and where none does.
const CHANGE: (u32, u32) = (40, 90);

/// The column width of every line; `None` where the lines show no column.
pub fn columns(lines: &[Line<'_>]) -> Vec<Option<u32>> {
    let mut widths = [0; WIDEST as usize + 1];
    for line in lines {
        if let Some(count) = widths.get_mut(line.width as usize) {
            *count += 1;
        }
    }
    // A width that one line alone has is no column; and no page has more than a few.
    let mut common: Vec<usize> = (0..widths.len()).filter(|&width| widths[width] > 1).collect();
    common.sort_by_key(|&width| std::cmp::Reverse(widths[width]));
    common.truncate(MOST);
    common.sort_unstable();
    let mut candidates: Vec<u32> = common.into_iter().map(|width| width as u32).collect();
    // Columns are whole characters wide; an odd width has a half one in it.
    candidates.iter_mut().for_each(|width| *width = width.next_multiple_of(2));
    candidates.dedup();
    // Where all lines are narrow and few end a sentence they are verse or a list.
    let closed = lines.iter().filter(|line| line.end == End::Closed).count();
    let narrow = candidates.last().is_none_or(|&widest| widest < NARROWEST);
    if narrow && closed * 6 < lines.len() {
        candidates.clear();
    }
    candidates.push(u32::MAX);
    let chosen = cheapest(lines, &candidates);
    let mut columns: Vec<Option<u32>> = chosen.iter().map(|&c| Some(candidates[c])).collect();
    // A run of lines shows its column only if two fill it, or if the page shows that width
    // elsewhere.
    for run in runs(&columns) {
        let column = columns[run.start].unwrap_or(u32::MAX);
        let fills = |line: &&Line<'_>| line.width.abs_diff(column) <= 1;
        let here = lines[run.clone()].iter().filter(fills).count();
        let near = column.saturating_sub(1)..column.saturating_add(2);
        let on_page = || near.filter_map(|width| widths.get(width as usize)).sum::<usize>();
        if here == 0 || here == 1 && on_page() < SHOWN {
            columns[run].fill(None);
        }
    }
    columns
}

/// For each line the candidate that explains the page most cheaply.
fn cheapest(lines: &[Line<'_>], candidates: &[u32]) -> Vec<usize> {
    let mut costs = vec![0u32; candidates.len()];
    // For each line and candidate, whether the line before has the same candidate; and the best
    // candidate of the line before.
    let mut stays = Vec::with_capacity(lines.len() * candidates.len());
    let mut bests = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let (best, &least) =
            costs.iter().enumerate().min_by_key(|&(_, cost)| cost).unwrap_or((0, &0));
        let change = least + if line.gap || line.frame { CHANGE.0 } else { CHANGE.1 };
        let last = lines.get(i + 1).is_none_or(|next| next.gap);
        let closed = line.end == End::Closed;
        let opens = i == 0 || lines[i - 1].end == End::Closed;
        bests.push(best);
        for (cost, &column) in costs.iter_mut().zip(candidates) {
            stays.push(*cost <= change);
            // Costs are kept relative to the least, so that they stay small.
            *cost = (*cost).min(change) - least + price(line, column, last, closed, opens);
        }
    }
    let mut chosen = vec![0; lines.len()];
    let mut at = costs.iter().enumerate().min_by_key(|&(_, cost)| cost).map_or(0, |(c, _)| c);
    for i in (0..lines.len()).rev() {
        chosen[i] = at;
        if !stays[i * candidates.len() + at] {
            at = bests[i];
        }
    }
    chosen
}

/// What it costs to say that a line stands in a column. `last`: a blank line follows; `closed`:
/// the line ends as sentences do; `opens`: the line before does.
fn price(line: &Line<'_>, column: u32, last: bool, closed: bool, opens: bool) -> u32 {
    if column == u32::MAX {
        return 45;
    }
    if line.width > column {
        // Marks are squeezed, or hang, to let a character in.
        return match (line.width - column).saturating_sub(line.marks) {
            0 if line.width - column <= 2 => 5,
            0 => 14,
            1 => 15,
            _ => 90,
        };
    }
    match (column - line.width, last, closed) {
        (0, ..) => 2,
        (1, ..) => 3,
        (2..=3, ..) => 10,
        (4..=6, ..) if opens => 6,
        (4..=6, ..) => 16,
        (_, _, true) => 20,
        (_, true, _) => 30,
        _ => 50,
    }
}

/// The stretches of lines in the same column.
fn runs(columns: &[Option<u32>]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut runs = Vec::new();
    for run in columns.chunk_by(|a, b| a == b) {
        runs.push(start..start + run.len());
        start += run.len();
    }
    runs
}
