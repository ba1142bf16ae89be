//! The terms that are switched on, above the open article: each as it is marked, with how often it
//! stands there, a link that makes it the search. Its line is there before the counts are.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use crate::state::{Action, Places, Sign, View};
use crate::ui::hooks::show_focused;
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The article's id.
    pub id: AttrValue,
    /// The terms.
    pub signs: Rc<[Sign]>,
    /// Where they stand; `None` until that is known.
    pub places: Option<Places>,
    pub act: Callback<Action>,
}

#[component]
pub fn Legend(props: &Props) -> Html {
    let Props { id, signs, places, act } = props;
    if signs.is_empty() {
        return Html::default();
    }
    let count = |at: usize| places.as_ref()?.get(at).map(|places| places.len() as u32);
    let term = |(at, sign): (usize, &Sign)| {
        let text = html! { <span class={classes!("sign", sign.term.style.name())}>{ sign.term.text() }</span> };
        let times = count(at).map(wording::times);
        let times = html! { <span class="count" lang={wording::lang()}>{ times }</span> };
        let to = View {
            doc: Some(id.to_string()),
            query: sign.query.clone(),
            hit: Some(1),
            ..View::default()
        };
        match count(at) {
            Some(0) => html! { <li key={at}><span class="facet">{ text }{ times }</span></li> },
            _ => {
                html! { <li key={at}><Link class="facet" {to} act={act.clone()}>{ text }{ times }</Link></li> }
            }
        }
    };
    // Those that stand here come first.
    let is_here = |(at, _): &(usize, &Sign)| count(*at) != Some(0);
    let (here, not): (Vec<_>, Vec<_>) = signs.iter().enumerate().partition(is_here);
    let to_lists = View { at_lists: true, ..View::default() };
    html! {
        <nav class="keywords legend" lang={OF_DOCUMENTS} aria-label={wording::LEGEND} onfocusin={show_focused}>
            <ul>
                <li lang={wording::lang()}>
                    <Link class="facet" to={to_lists} act={act.clone()}>{ wording::LISTS }</Link>
                </li>
                { for here.into_iter().chain(not).map(term) }
            </ul>
        </nav>
    }
}
