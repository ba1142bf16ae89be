//! What is said of a document of the reader's own, to be changed; and how its file is read.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::give_files::COLLECTIONS;
use crate::engine::is_date;
use crate::protocol::{Given, Holding, Reading};
use crate::state::{Action, LibraryStep, collection_names};
use crate::ui::OF_DOCUMENTS;
use crate::ui::wording::{self, Text};

/// The encodings that Chinese texts are in, by the names that they are read by.
const ENCODINGS: [&str; 5] = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub holding: Rc<Holding>,
    pub done: Callback<()>,
    pub act: Callback<Action>,
}

/// What stands in the form when it is set anew, since something of it cannot be saved.
#[derive(Clone, PartialEq)]
struct Filled {
    title: String,
    author: String,
    date: String,
    collections: String,
    /// The places of what is chosen in their lists.
    encoding: usize,
    restored: usize,
    is_bad: bool,
}

impl Filled {
    fn of(Given { title, author, date, collections }: &Given) -> Filled {
        Filled {
            title: title.clone(),
            author: author.clone(),
            date: date.clone(),
            collections: collections.join(", "),
            encoding: 0,
            restored: 0,
            is_bad: false,
        }
    }
}

#[component]
pub fn OwnForm(props: &Props) -> Html {
    let Props { holding, done, act } = props;
    let filled = use_state_eq(|| Filled::of(&holding.given));
    let fields = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let (encoding, restored) = (use_node_ref(), use_node_ref());
    let first = fields[0].clone();
    use_effect_with((), move |()| {
        if let Some(first) = first.cast::<HtmlInputElement>() {
            let _ = first.focus();
        }
    });
    let field = |node: &NodeRef, name: Text, value: &String, list: Option<&'static str>| {
        html! {
            <label>
                <span>{ name }</span>
                <input ref={node.clone()} type="text" value={value.clone()} {list} lang={OF_DOCUMENTS} autocomplete="off" spellcheck="false" />
            </label>
        }
    };
    // It has to be said what is chosen: options are put in from the last, which would else be it.
    let choice = |node: &NodeRef, name: Text, all: Vec<String>, chosen: usize| {
        let option = |(at, name): (usize, &String)| html! { <option selected={at == chosen}>{ name }</option> };
        html! {
            <label><span>{ name }</span><select ref={node.clone()}>{ for all.iter().enumerate().map(option) }</select></label>
        }
    };
    let auto = wording::OWN_ENCODING_AUTO.to_string();
    let encodings: Vec<String> = [auto].into_iter().chain(ENCODINGS.map(str::to_owned)).collect();
    let restorations =
        [wording::OWN_RESTORED_AUTO, wording::OWN_RESTORED_YES, wording::OWN_RESTORED_NO];
    let restorations = restorations.map(|of| of.to_string()).into();
    let form = html! {
        <>
            { field(&fields[0], wording::OWN_TITLE, &filled.title, None) }
            { field(&fields[1], wording::OWN_AUTHOR, &filled.author, None) }
            { field(&fields[2], wording::OWN_DATE, &filled.date, None) }
            { field(&fields[3], wording::OWN_COLLECTIONS, &filled.collections, Some(COLLECTIONS)) }
            if !holding.encoding.is_empty() {
                { choice(&encoding, wording::OWN_ENCODING, encodings, filled.encoding) }
            }
            { choice(&restored, wording::OWN_RESTORED, restorations, filled.restored) }
        </>
    };
    let is_bad = filled.is_bad;
    let save = {
        let (holding, done, act) = (holding.clone(), done.clone(), act.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let [title, author, date, collections] = [0, 1, 2, 3].map(|at| typed(&fields[at]));
            let (encoding, restored) = (place(&encoding), place(&restored));
            if !date.is_empty() && !is_date(&date) {
                let is_bad = true;
                return filled.set(Filled {
                    title,
                    author,
                    date,
                    collections,
                    encoding,
                    restored,
                    is_bad,
                });
            }
            let given = Given { title, author, date, collections: collection_names(&collections) };
            if given != holding.given {
                let step = LibraryStep::Describe(vec![(holding.key, given)]);
                act.emit(Action::Library(step));
            }
            let reading = Reading {
                encoding: encoding.checked_sub(1).map(|at| ENCODINGS[at].to_owned()),
                is_restored: [None, Some(true), Some(false)][restored.min(2)],
            };
            if reading != Reading::default() {
                act.emit(Action::Library(LibraryStep::Again(holding.key, reading)));
            }
            done.emit(());
        }
    };
    html! {
        <form class="own-form" onsubmit={save}>
            { form }
            <p role="alert">{ is_bad.then(|| html! { { wording::OWN_BAD_DATE } }) }</p>
            <p class="files">
                <button type="submit" class="own-save">{ wording::OWN_SAVE }</button>
                <button type="button" onclick={done.reform(|_: MouseEvent| ())}>{ wording::OWN_CANCEL }</button>
            </p>
        </form>
    }
}

fn typed(field: &NodeRef) -> String {
    let field = field.cast::<HtmlInputElement>();
    field.map(|field| field.value().trim().to_owned()).unwrap_or_default()
}

/// The place of what is chosen in a list; the first where there is no list.
fn place(list: &NodeRef) -> usize {
    let list = list.cast::<HtmlSelectElement>();
    list.and_then(|list| usize::try_from(list.selected_index()).ok()).unwrap_or_default()
}
