//! The folded text of all documents, which searches go through, and where in it the documents, the
//! blocks and the words begin. Texts lie one after the other on shelves of some megabytes: a search
//! runs through a shelf as fast as memory gives it, and a document that changes or comes in costs
//! its shelf, not the whole.

use memchr::memmem;

use super::corpus::{Block, Doc, DocId, Role};
use super::text::{Fold, Span};

/// The documents of a corpus, folded.
#[derive(Default)]
pub struct Haystack {
    shelves: Vec<Shelf>,
}

/// Some documents that follow each other.
struct Shelf {
    /// The first of them.
    first: DocId,
    /// How many bytes of folded text come before them.
    before: usize,
    /// The folded texts of their blocks, one after the other, each ended by a line end. No query
    /// has a line end.
    text: String,
    /// For each document the byte where it begins, and its first block.
    docs: Vec<(u32, u32)>,
    /// For each block the byte where it begins.
    blocks: Vec<u32>,
    /// For each block what it is.
    roles: Vec<Role>,
    /// A bit for each byte of `text`, and one more: whether a word begins or ends there. Where the
    /// words are not known every character is one.
    borders: Vec<u64>,
}

/// A shelf with as many bytes takes no other document.
const FULL: usize = 4_000_000;

/// A document, folded. All places in it are bytes of its `text`.
#[derive(Clone, Copy)]
pub struct Folded<'a> {
    /// The folded texts of its blocks, each ended by a line end.
    pub text: &'a str,
    /// What its blocks are.
    pub roles: &'a [Role],
    /// Where on the shelf it begins.
    start: u32,
    /// Where on the shelf its blocks begin.
    blocks: &'a [u32],
    /// The shelf's.
    borders: &'a [u64],
}

impl Haystack {
    /// Folds a document more.
    pub fn add(&mut self, doc: &Doc, fold: &Fold) {
        if self.shelves.last().is_none_or(|shelf| shelf.text.len() >= FULL) {
            let (first, before) = (self.len(), self.bytes());
            let mut shelf = Shelf::new(first, before);
            if let Some(full) = self.shelves.last_mut() {
                full.shrink();
                // After one that is full comes another: it is not made larger again and again.
                shelf.text.reserve(FULL + FULL / 16);
                shelf.borders.reserve((FULL + FULL / 16) / 64);
            }
            self.shelves.push(shelf);
        }
        if let Some(shelf) = self.shelves.last_mut() {
            shelf.add(doc, fold);
        }
    }

    /// Folds again what has changed: `changed` of all the documents.
    pub fn refold(&mut self, docs: &[Doc], changed: DocId, fold: &Fold) {
        let Some(at) = self.shelf(changed) else { return };
        let old = &self.shelves[at];
        let mut shelf = Shelf::new(old.first, old.before);
        let docs = docs.iter().skip(old.first).take(old.docs.len());
        docs.for_each(|doc| shelf.add(doc, fold));
        shelf.shrink();
        self.shelves[at] = shelf;
        for at in at + 1..self.shelves.len() {
            let before = &self.shelves[at - 1];
            self.shelves[at].before = before.before + before.text.len();
        }
    }

    /// Takes documents out: those that are left are `docs`, and of all of before `is_kept` says which
    /// these are.
    pub fn remove(&mut self, docs: &[Doc], is_kept: &[bool], fold: &Fold) {
        let (mut first, mut before) = (0, 0);
        for shelf in &mut self.shelves {
            let range = shelf.first..shelf.first + shelf.docs.len();
            let kept = is_kept.get(range).unwrap_or_default().iter().filter(|kept| **kept).count();
            if kept < shelf.docs.len() {
                *shelf = Shelf::new(first, before);
                docs.iter().skip(first).take(kept).for_each(|doc| shelf.add(doc, fold));
                shelf.shrink();
            }
            (shelf.first, shelf.before) = (first, before);
            (first, before) = (first + kept, before + shelf.text.len());
        }
        self.shelves.retain(|shelf| !shelf.docs.is_empty());
    }

