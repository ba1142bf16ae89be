//! The reader's keyword lists: made and changed, switched on and off, counted, and where their terms
//! stand in the open article.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{State, View};
use crate::keyword_list::{KeywordList, Odd, Term, join, split};
use crate::protocol::{Request, Spot, Table, Tallied};

/// The lists that the reader keeps, by their names.
pub type KeywordLists = BTreeMap<String, KeywordList>;

/// For each term that is looked for, in their order, where it begins and ends in an article.
pub type Places = Rc<[Vec<(Spot, Spot)>]>;

/// The lists that are switched on: all that an address says of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListsOn {
    /// The names of lists that the reader keeps, each once, none empty. Of some there may be no list.
    pub names: Vec<String>,
    /// Lists that the address itself carries.
    pub carried: Vec<KeywordList>,
}

/// A term of a list that is switched on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The term.
    pub term: Term,
    /// The query that finds it.
    pub query: String,
}

/// What was done with lists, to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListSaid {
    /// So many terms were added to the list of this name.
    Added(u32, String),
    /// The list of this name was removed.
    Removed(String),
    /// So many lists were taken in, from a file or an address.
    Taken(u32),
    /// The last change was undone, or made again.
    Restored,
}

/// What can happen to lists.
#[derive(Debug, Clone, PartialEq)]
pub enum ListStep {
    /// The list of the first name becomes this one, which may have another name; a new list where there
    /// is none. A name that another list has gets a number.
    Put(String, KeywordList),
    /// These terms are added to the list of this name, a new one where there is none; it is switched on.
    Added(String, Vec<String>),
    /// The list of this name is removed.
    Removed(String),
    /// The last change is undone; or made again, if it was undone.
    Restored,
    /// The list of this name is switched on, or off.
    Switched(String, bool),
    /// Lists of a file are kept, and switched on; with what was odd about the file.
    Opened(Vec<KeywordList>, Vec<Odd>),
    /// The lists that the address carries are kept.
    Kept,
    /// They are no longer wanted.
    Left,
    /// Another open page has put a list under this name, as a record; `None`: has removed it.
    Elsewhere(String, Option<String>),
    /// The browser keeps the lists beyond this page, or does not.
    Stored(bool),
    /// The articles with the most are to stand first in the table, or as in the library.
    SortedByCount(bool),
    /// More articles of the table are to be shown.
    More,
}

/// So many articles of the table are shown at first, and so many more each time.
const ROWS: u32 = 30;

/// The lists, and what is known of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Lists {
    /// Those that the reader keeps.
    pub kept: Rc<KeywordLists>,
    /// How many records could not be read as a whole at the start.
    pub damaged: u32,
    /// Whether the browser keeps them beyond this page.
    pub is_kept: bool,
    /// What was odd about the file that was opened last.
    pub odd: Rc<[Odd]>,
    /// What was done last, until something else is.
    pub said: Option<ListSaid>,
    /// The terms that are switched on, each once.
    pub on: Rc<[Sign]>,
    /// Whether the articles with the most stand first in the table.
    pub by_count: bool,
    /// How many articles of the table are shown.
    pub shown: u32,
    /// The newest table, and what it is of.
    table: Option<(Tallied, Rc<Table>)>,
    /// Where the terms stand in an article: its id, their queries.
    places: Option<(String, Vec<String>, Places)>,
    /// Whether a correction has put these out of date.
    pub(super) is_stale: (bool, bool),
    /// What the lists that the last change was of were before it.
    before: Rc<[(String, Option<KeywordList>)]>,
    /// What `on` was gathered from.
    gathered: (Rc<KeywordLists>, Rc<ListsOn>),
}

impl Default for Lists {
    fn default() -> Lists {
        Lists {
            kept: Rc::default(),
            damaged: 0,
            is_kept: true,
            odd: Rc::default(),
            said: None,
            on: Rc::default(),
            by_count: false,
            shown: ROWS,
            table: None,
            places: None,
            is_stale: (false, false),
            before: Rc::default(),
            gathered: Default::default(),
        }
    }
}

impl ListsOn {
    /// Adds what an address says of them: `name`, `value` is a pair of its fragment.
    pub(super) fn read(&mut self, name: &str, value: &str) {
        match name {
            "lists" => self.names = split(value),
            _ => self.carried.extend(KeywordList::from_link(value)),
        }
    }

