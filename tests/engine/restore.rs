//! Restoration: the five seeds against their truth, each rule by example, and what must hold of
//! any text.

use std::collections::BTreeMap;

use jianyue::engine::{Page, restore};
use proptest::prelude::*;

use crate::truth;

#[test]
fn the_five_seeds_come_near_their_truth() {
    for (truth, page) in truth::all() {
        let figures = truth::figures(&truth, &page);
        println!("{} {figures:.3?}", truth.file);
        assert!(figures.phrases.is_empty(), "{}: {:?}", truth.file, figures.phrases);
        assert!(figures.boundaries >= 0.98, "{}: {}", truth.file, figures.boundaries);
        assert!(figures.roles >= 0.95 && figures.order >= 0.95, "{figures:?}");
        assert!(figures.torn.len() <= 1, "{figures:?}");
        assert!(figures.title && figures.articles.is_empty(), "{figures:?}");
        let (date, proved) = &figures.date;
        assert_eq!(date, proved, "{}", truth.file);
    }
}

/// `blocks`: the texts of the blocks, in the order of the source.
#[track_caller]
fn check(source: &str, blocks: &[&str]) {
    let page = restore(source);
    let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, blocks);
}

#[test]
fn the_lines_of_a_paragraph_are_joined() {
    check(
        "中国电子信息产业\n集团有限公司与市\n政府签订协议。\n",
        &["中国电子信息产业集团有限公司与市政府签订协议。"],
    );
}

#[test]
fn a_blank_line_after_every_line_says_nothing() {
    check(
        "重庆高新区与中国电子信息产业\n\n集团有限公司和市经济信息委员\n\n会签订战略合作协议，三方将在\n\n软件和芯片上加强合作。\n",
        &[
            "重庆高新区与中国电子信息产业集团有限公司和市经济信息委员会签订战略合作协议，三方将在软件和芯片上加强合作。",
        ],
    );
}

#[test]
fn line_ends_may_be_those_of_windows_and_of_the_old_mac() {
    for end in ["\r\n", "\r"] {
        check(
            &["中国电子信息产业", "集团有限公司与市", "政府签订协议。", ""].join(end),
            &["中国电子信息产业集团有限公司与市政府签订协议。"],
        );
    }
}

#[test]
fn what_was_never_wrapped_is_left_alone() {
    check(
        "第一章 总则\n\n第一条 为了规范行为，制定本法。\n\n第二条 本法适用于中华人民共和国境内的一切活动，另有规定的除外。\n",
        &[
            "第一章 总则",
            "第一条 为了规范行为，制定本法。",
            "第二条 本法适用于中华人民共和国境内的一切活动，另有规定的除外。",
        ],
    );
    check(
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n",
        &["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"],
    );
    check("", &[]);
    check("\u{feff}\n\n", &[]);
}

#[test]
fn what_is_no_newspaper_page_is_read_as_it_stands() {
    let page = restore(
        "# 第一章\n\n从前有座山，山里有座庙。\n\n第一节\n\n庙里有个老和尚。\n\n第二节\n\n他在讲故事。\n",
    );
    assert_eq!(page.reading_order, [0, 1, 2, 3, 4, 5]);
    assert_eq!(page.title, "第一章");
}

