//! New words: names and terms that a corpus has and the dictionary lacks, or has and always loses.
//! What holds together more than chance would have it (the pointwise mutual information of its
//! weakest split) and stands free among its neighbours (their entropy on either side) is one.
//!
//! They are found where the dictionary is at hand, when a library is made, and go with it: so the page
//! needs neither the dictionary nor this code. How often each occurs and where, is what the search
//! then says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::Engine;
use super::super::concordance::Line;
use super::super::corpus::{Corpus, DocId};
use super::super::query::Query;
use super::super::search::Hit;
use super::super::segment::Segmenter;
use super::super::text::Folds;
use super::grams::{Grams, NONE, Text};

/// A word that could be taken into the dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewWord {
    /// The word.
    pub text: String,
    /// What part of speech it seems to be, as in [`TAGS`](super::super::segment::TAGS).
    pub tag: String,
    /// How sure it is one, in hundredths: the more it holds together, is free, and occurs.
    pub score: u32,
}

/// A new word, with what the corpus has of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The word.
    pub word: NewWord,
    /// How often it occurs.
    pub count: u32,
    /// In how many documents.
    pub articles: u32,
    /// Some of its places, of different documents where it can be: the number of the hit (from 1, in the
    /// document), and the line.
    pub examples: Vec<(u32, Line)>,
}

/// What says where, though the dictionary takes it for a noun.
const PLACES: [&str; 3] = ["内", "外", "间"];

/// So many of its places are shown at most.
const EXAMPLES: usize = 3;

/// With so many characters on each side.
const CONTEXT: usize = 12;

/// So often a new word occurs at least.
const FEWEST: usize = 2;

/// So often at least where it stands alone between quotation marks each time.
const FEWEST_QUOTED: usize = 2;

/// Of so many characters it is at most; between quotation marks, where there are whole sentences, of
/// fewer.
const LONGEST: usize = 12;
const LONGEST_QUOTED: usize = 8;

/// Of so many words that the segmentation makes it is at most.
const PIECES: usize = 6;

/// The least share of the greatest mutual information that it could have with its count.
const COHESION: f64 = 0.5;

/// And where it occurs no more than [`FEWEST`] times.
const COHESION_OF_FEWEST: f64 = 0.8;

/// So much more a piece holds together by itself than a longer one that is not one word.
const LOOSER: f64 = 0.25;

/// What counts for the cohesion of what the segmentation makes one word, though it is not in the
/// dictionary: about that of a good name of two words.
const GUESSED: f64 = 0.8;

/// The least entropy of its neighbours, in bits, on each side: of three occurrences two may have the same.
const FREEDOM: f64 = 0.9;

/// The share of a piece's occurrences that it must have outside a longer new word, to be one itself.
const OWN_LIFE: f64 = 0.2;

/// And so often at least.
const OWN_FEWEST: usize = 2;

/// The new words of a segmented corpus, the surest first; at most `limit`.
pub fn new_words(corpus: &Corpus, dictionary: &Segmenter, limit: usize) -> Vec<NewWord> {
    let text = Text::new(corpus);
    let finder = Finder::new(&text, dictionary);
    let mut found: BTreeMap<String, NewWord> = BTreeMap::new();
    let mut add = |word: NewWord| {
        let known = found.entry(word.text.clone()).or_insert_with(|| word.clone());
        known.score = known.score.max(word.score);
    };
    finder.found().into_iter().for_each(&mut add);
    finder.quoted().into_iter().for_each(&mut add);
    let mut words: Vec<NewWord> = found.into_values().collect();
    words.sort_by_key(|word| !word.score);
    words.truncate(limit);
    words
}

impl Proposal {
    /// What the corpus has of a word, as the search finds it.
    pub fn new(engine: &Engine, word: &NewWord) -> Proposal {
        let search = engine.search(&Query::literal(&word.text, Folds::ALL));
        let found = &search.found;
        let count = found.iter().map(|found| found.evidence.count).sum();
        // One of each document first, then the second of each.
        let first = found.iter().take(EXAMPLES);
        let hits = first.map(|found| (found.doc, engine.hits(&search, found.doc)));
        let hits: Vec<(DocId, Vec<Hit>)> = hits.collect();
        let rounds = (0..EXAMPLES).flat_map(|round| {
            let at = move |(doc, hits): &(DocId, Vec<Hit>)| Some((*doc, round, *hits.get(round)?));
            hits.iter().filter_map(at)
        });
        let line =
            |(doc, round, hit)| (round as u32 + 1, Line::new(engine.corpus(), doc, hit, CONTEXT));
        let examples = rounds.take(EXAMPLES).map(line).collect();
        Proposal { word: word.clone(), count, articles: found.len() as u32, examples }
    }
}

