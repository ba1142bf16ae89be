//! Where the parts of the site lie that the page starts or fetches itself: its head has a link for
//! each, because a built site names its files after what they hold.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlLinkElement;

/// The whole addresses of the links of this kind, in their order.
pub fn parts(rel: &str) -> Vec<String> {
    let Ok(links) = document().query_selector_all(&format!("link[rel={rel}]")) else {
        return Vec::new();
    };
    let links = (0..links.length()).filter_map(|i| links.item(i)?.dyn_into().ok());
    links.map(|link: HtmlLinkElement| link.href()).collect()
}

/// The one address of this kind; empty where the page has none.
pub fn part(rel: &str) -> String {
    parts(rel).pop().unwrap_or_default()
}
