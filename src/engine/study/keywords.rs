//! The words that say what an article is about, by two measures that know nothing of each other: how
//! much more often it has a word than the other articles do (tf-idf; Spärck Jones 1972), and how much
//! a word stands beside others that do so too (TextRank; Mihalcea and Tarau 2004).

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::super::corpus::{Block, Doc};
use super::super::segment::named;
use super::super::sort;

/// A word, and how often the article has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    /// As it is printed.
    pub text: String,
    /// How often; as the search counts, also inside longer words.
    pub count: u32,
}

/// Words that stand no further apart than this are beside each other, as TextRank's authors set it.
const WINDOW: usize = 5;

/// How much of its rank a word hands on.
const DAMPING: f64 = 0.85;

/// So many rounds the ranks are handed on; they hardly move after ten.
const ROUNDS: usize = 20;

/// A word stands so often in an article that is about it.
const FEWEST: u32 = 2;

/// So many of the most frequent words of an article are looked for in the others.
const COMPARED: usize = 60;

/// The words that tell most of a document, the first the most; at most `limit`. `having` says of a
/// word how many of the corpus's `docs` documents have it, and how often this one does. What both
/// measures put first comes first: each gives a word the share that it has of its best.
pub fn keywords(
    doc: &Doc,
    docs: usize,
    having: impl Fn(&str) -> (usize, u32),
    limit: usize,
) -> Vec<Keyword> {
    let blocks = &doc.page.blocks;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in blocks.iter().flat_map(telling) {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&str, u32)> =
        counts.into_iter().filter(|&(_, count)| count >= FEWEST).collect();
    sort::by_number(&mut words, |&(_, count)| u64::from(!count));
    words.truncate(COMPARED);
    let found: Vec<(usize, u32)> = words.iter().map(|(word, _)| having(word)).collect();
    let frequency = words.iter().zip(&found).map(|(&(_, count), &(having, _))| {
        // Not zero, also of what all have: a corpus may be a few articles about one thing.
        f64::from(count) * ((docs + 1) as f64 / having.max(1) as f64).ln()
    });
    let frequency = shares(frequency.collect());
    let rank = shares(ranks(blocks, &words));
    let score = frequency.iter().zip(&rank).map(|(frequency, rank)| frequency * rank);
    let word = |(&(word, _), &(_, count)): (&(&str, u32), &(usize, u32))| Keyword {
        text: word.to_owned(),
        count,
    };
    let mut words: Vec<(f64, Keyword)> = score.zip(words.iter().zip(&found).map(word)).collect();
    // No score is below zero, and such numbers are in the order of their bits.
    sort::by_number(&mut words, |(score, _)| !score.to_bits());
    words.into_iter().map(|(_, word)| word).take(limit).collect()
}

/// The words of a block that say something by themselves: names, nouns, idioms, foreign
/// words; not single characters.
fn telling(block: &Block) -> impl Iterator<Item = &str> {
    let tells =
        |tag: &str| tag.starts_with('n') && tag != "ng" || matches!(tag, "eng" | "i" | "j" | "l");
    let words = named(&block.text, &block.words).filter(move |&(_, tag)| tells(tag));
    words
        .map(|(word, _)| word)
        .filter(|word| word.chars().nth(1).is_some() && word.chars().any(char::is_alphabetic))
}

/// The numbers as shares of the greatest.
fn shares(numbers: Vec<f64>) -> Vec<f64> {
    let most = numbers.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    numbers.into_iter().map(|number| number / most).collect()
}

/// TextRank of words, in their order: those near each other hand their rank to each other, by how
/// often they are near.
fn ranks(blocks: &[Block], words: &[(&str, u32)]) -> Vec<f64> {
    let places: HashMap<&str, usize> =
        words.iter().enumerate().map(|(i, &(word, _))| (word, i)).collect();
    let mut near: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for block in blocks {
        let here: Vec<usize> =
            telling(block).filter_map(|word| places.get(word).copied()).collect();
        for (at, &one) in here.iter().enumerate() {
            for &other in here[at + 1..].iter().take(WINDOW - 1).filter(|&&other| other != one) {
                *near.entry((one, other)).or_default() += 1.0;
                *near.entry((other, one)).or_default() += 1.0;
            }
        }
    }
    let mut out = vec![0.0; places.len()];
    near.iter().for_each(|(&(from, _), weight)| out[from] += weight);
    let mut ranks = vec![1.0; places.len()];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; ranks.len()];
        for (&(from, to), weight) in &near {
            next[to] += DAMPING * ranks[from] * weight / out[from];
        }
        ranks = next;
    }
    ranks
}
