//! What of the open article is selected, and back: from places of the article to places of the page.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Function, Reflect};
use web_sys::{Element, MouseEvent, Node, Range};
use yew::prelude::*;

use super::clock::now;
use super::sight;
use super::texts::{Places, units, units_before};
use crate::protocol::Spot;
use crate::state::{Action, Noting, Want};

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
    selected().or_else(read)
}

/// The whole of the block that is read.
fn read() -> Option<(Spot, Spot)> {
    let (block, element) = sight::read()?;
    Some((Spot { block, at: 0 }, Spot { block, at: units(&element) }))
}

/// Something of the notes is wanted of what is selected, or else of what is read. The selection has
/// done its work then.
pub fn note_this(want: Want) -> Action {
    note(selected(), read(), want)
}

/// Something of the notes is wanted of a passage that is selected.
pub fn note_selected(passage: (Spot, Spot), want: Want) -> Action {
    note(Some(passage), None, want)
}

fn note(selected: Option<(Spot, Spot)>, read: Option<(Spot, Spot)>, want: Want) -> Action {
    if let (Some(_), Ok(Some(selection))) = (selected, window().get_selection()) {
        let _ = selection.remove_all_ranges();
    }
    Action::Noted(Noting::Marked { selected, read, want, made: now() })
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
    Some(Spot { block: number, at: units_before(&block, node, offset)? })
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
    let (start, before) = Places::new(from.block).point(from.at, true)?;
    let (end, after) = Places::new(to.block).point(to.at, false)?;
    range.set_start(&start, before).ok()?;
    range.set_end(&end, after).ok()?;
    Some(range)
}

/// The same block by block: what stands beside the blocks is not of the passage.
pub fn ranges(from: Spot, to: Spot) -> Vec<Range> {
    let piece = |block: u32| {
        let start = if block == from.block { from.at } else { 0 };
        let end = if block == to.block { to.at } else { u32::MAX };
        range(Spot { block, at: start }, Spot { block, at: end })
    };
    (from.block..=to.block).filter_map(piece).collect()
}
