//! Plain texts and Markdown; what is passed over, and what is refused.

use jianyue::import::{Cause, Format, Limits, TEXT_BYTES, Wishes};

use crate::{all, check, one, refused};

#[test]
fn a_text_is_as_it_is_with_the_line_ends_of_unix() {
    check("a.txt", "甲\r\n乙\r丙\n".as_bytes(), "甲\n乙\n丙\n");
    assert_eq!(one("a.TXT", "甲".as_bytes()).format, Format::Text);
}

#[test]
fn bytes_that_are_text_are_taken_under_any_name() {
    for path in ["甲", "a.log", "READ.ME", "a/b.c/d", "1.5亿元", "甲.docm"] {
        assert_eq!(one(path, "重庆高新区".as_bytes()).format, Format::Text, "{path}");
    }
}

#[test]
fn what_systems_leave_behind_is_passed_over() {
    for path in [".DS_Store", "a/.DS_Store", "Thumbs.db", "a\\thumbs.DB", "desktop.ini"] {
        assert_eq!(all(path, b"x", &Wishes::default()), [], "{path}");
    }
}

#[test]
fn what_cannot_be_taken_says_why() {
    assert_eq!(refused("a.txt", b""), Cause::Empty);
    assert_eq!(refused("a.txt", " \n\u{3000}".as_bytes()), Cause::Empty);
    assert_eq!(refused("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"), Cause::Unknown);
    assert!(matches!(refused("a.zip", b"PK\x03\x04 nothing"), Cause::Broken { .. }));
    assert_eq!(refused("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), Cause::Locked);
    // The text of one document is smaller than an archive may be.
    let large = "a".repeat(TEXT_BYTES as usize + 1);
    let cause = Cause::TooLarge { bytes: TEXT_BYTES + 1, most: TEXT_BYTES };
    assert_eq!(refused("large.txt", large.as_bytes()), cause);
    let limits = Limits { file_bytes: 5, ..Limits::default() };
    let found = all("a.txt", "重庆".as_bytes(), &Wishes { limits, ..Wishes::default() });
    let refused = found[0].as_ref().expect_err("refused");
    assert_eq!(refused.cause, Cause::TooLarge { bytes: 6, most: 5 });
}

#[test]
fn names_as_long_as_systems_allow_do_no_harm() {
    let name = "长".repeat(85);
    assert_eq!(one(&name, "甲。".as_bytes()).content.title, name);
}

#[test]
fn the_front_matter_of_markdown_is_read_and_taken_off() {
    let text = "---\ntitle: \"园区：一\"\nauthor: 夏元\ndate: 2021-03-05T08:00:00+08:00\ntags: [甲, 乙]\n---\n\n# 一\n\n正文。\n";
    let content = check("a.md", text.as_bytes(), "# 一\n\n正文。\n");
    assert_eq!(
        (&*content.title, &*content.author, &*content.date),
        ("园区：一", "夏元", "2021-03-05")
    );
    let text = "---\ntitle: '二'\nauthors:\n  - 王静\n  - 刘廷\n---\n正文。\n";
    let content = check("a.md", text.as_bytes(), "正文。\n");
    assert_eq!((&*content.title, &*content.author), ("二", "王静、刘廷"));
    let text = "---\nauthor: [王静, \"刘廷\"]\n...\n正文。\n";
    assert_eq!(check("a.md", text.as_bytes(), "正文。\n").author, "王静、刘廷");
}

#[test]
fn a_rule_at_the_top_of_markdown_is_no_front_matter() {
    for text in
        ["---\n\n正文。\n\n---\n\n又。\n", "---\n正文。", "--- title\na: b\n---\n", "---\n---\n甲"]
    {
        check("a.md", text.as_bytes(), text);
    }
}

#[test]
fn the_title_of_markdown_is_its_first_heading() {
    let content = check("a.md", "# 园区\n\n正文。\n".as_bytes(), "# 园区\n\n正文。\n");
    assert_eq!(content.title, "园区");
}
