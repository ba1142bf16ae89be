//! Archives, as people pack them, and as nobody should.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use jianyue::import::{self, Cause, Limits, Wishes};
use zip::ZipWriter;
use zip::write::{FullFileOptions, SimpleFileOptions};

use crate::all;
use crate::encodings::encoded;

/// An archive with these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a member");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an end").into_inner()
}

/// What comes of each member: its path, and its text or why it is refused.
#[track_caller]
fn check(path: &str, bytes: &[u8], wishes: &Wishes, expected: &[(&str, Result<&str, Cause>)]) {
    let found = all(path, bytes, wishes);
    let found: Vec<_> = found
        .iter()
        .map(|one| match one {
            Ok(taken) => (taken.path.as_str(), Ok(taken.content.text.as_str())),
            Err(refused) => (refused.path.as_str(), Err(refused.cause.clone())),
        })
        .collect();
    assert_eq!(found, expected);
}

/// Writes other bytes over those that the writer would not write; as many.
fn replaced(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&bytes[at..], old) {
        bytes[at + found..at + found + old.len()].copy_from_slice(new);
        at += found + old.len();
    }
    assert!(at > 0, "it is there");
    bytes
}

#[test]
fn each_member_is_taken() {
    let bytes = zip(&[
        ("b/", b""),
        ("b/c.txt", "甲".as_bytes()),
        ("__MACOSX/b/._c.txt", b"\0"),
        (".git/x", b"x"),
        ("b/.DS_Store", b"\0"),
        ("t.csv", "text\n乙\n丙\n".as_bytes()),
        ("p.png", b"\x89PNG"),
        ("e.txt", b""),
    ]);
    check(
        "a.zip",
        &bytes,
        &Wishes::default(),
        &[
            ("a.zip/b/c.txt", Ok("甲")),
            ("a.zip/t.csv#1", Ok("乙")),
            ("a.zip/t.csv#2", Ok("丙")),
            ("a.zip/p.png", Err(Cause::Unknown)),
            ("a.zip/e.txt", Err(Cause::Empty)),
        ],
    );
    // By its bytes, not its name.
    check(
        "a.bin",
        &zip(&[("甲.txt", "乙".as_bytes())]),
        &Wishes::default(),
        &[("a.bin/甲.txt", Ok("乙"))],
    );
}

#[test]
fn an_archive_in_an_archive_is_taken_and_no_deeper_one() {
    let inner = zip(&[("甲.txt", "甲".as_bytes())]);
    let middle = zip(&[("内.zip", &inner), ("乙.txt", "乙".as_bytes())]);
    let outer = zip(&[("中.zip", &middle), ("丙.txt", "丙".as_bytes())]);
    check(
        "外.zip",
        &outer,
        &Wishes::default(),
        &[
            ("外.zip/中.zip/内.zip", Err(Cause::Nested)),
            ("外.zip/中.zip/乙.txt", Ok("乙")),
            ("外.zip/丙.txt", Ok("丙")),
        ],
    );
}

#[test]
fn names_of_chinese_windows_are_read() {
    let name = encoded("法规/烟台市条例.txt", "gb18030").expect("written");
    let stand_in = "x".repeat(name.len());
    let bytes = replaced(zip(&[(&stand_in, "甲".as_bytes())]), stand_in.as_bytes(), &name);
    check("a.zip", &bytes, &Wishes::default(), &[("a.zip/法规/烟台市条例.txt", Ok("甲"))]);
}

#[test]
fn names_that_lead_out_are_refused() {
    for name in ["../甲.txt", "a/../../甲.txt", "/etc/甲.txt", "C:\\甲.txt", "..\\甲.txt"] {
        let stand_in = "x".repeat(name.len());
        let bytes = zip(&[(&stand_in, "甲".as_bytes()), ("乙.txt", "乙".as_bytes())]);
        let bytes = replaced(bytes, stand_in.as_bytes(), name.as_bytes());
        let path = format!("a.zip/{}", name.replace('\\', "/"));
        check(
            "a.zip",
            &bytes,
            &Wishes::default(),
            &[(&path, Err(Cause::BadPath)), ("a.zip/乙.txt", Ok("乙"))],
        );
    }
}

#[test]
fn a_bomb_that_says_it_is_small_is_refused() {
    let zeros = vec![b'0'; 3_000_000];
    let bytes = zip(&[("甲.txt", &zeros), ("乙.txt", "乙".as_bytes())]);
    assert!(bytes.len() < 10_000);
    // It says that it is small.
    let bytes = replaced(bytes, &3_000_000_u32.to_le_bytes(), &100_u32.to_le_bytes());
    let limits = Limits { file_bytes: 1_000_000, ..Limits::default() };
    let wishes = Wishes { limits, ..Wishes::default() };
    let found = all("a.zip", &bytes, &wishes);
    assert!(
        matches!(&found[..], [Err(refused), Ok(_)] if matches!(refused.cause, Cause::Broken { .. }))
    );
}

