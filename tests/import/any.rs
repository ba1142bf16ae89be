//! Any bytes, under any name: something comes of them, soon, and nothing panics.

use std::time::{Duration, Instant};

use jianyue::import::{Encoding, Limits, Wishes};
use proptest::prelude::*;

use crate::all;
use crate::archives::zip;

const ENDINGS: [&str; 14] = [
    "txt", "md", "html", "csv", "tsv", "jsonl", "json", "zip", "epub", "docx", "pdf", "bin", "",
    "xlsx",
];

/// Something comes of it, and every path begins with that of the file.
#[track_caller]
fn check(path: &str, bytes: &[u8]) {
    let limits = Limits { unpacked_bytes: 10_000_000, ..Limits::default() };
    for encoding in [None, Encoding::named("UTF-16LE"), Encoding::named("Big5")] {
        let wishes = Wishes { limits, encoding, column: None };
        let start = Instant::now();
        for found in all(path, bytes, &wishes) {
            match found {
                Ok(taken) => {
                    assert!(taken.path.starts_with(path));
                    assert!(!taken.content.text.trim().is_empty());
                }
                Err(refused) => assert!(refused.path.starts_with(path)),
            }
        }
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn any_bytes_under_any_name(
        name in "[\\PC/\\\\#.]{0,40}",
        ending in prop::sample::select(ENDINGS.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        check(&format!("{name}.{ending}"), &bytes);
    }

    #[test]
    fn any_characters_under_any_name(
        ending in prop::sample::select(ENDINGS.to_vec()),
        text in "[甲乙。，、 \n\r\t\"',:;<>/{}\\[\\]#\\-=&a-c0-3第条\u{3000}\u{feff}]{0,200}",
    ) {
        check(&format!("a.{ending}"), text.as_bytes());
    }

    #[test]
    fn any_names(name in "[甲年月日0-9()（#_ .\\-〇一十二/\\\\]{0,30}") {
        check(&name, "甲。\n乙。".as_bytes());
        check(&format!("2021{name}"), "甲。\n乙。".as_bytes());
    }

    #[test]
    fn any_tags(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "</ol>", "<h1>", "</h1>",
                "<ruby>", "<rt>", "</ruby>", "<br>", "<pre>", "</pre>", "<title>", "</title>", "<script>",
                "<nav>", "</nav>", "<p hidden>", "<div>", "</div>", "<!--", "-->", "<![CDATA[", "&amp;", "&#0;",
                "甲", "a ", "\n", "\u{3000}", "<svg/>", "<plaintext>",
            ]),
            0..60,
        ),
    ) {
        check("a.html", ["<html>", &parts.concat()].concat().as_bytes());
    }

    #[test]
    fn any_archive_that_is_damaged(
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let inner = zip(&[("乙.txt", b"y")]);
        let mut bytes = zip(&[("a/甲.txt", "甲。".as_bytes()), ("b.zip", &inner), ("c.csv", b"text\n1\n")]);
        for (index, value) in at {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        check("a.zip", &bytes);
        bytes.truncate(cut.index(bytes.len()));
        check("a.zip", &bytes);
    }
}
