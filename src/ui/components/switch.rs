//! A button above the article that shows more of it, or no longer: the source beside it, its words.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::wording::Text;
use crate::ui::{Command, Preferences, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether it is shown.
    pub on: bool,
    /// What a key does as well.
    pub command: Command,
    pub name: Text,
    pub hint: Text,
    pub class: &'static str,
    /// Shows it, or no longer.
    pub toggled: Action,
    pub act: Callback<Action>,
}

#[component]
pub fn Switch(props: &Props) -> Html {
    let Props { on, command, name, hint, class, toggled, act } = props;
    let toggled = toggled.clone();
    let onclick = act.reform(move |_: MouseEvent| toggled.clone());
    let preferences = use_context::<Preferences>().unwrap_or_default();
    let key = preferences.keys_of(*command).into_iter().next();
    html! {
        <button
            type="button"
            class={classes!("switch", *class)}
            aria-pressed={if *on { "true" } else { "false" }}
            title={wording::by_key(*hint, key.as_deref())}
            // Of two, one after the other, ARIA knows nothing.
            aria-keyshortcuts={key.filter(|key| key.len() == 1)}
            {onclick}
        >
            { *name }
        </button>
    }
}
