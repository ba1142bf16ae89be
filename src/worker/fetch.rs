//! A file of the site, piece by piece as it comes in.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Reflect, Uint8Array, global};
use web_sys::{ReadableStreamDefaultReader, Response, WorkerGlobalScope};

use crate::protocol::Failure;

/// Some bytes; `None` at the end. An error says what cannot be fetched.
pub type Piece = Result<Option<Vec<u8>>, Failure>;

/// Fetches a file and tells each piece of it, the end, and at an error that alone.
pub fn fetch(address: String, tell: Rc<dyn Fn(Piece)>) {
    spawn_local(async move {
        let pieces = pieces(&address, &*tell).await;
        tell(pieces.map(|()| None).map_err(|cause| Failure::Fetch { address, cause }));
    });
}

async fn pieces(address: &str, tell: &dyn Fn(Piece)) -> Result<(), String> {
    let scope: WorkerGlobalScope = global().unchecked_into();
    let response = done(scope.fetch_with_str(address)).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("status {}", response.status()));
    }
    let body = response.body().ok_or("it is empty")?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let piece = done(reader.read()).await?;
        let of = |name: &str| Reflect::get(&piece, &name.into()).map_err(said);
        if of("done")?.is_truthy() {
            return Ok(());
        }
        tell(Ok(Some(Uint8Array::new(&of("value")?).to_vec())));
    }
}

async fn done(promise: web_sys::js_sys::Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(said)
}

/// What an exception says of itself.
fn said(exception: JsValue) -> String {
    exception
        .dyn_ref::<web_sys::js_sys::Error>()
        .map_or_else(|| format!("{exception:?}"), |error| String::from(error.message()))
}
