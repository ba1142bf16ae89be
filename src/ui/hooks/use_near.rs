//! Parts of a long page that are made only when they come near the window: at first those beside what
//! is read, then what the reader scrolls to. What grows above the window does not move what is in it.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Array;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::remade::remade;
use super::sight;

/// How far above or below the window a part is near: as far as the window is high.
const NEAR: &str = "100% 0px";

/// The block that is read and so many after it are made at once. With more the picture that follows the key is
/// late, and so is all that its release does.
const AT_ONCE: u32 = 2;

/// The block that is read when rows come to stand in the place of blocks; without it all rows are made
/// at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read(pub Option<u32>);

/// The block that is read as it was when the source was last shown beside it, or pinyin above it.
#[hook]
pub fn use_read(beside: bool, above: bool) -> Read {
    *use_memo((beside, above), |&(beside, above)| Read((beside || above).then(sight::read_block)))
}

/// Whether the part of the page that is of this block is to be made: from the first if it is beside
/// what is read, else from when it comes near.
#[hook]
pub fn use_near(part: &NodeRef, block: usize) -> bool {
    let read = use_context::<Read>().and_then(|Read(read)| read);
    let is_near =
        use_state_eq(|| read.is_none_or(|read| (read..=read + AT_ONCE).contains(&(block as u32))));
    // How high it was when it was found to be near.
    let height = use_mut_ref(|| None::<f64>);
    use_effect_with((part.clone(), *is_near), {
        let (set, height) = (is_near.setter(), height.clone());
        move |(part, is_near)| {
            let observer = (!is_near)
                .then(|| {
                    observe(&part.cast::<Element>()?, move |of| {
                        *height.borrow_mut() = Some(of.bounding_client_rect().height());
                        set.set(true);
                    })
                })
                .flatten();
            move || {
                if let Some((observer, _)) = &observer {
                    observer.disconnect();
                }
            }
        }
    });
    use_effect_with((part.clone(), *is_near), move |(part, _)| {
        let Some(before) = height.take() else { return };
        remade();
        let place = part.cast::<Element>().map(|part| part.get_bounding_client_rect());
        if let Some(now) = place.filter(|now| now.top() + before <= 0.0) {
            sight::follow(now.height() - before);
        }
    });
    *is_near
}

/// What an observer calls.
type Near = Closure<dyn FnMut(Array)>;

/// Calls `near` when an element comes near the window; `None` where the browser cannot tell.
fn observe(
    element: &Element,
    mut near: impl FnMut(IntersectionObserverEntry) + 'static,
) -> Option<(IntersectionObserver, Near)> {
    let told = Closure::new(move |entries: Array| {
        let of = entries.iter().filter_map(|of| of.dyn_into::<IntersectionObserverEntry>().ok());
        of.filter(IntersectionObserverEntry::is_intersecting).take(1).for_each(&mut near);
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let called = told.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(called, &options).ok()?;
    observer.observe(element);
    Some((observer, told))
}
