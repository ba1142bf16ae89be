//! How results are looked for and ordered: exactly as typed or not, and by what.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::Sort;
use crate::state::Action;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether the query is meant exactly as typed.
    pub exact: bool,
    pub sort: Sort,
    pub act: Callback<Action>,
}

#[component]
pub fn ResultsTools(props: &Props) -> Html {
    let Props { exact, sort, act } = props;
    let switched = act.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Action::Exact(field.is_some_and(|field| field.checked()))
    });
    let chosen = act.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let name = field.map(|field| field.value()).unwrap_or_default();
        let named = Sort::ALL.into_iter().find(|sort| sort.name() == name);
        Action::Sorted(named.unwrap_or_default())
    });
    let option = |&of: &Sort| {
        html! { <option value={of.name()} selected={of == *sort}>{ wording::sort(of) }</option> }
    };
    html! {
        <div class="results-tools">
            <label>
                <span class="unseen">{ wording::SORT }</span>
                <select onchange={chosen}>{ for Sort::ALL.iter().map(option) }</select>
            </label>
            <label title={wording::EXACT_HINT}>
                <input type="checkbox" checked={*exact} onchange={switched} />
                { wording::EXACT }
            </label>
        </div>
    }
}
