//! A state that has no text to show, said as such: what it is, and what can be done.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which state: a class of its own (`notice-…`) for the style and for tests.
    pub kind: &'static str,
    /// What is the case.
    pub title: AttrValue,
    /// Whether a screen reader says it at once.
    #[prop_or_default]
    pub is_alert: bool,
    /// Whether it stands in place of an article, with the first heading of the page.
    #[prop_or_default]
    pub is_all: bool,
    /// What can be done.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Notice(props: &Props) -> Html {
    html! {
        <section
            class={classes!("notice", format!("notice-{}", props.kind))}
            role={props.is_alert.then_some("alert")}
        >
            if props.is_all {
                <h1 class="notice-title">{ &props.title }</h1>
            } else {
                <p class="notice-title">{ &props.title }</p>
            }
            { props.children.clone() }
        </section>
    }
}
