//! Addresses of the page for use elsewhere.

use gloo::utils::window;
use web_sys::js_sys::encode_uri;

use crate::state::View;

/// Leaves for another page of the site.
pub fn go(address: &str) {
    // What cannot be gone to is stayed at.
    let _ = window().location().set_href(address);
}

/// The address of the page without what it shows.
pub fn base() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// An address that opens a view. Chinese of a file's name would end the link in many programs.
pub fn link_to(view: &View) -> String {
    base() + &String::from(encode_uri(&view.to_fragment())).replace("%25", "%")
}
