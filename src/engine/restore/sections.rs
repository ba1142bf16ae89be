//! Which paragraphs belong under which of the headings that the extraction tore off.
//!
//! A section is a stretch of paragraphs in the order of the source, and has one heading; so the
//! page is explained from its first paragraph to its last, and of all explanations so far the best
//! few hundred are kept (beam search; Lowerre 1976). A paragraph speaks for a heading by the words
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
pub fn sections(
    units: &[Unit],
    headings: &[usize],
    heads: &[Head],
    blocks: &[Block],
    pairs: &Pairs,
) -> Vec<Option<usize>> {
    // More headings than a page has are not told apart.
    if headings.len() > 64 {
        return vec![None; units.len()];
    }
    let texts: Vec<&str> = headings.iter().map(|&i| blocks[i].text.as_str()).collect();
    let mut fits = pairs.fits(&texts);
    // A house goes by the first characters of its name.
    let houses: Vec<String> = texts.iter().map(|text| text.chars().take(2).collect()).collect();
    let houses: Vec<&str> = houses.iter().map(String::as_str).collect();
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
    /// For each unit its pairs, sorted, and how often it has them.
    counts: Vec<Vec<((char, char), f64)>>,
    /// For each unit how many pairs it has, 1 being the average.
    lengths: Vec<f64>,
}

impl Pairs {
    /// Counts the pairs of each unit.
    pub fn new(units: &[Unit], blocks: &[Block]) -> Pairs {
        let counts: Vec<_> = units.iter().map(|unit| counted(unit, blocks)).collect();
        let lengths = counts.iter().map(|counts| counts.iter().map(|pair| pair.1).sum());
        let mut lengths: Vec<f64> = lengths.collect();
        let average = (lengths.iter().sum::<f64>() / lengths.len().max(1) as f64).max(1.0);
        lengths.iter_mut().for_each(|length| *length /= average);
        Pairs { counts, lengths }
    }

    /// How often a unit has a pair.
    fn count(&self, unit: usize, pair: (char, char)) -> f64 {
        let counts = &self.counts[unit];
        counts.binary_search_by_key(&pair, |known| known.0).map_or(0.0, |at| counts[at].1)
    }

    /// How well each unit fits each heading; `headings` are their texts.
    pub fn fits(&self, headings: &[&str]) -> Vec<Vec<f64>> {
        let units = self.counts.len();
        let mut fits = vec![vec![0.0; headings.len()]; units];
        for (h, heading) in headings.iter().enumerate() {
            // For each unit, what the word weighs that the last pairs are of.
            let mut word = vec![(0.0f64, 0.0f64); units];
            for pair in pairs_or_gaps(heading) {
                let count = |u: usize| pair.map_or(0.0, |pair| self.count(u, pair));
                let counts: Vec<f64> = (0..units).map(count).collect();
                let having = counts.iter().filter(|&&count| count > 0.0).count();
                let rarity = ((units as f64 + 1.0) / (having as f64 + 0.5)).ln();
                for (u, count) in counts.into_iter().enumerate() {
                    let weight =
                        rarity * rarity / USUAL * count / (count + 0.5 + 0.5 * self.lengths[u]);
                    let (most, all) = &mut word[u];
                    if count > 0.0 {
                        (*most, *all) = (most.max(weight), *all + weight);
                    } else {
                        fits[u][h] += *most + PART * (*all - *most);
                        (*most, *all) = (0.0, 0.0);
                    }
                }
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

fn counted(unit: &Unit, blocks: &[Block]) -> Vec<((char, char), f64)> {
    let texts = unit.blocks.iter().map(|&block| &blocks[block].text);
    let mut pairs: Vec<(char, char)> =
        texts.flat_map(|text| pairs_or_gaps(text)).flatten().collect();
    pairs.sort_unstable();
    pairs.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f64)).collect()
}

/// The pairs of neighbouring Chinese characters of a text, `None` where there is none, and at last.
fn pairs_or_gaps(text: &str) -> impl Iterator<Item = Option<(char, char)>> {
    text.chars()
        .zip(text.chars().skip(1))
        .map(|(a, b)| (is_han(a) && is_han(b)).then_some((a, b)))
        .chain([None])
}
