//! A document with its hits: the passages around them, the whole of it to read, and the strip that
//! shows where they lie.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use super::{Passage, SNIPPETS, Sheet, Snippet, Tick};
use crate::engine::{Block, Doc, DocId, Engine, Hit, Role, Span, around, runs};

/// How many characters a snippet shows on each side of its hit.
const CONTEXT: usize = 28;

/// So many passages of a document are compared, from its beginning.
const COMPARED: usize = 1_000;

/// A passage before its text is made: its block, the hits that are shown in no other, what of the
/// block is shown.
struct Cut<'a> {
    block: &'a Block,
    hits: Range<usize>,
    /// The number of the block's first hit, and where all of them lie in it.
    first: u32,
    spans: Rc<[Span]>,
    window: Span,
}

/// Passages with the hits, as many as are wanted: first a few with the most hits close together, in
/// reading order, then the others, in theirs. Each hit has one passage of its own, or is shown in that
/// of one before it.
pub fn snippets(doc: &Doc, hits: &[Hit], wanted: usize) -> Vec<Snippet> {
    let cuts = cuts(doc, hits);
    let mut best: Vec<usize> = (0..cuts.len().min(COMPARED)).collect();
    best.sort_by_cached_key(|&at| Reverse(density(&cuts[at])));
    best.truncate(SNIPPETS);
    best.sort_unstable();
    let others = (0..cuts.len()).filter(|at| !best.contains(at));
    best.iter().copied().chain(others).take(wanted).map(|at| snippet(&cuts[at])).collect()
}

fn cuts<'a>(doc: &'a Doc, hits: &[Hit]) -> Vec<Cut<'a>> {
    let mut cuts = Vec::new();
    let mut first = 0;
    while first < hits.len() {
        let (block, spans) = in_block(doc, &hits[first..]);
        let spans: Rc<[Span]> = spans.into();
        let mut next = 0;
        while next < spans.len() {
            let window = around(&block.text, spans[next], CONTEXT);
            let past = spans.partition_point(|span| span.end <= window.end).max(next + 1);
            let (number, hits) = (first as u32 + 1, next..past);
            cuts.push(Cut { block, hits, first: number, spans: spans.clone(), window });
            next = past;
        }
        first += spans.len();
    }
    cuts
}

/// How much of what is sought stands in a passage: different texts before many of them, and rather
/// what is not to be read in the title anyway.
fn density(cut: &Cut<'_>) -> (usize, usize, bool) {
    let spans = &cut.spans[cut.hits.clone()];
    let texts: BTreeSet<&str> = spans.iter().map(|span| span.of(&cut.block.text)).collect();
    (texts.len(), spans.len(), cut.block.role != Role::Headline)
}

fn snippet(Cut { block, hits, first, spans, window }: &Cut<'_>) -> Snippet {
    Snippet {
        hit: first + hits.start as u32,
        line: block.lines_of(spans[hits.start]).first().copied().unwrap_or(0),
        role: block.role,
        is_cut_before: window.start > 0,
        is_cut_after: (window.end as usize) < block.text.len(),
        runs: runs(&block.text, *window, spans, *first),
    }
}

/// A document to read, its hits numbered.
pub fn sheet(engine: &Engine, id: DocId, hits: &[Hit]) -> Sheet {
    let doc = &engine.corpus().docs[id];
    let mut next = 0;
    let mut blocks = Vec::new();
    let top = doc.page.reading_order.first();
    let first = doc.page.articles.iter().filter_map(|article| article.blocks.first());
    let first: Vec<u32> = first.filter(|&first| Some(first) != top).copied().collect();
    for &i in &doc.page.reading_order {
        let block = &doc.page.blocks[i as usize];
        let spans = match hits.get(next) {
            Some(hit) if hit.block == i => in_block(doc, &hits[next..]).1,
            _ => Vec::new(),
        };
        let whole = Span { start: 0, end: block.text.len() as u32 };
        let runs = runs(&block.text, whole, &spans, next as u32 + 1);
        let place = block.place();
        let opens = first.contains(&i);
        blocks.push(Passage { role: block.role, sure: block.sure, place, opens, runs });
        next += spans.len();
    }
    Sheet {
        id: doc.id.clone(),
        title: doc.page.title.clone(),
        date: date(doc),
        length: length(doc),
        hits: hits.len() as u32,
        strip: strip(doc, hits),
        account: doc.page.account(),
        patch: doc.patch.clone(),
        misfits: engine.misfits(id).to_vec(),
        blocks,
    }
}

/// The block of the first hit, and where it and those that follow lie in that block.
fn in_block<'a>(doc: &'a Doc, hits: &[Hit]) -> (&'a Block, Vec<Span>) {
    let block = hits[0].block;
    let spans = hits.iter().take_while(|hit| hit.block == block).map(|hit| hit.span).collect();
    (&doc.page.blocks[block as usize], spans)
}

/// The strip of a document has so many places.
const TICKS: u64 = 100;

/// Where in a document its hits lie.
pub fn strip(doc: &Doc, hits: &[Hit]) -> Vec<Tick> {
    let mut starts = vec![0; doc.page.blocks.len()];
    let mut length = 0;
    for &i in &doc.page.reading_order {
        starts[i as usize] = length;
        length += doc.page.blocks[i as usize].text.len() as u64;
    }
    let place = |hit: &Hit| {
        let before = starts[hit.block as usize] + u64::from(hit.span.start);
        (before * TICKS / length.max(1) * (1000 / TICKS)) as u16
    };
    let mut ticks: Vec<Tick> = Vec::new();
    for (hit, number) in hits.iter().zip(1..) {
        let at = place(hit);
        if ticks.last().is_none_or(|last| last.at != at) {
            ticks.push(Tick { at, hit: number });
        }
    }
    ticks
}

/// The date of a document; empty if unknown.
pub fn date(doc: &Doc) -> String {
    doc.page.date.as_ref().map(|date| date.value.clone()).unwrap_or_default()
}

/// How many characters a document has, white space not counted.
pub fn length(doc: &Doc) -> u32 {
    let texts = doc.page.blocks.iter().map(|block| &block.text);
    texts.map(|text| text.chars().filter(|c| !c.is_whitespace()).count() as u32).sum()
}
