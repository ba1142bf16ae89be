//! What stands in place of an article when none is open: what this is, and how it is used.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::Articles;
use crate::ui::hooks::first_library;
use crate::ui::{Command, Preferences, wording};

/// The keys that a newcomer is told of; the help has all.
const FIRST: [Command; 7] = [
    Command::Search,
    Command::NextHit,
    Command::PreviousHit,
    Command::NextArticle,
    Command::Original,
    Command::Palette,
    Command::Help,
];

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles; `None` until known.
    pub contents: Option<Rc<Articles>>,
}

#[component]
pub fn Welcome(props: &Props) -> Html {
    let library = props.contents.as_ref().map(|contents| {
        wording::library(contents.len(), contents.iter().map(|entry| entry.length).sum())
    });
    let library = library.or_else(first_library);
    let preferences = use_context::<Preferences>().unwrap_or_default();
    let key = |command: Command| {
        let keys = preferences.keys_of(command);
        let Some(key) = keys.first().map(|key| wording::key(key)) else { return Html::default() };
        html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ wording::command(command) }</dd></div> }
    };
    html! {
        <section class="welcome">
            <h2>{ wording::WELCOME }</h2>
            <p>{ wording::WELCOME_LEAD }</p>
            <p>{ wording::WELCOME_LOCAL }</p>
            if let Some(library) = library {
                <p class="welcome-library">{ library }</p>
            }
            <dl class="keys">{ for FIRST.into_iter().map(key) }</dl>
        </section>
    }
}
