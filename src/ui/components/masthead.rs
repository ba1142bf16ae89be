//! The head of the page: its name, the search field, the switch of the theme.

use yew::prelude::*;

use super::{Link, SearchField, ThemeSwitch};
use crate::state::{Action, View};
use crate::ui::{Theme, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched for.
    pub query: AttrValue,
    pub act: Callback<Action>,
    pub theme: Theme,
    pub switch_theme: Callback<()>,
}

#[component]
pub fn Masthead(props: &Props) -> Html {
    let Props { query, act, theme, switch_theme } = props;
    html! {
        <header class="masthead">
            <Link class="brand" to={View::default()} act={act.clone()}>{ wording::BRAND }</Link>
            <SearchField query={query.clone()} act={act.clone()} />
            <ThemeSwitch theme={*theme} switch={switch_theme.clone()} />
        </header>
    }
}
