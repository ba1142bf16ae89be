//! A link to a view: a real address, so that it can be copied and opened in a new tab; followed
//! within the page when it is simply clicked.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, ListsOn, View};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where it leads.
    pub to: View,
    /// What happens.
    pub act: Callback<Action>,
    #[prop_or_default]
    pub class: Classes,
    /// `aria-current`: whether it leads to what is open.
    #[prop_or_default]
    pub current: Option<&'static str>,
    /// Whether it is only for the pointer, since there is another way for the keyboard.
    #[prop_or_default]
    pub is_for_pointer: bool,
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Link(props: &Props) -> Html {
    let Props { to, act, class, current, is_for_pointer, children } = props;
    // Wherever one goes, the same keyword lists are on.
    let lists = use_context::<Rc<ListsOn>>().unwrap_or_else(|| to.lists.clone());
    let to = &View { lists, ..to.clone() };
    let tabindex = is_for_pointer.then_some("-1");
    let onclick = {
        let (to, act) = (to.clone(), act.clone());
        move |event: MouseEvent| {
            let wants_tab = event.ctrl_key() || event.meta_key() || event.shift_key();
            if event.button() == 0 && !wants_tab && !event.alt_key() {
                event.prevent_default();
                act.emit(Action::Went(to.clone()));
            }
        }
    };
    html! {
        <a class={class.clone()} href={address(to)} aria-current={*current} {tabindex} {onclick}>
            { children.clone() }
        </a>
    }
}

/// The address of a view, from that of the page. A lone `#` is the page without any view.
fn address(view: &View) -> String {
    Some(view.to_fragment()).filter(|query| !query.is_empty()).unwrap_or("#".to_owned())
}