struct Finder<'a> {
    text: &'a Text<'a>,
    dictionary: &'a Segmenter,
    /// How many words the text has.
    words: f64,
    /// The frequent sequences of one word, of two and so on.
    grams: Vec<Grams>,
    /// For each word of the text's list whether the dictionary has it.
    known: Vec<bool>,
}

/// A sequence that could be a new word, and how much it holds together.
struct Judged {
    word: NewWord,
    cohesion: f64,
}

impl<'a> Finder<'a> {
    fn new(text: &'a Text<'a>, dictionary: &'a Segmenter) -> Finder<'a> {
        let mut grams = vec![Grams::words(text, FEWEST)];
        while let Some(last) = grams.last().filter(|_| grams.len() < PIECES) {
            let longer = last.longer(FEWEST);
            grams.push(longer);
        }
        let known = text.names.iter().map(|name| dictionary.has(name)).collect();
        Finder { text, dictionary, words: text.len() as f64, grams, known }
    }

    /// What holds together and is free, without the pieces of others that have no life of their own,
    /// and without what is another and a word that only follows or precedes it.
    fn found(&self) -> Vec<NewWord> {
        let mut judged: Vec<Vec<Option<Judged>>> = Vec::new();
        for pieces in 1..=self.grams.len() {
            let before = judged.last();
            let one = |gram: u32| {
                let one = self.judged(pieces, gram)?;
                let part = |part: u32| before?.get(part as usize)?.as_ref();
                let mut parts = self.parts(pieces, gram).into_iter().filter_map(part);
                let is_looser = parts.any(|part| part.cohesion >= one.cohesion + LOOSER);
                (!is_looser).then_some(one)
            };
            judged.push(self.grams[pieces - 1].all().map(one).collect());
        }
        let mut found = Vec::new();
        // For each sequence how often the most frequent new word occurs that has it and is longer.
        let mut within: Vec<usize> = Vec::new();
        for (at, judged) in judged.iter().enumerate().rev() {
            let pieces = at + 1;
            let grams = &self.grams[pieces - 1];
            let shorter = pieces.checked_sub(2).map_or(0, |at| self.grams[at].all().len());
            let mut next = vec![0; shorter];
            for (gram, one) in grams.all().zip(judged) {
                let count = grams.places(gram).len();
                let longer = within.get(gram as usize).copied().unwrap_or(0);
                let most = if one.is_some() { longer.max(count) } else { longer };
                for part in self.parts(pieces, gram) {
                    next[part as usize] = most.max(next[part as usize]);
                }
                let own = count - longer.min(count);
                if let Some(one) = one
                    && own >= OWN_FEWEST
                    && own as f64 >= OWN_LIFE * count as f64
                {
                    found.push(one.word.clone());
                }
            }
            within = next;
        }
        found
    }

    /// The two sequences that are one word shorter; none of a single word.
    fn parts(&self, pieces: usize, gram: u32) -> Vec<u32> {
        let first = self.grams[pieces - 1].places(gram).first().map_or(0, |&first| first as usize);
        let shorter = pieces.checked_sub(2).map(|shorter| &self.grams[shorter].at);
        shorter.map_or(Vec::new(), |at| vec![at[first], at[first + 1]])
    }

    /// What stands between quotation marks more than once.
    fn quoted(&self) -> Vec<NewWord> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for &quoted in &self.text.quoted {
            *counts.entry(quoted).or_default() += 1;
        }
        let is_new = |&(text, count): &(&str, usize)| {
            let length = text.chars().take(LONGEST_QUOTED + 1).count();
            count >= FEWEST_QUOTED
                && (2..=LONGEST_QUOTED).contains(&length)
                && !self.dictionary.has(text)
        };
        let words = counts.into_iter().filter(is_new);
        let word = |(text, count): (&str, usize)| NewWord {
            text: text.to_owned(),
            tag: "n".to_owned(),
            score: score(GUESSED, 1.0, count),
        };
        words.map(word).collect()
    }

    /// A sequence as a new word; `None` where it is none.
    fn judged(&self, pieces: usize, gram: u32) -> Option<Judged> {
        let places = self.grams[pieces - 1].places(gram);
        let first = *places.first()? as usize;
        let words = &self.text.words[first..first + pieces];
        if !self.is_name(words) {
            return None;
        }
        let name: String = words.iter().map(|&word| self.text.names[word as usize]).collect();
        if !(2..=LONGEST).contains(&name.chars().count()) || self.is_known(&name, places.len()) {
            return None;
        }
        let cohesion = self.cohesion(first, pieces, places.len());
        let least = if places.len() == FEWEST { COHESION_OF_FEWEST } else { COHESION };
        // Of what is so rare, names and nouns: what is said of something recurs by chance.
        let acts = words.last().is_some_and(|&last| self.text.tags[last as usize].starts_with('v'));
        if cohesion < least || places.len() == FEWEST && acts {
            return None;
        }
        let before = entropy(places.iter().map(|&at| self.text.words[at as usize - 1]));
        let after = entropy(places.iter().map(|&at| self.text.words[at as usize + pieces]));
        let free = before.min(after);
        if free < FREEDOM {
            return None;
        }
        let free = free / (places.len() as f64).log2();
        let tag = self.tag(words).to_owned();
        let word = NewWord { text: name, tag, score: score(cohesion, free, places.len()) };
        Some(Judged { word, cohesion })
    }

