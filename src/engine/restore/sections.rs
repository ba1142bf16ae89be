//! Which paragraphs belong under which of the headings that the extraction tore off.
//!
//! A section is a stretch of paragraphs in the order of the source, and has one heading; so the
//! page is explained from its first paragraph to its last, and of all explanations so far the best
//! few dozen are kept (beam search; Lowerre 1976). A paragraph speaks for a heading by the words
//! they share, above all those that few paragraphs have (after BM25's term weight; Robertson and
//! Zaragoza 2009); a change of section costs, less where the column changes and less from one
//! heading to the next.

use super::super::corpus::{Block, Role};
use super::super::text::is_han;

/// How many explanations are kept.
const BEAM: usize = 24;

/// What a change of section costs inside a galley: to the next heading, and to any other.
const INSIDE: (f64, f64) = (1.2, 2.4);

/// What a change of section costs between two galleys: where something stands between them, and
/// where only the column changes.
const BETWEEN: (f64, f64) = (0.2, 0.8);

/// What a section of one paragraph costs that is not a galley of its own.
const LONE: f64 = 2.5;

/// What it costs to leave a section for text without a heading: what leads comes first.
const LEFT: f64 = 1.2;

/// What speaks for a heading to have a section at all.
const USED: f64 = 0.5;

/// What speaks for a paragraph to stand under no heading.
const NONE: f64 = 0.3;

/// What speaks for the galley right below a headline: more than any words.
const SURE: f64 = 8.0;

/// A section does not begin inside a galley with a paragraph that says so little for it.
const DOUBT: f64 = 0.4;

/// What it costs to begin a statement with a paragraph that does not name the house.
const UNNAMED: f64 = 2.0;

/// What speaks for what stands right below the name of the one who speaks.
const NEAR: f64 = 1.0;

/// Of neighbouring pairs that a text shares, those after the most telling one count so much: they
/// are parts of the same word.
const PART: f64 = 0.25;

/// The rarity of a word of middling frequency, by which those that every paragraph has are made to
/// count for less, and rare ones for more.
const USUAL: f64 = 3.0;

/// More units than a page can have.
const UNIT_BITS: u32 = 22;

/// What a heading may stand over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The main headline.
    Main,
    /// The headline of another article.
    Other,
    /// The heading of a section.
    Section,
    /// The name of somebody whose statement is printed.
    Speaker,
}

/// A stretch of text that is placed as a whole: a paragraph, or a galley with sections of its own.
#[derive(Default)]
pub struct Unit {
    /// Its blocks (by index), in order.
    pub blocks: Vec<usize>,
    /// Whether it begins a galley.
    pub opens: bool,
    /// Whether a frame begins with its galley, or something else than the like running text stands
    /// before.
    pub is_apart: bool,
    /// Whether it leads the page, in a narrow column of its own: it stands under no section.
    pub is_lede: bool,
    /// Whether it has section headings of its own: then only a headline can stand above it.
    pub has_sections: bool,
}

/// For each unit the heading (a place in `headings`) that it belongs under. Each heading has one
/// stretch of units at most. `heads[h]` says what a heading may stand over; the main headline is
/// over all that stands under no other.
pub fn sections<'a>(
    units: &[Unit],
    headings: &[usize],
    heads: &[Head],
    blocks: &'a [Block],
    pairs: &Pairs,
) -> Vec<Option<usize>> {
    // More headings than a page has are not told apart.
    if headings.len() > 64 {
        return vec![None; units.len()];
    }
    let texts: Vec<&str> = headings.iter().map(|&i| blocks[i].text.as_str()).collect();
    let mut fits = pairs.fits(&texts);
    // The house of one who speaks goes by the first characters of its name.
    let house = |(text, head): (&&'a str, &Head)| match text.char_indices().nth(2) {
        Some((end, _)) if *head == Head::Speaker => &text[..end],
        _ => "",
    };
    let houses: Vec<&str> = texts.iter().zip(heads).map(house).collect();
    let named = pairs.fits(&houses);
    let main: Vec<f64> = fits
        .iter()
        .map(|fits| {
            fits.iter()
                .zip(heads)
                .filter(|(_, head)| **head == Head::Main)
                .map(|(fit, _)| fit)
                .sum()
        })
        .collect();
    let below = |h: usize, u: usize| directly_below(units, headings[h], u, blocks);
    let has_below: Vec<bool> =
        (0..headings.len()).map(|h| (0..units.len()).any(|u| below(h, u))).collect();
    for (u, fits) in fits.iter_mut().enumerate() {
        for (h, fit) in fits.iter_mut().enumerate() {
            let may = match heads[h] {
                Head::Main => false,
                Head::Other if has_below[h] => below(h, u),
                Head::Other => !units[u].is_lede,
                Head::Section | Head::Speaker => !units[u].is_lede && !units[u].has_sections,
            };
            match heads[h] {
                // Articles compete by what they are about.
                Head::Other => *fit += if has_below[h] { SURE } else { -main[u] },
                Head::Speaker => *fit += named[u][h] + if below(h, u) { NEAR } else { 0.0 },
                _ => {}
            }
            if !may {
                *fit = f64::NEG_INFINITY;
            }
        }
    }
    // Headings that stand one below the other are all of a kind: where most have no text, they say
    // what pictures show.
    loop {
        let chosen = best(units, heads, &fits, &named);
        let is_used = |h: &usize| chosen.contains(&Some(*h));
        let all: Vec<usize> = (0..headings.len()).filter(|&h| heads[h] == Head::Section).collect();
        let runs = all.chunk_by(|&a, &b| headings[a] + 1 == headings[b]);
        let Some(run) = runs
            .filter(|run| run.iter().any(is_used))
            .find(|run| run.iter().filter(|h| is_used(h)).count() * 2 < run.len())
        else {
            return chosen;
        };
        for &h in run {
            fits.iter_mut().for_each(|fits| fits[h] = f64::NEG_INFINITY);
        }
    }
}

