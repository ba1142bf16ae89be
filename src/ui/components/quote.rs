//! A passage to be cited: a button where something is selected, and a dialog with the citation in all
//! its forms, each to be copied.

use std::rc::Rc;

use gloo::utils::window;
use web_sys::js_sys::Date;
use yew::prelude::*;

use super::panel::panel;
use crate::citation::{Cited, Form};
use crate::protocol::Quotation;
use crate::state::{Action, Amend, State, View};
use crate::ui::hooks::{dialog, files, use_selection};
use crate::ui::{OF_DOCUMENTS, wording};

/// The id of the dialog.
pub const QUOTE: &str = "quote";

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    pub state: State,
    pub act: Callback<Action>,
}

/// Shows itself while something of the article is selected.
#[component]
pub fn QuoteButton(props: &ButtonProps) -> Html {
    let selected = use_selection();
    let quote = |(from, to)| props.act.reform(move |_: MouseEvent| Action::Quoted(from, to));
    let name = |(from, to)| {
        props.act.reform(move |_: MouseEvent| Action::Word(Amend::SetSelected(from, to)))
    };
    // Pressing it does not end the selection.
    let keep = |event: MouseEvent| event.prevent_default();
    html! {
        if let Some(selected) = selected {
            <div class="selection-tools" onmousedown={keep}>
                if props.state.is_word_selected(selected.0, selected.1) {
                    <button type="button" class="button word-button" onclick={name(selected)}>
                        { wording::NAME_SELECTED }
                    </button>
                }
                <button type="button" class="button quote-button" onclick={quote(selected)}>
                    { wording::QUOTE_SELECTED }
                </button>
            </div>
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The file that the passage is from.
    pub source: AttrValue,
    pub quotation: Rc<Quotation>,
}

/// Opens when it is there.
#[component]
pub fn Quote(props: &Props) -> Html {
    let Props { source, quotation } = props;
    let copied = use_state_eq(|| None::<(Form, bool)>);
    use_effect_with(quotation.clone(), {
        let copied = copied.setter();
        move |_| {
            copied.set(None);
            dialog::open(QUOTE);
        }
    });
    let (lines, link, today) = (wording::lines_of(quotation), link(source, quotation), today());
    let cited = Cited { source, lines: &lines, link: &link, today: &today };
    let form = |form: Form| {
        let text = form.cite(quotation, cited);
        let copy = {
            let (text, copied) = (text.clone(), copied.setter());
            move |_: MouseEvent| {
                let copied = copied.clone();
                let told = Callback::from(move |is_done| copied.set(Some((form, is_done))));
                files::copy(&text, told);
            }
        };
        let name = wording::citation_form(form);
        let said = copied.filter(|(of, _)| *of == form).map(|(_, is_done)| {
            if is_done { wording::COPIED_IT } else { wording::COPY_REFUSED_IT }
        });
        html! {
            <section class="citation" key={name.clone()}>
                <h3>{ &name }</h3>
                <button type="button" aria-label={wording::copy_as(&name)} onclick={copy}>
                    { wording::COPY }
                </button>
                <span class="citation-said" role="status">{ said.map_or(Html::default(), |said| html! { { said } }) }</span>
                <pre lang={OF_DOCUMENTS} tabindex="0">{ text }</pre>
            </section>
        }
    };
    panel(QUOTE, "quote", wording::QUOTE, html! { { for Form::ALL.into_iter().map(form) } })
}

/// An address that opens at the passage.
fn link(source: &str, quotation: &Quotation) -> String {
    let passage = Some((quotation.from, quotation.to));
    let view = View { doc: Some(source.to_owned()), passage, ..View::default() };
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    // Chinese of the file's name would end the link in many programs.
    format!(
        "{page}{}",
        String::from(web_sys::js_sys::encode_uri(&view.to_fragment())).replace("%25", "%")
    )
}

fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
