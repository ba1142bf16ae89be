//! Files that the reader saves from the page, or opens in it. Nothing is sent anywhere.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Reflect};
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, Event, FileReader, HtmlAnchorElement, HtmlInputElement, Url,
};
use yew::prelude::*;

/// Gives the reader a text as a file of this name. A browser that refuses says so itself.
pub fn save(name: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return };
    save_from(name, &offered(&blob));
}

/// Where the browser has a file, for a minute: some browsers read it only after a while. Empty if it lets nothing
/// be had.
pub fn offered(file: &Blob) -> String {
    let address = Url::create_object_url_with_blob(file).unwrap_or_default();
    let left = address.clone();
    Timeout::new(60_000, move || drop(Url::revoke_object_url(&left))).forget();
    address
}

/// Gives the reader what the browser has at an address as a file of this name.
pub fn save_from(name: &str, address: &str) {
    let link = document().create_element("a").ok().filter(|_| !address.is_empty());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}

/// Puts a text on the clipboard, and tells whether the browser let it be put there.
pub fn copy(text: &str, told: Callback<bool>) {
    // Pages that are not from a safe address have no clipboard at all.
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    let Some(clipboard) = clipboard.ok().and_then(|it| it.dyn_into::<Clipboard>().ok()) else {
        return told.emit(false);
    };
    let tell = |is_done: bool| {
        let told = told.clone();
        Closure::once(move |_: JsValue| told.emit(is_done))
    };
    let (done, refused) = (tell(true), tell(false));
    let _ = clipboard.write_text(text).then2(&done, &refused);
    // One of them is called, once; then the browser drops both.
    done.forget();
    refused.forget();
}

/// Reads the file chosen in a field of the page as text, and tells it.
pub fn open(event: &Event, told: Callback<String>) {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let file = field.files().and_then(|files| files.get(0));
    let (Some(file), Ok(reader)) = (file, FileReader::new()) else { return };
    let read = reader.clone();
    EventListener::once(&reader, "load", move |_| {
        if let Some(text) = read.result().ok().and_then(|text| text.as_string()) {
            told.emit(text);
        }
    })
    .forget();
    let _ = reader.read_as_text(&file);
    // The same file, changed, can be chosen again.
    field.set_value("");
}
