//! Query × corpus → every hit, the best article first.

use super::corpus::{Block, Corpus, Doc, DocId, Role};
use super::scan::scan;
use super::text::{Fold, Span};

/// The folded text of all blocks, one after the other, set apart by a character that no query
/// has.
pub struct Haystack {
    folded: String,
    /// For each block where it begins in `folded`, and which it is. The order is the corpus's.
    places: Vec<Place>,
}

struct Place {
    start: u32,
    doc: u32,
    block: u32,
}

/// A place where the query occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The block (by index in its page).
    pub block: u32,
    /// Where in the block's text.
    pub span: Span,
}

/// A document in which the query occurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Which document.
    pub doc: DocId,
    /// All hits, in reading order.
    pub hits: Vec<Hit>,
    /// How well it fits; greater is better, only the order means something.
    pub score: f64,
}

impl Haystack {
    /// Folds a corpus.
    pub fn new(corpus: &Corpus, fold: &Fold) -> Haystack {
        let mut haystack = Haystack { folded: String::new(), places: Vec::new() };
        for (d, doc) in corpus.docs.iter().enumerate() {
            haystack.add(d, doc, fold);
        }
        haystack
    }

    /// Folds one document anew, whose blocks have changed; the others stay as they are.
    pub fn replace(&mut self, at: DocId, doc: &Doc, fold: &Fold) {
        let mut new = Haystack { folded: String::new(), places: Vec::new() };
        new.add(at, doc, fold);
        let first = self.places.partition_point(|place| (place.doc as usize) < at);
        let past = self.places.partition_point(|place| place.doc as usize <= at);
        let byte = |place: usize| {
            self.places.get(place).map_or(self.folded.len() as u32, |place| place.start)
        };
        let (start, end) = (byte(first), byte(past));
        self.folded.replace_range(start as usize..end as usize, &new.folded);
        for place in &mut self.places[past..] {
            place.start = place.start - end + start + new.folded.len() as u32;
        }
        new.places.iter_mut().for_each(|place| place.start += start);
        self.places.splice(first..past, new.places);
    }

    /// Folds a document and adds it at the end.
    fn add(&mut self, at: DocId, doc: &Doc, fold: &Fold) {
        for (b, block) in doc.page.blocks.iter().enumerate() {
            let start = self.folded.len() as u32;
            self.places.push(Place { start, doc: at as u32, block: b as u32 });
            self.folded.push_str(&fold.text(&block.text));
            self.folded.push('\n');
        }
    }

    /// Finds every occurrence, not overlapping, each inside one block. Documents with the most
    /// telling hits come first; among equals the order is the corpus's.
    pub fn search(&self, needle: &str, corpus: &Corpus, fold: &Fold) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        let mut offsets = scan(&self.folded, needle).peekable();
        while let Some(&offset) = offsets.peek() {
            let p = self.places.partition_point(|place| place.start as usize <= offset) - 1;
            let place = &self.places[p];
            let end = self.places.get(p + 1).map_or(self.folded.len(), |next| next.start as usize);
            let mut spans = Vec::new();
            while let Some(at) = offsets.next_if(|&at| at < end) {
                let start = at as u32 - place.start;
                spans.push(Span { start, end: start + needle.len() as u32 });
            }
            let doc = place.doc as usize;
            let block = &corpus.docs[doc].page.blocks[place.block as usize];
            let hits = fold.unfold(&block.text, &spans).into_iter();
            let hits = hits.map(|span| Hit { block: place.block, span });
            match matches.last_mut() {
                Some(last) if last.doc == doc => last.hits.extend(hits),
                _ => matches.push(Match { doc, hits: hits.collect(), score: 0.0 }),
            }
        }
        let length =
            |doc: &Doc| doc.page.blocks.iter().map(|block| block.text.len()).sum::<usize>();
        let all: usize = corpus.docs.iter().map(length).sum();
        let average = all as f64 / corpus.docs.len().max(1) as f64;
        for found in &mut matches {
            let doc = &corpus.docs[found.doc];
            found.score = score(doc, &found.hits, length(doc) as f64 / average);
            sort_for_reading(doc, &mut found.hits);
        }
        matches.sort_by(|a, b| b.score.total_cmp(&a.score));
        matches
    }
}

/// Puts hits into the order in which a person meets them.
fn sort_for_reading(doc: &Doc, hits: &mut [Hit]) {
    let mut rank = vec![0; doc.page.blocks.len()];
    for (i, &block) in doc.page.reading_order.iter().enumerate() {
        rank[block as usize] = i;
    }
    hits.sort_by_key(|hit| (rank[hit.block as usize], hit.span));
}

/// BM25's term weight (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.5; the one term's rarity is
/// the same for all documents), over hits that count by where they stand and whether they are
/// words. `length` is the document's, 1 being the average.
fn score(doc: &Doc, hits: &[Hit], length: f64) -> f64 {
    const K1: f64 = 1.2;
    const B: f64 = 0.5;
    let weight = |hit: &Hit| {
        let block = &doc.page.blocks[hit.block as usize];
        let place = match block.role {
            Role::Headline => 4.0,
            Role::Kicker => 3.0,
            Role::Subhead => 2.0,
            _ => 1.0,
        };
        if is_whole(block, hit.span) { place } else { place * 0.3 }
    };
    let frequency: f64 = hits.iter().map(weight).sum();
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
}

/// Whether a place begins and ends where words do; true where the words are not known.
fn is_whole(block: &Block, span: Span) -> bool {
    let mut at = 0;
    let (mut begins, mut ends) = (block.words.is_empty(), block.words.is_empty());
    for word in &block.words {
        begins |= at == span.start;
        at += u32::from(word.length);
        ends |= at == span.end;
        if at >= span.end {
            break;
        }
    }
    begins && ends
}
