//! What of the open article is in sight.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    DomRect, Element, NodeList, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// How much of the window the masthead may cover.
const HEAD_PX: f64 = 64.0;

/// A block that goes on beyond this is one that is read.
const SIGHT_PX: f64 = 400.0;

/// The blocks of an article, whether the source stands beside them or not.
const BLOCKS: &str = ".article [id^=block-]";

/// The block that is read: one that begins in sight, or where there is none, the one that goes on;
/// with its number from 0.
pub fn read() -> Option<(u32, Element)> {
    let blocks = document().query_selector_all(BLOCKS).ok()?;
    let is_vertical = document()
        .document_element()?
        .get_attribute("data-vertical")
        .is_some_and(|on| on == "true");
    let right = window().inner_width().ok()?.as_f64()?;
    // Lines that run down stand from right to left.
    let is_read = |rect: DomRect| {
        if is_vertical {
            rect.right() <= right || rect.left() < right - SIGHT_PX
        } else {
            rect.top() > HEAD_PX || rect.bottom() > SIGHT_PX
        }
    };
    // They stand one after the other: a long text has too many to ask each.
    let (mut first, mut past) = (0, blocks.length());
    while first < past {
        let middle = first + (past - first) / 2;
        let rect = nth(&blocks, middle)?.get_bounding_client_rect();
        if is_read(rect) { past = middle } else { first = middle + 1 }
    }
    Some((first, nth(&blocks, first)?))
}

/// The number (from 0) of the block that is read.
pub fn read_block() -> u32 {
    read().map_or(0, |(at, _)| at)
}

/// A block, by its number from 0.
pub fn block(at: u32) -> Option<Element> {
    nth(&document().query_selector_all(BLOCKS).ok()?, at)
}

/// All blocks of the open article, from the first.
pub fn blocks() -> impl Iterator<Item = Element> {
    let blocks = document().query_selector_all(BLOCKS).ok();
    let count = blocks.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| nth(blocks.as_ref()?, at))
}

fn nth(blocks: &NodeList, at: u32) -> Option<Element> {
    blocks.get(at)?.dyn_into().ok()
}

/// Scrolls after what has moved down by so many pixels, so that it stands in the window where it stood. Browsers
/// scroll by whole ones.
pub fn follow(moved: f64) {
    let moved = moved.round();
    if moved != 0.0 {
        window().scroll_by_with_x_and_y(0.0, moved);
    }
}

/// Brings the element of an id to the beginning of the view.
pub fn go_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        bring(&element, ScrollLogicalPosition::Start);
    }
}

/// Brings an element into view, at once: a reader who steps through hits does not wait.
pub fn bring(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(place);
    options.set_inline(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
