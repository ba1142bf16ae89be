//! The button that makes the words of the article visible.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::{Command, Preferences, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether they are.
    pub on: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn WordsSwitch(props: &Props) -> Html {
    let onclick = props.act.reform(|_: MouseEvent| Action::ToggledWords);
    let preferences = use_context::<Preferences>().unwrap_or_default();
    let key = preferences.keys_of(Command::Words).into_iter().next();
    let pressed = if props.on { "true" } else { "false" };
    html! {
        <button
            type="button"
            class="original-switch words-switch"
            aria-pressed={pressed}
            title={wording::by_key(wording::WORDS_HINT, key.as_deref())}
            // Of two, one after the other, ARIA knows nothing.
            aria-keyshortcuts={key.filter(|key| key.len() == 1)}
            {onclick}
        >
            { wording::WORDS }
        </button>
    }
}
