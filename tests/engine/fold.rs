//! Folding: what counts as the same, and that the way back marks just what was printed.

use std::collections::HashSet;
use std::sync::OnceLock;

use jianyue::embedded::{FOLD, LIBRARY};
use jianyue::engine::{Fold, Folds, Span, pack};
use proptest::prelude::*;

use crate::seeds;

fn fold() -> &'static Fold {
    static BY: OnceLock<Fold> = OnceLock::new();
    BY.get_or_init(|| Fold::new(FOLD))
}

#[track_caller]
fn check(text: &str, folded: &str) {
    assert_eq!(fold().text(text), folded, "{text}");
}

#[test]
fn width_case_and_script_do_not_matter() {
    check("ＡＢＣ　１２３", "abc 123");
    check("CDMO", "cdmo");
    check("（重庆）", "(重庆)");
    check("，！？：；", ",!?:;");
    check("資訊產業", "资讯产业");
    check("後宮 后羿", "后宫后羿");
    check("臺灣 鹹麵", "台湾咸面");
    check("⼀⼈", "一人"); // Kangxi radicals
    check("豈", "岂"); // a compatibility ideograph
    check("⺠⻔", "民门"); // radicals of the supplement
    check("衞生擡頭", "卫生抬头"); // variants
    check("Élan", "élan");
    check("𠮷野家", "𠮷野家");
}

/// What the site has is a coded form of the tables; what it was made of has to come out.
#[test]
fn every_character_of_the_tables_folds_as_they_say() {
    let fold = fold();
    let traditional = std::fs::read_to_string("src/fold/TSCharacters.txt").expect("readable");
    let mut checked = 0;
    let lines = traditional.lines().filter(|line| !line.starts_with('#'));
    for (one, other) in lines.filter_map(|line| line.split_once('\t')) {
        let simplified = other.split(' ').next().unwrap_or(one);
        assert!(fold.is_same(one, simplified, Folds::SCRIPT), "{one} {simplified}");
        checked += 1;
    }
    assert!(checked > 4000);
    for c in char::MIN..=char::MAX {
        let lower: String = c.to_lowercase().collect();
        if !lower.starts_with(c) && lower.chars().count() == 1 {
            assert!(fold.is_same(&c.to_string(), &lower, Folds::CASE), "{c}");
        }
    }
}

#[test]
fn the_table_of_the_site_has_all_that_comes_to_a_character_of_the_library() {
    let (all, few) = (fold(), Fold::new(&pack::tables(LIBRARY).expect("tables").fold));
    let docs = &seeds().corpus().docs;
    let here: HashSet<char> =
        docs.iter().flat_map(|doc| all.text(&doc.text()).chars().collect::<Vec<_>>()).collect();
    for c in char::MIN..=char::MAX {
        let (folded, by_few) = (all.char(c), few.char(c));
        let is_here = here.contains(&folded) || here.contains(&by_few);
        assert!(by_few == folded || !is_here, "{c}");
    }
    for one in [Folds::WIDTH, Folds::CASE, Folds::SCRIPT, Folds::VARIANTS, Folds::MARKS] {
        let folds = Folds::ALL.without(one);
        for c in "重后面发".chars() {
            assert!(here.contains(&c), "{c}");
            assert_eq!(few.alike(c, folds), all.alike(c, folds), "{c}");
        }
    }
}

#[test]
fn marks_of_one_kind_are_the_same() {
    check("“十三五”「規劃」『綱要』", "\"十三五\"\"规划\"\"纲要\"");
    check("（甲）〔乙〕(丙)", "(甲)(乙)(丙)");
    check("【甲】［乙］", "[甲][乙]");
    check("《甲》〈乙〉", "《甲》《乙》");
    check("甲——乙－丙–丁", "甲--乙-丙-丁");
    check("光谷·智创园•光谷・智创园", "光谷·智创园·光谷·智创园");
    check("甲……乙⋯", "甲……乙…");
}

#[test]
fn folds_can_be_left_out_one_by_one() {
    #[track_caller]
    fn check(one: &str, other: &str, left_out: Folds) {
        let by = fold();
        assert_eq!(by.text(one), by.text(other));
        assert!(by.is_same(one, other, Folds::ALL), "{one} {other}");
        assert!(by.is_same(one, other, left_out), "{one} {other}");
        assert!(!by.is_same(one, other, Folds::ALL.without(left_out)), "{one} {other}");
        assert!(by.is_same(one, one, Folds::NONE));
    }
    check("ＩＢＭ", "IBM", Folds::WIDTH);
    check("IBM", "ibm", Folds::CASE);
    check("後", "后", Folds::SCRIPT);
    check("⼀⺠", "一民", Folds::VARIANTS);
    check("【甲】", "[甲]", Folds::MARKS);
    check("高 新区", "高新区", Folds::SPACES);
}

