//! An article that is opened is laid out where it is read, and the rest of it in the pictures that follow, a
//! few blocks in each: all at once takes longer than a reader's next key may wait. What grows above the
//! block that is read does not move it.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::clock::now_ms;
use super::first::first_article;
use super::frame::in_next_frame;
use super::sight;
use crate::protocol::Sheet;
use crate::ui::{Preferences, fill};

/// Said of a block that is not laid out yet; the style sheet knows it.
const FAR: &str = "data-far";

/// The gap after a block, in lines.
const GAP_LINES: usize = 1;

/// Of so many pictures together the first ones fill the window: to fill it in one takes longer than the release
/// of the key that opened the article may wait.
const PICTURES: u32 = 2;

/// So many are laid out before the time is looked at, and in a picture as many as that allows.
const STEP: usize = 4;
const BUDGET_MS: u64 = 6;

/// Lays out an article in parts, first about the block of the current hit (from 0). One that the browser lays out
/// by itself is left alone. It begins anew when the source comes to stand beside it, or no longer does.
#[hook]
pub fn use_laid_out(sheet: &Rc<Sheet>, is_long: bool, is_beside: bool, hit_at: Option<usize>) {
    let preferences = use_context::<Preferences>().unwrap_or_default();
    use_effect_with((sheet.id.clone(), is_long, is_beside), {
        let sheet = sheet.clone();
        move |(id, is_long, is_beside)| {
            let goes_on = Rc::new(Cell::new(true));
            // Whoever reads on in what was there before the program has all of it laid out.
            let is_read = || first_article(id).is_some() && window().scroll_y() != Ok(0.0);
            // Beside the source blocks stand in rows, which are laid out when they come near.
            if !is_long && !is_beside && !is_read() {
                put_off(&at_once(&sheet, hit_at, &preferences));
                lay_out_in_next_frame(goes_on.clone());
            }
            move || goes_on.set(false)
        }
    });
    // What is gone to has to have its place.
    use_effect_with(hit_at, |at| {
        if let Some(block) = at.and_then(|at| sight::block(at as u32)) {
            let _ = block.remove_attribute(FAR);
        }
    });
}

/// The blocks about the one that is gone to, which is brought to the middle of the window: laid out with the first
/// picture, and no more than those, as each makes it later.
fn at_once(sheet: &Sheet, hit_at: Option<usize>, preferences: &Preferences) -> Range<usize> {
    let of_window =
        |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64());
    let width = of_window(window().inner_width()).unwrap_or_default() as u32;
    let height = of_window(window().inner_height()).unwrap_or_default() as u32;
    let per_line = (width / preferences.size).clamp(1, preferences.measure) as usize;
    let lines = height * 100 / (preferences.size * preferences.leading) / PICTURES;
    let heights = sheet.blocks.iter().map(|block| {
        let characters: usize = block.runs.iter().map(|run| run.text.chars().count()).sum();
        characters.div_ceil(per_line) + GAP_LINES
    });
    fill(&heights.collect::<Vec<_>>(), hit_at.unwrap_or(0), lines as usize)
}

/// Puts off all blocks but these. Lines that run down are in a pane of their own: there all
/// are laid out at once.
fn put_off(at_once: &Range<usize>) {
    let is_vertical =
        |root: Element| root.get_attribute("data-vertical").as_deref() == Some("true");
    if document().document_element().is_some_and(is_vertical) {
        return;
    }
    for (number, block) in sight::blocks().enumerate() {
        let _ = if at_once.contains(&number) {
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
