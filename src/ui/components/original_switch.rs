//! The button that shows the source beside the article.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether it is shown.
    pub on: bool,
    pub act: Callback<Action>,
}

#[component]
pub fn OriginalSwitch(props: &Props) -> Html {
    let onclick = props.act.reform(|_: MouseEvent| Action::ToggledOriginal);
    let pressed = if props.on { "true" } else { "false" };
    html! {
        <button
            type="button"
            class="original-switch"
            aria-pressed={pressed}
            aria-keyshortcuts="o"
            title={wording::ORIGINAL_HINT}
            {onclick}
        >
            { wording::ORIGINAL }
        </button>
    }
}
