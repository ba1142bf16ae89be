//! The engine's loop, off the main thread. A search is done in pieces: between two of them a newer
//! question is heard, and the search that it makes idle is given up.

use gloo::timers::callback::Timeout;
use gloo::worker::{HandlerId, Worker, WorkerScope};

use crate::embedded::{BUILD, LIBRARY};
use crate::engine::{Engine, Query, Search, pack};
use crate::protocol::{
    Answer, Failure, Question, Request, Response, Sought, Tally, answer, found, hints, query,
};

/// How much text is searched before others are heard, in bytes, and how much where an expression
/// has to go through all of it: some milliseconds of work.
const PIECE_BYTES: (usize, usize) = (24_000_000, 2_000_000);

/// How much text is gone through at once to count its words: as long a piece of work.
const WORDS_BYTES: usize = 1_000_000;

/// Fetches a pack.
mod fetch;
/// What says how words are read aloud.
mod lists;
/// The reader's own documents.
mod shelf;

use fetch::Piece;
use lists::{Lists, Next};
use shelf::{Brought, Shelf};

/// Answers questions: at most one search is under way, and any other question ends it.
pub struct EngineWorker {
    /// The engine; or why there is none.
    engine: Result<Engine, Failure>,
    /// The search under way, or the last one: what it has found serves for another order of it.
    running: Option<Running>,
    /// The library on its way; `None` once it is there.
    opening: Option<pack::Reader>,
    /// The question that waits for it.
    waiting: Option<(Question, HandlerId)>,
    /// The terms that were counted last.
    tally: Tally,
    /// The question that waits until the words or its terms are counted, and what goes on with that.
    counting: Option<(Question, HandlerId, Timeout)>,
    /// What says how words are read aloud, on its way.
    lists: Lists,
    /// The reader's own documents.
    shelf: Shelf,
}

/// What the worker tells itself.
pub enum Step {
    /// The next piece of the search is due.
    Search,
    /// The next piece of what is counted is due.
    Count,
    /// More of the library came.
    Library(Piece),
    /// More came of what says how words are read aloud.
    Lists(Piece),
    /// Documents came out of the browser's storage.
    Shelf(Brought),
    /// They can be taken into the library.
    Take,
}

/// A search under way.
struct Running {
    number: u32,
    asker: HandlerId,
    sought: Sought,
    query: Query,
    search: Search,
    /// Whether something of it was answered.
    is_told: bool,
    /// Goes on with it; `None` at its end.
    next: Option<Timeout>,
}

impl Worker for EngineWorker {
    type Message = Step;
    type Input = Question;
    type Output = Answer;

    fn create(_: &WorkerScope<Self>) -> Self {
        let engine = pack::read(LIBRARY).map_err(Failure::from);
        EngineWorker {
            engine,
            running: None,
            opening: None,
            waiting: None,
            tally: Tally::default(),
            counting: None,
            lists: Lists::default(),
            shelf: Shelf::default(),
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, step: Step) {
        match step {
            Step::Search => self.go_on(scope),
            Step::Count => {
                if let Some((question, asker, _)) = self.counting.take() {
                    self.received(scope, question, asker);
                }
            }
            Step::Lists(piece) => match (self.lists.take(piece), &mut self.engine) {
                (Next::Wait, _) => {}
                (Next::Fetch(address), _) => fetch::fetch(address, scope.callback(Step::Lists)),
                (Next::Pronounce(pronunciation), Ok(engine)) => {
                    engine.pronounce(pronunciation);
                    self.end_waiting(scope);
                }
                (Next::Pronounce(_) | Next::GiveUp, _) => self.end_waiting(scope),
            },
            // The next are asked for before these are taken: they are read meanwhile.
            Step::Shelf(brought) => {
                if self.shelf.came(brought, scope.callback(Step::Shelf)) {
                    scope.send_message(Step::Take);
                }
            }
            Step::Take => self.shelve(scope),
            Step::Library(piece) => {
                if let Err(why) = self.take(piece) {
                    (self.engine, self.opening) = (Err(why), None);
                }
                if self.opening.is_none()
                    && let Some((question, asker)) = self.waiting.take()
                {
                    self.received(scope, question, asker);
                }
            }
        }
    }

    fn received(&mut self, scope: &WorkerScope<Self>, question: Question, asker: HandlerId) {
        // The search under way gives way; one that is complete is kept while nothing changes.
        let last = self.running.take().filter(|last| last.next.is_none());
        (self.counting, self.lists.waiting) = (None, None);
        self.shelf.waiting = None;
        if let Request::Lists(addresses) = question.request {
            self.lists.addresses = addresses;
            return;
        }
        if let Request::Open(address) = question.request {
            self.engine = Err(Failure::Program(String::new()));
            self.opening = Some(pack::Reader::default());
            self.tally = Tally::default();
            return fetch::fetch(address, scope.callback(Step::Library));
        }
        if self.opening.is_some() {
            self.waiting = Some((question, asker));
            return;
        }
        if let (Ok(_), Request::Shelve | Request::Reshelve(_)) = (&self.engine, &question.request) {
            self.shelf.waiting = Some((question.number, asker));
            self.running = last;
            if self.shelf.ask(&question.request, scope.callback(Step::Shelf)) {
                scope.send_message(Step::Take);
            }
            return;
        }
        let is_counted = match (&mut self.engine, &question.request) {
            (Ok(engine), Request::Hints(_)) => engine.count_words(WORDS_BYTES),
            (Ok(engine), Request::Tally(asked)) => self.tally.go_on(engine, asked, PIECE_BYTES.0),
            _ => true,
        };
        if !is_counted {
            let next = scope.callback(|()| Step::Count);
            self.counting = Some((question, asker, Timeout::new(0, move || next(()))));
            self.running = last;
            return;
        }
        if let (Ok(engine), Request::Ruby(_) | Request::Card(..)) =
            (&self.engine, &question.request)
            && engine.pronunciation().is_none()
        {
            self.lists.waiting = Some((question, asker));
            self.running = last;
            if !self.lists.are_coming() {
                fetch::fetch(self.lists.begin(), scope.callback(Step::Lists));
            }
            return;
        }
        self.answer(scope, question, asker, last);
    }
}

impl EngineWorker {
    /// Takes documents into the library, if someone waits for them.
    fn shelve(&mut self, scope: &WorkerScope<Self>) {
        let Ok(engine) = &mut self.engine else { return };
        if self.shelf.waiting.is_some() {
            self.tally = Tally::default();
            self.running = None;
        }
        let response = self.shelf.take(engine, scope.callback(Step::Shelf));
        if let Some(response) = response
            && let Some((number, asker)) = self.shelf.waiting.take()
        {
            scope.respond(asker, told(number, response));
        }
    }

