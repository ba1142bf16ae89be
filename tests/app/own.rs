//! A browser that keeps documents of the reader's own, its engine and its workshop, without one: what the
//! workshop is given to do is done at once, each file a document of its first line.

use std::collections::BTreeMap;
use std::rc::Rc;

use jianyue::engine::{Engine, Role};
use jianyue::protocol::{
    Answer, Cause, Done, Exported, Format, Given, Holding, Job, Key, Merged, Refused, Request,
    Response, Taken, What, answer,
};
use jianyue::state::{Action, Elsewhere, LibraryStep, Offered, State};

use crate::rendered::{BUILD, at, doc, engine, sea};

/// What the browser keeps.
#[derive(Default)]
pub struct Kept {
    /// The documents: how they are listed, and their texts.
    pub all: BTreeMap<Key, (Holding, String)>,
    /// Those that another version has made.
    pub outdated: Vec<Key>,
    /// The files that have begun and are not at their end.
    begun: BTreeMap<String, Vec<u8>>,
    /// The documents of the archive that waits: paths and texts.
    pub archive: Vec<(String, String)>,
    /// What the page added to the last that was written.
    pub added: Vec<(String, String)>,
    last: Key,
}

/// A page with its engine.
pub struct Tab {
    pub state: Option<State>,
    pub engine: Engine,
    /// The keys that the engine has.
    shelved: Vec<Key>,
    /// The files that were given, by their numbers.
    files: BTreeMap<u32, Vec<u8>>,
    /// All jobs that were given to the workshop, in words.
    pub jobs: Vec<String>,
    /// How often the engine was asked for the contents.
    pub contents: usize,
    /// What the clock shows, in milliseconds.
    pub now: u64,
}

pub fn step(step: LibraryStep) -> Action {
    Action::Library(step)
}

impl Kept {
    /// Takes a document in.
    pub fn take(&mut self, path: &str, text: &str) -> Result<Holding, Cause> {
        let first = text.lines().next().unwrap_or_default().to_owned();
        match first.as_str() {
            "" => return Err(Cause::Empty),
            "%PDF" => return Err(Cause::Scanned { pages: 3 }),
            _ => {}
        }
        self.last += 1;
        let holding = Holding {
            key: self.last,
            id: path.trim_end_matches(".txt").to_owned(),
            path: path.to_owned(),
            format: Format::Text,
            encoding: "UTF-8".to_owned(),
            is_damaged: text.contains('\u{fffd}'),
            is_restored: false,
            given: Given { title: first, ..Given::default() },
            length: text.chars().count() as u32,
            bytes: text.len() as u32,
        };
        self.all.insert(holding.key, (holding.clone(), text.to_owned()));
        Ok(holding)
    }

