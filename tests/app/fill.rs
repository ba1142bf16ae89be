//! Which blocks of an article are in the window with one of them.

use std::ops::Range;

use jianyue::ui::fill;

#[test]
fn blocks_fill_the_window() {
    // Half of it before the block and half after; at an end of the article all of it on one side.
    check(0, 8, 0..3);
    check(2, 8, 1..3);
    check(3, 12, 1..5);
    check(4, 8, 3..5);
    check(6, 10, 4..7);
    check(0, 100, 0..7);
    assert_eq!(fill(&[], 0, 10), 0..0);
}

#[track_caller]
fn check(at: usize, window: usize, expected: Range<usize>) {
    assert_eq!(fill(&[2, 4, 4, 4, 20, 2, 2], at, window), expected);
}
