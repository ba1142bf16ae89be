//! Documents that are kept written into a page of their own: read one by one, so that others are heard
//! between two, and told how far it is.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise, Uint8Array, global};
use web_sys::{Response, WorkerGlobalScope};

use super::one_page::{Texts, is_of_build, with_library};
use super::taking_out::{TOLD, give};
use crate::engine::{Segmenter, pack};
use crate::protocol::{Exported, OnePage, Trouble, What};
use crate::storage::Database;

/// Writes what is kept of a collection, or all, into a page. `plain` cuts texts by the dictionary alone;
/// `None` where the reader says nothing of words.
///
/// # Errors
///
/// [`Trouble`] where there is no page for them, or the storage does not give them.
pub async fn into_page(
    page: OnePage,
    database: Rc<Database>,
    plain: Option<Rc<Segmenter>>,
    say: &dyn Fn(What),
) -> Result<What, Trouble> {
    let empty = fetched(&page.address).await.map_err(Trouble::NoPage)?;
    if !is_of_build(&empty) {
        return Err(Trouble::OtherPage);
    }
    let OnePage { name, collection, patches, lexicon, .. } = page;
    let mut records = database.records().await?;
    if let Some(collection) = &collection {
        records.retain(|(_, record)| record.given().collections.contains(collection));
    }
    let mut texts = Texts::new(patches, lexicon, plain.as_deref(), collection.is_none());
    for (at, (key, _)) in records.iter().enumerate() {
        if at % TOLD == 0 {
            say(What::Packed(at as u32, records.len() as u32));
        }
        let packed = database.documents(&[*key]).await?.pop();
        let doc = packed.and_then(|packed| pack::read_doc(packed.pack()?).ok());
        doc.into_iter().for_each(|doc| texts.add(doc));
    }
    let documents = texts.count() as u32;
    let parts = with_library(&empty, &name, &texts.pack()).ok_or(Trouble::OtherPage)?;
    let bytes = parts.iter().map(|part| part.len() as u64).sum();
    let parts: Array = parts.iter().map(|part| Uint8Array::from(part.as_bytes())).collect();
    give(&parts, "text/html")?;
    Ok(What::Exported(Exported { bytes, documents, is_last: true, ..Exported::default() }))
}

/// The text at an address; or what the browser says, or the host.
async fn fetched(address: &str) -> Result<String, String> {
    let scope: WorkerGlobalScope = global().unchecked_into();
    let response: Response = done(scope.fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(format!("status {}", response.status()));
    }
    let text = done(response.text().map_err(said)?).await?;
    Ok(text.as_string().unwrap_or_default())
}

async fn done(promise: Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(said)
}

/// What an exception says of itself.
fn said(exception: JsValue) -> String {
    let error = exception.dyn_ref::<web_sys::js_sys::Error>();
    error.map_or_else(|| format!("{exception:?}"), |error| String::from(error.message()))
}
