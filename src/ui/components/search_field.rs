//! The search field. It answers on every keystroke and waits for an input method.

use yew::prelude::*;

use super::HELP;
use crate::state::Action;
use crate::ui::hooks::{Field, dialog, use_field};
use crate::ui::{Command, Preferences, wording};

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
    let preferences = use_context::<Preferences>().unwrap_or_default();
    let key_of = |command| preferences.keys_of(command).into_iter().next();
    let help_key = key_of(Command::Help);
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
                if let Some(key) = key_of(Command::Search) {
                    <kbd class="search-key" aria-hidden="true">{ wording::key(&key) }</kbd>
                }
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
                title={wording::by_key(wording::HELP, help_key.as_deref())}
                // Of two, one after the other, ARIA knows nothing.
                aria-keyshortcuts={help_key.filter(|key| key.len() == 1)}
                onclick={|_| dialog::open(HELP)}
            >
                { "?" }
            </button>
        </form>
    }
}
