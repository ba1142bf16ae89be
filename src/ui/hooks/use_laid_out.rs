//! An article that is opened is laid out where it is read, and the rest of it in the pictures that follow, a
//! few blocks in each: all at once takes longer than a reader's next key may wait. What grows above what is
//! read does not move it.

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
use super::use_position::position;
use crate::protocol::Sheet;
use crate::ui::{Preferences, fill};

/// Said of a block that is not laid out yet; the style sheet knows it. `Block` writes it and never takes it back:
/// what it says is of which article, so that another one's blocks are put off in their turn.
const FAR: &str = "data-far";

/// Those that are not laid out yet.
const ALL_FAR: &str = ".article > [data-far]";

/// The gap after a block, in lines.
const GAP_LINES: usize = 1;

/// Of so many pictures together the first ones fill the window: to fill it in one takes longer than the release
/// of the key that opened the article may wait.
const PICTURES: u32 = 2;

/// So many on each side are laid out before the time is looked at, and in a picture as many as that allows.
const STEP: usize = 2;
const BUDGET_MS: u64 = 6;

/// Which blocks of an article are laid out with the first picture: those about the one of the current hit
/// (from 0), or about where the reader stopped. All of them where the browser does that by itself (`is_long`),
/// beside the source, whose rows are made as they come near, where lines run down, in a pane of their own, where
/// those that are in sight are made anew (`has_ruby`), and outside a browser. The others follow, whatever puts
/// them off.
#[hook]
pub fn use_laid_out(
    sheet: &Sheet,
    is_long: bool,
    is_beside: bool,
    has_ruby: bool,
    hit_at: Option<usize>,
) -> Range<usize> {
    let preferences = use_context::<Preferences>().unwrap_or_default();
    let before = use_mut_ref(|| (String::new(), false));
    let count = sheet.blocks.len();
    let of = (sheet.id.clone(), is_beside, is_long, has_ruby, count);
    let at_once = use_memo(of, |(id, ..)| {
        let (was_open, was_beside) = before.replace((id.clone(), is_beside));
        let is_open = was_open == *id;
        // Whoever reads on in what was there before the program has all of it laid out.
        let is_read = || first_article(id).is_some() && window().scroll_y() != Ok(0.0);
        if cfg!(not(target_arch = "wasm32"))
            || is_long
            || is_beside
            || preferences.is_vertical
            || is_open && was_beside == is_beside
            || is_read()
        {
            return 0..count;
        }
        let at = match hit_at {
            _ if is_open => sight::read_block() as usize,
            Some(at) => at,
            None => position(id) as usize,
        };
        around(sheet, at, &preferences)
    });
    // What is gone to has to have its place, when it is brought there.
    let _ = use_memo(hit_at, |at| {
        let is_browser = cfg!(target_arch = "wasm32");
        if let Some(block) = at.filter(|_| is_browser).and_then(|at| sight::block(at as u32)) {
            let _ = block.remove_attribute(FAR);
        }
    });
    let is_going_on = use_memo((), |()| Cell::new(false));
    use_effect(move || lay_out_in_next_frame(is_going_on, 0.0));
    (*at_once).clone()
}

/// As many blocks about this one as fill the window in [`PICTURES`].
fn around(sheet: &Sheet, at: usize, preferences: &Preferences) -> Range<usize> {
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
    fill(&heights.collect::<Vec<_>>(), at, lines as usize)
}

/// Goes on until none is left; does nothing while that goes on already. What stays is so many pixels too low.
fn lay_out_in_next_frame(is_going_on: Rc<Cell<bool>>, owed: f64) {
    let is_any_far = matches!(document().query_selector(ALL_FAR), Ok(Some(_)));
    if !is_any_far || is_going_on.replace(true) {
        return;
    }
    in_next_frame(move || {
        let owed = lay_out_some(owed);
        is_going_on.set(false);
        lay_out_in_next_frame(is_going_on, owed);
    });
}

/// Lays out those that are nearest to what is read, on both sides; where all is behind the reader, all of them.
/// Answers the part of a pixel by which what stays is too low now: browsers scroll by whole ones, and many small
/// parts would be seen. More is no such part: at its top a page cannot be scrolled after what moves, and what has moved
/// there is where it belongs.
fn lay_out_some(owed: f64) -> f64 {
    let is_far = |(_, block): &(u32, Element)| block.has_attribute(FAR);
    let far: Vec<(u32, Element)> = (0..).zip(sight::blocks()).filter(is_far).collect();
    let lay_out = |(_, block): &(u32, Element)| drop(block.remove_attribute(FAR));
    let Some((at, read)) = sight::read() else {
        far.iter().for_each(lay_out);
        return 0.0;
    };
    let (before, after) = far.split_at(far.partition_point(|&(number, _)| number < at));
    let (mut before, mut after) = (before.iter().rev(), after.iter());
    // One that grows itself would push down those below it.
    let mut stays = sight::blocks().skip(at as usize).filter(|block| !block.has_attribute(FAR));
    let stays = stays.next().unwrap_or(read);
    let top = || stays.get_bounding_client_rect().top();
    let (place, start) = (top() - owed, now_ms());
    while before.len() + after.len() > 0 && now_ms() - start < BUDGET_MS {
        before.by_ref().take(STEP).chain(after.by_ref().take(STEP)).for_each(lay_out);
        // To ask for it is to lay it out.
        sight::follow(top() - place);
    }
    Some(top() - place).filter(|owed| owed.abs() < 1.0).unwrap_or_default()
}
