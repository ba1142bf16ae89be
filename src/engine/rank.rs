//! Which document comes first: by how often it has the terms, how rare they are, where they stand,
//! whether they are whole words, and how near to each other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::corpus::{Corpus, DocId, Role};
use super::search::Found;
use super::sort;
use super::term::Searched;

/// A document that was found, and what ranks it.
#[derive(Debug, Clone)]
pub struct Scored {
    /// Which document.
    pub doc: DocId,
    /// What ranks it.
    pub evidence: Evidence,
}

/// What ranks a document.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// How many hits it has.
    pub count: u32,
    /// For each term how often the document has it, each hit counted by its place and its borders.
    frequencies: Box<[f32]>,
    /// How many bytes of folded text lie between two hits of different terms in one block, at
    /// least; `None` where there are none.
    nearest: Option<u32>,
    /// How long the document is, in bytes of folded text.
    length: u32,
}

/// A document and its rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Which document.
    pub doc: DocId,
    /// How many hits it has.
    pub count: u32,
    /// How well it fits; greater is better, only the order means something.
    pub score: f64,
}

/// In which order documents are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// The best first.
    #[default]
    Fit,
    /// The newest first, those without a date last.
    Date,
    /// By title, in the order of the characters' codes.
    Title,
    /// Those with the most hits first.
    Count,
    /// As the corpus has them.
    Place,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Sort; 5] = [Sort::Fit, Sort::Date, Sort::Title, Sort::Count, Sort::Place];

    /// The order's name, in addresses and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Fit => "fit",
            Sort::Date => "date",
            Sort::Title => "title",
            Sort::Count => "count",
            Sort::Place => "place",
        }
    }

    /// Puts documents, the best first, into this order; among equals the better stays first.
    pub(super) fn sort(self, corpus: &Corpus, matches: &mut [Match]) {
        let page = |found: &Match| &corpus.docs[found.doc].page;
        match self {
            Sort::Fit => {}
            Sort::Date => sort::by_key(matches, |found| {
                let date = page(found).date.as_ref().map(|date| date.value.as_str());
                std::cmp::Reverse(date)
            }),
            Sort::Title => sort::by_key(matches, |found| &page(found).title),
            Sort::Count => sort::by_number(matches, |found| u64::from(!found.count)),
            Sort::Place => sort::by_number(matches, |found| found.doc as u64),
        }
    }
}

/// What a hit counts that begins or ends inside a word.
const CUT: f32 = 0.3;

impl Evidence {
    /// Gathers it from the hits of a document, in their order, and counts them by the roles of their
    /// blocks.
    pub fn new(
        hits: &[Found],
        terms: usize,
        at: Searched<'_>,
        roles: &mut BTreeMap<Role, u32>,
    ) -> Evidence {
        let mut frequencies = vec![0.0; terms].into_boxed_slice();
        let mut nearest: Option<u32> = None;
        let mut left = hits;
        let mut number = 0;
        while let Some(first) = left.first() {
            while number + 1 < at.folded.blocks() && at.folded.block(number).end <= first.span.start
            {
                number += 1;
            }
            let end = at.folded.block(number).end.max(first.span.end);
            let role = at.folded.roles.get(number).copied().unwrap_or(Role::Body);
            let weight = weight_of(role);
            let mut here = 0;
            for hit in left.iter().take_while(|hit| hit.span.start < end) {
                let whole = if at.folded.is_whole(hit.span) { 1.0 } else { CUT };
                frequencies[hit.term] += weight * whole;
                here += 1;
            }
            let (block, after) = left.split_at(here);
            *roles.entry(role).or_default() += here as u32;
            let pairs = if terms > 1 { block.windows(2) } else { [].windows(2) };
            for two in pairs.filter(|two| two[0].term != two[1].term) {
                let between = two[1].span.start - two[0].span.end;
                nearest = Some(nearest.map_or(between, |least| least.min(between)));
            }
            left = after;
        }
        let length = at.folded.text.len() as u32;
        Evidence { count: hits.len() as u32, frequencies, nearest, length }
    }
}

/// What a hit counts for by the block it stands in.
fn weight_of(role: Role) -> f32 {
    match role {
        Role::Headline => 4.0,
        Role::Kicker => 3.0,
        Role::Subhead => 2.0,
        _ => 1.0,
    }
}

/// The documents found, the best first; among equals the order is the corpus's. BM25 (Robertson and
/// Zaragoza 2009, k1 = 1.2, b = 0.5) over the terms, and up to twice that where they stand side by
/// side. `docs` and `length` are how many documents the corpus has and how long they are together.
pub fn ranked(found: &[Scored], docs: usize, length: usize) -> Vec<Match> {
    const K1: f64 = 1.2;
    const B: f64 = 0.5;
    let average = (length as f64 / docs.max(1) as f64).max(1.0);
    let terms = found.first().map_or(0, |first| first.evidence.frequencies.len());
    let rarity = |term: usize| {
        let having = found.iter().filter(|found| found.evidence.frequencies[term] > 0.0).count();
        (1.0 + (docs.saturating_sub(having) as f64 + 0.5) / (having as f64 + 0.5)).ln()
    };
    let rarities: Vec<f64> = (0..terms).map(rarity).collect();
    let score = |evidence: &Evidence| {
        let length = f64::from(evidence.length) / average;
        let terms = evidence.frequencies.iter().zip(&rarities).map(|(&frequency, rarity)| {
            let frequency = f64::from(frequency);
            rarity * frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
        });
        let near = evidence.nearest.map_or(0.0, |bytes| 1.0 / (1.0 + f64::from(bytes) / 30.0));
        terms.sum::<f64>() * (1.0 + near)
    };
    let mut ranked: Vec<Match> = found
        .iter()
        .map(|Scored { doc, evidence }| Match {
            doc: *doc,
            count: evidence.count,
            score: score(evidence),
        })
        .collect();
    // No score is below zero, and such numbers are in the order of their bits.
    sort::by_number(&mut ranked, |found| !found.score.to_bits());
    ranked
}
