//! Which blocks of an article are in the window with one of them.

use std::ops::Range;

/// The blocks around one that together are as high as the window: half of it before and half of it after, and
/// where one side has less, more of the other. Heights and window in the same unit, say lines.
pub fn fill(heights: &[usize], at: usize, window: usize) -> Range<usize> {
    let last = heights.len();
    let (mut from, mut to) = (at.min(last), (at + 1).min(last));
    let (mut before, mut after) = (0, heights.get(at).copied().unwrap_or_default());
    loop {
        let (has_before, has_after) = (from > 0, to < last);
        let needs_before = before < window / 2 || !has_after && before + after < window;
        let needs_after = after < window.div_ceil(2) || !has_before && before + after < window;
        if has_before && needs_before {
            from -= 1;
            before += heights[from];
        } else if has_after && needs_after {
            after += heights[to];
            to += 1;
        } else {
            return from..to;
        }
    }
}