    /// What the workshop answers to a job.
    pub fn done(&mut self, job: &Job) -> Option<What> {
        let what = match job {
            Job::Cut(_) => return None,
            Job::Stop => unreachable!("it is no job that is waited for"),
            Job::List => What::Listed(self.all.values().map(|(of, _)| of.clone()).collect()),
            Job::Take(batch) => {
                let mut taken = Taken { number: batch.number, is_done: true, ..Taken::default() };
                for file in &batch.files {
                    let bytes = self.begun.entry(file.path.clone()).or_default();
                    bytes.extend(&file.bytes);
                    if !file.is_whole {
                        continue;
                    }
                    let bytes = self.begun.remove(&file.path).unwrap_or_default();
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    if self.all.values().any(|(_, known)| *known == text) {
                        taken.known += 1;
                        continue;
                    }
                    match self.take(&file.path, &text) {
                        Ok(mut of) => {
                            let names =
                                Some(batch.collection.clone()).filter(|name| !name.is_empty());
                            of.given.collections = names.into_iter().collect();
                            self.all.insert(of.key, (of.clone(), text));
                            taken.holdings.push(of);
                        }
                        Err(cause) => {
                            taken.refused.push(Refused { path: file.path.clone(), cause })
                        }
                    }
                }
                What::Taken(taken)
            }
            Job::Export(added) => {
                self.added = added.clone();
                let documents = self.all.len() as u32;
                let address = "blob:1".to_owned();
                What::Exported(Exported { address, bytes: 7, documents, is_last: true })
            }
            Job::Page(_) => return None,
            Job::Merge(number, is_wanted) => {
                let mut merged = Merged { number: *number, is_done: true, ..Merged::default() };
                let archive = std::mem::take(&mut self.archive);
                for (path, text) in archive.into_iter().filter(|_| *is_wanted) {
                    if self.all.values().any(|(_, known)| *known == text) {
                        merged.known += 1;
                        continue;
                    }
                    match self.take(&path, &text) {
                        Ok(of) => merged.holdings.push(of),
                        Err(cause) => merged.refused.push(Refused { path, cause }),
                    }
                }
                What::Merged(merged)
            }
            Job::Remove(keys) => {
                self.all.retain(|key, _| !keys.contains(key));
                What::Removed(keys.clone())
            }
            Job::Describe(given) => {
                let changed = given.iter().filter_map(|(key, given)| {
                    let (of, _) = self.all.get_mut(key)?;
                    of.given = given.clone();
                    Some(of.clone())
                });
                What::Changed(changed.collect())
            }
            Job::Again(key, reading) => {
                let (of, _) = self.all.get_mut(key)?;
                of.encoding = reading.encoding.clone().unwrap_or_default();
                of.is_restored = reading.is_restored == Some(true);
                What::Changed(vec![of.clone()])
            }
            Job::Renew(keys) => {
                self.outdated.retain(|key| !keys.contains(key));
                What::Changed(
                    keys.iter().filter_map(|key| Some(self.all.get(key)?.0.clone())).collect(),
                )
            }
        };
        Some(what)
    }
}

pub fn done(what: What, now: u64) -> Action {
    step(LibraryStep::Answered(Box::new(Done { build: BUILD.to_owned(), what }), now))
}

/// A job in words.
fn named(job: &Job) -> String {
    match job {
        Job::Cut(_) => "cut".to_owned(),
        Job::List => "list".to_owned(),
        Job::Take(batch) => {
            let files: Vec<&str> = batch.files.iter().map(|file| file.path.as_str()).collect();
            format!("take {}", files.join(" "))
        }
        Job::Stop => "stop".to_owned(),
        Job::Page(page) => format!("page {}", page.name),
        Job::Remove(keys) => format!("remove {keys:?}"),
        Job::Describe(given) => format!("describe {}", given.len()),
        Job::Again(key, _) => format!("again {key}"),
        Job::Renew(keys) => format!("renew {keys:?}"),
        Job::Export(added) => format!("export {}", added.len()),
        Job::Merge(number, is_wanted) => format!("merge {number} {is_wanted}"),
    }
}

impl Tab {
    /// A page that is opened now.
    pub fn new(state: State) -> Tab {
        Tab {
            state: Some(state),
            engine: engine(sea()),
            shelved: Vec::new(),
            files: BTreeMap::new(),
            jobs: Vec::new(),
            contents: 0,
            now: 1_000,
        }
    }

    pub fn state(&self) -> &State {
        self.state.as_ref().expect("a state")
    }

    pub fn apply(&mut self, action: Action) {
        self.state = self.state.take().map(|state| state.apply(action));
    }

    /// Gives files, each a path and a text.
    pub fn give(&mut self, files: &[(&str, &str)]) {
        self.give_to("", files);
    }

    pub fn give_to(&mut self, collection: &str, files: &[(&str, &str)]) {
        let mut offered = Vec::new();
        for (path, text) in files {
            let number = self.files.len() as u32 + 1;
            self.files.insert(number, text.as_bytes().to_vec());
            offered.push(Offered { number, path: (*path).to_owned(), bytes: text.len() as u64 });
        }
        self.apply(step(LibraryStep::Offered(offered, collection.into(), self.now)));
    }

    /// Answers the engine's question, if one is asked.
    pub fn ask_engine(&mut self, kept: &Kept) -> bool {
        let Some(question) = self.state().asked.clone() else { return false };
        let response = match &question.request {
            Request::Shelve => self.shelve(kept),
            Request::Reshelve(keys) => {
                for key in keys {
                    self.drop(*key);
                    if kept.all.contains_key(key) {
                        self.put(kept, *key);
                    }
                }
                Response::Shelved { count: 0, is_done: true, outdated: Vec::new() }
            }
            request => {
                self.contents += usize::from(matches!(request, Request::Contents(_)));
                answer(&mut self.engine, request)
            }
        };
        let answer = Answer { number: question.number, build: BUILD.to_owned(), response };
        self.apply(Action::Answered(answer));
        true
    }

