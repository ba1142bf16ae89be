//! A passage that is quoted: where in the source it is printed, and from there back to where it is
//! read. The source does not change when the restoration is corrected, so its places are what links
//! to passages are made of.

use serde::{Deserialize, Serialize};

use super::corpus::{Block, Doc, Place};
use super::text::Span;

/// A place between two characters of a page as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// The block, in reading order, from 0.
    pub block: u32,
    /// How many units of UTF-16, in which browsers count, of its text go before.
    pub at: u32,
}

/// A passage, and all that a citation says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Its text, a line for each block.
    pub quote: String,
    /// The title of its article; of the page, where the article has none.
    pub title: String,
    /// Who wrote the article, as printed; empty if it does not say.
    pub byline: String,
    /// The date of the page; empty if unknown.
    pub date: String,
    /// Where in the source its first character stands.
    pub from: Place,
    /// And where its last.
    pub to: Place,
}

/// The passage between two places; `None` where that is no text.
pub fn quotation(doc: &Doc, from: Spot, to: Spot) -> Option<Quotation> {
    let mut pieces: Vec<(u32, Span)> = Vec::new();
    for at in from.block..=to.block {
        let number = *doc.page.reading_order.get(at as usize)?;
        let text = &doc.page.blocks[number as usize].text;
        let start = if at == from.block { byte(text, from.at) } else { 0 };
        let end = if at == to.block { byte(text, to.at) } else { text.len() };
        let piece = text.get(start..end).unwrap_or_default();
        let (inner, before) = (piece.trim(), piece.len() - piece.trim_start().len());
        if !inner.is_empty() {
            let start = (start + before) as u32;
            pieces.push((number, Span { start, end: start + inner.len() as u32 }));
        }
    }
    let block = |number: u32| &doc.page.blocks[number as usize];
    let (&(first, begin), &(last, end)) = (pieces.first()?, pieces.last()?);
    let last_char = end.of(&block(last).text).chars().next_back().map_or(0, char::len_utf8);
    let quote: Vec<&str> =
        pieces.iter().map(|&(number, span)| span.of(&block(number).text)).collect();
    let article = doc.page.articles.iter().find(|article| article.blocks.contains(&first));
    let title = article.map(|article| &article.title).filter(|title| !title.is_empty());
    Some(Quotation {
        quote: quote.join("\n"),
        title: title.unwrap_or(&doc.page.title).clone(),
        byline: article.map(|article| article.byline.clone()).unwrap_or_default(),
        date: doc.page.date.as_ref().map(|date| date.value.clone()).unwrap_or_default(),
        from: place(block(first), begin.start as usize)?,
        to: place(block(last), end.end as usize - last_char)?,
    })
}

/// Where what is printed from one character of the source to another is read; `None` where either is
/// not on the page.
pub fn spots(doc: &Doc, from: Place, to: Place) -> Option<(Spot, Spot)> {
    let (first, start) = find(doc, from)?;
    let (last, before) = find(doc, to)?;
    let text = |at: u32| &doc.page.blocks[doc.page.reading_order[at as usize] as usize].text;
    let end = before + text(last)[before..].chars().next().map_or(0, char::len_utf8);
    let spot = |block: u32, byte: usize| Spot {
        block,
        at: text(block)[..byte].encode_utf16().count() as u32,
    };
    Some((spot(first, start), spot(last, end))).filter(|(from, to)| from < to)
}

/// The byte of a text that so many units of UTF-16 go before.
pub(super) fn byte(text: &str, units: u32) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if before >= units {
            return at;
        }
        before += c.len_utf16() as u32;
    }
    text.len()
}

/// Where in the source a character of a block stands.
fn place(block: &Block, byte: usize) -> Option<Place> {
    let run = block.origin.partition_point(|origin| origin.at as usize <= byte).checked_sub(1)?;
    let origin = block.origin[run];
    let before = block.text.get(origin.at as usize..byte)?.chars().count() as u32;
    Some(Place { line: origin.line, column: origin.column + before })
}

/// The block, in reading order, and the byte of its text where a character of the source stands.
fn find(doc: &Doc, place: Place) -> Option<(u32, usize)> {
    (0..).zip(&doc.page.reading_order).find_map(|(at, &number)| {
        let block = &doc.page.blocks[number as usize];
        block.origin.iter().enumerate().find_map(|(i, origin)| {
            let end = block.origin.get(i + 1).map_or(block.text.len(), |next| next.at as usize);
            let before = place.column.checked_sub(origin.column)?;
            let run = block.text.get(origin.at as usize..end)?;
            let (inside, _) = run.char_indices().nth(before as usize)?;
            (origin.line == place.line).then_some((at, origin.at as usize + inside))
        })
    })
}
