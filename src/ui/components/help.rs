//! The language of queries by examples, which can be clicked. A dialog of the browser's own: it
//! keeps the keyboard in it, closes with Escape and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::state::Action;
use crate::ui::OF_DOCUMENTS;
use crate::ui::hooks::{dialog, search_again};
use crate::ui::wording::{self, Text};

/// The id of the dialog.
pub const HELP: &str = "help";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub act: Callback<Action>,
}

#[component]
pub fn Help(props: &Props) -> Html {
    // What surrounds the dialog belongs to it; its own content is in a box that covers it.
    let outside = |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if target.is_some_and(|target| target.id() == HELP) {
            dialog::close(HELP);
        }
    };
    let example = |(query, does): &(Text, Text)| {
        let query = query.say();
        let onclick = props.act.reform(move |_: MouseEvent| {
            dialog::close(HELP);
            search_again();
            Action::Typed(query.to_owned())
        });
        html! {
            <div>
                <dt><button type="button" class="example" lang={OF_DOCUMENTS} {onclick}>{ query }</button></dt>
                <dd>{ *does }</dd>
            </div>
        }
    };
    html! {
        <dialog id={HELP} class="help" aria-labelledby="help-title" onclick={outside}>
            <div class="help-inside">
                <h2 id="help-title">{ wording::HELP }</h2>
                <button
                    type="button"
                    class="help-close"
                    aria-label={wording::CLOSE}
                    onclick={|_| dialog::close(HELP)}
                >
                    { "×" }
                </button>
                <p>{ wording::HELP_LEAD }</p>
                <dl>{ for wording::EXAMPLES.iter().map(example) }</dl>
                <p>{ wording::HELP_END }</p>
            </div>
        </dialog>
    }
}
