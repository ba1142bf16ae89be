//! An article that is opened is laid out where it is read, and the rest of it in the pictures that follow, a
//! few blocks in each: all at once takes longer than a reader's next key may wait. What grows above the
//! block that is read does not move it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::utils::{document, window};
use web_sys::Element;
use yew::prelude::*;

use super::clock::now_ms;
use super::first::first_article;
use super::frame::in_next_frame;
use super::sight;

/// Said of a block that is not laid out yet; the style sheet knows it.
const FAR: &str = "data-far";

/// So many blocks before and after the one that is gone to are laid out with the first picture: all that are in
/// the window with it. What stands between it and the top of the window must not grow later.
const AT_ONCE: u32 = 8;

/// So many are laid out before the time is looked at, and in a picture as many as that allows.
const STEP: usize = 4;
const BUDGET_MS: u64 = 6;

/// Lays out the article of this id in parts, first about the block of the current hit (from 0); `None` for an
/// article that the browser lays out by itself. It begins anew when the source comes to stand beside it, or no
/// longer does.
#[hook]
pub fn use_laid_out(id: Option<&String>, is_beside: bool, hit_at: Option<usize>) {
    let hit_at = hit_at.map(|at| at as u32);
    use_effect_with((id.cloned(), is_beside), move |(id, is_beside)| {
        let goes_on = Rc::new(Cell::new(true));
        // Whoever reads on in what was there before the program has all of it laid out.
        let is_read = |id: &String| first_article(id).is_some() && window().scroll_y() != Ok(0.0);
        // Beside the source blocks stand in rows, which are laid out when they come near.
        if !is_beside && id.as_ref().is_some_and(|id| !is_read(id)) {
            put_off(hit_at.unwrap_or(0));
            lay_out_in_next_frame(goes_on.clone());
        }
        move || goes_on.set(false)
    });
    // What is gone to has to have its place.
    use_effect_with(hit_at, |at| {
        if let Some(block) = at.and_then(sight::block) {
            let _ = block.remove_attribute(FAR);
        }
    });
}

/// Puts off all blocks but those about this one. Lines that run down are in a pane of their own: there all
/// are laid out at once.
fn put_off(at: u32) {
    let is_vertical =
        |root: Element| root.get_attribute("data-vertical").as_deref() == Some("true");
    if document().document_element().is_some_and(is_vertical) {
        return;
    }
    for (number, block) in (0..).zip(sight::blocks()) {
        let _ = if at.abs_diff(number) <= AT_ONCE {
            block.remove_attribute(FAR)
        } else {
            block.set_attribute(FAR, "")
        };
    }
}

fn lay_out_in_next_frame(goes_on: Rc<Cell<bool>>) {
    in_next_frame(move || {
        if goes_on.get() && lay_out_some() {
            lay_out_in_next_frame(goes_on);
        }
    });
}

/// Lays out those that are nearest to what is read; whether some are left.
fn lay_out_some() -> bool {
    let is_far = |(_, block): &(u32, Element)| block.has_attribute(FAR);
    let mut far: Vec<(u32, Element)> = (0..).zip(sight::blocks()).filter(is_far).collect();
    let Some((at, read)) = sight::read() else { return false };
    far.sort_by_key(|(number, _)| number.abs_diff(at));
    let top = || read.get_bounding_client_rect().top();
    let (before, start) = (top(), now_ms());
    let mut laid_out = 0;
    while laid_out < far.len() && now_ms() - start < BUDGET_MS {
        for (_, block) in far.iter().skip(laid_out).take(STEP) {
            let _ = block.remove_attribute(FAR);
        }
        laid_out += STEP;
        // To ask for it is to lay it out.
        let moved = top() - before;
        if moved.abs() >= 1.0 {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    }
    laid_out < far.len()
}
