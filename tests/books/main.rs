//! Tests of what reads books, documents and pages: EPUB, DOCX, PDF. Books and documents are made here; of
//! PDFs some are made here (`printer`), and some by the programs that people use (`pages/README.md`).

mod any;
mod docx;
mod epub;
mod pdf;
mod printer;

use std::io::{Cursor, Write};

use jianyue::import::{Cause, Content, Limits};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Limits that no test here comes near, but that stop what would run away.
const LIMITS: Limits = Limits { file_bytes: 10_000_000, unpacked_bytes: 20_000_000, members: 1000 };

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a new part");
        archive.write_all(text.as_bytes()).expect("in memory");
    }
    archive.finish().expect("in memory").into_inner()
}

/// What was read, or why not; for messages both in one.
type Read = Result<Content, Cause>;

/// Reads a file and compares its text.
fn check(read: Read, text: &str) {
    match read {
        Ok(content) => assert_eq!(content.text, text),
        Err(cause) => panic!("{cause}"),
    }
}

/// The file is refused, in words that hold these.
fn refused(read: Read, words: &str) {
    let cause = read.expect_err("it is refused").to_string();
    assert!(cause.contains(words), "{cause}");
}
