//! How many lines there are, how many are chosen, and the ways in which they leave the page.

use yew::prelude::*;

use crate::protocol::Form;
use crate::state::{Action, Export, Target};
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// How many lines the list has.
    pub listed: u32,
    /// How many hits there are; more than lines, where the list is thinned out.
    pub total: u32,
    /// Whether that is all of them: until then they are no list to be kept.
    pub is_done: bool,
    /// How many lines are chosen.
    pub chosen: u32,
    /// The list that was last asked for.
    pub export: Option<Export>,
    pub act: Callback<Action>,
}

#[component]
pub fn LinesTools(props: &Props) -> Html {
    let Props { listed, total, is_done, chosen, export, act } = props;
    let button = |name: Text, hint: Text, form: Form, target: Target| {
        let onclick =
            act.reform(move |_: MouseEvent| Action::Export(form, target, wording::columns()));
        html! {
            <button
                type="button"
                class={wording::ending(form)}
                data-to={to(target)}
                title={hint}
                disabled={!is_done}
                {onclick}
            >
                { name }
            </button>
        }
    };
    let said = export.as_ref().map(wording::exported).unwrap_or_default();
    html! {
        <div class="lines-tools" role="group" aria-label={wording::EXPORT_LINES}>
            <span class="lines-count">{ wording::lines(*listed, *total, *chosen) }</span>
            { button(wording::COPY, wording::COPY_HINT, Form::Tsv, Target::Clipboard) }
            { button(wording::CSV, wording::CSV_HINT, Form::Csv, Target::File) }
            { button(wording::TSV, wording::TSV_HINT, Form::Tsv, Target::File) }
            { button(wording::MARKDOWN, wording::MARKDOWN_HINT, Form::Markdown, Target::File) }
            <span class="lines-said" role="status">{ said }</span>
        </div>
    }
}

fn to(target: Target) -> &'static str {
    match target {
        Target::Clipboard => "clipboard",
        Target::File => "file",
    }
}
