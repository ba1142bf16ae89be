//! The words of the corpus as a person corrects them. The blocks that have the text of a corrected word
//! are cut anew, outside, since that takes the dictionary; all others keep the words of the build, and
//! those cut anew get them back when no correction is about them any more.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Engine;
use super::corpus::{DocId, Word};
use super::lexicon::{Finder, Lexicon};
use super::segment::TAGS;
use super::text::is_han;

/// A block: its document, and its number in that.
type Place = (DocId, u32);

/// Corrections of words, and what they change.
#[derive(Default)]
pub struct Recut {
    /// What the build was told of words.
    built: Lexicon,
    /// What is said of words besides.
    own: Lexicon,
    /// Finds the texts of which `own` says something.
    finder: Finder,
    /// The words of the build, of the blocks that are cut anew, in the order of the blocks.
    before: Vec<(Place, Vec<Word>)>,
    /// The blocks that have yet to be cut, in order.
    uncut: Vec<Place>,
    /// The number of the last change: words for what was there before are not taken.
    change: u32,
}

/// Texts to be cut into words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// To be told with their words.
    pub change: u32,
    /// What is to be known of words besides the dictionary, as a user dictionary.
    pub lexicon: String,
    /// The texts; none where all is cut.
    pub texts: Vec<String>,
    /// How many blocks are to be cut in all, these among them.
    pub left: u32,
}

impl Engine {
    /// The same engine, with what the build was told of words, as a user dictionary.
    #[must_use]
    pub fn with_lexicon(self, text: &str) -> Engine {
        let recut = Recut { built: Lexicon::parse(text).0, ..self.recut };
        Engine { recut, ..self }
    }

    /// From now on this is said of words, besides what the build was told, and nothing else. Whether
    /// blocks got other words by it; those of which something is said have yet to be
    /// [cut](Engine::uncut).
    pub fn correct_words(&mut self, lexicon: Lexicon) -> bool {
        let changed = Finder::new(self.recut.own.differing(&lexicon));
        self.recut.finder = Finder::new(lexicon.iter().map(|(word, _)| word));
        self.recut.own = lexicon;
        self.recut.change += 1;
        let (mut uncut, mut back) = (Vec::new(), Vec::new());
        for (doc, of) in self.corpus.docs.iter().enumerate() {
            for (number, block) in (0..).zip(&of.page.blocks) {
                let place = (doc, number);
                if !changed.is_in(&block.text) {
                    if self.recut.uncut.binary_search(&place).is_ok() {
                        uncut.push(place);
                    }
                } else if self.recut.finder.is_in(&block.text) {
                    uncut.push(place);
                } else {
                    back.push(place);
                }
            }
        }
        self.recut.uncut = uncut;
        let mut has_changed = false;
        let before = std::mem::take(&mut self.recut.before);
        for (place, words) in before {
            if back.binary_search(&place).is_ok() {
                has_changed |= self.set_words(place, words);
            } else {
                self.recut.before.push((place, words));
            }
        }
        if has_changed {
            self.forget_words();
        }
        has_changed
    }

    /// What has yet to be cut, about so many bytes of text, at least one block.
    pub fn uncut(&self, bytes: usize) -> Piece {
        let Recut { built, own, uncut, change, .. } = &self.recut;
        let (mut texts, mut length) = (Vec::new(), 0);
        for &(doc, number) in uncut {
            if length >= bytes {
                break;
            }
            let text = self.corpus.docs[doc].page.blocks[number as usize].text.clone();
            length += text.len();
            texts.push(text);
        }
        let mut lexicon = built.clone();
        lexicon.extend(own);
        let lexicon = if texts.is_empty() { String::new() } else { lexicon.to_text() };
        Piece { change: *change, lexicon, texts, left: uncut.len() as u32 }
    }

