//! The engine: texts in, places out. Pure: no I/O, no clock, nothing of the web; the same input
//! gives the same output, and what a user types cannot make it fail.

mod corpus;
mod source;
mod sort;
mod text;
mod restore;
mod patch;
mod draft;
mod revise;
mod original;
mod lexicon;
mod segment;
mod dictionary;
mod recut;
mod quotation;
mod anchor;
mod query;
mod haystack;
mod expression;
mod term;
mod search;
mod rank;
mod speech;
mod study;
mod concordance;
mod highlight;
mod suggest;
pub mod pack;
mod error;

pub use anchor::{Anchor, Trace, anchor, trace};
pub use concordance::{Line, Order, concordance, sample};
pub use corpus::{
    Account, Article, Block, Corpus, Date, Doc, DocId, Given, Origin, Page, Place, Reason, Removal,
    Role, Source, Word, is_date,
};
pub use dictionary::{
    packed as packed_dictionary, unpacked as unpacked_dictionary,
    unpacked_for as unpacked_dictionary_for,
};
pub use error::Error;
pub use highlight::{Run, around, runs};
pub use lexicon::{BadLine, BadWord, Lexicon, Sense};
pub use original::{Fate, SourceLine, SourceRun, original};
pub use patch::{Cause, Change, Correction, Entry, Misfit, Patch, Rule, quote};
pub use query::{Node, Part, Pattern, Query, Term};
pub use quotation::{Quotation, Spot, quotation, spots};
pub use rank::{Match, Sort};
pub use recut::Piece;
pub use restore::{restore, restore_with};
pub use revise::revise;
pub use search::{Hit, Search};
pub use segment::{Segmenter, named};
pub use speech::Speech;
pub use study::{Card, Keyword, Neighbours, NewWord, Pronunciation, Proposal, Ruby, new_words};
pub use suggest::{Pinyin, Suggestion, Titles, Words, by_pinyin, completions, nearest};
pub use text::{Fold, Folds, Span, is_han};

use std::borrow::Cow;
use std::iter::{repeat, repeat_n};
use std::ops::Range;
use std::sync::OnceLock;

use haystack::Haystack;
use memchr::memmem;
use recut::Recut;
use term::Searched;

/// From so many bytes of folded text suggestions are gathered: some hundredths of a second of work.
const GATHERED: usize = 8_000_000;

/// A corpus that can be searched, its documents as they are corrected.
pub struct Engine {
    corpus: Corpus,
    fold: Fold,
    /// The documents, folded.
    haystack: Haystack,
    /// How characters are read, as a table; and that table read, when it is first asked for.
    readings: String,
    pinyin: OnceLock<Pinyin>,
    /// How words are read aloud; `None` until someone wants to know.
    pronunciation: Option<Pronunciation>,
    /// Words that the dictionary lacks; see [`new_words`].
    new_words: Vec<NewWord>,
    /// The headings that the documents stand under.
    headings: Vec<(u32, String)>,
    /// The words of the corpus; counted when they are first asked for.
    words: OnceLock<Words>,
    /// The words counted so far, until all are.
    counting: Option<suggest::Counting>,
    /// The titles of the corpus; folded when they are first asked for.
    titles: OnceLock<Titles>,
    /// For each document that has a patch: what it is put upon.
    revised: Vec<Option<Box<Revised>>>,
    /// What a person says of words, and what is cut anew for that.
    recut: Recut,
}

/// A document before its patch.
struct Revised {
    /// The page as it was restored.
    restored: Page,
    /// The patch of the file beside the text.
    filed: String,
    /// What of the patch in force was not followed.
    misfits: Vec<Misfit>,
}

impl Engine {
    /// Takes a corpus of restored pages and makes it searchable.
    pub fn new(corpus: Corpus, fold: Fold) -> Engine {
        let mut engine = Engine {
            corpus: Corpus { docs: Vec::with_capacity(corpus.docs.len()) },
            fold,
            haystack: Haystack::default(),
            readings: String::new(),
            new_words: Vec::new(),
            headings: Vec::new(),
            pinyin: OnceLock::new(),
            pronunciation: None,
            words: OnceLock::new(),
            counting: None,
            titles: OnceLock::new(),
            revised: Vec::new(),
            recut: Recut::default(),
        };
        corpus.docs.into_iter().for_each(|doc| engine.add(doc));
        engine
    }

