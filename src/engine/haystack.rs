//! The folded text of each document, which searches go through, and where in it the blocks and the
//! words begin.

use super::corpus::Doc;
use super::text::{Fold, Span};

/// A document, folded.
pub struct Folded {
    /// The folded texts of its blocks, one after the other, each ended by a line end. No query has
    /// a line end.
    pub text: String,
    /// For each block the byte of `text` where it begins.
    starts: Vec<u32>,
    /// A bit for each byte of `text`, and one more: whether a word begins or ends there. Where the
    /// words are not known every character is one.
    borders: Vec<u64>,
}

impl Folded {
    /// Folds a document.
    pub fn new(doc: &Doc, fold: &Fold) -> Folded {
        let length: usize = doc.page.blocks.iter().map(|block| block.text.len() + 1).sum();
        let mut text = String::with_capacity(length);
        let mut starts = Vec::with_capacity(doc.page.blocks.len());
        let mut borders = vec![0; length / 64 + 1];
        let mut set = |at: usize| {
            if let Some(bits) = borders.get_mut(at / 64) {
                *bits |= 1 << (at % 64);
            }
        };
        for block in &doc.page.blocks {
            starts.push(text.len() as u32);
            let mut words = block.words.iter();
            // The byte of the block where the next word begins.
            let mut next = 0;
            fold.each(&block.text, |source, c| {
                let mut begins = block.words.is_empty();
                while next <= source {
                    begins = true;
                    next = match words.next() {
                        Some(word) => next + usize::from(word.length),
                        None => break,
                    };
                }
                if begins {
                    set(text.len());
                }
                text.push(c);
            });
            set(text.len());
            text.push('\n');
        }
        borders.truncate(text.len() / 64 + 1);
        Folded { text, starts, borders }
    }

    /// The block that holds a byte of the text.
    pub fn block_at(&self, byte: u32) -> usize {
        self.starts.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// Where a block lies in the text, without its line end.
    pub fn block(&self, block: usize) -> Span {
        let start = self.starts.get(block).copied().unwrap_or(0);
        let next = self.starts.get(block + 1).copied().unwrap_or(self.text.len() as u32);
        Span { start, end: next.saturating_sub(1).max(start) }
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.starts.len()
    }

    /// Whether a word begins or ends at a byte of the text.
    pub fn is_border(&self, byte: u32) -> bool {
        let bits = self.borders.get(byte as usize / 64).copied().unwrap_or(0);
        bits & (1 << (byte % 64)) != 0
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
