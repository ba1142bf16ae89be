//! The source beside the page: for each block its lines as they were printed, and what became of
//! every character of them.

use serde::{Deserialize, Serialize};

use super::corpus::{Doc, Origin, Reason};
use super::text::lines;

/// A line of the source beside a block that is made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Its number, from 1.
    pub number: u32,
    /// The character of the line, from 1, with which it enters the block; 0 if all of it was
    /// taken out.
    pub column: u32,
    /// How sure it is, in percent, that the block goes on here from the line before; of its first
    /// line, that a block begins here.
    pub sure: u8,
    /// All its characters.
    pub runs: Vec<SourceRun>,
}

/// Characters of a source line that share a fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRun {
    /// The characters.
    pub text: String,
    /// What became of them.
    pub fate: Fate,
}

/// What became of characters of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// They are in the block.
    Here,
    /// They are in another block.
    Elsewhere,
    /// They were taken out.
    Removed(Reason),
    /// They are white space at the end of a line or of a block.
    Margin,
}

/// The source lines of each block, in reading order. A line that was taken out as a whole stands
/// with the line before it.
pub fn original(doc: &Doc) -> Vec<Vec<SourceLine>> {
    let page = &doc.page;
    let source = doc.text();
    let source: Vec<&str> = lines(&source).collect();
    // What is known of each line: the block and the first character of runs; what is taken out.
    let mut held: Vec<Vec<Held>> = Vec::new();
    held.resize_with(source.len() + 1, Vec::new);
    let mut hold = |line: u32, run| held.get_mut(line as usize).map(|on_line| on_line.push(run));
    for (b, block) in page.blocks.iter().enumerate() {
        for (i, origin) in block.origin.iter().enumerate() {
            let end = block.origin.get(i + 1).map_or(block.text.len(), |next| next.at as usize);
            let run = block.text.get(origin.at as usize..end).unwrap_or("");
            let length = run.trim_end().chars().count() as u32;
            let length = if length == 0 { run.chars().count() as u32 } else { length };
            hold(origin.line, Held { from: origin.column, length, owner: Owner::Block(b) });
        }
    }
    for removal in &page.removed {
        let (from, length) = (removal.column, removal.chars.chars().count() as u32);
        let owner = Owner::Removed(removal.reason);
        hold(removal.line, Held { from, length, owner });
    }
    let mut beside: Vec<Vec<SourceLine>> =
        (0..page.blocks.len()).map(|b| of_block(doc, b, &source, &held)).collect();
    let mut before = 0;
    for (number, on_line) in (0..).zip(&held).filter(|(_, on_line)| !on_line.is_empty()) {
        let block = on_line.iter().rev().find_map(|held| match held.owner {
            Owner::Block(block) => Some(block),
            Owner::Removed(_) => None,
        });
        match (block, beside.get_mut(before)) {
            (Some(block), _) => before = block,
            (None, Some(lines)) => {
                let at = lines.iter().rposition(|line| line.number < number);
                let text = source.get(number as usize - 1).copied().unwrap_or("");
                let runs = runs(text, usize::MAX, on_line);
                let line = SourceLine { number, column: 0, sure: 100, runs };
                lines.insert(at.map_or(0, |at| at + 1), line);
            }
            (None, None) => {}
        }
    }
    let mut order = Vec::with_capacity(beside.len());
    for &block in &page.reading_order {
        order.push(beside.get_mut(block as usize).map(std::mem::take).unwrap_or_default());
    }
    order
}

/// A run of a line, and whose it is.
struct Held {
    from: u32,
    length: u32,
    owner: Owner,
}

#[derive(Clone, Copy)]
enum Owner {
    Block(usize),
    Removed(Reason),
}

/// The lines that a block is made of, each where it first enters it.
fn of_block(doc: &Doc, block: usize, source: &[&str], held: &[Vec<Held>]) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    let mut seen = Vec::new();
    for &Origin { line: number, column, sure, .. } in &doc.page.blocks[block].origin {
        if let Err(place) = seen.binary_search(&number) {
            seen.insert(place, number);
            let text = (number as usize).checked_sub(1).and_then(|i| source.get(i));
            let on_line = held.get(number as usize).map_or(&[][..], Vec::as_slice);
            let runs = runs(text.copied().unwrap_or(""), block, on_line);
            lines.push(SourceLine { number, column, sure, runs });
        }
    }
    lines
}

/// A line cut where the fate of its characters changes.
fn runs(line: &str, block: usize, held: &[Held]) -> Vec<SourceRun> {
    let mut fates: Vec<Fate> = vec![Fate::Margin; line.chars().count()];
    for &Held { from, length, owner } in held {
        let fate = match owner {
            Owner::Block(owner) if owner == block => Fate::Here,
            Owner::Block(_) => Fate::Elsewhere,
            Owner::Removed(reason) => Fate::Removed(reason),
        };
        let from = (from as usize).saturating_sub(1);
        fates.iter_mut().skip(from).take(length as usize).for_each(|other| *other = fate);
    }
    let mut runs: Vec<SourceRun> = Vec::new();
    for (c, fate) in line.chars().zip(fates) {
        match runs.last_mut() {
            Some(run) if run.fate == fate => run.text.push(c),
            _ => runs.push(SourceRun { text: c.to_string(), fate }),
        }
    }
    runs
}
