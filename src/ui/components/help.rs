//! The language of queries by examples, which can be clicked; and all keys.

use yew::prelude::*;

use super::panel::panel;
use crate::state::Action;
use crate::ui::hooks::{dialog, search_again};
use crate::ui::wording::{self, Text};
use crate::ui::{Command, OF_DOCUMENTS, Preferences};

/// The id of the dialog.
pub const HELP: &str = "help";

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
        </>
    };
    panel(HELP, "help", wording::HELP, content)
}
