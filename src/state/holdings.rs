//! The documents of the reader's own: which there are, and that the engine has them. When the page
//! opens, it takes them into its library piece by piece, between other questions; later, those that come
//! in, are changed, or go.

use std::rc::Rc;

use super::State;
use super::collections::collection_name;
use super::intake::{Bytes, Offered};
use super::stale::Stale;
use super::take_out::TakeOutStep;
use crate::protocol::{Done, Given, Holding, Job, Key, Reading, Request, Trouble, Wanted, What};

/// What can happen to the documents of the reader's own.
#[derive(Debug, Clone, PartialEq)]
pub enum LibraryStep {
    /// They are looked at.
    Opened,
    /// Files are being looked for in folders, or no longer; at a time in milliseconds.
    Looking(bool, u64),
    /// Files are given, into a collection or none (empty), at a time.
    Offered(Vec<Offered>, Rc<str>, u64),
    /// The bytes of the batch of this number are read, at a time.
    Read(u32, Vec<Bytes>, u64),
    /// No more of the files that are given are wanted.
    Stopped,
    /// What became of them need not be said any more.
    Dismissed,
    /// The workshop answered, at a time.
    Answered(Box<Done>, u64),
    /// It cannot be loaded, has died, or is silent; what the browser says.
    Broke(String),
    /// It had nothing to do, and was ended.
    Rested,
    /// Documents are to be kept no more.
    Remove(Vec<Key>),
    /// This is said of documents.
    Describe(Vec<(Key, Given)>),
    /// A document is to be made anew of its file.
    Again(Key, Reading),
    /// All that is found now, and is of the reader's own, comes into this collection.
    Collect(String),
    /// This happened in another open page.
    Elsewhere(Elsewhere),
    /// How much room the browser gives.
    Stored(Stored),
    /// All of it goes out of the page, or comes from another.
    TakeOut(TakeOutStep),
}

/// What one open page tells the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elsewhere {
    /// Documents came in, and more may come.
    Taking,
    /// All have come.
    Taken,
    /// These are others now.
    Changed(Vec<Key>),
    /// These are kept no more.
    Removed(Vec<Key>),
}

impl Elsewhere {
    /// What other pages have to hear of what the workshop says.
    pub fn of(what: &What) -> Option<Elsewhere> {
        match what {
            What::Taken(taken) if !taken.holdings.is_empty() => Some(Elsewhere::Taking),
            What::Merged(merged) if !merged.holdings.is_empty() => Some(Elsewhere::Taking),
            What::Merged(merged) if merged.is_done => Some(Elsewhere::Taken),
            What::Changed(all) => Some(Elsewhere::Changed(all.iter().map(|of| of.key).collect())),
            What::Removed(keys) => Some(Elsewhere::Removed(keys.clone())),
            _ => None,
        }
    }

    /// As it is told.
    pub fn to_text(&self) -> String {
        let with = |word: &str, keys: &[Key]| {
            keys.iter().fold(word.to_owned(), |text, key| format!("{text} {key}"))
        };
        match self {
            Elsewhere::Taking => "taking".to_owned(),
            Elsewhere::Taken => "taken".to_owned(),
            Elsewhere::Changed(keys) => with("changed", keys),
            Elsewhere::Removed(keys) => with("removed", keys),
        }
    }

    /// What was told so; `None` where a page of another version says something else.
    pub fn from_text(text: &str) -> Option<Elsewhere> {
        let mut words = text.split(' ');
        let kind = words.next()?;
        let keys = words.map(|key| key.parse().ok()).collect::<Option<Vec<Key>>>()?;
        match (kind, keys.is_empty()) {
            ("taking", true) => Some(Elsewhere::Taking),
            ("taken", true) => Some(Elsewhere::Taken),
            ("changed", _) => Some(Elsewhere::Changed(keys)),
            ("removed", _) => Some(Elsewhere::Removed(keys)),
            _ => None,
        }
    }
}

/// How much room the browser gives to the page, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stored {
    /// So much is used.
    pub used: u64,
    /// So much there is, with what is used; 0 where it is not said.
    pub most: u64,
    /// Whether the browser keeps it until the reader removes it.
    pub is_persistent: bool,
}

