//! The workshop: a worker of its own, off the main thread, with what is large and most readers never need:
//! the dictionary, and what reads files of other programs. It cuts texts into words, makes documents of
//! files, and is the only one that writes them into the browser's storage.

/// All that a reader has, in an archive that is opened again.
pub mod archive;
/// Texts cut into words.
mod cutting;
/// Files on their way in.
pub mod intake;
/// Documents go into a page of their own, in the browser.
mod into_page;
/// What is done with documents that are kept.
mod keeping;
/// A text becomes a document.
pub mod making;
/// The names of files in an archive.
pub mod member_names;
/// The site as one page, with other texts in it.
pub mod one_page;
/// All that a reader has becomes an archive.
pub mod packing;
/// That, and the way back, in the browser.
mod taking_out;

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::worker::{HandlerId, Worker, WorkerScope};
use wasm_bindgen_futures::spawn_local;

use crate::embedded::{BUILD, FOLD, PINYIN};
use crate::engine::Error;
use crate::protocol::{
    Brought, CutUp, Done, Job, Key, Merged, Refused, Taken, ToCut, Trouble, What,
};
use crate::storage::record::Record;
use crate::storage::{Database, Fault};
use archive::Archive;
use cutting::Cutter;
use intake::Intake;

/// Of so many bytes of files documents are made before they are written and others are heard: some
/// tenths of a second of work.
const PIECE_BYTES: usize = 500_000;

/// Does one job after the other; but texts are cut at once, between two steps of any other.
pub struct WorkshopWorker {
    cutter: Cutter,
    /// The jobs that wait, and who asked.
    waiting: VecDeque<(Job, HandlerId)>,
    /// The files under way.
    intake: Intake,
    /// The batch under way: its number, and who asked.
    batch: Option<(u32, HandlerId)>,
    /// Archives that wait until the reader has said what is to become of them, by their numbers.
    brought: BTreeMap<u32, Archive<Vec<u8>>>,
    /// The number of the last of them.
    last_brought: u32,
    /// The browser's storage, once it is open.
    database: Option<Rc<Database>>,
    /// Whether the browser is waited for.
    is_busy: bool,
    /// What goes on with the batch.
    next: Option<Timeout>,
}

/// What the worker tells itself.
pub enum Step {
    /// The storage is open, or is not to be had.
    Opened(Result<Rc<Database>, Fault>),
    /// The next piece of the batch is due.
    Next,
    /// A piece of it was written: what was added, how many were known; and what was not taken.
    Written(Result<(Vec<(Key, Record)>, u32), Fault>, Vec<Refused>),
    /// Archives with all that a reader has are among the files of the batch.
    Brought(Vec<(Brought, Archive<Vec<u8>>)>),
    /// How far a job is.
    Said(HandlerId, What),
    /// A job is done.
    Did(HandlerId, Result<What, Trouble>),
}

impl Worker for WorkshopWorker {
    type Message = Step;
    type Input = Job;
    type Output = Done;

    fn create(_: &WorkerScope<Self>) -> Self {
        WorkshopWorker {
            cutter: Cutter::default(),
            waiting: VecDeque::new(),
            intake: Intake::default(),
            batch: None,
            brought: BTreeMap::new(),
            last_brought: 0,
            database: None,
            is_busy: false,
            next: None,
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, step: Step) {
        let step = match step {
            Step::Said(asker, what) => return tell(scope, asker, what),
            Step::Brought(brought) => return self.keep_brought(scope, brought),
            step => step,
        };
        self.is_busy = false;
        match step {
            Step::Said(..) | Step::Brought(_) => {}
            Step::Opened(Ok(database)) => self.database = Some(database),
            Step::Opened(Err(fault)) => {
                // Nobody's job can be done; the next one tries again.
                let trouble = Trouble::from(fault);
                for (_, asker) in self.waiting.drain(..) {
                    tell(scope, asker, What::Failed(trouble.clone()));
                }
            }
            Step::Next => self.next = None,
            Step::Written(written, refused) => self.written(scope, written, refused),
            Step::Did(asker, done) => {
                if done.is_err() {
                    // A later version of the program may have had it closed; the next job opens it anew.
                    self.database = None;
                }
                tell(scope, asker, done.unwrap_or_else(What::Failed));
            }
        }
        self.go_on(scope);
    }

    fn received(&mut self, scope: &WorkerScope<Self>, job: Job, asker: HandlerId) {
        match job {
            Job::Cut(ToCut { number, lexicon, texts }) => {
                let words = self.cutter.words(lexicon, &texts).map_err(|error| error.to_string());
                let cut = CutUp { number, build: BUILD.to_owned(), words };
                tell(scope, asker, What::Cut(cut));
            }
            Job::Stop => self.intake.stop(),
            job => {
                self.waiting.push_back((job, asker));
                self.go_on(scope);
            }
        }
    }
}

impl WorkshopWorker {
    /// Goes on with the batch, or begins with the next job.
    fn go_on(&mut self, scope: &WorkerScope<Self>) {
        if self.is_busy || self.next.is_some() {
            return;
        }
        let Some(database) = self.database.clone() else {
            if !self.waiting.is_empty() {
                self.is_busy = true;
                let opened = scope.callback(Step::Opened);
                spawn_local(async move { opened(open().await.map(Rc::new)) });
            }
            return;
        };
        if let Some((number, asker)) = self.batch {
            return self.take(scope, number, asker, database);
        }
        let Some((job, asker)) = self.waiting.pop_front() else { return };
        if let Job::Take(batch) = job {
            self.intake.collection = batch.collection;
            batch.files.into_iter().for_each(|file| self.intake.give(file));
            self.batch = Some((batch.number, asker));
            return self.go_on(scope);
        }
        let did = scope.callback(move |done| Step::Did(asker, done));
        let say = scope.callback(move |what| Step::Said(asker, what));
        if let Job::Export(added) = job {
            self.is_busy = true;
            return spawn_local(async move {
                did(taking_out::export(added, database, &*say).await);
            });
        }
        if let Job::Page(page) = job {
            let plain = (!page.lexicon.is_empty()).then(|| self.cutter.plain()).transpose();
            let plain = match plain {
                Ok(plain) => plain,
                Err(error) => return tell(scope, asker, What::Failed(trouble(&error))),
            };
            self.is_busy = true;
            return spawn_local(async move {
                did(into_page::into_page(page, database, plain, &*say).await);
            });
        }
        if matches!(job, Job::List | Job::Describe(_) | Job::Remove(_)) {
            // The dictionary, which takes time and much memory, is for those that make documents.
            self.is_busy = true;
            return spawn_local(async move { did(keeping::says(job, &database).await) });
        }
        let words = match self.cutter.plain() {
            Ok(words) => words,
            Err(error) => return tell(scope, asker, What::Failed(trouble(&error))),
        };
        self.is_busy = true;
        if let Job::Merge(number, is_wanted) = job {
            let archive = self.brought.remove(&number);
            return spawn_local(async move {
                let nothing = Merged { number, is_done: true, ..Merged::default() };
                did(match archive {
                    Some(archive) => {
                        taking_out::merge(number, archive, is_wanted, database, words, &*say).await
                    }
                    None => Ok(What::Merged(nothing)),
                });
            });
        }
        spawn_local(async move { did(keeping::makes(job, &database, &words).await) });
    }