    /// Two documents at a time.
    fn shelve(&mut self, kept: &Kept) -> Response {
        let new = kept.all.keys().copied().filter(|key| !self.shelved.contains(key));
        let new: Vec<Key> = new.collect();
        let (outdated, fit): (Vec<Key>, Vec<Key>) =
            new.iter().take(2).partition(|key| kept.outdated.contains(key));
        fit.iter().for_each(|&key| self.put(kept, key));
        self.shelved.extend(&outdated);
        Response::Shelved { count: fit.len() as u32, is_done: new.len() <= 2, outdated }
    }

    fn put(&mut self, kept: &Kept, key: Key) {
        let (of, text) = &kept.all[&key];
        let blocks: Vec<(Role, &str)> = text.lines().map(|line| (Role::Body, line)).collect();
        let mut doc = doc(&of.id, &of.given.title, &blocks);
        doc.given = of.given.clone();
        self.engine.add(doc);
        self.shelved.push(key);
    }

    fn drop(&mut self, key: Key) {
        let id = self
            .state()
            .holdings
            .all
            .as_ref()
            .and_then(|all| all.iter().find(|of| of.key == key).map(|of| of.id.clone()));
        let titles = |doc: &jianyue::engine::Doc| Some(&doc.id) == id.as_ref();
        self.engine.remove(titles);
        self.shelved.retain(|of| *of != key);
    }

    /// Reads what is to be read.
    pub fn read(&mut self) -> bool {
        let Some(to_read) = self.state().intake.to_read().map(Rc::clone) else { return false };
        let bytes = to_read.pieces.iter().map(|piece| {
            let file = self.files.get(&piece.number).ok_or_else(|| "gone".to_owned())?;
            Ok(file[piece.from as usize..piece.to as usize].to_vec())
        });
        let step = LibraryStep::Read(to_read.number, bytes.collect(), self.now);
        self.apply(Action::Library(step));
        true
    }

    /// Nobody finds this file any more.
    pub fn lose(&mut self, number: u32) {
        self.files.remove(&number);
    }

    /// Does the job under way; what it says to other pages.
    pub fn work(&mut self, kept: &mut Kept) -> Option<Option<Elsewhere>> {
        let (_, job) = self.state().jobs.to_do.clone()?;
        self.jobs.push(named(&job));
        let what = kept.done(&job)?;
        let told = Elsewhere::of(&what);
        self.now += 1_000;
        self.apply(done(what, self.now));
        Some(told)
    }

    /// Goes on until nothing is left to do; what was told to other pages.
    pub fn settle(&mut self, kept: &mut Kept) -> Vec<Elsewhere> {
        let mut told = Vec::new();
        loop {
            if self.ask_engine(kept) || self.read() {
                continue;
            }
            match self.work(kept) {
                Some(what) => told.extend(what),
                None => return told,
            }
        }
    }

    /// The ids of all articles, as the page lists them.
    pub fn listed(&self) -> Vec<String> {
        let contents = self.state().contents.iter().flat_map(|all| all.iter());
        contents.map(|entry| entry.id.clone()).collect()
    }
}

/// A page with nothing of the reader's own, and what its browser keeps.
pub fn opened() -> (Tab, Kept) {
    let (mut tab, mut kept) = (Tab::new(at("")), Kept::default());
    tab.settle(&mut kept);
    (tab, kept)
}

/// Who keeps three documents.
pub fn with_three() -> (Tab, Kept) {
    let (mut tab, mut kept) = opened();
    tab.apply(step(LibraryStep::Opened));
    tab.give(&[("a.txt", "山里\n深海之外"), ("b.txt", "河边"), ("c.txt", "坏\u{fffd}")]);
    tab.settle(&mut kept);
    (tab, kept)
}

pub fn refused(state: &State) -> Vec<(String, Cause)> {
    state.intake.refused().map(|Refused { path, cause }| (path.clone(), cause.clone())).collect()
}
