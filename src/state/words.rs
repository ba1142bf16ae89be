//! The words of the open article: shown in the text, gone through one by one, and what is known of
//! one.

use std::rc::Rc;

use super::State;
use crate::protocol::{Spot, WordCard, WordHere};

/// The words of a document: its id, and for each block in reading order those of its text.
pub type Words = (String, Rc<[Vec<WordHere>]>);

/// A word that something is asked of.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The document that it was met in.
    pub doc: String,
    /// The word.
    pub word: String,
    /// What is known of it; `None` until that is there.
    pub card: Option<Rc<WordCard>>,
    /// Whether that is of before a correction.
    pub is_stale: bool,
}

impl State {
    /// The words of the open page, if they are to be shown; `None` while they are not there. Those from
    /// before a correction of words stand until the new ones are there.
    pub fn shown_words(&self) -> Option<&Rc<[Vec<WordHere>]>> {
        let (id, words) = self.words.as_ref()?;
        (self.view.words && Some(id) == self.view.doc.as_ref() && !self.stale.words_text)
            .then_some(words)
    }

    /// Where the current word begins and ends.
    pub fn current_word(&self) -> Option<(Spot, Spot)> {
        let (block, number) = self.word?;
        let words = self.shown_words()?.get(block as usize)?;
        let units = |words: &[WordHere]| words.iter().map(|word| u32::from(word.units)).sum();
        let from: u32 = units(words.get(..number as usize)?);
        let length = u32::from(words.get(number as usize)?.units);
        Some((Spot { block, at: from }, Spot { block, at: from + length }))
    }

    /// Where the current word begins, also while the words are asked anew.
    pub(super) fn place_of_word(&self) -> Option<Spot> {
        let (block, number) = self.word?;
        let words = self.words.as_ref()?.1.get(block as usize)?.get(..number as usize)?;
        Some(Spot { block, at: words.iter().map(|word| u32::from(word.units)).sum() })
    }

    /// The current word and the one that stands right before it, and right after it, as one; `None`
    /// where a mark stands there, or nothing.
    pub fn joined_words(&self) -> [Option<String>; 2] {
        let joined = |is_on: bool| {
            let (from, to) = self.current_word()?;
            let words = self.shown_words()?.get(from.block as usize)?;
            let number = self.word?.1 as usize;
            let next = if is_on { number + 1 } else { number.checked_sub(1)? };
            let next = words.get(next).filter(|next| next.is_word)?;
            let units = u32::from(next.units);
            let (from, to) =
                if is_on { (from.at, to.at + units) } else { (from.at - units, to.at) };
            let block = self.word?.0;
            self.text_of(Spot { block, at: from }, Spot { block, at: to })
        };
        [joined(false), joined(true)]
    }

    /// The text between two places of one block of the open page.
    pub(super) fn text_of(&self, from: Spot, to: Spot) -> Option<String> {
        let runs = &self.page()?.blocks.get(from.block as usize)?.runs;
        let units: Vec<u16> = runs.iter().flat_map(|run| run.text.encode_utf16()).collect();
        String::from_utf16(units.get(from.at as usize..to.at as usize)?).ok()
    }

    /// The current word.
    pub fn word_text(&self) -> Option<String> {
        let (from, to) = self.current_word()?;
        self.text_of(from, to)
    }

    /// Makes the word current that holds a place of the open page.
    pub(super) fn choose_word(&mut self, spot: Spot) {
        let Some(words) = self.shown_words().and_then(|words| words.get(spot.block as usize))
        else {
            return;
        };
        let mut end = 0;
        let number = words.iter().position(|word| {
            end += u32::from(word.units);
            spot.at < end
        });
        self.word = number.map(|number| (spot.block, number as u32));
    }

    /// Goes on to the next word that is more than a mark, or back to the one before; `start` is the
    /// block from which the way begins where there is no current word.
    pub(super) fn step_word(&mut self, is_on: bool, start: u32) {
        let Some(blocks) = self.shown_words().cloned() else { return };
        let says = |block: usize, number: usize| {
            let word: Option<&WordHere> = blocks.get(block).and_then(|words| words.get(number));
            word.is_some_and(|word| word.is_word)
        };
        let length = |block: usize| blocks.get(block).map_or(0, Vec::len);
        let (mut block, mut number) = match self.word {
            Some((block, number)) => (block as usize, number as usize),
            None if is_on => (start as usize, usize::MAX),
            None => return,
        };
        loop {
            if is_on {
                number = number.wrapping_add(1);
                if number >= length(block) {
                    (block, number) = (block + 1, usize::MAX);
                    if block >= blocks.len() {
                        return;
                    }
                    continue;
                }
            } else if number > 0 {
                number -= 1;
            } else if block > 0 {
                block -= 1;
                number = length(block);
                continue;
            } else {
                return;
            }
            if says(block, number) {
                self.word = Some((block as u32, number as u32));
                return;
            }
        }
    }

    /// Asks what is known of the current word.
    pub(super) fn ask_of_word(&mut self) {
        let word = self.word_text().filter(|word| !word.trim().is_empty());
        if let (Some(doc), Some(word)) = (self.view.doc.clone(), word) {
            self.ask_of(doc, word);
        }
    }

    /// Asks what is known of a word that was met in a document.
    pub(super) fn ask_of(&mut self, doc: String, word: String) {
        self.asked_of = Some(Asked { doc, word, card: None, is_stale: false });
    }
}
