//! Archives, and what is damaged of them.

#![no_main]

mod taken;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    taken::check("a.zip", bytes);
    taken::check("a.zip", &[b"PK\x03\x04", bytes].concat());
});
