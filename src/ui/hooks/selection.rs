//! What of the open article is selected, and back: from places of the article to places of the page.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Function, Reflect};
use web_sys::{Element, MouseEvent, Node, Range};
use yew::prelude::*;

use super::sight;
use crate::protocol::Spot;
use crate::ui::components::block_id;

/// The blocks of an article.
const BLOCK: &str = ".article [id^=block-]";

/// A selection must stand so long until something is offered to be done with it.
const SETTLED_MS: u32 = 200;

/// What is selected of the open article; `None` for nothing.
#[hook]
pub fn use_selection() -> Option<(Spot, Spot)> {
    let selected = use_state_eq(|| None);
    let set = selected.setter();
    use_effect_with((), move |()| {
        let mut waiting: Option<Timeout> = None;
        let listener = EventListener::new(&document(), "selectionchange", move |_| {
            let set = set.clone();
            let settled = Timeout::new(SETTLED_MS, move || set.set(self::selected()));
            // The one before is stopped by being dropped.
            drop(waiting.replace(settled));
        });
        move || drop(listener)
    });
    *selected
}

/// What is selected of the open article; where nothing is, the block that is read.
pub fn selected_or_read() -> Option<(Spot, Spot)> {
    let block = || {
        let (block, element) = sight::read()?;
        let length = element.text_content()?.encode_utf16().count() as u32;
        Some((Spot { block, at: 0 }, Spot { block, at: length }))
    };
    selected().or_else(block)
}

fn selected() -> Option<(Spot, Spot)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let from = spot(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let to = spot(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (from < to).then_some((from, to))
}

/// The place of the article where a place of the page is; `None` outside its blocks.
fn spot(node: &Node, offset: u32) -> Option<Spot> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let block = element.closest(BLOCK).ok()??;
    let number = block.id().strip_prefix("block-")?.parse().ok()?;
    let before = document().create_range().ok()?;
    before.set_start(&block, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let at = String::from(before.to_string()).encode_utf16().count() as u32;
    Some(Spot { block: number, at })
}

#[wasm_bindgen]
extern "C" {
    /// Where in a text a pointer is, as older browsers say it.
    #[wasm_bindgen(thread_local_v2, js_namespace = document, js_name = caretRangeFromPoint)]
    static CARET_RANGE: Option<Function>;
}

/// The place of the article that was clicked on; `None` outside its text.
pub fn caret(event: &MouseEvent) -> Option<Spot> {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let is_new = Reflect::has(&document(), &"caretPositionFromPoint".into()).unwrap_or(false);
    if is_new {
        let at = document().caret_position_from_point(x, y)?;
        return spot(&at.offset_node()?, at.offset());
    }
    let old = CARET_RANGE.with(|old| old.clone())?;
    let range = old.call2(&document(), &x.into(), &y.into()).ok()?.dyn_into::<Range>().ok()?;
    spot(&range.start_container().ok()?, range.start_offset().ok()?)
}

/// The piece of the page from one place of the article to another; `None` where it is not there.
pub fn range(from: Spot, to: Spot) -> Option<Range> {
    let range = document().create_range().ok()?;
    let (start, before) = point(from)?;
    let (end, after) = point(to)?;
    range.set_start(&start, before).ok()?;
    range.set_end(&end, after).ok()?;
    Some(range)
}

/// The text of the page that a place of the article is in, and how far in it.
fn point(spot: Spot) -> Option<(Node, u32)> {
    let block = document().get_element_by_id(&block_id(spot.block as usize))?;
    let mut left = spot.at;
    let mut last = None;
    // Its children are texts, and marks with a text in them.
    let mut next = block.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        let text = child.first_child().unwrap_or(child);
        let length = text.node_value().unwrap_or_default().encode_utf16().count() as u32;
        if left <= length {
            return Some((text, left));
        }
        left -= length;
        last = Some((text, length));
    }
    last
}
