//! The head of the page: its name, the search field, the language, how the page is to look.

use yew::prelude::*;

use super::{LanguageSwitch, Link, SETTINGS, SearchField, ThemeSwitch};
use crate::state::{Action, View};
use crate::ui::hooks::dialog;
use crate::ui::{Language, Preferences, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched for.
    pub query: AttrValue,
    pub act: Callback<Action>,
    pub switch_language: Callback<Language>,
    pub preferences: Preferences,
    pub change: Callback<Preferences>,
}

#[component]
pub fn Masthead(props: &Props) -> Html {
    let Props { query, act, switch_language, preferences, change } = props;
    let (theme, now) = (preferences.theme, *preferences);
    let switch = change.reform(move |()| Preferences { theme: now.theme.next(), ..now });
    html! {
        <header class="masthead">
            <Link class="brand" to={View::default()} act={act.clone()}>{ wording::site() }</Link>
            <SearchField query={query.clone()} act={act.clone()} />
            <div class="switches">
                <Link class="lists-open" to={View { at_lists: true, ..View::default() }} act={act.clone()}>
                    { wording::LISTS_SHORT }
                </Link>
                <LanguageSwitch switch={switch_language.clone()} />
                <button
                    type="button"
                    class="settings-open"
                    aria-label={wording::SETTINGS}
                    aria-haspopup="dialog"
                    title={wording::SETTINGS}
                    onclick={|_| dialog::open(SETTINGS)}
                >
                    { wording::SETTINGS_SIGN }
                </button>
                <ThemeSwitch {theme} {switch} />
            </div>
        </header>
    }
}
