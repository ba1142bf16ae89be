//! That the restoration is not sure of something, said in words.

use yew::prelude::*;

use crate::ui::wording::{self, Text};

/// Below this, in percent, the restoration is not sure enough to say nothing.
const SURE: u8 = 80;

/// Whether something is doubtful.
pub fn is_doubtful(sure: u8) -> bool {
    sure < SURE
}

/// How sure it is, if that is doubtful; `about` says of what.
pub fn doubt(sure: u8, about: Text) -> Html {
    if is_doubtful(sure) {
        html! { <span class="doubt" lang={wording::lang()} title={about}>{ wording::doubt(sure) }</span> }
    } else {
        Html::default()
    }
}
