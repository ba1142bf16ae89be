//! The head of the page: its name, the search field, the switches of the language and the theme.

use yew::prelude::*;

use super::{LanguageSwitch, Link, SearchField, ThemeSwitch};
use crate::state::{Action, View};
use crate::ui::{Language, Theme, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched for.
    pub query: AttrValue,
    pub act: Callback<Action>,
    pub switch_language: Callback<Language>,
    pub theme: Theme,
    pub switch_theme: Callback<()>,
}

#[component]
pub fn Masthead(props: &Props) -> Html {
    let Props { query, act, switch_language, theme, switch_theme } = props;
    html! {
        <header class="masthead">
            <Link class="brand" to={View::default()} act={act.clone()}>{ wording::BRAND }</Link>
            <SearchField query={query.clone()} act={act.clone()} />
            <div class="switches">
                <LanguageSwitch switch={switch_language.clone()} />
                <ThemeSwitch theme={*theme} switch={switch_theme.clone()} />
            </div>
        </header>
    }
}
