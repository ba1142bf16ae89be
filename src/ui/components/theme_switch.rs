//! The switch of the theme: from each to the next, and round again.

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

/// A sun, a book, a moon, a black page, or a disc half of each.
fn drawing(theme: Theme) -> Html {
    match theme {
        Theme::Light => html! {
            <>
                <circle cx="12" cy="12" r="4" />
                <path d="M12 2v3M12 19v3M2 12h3M19 12h3M4.9 4.9l2.1 2.1M17 17l2.1 2.1M4.9 19.1 7 17M17 7l2.1-2.1" />
            </>
        },
        Theme::Sepia => html! {
            <path d="M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zm0 0v13" />
        },
        Theme::Contrast => html! {
            <>
                <path class="filled" d="M4.5 4.5h15v15h-15z" />
                <path class="paper" d="M8 9h8M8 12h8M8 15h5" />
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
