//! How what crosses the border between page and worker becomes bytes: by Postcard, as the pack does.
//! The usual way of `gloo-worker`, Bincode, would be a second format in both programs, and brings
//! along how numbers are printed, for its errors.

use gloo::worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::js_sys::Uint8Array;

/// Messages in the format of [Postcard](https://postcard.jamesmunns.com/wire-format).
pub struct Postcard;

impl Codec for Postcard {
    fn encode<I: Serialize>(input: I) -> JsValue {
        // Writing plain data to memory has no way to fail.
        let bytes = postcard::to_allocvec(&input).unwrap_or_default();
        Uint8Array::from(bytes.as_slice()).into()
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        let bytes = Uint8Array::from(input).to_vec();
        // Only a program of another build writes what this one cannot read. Of a worker that stops
        // here the page hears, and says so.
        postcard::from_bytes(&bytes).expect("a message of this build")
    }
}