    /// The pairs of a fragment that say them.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let names = (!self.names.is_empty()).then(|| ("lists", join(&self.names)));
        let carried = self.carried.iter().map(|list| ("list", list.to_link()));
        names.into_iter().chain(carried).collect()
    }
}

impl Lists {
    /// Whether the last change can be undone.
    pub fn can_restore(&self) -> bool {
        !self.before.is_empty()
    }

    fn queries(&self) -> Vec<String> {
        self.on.iter().map(|sign| sign.query.clone()).collect()
    }

    fn wanted(&self) -> Tallied {
        Tallied { queries: self.queries(), by_count: self.by_count, shown: self.shown }
    }

    /// The name, with a number where a list has it already.
    fn free_name(&self, name: &str) -> String {
        let mut names = (2..).map(|number| format!("{name} {number}"));
        let is_free = |name: &String| !self.kept.contains_key(name);
        let first = Some(name.to_owned()).filter(is_free);
        first.or_else(|| names.find(is_free)).unwrap_or_default()
    }

    /// Changes lists, and keeps what they were.
    fn change(&mut self, changes: Vec<(String, Option<KeywordList>)>) {
        let kept = Rc::make_mut(&mut self.kept);
        let swap = |(name, list): (String, Option<KeywordList>)| {
            let before = match list {
                Some(list) => kept.insert(name.clone(), list),
                None => kept.remove(&name),
            };
            (name, before)
        };
        // What was changed twice must be taken back in the other order.
        let mut before: Vec<_> = changes.into_iter().map(swap).collect();
        before.reverse();
        self.before = before.into();
    }

    /// Answers are out of date: the table, and where the article has this id, its places.
    pub(super) fn revised(&mut self, id: &str) {
        let is_of = self.places.as_ref().is_some_and(|(of, ..)| of == id);
        self.is_stale = (true, self.is_stale.1 || is_of);
    }

    pub(super) fn tallied(&mut self, asked: Tallied, table: Table) {
        (self.table, self.is_stale.0) = (Some((asked, Rc::new(table))), false);
    }

    pub(super) fn placed(&mut self, id: String, queries: Vec<String>, places: Places) {
        (self.places, self.is_stale.1) = (Some((id, queries, places)), false);
    }
}

impl State {
    /// The state with lists that are kept from before, of which so many records were damaged.
    #[must_use]
    pub fn with_lists(mut self, kept: KeywordLists, damaged: u32) -> State {
        (self.lists.kept, self.lists.damaged) = (Rc::new(kept), damaged);
        self.gather();
        self
    }

    /// How often the terms that are switched on occur; `None` while that is not known.
    pub fn table(&self) -> Option<&Rc<Table>> {
        let (of, table) = self.lists.table.as_ref()?;
        let is_of = of.queries.iter().eq(self.lists.on.iter().map(|sign| &sign.query));
        (is_of && of.by_count == self.lists.by_count && !self.lists.is_stale.0).then_some(table)
    }

    /// Where the terms that are switched on stand in the open page; `None` while that is not known.
    pub fn places(&self) -> Option<&Places> {
        let (id, queries, places) = self.lists.places.as_ref()?;
        let is_of = queries.iter().eq(self.lists.on.iter().map(|sign| &sign.query));
        let is_it = is_of && Some(id) == self.view.doc.as_ref() && !self.lists.is_stale.1;
        (is_it && self.page().is_some()).then_some(places)
    }

    /// What the engine is to be asked of the terms in the open document.
    pub(super) fn lacks_places(&self, doc: &str) -> Option<Request> {
        let is_there = self.lists.on.is_empty() || self.places().is_some();
        (!is_there).then(|| Request::Places(doc.to_owned(), self.lists.queries()))
    }

    /// And of the terms in all of them.
    pub(super) fn lacks_table(&self) -> Option<Request> {
        let View { doc, at_lists, .. } = &self.view;
        let wanted = self.lists.wanted();
        let is_wanted = *at_lists && doc.is_none() && !wanted.queries.is_empty();
        let is_newest = |(of, _): &(Tallied, _)| *of == wanted && !self.lists.is_stale.0;
        let is_there = self.lists.table.as_ref().is_some_and(is_newest);
        (is_wanted && !is_there).then_some(Request::Tally(wanted))
    }

