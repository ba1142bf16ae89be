//! Corrections: each by example, and what must hold of any patch on any text.

use std::collections::BTreeMap;

use jianyue::engine::{
    Cause, Corpus, Engine, Folds, Page, Patch, Query, Rule, Sort, read, restore, revise,
};
use proptest::prelude::*;

use crate::seeds;

/// Two paragraphs under a heading; the second goes on in Latin letters.
const PAGE: &str = "高新区的春天\n\n重庆高新区今年以来\n开工建设，十个项目\n落地。\n\n园区有 300 家企业，\n（（西部科学城西部科学城））\n还在增加。\n";

/// `reads`: the blocks in reading order, each after its role where that is not body.
#[track_caller]
fn check(patch: &str, reads: &[&str]) {
    let (page, misfits) = revised(PAGE, patch);
    assert_eq!(misfits, []);
    assert_eq!(read_out(&page), reads);
}

fn revised(source: &str, patch: &str) -> (Page, Vec<(u32, Cause)>) {
    let (page, misfits) = revise(&restore(source), &Patch::parse(patch));
    (page, misfits.into_iter().map(|misfit| (misfit.line, misfit.cause)).collect())
}

fn read_out(page: &Page) -> Vec<String> {
    let blocks = page.reading_order.iter().map(|&i| &page.blocks[i as usize]);
    let show = |role: &str, text: &str| match role {
        "body" => text.to_owned(),
        role => format!("{role}: {text}"),
    };
    blocks.map(|block| show(block.role.name(), &block.text)).collect()
}

const HEAD: &str = "headline: 高新区的春天";
const FIRST: &str = "重庆高新区今年以来开工建设，十个项目落地。";
const SECOND: &str = "园区有300家企业，（西部科学城）还在增加。";

#[test]
fn without_corrections_the_page_is_as_restored() {
    check("", &[HEAD, FIRST, SECOND]);
    check("# nothing\n\n", &[HEAD, FIRST, SECOND]);
}

#[test]
fn rules_are_taken_back_one_by_one() {
    check("off spaces", &[HEAD, FIRST, "园区有 300 家企业，（西部科学城）还在增加。"]);
    check("off shadows", &[HEAD, FIRST, "园区有300家企业，（（西部科学城西部科学城））还在增加。"]);
    check(
        "off lines",
        &[
            HEAD,
            "重庆高新区今年以来",
            "开工建设，十个项目",
            "落地。",
            "园区有300家企业，",
            "（西部科学城）",
            "还在增加。",
        ],
    );
    check("off hyphens", &[HEAD, FIRST, SECOND]);
    check("off order", &[HEAD, FIRST, SECOND]);
}

#[test]
fn hyphens_come_back_also_where_the_lines_stand_apart() {
    let seed = seeds().doc("002_92c07a6d4e92fed0").expect("it is there");
    let texts = |patch: &str| {
        let (page, _) = revise(&seeds().corpus().docs[seed].page, &Patch::parse(patch));
        read_out(&page).join("|")
    };
    assert!(texts("").matches("CDMO").count() == 2 && !texts("").contains("CD-"));
    assert!(texts("off hyphens").contains("CD-MO"));
    assert!(texts("off lines").contains("CD-|MO"));
}

#[test]
fn a_role_is_set() {
    check("role 3:1 label 重庆高新区今年以", &[HEAD, &format!("label: {FIRST}"), SECOND]);
    let (page, _) = revised(PAGE, "role 3:1 label 重庆");
    assert_eq!(page.blocks[1].sure, 100);
}

#[test]
fn a_block_is_split_at_a_line_and_within_it() {
    check("split 4:1 开工建设", &[HEAD, "重庆高新区今年以来", "开工建设，十个项目落地。", SECOND]);
    check(
        "split 4:6 十个项目落地",
        &[HEAD, "重庆高新区今年以来开工建设，", "十个项目落地。", SECOND],
    );
    // The quote may go over spaces of the layout; in the middle of a text printed twice too.
    check(
        "off spaces\nsplit 7:1 园区有300家企",
        &[HEAD, FIRST, "园区有 300 家企业，（西部科学城）还在增加。"],
    );
    check("split 8:3 西部科学", &[HEAD, FIRST, "园区有300家企业，（", "西部科学城）还在增加。"]);
}

#[test]
fn blocks_are_joined_and_latin_words_are_set_apart() {
    check("join 7:1 园区有300家", &[HEAD, &format!("{FIRST}{SECOND}")]);
    let source = "The Watson\n\nBuild center\n\n建设中。\n";
    let (page, _) = revised(source, "join 3:1 Build\njoin 5:1 建设");
    assert_eq!(page.blocks[0].text, "The Watson Build center建设中。");
    assert_eq!(page.joined, 2);
}

#[test]
fn a_block_is_moved() {
    check("move 7:1 before 3:1 园区", &[HEAD, SECOND, FIRST]);
    check("move 1:1 last 高新区的春天", &[FIRST, SECOND, HEAD]);
    check("move 7:1 before 3:1 园区\njoin 3:1 重庆", &[HEAD, &format!("{SECOND}{FIRST}")]);
}

