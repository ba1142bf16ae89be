//! Statements: a box in which several people speak, each under a line with post and name, often
//! under headings of one pattern (`互联网企业眼中的科学城`, `上市公司眼中的科学城`). Such lines
//! and headings are torn from the statements as section headings are from sections.

use super::super::corpus::{Block, Role};
use super::roles;
use super::sections::{Pairs, Unit};

/// Fewer speakers make no box.
const SEVERAL: usize = 2;

/// Headings that end with this many same characters are of a pattern.
const ALIKE: usize = 4;

/// What speaks for a heading right above a statement, and for one right below.
const NEAR: (f64, f64) = (3.0, 1.0);

/// The lines that name those who speak (by index), where there are several; else none.
pub fn speakers(blocks: &[Block]) -> Vec<usize> {
    let speaks = |i: &usize| blocks[*i].role == Role::Byline && roles::is_speaker(&blocks[*i].text);
    let speakers: Vec<usize> = (0..blocks.len()).filter(speaks).collect();
    if speakers.len() < SEVERAL { Vec::new() } else { speakers }
}

/// The headings of one pattern, where there are three or more.
pub fn patterned(blocks: &[Block]) -> Vec<usize> {
    let headings: Vec<usize> =
        (0..blocks.len()).filter(|&i| blocks[i].role == Role::Subhead).collect();
    let ending = |i: usize| -> String { blocks[i].text.chars().rev().take(ALIKE).collect() };
    let is_of_many =
        |i: &usize| headings.iter().filter(|&&other| ending(other) == ending(*i)).count() > SEVERAL;
    headings.iter().copied().filter(is_of_many).collect()
}

/// Which of the headings of one pattern stands over which speaker's statement: pairs of a speaker
/// and a heading, both by block.
pub fn paired(
    patterned: &[usize],
    speakers: &[usize],
    chosen: &[Option<usize>],
    units: &[Unit],
    blocks: &[Block],
    pairs: &Pairs,
) -> Vec<(usize, usize)> {
    let texts: Vec<&str> = patterned.iter().map(|&i| blocks[i].text.as_str()).collect();
    let fits = pairs.fits(&texts);
    let mut scores = Vec::new();
    for (h, &heading) in patterned.iter().enumerate() {
        for &speaker in speakers {
            let said = || (0..units.len()).filter(|&u| chosen[u] == Some(speaker));
            let words: f64 = said().map(|u| fits[u][h]).sum();
            let above = said().next().is_some_and(|u| units[u].blocks[0] == heading + 1);
            let below = said()
                .next_back()
                .is_some_and(|u| units[u].blocks.last() == heading.checked_sub(1).as_ref());
            let near = if above {
                NEAR.0
            } else if below {
                NEAR.1
            } else {
                0.0
            };
            scores.push((words + near, speaker, heading));
        }
    }
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (_, speaker, heading) in scores {
        if found.iter().all(|&(s, h)| s != speaker && h != heading) {
            found.push((speaker, heading));
        }
    }
    found
}
