//! A text of the corpus with how often it occurs.

use yew::prelude::*;

use crate::ui::wording;

/// The text, and the count in the language of the page.
pub fn counted(text: &str, count: u32) -> Html {
    html! {
        <>{ text }<span class="count" lang={wording::lang()}>{ wording::times(count) }</span></>
    }
}