/// What came of putting all that is found into a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// The name of the collection.
    pub name: String,
    /// How many documents are in it now that were found.
    pub count: u32,
    /// How many were found that are not of the reader's own.
    pub left_out: u32,
}

/// While documents come in, the page hears of them each time that there are so many times as many as it
/// has heard of.
const GROWN: u32 = 4;

/// How far the engine is with the documents that are kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shelf {
    /// Whether it has all of them.
    is_done: bool,
    /// Whether some came since it was heard last: it may have been asked before they did.
    has_more: bool,
    /// So many it has taken in; and so many the page has heard of since.
    count: u32,
    seen: u32,
    /// Whether something is another since the page last heard of it.
    is_changed: bool,
    /// Documents of which it has to hear that they are others, or gone.
    pub to_tell: Vec<Key>,
    /// Whether it was asked last: then others have their turn.
    had_turn: bool,
    /// Whether documents come in from another open page.
    comes_elsewhere: bool,
}

/// The documents of the reader's own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Holdings {
    /// All of them, in the order in which they came; `None` until they were asked for.
    pub all: Option<Rc<Vec<Rc<Holding>>>>,
    /// What the workshop could not do last.
    pub trouble: Option<Trouble>,
    /// How much room there is; `None` until known.
    pub stored: Option<Stored>,
    /// What came of the last collection that was made of what was found.
    pub collected: Option<Collected>,
    pub(super) shelf: Shelf,
    wants_list: bool,
    /// Those that another version has made.
    to_renew: Rc<Vec<Key>>,
    collecting: Option<Collecting>,
}

/// A collection that is to be made of all that is found.
#[derive(Debug, Clone, PartialEq)]
struct Collecting {
    wanted: Wanted,
    name: String,
    /// The ids of what is found, in their order; `None` until known.
    found: Option<Rc<[String]>>,
}

impl Holdings {
    /// Whether the engine has all that are kept.
    pub fn is_shelved(&self) -> bool {
        self.shelf.is_done
    }

    /// Whether the engine has any.
    pub fn are_some_shelved(&self) -> bool {
        self.shelf.count > 0
    }