    /// Takes the words of the texts that were to be cut when there had been so many changes. Whether
    /// blocks got other words by it. Words that do not go over their text are not taken.
    pub fn take_words(&mut self, change: u32, cut: Vec<Vec<Word>>) -> bool {
        if change != self.recut.change {
            return false;
        }
        let mut has_changed = false;
        let count = cut.len().min(self.recut.uncut.len());
        let places: Vec<Place> = self.recut.uncut.drain(..count).collect();
        for (place, words) in places.into_iter().zip(cut) {
            let (doc, number) = place;
            let block = &self.corpus.docs[doc].page.blocks[number as usize];
            if is_over(&block.text, &words) {
                let words = tagged(&block.text, words, &block.words);
                let before = &mut self.recut.before;
                if let Err(at) = before.binary_search_by(|(of, _)| of.cmp(&place)) {
                    before.insert(at, (place, block.words.clone()));
                }
                has_changed |= self.set_words(place, words);
            }
        }
        if has_changed {
            self.forget_words();
        }
        has_changed
    }

    /// Gives the blocks of a document the words of the build.
    pub(super) fn put_back(&mut self, doc: DocId) {
        let blocks = &mut self.corpus.docs[doc].page.blocks;
        self.recut.before.retain_mut(|((of, number), words)| {
            if *of == doc {
                blocks[*number as usize].words = std::mem::take(words);
            }
            *of != doc
        });
        self.recut.uncut.retain(|&(of, _)| of != doc);
        self.recut.change += 1;
    }

    /// Documents were taken out; of all of before `is_kept` says which are left.
    pub(super) fn follow(&mut self, is_kept: &[bool]) {
        let mut next = 0;
        let places: Vec<Option<DocId>> = is_kept
            .iter()
            .map(|&is_kept| {
                next += DocId::from(is_kept);
                is_kept.then(|| next - 1)
            })
            .collect();
        let moved = |(doc, number): Place| Some((places.get(doc).copied().flatten()?, number));
        let before = std::mem::take(&mut self.recut.before).into_iter();
        self.recut.before =
            before.filter_map(|(place, words)| Some((moved(place)?, words))).collect();
        let uncut = std::mem::take(&mut self.recut.uncut).into_iter();
        self.recut.uncut = uncut.filter_map(moved).collect();
        self.recut.change += 1;
    }

    /// Has the blocks of a document cut of whose words something is said.
    pub(super) fn watch(&mut self, doc: DocId) {
        let Recut { finder, uncut, .. } = &mut self.recut;
        let blocks = (0..).zip(&self.corpus.docs[doc].page.blocks);
        let places = blocks.filter(|(_, block)| finder.is_in(&block.text));
        let at = uncut.partition_point(|&(of, _)| of < doc);
        uncut.splice(at..at, places.map(|(number, _)| (doc, number)));
        self.recut.change += 1;
    }

    /// Gives a block other words. Whether they are others.
    fn set_words(&mut self, (doc, number): Place, words: Vec<Word>) -> bool {
        let block = &mut self.corpus.docs[doc].page.blocks[number as usize];
        if block.words == words {
            return false;
        }
        block.words = words;
        self.haystack.cut(doc, number, block, &self.fold);
        true
    }

    /// What was counted of words is to be counted anew.
    fn forget_words(&mut self) {
        (self.words, self.counting) = (OnceLock::new(), None);
    }
}

/// Whether words go over a text, without gaps.
fn is_over(text: &str, words: &[Word]) -> bool {
    let mut end = 0;
    let are_whole = words.iter().all(|word| {
        end += usize::from(word.length);
        word.length > 0 && text.is_char_boundary(end)
    });
    are_whole && end == text.len()
}

/// Words with their parts of speech. In the browser no part of speech is known of words that the
/// dictionary does not have: there a word that stands where one stood before is what that was.
fn tagged(text: &str, mut words: Vec<Word>, before: &[Word]) -> Vec<Word> {
    let unknown =
        |tag: u8| TAGS.get(usize::from(tag)).is_none_or(|&tag| tag.is_empty() || tag == "x");
    let mut old = before.iter().peekable();
    let (mut at, mut old_at) = (0, 0);
    for word in &mut words {
        let end = at + usize::from(word.length);
        while old_at < at
            && let Some(word) = old.next()
        {
            old_at += usize::from(word.length);
        }
        if unknown(word.tag) {
            let same = old.peek().filter(|old| old_at == at && old.length == word.length);
            word.tag = match same {
                Some(same) => same.tag,
                // It is no mark.
                None if text[at..end].contains(is_han) => 0,
                None => word.tag,
            };
        }
        at = end;
    }
    words
}
