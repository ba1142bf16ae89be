//! The source of a document, kept as what is not in its page.

use jianyue::engine::{Block, Role, Source, read, restore};
use proptest::prelude::*;

use crate::seeds;

/// Every text is had back; answers how many bytes were kept of it.
#[track_caller]
fn check(text: &str) -> usize {
    let page = restore(text);
    let source = Source::new(text, &page);
    assert_eq!(source.text(&page), text);
    match source {
        Source::Whole(text) | Source::Between(text) => text.len(),
    }
}

#[test]
fn texts_are_had_back() {
    check("");
    check("\n\n");
    check("\u{feff}重庆高新区\r\n  的科学城\r建设\n");
    check("Watson Build-\nings of IBM  \n是其一。");
    check("零\0字");
}

#[test]
fn of_a_page_little_is_kept() {
    for doc in &seeds().corpus().docs {
        let text = doc.text().into_owned();
        let kept = check(&text);
        assert!(kept * 4 < text.len(), "{}: {kept} of {}", doc.id, text.len());
    }
}

#[test]
fn a_page_that_is_changed_keeps_its_source() {
    let text = "重庆高新区\n\n科学城建设加快。";
    let mut doc = read("", "", text.as_bytes(), None).expect("UTF-8");
    let mut page = doc.page.clone();
    page.blocks.push(Block { role: Role::Body, ..page.blocks[0].clone() });
    doc.change(page);
    assert_eq!(doc.text(), text);
}

proptest! {
    #[test]
    fn any_text_is_had_back(text in "[重庆高新区 ，。\u{3000}a-c\\-\r\n\u{feff}\0]{0,80}") {
        check(&text);
    }
}
