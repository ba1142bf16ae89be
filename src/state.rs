//! What the page shows and what it waits for, as one value, and the pure step from one to the
//! next.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::converter::Converted;
use crate::protocol::{Failure, Found, Hints, Keyword, Original, Question, Sheet, Sought, Wanted};
use crate::script::Script;

/// What can happen.
mod action;
/// The reader's corrections of words.
mod amendments;
/// The list of all articles in an order.
mod arranged;
/// The list of all articles.
mod articles;
/// Collections in queries.
mod collections;
/// The reader's corrections.
mod corrections;
/// A list of hits on its way out of the page.
mod export;
/// From hit to hit.
mod hits;
/// The articles before and after the open one.
mod neighbours;
/// The list of hits.
mod listed;
/// The reader's keyword lists.
mod lists;
/// The documents of the reader's own.
mod holdings;
/// The files that the reader gives.
mod intake;
/// What the workshop is given to do.
mod jobs;
/// All that is the reader's own, on its way out of the page and into another.
mod take_out;
/// A passage that is quoted, and one that a link leads to.
mod quoting;
/// How the open article is read aloud.
mod ruby;
/// The open article in the other script.
mod script;
/// The words of the open article.
mod words;
/// The reader's notes.
mod notes;
/// Them as they are listed.
mod notes_listed;
/// Words that the dictionary lacks, and what the reader says of them.
mod new_words;
/// A query made narrower by another word, and wide again.
mod narrow;
/// Which answers are of before the newest change.
mod stale;
/// What is asked of the engine, and what its answers change.
mod questions;
/// The queries that led somewhere.
mod recent;
/// A newer version of the site.
mod update;
/// What is looked at, and its address.
mod view;

pub use action::{Action, Turn};
pub use amendments::{Amend, Amendment, Amendments, Cutting};
pub use arranged::{ORDERS, arranged};
pub use articles::Articles;
pub use collections::{collection_name, collection_names, collection_of, in_collection};
pub use export::{Export, Stage, Target};
pub use holdings::{Collected, Elsewhere, Holdings, LibraryStep, Stored};
pub use intake::{Bytes, Intake, Offered, Piece, ToRead};
pub use jobs::Jobs;
pub use lists::{KeywordLists, ListSaid, ListStep, Lists, ListsOn, Places, Sign};
pub use narrow::{is_narrowed, narrowed, tagged};
pub use new_words::{Decided, Decision, NewWord, NewWords, is_refused_record, refused_record};
pub use notes::{ADDRESSES, Done, Imported, Mark, Notebook, Noting, Want, passage_view};
pub use notes_listed::NotesBy;
pub use quoting::Quoting;
pub use recent::Recent;
pub use script::in_script;
pub use take_out::{Merging, Recall, TakeOut, TakeOutStep, Texts, ToRecall};
pub use update::{Update, UpdateStep};
pub use view::{View, Width};

/// How the engine is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// It has not answered yet.
    Starting,
    /// It answers.
    Ready,
    /// It was asked and has not answered for long.
    Silent,
    /// It cannot work.
    Failed(Failure),
}

/// The reader's own corrections: patch texts by the ids of their documents.
pub type Patches = BTreeMap<String, String>;

/// An answer to [`Request::Read`]: the document's id, the query marked in it, the page; `None` if
/// there is no document of that id.
pub type Read = (String, Wanted, Option<Rc<Sheet>>);

