//! The end of a list of which more can be shown: when it comes near by scrolling, or when that is
//! asked for.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::hooks::use_near_end;

/// Scrolling alone shows so many: a reader who goes on further means it.
const BY_SCROLLING: usize = 240;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// How many are shown.
    pub shown: usize,
    /// How many there are.
    pub of: usize,
    /// What asks for more.
    pub name: AttrValue,
    pub class: &'static str,
    pub act: Callback<Action>,
}

#[component]
pub fn More(props: &Props) -> Html {
    let Props { shown, of, name, class, act } = props;
    let end = use_node_ref();
    let is_on = shown < of && *shown < BY_SCROLLING;
    use_near_end(&end, *shown, is_on, act.reform(|()| Action::ShowMore));
    html! {
        if shown < of {
            <button
                ref={end}
                type="button"
                class={classes!("button", *class)}
                onclick={act.reform(|_| Action::ShowMore)}
            >
                { name }
            </button>
        }
    }
}
