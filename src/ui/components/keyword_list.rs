//! One of the reader's keyword lists: switched on and off, its terms, its name, and the ways in which
//! it leaves the page.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::choice::{choice, is_ticked};
use crate::keyword_list::{KeywordList as List, Style, Term};
use crate::state::{Action, ListStep, ListsOn, View};
use crate::ui::hooks::{files, focus_content, link_to};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub list: List,
    /// Whether it is switched on.
    pub is_on: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn KeywordList(props: &Props) -> Html {
    let Props { list, is_on, act } = props;
    let copied = use_state_eq(|| None::<bool>);
    let field = use_node_ref();
    let name = &list.name;
    let step = act.reform(Action::List);
    let put = {
        let name = name.clone();
        step.reform(move |list| ListStep::Put(name.clone(), list))
    };
    let switched = {
        let name = name.clone();
        step.reform(move |event: Event| ListStep::Switched(name.clone(), is_ticked(&event)))
    };
    let rename = {
        let (list, put) = (list.clone(), put.clone());
        move |event: Event| {
            let field = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
            let Some(field) = field else { return };
            let name = List::named(&field.value()).name;
            if name.is_empty() {
                field.set_value(&list.name);
            } else if name != list.name {
                put.emit(List { name, ..list.clone() });
            }
        }
    };
    let add = {
        let (field, name, step) = (field.clone(), name.clone(), step.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let words = field.value().lines().map(str::to_owned).collect();
            step.emit(ListStep::Added(name.clone(), words));
            field.set_value("");
        }
    };
    let remove = {
        let (name, step) = (name.clone(), step.clone());
        move |_: MouseEvent| {
            step.emit(ListStep::Removed(name.clone()));
            focus_content();
        }
    };
    let share = {
        let (list, copied) = (list.clone(), copied.setter());
        move |_: MouseEvent| {
            let copied = copied.clone();
            let told = Callback::from(move |is_done| copied.set(Some(is_done)));
            files::copy(&link_to(&carrying(list.clone())), told);
        }
    };
    let save = {
        let list = list.clone();
        move |_: MouseEvent| files::save(&wording::list_file(&list.name), &list.to_string())
    };
    let said = copied.map(|is_done| {
        if is_done { wording::COPIED_IT } else { wording::COPY_REFUSED_IT }.to_string()
    });
    let terms = list.terms.iter().enumerate().map(|(at, of)| term(list, at, of, &put));
    html! {
        <li class="keyword-list" data-name={name.clone()}>
            <label class="ticked">
                <input type="checkbox" class="list-switch" checked={*is_on} onchange={switched} />
                <span lang={OF_DOCUMENTS}>{ name }</span>
            </label>
            <span class="list-size">{ wording::list_terms(list.terms.len() as u32) }</span>
            <details>
                <summary><span aria-hidden="true">{ wording::EDIT_LIST }</span><span class="unseen">{ wording::edit_list_of(name) }</span></summary>
                <label class="list-name">
                    <span>{ wording::LIST_NAME }</span>
                    <input type="text" lang={OF_DOCUMENTS} value={name.clone()} autocomplete="off" onchange={rename} />
                </label>
                <ul class="list-terms">{ for terms }</ul>
                <form class="list-add" onsubmit={add}>
                    <textarea ref={field} rows="3" lang={OF_DOCUMENTS} aria-label={wording::TERMS_ADD_FIELD} placeholder={wording::TERMS_ADD_FIELD} />
                    <button type="submit" class="button">{ wording::TERMS_ADD }</button>
                </form>
                <p class="files">
                    <button type="button" class="list-share" title={wording::LIST_SHARE_HINT} onclick={share}>{ wording::LIST_SHARE }</button>
                    <button type="button" class="list-save" onclick={save}>{ wording::LIST_SAVE }</button>
                    <button type="button" class="list-remove" onclick={remove}>{ wording::LIST_REMOVE }</button>
                    <span role="status">{ said }</span>
                </p>
            </details>
        </li>
    }
}

/// A view that carries a list.
fn carrying(list: List) -> View {
    let lists = ListsOn { names: Vec::new(), carried: vec![list] };
    View { at_lists: true, lists: lists.into(), ..View::default() }
}

/// A term with its style, and the way to take it out of the list.
fn term(list: &List, at: usize, term: &Term, put: &Callback<List>) -> Html {
    let styled = {
        let list = list.clone();
        put.reform(move |style| {
            let mut list = list.clone();
            list.terms[at].style = style;
            list
        })
    };
    let remove = {
        let mut without = list.clone();
        without.terms.remove(at);
        put.reform(move |_: MouseEvent| without.clone())
    };
    let says = |style| wording::style(style).to_string();
    let name = wording::term_remove(term.text());
    html! {
        <li>
            <span class={classes!("sign", term.style.name())} lang={OF_DOCUMENTS}>{ term.text() }</span>
            { choice(wording::TERM_STYLE, Style::ALL.to_vec(), term.style, says, styled) }
            <button type="button" class="undo" aria-label={name.clone()} title={name} onclick={remove}>{ "×" }</button>
        </li>
    }
}
