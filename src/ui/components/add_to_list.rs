//! Words of the library become terms of a keyword list: of one that there is, or of a new one.

use std::rc::Rc;

use yew::prelude::*;

use super::choice::place_of;
use crate::state::{Action, KeywordLists, ListStep};
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub words: Vec<String>,
    /// How a new list is called.
    pub name: AttrValue,
    /// Whether it stands in a dialog, which the page's own messages do not reach.
    #[prop_or_default]
    pub is_in_dialog: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn AddToList(props: &Props) -> Html {
    let Props { words, name, is_in_dialog, act } = props;
    let kept = use_context::<Rc<KeywordLists>>().unwrap_or_default();
    let chosen = use_state_eq(|| 0);
    let added = use_state_eq(|| None::<(Vec<String>, String)>);
    let is_new = !kept.contains_key(name.as_str());
    let names: Vec<String> = kept.keys().cloned().chain(is_new.then(|| name.to_string())).collect();
    let onchange = {
        let chosen = chosen.setter();
        move |event: Event| chosen.set(place_of(&event).unwrap_or(0))
    };
    let to = names.get(*chosen).cloned().unwrap_or_default();
    let onclick = {
        let (words, to, act, added) = (words.clone(), to.clone(), act.clone(), added.setter());
        move |_: MouseEvent| {
            added.set(Some((words.clone(), to.clone())));
            act.emit(Action::List(ListStep::Added(to.clone(), words.clone())));
        }
    };
    let said = added.as_ref().filter(|(of, _)| of == words).map(|(_, to)| wording::added_to(to));
    let option = |of: &String| html! { <option selected={*of == to}>{ of }</option> };
    html! {
        <span class="add-to-list" lang={wording::lang()}>
            <button type="button" class="add-button" {onclick}>{ wording::ADD_TO_LIST }</button>
            if !kept.is_empty() {
                <label>
                    <span class="unseen">{ wording::ADD_TO_LIST_WHICH }</span>
                    <select lang={OF_DOCUMENTS} {onchange}>{ for names.iter().map(option) }</select>
                </label>
            }
            <span class="add-said" role={is_in_dialog.then_some("status")}>{ said }</span>
        </span>
    }
}