/// Cost grows with the text, not with its square: these would take hours.
#[test]
fn large_texts_are_restored_in_time() {
    let start = std::time::Instant::now();
    let one_line = "从前有座山，山里有座庙。".repeat(20_000);
    assert_eq!(restore(&one_line).blocks.len(), 1);
    restore(&"山\n".repeat(50_000));
    restore(&"从前有座山\n\n".repeat(20_000));
    restore(&"今年1月，从前有座山。2020年1月，从前有座山。\n".repeat(4_000));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn shadows_go_and_repetition_stays() {
    check("陈锡明陈锡明 （（中国电子供图中国电子供图））\n", &["陈锡明 （中国电子供图）"]);
    check("西部西部（（重庆重庆））科学城鸟瞰图科学城鸟瞰图\n", &["西部（重庆）科学城鸟瞰图"]);
    check("第一部分第一部分 总则总则 适用范围\n", &["第一部分 总则 适用范围"]);
    check("图为重庆重庆高新区高新区建设现场\n", &["图为重庆高新区建设现场"]);
    check("记者记者 王明王明 摄摄\n", &["记者 王明 摄"]);
    check("春春节节将将至至，，年年货货热热\n", &["春节将至，年货热"]);
    for kept in [
        "高高兴兴",
        "研究研究",
        "哈哈哈哈",
        "端端互联",
        "快快乐乐平平安安",
        "加油加油",
        "100100元",
        "谢谢谢谢",
        "快跑！快跑！",
        "IBM公司。IBM公司。",
        "走吧，走吧，我们走吧。",
    ] {
        check(kept, &[kept]);
    }
    check("■企业声音》》\n", &["■企业声音》》"]);
}

#[test]
fn spaces_of_the_layout_go_and_those_with_a_meaning_stay() {
    check("2020 年 高 新 区 新 签 约 项 目\n", &["2020年高新区新签约项目"]);
    check("2 0 2 0 年 新 签 约\n", &["2020年新签约"]);
    check("3 5 8 2 7\n", &["3 5 8 2 7"]);
    check("招商引资见成效 6家世界500强企业加盟\n", &["招商引资见成效 6家世界500强企业加盟"]);
    check("王静 刘廷\n", &["王静 刘廷"]);
    check(
        "（Watson Build重庆新型基础技术）中心，约 300 家。\n",
        &["（Watson Build重庆新型基础技术）中心，约300家。"],
    );
}

/// Characters that are not white space, counted.
fn counted<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.flat_map(str::chars).filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_insert(0) += 1;
    }
    counts
}

/// Nothing is lost, nothing is made up, and every character knows where it stood.
fn nothing_is_lost(source: &str, page: &Page) {
    let blocks = page.blocks.iter().map(|block| block.text.as_str());
    let removed = page.removed.iter().map(|removal| removal.chars.as_str());
    assert_eq!(counted(blocks.chain(removed)), counted(std::iter::once(source)));
    let normal = source.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<Vec<char>> = normal.split('\n').map(|line| line.chars().collect()).collect();
    for block in &page.blocks {
        for (i, origin) in block.origin.iter().enumerate() {
            let end = block.origin.get(i + 1).map_or(block.text.len(), |next| next.at as usize);
            let piece = &block.text[origin.at as usize..end];
            let line = &lines[origin.line as usize - 1][origin.column as usize - 1..];
            // After the piece may come the one space, or lack the one hyphen, of a line end.
            let printed: String = line.iter().take(piece.chars().count()).collect();
            let trimmed = piece.trim_end();
            assert!(printed.starts_with(trimmed), "{piece:?} is not at its place: {printed:?}");
        }
    }
    let mut order = page.reading_order.clone();
    order.sort_unstable();
    assert!(order.iter().copied().eq(0..page.blocks.len() as u32), "the order misses a block");
}

#[test]
fn nothing_of_the_seeds_is_lost() {
    for (truth, page) in truth::all() {
        let source = std::fs::read_to_string(format!("seeds/{}", truth.file)).expect("a seed");
        nothing_is_lost(&source, &page);
    }
}

proptest! {
    #[test]
    fn nothing_of_any_text_is_lost(source in "([甲乙丙，。“”（）a1 \u{3000}-]{0,12}\r?\n{0,2}){0,20}|\\PC{0,60}") {
        nothing_is_lost(&source, &restore(&source));
    }
}

/// What was restored is whole: nothing more is joined or taken out of it.
#[track_caller]
fn stays_as_it_is(page: &Page) {
    let texts: Vec<&str> =
        page.reading_order.iter().map(|&i| page.blocks[i as usize].text.as_str()).collect();
    for between in ["\n", "\n\n"] {
        let again = restore(&texts.join(between));
        let read: Vec<&str> = again.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(read, texts, "between {between:?}");
    }
}

proptest! {
    #[test]
    fn a_second_run_changes_nothing(source in "([甲乙丙的，。：“”（）a1 #-]{0,12}\r?\n{0,2}){0,20}|([甲乙丙丁，]{7,9}\n{1,2}){0,20}|\\PC{0,60}") {
        let page = restore(&source);
        nothing_is_lost(&source, &page);
        let text = page.text();
        let again = restore(&text);
        prop_assert_eq!(again.text(), text);
        prop_assert!(again.joined == 0 && again.removed.is_empty());
    }
}

#[test]
fn the_restored_seeds_stay_as_they_are() {
    for (_, page) in truth::all() {
        stays_as_it_is(&page);
    }
}
