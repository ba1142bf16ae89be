//! Words that the dictionary lacks: proposed by the engine, accepted or refused by the reader, who can
//! take that back.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Amendment, State};
use crate::protocol::{Proposals, Proposed, Request};

/// So many proposals are there at first to be decided, and so many more each time.
const SHOWN: u32 = 50;

/// So many are asked for at once, so that a search need not wait long for them.
const AT_ONCE: u32 = 10;

/// The version of the records, which is their first line.
const VERSION: &str = "1";

/// What the reader says of a proposed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is one, of this part of speech.
    Accepted(String),
    /// It is none.
    Refused,
}

/// Decisions by their words.
pub type Decided = BTreeMap<String, Decision>;

/// What can be done with proposed words, besides accepting one.
#[derive(Debug, Clone, PartialEq)]
pub enum NewWord {
    /// They are to be seen.
    Wanted,
    /// More are.
    More,
    /// This is no word.
    Refused(String),
    /// What was said of this word is taken back.
    Returned(String),
    /// The last decision is taken back.
    Undone,
    /// In another open page this was refused, or that was taken back.
    Elsewhere(String, bool),
    /// The browser keeps the decisions beyond this page, or does not.
    Kept(bool),
}

/// The proposed words and what was decided of them.
#[derive(Debug, Clone, PartialEq)]
pub struct NewWords {
    /// So many are to be there to be decided; 0 where they were never asked for.
    shown: u32,
    /// How many the engine has; `None` until known.
    all: Option<u32>,
    /// The first of them.
    proposed: Rc<Vec<Proposed>>,
    /// What was decided.
    pub decided: Rc<Decided>,
    /// The words decided here, the last at the end, each with what was said of it before.
    before: Rc<Vec<(String, Option<Decision>)>>,
    /// Whether the browser keeps the decisions.
    pub is_kept: bool,
    /// How many of those that were kept could not be read.
    pub damaged: u32,
}

impl Default for NewWords {
    fn default() -> NewWords {
        NewWords::new(Decided::new(), 0)
    }
}

impl NewWords {
    /// With the decisions that are kept, and how many of them could not be read.
    pub fn new(decided: Decided, damaged: u32) -> NewWords {
        NewWords {
            shown: 0,
            all: None,
            proposed: Rc::default(),
            decided: Rc::new(decided),
            before: Rc::default(),
            is_kept: true,
            damaged,
        }
    }

    /// The proposals that are still to be decided, the surest first.
    pub fn open(&self) -> impl Iterator<Item = &Proposed> {
        let all = self.proposed.iter().filter(|word| !self.decided.contains_key(&word.text));
        all.take(self.shown as usize)
    }

    /// The words accepted, or those refused.
    pub fn decided(&self, accepted: bool) -> impl Iterator<Item = &str> {
        let all = self.decided.iter();
        all.filter(move |(_, is)| is.is_accepted() == accepted).map(|(word, _)| word.as_str())
    }

    /// Whether all that are to be shown are there.
    pub fn is_there(&self) -> bool {
        self.lacks().is_none()
    }

    /// Whether there are more than are shown.
    pub fn has_more(&self) -> bool {
        let known = self.proposed.iter().filter(|word| !self.decided.contains_key(&word.text));
        let is_longer = self.all.is_some_and(|all| (self.proposed.len() as u32) < all);
        is_longer || known.count() > self.shown as usize
    }

    /// Whether there is a decision to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// What is asked for next; `None` where nothing lacks.
    pub(super) fn lacks(&self) -> Option<Request> {
        let there = self.proposed.len() as u32;
        let is_all = self.all.is_some_and(|all| there >= all);
        let lacks = !is_all && self.open().count() < self.shown as usize;
        lacks.then_some(Request::NewWords(there, AT_ONCE))
    }

    /// Takes those that were asked for from this place on.
    pub(super) fn answered(&mut self, first: u32, proposals: Proposals) {
        if first == self.proposed.len() as u32 {
            // Where none comes there are no more, whatever was said before.
            let is_end = proposals.words.is_empty();
            self.all = Some(if is_end { first } else { proposals.all });
            Rc::make_mut(&mut self.proposed).extend(proposals.words);
        }
    }

