//! How what crosses the border between page and worker becomes bytes: by Postcard, as the pack does.
//! The usual way of `gloo-worker`, Bincode, would be a second format in both programs, and brings
//! along how numbers are printed, for its errors. Files that a worker has made go beside that: a page from the
//! disk is let have no file of which a worker has made an address.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;
use web_sys::js_sys::{Array, Uint8Array};

thread_local! {
    /// The files that go with the next message.
    static GOING: RefCell<Array> = RefCell::new(Array::new());
    /// Those that came and that nobody has taken.
    static CAME: RefCell<VecDeque<Blob>> = RefCell::default();
}

/// Has a file go with the next message.
pub fn enclose(file: &Blob) {
    GOING.with_borrow(|going| going.push(file));
}

/// The file that came first of those that nobody has taken.
pub fn enclosed() -> Option<Blob> {
    CAME.with_borrow_mut(VecDeque::pop_front)
}

/// Messages in the format of [Postcard](https://postcard.jamesmunns.com/wire-format).
pub struct Postcard;

impl Codec for Postcard {
    fn encode<I: Serialize>(input: I) -> JsValue {
        // Writing plain data to memory has no way to fail.
        let bytes = postcard::to_allocvec(&input).unwrap_or_default();
        let bytes = Uint8Array::from(bytes.as_slice());
        let files = GOING.replace(Array::new());
        if files.length() == 0 {
            return bytes.into();
        }
        files.unshift(&bytes);
        files.into()
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        let bytes = match input.dyn_into::<Array>() {
            Ok(files) => {
                let bytes = files.shift();
                let files = files.iter().filter_map(|file| file.dyn_into().ok());
                CAME.with_borrow_mut(|came| came.extend(files));
                bytes
            }
            Err(bytes) => bytes,
        };
        let bytes = Uint8Array::from(bytes).to_vec();
        // Only a program of another build writes what this one cannot read. Of a worker that stops
        // here the page hears, and says so.
        postcard::from_bytes(&bytes).expect("a message of this build")
    }
}