    /// The names of all collections, in order.
    pub fn collections(&self) -> Vec<&str> {
        let all = self.all.iter().flat_map(|all| all.iter());
        let mut names: Vec<&str> =
            all.flat_map(|of| &of.given.collections).map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Those that are listed: whose title, author, date or file has what is typed, in a collection or in
    /// any, damaged or not.
    pub fn listed(&self, typed: &str, collection: &str, damaged: bool) -> Vec<&Rc<Holding>> {
        let typed = typed.trim().to_lowercase();
        let has = |text: &String| text.to_lowercase().contains(&typed);
        let all = self.all.iter().flat_map(|all| all.iter());
        let is_listed = |of: &&Rc<Holding>| {
            let Given { title, author, date, collections } = &of.given;
            (!damaged || of.is_damaged)
                && (collection.is_empty() || collections.iter().any(|name| name == collection))
                && (typed.is_empty()
                    || [title, author, date, &of.path, &of.id].into_iter().any(has))
        };
        all.filter(is_listed).collect()
    }

    pub(super) fn next_list(&mut self) -> Option<Job> {
        std::mem::take(&mut self.wants_list).then_some(Job::List)
    }

    pub(super) fn next_renewal(&mut self, most: usize) -> Option<Vec<Key>> {
        if self.to_renew.is_empty() {
            return None;
        }
        let keys = Rc::make_mut(&mut self.to_renew);
        Some(keys.drain(..most.min(keys.len())).collect())
    }

    pub(super) fn list_came(&mut self, all: Vec<Holding>) {
        self.all = Some(Rc::new(all.into_iter().map(Rc::new).collect()));
    }

    /// Documents came in.
    pub(super) fn came(&mut self, new: &[Holding]) {
        (self.shelf.is_done, self.shelf.has_more) = (false, true);
        if let Some(all) = &mut self.all {
            Rc::make_mut(all).extend(new.iter().cloned().map(Rc::new));
        }
    }

    /// Documents are others now, or new.
    pub(super) fn changed(&mut self, changed: Vec<Holding>) {
        let Some(all) = &mut self.all else { return };
        let all = Rc::make_mut(all);
        for holding in changed {
            match all.iter_mut().find(|of| of.key == holding.key) {
                Some(of) => *of = Rc::new(holding),
                None => all.push(Rc::new(holding)),
            }
        }
    }

    pub(super) fn removed(&mut self, keys: &[Key]) {
        if let Some(all) = &mut self.all {
            Rc::make_mut(all).retain(|of| !keys.contains(&of.key));
        }
    }

    /// What the engine has to hear before it is asked anything else.
    pub(super) fn to_tell(&self) -> Option<Request> {
        let keys = &self.shelf.to_tell;
        (!keys.is_empty()).then(|| Request::Reshelve(keys.clone()))
    }

    /// The next documents for the engine; once in turn with what else waits.
    pub(super) fn to_shelve(&self, is_last: bool) -> Option<Request> {
        (!self.shelf.is_done && (is_last || !self.shelf.had_turn)).then_some(Request::Shelve)
    }

    /// The engine was asked something else.
    pub(super) fn yielded(&mut self) {
        self.shelf.had_turn = false;
    }

    /// All that is found is to be known.
    pub(super) fn lacks_found(&self) -> Option<Request> {
        match &self.collecting {
            Some(Collecting { wanted, found: None, .. }) => Some(Request::FoundIds(wanted.clone())),
            _ => None,
        }
    }
}

impl State {
    /// Something happened to the documents of the reader's own.
    pub(super) fn step_library(&mut self, step: LibraryStep) {
        match step {
            LibraryStep::Opened => self.holdings.wants_list |= self.holdings.all.is_none(),
            LibraryStep::Looking(is_begun, now) => self.intake.looking(is_begun, now),
            LibraryStep::Offered(files, collection, now) => {
                self.intake.offered(files, collection, now);
            }
            LibraryStep::Read(number, bytes, now) => {
                if self.intake.read(number, bytes, now) {
                    self.jobs.stops += 1;
                }
            }
            LibraryStep::Stopped => self.stop_intake(),
            LibraryStep::Dismissed => {
                self.intake.dismiss();
                (self.holdings.trouble, self.holdings.collected) = (None, None);
            }
            LibraryStep::Answered(done, now) => self.workshop_answered(*done, now),
            LibraryStep::Broke(why) => self.workshop_broke(why),
            LibraryStep::Rested => self.workshop_rested(),
            LibraryStep::Remove(keys) => self.jobs.push(Job::Remove(keys)),
            LibraryStep::Describe(given) => self.jobs.push(Job::Describe(given)),
            LibraryStep::Again(key, reading) => {
                self.holdings.trouble.take_if(|trouble| *trouble == Trouble::NoText);
                self.jobs.push(Job::Again(key, reading));
            }
            LibraryStep::Collect(name) if collection_name(&name).is_empty() => {}
            LibraryStep::Collect(name) => {
                self.holdings.wants_list |= self.holdings.all.is_none();
                let name = collection_name(&name);
                let wanted = self.view.wanted();
                self.holdings.collecting = Some(Collecting { wanted, name, found: None });
            }
            LibraryStep::Elsewhere(what) => self.heard_elsewhere(what),
            LibraryStep::Stored(stored) => self.holdings.stored = Some(stored),
            LibraryStep::TakeOut(step) => self.step_take_out(step),
        }
        self.refresh_at_the_end();
        self.collect();
    }

    fn heard_elsewhere(&mut self, what: Elsewhere) {
        let holdings = &mut self.holdings;
        match what {
            Elsewhere::Taking | Elsewhere::Taken => {
                (holdings.shelf.is_done, holdings.shelf.has_more) = (false, true);
                holdings.shelf.comes_elsewhere = what == Elsewhere::Taking;
            }
            Elsewhere::Changed(keys) | Elsewhere::Removed(keys) => {
                holdings.shelf.to_tell.extend(keys)
            }
        }
        // The list is asked for once, when all has come.
        holdings.wants_list |= holdings.all.is_some() && !holdings.shelf.comes_elsewhere;
    }