/// An explanation of the page up to some unit.
#[derive(Clone, Copy)]
struct Explained {
    score: f64,
    /// The headings that have had their section, a bit each.
    used: u64,
    /// The heading that the unit is under.
    now: Option<usize>,
    /// Whether the stretch under it has one unit so far, and whether that began a galley.
    lone: (bool, bool),
    /// Which explanation of the unit before it goes on from.
    from: usize,
}

impl Explained {
    /// Whether what may come next is the same for both.
    fn goes_on_as(&self, other: &Explained) -> bool {
        (self.used, self.now, self.lone) == (other.used, other.now, other.lone)
    }
}

/// The best explanation of the page.
fn best(
    units: &[Unit],
    heads: &[Head],
    fits: &[Vec<f64>],
    named: &[Vec<f64>],
) -> Vec<Option<usize>> {
    let first = Explained { score: 0.0, used: 0, now: None, lone: (false, true), from: 0 };
    let mut beams: Vec<Vec<Explained>> = vec![vec![first]];
    for (u, unit) in units.iter().enumerate() {
        let last = &units[u.saturating_sub(1)];
        let mut next: Vec<Explained> = Vec::new();
        for (from, before) in beams[u].iter().enumerate() {
            let states = std::iter::once(None).chain((0..heads.len()).map(Some));
            for now in states {
                let Some(cost) = change(before, now, last, unit) else { continue };
                let stays = before.now == now;
                let says_little = |fit: f64| !stays && !unit.opens && fit < DOUBT;
                let gain = now.map_or(NONE, |h| fits[u][h]);
                let gain = if says_little(gain) { gain.min(0.0) } else { gain };
                let bit = now.map_or(0, |h| 1 << h);
                let is_new = bit != 0 && before.used & bit == 0;
                // A statement begins where its house is named.
                let is_named = now.is_none_or(|h| heads[h] != Head::Speaker || named[u][h] > 0.0);
                let begins = stays || is_named || unit.opens && unit.is_apart;
                let score = before.score - cost - if begins { 0.0 } else { UNNAMED }
                    + gain
                    + if is_new { USED } else { 0.0 };
                if score == f64::NEG_INFINITY {
                    continue;
                }
                let lone = if stays { (false, false) } else { (now.is_some(), unit.opens) };
                let explained = Explained { score, used: before.used | bit, now, lone, from };
                next.push(explained);
            }
        }
        next.sort_by(|a, b| b.score.total_cmp(&a.score));
        // Of explanations that may go on the same way, the best is enough.
        let mut beam: Vec<Explained> = Vec::with_capacity(BEAM);
        for explained in next {
            if beam.len() < BEAM && !beam.iter().any(|known| known.goes_on_as(&explained)) {
                beam.push(explained);
            }
        }
        beams.push(beam);
    }
    let mut at = 0;
    let mut chosen = vec![None; units.len()];
    for u in (0..units.len()).rev() {
        let explained = &beams[u + 1][at];
        chosen[u] = explained.now;
        at = explained.from;
    }
    chosen
}

/// What it costs to go on under heading `now` from unit `last` to `unit`; `None` if that cannot be.
fn change(before: &Explained, now: Option<usize>, last: &Unit, unit: &Unit) -> Option<f64> {
    let headed = before.now.is_some() || last.has_sections;
    let left = if headed && now.is_none() && !unit.has_sections { LEFT } else { 0.0 };
    if before.now == now {
        return Some(left);
    }
    // A heading has one stretch.
    if now.is_some_and(|h| before.used & (1 << h) != 0) {
        return None;
    }
    let (lone, opened) = before.lone;
    let lone = if lone && !(opened && unit.opens) { LONE } else { 0.0 };
    let is_next = before.now.zip(now).is_some_and(|(before, now)| before + 1 == now);
    let step = match (unit.opens, is_next) {
        (true, _) if unit.is_apart => BETWEEN.0,
        (true, _) => BETWEEN.1,
        (false, true) => INSIDE.0,
        (false, false) => INSIDE.1,
    };
    Some(lone + step + left)
}

