//! What the reader corrects of the words: kept as records, told to the engine, and followed by it with
//! the help of the segmenter, which is only called for when something is to be cut.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{State, Status};
use crate::protocol::{BadLine, CutUp, Failure, Lexicon, Piece, Request, Sense, Spot, ToCut, Word};

/// What the reader says of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// It is a word.
    Word {
        /// Its part of speech, as in queries; empty where it is not said.
        tag: String,
        /// How often it is met, of a dictionary that says it; `None` for as often as it takes.
        frequency: Option<u32>,
    },
    /// It is no word.
    NoWord,
    /// It is two: so many characters, and the rest.
    Split(usize),
}

/// The first line of a record.
const HEAD: &str = "jianyue-word 1";

impl Amendment {
    /// A word of this part of speech.
    pub fn word(tag: &str) -> Amendment {
        Amendment::Word { tag: tag.to_owned(), frequency: None }
    }

    /// The record of it, about a text.
    pub fn to_record(&self, word: &str) -> String {
        let mut lexicon = Lexicon::default();
        self.add_parts(word, &mut lexicon);
        lexicon.add(word, self.sense());
        format!("{HEAD}\n{}", lexicon.to_text())
    }

    /// What a record says of a text; `None` if it cannot be read.
    pub fn of_record(word: &str, record: &str) -> Option<Amendment> {
        let (head, rest) = record.split_once('\n')?;
        let (lexicon, bad) = Lexicon::parse(rest);
        let sense = lexicon.get(word).filter(|_| head == HEAD && bad.is_empty())?;
        Some(Amendment::of(word, sense, &lexicon))
    }

    /// What a user dictionary says of one of its texts.
    fn of(word: &str, sense: &Sense, lexicon: &Lexicon) -> Amendment {
        match (sense.is_word(), lexicon.parts(word)) {
            (true, _) => Amendment::Word { tag: sense.tag.clone(), frequency: sense.frequency },
            (false, Some((one, _))) => Amendment::Split(one.chars().count()),
            (false, None) => Amendment::NoWord,
        }
    }

    fn sense(&self) -> Sense {
        match self {
            Amendment::Word { tag, frequency } => Sense { tag: tag.clone(), frequency: *frequency },
            Amendment::NoWord | Amendment::Split(_) => Sense::NO_WORD,
        }
    }

    /// Says of the parts that they are some.
    fn add_parts(&self, word: &str, lexicon: &mut Lexicon) {
        for part in self.parts(word).into_iter().flatten() {
            lexicon.add(part, Sense::default());
        }
    }

    /// The two that a text is; `None` where it is not said.
    pub fn parts<'a>(&self, word: &'a str) -> Option<[&'a str; 2]> {
        let Amendment::Split(chars) = self else { return None };
        let at = word.char_indices().nth(*chars).map(|(at, _)| at).filter(|&at| at > 0)?;
        Some([&word[..at], &word[at..]])
    }
}

/// What can happen to corrections of words.
#[derive(Debug, Clone, PartialEq)]
pub enum Amend {
    /// The reader says this of a text; `None`: nothing any more. What cannot be a word is left as it
    /// is.
    Set(String, Option<Amendment>),
    /// What is selected between two places of the open document is a word.
    SetSelected(Spot, Spot),
    /// Another open page has this record of a text now; `None` for none.
    Elsewhere(String, Option<String>),
    /// A user dictionary was opened.
    Import(String),
    /// Nothing is said of any text any more.
    Clear,
    /// The browser keeps the records beyond this page, or does not.
    Kept(bool),
    /// The segmenter answered.
    Cut(CutUp),
    /// It cannot be loaded, or has died; what the browser says.
    Broke(String),
    /// It is to be tried again.
    Retry,
}

/// How far the page is with the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cutting {
    /// All are as the reader wants them.
    Done,
    /// The dictionary is on its way.
    Loading,
    /// So many paragraphs are still to be cut.
    Left(u32),
    /// It cannot go on; what the browser or the segmenter says.
    Failed(String),
}

