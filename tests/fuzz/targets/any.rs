//! Any bytes under any name: the first line of them is the name.

#![no_main]

mod taken;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let name = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    taken::check(&name, parts.next().unwrap_or_default());
});