#[test]
fn spaces_count_only_between_latin_words() {
    check("重 庆　高新区", "重庆高新区");
    check("约 300 家", "约300家");
    check("Watson  Build重庆", "watson build重庆");
    check(" 夏元 ", "夏元");
    check("零\u{200b}宽\u{feff}", "零宽");
    check(" \u{3000}", "");
}

#[test]
fn the_way_back_marks_the_printed_characters() {
    #[track_caller]
    fn check(text: &str, query: &str, marked: &str) {
        let fold = fold();
        let (folded, needle) = (fold.text(text), fold.text(query));
        let spans: Vec<Span> = folded
            .match_indices(&needle)
            .map(|(at, _)| Span { start: at as u32, end: (at + needle.len()) as u32 })
            .collect();
        let mut shown = String::new();
        let mut at = 0;
        for span in fold.unfold(text, &folded, &spans) {
            shown += &text[at..span.start as usize];
            shown += &format!("【{}】", span.of(text));
            at = span.end as usize;
        }
        shown += &text[at..];
        assert_eq!(shown, marked);
    }
    check("西部（重庆）科学城", "(重庆)", "西部【（重庆）】科学城");
    check("資訊產業與产业", "产业", "資訊【產業】與【产业】");
    check("记者 夏元 摄", "夏元", "记者 【夏元】 摄");
    check("记者 夏 元 摄", "者夏元", "记【者 夏 元】 摄");
    check("ＡＢＣabc", "bc", "Ａ【ＢＣ】a【bc】");
    check("Watson Build", "n b", "Watso【n B】uild");
    check("哈哈哈哈哈", "哈哈", "【哈哈】【哈哈】哈");
    check("𠮷𠮷野", "𠮷野", "𠮷【𠮷野】");
}

/// The way back, one folded character after the other.
fn unfolded(fold: &Fold, text: &str, span: Span) -> Vec<Span> {
    let (mut at, mut sources) = (0, Vec::new());
    fold.each(text, |source, c| {
        if at >= span.start && at < span.end {
            sources.push(source);
        }
        at += c.len_utf8() as u32;
    });
    let last = |at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
    let ends = sources.first().zip(sources.last());
    ends.map(|(&start, &end)| Span { start: start as u32, end: last(end) as u32 })
        .into_iter()
        .collect()
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}|[ a-zＡ-Ｚ資訊（）\u{3000}\u{200b}]{0,20}") {
        let fold = fold();
        let once = fold.text(&text);
        prop_assert_eq!(fold.text(&once), once.clone());
    }

    #[test]
    fn runs_are_what_the_characters_are(text in "([ab中国庆，資Ａ \u{3000}\u{200b}𠮷]|重庆高新区的信创产业|後宮){0,30}") {
        let mut one_by_one = Vec::new();
        fold().each(&text, |at, c| one_by_one.push((at, c)));
        let mut in_runs = Vec::new();
        fold().each_run(&text, |start, run, is_same| {
            for (more, c) in run.char_indices() {
                in_runs.push((if is_same { start + more } else { start }, c));
            }
        });
        prop_assert_eq!(in_runs, one_by_one);
    }

    #[test]
    fn the_way_back_is_exact(text in "[ a-cＡ-Ｃ資资（(\u{3000}\u{200b}𠮷。]{0,30}", from in 0usize..30, length in 1usize..8) {
        let fold = fold();
        let folded = fold.text(&text);
        let offsets: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
        let from = from.min(offsets.len() - 1);
        let to = (from + length).min(offsets.len() - 1);
        prop_assume!(from < to);
        let span = Span { start: offsets[from] as u32, end: offsets[to] as u32 };
        let back = fold.unfold(&text, &folded, &[span]);
        prop_assert_eq!(back.len(), 1);
        prop_assert_eq!(&back, &unfolded(fold, &text, span));
        // A lone space comes to nothing.
        let is_space = usize::from(span.of(&folded) == " ");
        prop_assert_eq!(fold.refold(&text, &back).len(), 1 - is_space);
        // What is marked folds to what was found; a space at its edge is not marked.
        prop_assert_eq!(fold.text(back[0].of(&text)), span.of(&folded).trim());
    }

    #[test]
    fn the_way_back_is_that_of_one_after_the_other(
        text in "([ab中国庆，資Ａ \u{3000}\u{200b}]|重庆高新区的信创产业|Watson Build){0,30}",
        cuts in proptest::collection::vec(0usize..200, 0..12),
    ) {
        let fold = fold();
        let folded = fold.text(&text);
        let mut cuts: Vec<u32> =
            cuts.into_iter().map(|at| folded.floor_char_boundary(at) as u32).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let spans: Vec<Span> = cuts.chunks_exact(2).map(|cut| Span { start: cut[0], end: cut[1] }).collect();
        let each: Vec<Span> = spans.iter().flat_map(|&span| unfolded(fold, &text, span)).collect();
        prop_assert_eq!(fold.unfold(&text, &folded, &spans), each);
    }
}