/// Everything the page shows. Cheap to clone: what is large is shared.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What is looked at.
    pub view: View,
    /// How the engine is.
    pub status: Status,
    /// The articles; `None` until known.
    pub contents: Option<Rc<Articles>>,
    /// What has come of the newest list of them.
    coming: Articles,
    /// The newest results and what they are of.
    pub found: Option<(Sought, Rc<Found>)>,
    /// What helps to look further, and what it is of: the newest that is there.
    pub hints: Option<(Wanted, Rc<Hints>)>,
    /// How many documents of the results are shown, or of all articles.
    pub shown: u32,
    /// How many passages are to be shown of articles among the results, until they are there.
    more: BTreeMap<String, u32>,
    /// How many lines of the list of hits are shown.
    pub listed: u32,
    /// Which of them are chosen (from 0).
    pub chosen: Rc<BTreeSet<u32>>,
    /// The line that was last chosen, or let go, by itself or as the end of several.
    last_chosen: Option<u32>,
    /// The list that was last asked for as a file; `None` for none.
    pub export: Option<Export>,
    /// The queries that led somewhere.
    pub recent: Rc<Recent>,
    /// The newest page.
    pub sheet: Option<Read>,
    /// What an article is about, and the article's id: the newest that is there.
    pub keywords: Option<(String, Rc<[Keyword]>)>,
    /// The passage that is to be cited: of which document, its places, and what is said of it; `None`
    /// until that is known.
    pub quoted: Option<Quoting>,
    /// Where the passage that the address leads to is read: of which document and passage; `None` where
    /// it is not on the page.
    located: Option<quoting::Located>,
    /// The words of an article: the newest that are there.
    words: Option<words::Words>,
    /// Whether it is shown how articles are read aloud.
    shows_ruby: bool,
    /// How an article is read aloud: the newest that is there.
    ruby: Option<ruby::Rubies>,
    /// The script that articles are shown in; `None` for the one that they are printed in.
    script: Option<Script>,
    /// What was converted last.
    converted: Option<Rc<Converted>>,
    /// The current word: its block in reading order and its number in that; `None` for none.
    word: Option<(u32, u32)>,
    /// The word that was last asked about.
    pub asked_of: Option<words::Asked>,
    /// Words that the dictionary lacks.
    pub new_words: NewWords,
    /// The newest source, and the id of its document.
    pub original: Option<(String, Option<Rc<Original>>)>,
    /// Whether it stands beside the page. It follows the switch (`View::original`) a picture later: to set
    /// an article another way takes longer than a key may.
    is_beside: bool,
    /// The reader's corrections. An empty text corrects nothing, where the file beside the text
    /// does.
    pub patches: Rc<Patches>,
    /// The document last corrected, and the reader's corrections of it before; `None` for none.
    before: Option<(String, Option<String>)>,
    /// Whether the browser keeps them beyond this page.
    pub is_kept: bool,
    /// The reader's notes.
    pub notes: Notebook,
    /// The reader's keyword lists, and what is known of them.
    pub lists: Lists,
    /// The reader's corrections of words.
    pub amendments: Amendments,
    /// The documents of the reader's own.
    pub holdings: Holdings,
    /// The files that are on their way to them.
    pub intake: Intake,
    /// All of it on its way out of the page, or into it from another.
    pub take_out: TakeOut,
    /// What the workshop is given to do.
    pub jobs: Jobs,
    /// What is known of a newer version of the site.
    pub update: Update,
    /// The question under way.
    pub asked: Option<Question>,
    /// The number of the last question.
    pub last: u32,
    /// The corrections that the engine knows of, where it was told.
    told: BTreeMap<String, Option<String>>,
    /// What of the answers is from before the newest correction.
    stale: stale::Stale,
    /// The page as corrected, until the source beside it is there too: they change together.
    corrected: Option<Read>,
    /// Whether Enter waits for the answer that says where it leads.
    entered: bool,
    /// The build of the page; a worker of another is refused.
    build: &'static str,
}

/// So many lines of the list of hits are shown at first: more than a window has.
const LISTED: u32 = 50;

/// And so many more each time.
const LISTED_MORE: u32 = 100;

/// So many documents are shown at first: about as many as a window has.
pub const SHOWN: u32 = 6;

/// And so many more each time.
const SHOWN_MORE: u32 = 12;

/// So many more passages of an article are shown each time.
const PASSAGES: u32 = 20;

impl State {
    /// The first state: the view of the address, the corrections that the reader has kept, nothing
    /// else known. `build` names the page's build.
    pub fn new(view: View, patches: Patches, build: &'static str) -> State {
        let mut state = State {
            is_beside: view.original,
            view,
            status: Status::Starting,
            contents: None,
            coming: Articles::default(),
            found: None,
            hints: None,
            shown: SHOWN,
            more: BTreeMap::new(),
            listed: LISTED,
            chosen: Rc::default(),
            last_chosen: None,
            export: None,
            recent: Rc::default(),
            sheet: None,
            original: None,
            keywords: None,
            quoted: None,
            located: None,
            words: None,
            shows_ruby: false,
            ruby: None,
            script: None,
            converted: None,
            word: None,
            asked_of: None,
            new_words: NewWords::default(),
            patches: Rc::new(patches),
            before: None,
            is_kept: true,
            notes: Notebook::default(),
            lists: Lists::default(),
            amendments: Amendments::new(BTreeMap::new(), 0),
            holdings: Holdings::default(),
            intake: Intake::default(),
            take_out: TakeOut::default(),
            jobs: Jobs::default(),
            update: Update::None,
            asked: None,
            last: 0,
            told: BTreeMap::new(),
            stale: stale::Stale::default(),
            corrected: None,
            entered: false,
            build,
        };
        state.gather();
        state.ask()
    }

