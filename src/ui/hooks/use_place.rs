//! Where on the page the reader is: the current hit comes to the middle of the view, a document
//! newly opened begins at its top, and the list is found where it was left.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::{Element, ScrollLogicalPosition};
use yew::prelude::*;

use super::first::{first_article, leave_first_article};
use super::focus::{focus_in_place, is_shown};
use super::frame::{in_next_frame, use_before_paint};
use super::sight::{self, bring};
use crate::state::State;
use crate::ui::components::{LIST_PANE, READING_PANE, SEARCH_FIELD, hit_id};

/// Where the current hit stands in the results.
const CURRENT_SNIPPET: &str = ".snippet[aria-current], .line-hit[aria-current]";

/// The article that was there before the program, until the program's own takes its place.
const FIRST_ARTICLE: &str = ".first-article";

/// Scrolls and focuses.
#[hook]
pub fn use_place(state: &State) {
    let in_list = use_mut_ref(|| 0.0);
    let doc = state.view.doc.clone();
    // The document whose text stands on the page, and whether it is marked for the newest query.
    let shown = state.page().map(|sheet| sheet.id.clone());
    let hit = state.view.hit.filter(|_| state.is_marked());
    let is_first = use_mut_ref(|| true);
    // What in the list was gone on from.
    let opener = use_mut_ref(|| None::<Element>);

    // At once: where the list goes away, as on a phone, the keyboard is at nothing a frame later, and
    // the article may come later still.
    let _ = use_memo(doc.clone(), {
        let opener = opener.clone();
        move |doc| {
            if let Some(left) = left_in_list().filter(|_| doc.is_some()) {
                *opener.borrow_mut() = Some(left);
            }
        }
    });
    use_before_paint(doc.is_some(), {
        let in_list = in_list.clone();
        move |&is_reading| {
            if !is_reading {
                window().scroll_to_with_x_and_y(0.0, *in_list.borrow());
            }
        }
    });
    use_effect_with(doc.is_some(), {
        let in_list = in_list.clone();
        move |&is_reading| {
            // How far the list is scrolled where it is the whole page, as on a phone.
            let listener = (!is_reading).then(|| {
                EventListener::new(&window(), "scroll", move |_| {
                    // The page shrinks when a document takes the place of the list, and may tell
                    // so before this listener is gone.
                    let list = document().get_element_by_id(LIST_PANE);
                    if list.is_some_and(|list| list.client_height() > 0) {
                        *in_list.borrow_mut() = window().scroll_y().unwrap_or_default();
                    }
                })
            });
            move || drop(listener)
        }
    });
    // More of the same results is no reason to go back to their top.
    let list = state.found.as_ref().map(|(sought, _)| {
        let lines = sought.lines.map(|lines| (lines.order, lines.most));
        (sought.wanted.clone(), sought.sort, lines)
    });
    use_before_paint(list, {
        let is_reading = doc.is_some();
        move |_| {
            *in_list.borrow_mut() = 0.0;
            if let Some(list) = document().get_element_by_id(LIST_PANE) {
                list.set_scroll_top(0);
            }
            if !is_reading {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    });
    // What is read of the article that was there before the program.
    let read = use_memo(shown.clone(), |shown| {
        first_article(shown.as_ref()?)?;
        read_at()
    });
    // The lists take the keyboard themselves.
    let at_lists = state.view.at_lists;
    use_before_paint((shown, doc), {
        move |(shown, doc)| {
            if shown.is_some() && shown == doc {
                match doc.as_ref().and_then(|doc| first_article(doc)) {
                    Some(_) => leave_first(*read, SETTLING),
                    None => window().scroll_to_with_x_and_y(0.0, 0.0),
                }
                if !is_first.replace(false) {
                    focus_reading();
                }
            } else if doc.is_none() && !is_first.replace(false) && !at_lists {
                focus_list(opener.take());
            }
        }
    });
    use_block(state.beside().is_some());
    // Last, since it is the one that counts when several come together. A correction changes the
    // page but not where the reader is.
    let found = state.found.as_ref().map(|(query, _)| query.clone());
    use_before_paint(
        (state.view.doc.clone(), state.view.query.clone(), found, hit),
        |(doc, .., hit)| {
            let (Some(doc), Some(hit)) = (doc.clone(), *hit) else { return };
            if let Ok(Some(snippet)) = document().query_selector(CURRENT_SNIPPET) {
                bring(&snippet, ScrollLogicalPosition::Nearest);
            }
            bring_hit(doc, hit, SETTLING);
        },
    );
}

/// Leaves the article that was there before the program, when the program's own has taken its place: on a slow machine
/// in one of so many frames that follow. What is read of it stays where it is.
fn leave_first(read: Option<(u32, f64)>, frames: u32) {
    if frames > 0 && matches!(document().query_selector(FIRST_ARTICLE), Ok(Some(_))) {
        return in_next_frame(move || leave_first(read, frames - 1));
    }
    leave_first_article();
    if let Some((at, top)) = read {
        hold(at, top);
    }
}

/// Brings the current hit of a document to the middle of the view. On a slow machine the document is not all rendered
/// by the frame after it is known: then in one of so many that follow. Of a hit that is not the current one any more
/// no mark says that it is.
fn bring_hit(doc: String, hit: u32, frames: u32) {
    let mark = document().get_element_by_id(&hit_id(hit)).filter(|mark| {
        let article = mark.closest(".article").ok().flatten();
        let of = article.and_then(|article| article.get_attribute("data-doc"));
        mark.has_attribute("aria-current") && of.as_ref() == Some(&doc)
    });
    match mark {
        Some(mark) => bring(&mark, ScrollLogicalPosition::Center),
        None if frames > 0 => in_next_frame(move || bring_hit(doc, hit, frames - 1)),
        None => {}
    }
}

/// Keeps the block that is read where it is in the window when the source is shown beside it, or
/// no longer.
#[hook]
fn use_block(beside: bool) {
    let read = use_mut_ref(|| None::<(u32, f64)>);
    use_effect_with((), {
        let read = read.clone();
        move |()| {
            let listener = EventListener::new(&window(), "scroll", move |_| {
                *read.borrow_mut() = read_at();
            });
            move || drop(listener)
        }
    });
    let keeping = use_mut_ref(|| Rc::new(Cell::new(false)));
    use_before_paint(beside, move |_| {
        let goes_on = Rc::new(Cell::new(true));
        keeping.replace(goes_on.clone()).set(false);
        if let Some((at, top)) = *read.borrow() {
            keep(at, top, SETTLING, goes_on);
        }
    });
}

/// So many frames it takes at most until what is far from the window is laid out: only then does the
/// browser know how high it is.
const SETTLING: u32 = 12;

/// Brings a block to this height in the window, and keeps it there for so many frames.
fn keep(at: u32, top: f64, frames: u32, goes_on: Rc<Cell<bool>>) {
    if !goes_on.get() {
        return;
    }
    hold(at, top);
    if frames > 0 {
        in_next_frame(move || keep(at, top, frames - 1, goes_on));
    }
}

/// Brings a block to this height in the window.
fn hold(at: u32, top: f64) {
    if let Some(block) = sight::block(at) {
        sight::follow(block.get_bounding_client_rect().top() - top);
    }
}

/// The block that is read, and how high in the window it begins.
fn read_at() -> Option<(u32, f64)> {
    sight::read().map(|(at, block)| (at, block.get_bounding_client_rect().top()))
}

/// What the keyboard is at in the list; `None` if it is elsewhere.
fn left_in_list() -> Option<Element> {
    let list = document().get_element_by_id(LIST_PANE)?;
    document().active_element().filter(|left| *left != list && list.contains(Some(left)))
}

/// A document was opened: the keyboard goes to it, unless it is busy with the search field.
fn focus_reading() {
    let left = document().active_element();
    if left.is_none_or(|left| left.id() != SEARCH_FIELD)
        && let Some(reading) = document().get_element_by_id(READING_PANE)
    {
        focus_in_place(reading);
    }
}

/// The document was closed: the keyboard goes back to where it was in the list, unless it is at
/// something that is still there.
fn focus_list(opener: Option<Element>) {
    let here = document().active_element();
    let is_left = here.is_none_or(|here| {
        here.tag_name() == "BODY" || here.id() == READING_PANE || !is_shown(&here)
    });
    let list = document().get_element_by_id(LIST_PANE);
    let place = opener.filter(|opener| opener.is_connected()).or(list);
    if let Some(place) = place.filter(|_| is_left) {
        focus_in_place(place);
    }
}
