//! The source beside the page: every line where its text went, every character with its fate.

use jianyue::engine::{Doc, Fate, Patch, Reason, original, read, revise};
use proptest::prelude::*;

/// The lines beside each block: `number column` and the runs, 【taken out】, ‹elsewhere›, ‧margin‧.
#[track_caller]
fn check(source: &str, patch: &str, beside: &[&[&str]]) {
    assert_eq!(shown(&corrected(source, patch)), beside);
}

fn corrected(source: &str, patch: &str) -> Doc {
    let mut doc = read("", "", source.as_bytes(), None).expect("UTF-8");
    doc.change(revise(&doc.page, &Patch::parse(patch)).0);
    doc
}

fn shown(doc: &Doc) -> Vec<Vec<String>> {
    let mut beside = Vec::new();
    for lines in original(doc) {
        let mut block = Vec::new();
        for line in lines {
            let mut text = format!("{} {} ", line.number, line.column);
            for run in line.runs {
                text += &match run.fate {
                    Fate::Here => run.text,
                    Fate::Elsewhere => format!("‹{}›", run.text),
                    Fate::Removed(_) => format!("【{}】", run.text),
                    Fate::Margin => format!("‧{}‧", run.text),
                };
            }
            block.push(text);
        }
        beside.push(block);
    }
    beside
}

#[test]
fn removals_stand_where_they_were() {
    check(
        "  高 新 区\n\n（（陈锡明陈锡明））\n",
        "join 3:1 （陈锡明）",
        &[&["1 3 ‧  ‧高【 】新【 】区", "3 1 （【（】陈锡明【陈锡明】）【）】"]],
    );
}

#[test]
fn a_line_cut_between_two_blocks_stands_beside_both() {
    check(
        "甲甲甲 AB CD\n",
        "split 1:8 CD",
        &[&["1 1 甲甲甲 AB‧ ‧‹CD›"], &["1 8 ‹甲甲甲 AB›‧ ‧CD"]],
    );
}

#[test]
fn a_line_without_any_text_left_stands_with_the_line_before() {
    check("甲甲\n\u{200b}\n", "", &[&["1 1 甲甲", "2 0 【\u{200b}】"]]);
    let doc = corrected("\u{feff}\n甲甲\n", "");
    assert_eq!(shown(&doc), [["1 0 【\u{feff}】", "2 1 甲甲"]]);
    let fate = original(&doc)[0][0].runs[0].fate;
    assert_eq!(fate, Fate::Removed(Reason::Invisible));
}

proptest! {
    #[test]
    fn every_line_is_shown_as_printed_and_every_character_is_somewhere(
        source in "([甲乙，。（）a1 \u{3000}\u{200b}-]{0,9}\r?\n{0,2}){1,9}",
        patch in "((off (lines|spaces|shadows)|split [1-9]:[1-9] [甲a]|join [1-9]:[1-2] [甲乙])\n){0,5}",
    ) {
        let doc = corrected(&source, &patch);
        let normal = source.replace("\r\n", "\n").replace('\r', "\n");
        let printed: Vec<&str> = normal.split('\n').collect();
        let mut here = 0;
        for line in original(&doc).iter().flatten() {
            let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
            prop_assert_eq!(&text, printed[line.number as usize - 1]);
            for run in &line.runs {
                let solid = run.text.chars().filter(|c| !c.is_whitespace()).count();
                prop_assert!(run.fate != Fate::Margin || solid == 0, "{:?}", run);
                here += if run.fate == Fate::Here { solid } else { 0 };
            }
        }
        let texts = doc.page.blocks.iter().flat_map(|block| block.text.chars());
        prop_assert_eq!(here, texts.filter(|c| !c.is_whitespace()).count());
    }
}
