//! The single keys, each in a field of its own, where another can be typed: by a keyboard, on glass,
//! or with a screen reader, which takes single letters for itself everywhere else.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::hooks::is_composing;
use crate::ui::keys::{Key, Keys};
use crate::ui::{Command, Preferences, wording};

/// The id of what is said of a key that is not taken.
const REFUSED: &str = "key-refused";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub preferences: Preferences,
    pub change: Callback<Preferences>,
}

#[component]
pub fn OwnKeys(props: &Props) -> Html {
    let Props { preferences, change } = props;
    let now = *preferences;
    // The command whose new key was not taken, and why.
    let refused = use_state_eq(|| None::<(Command, String)>);
    let row = |command: Command| {
        let why = refused.as_ref().filter(|(of, _)| *of == command).map(|(_, why)| why.clone());
        let keys = now.keys.of(command);
        let mut names = keys.iter().map(|key| wording::key(key));
        let key = names.next().unwrap_or_default();
        let onchange = {
            let (key, change, refused) = (key.clone(), change.clone(), refused.setter());
            move |event: Event| {
                let Some(field) = field(event.target()) else { return };
                let typed = field.value();
                // The field shows what is in force; what is taken comes to it at once.
                field.set_value(&key);
                match taken(now.keys, command, &typed) {
                    Ok(keys) => {
                        refused.set(None);
                        change.emit(Preferences { keys, ..now });
                    }
                    Err(why) => refused.set(Some((command, why))),
                }
            }
        };
        let onkeydown = {
            let key = key.clone();
            move |event: KeyboardEvent| {
                let field = field(event.target()).filter(|field| field.value() != key);
                if let Some(field) = field
                    && event.key() == "Escape"
                    && !is_composing(&event)
                {
                    // Only what was typed is left; the dialog stays.
                    field.set_value(&key);
                    event.prevent_default();
                }
            }
        };
        let id = format!("key-of-{}", command.name());
        html! {
            <div class="own-key">
                <label for={id.clone()}>{ wording::command(command) }</label>
                { for names.map(|name| html! { <kbd>{ name }</kbd> }) }
                <input
                    {id}
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    autocorrect="off"
                    spellcheck="false"
                    aria-invalid={why.is_some().then_some("true")}
                    aria-describedby={why.is_some().then_some(REFUSED)}
                    value={key}
                    onfocus={|event: FocusEvent| field(event.target()).iter().for_each(HtmlInputElement::select)}
                    {onchange}
                    {onkeydown}
                />
                if let Some(why) = why {
                    <p id={REFUSED} role="alert">{ why }</p>
                }
            </div>
        }
    };
    let as_at_first = {
        let refused = refused.setter();
        change.reform(move |_: MouseEvent| {
            refused.set(None);
            Preferences { keys: Keys::default(), ..now }
        })
    };
    html! {
        <details class="own-keys">
            <summary>{ wording::OWN_KEYS }</summary>
            <p>{ wording::OWN_KEYS_LEAD }</p>
            <fieldset disabled={!now.has_letter_keys}>
                <legend class="unseen">{ wording::OWN_KEYS }</legend>
                { for Keys::commands().map(row) }
            </fieldset>
            <button
                type="button"
                class="as-at-first"
                disabled={now.keys == Keys::default()}
                onclick={as_at_first}
            >
                { wording::OWN_KEYS_RESET }
            </button>
        </details>
    }
}

/// The keys with what was typed for a command, or why they stay. Nothing typed is the key that the
/// command has at first.
fn taken(keys: Keys, command: Command, typed: &str) -> Result<Keys, String> {
    let first = command.keys().first().copied().unwrap_or_default();
    let typed = if typed.trim().is_empty() { first } else { typed.trim() };
    let key = Key::typed(typed).ok_or_else(|| wording::key_refused(typed, None))?;
    keys.with(command, key).map_err(|other| wording::key_refused(&key.name(), Some(other)))
}

fn field(target: Option<web_sys::EventTarget>) -> Option<HtmlInputElement> {
    target?.dyn_into().ok()
}
