//! What else could be looked for: phrases that what was typed may stand for, or words that its last
//! word could become. Each can be clicked.

use yew::prelude::*;

use super::counted::counted;
use crate::engine::Suggestion;
use crate::state::Action;
use crate::ui::OF_DOCUMENTS;
use crate::ui::hooks::show_focused;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What they are called.
    pub name: AttrValue,
    /// What stands before each of them in the query when it is chosen.
    pub before: AttrValue,
    pub suggestions: Vec<Suggestion>,
    pub act: Callback<Action>,
}

#[component]
pub fn Suggestions(props: &Props) -> Html {
    let Props { name, before, suggestions, act } = props;
    let suggestion = |Suggestion { text, count }: &Suggestion| {
        let typed = format!("{before}{text}");
        let choose = act.reform(move |_| Action::Typed(typed.clone()));
        html! {
            <li key={text.clone()} lang={OF_DOCUMENTS}>
                <button type="button" class="facet" onclick={choose}>
                    { counted(text, *count) }
                </button>
            </li>
        }
    };
    html! {
        if !suggestions.is_empty() {
            <div class="suggestions">
                <span class="suggestions-name">{ name }</span>
                <ul onfocusin={show_focused}>{ for suggestions.iter().map(suggestion) }</ul>
            </div>
        }
    }
}
