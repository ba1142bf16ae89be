//! Any bytes as a book.

#![no_main]

mod packed;

use jianyue::import::{Limits, epub};
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits { file_bytes: 1_000_000, unpacked_bytes: 2_000_000, members: 100 };

fuzz_target!(|bytes: &[u8]| {
    let _ = epub::read(bytes, &LIMITS);
    let _ = epub::read(&packed::packed(bytes), &LIMITS);
});