    /// Takes a document more: puts its own patch upon it, and folds it, once.
    pub fn add(&mut self, mut doc: Doc) {
        doc.given.put_on(&mut doc.page);
        self.revised.push(None);
        // In the texts of the early search it is put on already.
        if cfg!(feature = "page") && !doc.patch.is_empty() {
            let (page, misfits) = revise(&doc.page, &Patch::parse(&doc.patch));
            let restored = doc.change(page);
            let revised = Revised { restored, filed: doc.patch.clone(), misfits };
            self.revised[self.corpus.docs.len()] = Some(Box::new(revised));
        }
        self.haystack.add(&doc, &self.fold);
        self.corpus.docs.push(doc);
        self.watch(self.corpus.docs.len() - 1);
        (self.words, self.counting) = (OnceLock::new(), None);
        self.titles.take();
    }

    /// Takes a document in, in the place of the one of the same id if there is one. What is corrected of
    /// that stays corrected.
    pub fn put(&mut self, mut doc: Doc) {
        let Some(at) = self.doc(&doc.id) else { return self.add(doc) };
        self.put_back(at);
        let before = self.revised[at].take();
        let corrected = before.filter(|before| before.filed != self.corpus.docs[at].patch);
        let patch = std::mem::take(&mut self.corpus.docs[at].patch);
        doc.given.put_on(&mut doc.page);
        let (id, filed) = (doc.id.clone(), doc.patch.clone());
        self.corpus.docs[at] = doc;
        if corrected.is_some() || !filed.is_empty() {
            self.revise(&id, Some(if corrected.is_some() { &patch } else { &filed }));
            if let Some(revised) = &mut self.revised[at] {
                revised.filed = filed;
            }
            return;
        }
        self.haystack.refold(&self.corpus.docs, at, &self.fold);
        self.watch(at);
        (self.words, self.counting) = (OnceLock::new(), None);
        self.titles.take();
    }

    /// Takes out the documents of which `is_gone` holds. How many they were. The places of the others in
    /// the corpus are others then.
    pub fn remove(&mut self, is_gone: impl Fn(&Doc) -> bool) -> usize {
        let is_kept: Vec<bool> = self.corpus.docs.iter().map(|doc| !is_gone(doc)).collect();
        let gone = is_kept.iter().filter(|kept| !**kept).count();
        if gone == 0 {
            return 0;
        }
        let mut kept = is_kept.iter();
        self.corpus.docs.retain(|_| kept.next() == Some(&true));
        let mut kept = is_kept.iter();
        self.revised.retain(|_| kept.next() == Some(&true));
        self.haystack.remove(&self.corpus.docs, &is_kept, &self.fold);
        self.follow(&is_kept);
        (self.words, self.counting) = (OnceLock::new(), None);
        self.titles.take();
        gone
    }

    /// From now on characters count as the same by this table, and are read by that one: those of a
    /// library have only its own characters, and documents come in that have others.
    pub fn use_tables(&mut self, fold: Fold, readings: String) {
        (self.fold, self.readings) = (fold, readings);
        self.haystack = Haystack::default();
        self.corpus.docs.iter().for_each(|doc| self.haystack.add(doc, &self.fold));
        (self.words, self.counting) = (OnceLock::new(), None);
        self.titles.take();
        self.pinyin.take();
    }

    /// The same engine, with the table of the readings of characters to suggest phrases by; see
    /// [`Pinyin::new`].
    #[must_use]
    pub fn with_readings(self, readings: String) -> Engine {
        Engine { readings, ..self }
    }

    /// The same engine, with the words to propose, which were found when its library was made.
    #[must_use]
    pub fn with_new_words(self, new_words: Vec<NewWord>) -> Engine {
        Engine { new_words, ..self }
    }

    /// The same engine, with headings: over how many documents one is, from the first on, and its words.
    #[must_use]
    pub fn with_headings(self, headings: Vec<(u32, String)>) -> Engine {
        Engine { headings, ..self }
    }

