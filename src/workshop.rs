//! What cuts texts into words in the browser, off the main thread: a worker of its own, since the
//! dictionary is large, and most readers never need it.

use gloo::worker::{HandlerId, Worker, WorkerScope};

use crate::embedded::{BUILD, DICTIONARY};
use crate::engine::{
    Error, Lexicon, Segmenter, Word, unpacked_dictionary, unpacked_dictionary_for,
};
use crate::protocol::{CutUp, Done, Job, ToCut, What};

/// Of so many bytes of text the words are got by reading just what of the dictionary these texts have in
/// them: that takes a hundredth of a second. For more it is read as a whole, once.
const FEW_BYTES: usize = 1_000_000;

/// Answers with words.
#[derive(Default)]
pub struct WorkshopWorker {
    /// How many bytes were cut by parts of the dictionary.
    cut_bytes: usize,
    /// With the dictionary alone; `None` until there was much to be cut.
    plain: Option<Segmenter>,
    /// The last user dictionary, and what cuts by it and all of the dictionary.
    last: Option<(String, Segmenter)>,
}

impl Worker for WorkshopWorker {
    type Message = ();
    type Input = Job;
    type Output = Done;

    fn create(_: &WorkerScope<Self>) -> Self {
        WorkshopWorker::default()
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, job: Job, asker: HandlerId) {
        if let Job::Cut(ToCut { number, lexicon, texts }) = job {
            let words = self.words(lexicon, &texts).map_err(|error| error.to_string());
            let cut = CutUp { number, build: BUILD.to_owned(), words };
            scope.respond(asker, Done { build: BUILD.to_owned(), what: What::Cut(cut) });
        }
    }
}

impl WorkshopWorker {
    fn words(&mut self, lexicon: String, texts: &[String]) -> Result<Vec<Vec<Word>>, Error> {
        self.cut_bytes += texts.iter().map(String::len).sum::<usize>();
        if self.cut_bytes <= FEW_BYTES {
            let texts_too = texts.iter().chain([&lexicon]).map(String::as_str);
            let needed = unpacked_dictionary_for(DICTIONARY, texts_too);
            let plain = Segmenter::with_dictionary(needed.as_bytes())?;
            let segmenter = plain.with_lexicon(&Lexicon::parse(&lexicon).0);
            return Ok(texts.iter().map(|text| segmenter.words(text)).collect());
        }
        let plain = match self.plain.take() {
            Some(plain) => plain,
            None => Segmenter::with_dictionary(unpacked_dictionary(DICTIONARY).as_bytes())?,
        };
        let plain = self.plain.insert(plain);
        let last = self.last.take().filter(|(of, _)| *of == lexicon);
        let (_, segmenter) = self.last.insert(last.unwrap_or_else(|| {
            let segmenter = plain.with_lexicon(&Lexicon::parse(&lexicon).0);
            (lexicon, segmenter)
        }));
        Ok(texts.iter().map(|text| segmenter.words(text)).collect())
    }
}
