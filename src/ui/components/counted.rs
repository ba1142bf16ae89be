//! A text of the corpus with how often it occurs.

use yew::prelude::*;

use super::Link;
use crate::state::{Action, View};
use crate::ui::wording;

/// The text, and the count in the language of the page.
pub fn counted(text: &str, count: u32) -> Html {
    html! {
        <>{ text }<span class="count" lang={wording::lang()}>{ wording::times(count) }</span></>
    }
}

/// The same as a link, in a list of such.
pub fn counted_link(text: &str, count: u32, to: View, act: &Callback<Action>) -> Html {
    html! {
        <li key={text}>
            <Link class="facet" {to} act={act.clone()}>{ counted(text, count) }</Link>
        </li>
    }
}