    /// For each document the heading that it stands under; empty for none.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        let headings = self.headings.iter();
        let each = headings.flat_map(|(count, words)| repeat_n(words.as_str(), *count as usize));
        each.chain(repeat("")).take(self.corpus.docs.len())
    }

    /// Corrects a document by this patch and no other; `None` by the one of the file beside its
    /// text. From now on the document is searched as corrected. Answers the lines of the patch
    /// that were not followed; `None` if there is no such document.
    pub fn revise(&mut self, id: &str, patch: Option<&str>) -> Option<&[Misfit]> {
        let at = self.doc(id)?;
        self.put_back(at);
        let doc = &mut self.corpus.docs[at];
        let before = self.revised[at].get_or_insert_with(|| {
            let (restored, filed) = (doc.page.clone(), doc.patch.clone());
            Box::new(Revised { restored, filed, misfits: Vec::new() })
        });
        patch.unwrap_or(&before.filed).clone_into(&mut doc.patch);
        let (page, misfits) = revise(&before.restored, &Patch::parse(&doc.patch));
        doc.change(page);
        before.misfits = misfits;
        // Of a document without corrections nothing is kept twice.
        if doc.patch.is_empty() && before.filed.is_empty() {
            doc.source = Source::new(&doc.text(), &doc.page);
            self.revised[at] = None;
        }
        self.haystack.refold(&self.corpus.docs, at, &self.fold);
        self.watch(at);
        (self.words, self.counting) = (OnceLock::new(), None);
        self.titles.take();
        Some(self.misfits(at))
    }

    /// The lines of the document's patch that were not followed.
    pub fn misfits(&self, doc: DocId) -> &[Misfit] {
        let revised = self.revised.get(doc).and_then(Option::as_ref);
        revised.map_or(&[], |revised| &revised.misfits)
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The document of this id; `None` if there is none.
    pub fn doc(&self, id: &str) -> Option<DocId> {
        self.corpus.docs.iter().position(|doc| doc.id == id)
    }

    /// What was typed, as a query. An expression that is none is looked for as it was typed.
    pub fn query(&self, typed: &str, folds: Folds) -> Query {
        let mut query = Query::parse(typed, folds);
        if let Some(root) = &mut query.root {
            root.each_term(&mut |term| {
                if let Pattern::Regex(pattern) = &term.pattern
                    && !expression::is_regex(pattern, &self.fold)
                {
                    term.pattern = Pattern::Text(format!("/{pattern}/"));
                }
            });
        }
        query
    }

    /// Searches the whole corpus.
    pub fn search(&self, query: &Query) -> Search {
        let mut search = self.begin(query);
        self.go_on(&mut search, usize::MAX);
        search
    }

    /// Gets a search ready; nothing is searched yet.
    pub fn begin(&self, query: &Query) -> Search {
        Search::new(query, &self.fold)
    }

    /// Goes on with a search, through so many bytes of text or a little more. Whether it is at its
    /// end. The corpus must be the same all the time.
    pub fn go_on(&self, search: &mut Search, bytes: usize) -> bool {
        let end = self.haystack.before(search.next).saturating_add(bytes);
        while !self.is_done(search) && self.haystack.before(search.next) < end {
            // Documents without a text that all hits need are not looked at one by one.
            let next = search.needed().map(|text| self.haystack.next(search.next, text));
            let (doc, seen) = next.unwrap_or((search.next, Some(0)));
            search.next = doc;
            if let Some(seen) = seen
                && let Some(at) = self.searched(doc)
            {
                search.go_on(Searched { seen, ..at });
            }
        }
        self.is_done(search)
    }

    /// Whether a search has gone through the whole corpus.
    pub fn is_done(&self, search: &Search) -> bool {
        search.next >= self.haystack.len()
    }

    /// The documents that a search has found so far, in this order; among equals the better first.
    pub fn ranked(&self, search: &Search, sort: Sort) -> Vec<Match> {
        let mut ranked = rank::ranked(&search.found, self.haystack.len(), self.haystack.bytes());
        sort.sort(&self.corpus, &mut ranked);
        ranked
    }

    /// Every hit of a search in a document, in reading order; none if the search does not find it.
    pub fn hits(&self, search: &Search, doc: DocId) -> Vec<Hit> {
        let Some(at) = self.searched(doc) else { return Vec::new() };
        let mut found = search.hits(at).unwrap_or_default().into_iter().peekable();
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); at.folded.blocks()];
        while let Some(first) = found.peek() {
            let block = at.folded.block_at(first.span.start);
            let Span { start, end } = at.folded.block(block);
            let mut spans = Vec::new();
            while let Some(hit) = found.next_if(|hit| hit.span.start < end.max(start + 1)) {
                spans.push(Span { start: hit.span.start - start, end: hit.span.end - start });
            }
            let (text, folded) = (&at.doc.page.blocks[block].text, at.folded.block_text(block));
            let printed = self.fold.unfold(text, folded, &spans).into_iter();
            hits[block] = printed.map(|span| Hit { block: block as u32, span }).collect();
        }
        let order = at.doc.page.reading_order.iter();
        order.flat_map(|&block| std::mem::take(&mut hits[block as usize])).collect()
    }

    /// The hits of a search by the part of speech of the word that they are. The documents found are
    /// searched again: not for what has very many hits.
    pub fn speech(&self, search: &Search) -> Speech {
        Speech::new(search, search.docs().filter_map(|doc| self.searched(doc)))
    }

    /// What the corpus knows of what a search looks for, as a word. Its documents are searched again.
    pub fn card(&self, search: &Search) -> Card {
        Card::new(search, search.docs().filter_map(|doc| self.searched(doc)))
    }

    /// The words that say what a document is about, those that say the most first.
    pub fn keywords(&self, doc: DocId, limit: usize) -> Vec<Keyword> {
        let Some(of) = self.corpus.docs.get(doc) else { return Vec::new() };
        let having = |word: &str| {
            let found = self.search(&Query::literal(word, Folds::ALL)).found;
            let here = found.iter().find(|found| found.doc == doc);
            (found.len(), here.map_or(0, |found| found.evidence.count))
        };
        study::keywords(of, self.corpus.docs.len(), having, limit)
    }

    /// Takes the lists that say how words are read aloud.
    pub fn pronounce(&mut self, pronunciation: Pronunciation) {
        self.pronunciation = Some(pronunciation);
    }

    /// How words are read aloud; `None` while that is not known.
    pub fn pronunciation(&self) -> Option<&Pronunciation> {
        self.pronunciation.as_ref()
    }

    /// How many words there are to propose.
    pub fn new_words(&self) -> usize {
        self.new_words.len()
    }

    /// Words that the dictionary lacks, those of these places in the list of all, the surest first. The
    /// whole corpus is searched for each.
    pub fn proposals(&self, range: Range<usize>) -> Vec<Proposal> {
        let words = self.new_words.iter().skip(range.start).take(range.len());
        words.map(|word| Proposal::new(self, word)).collect()
    }

    /// Every hit of a search, in the order of the corpus, those of a document in reading order.
    pub fn all_hits(&self, search: &Search) -> Vec<(DocId, Hit)> {
        let hits = |doc| self.hits(search, doc).into_iter().map(move |hit| (doc, hit));
        search.docs().flat_map(hits).collect()
    }

    /// Phrases of the corpus that could have been meant by what was typed: by how they are read if
    /// it is Latin letters, else those that differ by one character. At most `limit`. They are
    /// gathered from the first [`GATHERED`] bytes or a little more; their counts are of all texts.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let typed_folded = self.fold.text(typed);
        let mut texts = self.haystack.texts();
        let mut first = Cow::Borrowed(texts.next().unwrap_or_default());
        for text in texts {
            if first.len() >= GATHERED {
                break;
            }
            first.to_mut().push_str(text);
        }
        let mut found = if typed_folded.contains(text::is_han) {
            nearest(&first, &typed_folded, limit)
        } else {
            let pinyin = self.pinyin.get_or_init(|| Pinyin::new(&self.readings));
            by_pinyin(&first, |byte| self.haystack.is_border(byte), pinyin, typed, limit)
        };
        if first.len() < self.haystack.bytes() {
            for suggestion in &mut found {
                let finder = memmem::Finder::new(&suggestion.text);
                let counts =
                    self.haystack.texts().map(|text| finder.find_iter(text.as_bytes()).count());
                suggestion.count = counts.sum::<usize>() as u32;
            }
        }
        found
    }

    /// Goes on with the counting of words, through so many bytes of text, so that
    /// [`complete`](Engine::complete) need not do it all at once. Whether all are counted.
    pub fn count_words(&mut self, bytes: usize) -> bool {
        if self.words.get().is_none() {
            let mut counting = self.counting.take().unwrap_or_default();
            if !counting.go_on(&self.corpus, bytes) {
                self.counting = Some(counting);
                return false;
            }
            self.words.get_or_init(|| counting.end(&self.fold));
        }
        true
    }

    /// Words of the corpus that begin with what was typed, or contain it. At most `limit`.
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let words = self.words.get_or_init(|| Words::new(&self.corpus, &self.fold));
        completions(words, &self.fold.text(typed), limit)
    }

    /// The documents whose titles contain what was typed, those that begin with it first. At most
    /// `limit`.
    pub fn titled(&self, typed: &str, limit: usize) -> Vec<DocId> {
        let titles = self.titles.get_or_init(|| Titles::new(&self.corpus, &self.fold));
        titles.containing(&self.fold.text(typed), limit)
    }

    fn searched(&self, doc: DocId) -> Option<Searched<'_>> {
        let (doc, folded) = (self.corpus.docs.get(doc)?, self.haystack.get(doc)?);
        Some(Searched { doc, folded, fold: &self.fold, seen: 0 })
    }
}

/// Reads a document: its bytes as text, the text restored, with the help of a dictionary where one
/// is at hand.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first bad line.
pub fn read(id: &str, file: &str, bytes: &[u8], words: Option<&Segmenter>) -> Result<Doc, Error> {
    let source = utf8(file, bytes)?;
    let page = restore_with(source, words);
    let source = Source::new(source, &page);
    Ok(Doc { id: id.to_owned(), source, page, ..Doc::default() })
}

/// Reads the bytes of a file as text.
///
/// # Errors
///
/// [`Error::NotUtf8`] with the first bad line.
pub fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        Error::NotUtf8 { file: file.to_owned(), line }
    })
}
