//! A worker as the page has it. Workers are written with gloo, and this is the page's half of that: gloo's
//! own has no way to end a worker that does not listen any more, one whose work never ends.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use gloo::worker::{Codec, Worker};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker as Thread, WorkerOptions, WorkerType};

use crate::codec::Postcard;

/// What is said to a worker: gloo's messages, in the same order. The page is the only one who asks.
#[derive(Serialize)]
enum ToWorker<I> {
    Connected(usize),
    ProcessInput(usize, I),
}

/// What it says.
#[derive(Deserialize)]
enum FromWorker<O> {
    WorkerLoaded,
    ProcessOutput(usize, O),
}

/// The number of who asks.
const PAGE: usize = 0;

/// A worker that runs until this is dropped; then it ends at once, whatever it does.
pub struct Bridge<W: Worker> {
    thread: Option<Thread>,
    /// What is said before it is loaded, and listens; `None` after.
    unsaid: Rc<RefCell<Option<Vec<JsValue>>>>,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _kind: PhantomData<W>,
}

impl<W> Bridge<W>
where
    W: Worker + 'static,
    W::Input: Serialize,
    W::Output: DeserializeOwned,
{
    /// Starts the worker of this script; what it answers is told. One that a browser refuses to start says
    /// nothing, as one that cannot be loaded.
    pub fn new(address: &str, is_module: bool, told: impl Fn(W::Output) + 'static) -> Bridge<W> {
        let options = WorkerOptions::new();
        if is_module {
            options.set_type(WorkerType::Module);
        }
        let thread = Thread::new_with_options(address, &options).ok();
        let unsaid = Rc::new(RefCell::new(Some(Vec::new())));
        let heard =
            {
                let (thread, unsaid) = (thread.clone(), unsaid.clone());
                Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                    match Postcard::decode::<FromWorker<W::Output>>(event.data()) {
                        FromWorker::WorkerLoaded => {
                            let unsaid = unsaid.take().unwrap_or_default();
                            unsaid.iter().for_each(|message| post(thread.as_ref(), message));
                        }
                        FromWorker::ProcessOutput(PAGE, output) => told(output),
                        FromWorker::ProcessOutput(..) => {}
                    }
                })
            };
        if let Some(thread) = &thread {
            thread.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        let bridge = Bridge { thread, unsaid, _heard: heard, _kind: PhantomData };
        bridge.say(ToWorker::Connected(PAGE));
        bridge
    }

    /// Asks it something.
    pub fn send(&self, input: W::Input) {
        self.say(ToWorker::ProcessInput(PAGE, input));
    }

    fn say(&self, message: ToWorker<W::Input>) {
        let message = Postcard::encode(message);
        match &mut *self.unsaid.borrow_mut() {
            Some(unsaid) => unsaid.push(message),
            None => post(self.thread.as_ref(), &message),
        }
    }
}

impl<W: Worker> Drop for Bridge<W> {
    fn drop(&mut self) {
        if let Some(thread) = &self.thread {
            thread.set_onmessage(None);
            thread.terminate();
        }
    }
}

/// Bytes can always be posted.
fn post(thread: Option<&Thread>, message: &JsValue) {
    let _ = thread.map(|thread| thread.post_message(message));
}