    /// Documents came into the engine's library.
    pub(super) fn shelved(&mut self, count: u32, is_done: bool, outdated: Vec<Key>) {
        let shelf = &mut self.holdings.shelf;
        (shelf.is_done, shelf.had_turn) = (is_done && !shelf.has_more, true);
        shelf.has_more = false;
        shelf.count += count;
        shelf.is_changed |= count > 0;
        Rc::make_mut(&mut self.holdings.to_renew).extend(outdated);
        if count > 0 {
            self.amendments.revised();
            // The open document may have come.
            self.stale.sheet |= self.sheet.as_ref().is_some_and(|(.., sheet)| sheet.is_none());
            if let Some(id) = &self.view.doc
                && self.page().is_none()
            {
                self.told.remove(&id.clone());
            }
        }
        let Shelf { is_changed, count, seen, .. } = self.holdings.shelf;
        if is_changed && count >= GROWN * seen && !self.is_all_there() {
            self.holdings.shelf.seen = count;
            self.refresh();
        }
        self.refresh_at_the_end();
    }

    /// The engine has heard which documents are others, or gone.
    pub(super) fn reshelved(&mut self, told: &[Key], outdated: Vec<Key>) {
        let shelf = &mut self.holdings.shelf;
        shelf.to_tell.retain(|key| !told.contains(key));
        shelf.is_changed = true;
        Rc::make_mut(&mut self.holdings.to_renew).extend(outdated);
        self.amendments.revised();
        // What is open may be another.
        let found = (self.stale.found, self.stale.hints, self.stale.contents);
        self.stale = Stale { words_text: self.words.is_some(), ..Stale::ALL };
        (self.stale.found, self.stale.hints, self.stale.contents) = found;
        self.told.clear();
        self.refresh_at_the_end();
    }

    /// When nothing more is to come, the page hears of all that has.
    pub(super) fn refresh_at_the_end(&mut self) {
        if self.holdings.shelf.is_changed && self.is_all_there() {
            let shelf = &mut self.holdings.shelf;
            (shelf.seen, shelf.is_changed) = (shelf.count, false);
            // For these all words are counted: that is for the end.
            self.stale.hints = true;
            self.refresh();
        }
    }

    /// Whether the engine has all, and nothing more is to come.
    fn is_all_there(&self) -> bool {
        let Holdings { shelf, to_renew, .. } = &self.holdings;
        let has_all = shelf.is_done && shelf.to_tell.is_empty() && to_renew.is_empty();
        has_all && !shelf.comes_elsewhere && !self.is_taking_in()
    }

    /// What the page has of all documents is asked for anew: dear, so that it is not done for each.
    fn refresh(&mut self) {
        self.stale.found = true;
        self.contents_changed();
        self.new_words.recount();
        let open = self.view.doc.clone().unwrap_or_default();
        self.lists.revised(&open);
        // The corrections of documents that were not there are to be told.
        let known = self.contents.clone().unwrap_or_default();
        let is_known = |id: &String| known.iter().any(|of| of.id == *id);
        self.told.retain(|id, _| is_known(id));
    }

    /// All that is found comes into the collection that was asked for, when it is known what that is.
    pub(super) fn collect(&mut self) {
        let Some(Collecting { name, found: Some(ids), .. }) = &self.holdings.collecting else {
            return;
        };
        let Some(all) = &self.holdings.all else { return };
        let own: Vec<&Rc<Holding>> =
            all.iter().filter(|of| ids.binary_search(&of.id).is_ok()).collect();
        let (count, left_out) = (own.len() as u32, (ids.len() - own.len()) as u32);
        let to_put = own.iter().filter(|of| !of.given.collections.contains(name));
        let given: Vec<(Key, Given)> = to_put
            .map(|of| {
                let mut given = of.given.clone();
                given.collections.push(name.clone());
                (of.key, given)
            })
            .collect();
        let collected = Collected { name: name.clone(), count, left_out };
        (self.holdings.collected, self.holdings.collecting) = (Some(collected), None);
        if !given.is_empty() {
            self.jobs.push(Job::Describe(given));
        }
    }

    /// The ids of all that is found.
    pub(super) fn found_ids(&mut self, of: &Wanted, mut ids: Vec<String>) {
        ids.sort_unstable();
        if let Some(collecting) = &mut self.holdings.collecting
            && collecting.wanted == *of
        {
            collecting.found = Some(ids.into());
        }
        self.collect();
    }
}
