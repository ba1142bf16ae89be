//! A document of the reader's own in the list of them: a way to it, what is known of it, and a form that
//! changes that.

use std::rc::Rc;

use yew::prelude::*;

use super::choice::is_ticked;
use super::library::LIBRARY;
use super::{Link, OwnForm};
use crate::protocol::{Given, Holding, Key};
use crate::state::{Action, View};
use crate::ui::hooks::dialog;
use crate::ui::{OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub holding: Rc<Holding>,
    pub is_chosen: bool,
    /// Whether what is known of it is being changed.
    pub is_edited: bool,
    pub choose: Callback<(Key, bool)>,
    /// Which document is changed; `None` for none.
    pub edit: Callback<Option<Key>>,
    pub act: Callback<Action>,
}

#[component]
pub fn OwnDocument(props: &Props) -> Html {
    let Props { holding, is_chosen, is_edited, choose, edit, act } = props;
    let Holding { key, id, path, given, .. } = &**holding;
    let key = *key;
    let title = title(holding);
    let Given { author, date, collections, .. } = given;
    let to = View { doc: Some(id.clone()), ..View::default() };
    let open = act.reform(|action| {
        dialog::close(LIBRARY);
        action
    });
    let onchange = choose.reform(move |event: Event| (key, is_ticked(&event)));
    let switch = {
        let next = (!is_edited).then_some(key);
        edit.reform(move |_: MouseEvent| next)
    };
    let done = edit.reform(move |()| {
        dialog::focus(LIBRARY, &edit_id(key));
        None
    });
    let facts = [
        wording::date(date),
        wording::length(holding.length),
        wording::format(holding.format),
        holding.encoding.clone(),
        if holding.bytes > 0 { wording::bytes(holding.bytes.into()) } else { String::new() },
        if holding.is_damaged { wording::OWN_LOOKS_DAMAGED.to_string() } else { String::new() },
        if holding.is_restored { wording::OWN_IS_RESTORED.to_string() } else { String::new() },
    ];
    let fact = |fact: &String| html! { <span>{ fact }</span> };
    html! {
        <li class="own-document" data-doc={id.clone()}>
            <label class="tick">
                <input type="checkbox" aria-label={wording::own_choose(&title)} checked={*is_chosen} {onchange} />
            </label>
            <div>
                <Link class="own-title" {to} act={open}><bdi lang={OF_DOCUMENTS}>{ &title }</bdi></Link>
                <p class="facts">
                    if !author.is_empty() {
                        <bdi lang={OF_DOCUMENTS}>{ author }</bdi>
                    }
                    { for facts.iter().filter(|fact| !fact.is_empty()).map(fact) }
                    { for collections.iter().map(|name| html! { <bdi class="of-collection" lang={OF_DOCUMENTS}>{ name }</bdi> }) }
                </p>
                <p class="own-path"><bdi lang={OF_DOCUMENTS}>{ path }</bdi></p>
                if *is_edited {
                    <OwnForm holding={holding.clone()} {done} act={act.clone()} />
                }
            </div>
            <button
                type="button"
                id={edit_id(key)}
                class="button own-edit"
                aria-label={wording::own_edit_of(&title)}
                aria-expanded={is_edited.to_string()}
                onclick={switch}
            >
                { wording::OWN_EDIT }
            </button>
        </li>
    }
}

/// The id of the button that opens its form, and of where the keyboard is when that closes.
fn edit_id(key: Key) -> String {
    format!("own-edit-{key}")
}

/// Its title, or where it has none the name of its file.
fn title(holding: &Holding) -> String {
    let named = Some(&holding.given.title).filter(|title| !title.is_empty());
    let name = || holding.path.rsplit('/').next().unwrap_or_default().to_owned();
    named.cloned().unwrap_or_else(name)
}