    /// Answers the question that waited for the lists, be they there now or not to be had.
    fn end_waiting(&mut self, scope: &WorkerScope<Self>) {
        if let Some((question, asker)) = self.lists.waiting.take() {
            // No search is under way: one would have taken this question's place.
            let last = self.running.take();
            self.answer(scope, question, asker, last);
        }
    }

    /// Answers a question for which all is there; `last` is the search that was made last.
    fn answer(
        &mut self,
        scope: &WorkerScope<Self>,
        question: Question,
        asker: HandlerId,
        last: Option<Running>,
    ) {
        let number = question.number;
        let response = match (&mut self.engine, question.request) {
            (Ok(engine), Request::Search(sought)) => {
                let last = last.filter(|last| last.sought.wanted == sought.wanted);
                let (query, search) = match last {
                    Some(last) => (last.query, last.search),
                    None => {
                        let query = query(engine, &sought.wanted);
                        let search = engine.begin(&query);
                        (query, search)
                    }
                };
                let (is_told, next) = (false, None);
                self.running =
                    Some(Running { number, asker, sought, query, search, is_told, next });
                return self.go_on(scope);
            }
            (Ok(engine), Request::Hints(wanted)) => {
                // The search that they are of is most often the last.
                self.running = last.filter(|last| last.sought.wanted == wanted);
                Response::Hints(match &self.running {
                    Some(last) => hints(engine, &wanted, &last.search),
                    None => {
                        let query = query(engine, &wanted);
                        hints(engine, &wanted, &engine.search(&query))
                    }
                })
            }
            (Ok(engine), Request::Tally(asked)) => {
                self.running = last;
                Response::Tallied(self.tally.table(engine, &asked))
            }
            (Ok(engine), request) => {
                let changes =
                    matches!(request, Request::Revise(..) | Request::Lexicon(_) | Request::Cut(..));
                if matches!(request, Request::Revise(..)) {
                    self.tally = Tally::default();
                }
                self.running = last.filter(|_| !changes);
                answer(engine, &request)
            }
            (Err(why), _) => Response::Failed(why.clone()),
        };
        scope.respond(asker, told(number, response));
    }

    /// Takes what came of the library.
    fn take(&mut self, piece: Piece) -> Result<(), Failure> {
        let Some(reader) = &mut self.opening else { return Ok(()) };
        match piece? {
            Some(bytes) => reader.read(&bytes)?,
            None => {
                let reader = std::mem::take(reader);
                self.opening = None;
                self.engine = Ok(reader.end()?);
            }
        }
        Ok(())
    }

    /// Searches the next piece. What the first one finds is told at once; then all, at the end.
    fn go_on(&mut self, scope: &WorkerScope<Self>) {
        let (Ok(engine), Some(running)) = (&self.engine, &mut self.running) else { return };
        let (plain, slow) = PIECE_BYTES;
        let piece = if running.search.is_slow() { slow } else { plain };
        let is_done = engine.go_on(&mut running.search, piece);
        if is_done || !running.is_told {
            running.is_told = true;
            let found = found(engine, &running.sought, &running.query, &running.search);
            scope.respond(running.asker, told(running.number, Response::Found(found)));
        }
        running.next = (!is_done).then(|| {
            let next = scope.callback(|()| Step::Search);
            Timeout::new(0, move || next(()))
        });
    }
}

fn told(number: u32, response: Response) -> Answer {
    Answer { number, build: BUILD.to_owned(), response }
}
