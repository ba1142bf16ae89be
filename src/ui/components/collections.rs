//! Above the results of a reader who has documents of their own: in which collection is searched, and
//! what is found saved as one.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choice::choice;
use crate::state::{Action, Articles, Collected, LibraryStep, collection_of, in_collection};
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles, which say what collections there are.
    pub contents: Option<Rc<Articles>>,
    /// What is typed.
    pub query: AttrValue,
    /// What came of the last collection.
    pub collected: Option<Collected>,
    pub act: Callback<Action>,
}

#[component]
pub fn Collections(props: &Props) -> Html {
    let Props { contents, query, collected, act } = props;
    let names = use_memo(contents.clone(), |contents| {
        let all = contents.iter().flat_map(|all| all.iter());
        let mut names = BTreeSet::new();
        names.extend(all.flat_map(|of| &of.collections));
        names.into_iter().cloned().collect::<Vec<String>>()
    });
    let is_naming = use_state_eq(|| false);
    let field = use_node_ref();
    let now = collection_of(query, &names).map_or(0, |at| at + 1);
    let says = |at: usize| match at.checked_sub(1).and_then(|at| names.get(at)) {
        Some(name) => name.clone(),
        None => wording::COLLECTION_ANY.to_string(),
    };
    let pick = {
        let (act, names, query) = (act.clone(), names.clone(), query.clone());
        Callback::from(move |at: usize| {
            let wanted = at.checked_sub(1).and_then(|at| names.get(at)).map(String::as_str);
            act.emit(Action::Typed(in_collection(&query, &names, wanted)));
        })
    };
    let name = {
        let (is_naming, next) = (is_naming.setter(), !*is_naming);
        move |_: MouseEvent| is_naming.set(next)
    };
    let save = {
        let (field, act, is_naming) = (field.clone(), act.clone(), is_naming.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value());
            act.emit(Action::Library(LibraryStep::Collect(typed.unwrap_or_default())));
            is_naming.set(false);
        }
    };
    let came = collected.as_ref().map(|Collected { name, count, left_out }| {
        let left_out = (*left_out > 0).then(|| wording::collected_left_out(*left_out));
        html! { <>{ wording::collected(*count, name) }{ left_out.map(|said| html! { <span>{ said }</span> }) }</> }
    });
    html! {
        <div class="contents-tools collections">
            if !names.is_empty() {
                { choice(wording::COLLECTION, (0..=names.len()).collect(), now, says, pick) }
            }
            <button type="button" class="facet" aria-expanded={is_naming.to_string()} onclick={name}>
                { wording::COLLECTION_MAKE }
            </button>
            if *is_naming {
                <form onsubmit={save}>
                    <input
                        ref={field}
                        type="text"
                        aria-label={wording::COLLECTION_NAME}
                        placeholder={wording::COLLECTION_NAME}
                        autocomplete="off"
                    />
                    <button type="submit" class="facet">{ wording::COLLECTION_SAVE }</button>
                </form>
            }
            <span role="status">{ came.unwrap_or_default() }</span>
        </div>
    }
}
