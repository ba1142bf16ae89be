//! Pages of the web.

#![no_main]

mod taken;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    taken::check("a.html", text.as_bytes());
    taken::check("a.html", ["<?xml version=\"1.0\"?><html>", text].concat().as_bytes());
});