    /// Takes the words of a block of a document anew; its text is as it was.
    pub fn cut(&mut self, doc: DocId, number: u32, block: &Block, fold: &Fold) {
        if let Some(at) = self.shelf(doc) {
            let shelf = &mut self.shelves[at];
            shelf.cut(doc - shelf.first, number, block, fold);
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.shelves.last().map_or(0, |shelf| shelf.first + shelf.docs.len())
    }

    /// How many bytes of folded text there are.
    pub fn bytes(&self) -> usize {
        self.shelves.last().map_or(0, |shelf| shelf.before + shelf.text.len())
    }

    /// How many bytes of folded text come before a document; all where there is none.
    pub fn before(&self, doc: DocId) -> usize {
        let found = self.shelf(doc).map(|at| &self.shelves[at]);
        found.map_or(self.bytes(), |shelf| shelf.before + shelf.docs[doc - shelf.first].0 as usize)
    }

    /// The folded text of all documents, in their order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.shelves.iter().map(|shelf| shelf.text.as_str())
    }

    /// Whether a word begins or ends at a byte of these texts one after the other.
    pub fn is_border(&self, byte: usize) -> bool {
        let at = self.shelves.partition_point(|shelf| shelf.before <= byte).saturating_sub(1);
        self.shelves.get(at).is_some_and(|shelf| is_set(&shelf.borders, byte - shelf.before))
    }

    /// A document; `None` if there is none.
    pub fn get(&self, doc: DocId) -> Option<Folded<'_>> {
        let shelf = &self.shelves[self.shelf(doc)?];
        let at = doc - shelf.first;
        let (start, first) = shelf.docs[at];
        let end = (shelf.text.len() as u32, shelf.blocks.len() as u32);
        let (end, last) = shelf.docs.get(at + 1).copied().unwrap_or(end);
        let blocks = first as usize..last as usize;
        Some(Folded {
            text: &shelf.text[start as usize..end as usize],
            roles: &shelf.roles[blocks.clone()],
            start,
            blocks: &shelf.blocks[blocks],
            borders: &shelf.borders,
        })
    }

    /// The next document, from `doc` on, that has a text in it, and the byte of it where the text
    /// first begins; where none on the shelf has it, the first document of the next shelf, and
    /// `None`.
    pub fn next(&self, doc: DocId, text: &memmem::Finder<'_>) -> (DocId, Option<u32>) {
        let Some(at) = self.shelf(doc) else { return (doc, None) };
        let shelf = &self.shelves[at];
        let from = shelf.docs[doc - shelf.first].0 as usize;
        let Some(found) = text.find(&shelf.text.as_bytes()[from..]) else {
            return (shelf.first + shelf.docs.len(), None);
        };
        let found = (from + found) as u32;
        // Most often it is this one, or one of the next.
        let later = &shelf.docs[doc - shelf.first..];
        let past = later.iter().take(8).take_while(|doc| doc.0 <= found).count();
        let past = if past < 8 { past } else { later.partition_point(|doc| doc.0 <= found) };
        (doc + past - 1, Some(found - later[past - 1].0))
    }

    /// The shelf that holds a document; `None` if there is none.
    fn shelf(&self, doc: DocId) -> Option<usize> {
        let at = self.shelves.partition_point(|shelf| shelf.first <= doc).checked_sub(1)?;
        (doc - self.shelves[at].first < self.shelves[at].docs.len()).then_some(at)
    }
}

impl Shelf {
    fn new(first: DocId, before: usize) -> Shelf {
        Shelf {
            first,
            before,
            text: String::new(),
            docs: Vec::new(),
            blocks: Vec::new(),
            roles: Vec::new(),
            borders: vec![0],
        }
    }