#[test]
fn corrections_build_on_each_other() {
    check(
        "split 4:6 十个项目\nrole 4:6 subhead 十个项目\nmove 4:6 before 3:1 十个项目",
        &[HEAD, "subhead: 十个项目落地。", "重庆高新区今年以来开工建设，", SECOND],
    );
}

#[test]
fn a_correction_outlives_a_rule_that_is_switched_off_after_it() {
    check(
        "off shadows\noff spaces\nrole 7:1 label 园区有300家企",
        &[HEAD, FIRST, "label: 园区有 300 家企业，（（西部科学城西部科学城））还在增加。"],
    );
    check(
        "off lines\nsplit 4:1 开工建设，十个\nrole 4:1 subhead 开工建设，十个",
        &[
            HEAD,
            "重庆高新区今年以来",
            "subhead: 开工建设，十个项目",
            "落地。",
            "园区有300家企业，",
            "（西部科学城）",
            "还在增加。",
        ],
    );
}

#[test]
fn titles_follow_their_headlines() {
    let title = |patch: &str| {
        let (page, _) = revised(PAGE, patch);
        (page.title, page.articles[0].title.clone())
    };
    let both = |text: &str| (text.to_owned(), text.to_owned());
    assert_eq!(title(""), both("高新区的春天"));
    assert_eq!(title("role 1:1 body 高新区的春天"), both("高新区的春天"));
    assert_eq!(
        title("split 4:6 十个项目\nrole 4:6 headline 十个项目"),
        both("高新区的春天 十个项目落地。")
    );
    let (page, _) = revised(PAGE, "split 8:1 （西\nrole 8:1 byline （西");
    assert_eq!(page.articles[0].byline, "（西部科学城）还在增加。");
}

#[test]
fn what_does_not_fit_is_said_and_the_rest_is_done() {
    #[track_caller]
    fn check(line: &str, cause: Cause) {
        let patch = format!("# 说明\n{line}\nrole 3:1 label 重庆\n");
        let (page, misfits) = revised(PAGE, &patch);
        assert_eq!(misfits, [(2, cause)], "{line}");
        assert_eq!(read_out(&page)[1], format!("label: {FIRST}"));
    }
    check("删去第三段", Cause::NotUnderstood);
    check("role 4:1 label 开工", Cause::NoSuchPlace);
    check("role 30:1 label 开工", Cause::NoSuchPlace);
    check("split 7:4 300家", Cause::NoSuchPlace); // a space
    check("split 4:1 重庆高新区", Cause::OtherText);
    check("join 7:1 还在增加", Cause::OtherText);
    check("move 7:1 before 4:1 园区", Cause::NoSuchPlace);
    check("join 1:1 高新区", Cause::NothingBefore);
}

#[test]
fn with_all_rules_off_the_seeds_are_their_lines() {
    for doc in &seeds().corpus().docs {
        assert_eq!(bare(&doc.page), printed(&doc.text()), "{}", doc.id);
        holds(&doc.page, &revise(&doc.page, &Patch::parse("off lines\noff order")).0);
    }
}

/// The texts of the blocks of a page with all rules off.
fn bare(page: &Page) -> Vec<String> {
    let mut patch = Patch::default();
    Rule::ALL.into_iter().for_each(|rule| patch.switch(rule, false));
    let (page, misfits) = revise(page, &patch);
    assert!(misfits.is_empty());
    page.reading_order.iter().map(|&i| page.blocks[i as usize].text.clone()).collect()
}

