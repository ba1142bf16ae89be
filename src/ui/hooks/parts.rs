//! Where the parts of the site lie that the page starts or fetches itself: its head has a link for
//! each, because a built site names its files after what they hold.

use gloo::utils::document;
use gloo::worker::Worker;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlLinkElement, Url};

use super::bridge::Bridge;

/// What the link of a worker says that starts by itself: a module of a built site (`cargo xtask seal`), or a
/// whole script, as it is in a page that is one file (`src/publish/single.rs`): from the disk browsers let no
/// worker load another script. Any other, of a site that is served while it is worked on, only says what is
/// in it: it is started by a script that is made here.
const MODULE: &str = "module";
const WHOLE: &str = "text/javascript";

/// The whole addresses of the links of this kind, in their order.
pub fn parts(rel: &str) -> Vec<String> {
    links(rel).iter().map(HtmlLinkElement::href).collect()
}

/// Whether there is a link of this kind, wherever it leads.
pub fn is_named(rel: &str) -> bool {
    !links(rel).is_empty()
}

/// Starts the worker of this kind; what it answers is told.
pub fn start<W>(rel: &str, told: impl Fn(W::Output) + 'static) -> Bridge<W>
where
    W: Worker + 'static,
    W::Input: Serialize,
    W::Output: DeserializeOwned,
{
    let link = links(rel).pop();
    let kind = link.as_ref().map(HtmlLinkElement::type_).unwrap_or_default();
    let address = link.map(|link| link.href()).unwrap_or_default();
    let starts_itself = kind == MODULE || kind == WHOLE;
    let address = if starts_itself { address } else { starting(&address).unwrap_or_default() };
    Bridge::new(&address, kind != WHOLE, told)
}

/// The address of a script that starts a worker.
fn starting(address: &str) -> Result<String, JsValue> {
    let script = format!("import init from '{address}'; await init();");
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from_str(&script));
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)
}

fn links(rel: &str) -> Vec<HtmlLinkElement> {
    let Ok(links) = document().query_selector_all(&format!("link[rel={rel}]")) else {
        return Vec::new();
    };
    (0..links.length()).filter_map(|at| links.item(at)?.dyn_into().ok()).collect()
}
