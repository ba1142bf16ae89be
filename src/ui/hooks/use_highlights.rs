//! The hits of the open article, marked by the browser itself where it can (CSS Custom Highlight API,
//! <https://drafts.csswg.org/css-highlight-api-1/>): the text stays in one piece, and another query
//! changes nothing of the page. The current hit is an element all the same: it is gone to, and a
//! screen reader is told of it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{AbstractRange, Range, StaticRange, StaticRangeInit};
use yew::prelude::*;

use super::remade::times_remade;
use super::texts::Places;
use crate::converter::Converted;
use crate::engine::Run;
use crate::protocol::{Original, Ruby, Sheet};
use crate::state::State;
use crate::ui::Language;

/// What the style sheet calls them.
const HIT: &str = "hit";

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &AbstractRange);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Highlights;
    #[wasm_bindgen(method)]
    fn set(this: &Highlights, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlights, name: &str);

    /// Those of the page; `None` where the browser has none.
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<Highlights>;
}

/// All that the text of the open article is set by: when it changes, what marks places of it has to
/// mark them again.
pub type SetBy = (Option<Rc<Sheet>>, Option<u32>, Option<Rc<Original>>, Set);

/// How it is set: with what above it, in which script, how often it was made anew, and what the page
/// around it speaks.
pub type Set = (Option<Rc<[Vec<Ruby>]>>, Option<Rc<Converted>>, u32, Language);

/// What it is set by now.
pub fn set_by(state: &State, language: Language) -> SetBy {
    let (page, beside) = (state.page().cloned(), state.beside().cloned());
    let set = (state.ruby().cloned(), state.converted().cloned(), times_remade(), language);
    (page, state.view.hit, beside, set)
}

/// Has the browser mark the hits, all but the current one. Whether it can.
#[hook]
pub fn use_highlights(state: &State, language: Language) -> bool {
    use_effect_with(set_by(state, language), |(page, hit, ..)| {
        HIGHLIGHTS.with(|highlights| match (highlights, page) {
            (Some(highlights), Some(page)) => highlights.set(HIT, &highlight(page, *hit)),
            (Some(highlights), None) => highlights.delete(HIT),
            (None, _) => {}
        });
    });
    HIGHLIGHTS.with(Option::is_some)
}

/// Has the browser mark a piece of the page by this name, and nothing else; `None` for nothing. Whether
/// it can.
pub fn highlight_as(name: &str, range: Option<&Range>) -> bool {
    highlight_all(name, range.map(std::slice::from_ref).unwrap_or_default())
}

/// The same with several pieces.
pub fn highlight_all(name: &str, ranges: &[Range]) -> bool {
    highlight_at(0, name, ranges)
}

/// The same, where others that stand at the same places are seen rather.
pub fn highlight_below(name: &str, ranges: &[Range]) -> bool {
    highlight_at(-1, name, ranges)
}

fn highlight_at(priority: i32, name: &str, ranges: &[Range]) -> bool {
    HIGHLIGHTS.with(|highlights| {
        let Some(highlights) = highlights else { return false };
        if ranges.is_empty() {
            highlights.delete(name);
        } else {
            let highlight = Highlight::new();
            highlight.set_priority(priority);
            ranges.iter().for_each(|range| highlight.add(range));
            highlights.set(name, &highlight);
        }
        true
    })
}

fn highlight(sheet: &Sheet, current: Option<u32>) -> Highlight {
    let highlight = Highlight::new();
    for (block, passage) in (0..).zip(&sheet.blocks) {
        if passage.runs.iter().any(|run| run.hit.is_some() && run.hit != current) {
            mark(block, &passage.runs, current, &highlight);
        }
    }
    highlight
}

/// Marks the hits of a block.
fn mark(block: u32, runs: &[Run], current: Option<u32>, highlight: &Highlight) {
    let mut places = Places::new(block);
    let mut end = 0;
    for run in runs {
        let start = end;
        end += run.text.encode_utf16().count() as u32;
        if run.hit.is_none() || run.hit == current {
            continue;
        }
        if let (Some((from, before)), Some((to, after))) =
            (places.point(start, true), places.point(end, false))
            && let Ok(range) = StaticRange::new(&StaticRangeInit::new(&to, after, &from, before))
        {
            highlight.add(&range);
        }
    }
}
