//! The rules of the restoration, each to be switched off and on for a document.

use yew::prelude::*;

use super::reading::begun;
use crate::engine::{Patch, Rule};
use crate::ui::wording;

/// The rules, checked where they are on; `set` is told the patch text with one switched.
pub fn rules(patch: &Patch, id: &str, set: &Callback<Option<String>>) -> Html {
    html! {
        <fieldset class="rules">
            <legend>{ wording::RULES }</legend>
            { for Rule::ALL.into_iter().map(|rule| checkbox(rule, patch, id, set)) }
        </fieldset>
    }
}

fn checkbox(rule: Rule, patch: &Patch, id: &str, set: &Callback<Option<String>>) -> Html {
    let on = !patch.is_off(rule);
    let mut switched = begun(patch, id);
    switched.switch(rule, !on);
    let onchange = set.reform(move |_: Event| Some(switched.to_text()));
    html! {
        <label>
            <input type="checkbox" name={rule.name()} checked={on} {onchange} />
            { wording::rule(rule) }
        </label>
    }
}