/// The pairs of neighbouring characters that units of text have.
pub struct Pairs {
    /// Sorted by pair, then by unit.
    counts: Vec<Count>,
    /// For each unit how many pairs it has, 1 being the average.
    lengths: Vec<f64>,
}

/// How often a unit has a pair.
struct Count {
    pair: Pair,
    unit: usize,
    count: f64,
}

/// Two neighbouring characters, as one number of 42 bits.
type Pair = u64;

/// What a word of a heading weighs in a unit that has it, as far as it is read.
#[derive(Clone, Copy, Default)]
struct Word {
    /// The place in the heading of its last pair, from 1.
    end: usize,
    /// What its most telling pair weighs.
    most: f64,
    /// What all its pairs weigh.
    all: f64,
}

impl Word {
    fn weight(self) -> f64 {
        self.most + PART * (self.all - self.most)
    }
}

impl Pairs {
    /// Counts the pairs of each unit.
    pub fn new(units: &[Unit], blocks: &[Block]) -> Pairs {
        // A pair and its unit, as one number: those of a page are sorted often.
        let mut pairs: Vec<u64> = Vec::new();
        let mut lengths = Vec::with_capacity(units.len());
        for (u, unit) in units.iter().enumerate() {
            let before = pairs.len();
            for &block in &unit.blocks {
                let of = pairs_or_gaps(&blocks[block].text).flatten();
                pairs.extend(of.map(|pair| pair << UNIT_BITS | u as u64));
            }
            lengths.push((pairs.len() - before) as f64);
        }
        pairs.sort_unstable();
        let average = (lengths.iter().sum::<f64>() / lengths.len().max(1) as f64).max(1.0);
        lengths.iter_mut().for_each(|length| *length /= average);
        let counts = pairs.chunk_by(|a, b| a == b).map(|same| {
            let (pair, unit) = (same[0] >> UNIT_BITS, same[0] & ((1 << UNIT_BITS) - 1));
            Count { pair, unit: unit as usize, count: same.len() as f64 }
        });
        Pairs { counts: counts.collect(), lengths }
    }

    /// The units that have a pair.
    fn having(&self, pair: Pair) -> &[Count] {
        let from = &self.counts[self.counts.partition_point(|known| known.pair < pair)..];
        &from[..from.partition_point(|known| known.pair == pair)]
    }

    /// How well each unit fits each heading; `headings` are their texts.
    pub fn fits(&self, headings: &[&str]) -> Vec<Vec<f64>> {
        let units = self.lengths.len();
        let mut fits = vec![vec![0.0; headings.len()]; units];
        for (h, heading) in headings.iter().enumerate() {
            let mut words = vec![Word::default(); units];
            for (at, pair) in (1..).zip(pairs_or_gaps(heading)) {
                let having = pair.map_or(&[][..], |pair| self.having(pair));
                let rarity = ((units as f64 + 1.0) / (having.len() as f64 + 0.5)).ln();
                for &Count { unit, count, .. } in having {
                    let weight =
                        rarity * rarity / USUAL * count / (count + 0.5 + 0.5 * self.lengths[unit]);
                    let word = &mut words[unit];
                    if word.end + 1 != at {
                        fits[unit][h] += word.weight();
                        *word = Word::default();
                    }
                    *word = Word { end: at, most: word.most.max(weight), all: word.all + weight };
                }
            }
            for (fits, word) in fits.iter_mut().zip(words) {
                fits[h] += word.weight();
            }
        }
        fits
    }
}

/// Whether a unit is of the galley that begins right below a headline and its lead.
fn directly_below(units: &[Unit], head: usize, unit: usize, blocks: &[Block]) -> bool {
    let first = (0..=unit).rev().find(|&u| units[u].opens).unwrap_or(0);
    let top = units[first].blocks[0];
    head < top
        && blocks[head + 1..top]
            .iter()
            .all(|block| block.role != Role::Body && block.role != Role::Subhead)
}

/// The pairs of neighbouring Chinese characters of a text, `None` where there is none, and at last.
fn pairs_or_gaps(text: &str) -> impl Iterator<Item = Option<Pair>> {
    text.chars()
        .zip(text.chars().skip(1))
        .map(|(a, b)| (is_han(a) && is_han(b)).then_some(u64::from(a) << 21 | u64::from(b)))
        .chain([None])
}
