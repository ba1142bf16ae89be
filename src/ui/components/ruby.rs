//! How a text is read aloud, above it.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Ruby;

/// How the blocks of the open article are read aloud; `None` where that is not shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rubies(pub Option<Rc<[Vec<Ruby>]>>);

/// No paragraph is as long: a text that was never broken would take the browser seconds.
const LONGEST_UNITS: u32 = 20_000;

impl Rubies {
    /// The pieces of a block; none where nothing is to be shown above it.
    pub fn of(&self, block: usize) -> &[Ruby] {
        let pieces = self.0.as_ref().and_then(|blocks| blocks.get(block));
        let is_short = |pieces: &&Vec<Ruby>| {
            pieces.iter().map(|piece| piece.units).sum::<u32>() <= LONGEST_UNITS
        };
        pieces.filter(is_short).map_or(&[], Vec::as_slice)
    }
}

/// A way through the pieces of a block.
pub struct Pieces<'a> {
    pieces: &'a [Ruby],
    /// How many units and how many syllables of the first of them are behind.
    units: u32,
    syllables: usize,
}

impl<'a> Pieces<'a> {
    /// From the beginning of a block.
    pub fn new(pieces: &'a [Ruby]) -> Pieces<'a> {
        Pieces { pieces, units: 0, syllables: 0 }
    }

    /// The next part of the block's text, with what is to be said above it.
    pub fn set(&mut self, mut text: &str) -> Html {
        let mut set = Vec::new();
        while let Some(piece) = self.pieces.first().filter(|_| !text.is_empty()) {
            let mut left = piece.units - self.units;
            let mut characters = 0;
            let end = text.char_indices().find(|(_, c)| {
                let goes_on = left > 0;
                left = left.saturating_sub(c.len_utf16() as u32);
                characters += usize::from(goes_on);
                !goes_on
            });
            let (part, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
            let syllables = piece.reading.split(' ').skip(self.syllables).take(characters);
            let reading = syllables.collect::<Vec<_>>().join(" ");
            set.push(if reading.is_empty() {
                html! { { part } }
            } else {
                html! { <ruby>{ part }<rt>{ reading }</rt></ruby> }
            });
            self.units += part.encode_utf16().count() as u32;
            self.syllables += characters;
            if self.units >= piece.units {
                (self.pieces, self.units, self.syllables) = (&self.pieces[1..], 0, 0);
            }
            text = rest;
        }
        if !text.is_empty() {
            set.push(html! { { text } });
        }
        set.into_iter().collect()
    }
}