    /// The state with queries that are known from before.
    #[must_use]
    pub fn with_recent(self, recent: Recent) -> State {
        State { recent: Rc::new(recent), ..self }
    }

    /// The state with what the reader said of words before.
    #[must_use]
    pub fn with_words(self, new_words: NewWords) -> State {
        State { new_words, ..self }
    }

    /// The state after something happened.
    #[must_use]
    pub fn apply(mut self, action: Action) -> State {
        let before = self.view.list();
        let (open, hit) = (self.view.doc.clone(), self.view.hit);
        if !action.is_heard() {
            self.lists.said = None;
        }
        match action {
            // An input method reports the same text more than once; that must not lose the hit.
            Action::Typed(query) if query == self.view.query => {}
            Action::Typed(query) => {
                self.entered = false;
                self.view.notes &= query.is_empty();
                self.view.query = query;
                (self.view.hit, self.view.at_lists) = (None, false);
                (self.shown, self.listed) = (SHOWN, LISTED);
            }
            Action::Folded(folds) => {
                self.view.folds = folds;
                self.view.hit = None;
            }
            Action::Sorted(sort) => self.view.sort = sort,
            Action::Listed(lines) => (self.view.lines, self.listed) = (lines, LISTED),
            Action::Widened(width) => self.view.width = width,
            Action::Thinned(most) => (self.view.most, self.listed) = (most, LISTED),
            Action::Chose(line, is_chosen) => self.choose(line, line, is_chosen),
            Action::ChoseTo(line, is_chosen) => {
                self.choose(self.last_chosen.unwrap_or(line), line, is_chosen);
            }
            Action::ChoseAll(all) => {
                let listed = self.list().filter(|_| all).map_or(0, |(_, found)| found.listed);
                self.chosen = Rc::new((0..listed).collect());
            }
            Action::Export(form, target, columns) => self.export(form, target, columns),
            Action::Delivered(is_done) => {
                if let Some(export) = &mut self.export {
                    export.stage = if is_done { Stage::Done } else { Stage::Refused };
                }
            }
            Action::ShowMore if self.view.lines.is_some() && !self.view.query.trim().is_empty() => {
                self.listed += LISTED_MORE;
            }
            Action::ShowMore => self.shown += SHOWN_MORE,
            Action::ShowMoreOf(id) => {
                let of = |(_, found): &(Sought, Rc<Found>)| {
                    let doc = found.docs.iter().find(|doc| doc.id == id)?;
                    Some(doc.snippets.len() as u32)
                };
                if let Some(there) = self.found.as_ref().and_then(of) {
                    self.more.insert(id, there + PASSAGES);
                }
            }
            Action::Entered => {
                self.entered = true;
                self.remember();
            }
            Action::Opened(doc, hit) => {
                self.view.doc = Some(doc);
                self.view.hit = hit;
                self.view.passage = None;
                self.remember();
            }
            Action::Closed => {
                self.view.doc = None;
                self.view.hit = None;
                self.view.passage = None;
            }
            Action::Turned(turn) => {
                if let Some((id, _)) = self.neighbour(turn) {
                    (self.view.doc, self.view.hit) = (Some(id.to_owned()), None);
                    self.view.passage = None;
                }
            }
            Action::Next => self.step(|hit, hits| hit % hits + 1, 1),
            Action::Previous => self.step(|hit, hits| (hit + hits - 2) % hits + 1, u32::MAX),
            Action::ToggledOriginal if self.view.doc.is_none() => {}
            Action::ToggledOriginal => self.view.original = !self.view.original,
            Action::Followed => self.is_beside = self.view.original,
            Action::Corrected(id, patch) => {
                let before = self.correct(&id, patch);
                self.before = Some((id, before));
            }
            Action::CorrectedElsewhere(id, patch) => {
                self.correct(&id, patch);
                self.before.take_if(|(of, _)| *of == id);
            }
            Action::Quoted(from, to) => self.quote(from, to),
            Action::ToggledWords if self.view.doc.is_none() => {}
            Action::ToggledWords => (self.view.words, self.word) = (!self.view.words, None),
            Action::ShowRuby(is_shown) => self.shows_ruby = is_shown,
            Action::ShowIn(script) => self.script = script,
            Action::Converted(converted) => self.converted = Some(Rc::new(*converted)),
            Action::AskedAt(spot) => {
                self.choose_word(spot);
                self.ask_of_word();
            }
            Action::SteppedWord(is_on, start) => self.step_word(is_on, start),
            Action::AskedWord => self.ask_of_word(),
            Action::Noted(noting) => self.note(noting),
            Action::AcceptedWord(word, tag) => self.accept_word(word, tag),
            Action::NewWord(what) => self.decide_word(what),
            Action::Word(action) => {
                self.amend(action);
                self.follow_amendments();
            }
            Action::Library(step) => self.step_library(step),
            Action::Update(step) => self.update(step),
            Action::Forgot => self.recent = Rc::default(),
            Action::List(step) => self.step_lists(step),
            Action::Kept(is_kept) => self.is_kept = is_kept,
            Action::Went(view) => {
                self.entered = false;
                self.view = view.followed();
                if self.view.hit.is_some() {
                    self.remember();
                }
            }
            Action::Answered(answer) => self.answered(answer),
            Action::Waited(number) => {
                if self.asked.as_ref().is_some_and(|asked| asked.number == number) {
                    self.status = Status::Silent;
                }
            }
            Action::Broke(what) => self.status = Status::Failed(Failure::Program(what)),
        }
        if self.view.doc != open {
            self.word = None;
            self.leave_notes();
        }
        // Who goes on to hits is no longer at a note.
        if self.view.hit != hit || self.view.list() != before {
            self.notes.now = None;
        }
        self.gather();
        if self.view.wanted() != before.0 {
            self.more.clear();
        }
        // What was found before is of no use to whoever begins anew.
        if self.view.query.is_empty() {
            self.found = None;
        }
        if self.view.list() != before {
            (self.chosen, self.last_chosen) = (Rc::default(), None);
            self.export.take_if(|export| matches!(export.stage, Stage::Done | Stage::Refused));
        }
        if !(self.view.original && self.stale.original)
            && let Some(corrected) = self.corrected.take()
        {
            self.sheet = Some(corrected);
        }
        if self.entered {
            self.enter();
        }
        self.assign();
        self.ask()
    }