/// The lines of a source that are not blank, but for what does not show.
fn printed(source: &str) -> Vec<String> {
    let is_invisible = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let normal = source.replace("\r\n", "\n").replace('\r', "\n").replace(is_invisible, "");
    let lines = normal.split('\n').map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// What holds of a page, whatever corrected it: nothing is lost, every block is read once and in
/// one article, every character stands where its block says.
#[track_caller]
fn holds(restored: &Page, page: &Page) {
    assert_eq!(solid(restored), solid(page), "something is lost");
    let count = page.blocks.len() as u32;
    let mut order = page.reading_order.clone();
    order.sort_unstable();
    assert!(order.into_iter().eq(0..count), "a block is not read once");
    let mut placed: Vec<u32> =
        page.articles.iter().flat_map(|article| article.blocks.clone()).collect();
    placed.sort_unstable();
    assert!(placed.into_iter().eq(0..count), "a block is not in one article");
    assert!(count == 0 || page.articles.iter().all(|article| !article.blocks.is_empty()));
    assert!(page.blocks.is_sorted_by_key(|block| block.place()));
    let mut ends = 0;
    for block in &page.blocks {
        assert!(!block.text.trim().is_empty() && block.text.trim() == block.text);
        assert_eq!(block.origin[0].at, 0);
        ends += block.origin.windows(2).filter(|two| two[0].line != two[1].line).count();
        assert!(
            block.words.is_empty()
                || block.words.iter().map(|word| usize::from(word.length)).sum::<usize>()
                    == block.text.len()
        );
    }
    assert_eq!(page.joined as usize, ends);
}

/// All characters that are not white space, by their place in the source.
fn solid(page: &Page) -> BTreeMap<(u32, u32), char> {
    let mut all = BTreeMap::new();
    let mut add = |line: u32, column: u32, text: &str| {
        for (c, column) in text.chars().zip(column..).filter(|(c, _)| !c.is_whitespace()) {
            assert_eq!(all.insert((line, column), c), None, "two characters at {line}:{column}");
        }
    };
    for block in &page.blocks {
        for (i, origin) in block.origin.iter().enumerate() {
            let end = block.origin.get(i + 1).map_or(block.text.len(), |next| next.at as usize);
            add(origin.line, origin.column, &block.text[origin.at as usize..end]);
        }
    }
    for removal in &page.removed {
        add(removal.line, removal.column, &removal.chars);
    }
    all
}

/// The texts of a patch for a text of a few lines.
fn patches() -> impl Strategy<Value = String> {
    let line = "off (lines|shadows|spaces|hyphens|order)\
        |(role [1-9]:[1-5] (headline|byline|body)|split [1-9]:[1-9]|join [1-9]:[1-3]|move [1-9]:[1-3] (last|before [1-9]:[1-3])) [甲乙a。]\
        |\\PC{0,9}";
    prop::collection::vec(line, 0..9).prop_map(|lines| lines.join("\n"))
}

const SOURCES: &str = "([甲乙，。（）a1 \u{3000}\u{200b}-]{0,9}\r?\n{0,2}){0,9}|\\PC{0,60}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn any_patch_on_any_text_loses_nothing(source in SOURCES, patch in patches()) {
        let page = restore(&source);
        let (revised, misfits) = revise(&page, &Patch::parse(&patch));
        holds(&page, &revised);
        let lines: Vec<&str> = patch.lines().map(str::trim_end).collect();
        prop_assert!(misfits.iter().all(|misfit| misfit.line as usize <= lines.len()));
    }

    #[test]
    fn with_all_rules_off_any_text_is_its_lines(source in SOURCES) {
        prop_assert_eq!(bare(&restore(&source)), printed(&source));
    }
}

#[test]
fn a_space_that_would_end_a_block_is_not_put_back() {
    // Taken out before what was then seen to be doubled.
    let page = restore("a。乙a 。乙");
    let (revised, _) = revise(&page, &Patch::parse("off spaces"));
    holds(&page, &revised);
}

/// Corrects one of three documents after the other, and compares with an engine that had these
/// corrections from the beginning.
#[test]
fn a_corrected_document_is_searched_as_if_it_had_always_been_so() {
    let texts = [PAGE, "重庆高新\n\n区的春天。\n", "高新区高新区\n\n（（重庆重庆））\n"];
    let build = |patches: &[&str]| {
        let docs = texts.iter().zip(patches).enumerate().map(|(i, (text, patch))| {
            let mut doc = read(&i.to_string(), "", text.as_bytes(), None).expect("UTF-8");
            doc.patch = (*patch).to_owned();
            doc
        });
        Engine::new(Corpus { docs: docs.collect() }, crate::fold())
    };
    let mut patches = ["", "", ""];
    let mut engine = build(&patches);
    let steps = [
        (1, "join 3:1 区的"),
        (0, "off lines"),
        (2, "off shadows\nsplit 1:4 高新区"),
        (1, ""),
        (0, "split 4:6 十个"),
        (0, "nonsense"),
        (2, ""),
        (0, ""),
    ];
    for (doc, patch) in steps {
        patches[doc] = patch;
        let misfits = engine.revise(&doc.to_string(), Some(patch)).expect("it is there").to_vec();
        assert_eq!(misfits.len(), usize::from(patch == "nonsense"));
        let fresh = build(&patches);
        assert_eq!(engine.corpus(), fresh.corpus());
        for query in ["高新区", "重庆", "重庆高新区的春天", "区", "来开工", "，", "重庆重庆"]
        {
            let all = |engine: &Engine| {
                let search = engine.search(&Query::literal(query, Folds::ALL));
                let found = engine.ranked(&search, Sort::Fit).into_iter();
                found.map(|found| (engine.hits(&search, found.doc), found)).collect::<Vec<_>>()
            };
            assert_eq!(all(&engine), all(&fresh), "{query} after {patch}");
        }
    }
    assert_eq!(engine.revise("3", Some("")), None);
}

#[test]
fn the_reader_overrides_the_file_and_can_go_back_to_it() {
    let mut doc = read("0", "", PAGE.as_bytes(), None).expect("UTF-8");
    doc.patch = "join 7:1 园区\nnonsense".to_owned();
    let mut engine = Engine::new(Corpus { docs: vec![doc] }, crate::fold());
    let blocks = |engine: &Engine| engine.corpus().docs[0].page.blocks.len();
    assert_eq!((blocks(&engine), engine.misfits(0).len()), (2, 1));
    assert_eq!(engine.revise("0", Some("")).map(<[_]>::len), Some(0));
    assert_eq!(blocks(&engine), 3);
    assert_eq!(engine.revise("0", None).map(<[_]>::len), Some(1));
    assert_eq!(blocks(&engine), 2);
}