/// The reader's corrections of words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Amendments {
    /// The records by their texts, also those that another build wrote and this one cannot read.
    pub records: Rc<BTreeMap<String, String>>,
    /// How many records were set aside when the page was opened, since they could not be read.
    pub damaged: usize,
    /// Whether the browser keeps them.
    pub is_kept: bool,
    /// The lines of the user dictionary opened last that were left out, and how many were taken;
    /// `None` where none was.
    pub imported: Option<(usize, Rc<[BadLine]>)>,
    /// All that is said, as a user dictionary; and what the engine knows of it.
    text: Rc<str>,
    told: Rc<str>,
    /// Whether the engine may have something to be cut that is not under way.
    is_open: bool,
    /// What the segmenter is asked, and of which change; `None` for nothing.
    asked: Option<(u32, Rc<ToCut>)>,
    /// Its answer, on the way to the engine.
    cut: Option<(u32, Vec<Vec<Word>>)>,
    /// The number of the last question to it.
    last: u32,
    /// How much is left, as the engine said last.
    left: u32,
    /// Whether it has ever answered.
    is_loaded: bool,
    /// Why it cannot go on.
    failed: Option<String>,
    /// Whether words are others since the view last asked for what they change.
    is_stale: bool,
}

impl Amendments {
    /// Those of records; `damaged` others could not be read.
    pub fn new(records: BTreeMap<String, String>, damaged: usize) -> Amendments {
        let amendments = Amendments { damaged, is_kept: true, ..Amendments::default() };
        amendments.with(records)
    }

    /// Whether a record can be read.
    pub fn is_readable(word: &str, record: &str) -> bool {
        Amendment::of_record(word, record).is_some()
    }

    /// The same with other records.
    fn with(self, records: BTreeMap<String, String>) -> Amendments {
        let records = Rc::new(records);
        let changed = Amendments { records, imported: None, ..self };
        Amendments { text: changed.lexicon().to_text().into(), ..changed }
    }

    /// What the reader says, in the order of the texts.
    pub fn all(&self) -> impl Iterator<Item = (&str, Amendment)> {
        let read = |(word, record): (&String, &String)| Amendment::of_record(word, record);
        let all = self.records.iter();
        all.filter_map(move |one| Some((one.0.as_str(), read(one)?)))
    }

    /// What the reader says of a text; `None` for nothing.
    pub fn of(&self, word: &str) -> Option<Amendment> {
        Amendment::of_record(word, self.records.get(word)?)
    }

    /// All of it as a user dictionary. What is said of a text itself counts more than that it is part
    /// of another.
    pub fn lexicon(&self) -> Lexicon {
        let mut lexicon = Lexicon::default();
        self.all().for_each(|(word, amendment)| amendment.add_parts(word, &mut lexicon));
        self.all().for_each(|(word, amendment)| lexicon.add(word, amendment.sense()));
        lexicon
    }

    /// What the segmenter is to be asked; `None` for nothing.
    pub fn to_cut(&self) -> Option<&Rc<ToCut>> {
        self.asked.as_ref().map(|(_, asked)| asked)
    }

    /// How far the page is.
    pub fn cutting(&self) -> Cutting {
        match (&self.failed, self.is_loaded) {
            (Some(why), _) => Cutting::Failed(why.clone()),
            _ if self.left == 0 => Cutting::Done,
            (None, true) => Cutting::Left(self.left),
            (None, false) => Cutting::Loading,
        }
    }

    /// What the engine has to be told before anything that depends on words.
    pub(super) fn to_tell(&self) -> Option<Request> {
        (self.told != self.text).then(|| Request::Lexicon(self.text.to_string()))
    }

    /// What the engine has to be told or asked so that all is cut.
    pub(super) fn to_go_on(&self) -> Option<Request> {
        match &self.cut {
            Some((change, words)) => Some(Request::Cut(*change, words.clone())),
            None if self.is_open && self.failed.is_none() => Some(Request::Uncut),
            None => None,
        }
    }

    /// The engine has been told, or asked, and has this to be cut. Whether all is cut now, and words
    /// are others than before.
    pub(super) fn answered(&mut self, request: &Request, piece: Piece, has_changed: bool) -> bool {
        if let Request::Lexicon(text) = request {
            self.told = text.as_str().into();
        }
        if let Request::Cut(..) = request {
            self.cut = None;
        }
        self.is_stale |= has_changed;
        (self.is_open, self.left) = (false, piece.left);
        let Piece { change, lexicon, texts, .. } = piece;
        self.asked = None;
        if !texts.is_empty() {
            self.last += 1;
            self.asked = Some((change, Rc::new(ToCut { number: self.last, lexicon, texts })));
        }
        self.left == 0 && std::mem::take(&mut self.is_stale)
    }