    /// Archives wait for what the reader says.
    fn keep_brought(
        &mut self,
        scope: &WorkerScope<Self>,
        brought: Vec<(Brought, Archive<Vec<u8>>)>,
    ) {
        let Some((_, asker)) = self.batch else { return };
        for (brought, archive) in brought {
            self.last_brought += 1;
            let number = self.last_brought;
            self.brought.insert(number, archive);
            tell(scope, asker, What::Brought(Brought { number, ..brought }));
        }
    }

    /// Makes documents of the next piece of a batch, and has them written.
    fn take(
        &mut self,
        scope: &WorkerScope<Self>,
        number: u32,
        asker: HandlerId,
        database: Rc<Database>,
    ) {
        if self.intake.is_empty() {
            self.batch = None;
            let taken = Taken { number, is_done: true, ..Taken::default() };
            tell(scope, asker, What::Taken(taken));
            return self.go_on(scope);
        }
        let made = match self.cutter.plain() {
            Ok(words) => self.intake.go_on(PIECE_BYTES, &words),
            Err(error) => {
                self.batch = None;
                self.intake.stop();
                return tell(scope, asker, What::Failed(trouble(&error)));
            }
        };
        self.is_busy = true;
        let written = scope.callback(|(written, refused)| Step::Written(written, refused));
        let tell_brought = scope.callback(Step::Brought);
        spawn_local(async move {
            let mut result = database.write(made.change).await;
            if !made.brought.is_empty() {
                match database.records().await {
                    Ok(here) => {
                        let brought = made.brought.into_iter();
                        let of = |(path, archive): (String, Archive<_>)| {
                            (archive.brought(path, &here), archive)
                        };
                        tell_brought(brought.map(of).collect());
                    }
                    Err(fault) => result = Err(fault),
                }
            }
            written((result, made.refused));
        });
    }

    /// A piece of the batch was written, or was not.
    fn written(
        &mut self,
        scope: &WorkerScope<Self>,
        written: Result<(Vec<(Key, Record)>, u32), Fault>,
        refused: Vec<Refused>,
    ) {
        let Some((number, asker)) = self.batch else { return };
        match written {
            Ok((added, known)) => {
                let is_done = self.intake.is_empty();
                if is_done {
                    self.batch = None;
                }
                let holdings = added.iter().map(|(key, record)| record.holding(*key)).collect();
                let taken = Taken { number, holdings, known, refused, is_done };
                tell(scope, asker, What::Taken(taken));
                // What came meanwhile is heard before the next piece.
                let next = scope.callback(|()| Step::Next);
                self.next = Some(Timeout::new(0, move || next(())));
            }
            Err(fault) => {
                (self.batch, self.database) = (None, None);
                self.intake.stop();
                tell(scope, asker, What::Failed(fault.into()));
            }
        }
    }
}

/// Opens the storage. In it stand the tables of all characters, which the engine needs as soon as there
/// are texts with others than those of its library.
async fn open() -> Result<Database, Fault> {
    let database = Database::open().await?;
    // Writing plain data to memory has no way to fail.
    let tables = postcard::to_allocvec(&(FOLD, PINYIN)).unwrap_or_default();
    if database.tables().await?.as_ref() != Some(&tables) {
        database.put_tables(&tables).await?;
    }
    Ok(database)
}

fn tell(scope: &WorkerScope<WorkshopWorker>, asker: HandlerId, what: What) {
    scope.respond(asker, Done { build: BUILD.to_owned(), what });
}

fn trouble(error: &Error) -> Trouble {
    Trouble::Program(error.to_string())
}
