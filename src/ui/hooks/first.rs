//! The first screen, which a built site has in its page before the program is there
//! (`src/publish/first.rs`, `src/first.js`, `xtask/src/seal/start.js`): what of it the program goes on with.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

use super::focus::focus_in_place;

use crate::ui::components::{LIST_PANE, READING_PANE, SEARCH_FIELD};

/// Said of the root element while something is composed, and of where the list is not what is wanted.
const COMPOSING: &str = "data-composing";
const ELSEWHERE: &str = "data-first";

/// Says of the left pane what the results in it are of.
const OF: &str = "data-of";

/// What was taken over.
#[derive(Default)]
struct First {
    list: Option<Node>,
    /// The results of what was typed, and of what.
    results: Option<(String, Node)>,
    /// The article that the address leads to, by its id.
    article: Option<(String, Node)>,
    library: Option<String>,
    typed: String,
    is_in_field: bool,
    /// The link that the keyboard is at in the list.
    at: Option<String>,
}

thread_local! {
    static FIRST: RefCell<First> = RefCell::default();
}

/// Takes over what is there, and calls; if something is being composed in the field, after that.
pub fn take_over(then: impl FnOnce() + 'static) {
    let root = document().document_element();
    if root.as_ref().is_none_or(|root| !root.has_attribute(COMPOSING)) {
        FIRST.replace(first());
        if let Some(root) = root {
            let _ = root.remove_attribute(ELSEWHERE);
        }
        return then();
    }
    // The script of the first screen, which listens at the window since before, is told before this.
    EventListener::once(&window(), "compositionend", |_| take_over(then)).forget();
}

fn first() -> First {
    let of = |selector: &str| document().query_selector(selector).ok().flatten();
    let field = of(&format!("#{SEARCH_FIELD}")).and_then(|it| it.dyn_into().ok());
    let is_in_field = |field: &HtmlInputElement| {
        document().active_element().as_ref() == Some(field.as_ref() as &Element)
    };
    // Of another library the engine says what there is.
    let is_of_build = of("link[rel=library]").is_none();
    let pane = document().get_element_by_id(LIST_PANE).filter(|_| is_of_build);
    let sought = pane.as_ref().and_then(|pane| pane.get_attribute(OF));
    // All of the list but its heading.
    let parts = pane.and_then(|pane| pane.first_element_child()?.next_element_sibling());
    let parts = parts.and_then(|from| taken("first-list", from));
    let (list, results) = match (sought, parts) {
        (Some(of), Some(results)) => (None, Some((of, results))),
        (_, list) => (list, None),
    };
    let opened = of(".article").and_then(|article| article.get_attribute("data-doc"));
    let pane =
        document().get_element_by_id(READING_PANE).and_then(|pane| pane.first_element_child());
    First {
        list,
        results,
        article: opened.and_then(|id| Some((id, taken("first-article", pane?)?))),
        library: of(".welcome-library").filter(|_| is_of_build).and_then(|it| it.text_content()),
        typed: field.as_ref().map(HtmlInputElement::value).unwrap_or_default(),
        is_in_field: field.as_ref().is_some_and(is_in_field),
        at: None,
    }
}

/// An element and those that follow it, as one.
fn taken(class: &str, from: Element) -> Option<Node> {
    let whole = document().create_element("div").ok()?;
    whole.set_class_name(class);
    let mut next = Some(from);
    while let Some(part) = next {
        next = part.next_element_sibling();
        whole.append_child(&part).ok()?;
    }
    Some(whole.into())
}

/// The list of articles, until the engine says which there are; `None` where the page came without.
pub fn first_list() -> Option<Node> {
    FIRST.with_borrow(|first| first.list.clone())
}

/// What was found for a query before the program was there, until the engine has found it too; `None` where it was not
/// sought.
pub fn first_results(query: &str) -> Option<Node> {
    FIRST.with_borrow(|first| {
        first.results.as_ref().filter(|(of, _)| of == query).map(|(_, results)| results.clone())
    })
}

/// The article of this id, until the engine has it; `None` where the page came without.
pub fn first_article(id: &str) -> Option<Node> {
    FIRST.with_borrow(|first| {
        first.article.as_ref().filter(|(of, _)| of == id).map(|(_, article)| article.clone())
    })
}

/// The program shows its own article from now on.
pub fn leave_first_article() {
    FIRST.with_borrow_mut(|first| first.article = None);
}

/// What it says of the library.
pub fn first_library() -> Option<String> {
    FIRST.with_borrow(|first| first.library.clone())
}

/// When the engine has said which articles there are, the keyboard is where it was in the first list.
#[hook]
pub fn use_first(is_there: bool) {
    use_effect_with(is_there, |&is_there| {
        let listener = (!is_there).then(|| {
            EventListener::new(&document(), "focusin", |event| {
                let link = event.target().and_then(|it| it.dyn_into::<Element>().ok());
                let href = link.and_then(|link| link.get_attribute("href"));
                FIRST.with_borrow_mut(|first| first.at = href);
            })
        });
        let at = FIRST.with_borrow_mut(|first| first.at.take());
        let is_left = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        if let Some(at) = at.filter(|_| is_there && is_left) {
            let links = document().get_elements_by_class_name("entry");
            let links = (0..links.length()).filter_map(|i| links.item(i));
            let link =
                links.into_iter().find(|link| link.get_attribute("href").as_ref() == Some(&at));
            link.and_then(|link| link.dyn_into().ok()).into_iter().for_each(focus_in_place);
        }
        move || drop(listener)
    });
}

/// What was typed before the program was there; empty for nothing.
pub fn first_typed() -> String {
    FIRST.with_borrow(|first| first.typed.clone())
}

/// Whether the keyboard was in the search field, when this is first asked.
pub fn was_in_field() -> bool {
    FIRST.with_borrow_mut(|first| std::mem::take(&mut first.is_in_field))
}