    /// The results of what is in the search field; `None` while they are not there yet.
    pub fn results(&self) -> Option<&Rc<Found>> {
        let (sought, found) = self.found.as_ref()?;
        (sought.wanted == self.view.wanted() && !self.stale.found).then_some(found)
    }

    /// The open page with the query marked, or while that is not there yet, with the query
    /// before; `None` if another page is there or none.
    pub fn page(&self) -> Option<&Rc<Sheet>> {
        let (id, _, sheet) = self.sheet.as_ref()?;
        sheet.as_ref().filter(|_| Some(id) == self.view.doc.as_ref())
    }

    /// The source beside the open page; `None` while it is not there, or not wanted. Where the switch has
    /// been turned since the last [`Action::Followed`], it is as before.
    pub fn beside(&self) -> Option<&Rc<Original>> {
        let (id, original) = self.original.as_ref()?;
        let wanted = self.is_beside && Some(id) == self.view.doc.as_ref();
        original.as_ref().filter(|_| wanted)
    }

    /// What the open page is about; `None` until that is known.
    pub fn keywords(&self) -> Option<&Rc<[Keyword]>> {
        let (id, keywords) = self.keywords.as_ref()?;
        (Some(id) == self.view.doc.as_ref()).then_some(keywords)
    }

    /// Whether the open document is known not to exist.
    pub fn is_missing(&self) -> bool {
        let missing = |(id, _, sheet): &Read| Some(id) == self.view.doc.as_ref() && sheet.is_none();
        self.sheet.as_ref().is_some_and(missing) && self.holdings.is_shelved()
    }

    /// Whether the newest page is the open document with the newest query marked.
    pub fn is_marked(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| self.is_of_view(sheet))
    }

    fn is_of_view(&self, (id, query, _): &Read) -> bool {
        Some(id) == self.view.doc.as_ref() && *query == self.view.wanted()
    }

    /// The query led somewhere.
    fn remember(&mut self) {
        Rc::make_mut(&mut self.recent).add(&self.view.query);
    }
}
