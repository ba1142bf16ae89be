//! Words of the corpus that begin with what was typed, or contain it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use memchr::memmem;

use super::super::corpus::{Corpus, DocId};
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

/// Words on the way to be counted: of a large corpus that takes seconds.
#[derive(Default)]
pub struct Counting {
    /// As they are printed, so that each is folded only once.
    printed: HashMap<String, u32>,
    /// The document whose words are counted next.
    next: DocId,
}

impl Counting {
    /// Goes on through so many bytes of text or a little more. Whether all are counted. The corpus
    /// must be the same all the time.
    pub fn go_on(&mut self, corpus: &Corpus, bytes: usize) -> bool {
        let mut done = 0;
        while let Some(doc) = corpus.docs.get(self.next).filter(|_| done < bytes) {
            for block in &doc.page.blocks {
                done += block.text.len();
                let words = named(&block.text, &block.words).filter(|&(_, tag)| is_telling(tag));
                for (word, _) in words {
                    match self.printed.get_mut(word) {
                        Some(count) => *count += 1,
                        None => _ = self.printed.insert(word.to_owned(), 1),
                    }
                }
            }
            self.next += 1;
        }
        self.next >= corpus.docs.len()
    }

    /// The words that were counted.
    pub fn end(self, fold: &Fold) -> Words {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for (word, count) in self.printed {
            let word = fold.text(&word);
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
}

impl Words {
    /// Takes the words of all blocks as they are segmented; a corpus that is not has none. What
    /// is corrected afterwards is not noticed. Nouns, names, verbs, adjectives, idioms, words for
    /// times and places and foreign words are taken, of 2 to 40 characters; not numbers alone.
    pub fn new(corpus: &Corpus, fold: &Fold) -> Words {
        let mut counting = Counting::default();
        counting.go_on(corpus, usize::MAX);
        counting.end(fold)
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
