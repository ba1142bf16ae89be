//! Phrases by how they are read: `chongqing`, `cqgxq`, `chongqgxq`.
//!
//! All readings of a text are followed at once: the state is a set of places in what was typed,
//! one bit each, and a character takes all of them one step further (Baeza-Yates and Gonnet's
//! shift-and, 1992, over syllables instead of letters). So the work for a character is bounded,
//! whatever is typed and whatever the text.

use std::cmp::Reverse;

use super::super::sort;
use super::{Suggestion, Tally};

/// Phrases are of at least so many characters.
const SHORTEST: usize = 2;
/// And of at most so many.
const LONGEST: usize = 12;
/// So many letters are a query at least,
const FEWEST: usize = 2;
/// and at most, so that their places fit into the bits of a `u64`, and the one after the last.
const MOST: usize = 60;

/// The first code of a character that can have a reading,
const FIRST: usize = 0x3400;
/// and the code after the last.
const PAST: usize = 0xa000;

/// How Chinese characters are read, without tones; a character may have several readings.
pub struct Pinyin {
    /// All syllables, sorted; `ü` is written `v`.
    syllables: Vec<String>,
    /// For each character from [`FIRST`] on which entry of `starts` is its own; 0, whose readings
    /// are none, where the readings are not known.
    numbers: Box<[u16]>,
    /// Where in `readings` those of a character begin; they end where the next one's begin.
    starts: Vec<u32>,
    /// The readings, as places in `syllables`.
    readings: Vec<u16>,
}

impl Pinyin {
    /// Reads the table that the build made (see `src/pinyin/mod.rs`): a line is a syllable, a
    /// space, and its characters as distances from one to the next. What does not have that
    /// form is left out.
    pub fn new(table: &str) -> Pinyin {
        let mut syllables = Vec::new();
        let mut read: Vec<(usize, u16)> = Vec::new();
        for (syllable, distances) in table.lines().filter_map(|line| line.split_once(' ')) {
            let number = syllables.len() as u16;
            syllables.push(syllable.to_owned());
            let mut code = FIRST;
            for distance in distances.chars() {
                code += (distance as usize).saturating_sub(0x30);
                if code >= PAST {
                    break;
                }
                read.push((code, number));
            }
        }
        let mut numbers = vec![0u16; PAST - FIRST].into_boxed_slice();
        let mut starts = vec![0, 0];
        let mut readings = Vec::new();
        sort::by_number(&mut read, |&(code, _)| code as u64);
        for of_one in read.chunk_by(|a, b| a.0 == b.0) {
            numbers[of_one[0].0 - FIRST] = starts.len() as u16 - 1;
            readings.extend(of_one.iter().map(|&(_, syllable)| syllable));
            starts.push(readings.len() as u32);
        }
        Pinyin { syllables, numbers, starts, readings }
    }

    /// All readings of a character, sorted; none where they are not known.
    pub fn readings(&self, c: char) -> impl Iterator<Item = &str> {
        self.of(self.number(c)).iter().map(|&i| self.syllables[usize::from(i)].as_str())
    }

    fn number(&self, c: char) -> usize {
        let place = (c as usize).wrapping_sub(FIRST);
        self.numbers.get(place).map_or(0, |&number| usize::from(number))
    }

    fn of(&self, number: usize) -> &[u16] {
        &self.readings[self.starts[number] as usize..self.starts[number + 1] as usize]
    }
}

/// The phrases of a text that are read as was typed: every character by its whole syllable, by
/// the letter it begins with, or by `zh`, `ch`, `sh`; the last one by any beginning of its
/// syllable. Case does not matter; a space or an apostrophe is where a syllable ends; `ü` and `v`
/// are the same.
///
/// Phrases are of 2 to 12 characters, all Chinese, and begin and end where words do at least
/// once: `is_border` says so of a byte of `folded`, and is asked only of the ends of phrases that
/// are read so. Those with the fewest characters not typed whole come first, then the more
/// frequent ones. Nothing is suggested for fewer than 2 letters or more than 60, nor if anything
/// but letters, spaces and apostrophes was typed.
pub fn by_pinyin(
    folded: &str,
    is_border: impl Fn(usize) -> bool,
    pinyin: &Pinyin,
    typed: &str,
    limit: usize,
) -> Vec<Suggestion> {
    let Some(typed) = Typed::new(pinyin, typed) else {
        return Vec::new();
    };
    let mut tally = Tally::default();
    for (at, c) in folded.char_indices() {
        if !typed.begins[pinyin.number(c)] {
            continue;
        }
        let mut reached = 1;
        for (i, (offset, c)) in folded[at..].char_indices().take(LONGEST).enumerate() {
            let number = pinyin.number(c);
            reached = typed.whole(reached, number) | typed.short(reached, number);
            if reached == 0 {
                break;
            }
            if i + 1 >= SHORTEST && reached & typed.end() != 0 {
                let end = at + offset + c.len_utf8();
                // Also where no word begins or ends: it is an occurrence.
                let counted = tally.add(&folded[at..end], at);
                counted.chosen = counted.chosen || is_border(at) && is_border(end);
            }
        }
    }
    let chosen = tally.0.into_iter().filter(|(_, counted)| counted.chosen);
    let found = chosen.map(|(text, counted)| (typed.shortened(text), Reverse(counted.count), text));
    let found = sort::least(found, limit);
    found.into_iter().map(|(_, Reverse(count), text)| Suggestion::new(text, count)).collect()
}

