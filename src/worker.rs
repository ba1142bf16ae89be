//! The engine's loop, off the main thread.

use gloo::worker::{HandlerId, Worker, WorkerScope};

use crate::embedded::{BUILD, FOLD, LIBRARY};
use crate::engine::{Engine, Fold, pack};
use crate::protocol::{Answer, Question, Response, answer};

/// Answers questions, one after the other.
pub struct EngineWorker {
    /// The engine; or why there is none.
    engine: Result<Engine, String>,
}

impl Worker for EngineWorker {
    type Message = ();
    type Input = Question;
    type Output = Answer;

    fn create(_: &WorkerScope<Self>) -> Self {
        let corpus = pack::read(LIBRARY).map_err(|error| error.to_string());
        EngineWorker { engine: corpus.map(|corpus| Engine::new(corpus, Fold::new(FOLD))) }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, question: Question, asker: HandlerId) {
        let response = match &mut self.engine {
            Ok(engine) => answer(engine, &question.request),
            Err(why) => Response::Failed(why.clone()),
        };
        let answer = Answer { number: question.number, build: BUILD.to_owned(), response };
        scope.respond(asker, answer);
    }
}