    /// Gathers the terms that are switched on, if what they come from is another.
    pub(super) fn gather(&mut self) {
        let from = (self.lists.kept.clone(), self.view.lists.clone());
        if self.lists.gathered == from {
            return;
        }
        let kept = from.1.names.iter().filter_map(|name| from.0.get(name));
        let mut on: Vec<Sign> = Vec::new();
        for term in kept.chain(&from.1.carried).flat_map(|list| &list.terms) {
            if on.iter().all(|sign| sign.term.text() != term.text()) {
                on.push(Sign { term: term.clone(), query: term.query() });
            }
        }
        (self.lists.on, self.lists.gathered) = (on.into(), from);
    }

    pub(super) fn step_lists(&mut self, step: ListStep) {
        match step {
            ListStep::Put(name, list) => self.put_list(name, list),
            ListStep::Added(name, words) => self.add_terms(name, &words),
            ListStep::Removed(name) => {
                self.lists.change(vec![(name.clone(), None)]);
                self.lists.said = Some(ListSaid::Removed(name));
            }
            ListStep::Restored => {
                let before = self.lists.before.to_vec();
                self.lists.change(before);
                self.lists.said = Some(ListSaid::Restored);
            }
            ListStep::Switched(name, is_on) => self.switch_list(&name, is_on),
            ListStep::Opened(lists, odd) => {
                self.take_lists(lists);
                self.lists.odd = odd.into();
            }
            ListStep::Kept => {
                let carried = std::mem::take(&mut Rc::make_mut(&mut self.view.lists).carried);
                self.take_lists(carried);
            }
            ListStep::Left => Rc::make_mut(&mut self.view.lists).carried.clear(),
            ListStep::Elsewhere(name, record) => {
                let list = record.and_then(|record| KeywordList::kept(&name, &record).0);
                let kept = Rc::make_mut(&mut self.lists.kept);
                match list {
                    Some(list) => kept.insert(name, list),
                    None => kept.remove(&name),
                };
                // What was before the last change here may no longer be what it was before.
                self.lists.before = Rc::default();
            }
            ListStep::Stored(is_kept) => self.lists.is_kept = is_kept,
            ListStep::SortedByCount(by_count) => self.lists.by_count = by_count,
            ListStep::More => self.lists.shown += ROWS,
        }
    }

    fn put_list(&mut self, name: String, mut list: KeywordList) {
        let is_on = self.view.lists.names.contains(&name) || !self.lists.kept.contains_key(&name);
        if list.name.is_empty() {
            list.name.clone_from(&name);
        }
        if list.name != name || !self.lists.kept.contains_key(&name) {
            list.name = self.lists.free_name(&list.name);
            self.switch_list(&name, false);
            self.switch_list(&list.name, is_on);
        }
        let removed = (list.name != name).then_some((name, None));
        let put = (list.name.clone(), Some(list));
        self.lists.change(removed.into_iter().chain([put]).collect());
    }

    fn add_terms(&mut self, name: String, words: &[String]) {
        let of_name = || KeywordList { name: name.clone(), ..KeywordList::default() };
        let mut list = self.lists.kept.get(&name).cloned().unwrap_or_else(of_name);
        let added = words.iter().filter(|word| list.add(word).is_ok()).count() as u32;
        self.lists.change(vec![(name.clone(), Some(list))]);
        self.switch_list(&name, true);
        self.lists.said = Some(ListSaid::Added(added, name));
    }

    /// Takes lists in and switches them on. One that is kept already, as it is, is not kept twice.
    fn take_lists(&mut self, lists: Vec<KeywordList>) {
        self.lists.said = Some(ListSaid::Taken(lists.len() as u32));
        let mut changes = Vec::new();
        for mut list in lists {
            if self.lists.kept.get(&list.name) != Some(&list) {
                list.name = self.lists.free_name(&list.name);
                self.lists.change(vec![(list.name.clone(), Some(list.clone()))]);
                changes.extend(self.lists.before.to_vec());
            }
            self.switch_list(&list.name, true);
        }
        self.lists.before = changes.into();
    }

    fn switch_list(&mut self, name: &str, is_on: bool) {
        let names = &mut Rc::make_mut(&mut self.view.lists).names;
        names.retain(|other| other != name);
        if is_on && !name.is_empty() {
            names.push(name.to_owned());
        }
    }
}