/// What was typed, prepared.
struct Typed<'a> {
    pinyin: &'a Pinyin,
    /// How many letters.
    length: usize,
    /// For each syllable where it can be.
    fits: Vec<Fit>,
    /// For each number of a character whether it can be the first.
    begins: Vec<bool>,
}

/// Where in what was typed a syllable can be: bit `i` is for the letters from `i` on.
#[derive(Clone, Copy, Default)]
struct Fit {
    /// The whole syllable.
    whole: u64,
    /// Its length in letters.
    length: u32,
    /// Its first letter.
    first: u64,
    /// Its first two letters, if they are one sound.
    pair: u64,
    /// All that is left begins it.
    rest: u64,
}

impl<'a> Typed<'a> {
    /// `None` if it is not what a person types for a reading.
    fn new(pinyin: &'a Pinyin, typed: &str) -> Option<Typed<'a>> {
        let mut letters = String::new();
        // Bit `i`: a syllable ends before letter `i`.
        let mut ends = 0u64;
        for c in typed.chars() {
            match c {
                _ if c.is_whitespace() || matches!(c, '\'' | '’' | '‘' | '＇') => {
                    ends |= 1 << letters.len();
                }
                _ if letters.len() == MOST => return None,
                'ü' | 'Ü' => letters.push('v'),
                _ if c.is_ascii_alphabetic() => letters.push(c.to_ascii_lowercase()),
                _ => return None,
            }
        }
        if letters.len() < FEWEST {
            return None;
        }
        let fits = pinyin.syllables.iter().map(|syllable| Fit::new(syllable, &letters, ends));
        let mut typed =
            Typed { pinyin, length: letters.len(), fits: fits.collect(), begins: Vec::new() };
        let numbers = 0..pinyin.starts.len() - 1;
        typed.begins = numbers.map(|n| typed.whole(1, n) | typed.short(1, n) != 0).collect();
        Some(typed)
    }

    /// The place after the last letter.
    fn end(&self) -> u64 {
        1 << self.length
    }

    /// The places reached by one more character, typed whole.
    fn whole(&self, reached: u64, number: usize) -> u64 {
        let fits = self.pinyin.of(number).iter().map(|&i| self.fits[usize::from(i)]);
        fits.fold(0, |next, fit| next | (reached & fit.whole) << fit.length)
    }

    /// The places reached by one more character, not typed whole.
    fn short(&self, reached: u64, number: usize) -> u64 {
        let fits = self.pinyin.of(number).iter().map(|&i| self.fits[usize::from(i)]);
        fits.fold(0, |next, fit| {
            let rest = if reached & fit.rest == 0 { 0 } else { self.end() };
            next | (reached & fit.first) << 1 | (reached & fit.pair) << 2 | rest
        })
    }

    /// How many characters of a phrase were not typed whole, at the least.
    fn shortened(&self, phrase: &str) -> usize {
        // The places reached, by how many characters were not typed whole.
        let mut reached = [0u64; LONGEST + 1];
        reached[0] = 1;
        for c in phrase.chars() {
            let number = self.pinyin.number(c);
            let mut next = reached.map(|reached| self.whole(reached, number));
            for (next, &reached) in next[1..].iter_mut().zip(&reached) {
                *next |= self.short(reached, number);
            }
            reached = next;
        }
        let least = reached.iter().position(|reached| reached & self.end() != 0);
        least.unwrap_or(LONGEST)
    }
}

impl Fit {
    /// `ends`: where a syllable was made to end.
    fn new(syllable: &str, letters: &str, ends: u64) -> Fit {
        let mut fit = Fit { length: syllable.len() as u32, ..Fit::default() };
        for i in 0..letters.len() {
            let left = &letters[i..];
            // How many letters there are up to where a syllable was made to end.
            let room = (ends >> i >> 1).trailing_zeros() as usize + 1;
            let here = |part: &str| part.len() <= room && left.starts_with(part);
            let bit = |is: bool| u64::from(is) << i;
            fit.whole |= bit(!syllable.is_empty() && here(syllable));
            fit.first |= bit(syllable.get(..1).is_some_and(here));
            let pair = syllable.get(..2).filter(|pair| ["zh", "ch", "sh"].contains(pair));
            fit.pair |= bit(pair.is_some_and(here));
            fit.rest |= bit(left.len() <= room && syllable.starts_with(left));
        }
        fit
    }
}
