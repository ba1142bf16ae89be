//! Hits in their context (语境, KWIC): every hit is a line, with the hit in the middle, in the
//! order of what stands around it, so that what is said alike stands together.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::corpus::{Block, Corpus, Doc, DocId};
use super::search::Hit;
use super::sort;
use super::text::Span;

/// How many characters of the context decide where a line stands, at most.
const COMPARED: usize = 20;

/// How many of them are compared at once: a character with its end fits into 21 of the 64 bits.
const AT_ONCE: usize = 3;

/// In which order the lines stand. Lines that are equal in it stay as they were given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// As given: the place in the corpus.
    #[default]
    Place,
    /// By the text before the hit, from the hit to the left. Characters are compared by their
    /// numbers in Unicode, twenty at most; where the block begins comes first.
    Before,
    /// By the text after the hit, in the same way; where the block ends comes first.
    After,
    /// By the title of the document.
    Article,
    /// By the date of the document, those without one last.
    Date,
}

/// A hit with what stands before and after it in its block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The document.
    pub doc: DocId,
    /// The block (by index in its page).
    pub block: u32,
    /// Where the hit is in the block's text.
    pub span: Span,
    /// The text before the hit, as far as it is shown.
    pub before: String,
    /// The hit.
    pub hit: String,
    /// The text after the hit, as far as it is shown.
    pub after: String,
    /// Whether the block has more text before `before`.
    pub cut_before: bool,
    /// Whether the block has more text after `after`.
    pub cut_after: bool,
    /// The line of the source that the hit begins in, from 1; 0 if the block does not know.
    pub line: u32,
}

/// The lines of a concordance that stand in `range` (lines from 0) once the hits are in order,
/// with `width` characters of context on each side. What of the range is past the end is left
/// out. Texts are only made of the lines answered, so a screen of many hits costs little more
/// than their sorting.
pub fn concordance(
    corpus: &Corpus,
    hits: &[(DocId, Hit)],
    order: Order,
    width: usize,
    range: Range<usize>,
) -> Vec<Line> {
    let sorted = order.sorted(corpus, hits);
    let shown = sorted.get(range.start..range.end.min(sorted.len())).unwrap_or(&[]);
    let lines = shown.iter().map(|&i| hits[i as usize]);
    lines.map(|(doc, hit)| Line::new(corpus, doc, hit, width)).collect()
}

/// Thins a list out to `count` of its members, evenly spread and in their order; the same ones
/// every time. All of them if there are no more than that.
pub fn sample<T: Copy>(list: &[T], count: usize) -> Vec<T> {
    if count >= list.len() {
        return list.to_vec();
    }
    // In 64 bits: a product of two lengths is too large for the 32 of the browser.
    let nth = |i: usize| i as u64 * list.len() as u64 / count as u64;
    (0..count).map(|i| list[nth(i) as usize]).collect()
}

impl Order {
    /// All orders, as they are offered.
    pub const ALL: [Order; 5] =
        [Order::Place, Order::Before, Order::After, Order::Article, Order::Date];

    /// The order's name, in addresses and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Order::Place => "place",
            Order::Before => "before",
            Order::After => "after",
            Order::Article => "article",
            Order::Date => "date",
        }
    }

    /// The hits (by place in `hits`) in this order. `hits` are in the order of the corpus, those
    /// of a document as it is read. Whoever shows one part after the other keeps this.
    pub fn sorted(self, corpus: &Corpus, hits: &[(DocId, Hit)]) -> Vec<u32> {
        let doc = |i: u32| corpus.docs.get(hits[i as usize].0);
        let sides = |i: u32| sides(corpus, hits[i as usize].0, hits[i as usize].1);
        let mut sorted: Vec<u32> = (0..hits.len() as u32).collect();
        match self {
            Order::Place => {}
            Order::Before => by_context(&mut sorted, |i| sides(i).0.chars().rev()),
            Order::After => by_context(&mut sorted, |i| sides(i).1.chars()),
            Order::Article => sort::by_key(&mut sorted, |&i| doc(i).map_or("", title)),
            Order::Date => sort::by_key(&mut sorted, |&i| {
                let date = doc(i).and_then(date);
                (date.is_none(), date)
            }),
        }
        sorted
    }
}

impl Line {
    /// The line of a hit, with `width` characters of context on each side. The texts of a hit that
    /// is not of this corpus are empty.
    pub fn new(corpus: &Corpus, doc: DocId, hit: Hit, width: usize) -> Line {
        let Hit { block, span } = hit;
        let (before, after) = sides(corpus, doc, hit);
        let from =
            before.char_indices().rev().take(width).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(width).map_or(after.len(), |(at, _)| at);
        let found = block_of(corpus, doc, hit);
        let line = found.and_then(|block| block.lines_of(span).first().copied());
        Line {
            doc,
            block,
            span,
            before: before[from..].to_owned(),
            hit: found.map_or("", |block| span.of(&block.text)).to_owned(),
            after: after[..to].to_owned(),
            cut_before: from > 0,
            cut_after: to < after.len(),
            line: line.unwrap_or(0),
        }
    }
}

fn title(doc: &Doc) -> &str {
    &doc.page.title
}

fn date(doc: &Doc) -> Option<&str> {
    doc.page.date.as_ref().map(|date| date.value.as_str())
}

fn block_of(corpus: &Corpus, doc: DocId, hit: Hit) -> Option<&Block> {
    corpus.docs.get(doc)?.page.blocks.get(hit.block as usize)
}

/// The whole text of its block before a hit and after it.
fn sides(corpus: &Corpus, doc: DocId, hit: Hit) -> (&str, &str) {
    let text = block_of(corpus, doc, hit).map_or("", |block| &block.text);
    let before = text.get(..hit.span.start as usize);
    before.zip(text.get(hit.span.end as usize..)).unwrap_or_default()
}

/// Sorts hits by the characters that `context` says of each.
fn by_context<C: Iterator<Item = char>>(hits: &mut [u32], context: impl Fn(u32) -> C) {
    let mut keyed: Vec<(u64, u32)> = hits.iter().map(|&i| (0, i)).collect();
    sort_from(&mut keyed, 0, &|i| context(i).take(COMPARED));
    hits.iter_mut().zip(keyed).for_each(|(hit, (_, i))| *hit = i);
}

/// Sorts hits that are alike in the first `depth` characters: by the next ones, which are put
/// into a number beside each, and those that are still alike by the ones after them.
fn sort_from<C: Iterator<Item = char>>(
    hits: &mut [(u64, u32)],
    depth: usize,
    context: &impl Fn(u32) -> C,
) {
    for (key, i) in hits.iter_mut() {
        let mut chars = context(*i).skip(depth);
        // 0 is the end of the text, so that every character comes after it.
        let mut next = || chars.next().map_or(0, |c| u64::from(c) + 1);
        *key = (0..AT_ONCE).fold(0, |key, _| key << 21 | next());
    }
    hits.sort_unstable();
    for alike in hits.chunk_by_mut(|a, b| a.0 == b.0) {
        let is_at_end = alike[0].0 & ((1 << 21) - 1) == 0;
        if alike.len() > 1 && !is_at_end {
            sort_from(alike, depth + AT_ONCE, context);
        }
    }
}
