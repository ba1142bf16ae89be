//! A passage that is quoted is found again by its place in the source.

use jianyue::engine::{Doc, Place, Spot, quotation, spots};
use proptest::prelude::*;

use crate::seeds;

fn doc(at: usize) -> &'static Doc {
    &seeds().corpus().docs[at]
}

/// The whole of a block, in reading order.
fn whole(doc: &Doc, block: u32) -> (Spot, Spot) {
    let number = doc.page.reading_order[block as usize] as usize;
    let at = doc.page.blocks[number].text.encode_utf16().count() as u32;
    (Spot { block, at: 0 }, Spot { block, at })
}

#[test]
fn a_passage_says_where_it_is_printed_and_what_article_it_is_of() {
    let doc = doc(1);
    let names = |&number: &u32| doc.page.blocks[number as usize].text.contains("陈锡明");
    let block = doc.page.reading_order.iter().position(names).expect("he is named") as u32;
    let (from, to) = whole(doc, block);
    let quoted = quotation(doc, from, to).expect("a passage");
    assert!(quoted.quote.contains("陈锡明"));
    assert_eq!(quoted.byline, "重庆日报记者 夏元");
    assert_eq!(quoted.date, "2020-04");
    assert!(!quoted.title.is_empty());
    // The source has its first and its last character there.
    let source = doc.text();
    let source: Vec<&str> = source.lines().collect();
    let printed =
        |place: Place| source[place.line as usize - 1].chars().nth(place.column as usize - 1);
    assert_eq!(printed(quoted.from), quoted.quote.chars().next());
    assert_eq!(printed(quoted.to), quoted.quote.chars().next_back());
    assert!(quoted.from < quoted.to);
}

#[test]
fn what_is_no_text_is_no_passage() {
    let doc = doc(0);
    let nowhere = Spot { block: 9_999, at: 0 };
    assert_eq!(quotation(doc, nowhere, nowhere), None);
    let start = Spot { block: 0, at: 0 };
    assert_eq!(quotation(doc, start, start), None);
    assert_eq!(quotation(doc, Spot { block: 1, at: 0 }, start), None);
    let far = Place { line: 9_999, column: 1 };
    assert_eq!(spots(doc, far, far), None);
}

proptest! {
    #[test]
    fn a_passage_is_found_again(
        file in 0usize..5, first in 0u32..40, more in 0u32..3, start in 0u32..80, end in 0u32..80,
    ) {
        let doc = doc(file);
        let from = Spot { block: first, at: start };
        let to = Spot { block: first + more, at: end };
        if let Some(quoted) = quotation(doc, from, to) {
            let (again_from, again_to) = spots(doc, quoted.from, quoted.to).expect("it is there");
            prop_assert_eq!(quotation(doc, again_from, again_to), Some(quoted));
            prop_assert!(from <= again_from && again_to <= to || more > 0 || start > 60 || end > 60);
        }
    }
}