#[test]
fn many_members_are_a_bomb_together() {
    let zeros = vec![b'0'; 400_000];
    let inner = zip(&[("甲", &zeros), ("乙", &zeros)]);
    let bytes = zip(&[("一.zip", &inner), ("二.txt", &zeros)]);
    let limits = Limits { unpacked_bytes: 1_000_000, ..Limits::default() };
    let found = all("a.zip", &bytes, &Wishes { limits, ..Wishes::default() });
    assert!(matches!(&found[..], [Ok(_), Ok(_), Err(refused)]
        if refused.cause == Cause::Bomb { most: 1_000_000 } && refused.path == "a.zip/二.txt"));
}

#[test]
fn what_says_that_it_is_too_large_is_not_unpacked() {
    let bytes = zip(&[("甲.txt", &[b'0'; 2000])]);
    let limits = Limits { file_bytes: 1000, ..Limits::default() };
    let cause = Cause::TooLarge { bytes: 2000, most: 1000 };
    check(
        "a.zip",
        &bytes,
        &Wishes { limits, ..Wishes::default() },
        &[("a.zip/甲.txt", Err(cause))],
    );
}

#[test]
fn a_locked_member_does_not_stop_the_others() {
    let mut bytes = zip(&[("甲.txt", "甲".as_bytes()), ("乙.txt", "乙".as_bytes())]);
    // The first bit of the flags, in the directory and before the member.
    let entry = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("a directory");
    bytes[entry + 8] |= 1;
    bytes[6] |= 1;
    check(
        "a.zip",
        &bytes,
        &Wishes::default(),
        &[("a.zip/甲.txt", Err(Cause::Locked)), ("a.zip/乙.txt", Ok("乙"))],
    );
}

#[test]
fn a_broken_member_does_not_stop_the_others() {
    let text = "重庆高新区".repeat(20);
    let mut bytes = zip(&[("甲.txt", text.as_bytes()), ("乙.txt", "乙".as_bytes())]);
    for byte in &mut bytes[45..60] {
        *byte ^= 0x5a;
    }
    let found = all("a.zip", &bytes, &Wishes::default());
    assert!(
        matches!(&found[..], [Err(refused), Ok(_)] if matches!(refused.cause, Cause::Broken { .. }))
    );
}

#[test]
fn an_archive_of_too_many_is_refused() {
    let bytes = zip(&[("甲", b"x"), ("乙", b"x"), ("丙", b"x")]);
    let limits = Limits { members: 2, ..Limits::default() };
    check(
        "a.zip",
        &bytes,
        &Wishes { limits, ..Wishes::default() },
        &[("a.zip", Err(Cause::TooMany { most: 2 }))],
    );
    check("a.zip", &zip(&[]), &Wishes::default(), &[("a.zip", Err(Cause::Empty))]);
}

#[test]
fn a_hundred_thousand_small_members_take_seconds() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for i in 0..100_000 {
        writer.start_file(format!("{i}.txt"), options).expect("a member");
        writer.write_all("甲".as_bytes()).expect("written");
    }
    let bytes = writer.finish().expect("an end").into_inner();
    let start = Instant::now();
    let mut count = 0;
    let _ = import::take("a.zip", &bytes, &Wishes::default(), &mut |found| {
        count += usize::from(found.is_ok());
        ControlFlow::Continue(())
    });
    assert_eq!(count, 100_000);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn whoever_takes_can_stop_between_two() {
    let bytes =
        zip(&[("甲", "甲".as_bytes()), ("乙", "乙".as_bytes()), ("丙.csv", b"text\n1\n2\n")]);
    for stop in 1..=4 {
        let mut count = 0;
        let flow = import::take("a.zip", &bytes, &Wishes::default(), &mut |_| {
            count += 1;
            if count == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((count, flow.is_break()), (stop, true));
    }
}

#[test]
fn a_name_of_255_bytes_is_a_name() {
    let name = format!("{}.txt", "n".repeat(251));
    let path = format!("a.zip/{name}");
    check("a.zip", &zip(&[(&name, "甲".as_bytes())]), &Wishes::default(), &[(&path, Ok("甲"))]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("", FullFileOptions::default()).expect("a member");
    writer.write_all("甲".as_bytes()).expect("written");
    let bytes = writer.finish().expect("an end").into_inner();
    check("a.zip", &bytes, &Wishes::default(), &[("a.zip/", Ok("甲"))]);
}
