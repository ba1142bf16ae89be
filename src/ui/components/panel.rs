//! A panel over the page: a dialog of the browser's own. It keeps the keyboard in it, closes with
//! Escape or a click beside it, and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::hooks::dialog;
use crate::ui::wording::{self, Text};

/// A panel of this id and title; see [`dialog::open`].
pub fn panel(id: &'static str, class: &'static str, title: Text, content: Html) -> Html {
    // What surrounds the dialog belongs to it; its own content is in a box that covers it.
    let outside = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if target.is_some_and(|target| target.id() == id) {
            dialog::close(id);
        }
    };
    let title_id = format!("{id}-title");
    html! {
        <dialog {id} class={classes!("panel", class)} aria-labelledby={title_id.clone()} onclick={outside}>
            <div class="panel-inside">
                <h2 id={title_id}>{ title }</h2>
                <button
                    type="button"
                    class="panel-close"
                    aria-label={wording::CLOSE}
                    onclick={move |_| dialog::close(id)}
                >
                    { "×" }
                </button>
                { content }
            </div>
        </dialog>
    }
}
