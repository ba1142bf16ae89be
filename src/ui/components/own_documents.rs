//! The list of the documents of the reader's own, filtered; several can be chosen, to be removed or put
//! into a collection.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::choice::{choice, is_ticked};
use super::give_files::COLLECTIONS;
use super::{FilterField, LIBRARY, OwnDocument, WithChosen};
use crate::protocol::{Holding, Key};
use crate::state::{Action, Holdings};
use crate::ui::hooks::{dialog, use_near_end};
use crate::ui::{OF_DOCUMENTS, wording};

/// The id of the field that filters.
const FIELD: &str = "own-field";

/// So many are shown at first, and so many more each time.
const SHOWN: usize = 50;

/// Scrolling alone shows so many.
const BY_SCROLLING: usize = 400;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub holdings: Holdings,
    pub act: Callback<Action>,
}

#[component]
pub fn OwnDocuments(props: &Props) -> Html {
    let Props { holdings, act } = props;
    let typed = use_state_eq(AttrValue::default);
    let collection = use_state_eq(String::new);
    let is_damaged = use_state_eq(|| false);
    let chosen = use_state_eq(BTreeSet::<Key>::new);
    let editing = use_state_eq(|| None::<Key>);
    let shown = use_state_eq(|| SHOWN);
    let end = use_node_ref();
    let type_in = use_callback(typed.setter(), |text, typed| typed.set(text));
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |(key, is_chosen): (Key, bool)| {
            let mut all = (*chosen).clone();
            if is_chosen {
                all.insert(key)
            } else {
                all.remove(&key)
            };
            chosen.set(all);
        })
    };
    let edit = {
        let editing = editing.setter();
        Callback::from(move |key| editing.set(key))
    };
    let listed = holdings.listed(&typed, &collection, *is_damaged);
    let more = {
        let (shown, next) = (shown.setter(), *shown + SHOWN);
        Callback::from(move |()| shown.set(next))
    };
    let is_on = *shown < listed.len() && *shown < BY_SCROLLING;
    use_near_end(&end, *shown, is_on, more.clone());
    let Some(all) = &holdings.all else {
        // What cannot be listed is said to be so.
        let is_listing = holdings.trouble.is_none();
        return html! {
            <p class="own-state">{ is_listing.then(|| html! { { wording::OWN_LISTING } }) }</p>
        };
    };
    if all.is_empty() {
        return html! { <p class="own-state">{ wording::OWN_NONE }</p> };
    }
    let names: Vec<String> = holdings.collections().into_iter().map(str::to_owned).collect();
    let row = |of: &&Rc<Holding>| {
        let (is_chosen, is_edited) = (chosen.contains(&of.key), *editing == Some(of.key));
        html! {
            <OwnDocument
                key={of.key}
                holding={Rc::clone(of)}
                {is_chosen}
                {is_edited}
                choose={choose.clone()}
                edit={edit.clone()}
                act={act.clone()}
            />
        }
    };
    let mut all_keys = BTreeSet::new();
    all_keys.extend(listed.iter().map(|of| of.key));
    let are_all = !all_keys.is_empty() && all_keys.is_subset(&chosen);
    let choose_all = {
        let chosen = chosen.setter();
        move |event: Event| {
            chosen.set(if is_ticked(&event) { all_keys.clone() } else { BTreeSet::new() })
        }
    };
    let now = names.iter().position(|name| *name == *collection).map_or(0, |at| at + 1);
    let says = |at: usize| match at.checked_sub(1).and_then(|at| names.get(at)) {
        Some(name) => name.clone(),
        None => wording::OWN_ALL_COLLECTIONS.to_string(),
    };
    let pick = {
        let (collection, names) = (collection.setter(), names.clone());
        Callback::from(move |at: usize| {
            let name = at.checked_sub(1).and_then(|at| names.get(at));
            collection.set(name.cloned().unwrap_or_default());
        })
    };
    let done = {
        let chosen = chosen.setter();
        Callback::from(move |()| {
            chosen.set(BTreeSet::new());
            // What the keyboard was at goes away.
            dialog::focus(LIBRARY, FIELD);
        })
    };
    let of_chosen: Vec<Rc<Holding>> =
        all.iter().filter(|of| chosen.contains(&of.key)).cloned().collect();
    let damaged = {
        let is_damaged = is_damaged.setter();
        move |event: Event| is_damaged.set(is_ticked(&event))
    };
    html! {
        <>
            <div class="contents-tools">
                <FilterField id={FIELD} name={wording::OWN_FIELD} typed={(*typed).clone()} {type_in} />
                { choice(wording::OWN_OF_COLLECTION, (0..=names.len()).collect(), now, says, pick) }
            </div>
            <p class="own-line">
                <label class="ticked">
                    <input type="checkbox" checked={are_all} onchange={choose_all} />
                    { wording::OWN_CHOOSE_ALL }
                </label>
                <label class="ticked">
                    <input type="checkbox" checked={*is_damaged} onchange={damaged} />
                    { wording::OWN_DAMAGED }
                </label>
                <span role="status">{ wording::own_listed(all.len() as u32, listed.len() as u32) }</span>
            </p>
            if !of_chosen.is_empty() {
                <WithChosen chosen={of_chosen} {done} act={act.clone()} />
            }
            <datalist id={COLLECTIONS} lang={OF_DOCUMENTS}>
                { for names.iter().map(|name| html! { <option value={name.clone()} /> }) }
            </datalist>
            <ul class="own-documents">{ for listed.iter().take(*shown).map(row) }</ul>
            if listed.len() > *shown {
                <button ref={end} type="button" class="button" onclick={more.reform(|_: MouseEvent| ())}>
                    { wording::own_more((listed.len() - *shown) as u32) }
                </button>
            }
        </>
    }
}
