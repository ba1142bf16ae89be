//! Which blocks have become rows, with their source beside them: at first those about the one that is read, and
//! some more with each picture. To make all of them at once takes longer than a reader's next key may wait.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::frame::in_next_frame;
use super::use_near::{AT_ONCE, Read};

/// So many more on both sides with each picture.
const STEP: usize = 3;

/// The blocks (from 0) that are rows if the source is shown; all of `count` where nobody knows which is read.
#[hook]
pub fn use_rows(count: usize, is_beside: bool) -> Range<usize> {
    let read = use_context::<Read>().and_then(|Read(read)| read);
    // Counted anew each time that the source is shown: how often it was, and how many pictures ago.
    let times = use_mut_ref(|| 0_u32);
    let time = *use_memo(is_beside, |_| {
        *times.borrow_mut() += 1;
        *times.borrow()
    });
    let pictures = use_state_eq(|| (0, 0));
    let past = if pictures.0 == time { pictures.1 } else { 0 };
    let (before, after) = (AT_ONCE.0 as usize + past * STEP, AT_ONCE.1 as usize + past * STEP);
    let rows = read.map_or(0..count, |read| {
        (read as usize).saturating_sub(before)..count.min(read as usize + after + 1)
    });
    use_effect_with((time, past, is_beside && rows != (0..count)), {
        let set = pictures.setter();
        move |&(time, past, is_more)| {
            let goes_on = Rc::new(Cell::new(is_more));
            if is_more {
                let goes_on = goes_on.clone();
                in_next_frame(move || {
                    if goes_on.get() {
                        set.set((time, past + 1));
                    }
                });
            }
            move || goes_on.set(false)
        }
    });
    rows
}