    /// The texts have changed: how often each occurs is asked for again.
    pub(super) fn recount(&mut self) {
        (self.all, self.proposed) = (None, Rc::default());
    }

    /// Accepts a word, as one of this part of speech.
    fn accept(&mut self, word: String, tag: String) {
        self.decide(word, Some(Decision::Accepted(tag)));
    }

    /// Those and no others are accepted, since the reader says of them that they are words.
    fn follow<'a>(&mut self, words: impl Iterator<Item = (&'a str, String)>) {
        let decided = Rc::make_mut(&mut self.decided);
        decided.retain(|_, decision| !decision.is_accepted());
        decided.extend(words.map(|(word, tag)| (word.to_owned(), Decision::Accepted(tag))));
    }

    fn apply(&mut self, what: NewWord) {
        match what {
            NewWord::Wanted => self.shown = self.shown.max(SHOWN),
            NewWord::More => self.shown += SHOWN,
            NewWord::Refused(word) => self.decide(word, Some(Decision::Refused)),
            NewWord::Returned(word) => self.decide(word, None),
            NewWord::Undone => {
                if let Some((word, before)) = Rc::make_mut(&mut self.before).pop() {
                    self.put(word, before);
                }
            }
            NewWord::Elsewhere(word, true) => self.put(word, Some(Decision::Refused)),
            NewWord::Elsewhere(word, false) => {
                if self.decided.get(&word) == Some(&Decision::Refused) {
                    self.put(word, None);
                }
            }
            NewWord::Kept(is_kept) => self.is_kept = is_kept,
        }
    }

    fn decide(&mut self, word: String, decision: Option<Decision>) {
        let before = self.decided.get(&word).cloned();
        if before != decision {
            Rc::make_mut(&mut self.before).push((word.clone(), before));
            self.put(word, decision);
        }
    }

    fn put(&mut self, word: String, decision: Option<Decision>) {
        let decided = Rc::make_mut(&mut self.decided);
        match decision {
            Some(decision) => _ = decided.insert(word, decision),
            None => _ = decided.remove(&word),
        }
    }
}

impl Decision {
    /// Whether it says that the word is one.
    pub fn is_accepted(&self) -> bool {
        matches!(self, Decision::Accepted(_))
    }
}

/// The record of a refused word: a line with the version.
pub fn refused_record() -> String {
    format!("{VERSION}\n")
}

/// Whether a record says that its word is refused; else it cannot be read.
pub fn is_refused_record(record: &str) -> bool {
    record == refused_record()
}

impl State {
    /// A proposed word is one, of this part of speech.
    pub(super) fn accept_word(&mut self, word: String, tag: String) {
        self.new_words.accept(word.clone(), tag.clone());
        self.set_word(word, Some(Amendment::word(&tag)));
    }

    /// Something else is done with proposed words. What is accepted is a correction of words, and what
    /// no longer is, is none.
    pub(super) fn decide_word(&mut self, what: NewWord) {
        let before = self.new_words.decided.clone();
        self.new_words.apply(what);
        let after = self.new_words.decided.clone();
        let was_accepted = |decided: &Decided, word: &str| {
            decided.get(word).filter(|is| is.is_accepted()).cloned()
        };
        for word in before.keys().chain(after.keys()) {
            let (was, is) = (was_accepted(&before, word), was_accepted(&after, word));
            if was != is {
                let said = is.map(|is| match is {
                    Decision::Accepted(tag) => Amendment::word(&tag),
                    Decision::Refused => Amendment::NoWord,
                });
                self.set_word(word.clone(), said);
            }
        }
    }

    /// What is accepted is what the reader says to be words, wherever that was said.
    pub(super) fn follow_amendments(&mut self) {
        let words = self.amendments.all().filter_map(|(word, said)| match said {
            Amendment::Word { tag, .. } => Some((word, tag)),
            Amendment::NoWord | Amendment::Split(_) => None,
        });
        self.new_words.follow(words);
    }
}
