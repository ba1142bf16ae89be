//! The page.
use yew::prelude::*;
#[component]
pub fn App() -> Html {
    html! { <p>{"检阅"}</p> }
}
