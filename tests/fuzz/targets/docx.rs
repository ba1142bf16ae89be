//! Any bytes as a document of a word processor.

#![no_main]

mod packed;

use jianyue::import::{Limits, docx};
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits { file_bytes: 1_000_000, unpacked_bytes: 2_000_000, members: 100 };

fuzz_target!(|bytes: &[u8]| {
    let _ = docx::read(bytes, &LIMITS);
    let _ = docx::read(&packed::packed(bytes), &LIMITS);
});
