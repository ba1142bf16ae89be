//! The language of queries by examples, which can be clicked; all keys; and which program this is.

use yew::prelude::*;

use super::panel::panel;
use crate::state::Action;
use crate::ui::hooks::{dialog, search_again};
use crate::ui::wording::{self, Text};
use crate::ui::{Command, OF_DOCUMENTS, Preferences};

/// The id of the dialog.
pub const HELP: &str = "help";

/// The page of the site that says under which licences it is, made of which texts, data and libraries.
const LICENCES: &str = "licences/third-party.html";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub act: Callback<Action>,
    /// Which key does what.
    pub preferences: Preferences,
}

#[component]
pub fn Help(props: &Props) -> Html {
    let example = |(query, does): &(Text, Text)| {
        let query = query.say();
        let onclick = props.act.reform(move |_: MouseEvent| {
            dialog::close(HELP);
            search_again();
            Action::Typed(query.to_owned())
        });
        html! {
            <div>
                <dt><button type="button" class="example" lang={OF_DOCUMENTS} {onclick}>{ query }</button></dt>
                <dd>{ *does }</dd>
            </div>
        }
    };
    let keys = |command: Command| {
        let keys = props.preferences.keys_of(command);
        if keys.is_empty() {
            return Html::default();
        }
        html! {
            <div>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ wording::key(key) }</kbd> }) }</dt>
                <dd>{ wording::command(command) }</dd>
            </div>
        }
    };
    let content = html! {
        <>
            <p>{ wording::HELP_LEAD }</p>
            <dl>{ for wording::EXAMPLES.iter().map(example) }</dl>
            <p>{ wording::HELP_END }</p>
            <h3>{ wording::KEYS }</h3>
            <dl class="keys">{ for Command::ALL.into_iter().map(keys) }</dl>
            <p class="about">
                { wording::about(env!("CARGO_PKG_VERSION")) }
                // In a tab of its own: what is read stays where it is.
                <a href={LICENCES} hreflang="en" target="_blank" rel="noopener">{ wording::LICENCES }</a>
            </p>
        </>
    };
    panel(HELP, "help", wording::HELP, content)
}
