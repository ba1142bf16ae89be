//! What the page's head says of the site, read once, before anything is shown.

use gloo::utils::document;
use yew::prelude::*;

use super::parts::{is_named, parts};
use crate::ui::Site;

/// What the head says under a name; `None` where it says nothing.
pub fn said(name: &str) -> Option<String> {
    let said = document().query_selector(&format!("meta[name={name}]")).ok()??;
    said.get_attribute("content").filter(|content| !content.is_empty())
}

/// Reads it.
#[hook]
pub fn use_site() {
    use_memo((), |()| {
        let name = said("application-name").map(AttrValue::from);
        let part = |rel| parts(rel).pop().map(AttrValue::from);
        let has_single = is_named("single");
        Site { name, about: part("about"), has_single }.enter();
    });
}