    fn add(&mut self, doc: &Doc, fold: &Fold) {
        self.docs.push((self.text.len() as u32, self.blocks.len() as u32));
        for block in &doc.page.blocks {
            self.blocks.push(self.text.len() as u32);
            self.roles.push(block.role);
            self.text.reserve(block.text.len() + 1);
            // As long as the text is most often; what it is longer comes with its borders.
            self.borders.resize((self.text.len() + block.text.len() + 1) / 64 + 1, 0);
            let (start, borders) = (self.text.len(), &mut self.borders);
            let text = &mut self.text;
            each_run(block, fold, |run| text.push_str(run), |at| set_or_grow(borders, start + at));
            set_or_grow(borders, text.len());
            text.push('\n');
        }
        self.borders.resize(self.text.len() / 64 + 1, 0);
    }

    /// Sets the borders of the words of a block of a document anew.
    fn cut(&mut self, doc: usize, number: u32, block: &Block, fold: &Fold) {
        let Some(&start) = self.blocks.get((self.docs[doc].1 + number) as usize) else { return };
        let (start, borders) = (start as usize, &mut self.borders);
        let length = self.text[start..].find('\n').unwrap_or_default();
        (start..start + length).for_each(|byte| put(borders, byte, false));
        each_run(block, fold, |_| {}, |at| set(borders, start + at));
    }

    /// Gives back the memory that was held for more documents.
    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.docs.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.roles.shrink_to_fit();
        self.borders.shrink_to_fit();
    }
}

impl Folded<'_> {
    /// The block that holds a byte of the text.
    pub fn block_at(&self, byte: u32) -> usize {
        let byte = self.start + byte;
        self.blocks.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// Where a block lies in the text, without its line end.
    pub fn block(&self, block: usize) -> Span {
        let end = self.text.len() as u32;
        let start = |block: usize| self.blocks.get(block).map_or(end, |start| start - self.start);
        let first = start(block);
        Span { start: first, end: start(block + 1).saturating_sub(1).max(first) }
    }

    /// The folded text of a block, without its line end.
    pub fn block_text(&self, block: usize) -> &str {
        self.block(block).of(self.text)
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Whether a word begins or ends at a byte of the text.
    pub fn is_border(&self, byte: u32) -> bool {
        is_set(self.borders, (self.start + byte) as usize)
    }

    /// Whether a piece of the text begins and ends where words do.
    pub fn is_whole(&self, span: Span) -> bool {
        self.is_border(span.start) && self.is_border(span.end)
    }

    /// Whether a piece of the text is one word.
    pub fn is_word(&self, span: Span) -> bool {
        self.is_whole(span) && !(span.start + 1..span.end).any(|byte| self.is_border(byte))
    }
}

/// Calls `run` with the folded text of a block, piece by piece, and `border` with every byte of it where a
/// word begins. A run of characters that are their own folded form is one piece: most of a text is such.
fn each_run(block: &Block, fold: &Fold, mut run: impl FnMut(&str), mut border: impl FnMut(usize)) {
    let mut words = block.words.iter();
    // The byte of the block where the next word begins, and how much folded text there is so far.
    let (mut next, mut length) = (0, 0);
    fold.each_run(&block.text, |source, folded, is_same| {
        let end = source + if is_same { folded.len() } else { 1 };
        while next < end {
            // The first character from there on.
            let mut at = if is_same { next.saturating_sub(source) } else { 0 };
            while !folded.is_char_boundary(at) {
                at += 1;
            }
            if at == folded.len() {
                break;
            }
            border(length + at);
            let Some(word) = words.next() else {
                // Where the words are not known every character is one.
                folded[at..]
                    .char_indices()
                    .skip(1)
                    .for_each(|(more, _)| border(length + at + more));
                break;
            };
            next += usize::from(word.length);
        }
        run(folded);
        length += folded.len();
    });
}

fn set_or_grow(bits: &mut Vec<u64>, at: usize) {
    if bits.len() <= at / 64 {
        bits.resize(at / 64 + 1, 0);
    }
    set(bits, at);
}

fn set(bits: &mut [u64], at: usize) {
    put(bits, at, true);
}

fn put(bits: &mut [u64], at: usize, is_on: bool) {
    if let Some(bits) = bits.get_mut(at / 64) {
        *bits = *bits & !(1 << (at % 64)) | u64::from(is_on) << (at % 64);
    }
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
}
