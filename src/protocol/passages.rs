//! A document with its hits: the passages around them, the whole of it to read, and the strip that
//! shows where they lie.

use super::{Passage, SNIPPETS, Sheet, Snippet, Tick};
use crate::engine::{Block, Doc, DocId, Engine, Hit, Span, around, runs};

/// How many characters a snippet shows on each side of its hit.
const CONTEXT: usize = 28;

/// Passages with the hits, in their order; a hit that an earlier passage shows has none of its
/// own.
pub fn snippets(doc: &Doc, hits: &[Hit]) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    let mut first = 0;
    while first < hits.len() {
        let (block, spans) = in_block(doc, &hits[first..]);
        let mut next = 0;
        while next < spans.len() && snippets.len() < SNIPPETS {
            let window = around(&block.text, spans[next], CONTEXT);
            let lines = block.lines_of(spans[next]);
            snippets.push(Snippet {
                hit: (first + next) as u32 + 1,
                line: lines.first().copied().unwrap_or(0),
                role: block.role,
                is_cut_before: window.start > 0,
                is_cut_after: (window.end as usize) < block.text.len(),
                runs: runs(&block.text, window, &spans, first as u32 + 1),
            });
            next = spans.partition_point(|span| span.end <= window.end).max(next + 1);
        }
        first += spans.len();
    }
    snippets
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
