//! Plain texts and Markdown, in any encoding.

#![no_main]

mod taken;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    taken::check("a.txt", bytes);
    taken::check("2021-03-05 a.md", bytes);
});
