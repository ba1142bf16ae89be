//! A passage that something is attached to is found again, or it is not: never another one.

use jianyue::engine::{
    Anchor, Block, Doc, Origin, Page, Patch, Place, Role, Source, Spot, anchor, quotation, restore,
    revise, trace,
};
use proptest::prelude::*;

use crate::seeds;

/// A document of blocks, a line of the source each, from this line on.
fn doc(first: u32, blocks: &[&str]) -> Doc {
    let block = |(line, text): (u32, &&str)| Block {
        role: Role::Body,
        sure: 100,
        text: (*text).to_owned(),
        origin: vec![Origin { at: 0, line, column: 1, sure: 100 }],
        words: Vec::new(),
    };
    let page = Page {
        blocks: (first..).zip(blocks).map(block).collect(),
        reading_order: (0..blocks.len() as u32).collect(),
        ..Page::default()
    };
    let source = format!("{}{}", "\n".repeat(first as usize - 1), blocks.join("\n"));
    Doc { id: "it".to_owned(), source: Source::Whole(source), page, ..Doc::default() }
}

const SEA: [&str; 3] = ["船从深海回来。", "深海很静，没有海风。", "船又往深海去了。"];

/// The anchor of the first place of some words in the second block of the sea.
fn of_the_sea(words: &str) -> Anchor {
    let doc = doc(1, &SEA);
    let at = SEA[1].find(words).expect("it has them");
    let at = SEA[1][..at].chars().count() as u32;
    let spot = |at| Spot { block: 1, at };
    anchor(&doc, spot(at), spot(at + words.chars().count() as u32)).expect("a passage")
}

/// What is read where a passage is found in another text: itself, with `→` where it has moved.
#[track_caller]
fn check(words: &str, text: &Doc, found: Option<&str>) {
    let anchor = of_the_sea(words);
    let trace = trace(text, std::slice::from_ref(&anchor)).remove(0);
    let read = trace.map(|trace| {
        let quoted = quotation(text, trace.from, trace.to).expect("text");
        let sign = if trace.moved.is_some() { "→" } else { "" };
        assert!(trace.moved.is_none_or(|place| place == (quoted.from, quoted.to)));
        format!("{sign}{}:{}", quoted.from.line, quoted.quote)
    });
    assert_eq!(read.as_deref(), found);
}

#[test]
fn a_passage_has_what_stands_around_it() {
    let anchor = of_the_sea("很静");
    assert_eq!(
        (anchor.before.as_str(), anchor.after.as_str()),
        ("船从深海回来。\n深海", "，没有海风。\n船又往深海去了。")
    );
    assert_eq!((anchor.from.line, anchor.from.column, anchor.to.column), (2, 3, 4));
}

#[test]
fn where_nothing_changed_it_is_at_its_place() {
    check("很静", &doc(1, &SEA), Some("2:很静"));
    check("深海", &doc(1, &SEA), Some("2:深海"));
    // Its paragraph alone is what it was.
    check("深海", &doc(1, &["海", SEA[1], "海"]), Some("2:深海"));
}

#[test]
fn where_it_moved_it_is_found_by_what_stands_around_it_and_that_is_said() {
    check("深海", &doc(9, &SEA), Some("→10:深海"));
    check("深海", &doc(1, &["新的一行。", SEA[0], SEA[1], SEA[2]]), Some("→3:深海"));
    // One side is enough, if it is there once.
    check("很静", &doc(1, &["大船。", "深海很静，没有海风。"]), Some("2:很静"));
    check("很静", &doc(5, &["深海很静，可是有风。", "静"]), None);
    check("很静", &doc(5, &["却很静，没有海风。", SEA[2]]), Some("→5:很静"));
    // White space and where a paragraph ends make no difference.
    check(
        "没有海风",
        &doc(7, &["船从深海回来。深海 很静，没", "有海风。船又往深海去了。"]),
        Some("→7:没\n有海风"),
    );
}

#[test]
fn what_is_gone_or_could_be_several_is_nowhere() {
    check("很静", &doc(1, &["船从深海回来。", "深海不静。"]), None);
    check("深海", &doc(1, &["深海", "江", "深海"]), None);
    check("很静", &doc(4, &[SEA[0], SEA[1], SEA[2], SEA[0], SEA[1], SEA[2]]), None);
    check("很静", &doc(1, &[]), None);
    let empty = trace(&doc(1, &SEA), &[Anchor::default()]);
    assert_eq!(empty, [None]);
}

#[test]
fn what_another_program_quotes_without_a_place_is_found_where_it_stands_once() {
    let quote = |quote: &str| Anchor { quote: quote.to_owned(), ..Anchor::default() };
    let traces = trace(&doc(1, &SEA), &[quote("很静，没有"), quote("深海"), quote("大山")]);
    let place = |column| Place { line: 2, column };
    assert_eq!(traces[0].and_then(|trace| trace.moved), Some((place(3), place(7))));
    assert_eq!(traces[1], None, "it stands there more than once");
    assert_eq!(traces[2], None);
}

#[test]
fn a_correction_of_the_restoration_takes_no_passage_with_it() {
    let source = "重庆高新区昨日发布公告。\n陈锡明陈锡明\n他说今年的目标是十亿元。\n";
    let page = restore(source);
    let make = |page: Page| Doc {
        id: "it".to_owned(),
        source: Source::new(source, &page),
        page,
        ..Doc::default()
    };
    let before = make(page.clone());
    let last = before.page.reading_order.len() as u32 - 1;
    let whole = (Spot { block: 0, at: 0 }, Spot { block: last, at: 999 });
    let all = anchor(&before, whole.0, whole.1).expect("text");
    let (off, _) = revise(&page, &Patch::parse("off shadows\noff lines\n"));
    let after = make(off);
    // What was read once is read twice now: the passage is not what it was.
    assert_eq!(trace(&after, std::slice::from_ref(&all)), [None]);
    let back = trace(&before, &[all]);
    assert_eq!(back[0].map(|trace| trace.moved), Some(None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Where a text is what it was, every passage is at its place; what is found elsewhere has the
    /// same words.
    #[test]
    fn a_passage_is_never_another_one(
        file in 0usize..5, first in 0u32..40, more in 0u32..2, start in 0u32..60, length in 1u32..30,
        off in proptest::sample::select(vec!["shadows", "lines", "spaces", "hyphens", "order"]),
    ) {
        let doc = &seeds().corpus().docs[file];
        let from = Spot { block: first, at: start };
        let to = Spot { block: first + more, at: start + length };
        if let Some(it) = anchor(doc, from, to) {
            let here = trace(doc, std::slice::from_ref(&it)).remove(0);
            prop_assert_eq!(here.map(|trace| trace.moved), Some(None));
            let (page, _) = revise(&doc.page, &Patch::parse(&format!("off {off}\n")));
            let other = Doc { page, ..doc.clone() };
            if let Some(there) = trace(&other, std::slice::from_ref(&it)).remove(0) {
                let read = quotation(&other, there.from, there.to).expect("text").quote;
                let bare = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(bare(&read), bare(&it.quote));
            }
            let foreign = trace(&seeds().corpus().docs[(file + 1) % 5], std::slice::from_ref(&it));
            prop_assert!(foreign[0].is_none_or(|trace| trace.moved.is_some() || it.quote.chars().count() < 4));
        }
    }
}