    /// Whether the dictionary has it, and the segmentation does not lose it in most places.
    fn is_known(&self, name: &str, cut: usize) -> bool {
        self.dictionary.has(name) && self.text.count(name) >= cut
    }

    /// How much these words hold together, as a share of the most that words can that stand together so
    /// often: normalised pointwise mutual information (Bouma 2009), where they do least.
    fn cohesion(&self, first: usize, pieces: usize, count: usize) -> f64 {
        let count = count as f64;
        let most = (self.words / count).log2();
        let split = |left: usize| {
            let before = self.grams[left - 1].count_at(first) as f64;
            let after = self.grams[pieces - left - 1].count_at(first + left) as f64;
            (count * self.words / (before * after)).log2() / most
        };
        if pieces == 1 { GUESSED } else { (1..pieces).map(split).fold(1.0, f64::min) }
    }

    /// Whether words of these parts of speech can be a name or a term.
    fn is_name(&self, words: &[u32]) -> bool {
        let tag = |word: &u32| self.text.tags[*word as usize];
        let name = |word: &u32| self.text.names[*word as usize];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        if PLACES.contains(&name(last)) {
            return false;
        }
        if let [word] = words {
            // The segmentation takes for a word what it does not know; also what only stands together.
            let name = name(word);
            let (first, last) = (name.chars().next(), name.chars().next_back());
            let binds = |edge: char| {
                self.dictionary.tag(edge.encode_utf8(&mut [0; 4])).is_some_and(is_function)
            };
            return !self.known[*word as usize]
                && !is_function(tag(word))
                && !first.into_iter().chain(last).any(binds);
        }
        let is_place = |word: &u32| tag(word) == "f" && name(word).chars().nth(1).is_none();
        // A person is named alone; what stands before is a title.
        let is_person = tag(last) == "nr" && !self.known[*last as usize];
        !words.iter().any(|word| tag(word).starts_with(['u', 'y', 'e', 'o', 'c', 'p']))
            && (!is_function(tag(first)) || is_place(first))
            && !is_any(tag(first), &["v", "vd", "vg", "b"])
            && !is_function(tag(last))
            && !is_person
    }

    /// The part of speech of a sequence: that of its last word, which in Chinese is the head.
    fn tag(&self, words: &[u32]) -> &'static str {
        const BODIES: [&str; 6] = ["公司", "集团", "银行", "大学", "学院", "委员会"];
        let Some(&last) = words.last() else { return "n" };
        if BODIES.iter().any(|body| self.text.names[last as usize].ends_with(body)) {
            return "nt";
        }
        match self.text.tags[last as usize] {
            // Of a person, only where it is all of the name.
            "nr" | "nrt" if words.len() == 1 => "nr",
            tag @ ("ns" | "nt" | "nz") => tag,
            tag if words.len() == 1 && is_any(tag, &["v"]) => "v",
            _ => "n",
        }
    }
}

/// Whether words of this part of speech only bind others together, count, or say where and when.
fn is_function(tag: &str) -> bool {
    let first = tag.get(..1).unwrap_or_default();
    is_any(first, &["u", "y", "e", "o", "c", "p", "r", "m", "q", "d", "t", "f"])
}

fn is_any(tag: &str, tags: &[&str]) -> bool {
    tags.contains(&tag)
}

/// The entropy of what stands beside something, in bits. Where the text breaks off, it is each time
/// something else.
fn entropy(neighbours: impl Iterator<Item = u32>) -> f64 {
    let mut neighbours: Vec<u32> = neighbours.collect();
    neighbours.sort_unstable();
    let all = neighbours.len() as f64;
    let bits = |equal: &[u32]| {
        let (count, each) = (equal.len() as f64, equal.first() == Some(&NONE));
        count / all * if each { all.log2() } else { (all / count).log2() }
    };
    neighbours.chunk_by(|a, b| a == b).map(bits).sum()
}

/// Cohesion and freedom, as shares, and how often it occurs.
fn score(cohesion: f64, free: f64, count: usize) -> u32 {
    (100.0 * cohesion * free.sqrt() * ((1 + count) as f64).log2()).round() as u32
}
