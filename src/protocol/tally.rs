//! The terms of a reader's lists, counted in every document, and found in one. What is counted is what
//! the search finds of the same query. Counting is done in pieces, since there may be hundreds of terms.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Tick;
use super::passages::{date, strip};
use crate::engine::{DocId, Engine, Folds, Search, Spot};

/// What is counted, and what of it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tallied {
    /// The queries of the terms.
    pub queries: Vec<String>,
    /// Whether the documents with the most hits come first; if not they stand as in the library.
    pub by_count: bool,
    /// So many documents have strips, from the first.
    pub shown: u32,
}

/// How often terms occur in each document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// For each term how often it occurs in all.
    pub totals: Vec<u32>,
    /// The documents that have one of them.
    pub rows: Vec<TableRow>,
}

/// How often terms occur in one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date; empty if unknown.
    pub date: String,
    /// How often each term occurs in it.
    pub counts: Vec<u32>,
    /// For each term where its hits lie; none where the document is not shown yet.
    pub strips: Vec<Vec<Tick>>,
}

impl TableRow {
    /// How often all the terms occur in it.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

/// Terms that are counted, as far as that has come.
#[derive(Default)]
pub struct Tally {
    queries: Vec<String>,
    searches: Vec<Search>,
    /// How many of them are at their end.
    counted: usize,
    /// The strips of the documents that were shown so far.
    strips: BTreeMap<DocId, Vec<Vec<Tick>>>,
}

impl Tally {
    /// Goes on with the counting, through so many bytes of text or some more. Whether all that was
    /// asked for is there. What was counted of the same terms before is not counted again, so the corpus
    /// must be the same all the time.
    pub fn go_on(&mut self, engine: &Engine, asked: &Tallied, bytes: usize) -> bool {
        if self.queries != asked.queries {
            let begin = |query: &String| engine.begin(&engine.query(query, Folds::ALL));
            let searches = asked.queries.iter().map(begin).collect();
            *self = Tally { queries: asked.queries.clone(), searches, ..Tally::default() };
        }
        let each = library_bytes(engine);
        let mut left = bytes;
        while let Some(search) = self.searches.get_mut(self.counted) {
            if left == 0 {
                return false;
            }
            let is_done = engine.go_on(search, left);
            left = left.saturating_sub(each.max(1));
            self.counted += usize::from(is_done);
        }
        for doc in self.docs(engine, asked).into_iter().take(asked.shown as usize) {
            if self.strips.contains_key(&doc) {
                continue;
            }
            if left == 0 {
                return false;
            }
            let of = &engine.corpus().docs[doc];
            let strips = self.searches.iter().map(|search| strip(of, &engine.hits(search, doc)));
            self.strips.insert(doc, strips.collect());
            let length: usize = of.page.blocks.iter().map(|block| block.text.len()).sum();
            left = left.saturating_sub(length.max(1) * self.searches.len().max(1));
        }
        true
    }

    /// The table, once all of it is counted.
    pub fn table(&self, engine: &Engine, asked: &Tallied) -> Table {
        let rows = self.docs(engine, asked).into_iter().enumerate().map(|(at, id)| {
            let doc = &engine.corpus().docs[id];
            let is_shown = at < asked.shown as usize;
            TableRow {
                id: doc.id.clone(),
                title: doc.page.title.clone(),
                date: date(doc),
                counts: self.searches.iter().map(|search| count(search, id)).collect(),
                strips: self.strips.get(&id).filter(|_| is_shown).cloned().unwrap_or_default(),
            }
        });
        let total = |search: &Search| search.found.iter().map(|found| found.evidence.count).sum();
        Table { totals: self.searches.iter().map(total).collect(), rows: rows.collect() }
    }

    /// The documents that have one of the terms, in the order that is asked for.
    fn docs(&self, engine: &Engine, asked: &Tallied) -> Vec<DocId> {
        let mut totals = vec![0_u32; engine.corpus().docs.len()];
        for found in self.searches.iter().flat_map(|search| &search.found) {
            totals[found.doc] += found.evidence.count;
        }
        let rank = |total: u32| if asked.by_count { u64::from(u32::MAX - total) } else { 0 };
        let mut docs: Vec<(u64, u32)> = (0..)
            .zip(&totals)
            .filter(|&(_, &total)| total > 0)
            .map(|(doc, &total)| (rank(total), doc))
            .collect();
        docs.sort_unstable();
        docs.into_iter().map(|(_, doc)| doc as DocId).collect()
    }
}

/// How often a search has found something in a document.
fn count(search: &Search, doc: DocId) -> u32 {
    let at = search.found.binary_search_by_key(&doc, |found| found.doc);
    at.ok().map_or(0, |at| search.found[at].evidence.count)
}

/// How much text there is, as it is restored.
fn library_bytes(engine: &Engine) -> usize {
    let blocks = engine.corpus().docs.iter().flat_map(|doc| &doc.page.blocks);
    blocks.map(|block| block.text.len()).sum()
}

/// How often terms occur in each document, all at once.
pub fn table(engine: &Engine, asked: &Tallied) -> Table {
    let mut tally = Tally::default();
    tally.go_on(engine, asked, usize::MAX);
    tally.table(engine, asked)
}

/// For each query where in a document its hits begin and end, in reading order.
pub fn places(engine: &Engine, id: &str, queries: &[String]) -> Vec<Vec<(Spot, Spot)>> {
    let Some(doc) = engine.doc(id) else { return Vec::new() };
    let page = &engine.corpus().docs[doc].page;
    let mut order = vec![0; page.blocks.len()];
    for (at, &number) in (0..).zip(&page.reading_order) {
        order[number as usize] = at;
    }
    let of = |query: &String| {
        let hits = engine.hits(&engine.begin(&engine.query(query, Folds::ALL)), doc);
        // A long block is gone through once, from each hit to the next.
        let (mut here, mut byte, mut units) = (None, 0, 0);
        let place = |hit: &crate::engine::Hit| {
            let text = &page.blocks[hit.block as usize].text;
            if here.replace(hit.block) != Some(hit.block) {
                (byte, units) = (0, 0);
            }
            let mut spot = |to: u32| {
                let between = text.get(byte..to as usize).unwrap_or_default();
                (byte, units) = (to as usize, units + between.encode_utf16().count() as u32);
                Spot { block: order[hit.block as usize], at: units }
            };
            (spot(hit.span.start), spot(hit.span.end))
        };
        hits.iter().map(place).collect()
    };
    queries.iter().map(of).collect()
}
