//! Tables, and objects of JSON.

#![no_main]

mod taken;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    taken::check("a.csv", ["text,title,date\n", text].concat().as_bytes());
    taken::check("a.tsv", text.as_bytes());
    taken::check("a.jsonl", text.as_bytes());
    taken::check("a.json", text.as_bytes());
});
