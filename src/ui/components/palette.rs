//! All commands and all articles by their names: some letters of one, and Enter.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::panel::panel;
use crate::protocol::Entry;
use crate::state::{Action, Articles, View};
use crate::ui::commands::On;
use crate::ui::hooks::{dialog, go, is_composing};
use crate::ui::{Command, OF_DOCUMENTS, Preferences, Site, wording};

/// The id of the dialog.
pub const PALETTE: &str = "palette";

/// So many are offered at once.
const MOST: usize = 12;

#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// What is looked at.
    pub view: View,
    /// The articles; `None` until known.
    pub contents: Option<Rc<Articles>>,
    pub act: Callback<Action>,
    pub preferences: Preferences,
    pub change: Callback<Preferences>,
}

/// Something that is offered.
#[derive(Clone, Copy, PartialEq)]
enum Offer<'a> {
    Command(Command),
    Article(&'a Entry),
    /// The page about the site.
    About,
}

#[component]
pub fn Palette(props: &Props) -> Html {
    let typed = use_state_eq(String::new);
    let chosen = use_state_eq(|| 0);
    let offers = offers(&typed, props.contents.as_deref());
    let at = (*chosen).min(offers.len().saturating_sub(1));
    let take = |offer: Offer<'_>| {
        let does = match offer {
            Offer::Command(command) => {
                let Props { view, act, preferences, change, .. } = props.clone();
                Callback::from(move |()| {
                    command.run(&On { view: &view, act: &act, preferences, change: &change });
                })
            }
            Offer::Article(entry) => {
                let id = entry.id.clone();
                props.act.reform(move |()| Action::Opened(id.clone(), None))
            }
            Offer::About => Callback::from(|()| go(&Site::now().about.unwrap_or_default())),
        };
        let (typed, chosen) = (typed.setter(), chosen.setter());
        Callback::from(move |()| {
            dialog::close(PALETTE);
            typed.set(String::new());
            chosen.set(0);
            does.emit(());
        })
    };
    let oninput = {
        let (typed, chosen) = (typed.setter(), chosen.setter());
        move |event: InputEvent| {
            let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            typed.set(field.map(|field| field.value()).unwrap_or_default());
            chosen.set(0);
        }
    };
    let onkeydown = {
        let (chosen, count) = (chosen.setter(), offers.len());
        let enter = offers.get(at).map(|&offer| take(offer));
        move |event: KeyboardEvent| {
            if is_composing(&event) {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => chosen.set((at + 1) % count.max(1)),
                "ArrowUp" => chosen.set((at + count.max(1) - 1) % count.max(1)),
                "Enter" => enter.iter().for_each(|enter| enter.emit(())),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let option = |(number, &offer): (usize, &Offer<'_>)| {
        let (name, keys) = match offer {
            Offer::Command(command) => {
                (wording::command(command).say(), props.preferences.keys_of(command))
            }
            Offer::Article(entry) => (entry.title.as_str(), Vec::new()),
            Offer::About => (wording::ABOUT_SITE.say(), Vec::new()),
        };
        let onclick = take(offer).reform(|_: MouseEvent| ());
        html! {
            <li
                id={option_id(number)}
                role="option"
                aria-selected={if number == at { "true" } else { "false" }}
                lang={matches!(offer, Offer::Article(_)).then_some(OF_DOCUMENTS)}
                {onclick}
            >
                <span>{ name.to_owned() }</span>
                { for keys.iter().map(|key| html! { <kbd>{ wording::key(key) }</kbd> }) }
            </li>
        }
    };
    let content = html! {
        <>
            <input
                class="palette-field"
                type="text"
                role="combobox"
                aria-label={wording::PALETTE_FIELD}
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={(!offers.is_empty()).then(|| option_id(at))}
                placeholder={wording::PALETTE_FIELD}
                autocomplete="off"
                data-first=""
                value={(*typed).clone()}
                {oninput}
                {onkeydown}
            />
            if offers.is_empty() {
                <p>{ wording::PALETTE_NONE }</p>
            }
            <ul id="palette-list" role="listbox" aria-label={wording::PALETTE}>
                { for offers.iter().enumerate().map(option) }
            </ul>
        </>
    };
    panel(PALETTE, "palette", wording::PALETTE, content)
}

/// What has all that was typed in its name, case aside; commands first.
fn offers<'a>(typed: &str, contents: Option<&'a Articles>) -> Vec<Offer<'a>> {
    let typed = typed.trim().to_lowercase();
    let fits = |name: &str| name.to_lowercase().contains(&typed);
    let commands = Command::ALL.into_iter().filter(|&command| fits(&wording::command(command)));
    let about = Site::now().about.filter(|_| fits(&wording::ABOUT_SITE)).map(|_| Offer::About);
    let articles = contents.into_iter().flat_map(Articles::iter).filter(|entry| fits(&entry.title));
    let all = commands.map(Offer::Command).chain(about).chain(articles.map(Offer::Article));
    all.filter(|offer| *offer != Offer::Command(Command::Palette)).take(MOST).collect()
}

fn option_id(number: usize) -> String {
    format!("palette-{number}")
}
