//! The switch of the theme: as the system has it, light, dark, and round again.

use yew::prelude::*;

use crate::ui::{Theme, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The theme now.
    pub theme: Theme,
    /// Goes to the next.
    pub switch: Callback<()>,
}

#[component]
pub fn ThemeSwitch(props: &Props) -> Html {
    let name = wording::theme_switch(props.theme);
    html! {
        <button
            type="button"
            class="theme-switch"
            data-theme-choice={props.theme.name()}
            aria-label={name.clone()}
            title={name}
            onclick={props.switch.reform(|_| ())}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true">{ drawing(props.theme) }</svg>
        </button>
    }
}

/// A sun, a moon, or a disc half of each.
fn drawing(theme: Theme) -> Html {
    match theme {
        Theme::Light => html! {
            <>
                <circle cx="12" cy="12" r="4" />
                <path d="M12 2v3M12 19v3M2 12h3M19 12h3M4.9 4.9l2.1 2.1M17 17l2.1 2.1M4.9 19.1 7 17M17 7l2.1-2.1" />
            </>
        },
        Theme::Dark => html! { <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" /> },
        Theme::Auto => html! {
            <>
                <circle cx="12" cy="12" r="8.5" />
                <path class="filled" d="M12 3.5a8.5 8.5 0 0 1 0 17z" />
            </>
        },
    }
}
