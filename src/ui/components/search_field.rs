//! The search field. It answers on every keystroke and waits for an input method.

use yew::prelude::*;

use super::HELP;
use crate::state::Action;
use crate::ui::hooks::{Field, dialog, use_field};
use crate::ui::wording;

/// The id of the field.
pub const SEARCH_FIELD: &str = "search";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched for.
    pub query: AttrValue,
    pub act: Callback<Action>,
}

#[component]
pub fn SearchField(props: &Props) -> Html {
    let Field { node, input, key, clear } = use_field(&props.query, &props.act);
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    html! {
        <form class="search" role="search" {onsubmit}>
            <label class="unseen" for={SEARCH_FIELD}>{ wording::SEARCH }</label>
            <input
                ref={node}
                id={SEARCH_FIELD}
                type="search"
                name="q"
                placeholder={wording::SEARCH}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                oninput={input}
                onkeydown={key}
            />
            if props.query.is_empty() {
                <kbd class="search-key" aria-hidden="true">{ "/" }</kbd>
            } else {
                <button
                    type="button"
                    class="search-clear"
                    aria-label={wording::CLEAR}
                    onclick={clear.reform(|_| ())}
                >
                    { "×" }
                </button>
            }
            <button
                type="button"
                class="search-help"
                aria-label={wording::HELP}
                aria-haspopup="dialog"
                aria-keyshortcuts="?"
                title={wording::HELP_HINT}
                onclick={|_| dialog::open(HELP)}
            >
                { "?" }
            </button>
        </form>
    }
}
