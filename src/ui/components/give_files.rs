//! Where the reader gives files to the page: a place to drop them, and buttons for those who do not drag.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::Action;
use crate::ui::hooks::given::{self, Given};
use crate::ui::hooks::local_minute;
use crate::ui::wording::{self, Text};

/// What a file picker offers first. Another file can be chosen all the same, and is said to be none.
const ACCEPTED: &str =
    ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.epub,.docx,.pdf,.csv,.tsv,.jsonl,.ndjson,.zip";

/// The id of the field that takes files.
pub const GIVE_FILE: &str = "give-file";

/// The id of the list of collections that there are.
pub const COLLECTIONS: &str = "own-collections";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub act: Callback<Action>,
}

#[component]
pub fn GiveFiles(props: &Props) -> Html {
    let Props { act } = props;
    let into = use_node_ref();
    let is_refused = use_state_eq(|| false);
    let given = {
        let (into, act) = (into.clone(), act.clone());
        move || {
            let name = into.cast::<HtmlInputElement>().map(|field| field.value());
            Given { collection: Rc::from(name.unwrap_or_default().trim()), act: act.clone() }
        }
    };
    let chosen = {
        let given = given.clone();
        move |event: Event| {
            let field = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
            let Some(field) = field else { return };
            if let Some(files) = field.files() {
                given().files(&files);
            }
            // The same files, changed, can be chosen again.
            field.set_value("");
        }
    };
    let paste = {
        let (given, is_refused) = (given.clone(), is_refused.setter());
        move |_: MouseEvent| {
            let is_refused = is_refused.clone();
            let told = Callback::from(move |is_there: bool| is_refused.set(!is_there));
            given::paste(&given(), wording::pasted_file(&local_minute()), told);
        }
    };
    let picker = |class: &'static str, name: Text, folder: bool| {
        html! {
            <label class={classes!("import", class)}>
                { name }
                <input
                    type="file"
                    id={class}
                    class="unseen"
                    multiple={true}
                    accept={(!folder).then_some(ACCEPTED)}
                    webkitdirectory={folder}
                    onchange={chosen.clone()}
                />
            </label>
        }
    };
    html! {
        <div class="give-files">
            <p>{ wording::OWN_DROP }</p>
            <p class="files">
                { picker(GIVE_FILE, wording::OWN_FILES, false) }
                { picker("give-folder", wording::OWN_FOLDER, true) }
                <button type="button" class="give-text" onclick={paste}>{ wording::OWN_PASTE }</button>
            </p>
            <p role="status">{ is_refused.then(|| html! { { wording::OWN_PASTE_REFUSED } }) }</p>
            <label class="give-into">
                { wording::OWN_INTO }
                <input ref={into} type="text" list={COLLECTIONS} autocomplete="off" spellcheck="false" />
            </label>
        </div>
    }
}
