//! A passage that something is attached to, and how it is found again when the text has changed: at
//! its place of the source, if that is still read so; else where its words stand once with what stood
//! around them; else nowhere. It is never taken for another one.

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::corpus::{Doc, Place};
use super::quotation::{Spot, byte, quotation, spots};

/// So many characters before a passage and after it are remembered.
const AROUND: usize = 32;

/// A passage, by all that it can be found by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Its text, a line for each block.
    pub quote: String,
    /// What stands before it.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// Where in the source its first character stands; line 0 where that is not known.
    pub from: Place,
    /// And where its last.
    pub to: Place,
}

/// Where a passage is read now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// Where it begins.
    pub from: Spot,
    /// Where it ends.
    pub to: Spot,
    /// Where in the source its first character and its last stand, if not where it was remembered.
    pub moved: Option<(Place, Place)>,
}

/// The passage between two places of a page; `None` where that is no text.
pub fn anchor(doc: &Doc, from: Spot, to: Spot) -> Option<Anchor> {
    let quoted = quotation(doc, from, to)?;
    // Without the white space around it.
    let (from, to) = spots(doc, quoted.from, quoted.to)?;
    let text = |at: u32| &doc.page.blocks[doc.page.reading_order[at as usize] as usize].text;
    let mut before: Vec<char> = Vec::new();
    let mut after: Vec<char> = Vec::new();
    before.extend(text(from.block)[..byte(text(from.block), from.at)].chars().rev().take(AROUND));
    for at in (0..from.block).rev() {
        if before.len() >= AROUND {
            break;
        }
        before.push('\n');
        before.extend(text(at).chars().rev().take(AROUND));
    }
    let read = byte(text(to.block), to.at);
    after.extend(text(to.block)[read..].chars().take(AROUND));
    for at in to.block + 1..doc.page.reading_order.len() as u32 {
        if after.len() >= AROUND {
            break;
        }
        after.push('\n');
        after.extend(text(at).chars().take(AROUND));
    }
    before.truncate(AROUND);
    after.truncate(AROUND);
    Some(Anchor {
        quote: quoted.quote,
        before: before.into_iter().rev().collect(),
        after: after.into_iter().collect(),
        from: quoted.from,
        to: quoted.to,
    })
}

/// Where passages are read now; `None` for one that is nowhere, or could be in several places.
pub fn trace(doc: &Doc, anchors: &[Anchor]) -> Vec<Option<Trace>> {
    // Most are where they were, and then the text need not be gone through.
    let mut text = None;
    let each = anchors.iter().map(|anchor| {
        at_its_place(doc, anchor)
            .or_else(|| text.get_or_insert_with(|| Text::new(doc)).find(doc, anchor))
    });
    each.collect()
}

fn at_its_place(doc: &Doc, anchor: &Anchor) -> Option<Trace> {
    let (from, to) = spots(doc, anchor.from, anchor.to)?;
    let is_it = bare(&quotation(doc, from, to)?.quote) == bare(&anchor.quote);
    is_it.then_some(Trace { from, to, moved: None })
}

/// The text of a page in reading order without white space: where a paragraph ends may change.
struct Text {
    text: String,
    /// For each block, in reading order, where in `text` it begins.
    blocks: Vec<usize>,
}

impl Text {
    fn new(doc: &Doc) -> Text {
        let mut text = String::new();
        let mut blocks = Vec::with_capacity(doc.page.reading_order.len());
        for &number in &doc.page.reading_order {
            blocks.push(text.len());
            text.extend(doc.page.blocks[number as usize].text.chars().filter(is_seen));
        }
        Text { text, blocks }
    }

    /// The only place where the words of a passage stand between what stood around them; or, if there
    /// is none, the only one where what stood on one side does.
    fn find(&self, doc: &Doc, anchor: &Anchor) -> Option<Trace> {
        let quote = bare(&anchor.quote);
        let (before, after) = (bare(&anchor.before), bare(&anchor.after));
        let (mut between, mut beside) = (Only::None, Only::None);
        let mut next = 0;
        let finder = memmem::Finder::new(quote.as_bytes());
        let step = quote.chars().next()?.len_utf8();
        while let Some(at) = finder.find(&self.text.as_bytes()[next..]).map(|at| at + next) {
            let has_before = self.text[..at].ends_with(&before);
            let has_after = self.text[at + quote.len()..].starts_with(&after);
            if has_before && has_after {
                between.add(at);
            }
            if has_before && !before.is_empty() || has_after && !after.is_empty() {
                beside.add(at);
            }
            next = at + step;
        }
        let at = match (between, beside) {
            (Only::One(at), _) | (Only::None, Only::One(at)) => at,
            _ => return None,
        };
        let from = self.spot(doc, at)?;
        let last = quote.chars().next_back()?.len_utf8();
        let end = self.spot(doc, at + quote.len() - last)?;
        let to = Spot { at: end.at + quote.chars().next_back()?.len_utf16() as u32, ..end };
        let quoted = quotation(doc, from, to)?;
        let moved = Some((quoted.from, quoted.to)).filter(|it| *it != (anchor.from, anchor.to));
        Some(Trace { from, to, moved })
    }

    /// The place of the page where a byte of the text stands.
    fn spot(&self, doc: &Doc, at: usize) -> Option<Spot> {
        let block = self.blocks.partition_point(|&begin| begin <= at).checked_sub(1)?;
        let number = *doc.page.reading_order.get(block)? as usize;
        let (mut left, mut units) = (at - self.blocks[block], 0);
        for c in doc.page.blocks[number].text.chars() {
            if is_seen(&c) {
                if left == 0 {
                    break;
                }
                left -= c.len_utf8();
            }
            units += c.len_utf16() as u32;
        }
        Some(Spot { block: block as u32, at: units })
    }
}

/// None of something, one, or several.
#[derive(Clone, Copy)]
enum Only {
    None,
    One(usize),
    Several,
}

impl Only {
    fn add(&mut self, at: usize) {
        *self = if matches!(self, Only::None) { Only::One(at) } else { Only::Several };
    }
}

fn is_seen(c: &char) -> bool {
    !c.is_whitespace()
}

/// A text without its white space.
fn bare(text: &str) -> String {
    text.chars().filter(is_seen).collect()
}
