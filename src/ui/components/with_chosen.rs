//! What can be done with several documents of the reader's own at once. What removes them asks first:
//! it cannot be undone.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::give_files::COLLECTIONS;
use crate::protocol::{Given, Holding, Key};
use crate::state::{Action, LibraryStep, collection_name};
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The documents.
    pub chosen: Vec<Rc<Holding>>,
    /// None of them is chosen any more.
    pub done: Callback<()>,
    pub act: Callback<Action>,
}

#[component]
pub fn WithChosen(props: &Props) -> Html {
    let Props { chosen, done, act } = props;
    let is_asked = use_state_eq(|| false);
    let name = use_node_ref();
    let keys: Vec<Key> = chosen.iter().map(|of| of.key).collect();
    let count = chosen.len() as u32;
    let asked = |is: bool| {
        let is_asked = is_asked.setter();
        move |_: MouseEvent| is_asked.set(is)
    };
    let remove = {
        let (done, act) = (done.clone(), act.clone());
        move |_: MouseEvent| {
            act.emit(Action::Library(LibraryStep::Remove(keys.clone())));
            done.emit(());
        }
    };
    let put = {
        let (name, chosen, act, done) = (name.clone(), chosen.clone(), act.clone(), done.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let typed = name.cast::<HtmlInputElement>().map(|field| field.value());
            let name = collection_name(&typed.unwrap_or_default());
            let lack = chosen.iter().filter(|of| !of.given.collections.contains(&name));
            let with = |of: &Rc<Holding>| {
                let mut given: Given = of.given.clone();
                given.collections.push(name.clone());
                (of.key, given)
            };
            let given: Vec<(Key, Given)> = lack.map(with).collect();
            if !name.is_empty() && !given.is_empty() {
                act.emit(Action::Library(LibraryStep::Describe(given)));
                done.emit(());
            }
        }
    };
    html! {
        <div class="with-chosen">
            <span role="status">{ wording::own_chosen(count) }</span>
            <form class="files" onsubmit={put}>
                <label>
                    <span class="unseen">{ wording::OWN_PUT_FIELD }</span>
                    <input
                        ref={name}
                        type="text"
                        list={COLLECTIONS}
                        placeholder={wording::OWN_PUT_FIELD}
                        autocomplete="off"
                    />
                </label>
                <button type="submit">{ wording::OWN_PUT }</button>
                <button type="button" class="own-remove" aria-expanded={is_asked.to_string()} onclick={asked(!*is_asked)}>
                    { wording::OWN_REMOVE }
                </button>
            </form>
            if *is_asked {
                <div class="own-sure" role="alert">
                    <p>{ wording::own_remove_sure(count) }</p>
                    <p class="files">
                        <button type="button" class="own-remove-do" onclick={remove}>{ wording::OWN_REMOVE_DO }</button>
                        <button type="button" onclick={asked(false)}>{ wording::OWN_REMOVE_NOT }</button>
                    </p>
                </div>
            }
        </div>
    }
}
