//! Which paragraphs belong under which of the headings that the extraction tore off.
//!
//! A section is a stretch of paragraphs in the order of the source, so the cheapest explanation is
//! found by dynamic programming (Viterbi 1967): a paragraph speaks for a heading by the pairs of
//! characters they share, above all pairs that few paragraphs have (after BM25's term weight;
//! Robertson and Zaragoza 2009), and a change of section costs, less where the column changes.

use std::collections::{HashMap, HashSet};

use super::super::corpus::{Block, Role};
use super::super::text::is_han;

/// What a change of section costs inside a galley, and between two.
const CHANGE: (f64, f64) = (1.6, 0.2);

/// What speaks for a paragraph to stand under no heading.
const NONE: f64 = 0.3;

/// What speaks for the galley right below a headline: more than any words.
const SURE: f64 = 8.0;

/// What a heading may stand over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The main headline.
    Main,
    /// The headline of another article.
    Other,
    /// The heading of a section.
    Section,
}

/// A stretch of text that is placed as a whole: a paragraph, or a galley with sections of its own.
pub struct Unit {
    /// Its blocks (by index), in order.
    pub blocks: Vec<usize>,
    /// Whether it begins a galley.
    pub opens: bool,
    /// Whether it leads the page, in a narrow column of its own: it stands under no section.
    pub is_lede: bool,
    /// Whether it has section headings of its own: then only a headline can stand above it.
    pub has_sections: bool,
}

/// For each unit the heading (a place in `headings`) that it belongs under. Each heading has one
/// stretch of units at most, of a galley or of two paragraphs at least. `heads[h]` says what a
/// heading may stand over; the main headline is over all that stands under no other.
pub fn sections(
    units: &[Unit],
    headings: &[usize],
    heads: &[Head],
    blocks: &[Block],
) -> Vec<Option<usize>> {
    let mut fits = fits(units, headings, blocks);
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
                Head::Section => !units[u].is_lede && !units[u].has_sections,
            };
            if heads[h] == Head::Other {
                // Articles compete by what they are about.
                *fit += if has_below[h] { SURE } else { -main[u] };
            }
            if !may {
                *fit = f64::NEG_INFINITY;
            }
        }
    }
    // Where a heading has too much, it loses that; then once more.
    loop {
        let chosen = cheapest(units, &fits, headings.len());
        let Some((u, h)) = too_much(&chosen, &fits, units) else { return chosen };
        for (fit, chosen) in fits[u..].iter_mut().zip(&chosen[u..]) {
            if *chosen != Some(h) {
                break;
            }
            fit[h] = f64::NEG_INFINITY;
        }
    }
}

/// How well each unit fits each heading.
pub fn fits(units: &[Unit], headings: &[usize], blocks: &[Block]) -> Vec<Vec<f64>> {
    let texts: Vec<HashMap<(char, char), f64>> =
        units.iter().map(|unit| counted(unit, blocks)).collect();
    let lengths: Vec<f64> = texts.iter().map(|text| text.values().sum()).collect();
    let average = (lengths.iter().sum::<f64>() / lengths.len().max(1) as f64).max(1.0);
    let mut fits = vec![vec![0.0; headings.len()]; units.len()];
    for (h, &heading) in headings.iter().enumerate() {
        // Sorted, so that the sums are the same every time.
        let distinct: HashSet<(char, char)> = pairs(&blocks[heading].text).collect();
        let mut distinct: Vec<_> = distinct.into_iter().collect();
        distinct.sort_unstable();
        for pair in distinct {
            let having = texts.iter().filter(|text| text.contains_key(&pair)).count();
            let rarity = ((units.len() as f64 + 1.0) / (having as f64 + 0.5)).ln();
            for (u, text) in texts.iter().enumerate() {
                let count = text.get(&pair).copied().unwrap_or(0.0);
                fits[u][h] += rarity * count / (count + 0.5 + 0.5 * lengths[u] / average);
            }
        }
    }
    fits
}

fn cheapest(units: &[Unit], fits: &[Vec<f64>], headings: usize) -> Vec<Option<usize>> {
    // State 0 is the main headline alone, state h + 1 is heading h.
    let gain = |u: usize, state: usize| if state == 0 { NONE } else { fits[u][state - 1] };
    let mut totals = vec![0.0; headings + 1];
    let mut came = Vec::with_capacity(units.len());
    for (u, unit) in units.iter().enumerate() {
        let (best, most) = best(&totals);
        let change = most - if unit.opens { CHANGE.1 } else { CHANGE.0 };
        let mut from = vec![0; headings + 1];
        for (state, total) in totals.iter_mut().enumerate() {
            from[state] = if *total >= change { state } else { best };
            *total = total.max(change) + gain(u, state);
        }
        came.push(from);
    }
    let mut state = best(&totals).0;
    let mut chosen = vec![None; units.len()];
    for u in (0..units.len()).rev() {
        chosen[u] = state.checked_sub(1);
        state = came[u][state];
    }
    chosen
}

fn best(totals: &[f64]) -> (usize, f64) {
    let mut best = (0, f64::NEG_INFINITY);
    for (state, &total) in totals.iter().enumerate() {
        if total > best.1 {
            best = (state, total);
        }
    }
    best
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

/// A stretch that its heading may not have, as its first unit and the heading: the heading has a
/// better one elsewhere, or it is one paragraph out of a galley.
fn too_much(chosen: &[Option<usize>], fits: &[Vec<f64>], units: &[Unit]) -> Option<(usize, usize)> {
    let mut found: HashMap<usize, (usize, f64)> = HashMap::new();
    let mut start = 0;
    for stretch in chosen.chunk_by(|a, b| a == b) {
        let end = start + stretch.len();
        if let Some(h) = stretch[0] {
            let is_galley = units[start].opens && units.get(end).is_none_or(|next| next.opens);
            if stretch.len() == 1 && !is_galley {
                return Some((start, h));
            }
            let gain: f64 = (start..end).map(|u| fits[u][h]).sum();
            match found.get(&h) {
                Some(&(_, other)) if gain <= other => return Some((start, h)),
                Some(&(other, _)) => return Some((other, h)),
                None => found.insert(h, (start, gain)),
            };
        }
        start = end;
    }
    None
}

fn counted(unit: &Unit, blocks: &[Block]) -> HashMap<(char, char), f64> {
    let mut counts = HashMap::new();
    let paragraphs = unit.blocks.iter().filter(|&&block| blocks[block].role == Role::Body);
    for pair in paragraphs.flat_map(|&block| pairs(&blocks[block].text)) {
        *counts.entry(pair).or_insert(0.0) += 1.0;
    }
    counts
}

/// The pairs of neighbouring Chinese characters of a text.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1)).filter(|&(a, b)| is_han(a) && is_han(b))
}
