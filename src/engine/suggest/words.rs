//! Words of the corpus that begin with what was typed, or contain it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use memchr::memmem;

use super::super::corpus::Corpus;
use super::super::segment::named;
use super::super::sort;
use super::super::text::Fold;
use super::Suggestion;

/// A word is of at least so many characters.
const SHORTEST: usize = 2;
/// And of at most so many: longer are only unbroken runs of Latin letters, and no one completes
/// them.
const LONGEST: usize = 40;

/// The words of a corpus that carry meaning, folded, with their numbers.
pub struct Words {
    /// The words, sorted; each ends with a line end.
    text: String,
    /// For each word where it begins in `text`.
    starts: Vec<u32>,
    /// For each word how often it occurs.
    counts: Vec<u32>,
}

impl Words {
    /// Takes the words of all blocks as they are segmented; a corpus that is not has none. What
    /// is corrected afterwards is not noticed. Nouns, names, verbs, adjectives, idioms, words for
    /// times and places and foreign words are taken, of 2 to 40 characters; not numbers alone.
    pub fn new(corpus: &Corpus, fold: &Fold) -> Words {
        // First as they are printed, so that each is folded only once.
        let mut printed: HashMap<&str, u32> = HashMap::new();
        for block in corpus.docs.iter().flat_map(|doc| &doc.page.blocks) {
            let words = named(&block.text, &block.words).filter(|&(_, tag)| is_telling(tag));
            words.for_each(|(word, _)| *printed.entry(word).or_default() += 1);
        }
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for (word, count) in printed {
            let word = fold.text(word);
            let length = word.chars().take(LONGEST + 1).count();
            if (SHORTEST..=LONGEST).contains(&length) && word.chars().any(char::is_alphabetic) {
                *counts.entry(word).or_default() += count;
            }
        }
        let mut words = Words { text: String::new(), starts: Vec::new(), counts: Vec::new() };
        for (word, count) in counts {
            words.starts.push(words.text.len() as u32);
            words.text += &word;
            words.text.push('\n');
            words.counts.push(count);
        }
        words
    }

    fn word(&self, i: usize) -> &str {
        let end = self.starts.get(i + 1).map_or(self.text.len(), |&next| next as usize);
        self.text[self.starts[i] as usize..end].trim_end_matches('\n')
    }
}

/// Whether words of this part of speech (see `segment::TAGS`) say by themselves what is meant.
fn is_telling(tag: &str) -> bool {
    tag == "eng" || tag.starts_with(['n', 'v', 'a', 'b', 'i', 'j', 'l', 's', 't', 'z'])
}

/// The words that begin with what was typed, then those that contain it further on; in both the
/// more frequent first. What was typed is not itself among them; nothing typed completes to
/// nothing.
pub fn completions(words: &Words, typed_folded: &str, limit: usize) -> Vec<Suggestion> {
    if typed_folded.is_empty() || typed_folded.contains('\n') {
        return Vec::new(); // it would be found from one word into the next
    }
    let mut found = Vec::new();
    let mut last = None;
    for at in memmem::find_iter(words.text.as_bytes(), typed_folded) {
        let i = words.starts.partition_point(|&start| start as usize <= at) - 1;
        let word = words.word(i);
        if last.replace(i) != Some(i) && word != typed_folded {
            let is_inside = words.starts[i] as usize != at;
            found.push((is_inside, Reverse(words.counts[i]), word));
        }
    }
    let found = sort::least(found, limit);
    found.into_iter().map(|(_, Reverse(count), text)| Suggestion::new(text, count)).collect()
}
