//! Where the parts of the site lie that the page starts or fetches itself: its head has a link for
//! each, because a built site names its files after what they hold.

use gloo::utils::document;
use gloo::worker::{Worker, WorkerBridge, WorkerSpawner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::HtmlLinkElement;

use crate::codec::Postcard;

/// What the link of a worker says that starts by itself: a module of a built site (`cargo xtask seal`), or a
/// whole script, as it is in a page that is one file (`src/publish/single.rs`): from the disk browsers let no
/// worker load another script. Any other is started by a script that gloo makes, an address of which a
/// service worker is not asked everywhere.
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
pub fn start<W>(rel: &str, told: impl Fn(W::Output) + 'static) -> WorkerBridge<W>
where
    W: Worker + 'static,
    W::Input: Serialize + DeserializeOwned,
    W::Output: Serialize + DeserializeOwned,
{
    let link = links(rel).pop();
    let kind = link.as_ref().map(HtmlLinkElement::type_).unwrap_or_default();
    WorkerSpawner::<W>::new()
        .callback(told)
        .with_loader(kind == MODULE || kind == WHOLE)
        .as_module(kind != WHOLE)
        .encoding::<Postcard>()
        .spawn(&link.map(|link| link.href()).unwrap_or_default())
}

fn links(rel: &str) -> Vec<HtmlLinkElement> {
    let Ok(links) = document().query_selector_all(&format!("link[rel={rel}]")) else {
        return Vec::new();
    };
    (0..links.length()).filter_map(|at| links.item(at)?.dyn_into().ok()).collect()
}
