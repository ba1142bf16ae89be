//! The switch of the language: each has its own name in its own language.

use yew::prelude::*;

use super::choice::place_of;
use crate::ui::Language;
use crate::ui::wording;

/// The id of the switch.
pub const LANGUAGE_SWITCH: &str = "language";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Goes to another.
    pub switch: Callback<Language>,
}

#[component]
pub fn LanguageSwitch(props: &Props) -> Html {
    let switch = props.switch.clone();
    let onchange = move |event: Event| {
        if let Some(&language) = place_of(&event).and_then(|at| Language::ALL.get(at)) {
            switch.emit(language);
        }
    };
    let option = |language: Language| {
        html! {
            <option
                value={language.tag()}
                lang={language.tag()}
                selected={language == Language::now()}
            >
                { wording::LANGUAGE_SHORT.say_in(language) }
            </option>
        }
    };
    html! {
        <select
            id={LANGUAGE_SWITCH}
            class="language-switch"
            aria-label={wording::LANGUAGE_SWITCH}
            title={wording::LANGUAGE_SWITCH}
            {onchange}
        >
            { for Language::ALL.into_iter().map(option) }
        </select>
    }
}