    /// The blocks of a document have changed: those that were cut are to be cut again.
    pub(super) fn revised(&mut self) {
        self.is_open |= !self.text.is_empty();
    }

    /// The segmenter answered.
    fn taken(&mut self, CutUp { number, words, .. }: CutUp) {
        let Some((change, _)) = self.asked.take_if(|(_, asked)| asked.number == number) else {
            return;
        };
        match words {
            Ok(words) => {
                (self.cut, self.is_loaded, self.failed) = (Some((change, words)), true, None);
            }
            Err(why) => self.failed = Some(why),
        }
    }

    /// The records with those of a user dictionary, and how many texts that speaks of.
    fn imported(&self, lexicon: &Lexicon) -> (BTreeMap<String, String>, usize) {
        let mut records = (*self.records).clone();
        let all =
            || lexicon.iter().map(|(word, sense)| (word, Amendment::of(word, sense, lexicon)));
        let parts: Vec<&str> = all().flat_map(|(word, said)| said.parts(word)).flatten().collect();
        let mut count = 0;
        for (word, amendment) in all() {
            // Lines that only say where another text is cut came with it.
            if amendment == Amendment::word("") && parts.contains(&word) {
                continue;
            }
            count += 1;
            records.insert(word.to_owned(), amendment.to_record(word));
        }
        (records, count)
    }
}

impl State {
    /// The state with the reader's corrections of words.
    #[must_use]
    pub fn with_amendments(self, amendments: Amendments) -> State {
        let mut state = State { amendments, ..self };
        state.follow_amendments();
        state.ask()
    }

    /// Something happened to the corrections of words.
    pub(super) fn amend(&mut self, action: Amend) {
        let mut records = (*self.amendments.records).clone();
        match action {
            Amend::Set(word, amendment) => return self.set_word(word, amendment),
            Amend::SetSelected(from, to) => {
                let word = self.selected_word(from, to);
                let doc = self.view.doc.clone();
                if let (Some(word), Some(doc)) = (word, doc) {
                    self.set_word(word.clone(), Some(Amendment::word("n")));
                    self.ask_of(doc, word);
                }
                return;
            }
            Amend::Elsewhere(word, Some(record)) => _ = records.insert(word, record),
            Amend::Elsewhere(word, None) => _ = records.remove(&word),
            Amend::Import(text) => {
                let (lexicon, bad) = Lexicon::parse(&text);
                let (records, count) = self.amendments.imported(&lexicon);
                self.amendments = std::mem::take(&mut self.amendments).with(records);
                self.amendments.imported = Some((count, bad.into()));
                return;
            }
            Amend::Clear => records.clear(),
            Amend::Kept(is_kept) => return self.amendments.is_kept = is_kept,
            Amend::Cut(cut) if cut.build != self.build => {
                return self.status = Status::Failed(Failure::OtherBuild);
            }
            Amend::Cut(cut) => return self.amendments.taken(cut),
            Amend::Broke(why) => {
                self.amendments.asked = None;
                self.amendments.failed = Some(why);
                return;
            }
            Amend::Retry => {
                (self.amendments.failed, self.amendments.is_open) = (None, true);
                return;
            }
        }
        self.amendments = std::mem::take(&mut self.amendments).with(records);
    }

    /// The reader says something of a text, or nothing any more.
    pub(super) fn set_word(&mut self, word: String, amendment: Option<Amendment>) {
        let mut records = (*self.amendments.records).clone();
        match &amendment {
            Some(said) if Lexicon::takes(&word) => {
                _ = records.insert(word.clone(), said.to_record(&word));
            }
            Some(_) => return,
            None => _ = records.remove(&word),
        }
        self.amendments = std::mem::take(&mut self.amendments).with(records);
        // The card goes on with the word that the one it is about has become part of.
        if let Some(asked) = &mut self.asked_of {
            if matches!(amendment, Some(Amendment::Word { .. })) && word.contains(&asked.word) {
                asked.word = word;
            }
            asked.is_stale = true;
        }
    }

    /// What is selected between two places, if it can be a word; several in a paragraph are none.
    fn selected_word(&self, from: Spot, to: Spot) -> Option<String> {
        let text = self.text_of(from, to).filter(|_| from.block == to.block)?;
        let word = text.trim();
        Lexicon::takes(word).then(|| word.to_owned())
    }

    /// Whether what is selected can be a word.
    pub fn is_word_selected(&self, from: Spot, to: Spot) -> bool {
        self.selected_word(from, to).is_some()
    }
}
