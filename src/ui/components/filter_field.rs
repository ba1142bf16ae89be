//! A field that filters a list while something is typed into it.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::hooks::{Field, use_field};
use crate::ui::wording::Text;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: &'static str,
    pub name: Text,
    /// What is typed.
    pub typed: AttrValue,
    pub type_in: Callback<AttrValue>,
}

#[component]
pub fn FilterField(props: &Props) -> Html {
    let Props { id, name, typed, type_in } = props;
    // Of all that a search field can do, this one is only typed into.
    let act = use_callback(type_in.clone(), |action, type_in| {
        if let Action::Typed(text) = action {
            type_in.emit(text.into());
        }
    });
    let Field { node, input, key, .. } = use_field(typed, &act);
    html! {
        <>
            <label class="unseen" for={*id}>{ *name }</label>
            <input
                ref={node}
                id={*id}
                type="text"
                placeholder={*name}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                oninput={input}
                onkeydown={key}
            />
        </>
    }
}
