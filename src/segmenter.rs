//! What cuts texts into words in the browser, off the main thread: a worker of its own, since the
//! dictionary is large, and most readers never need it.

use gloo::worker::{HandlerId, Worker, WorkerScope};

use crate::embedded::{BUILD, DICTIONARY};
use crate::engine::{Error, Lexicon, Segmenter, unpacked_dictionary};
use crate::protocol::{CutUp, ToCut};

/// Answers with words.
pub struct SegmenterWorker {
    /// With the dictionary alone; `None` until the first question.
    plain: Option<Result<Segmenter, Error>>,
    /// The last user dictionary, and what cuts by it.
    last: Option<(String, Segmenter)>,
}

impl Worker for SegmenterWorker {
    type Message = ();
    type Input = ToCut;
    type Output = CutUp;

    fn create(_: &WorkerScope<Self>) -> Self {
        SegmenterWorker { plain: None, last: None }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, asked: ToCut, asker: HandlerId) {
        let ToCut { number, lexicon, texts } = asked;
        let words = self.words(lexicon, &texts).map_err(|error| error.to_string());
        scope.respond(asker, CutUp { number, build: BUILD.to_owned(), words });
    }
}

impl SegmenterWorker {
    fn words(
        &mut self,
        lexicon: String,
        texts: &[String],
    ) -> Result<Vec<Vec<crate::engine::Word>>, Error> {
        let read = || Segmenter::with_dictionary(unpacked_dictionary(DICTIONARY).as_bytes());
        let plain = self.plain.get_or_insert_with(read).as_ref().map_err(Clone::clone)?;
        let last = self.last.take().filter(|(of, _)| *of == lexicon);
        let (_, segmenter) = self.last.insert(last.unwrap_or_else(|| {
            let segmenter = plain.with_lexicon(&Lexicon::parse(&lexicon).0);
            (lexicon, segmenter)
        }));
        Ok(texts.iter().map(|text| segmenter.words(text)).collect())
    }
}
