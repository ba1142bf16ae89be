//! What converts texts into the other script in the browser, off the main thread: a worker of its own,
//! loaded when a reader first wants that.

use gloo::worker::{HandlerId, Worker, WorkerScope};
use serde::{Deserialize, Serialize};

use crate::script::{Converter, Script};

/// Texts that are to be converted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToConvert {
    /// The document that they are of.
    pub doc: String,
    /// Into what.
    pub script: Script,
    /// The texts.
    pub texts: Vec<String>,
}

/// They are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// What was asked.
    pub asked: ToConvert,
    /// The texts in their order; or why they cannot be.
    pub texts: Result<Vec<String>, String>,
}

/// Answers with converted texts.
pub struct ConverterWorker {
    /// What converted last.
    last: Option<(Script, Converter)>,
}

impl Worker for ConverterWorker {
    type Message = ();
    type Input = ToConvert;
    type Output = Converted;

    fn create(_: &WorkerScope<Self>) -> Self {
        ConverterWorker { last: None }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, asked: ToConvert, asker: HandlerId) {
        let texts = self
            .converter(asked.script)
            .map(|converter| asked.texts.iter().map(|text| converter.convert(text)).collect());
        scope.respond(asker, Converted { asked, texts });
    }
}

impl ConverterWorker {
    fn converter(&mut self, script: Script) -> Result<&Converter, String> {
        let last = self.last.take().filter(|(of, _)| *of == script);
        let last = match last {
            Some(last) => last,
            None => (script, Converter::new(script)?),
        };
        Ok(&self.last.insert(last).1)
    }
}
