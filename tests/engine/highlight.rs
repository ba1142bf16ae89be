//! Runs and passages: text and places become marked text, nothing lost.

use jianyue::engine::{Span, around, runs};
use proptest::prelude::*;

/// Marks are written 【so】 in the text; the passage around the first mark is expected.
#[track_caller]
fn check(marked: &str, chars: usize, passage: &str) {
    let (before, rest) = marked.split_once('【').expect("a mark");
    let (hit, after) = rest.split_once('】').expect("its end");
    let text = format!("{before}{hit}{after}");
    let start = before.len() as u32;
    let span = Span { start, end: start + hit.len() as u32 };
    let window = around(&text, span, chars);
    let shown: String = runs(&text, window, &[span], 1)
        .into_iter()
        .map(|run| if run.hit == Some(1) { format!("【{}】", run.text) } else { run.text })
        .collect();
    assert_eq!(shown, passage);
}

#[test]
fn a_passage_is_cut_where_clauses_begin_and_end() {
    check("前面一句。中国电子与【重庆】签约。", 12, "前面一句。中国电子与【重庆】签约。");
    check(
        "很久以前，中国电子与【重庆】签约，合作愉快地开始",
        8,
        "中国电子与【重庆】签约，合作愉快地",
    );
    check("【重庆】", 5, "【重庆】");
    check("始于2008年的【重庆】厂建于1989年", 5, "年的【重庆】厂建于");
    check("始于2008【重庆】1989年以后", 2, "08【重庆】19");
    check("很旧的机场、车站等地【重庆】港口边上头、路和", 6, "车站等地【重庆】港口边上头、");
    check("没有标点的一段长长的文字里有【重庆】这两个字在中间", 5, "的文字里有【重庆】这两个字在");
}

#[test]
fn several_hits_are_numbered() {
    let text = "重庆、重庆、重庆";
    let spans: Vec<Span> = text
        .match_indices("重庆")
        .map(|(at, hit)| Span { start: at as u32, end: (at + hit.len()) as u32 })
        .collect();
    let numbers: Vec<_> = runs(text, Span { start: 0, end: text.len() as u32 }, &spans, 4)
        .into_iter()
        .map(|run| run.hit)
        .collect();
    assert_eq!(numbers, [Some(4), None, Some(5), None, Some(6)]);
}

proptest! {
    #[test]
    fn runs_lose_nothing(text in "[甲乙a。，]{0,30}", cuts in prop::collection::vec(0usize..31, 0..8)) {
        let offsets: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let mut cuts: Vec<u32> = cuts.into_iter().map(|cut| offsets[cut.min(offsets.len() - 1)]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let spans: Vec<Span> = cuts.chunks_exact(2).map(|two| Span { start: two[0], end: two[1] }).collect();
        let whole = Span { start: 0, end: text.len() as u32 };
        let runs = runs(&text, whole, &spans, 1);
        prop_assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), text.clone());
        prop_assert_eq!(runs.iter().filter(|run| run.hit.is_some()).count(), spans.len());
    }

    #[test]
    fn a_passage_holds_its_hit(text in "[甲乙a。，𠮷]{1,40}", from in 0usize..40, chars in 0usize..12) {
        let offsets: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let from = from.min(offsets.len() - 2);
        let span = Span { start: offsets[from], end: offsets[from + 1] };
        let window = around(&text, span, chars);
        prop_assert!(window.start <= span.start && span.end <= window.end);
        prop_assert!(!window.of(&text).is_empty());
    }
}
