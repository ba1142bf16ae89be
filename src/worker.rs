//! The engine's loop, off the main thread. A search is done in pieces: between two of them a newer
//! question is heard, and the search that it makes idle is given up.

use gloo::timers::callback::Timeout;
use gloo::worker::{HandlerId, Worker, WorkerScope};

use crate::embedded::{BUILD, LIBRARY, LIBRARY_FOLD, LIBRARY_PINYIN};
use crate::engine::{Engine, Fold, Query, Search, pack};
use crate::protocol::{Answer, Question, Request, Response, Sought, answer, found, query};

/// How much text is searched before others are heard, in bytes, and how much where an expression
/// has to go through all of it: some milliseconds of work.
const PIECE_BYTES: (usize, usize) = (24_000_000, 500_000);

/// Answers questions: at most one search is under way, and any other question ends it.
pub struct EngineWorker {
    /// The engine; or why there is none.
    engine: Result<Engine, String>,
    /// The search under way.
    running: Option<Running>,
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
    /// Goes on with it.
    _next: Option<Timeout>,
}

impl Worker for EngineWorker {
    type Message = ();
    type Input = Question;
    type Output = Answer;

    fn create(_: &WorkerScope<Self>) -> Self {
        let corpus = pack::read(LIBRARY).map_err(|error| error.to_string());
        let engine = corpus.map(|corpus| {
            Engine::new(corpus, Fold::new(LIBRARY_FOLD)).with_readings(LIBRARY_PINYIN)
        });
        EngineWorker { engine, running: None }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, (): ()) {
        self.go_on(scope);
    }

    fn received(&mut self, scope: &WorkerScope<Self>, question: Question, asker: HandlerId) {
        self.running = None;
        let number = question.number;
        let response = match (&mut self.engine, question.request) {
            (Ok(engine), Request::Search(sought)) => {
                let query = query(engine, &sought.wanted);
                let search = engine.begin(&query);
                let (is_told, _next) = (false, None);
                self.running =
                    Some(Running { number, asker, sought, query, search, is_told, _next });
                return self.go_on(scope);
            }
            (Ok(engine), request) => answer(engine, &request),
            (Err(why), _) => Response::Failed(why.clone()),
        };
        scope.respond(asker, told(number, response));
    }
}

impl EngineWorker {
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
        if is_done {
            self.running = None;
        } else {
            let next = scope.callback(|()| ());
            running._next = Some(Timeout::new(0, move || next(())));
        }
    }
}

fn told(number: u32, response: Response) -> Answer {
    Answer { number, build: BUILD.to_owned(), response }
}
