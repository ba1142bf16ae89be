//! Tests of the import, natively: bytes in, texts out. What is a text here is either made up for the
//! case, or one of the five seeds.

mod any;
mod archives;
mod damaged;
mod encodings;
mod guessed;
mod pages;
mod plain;
mod rows;

use std::fs;
use std::ops::ControlFlow;

use jianyue::import::{self, Cause, Content, Found, Taken, Wishes};

/// All that comes of a file.
fn all(path: &str, bytes: &[u8], wishes: &Wishes) -> Vec<Found> {
    let mut found = Vec::new();
    let flow = import::take(path, bytes, wishes, &mut |one| {
        found.push(one);
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    found
}

/// The one text that comes of a file.
#[track_caller]
fn one(path: &str, bytes: &[u8]) -> Taken {
    let mut found = all(path, bytes, &Wishes::default());
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).expect("it is taken")
}

/// Why a file is refused.
#[track_caller]
fn refused(path: &str, bytes: &[u8]) -> Cause {
    let mut found = all(path, bytes, &Wishes::default());
    assert_eq!(found.len(), 1, "{found:?}");
    let refused = found.remove(0).expect_err("it is refused");
    assert_eq!(refused.path, path);
    refused.cause
}

/// A file has this text, and no more than that.
#[track_caller]
fn check(path: &str, bytes: &[u8], text: &str) -> Content {
    let taken = one(path, bytes);
    assert_eq!(taken.content.text, text);
    taken.content
}

/// The five seeds: pages of newspapers as a PDF gave them.
fn seeds() -> Vec<String> {
    let mut files: Vec<_> =
        fs::read_dir("seeds").expect("seeds").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.iter().map(|file| fs::read_to_string(file).expect("UTF-8")).collect()
}
