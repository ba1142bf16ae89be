//! What nobody can use before the start is over is made after it, so that the first screen is there
//! sooner.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Natively nothing starts, and nothing is waited for.
const IS_AT_ONCE: bool = cfg!(not(target_arch = "wasm32"));

#[derive(Properties, PartialEq)]
pub struct Props {
    /// After how many milliseconds.
    pub after: u32,
    pub children: Html,
}

#[component]
pub fn Later(props: &Props) -> Html {
    let is_due = use_state_eq(|| IS_AT_ONCE);
    use_effect_with(props.after, {
        let is_due = is_due.setter();
        move |&after| {
            let waiting = Timeout::new(after, move || is_due.set(true));
            move || drop(waiting)
        }
    });
    if *is_due { props.children.clone() } else { Html::default() }
}
