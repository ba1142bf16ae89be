//! Hits in their context: lines cut and put in order, against a sorting so plain that it can
//! hardly be wrong; and the files that are made of them.

use jianyue::engine::{
    Block, Corpus, Date, Doc, DocId, Hit, Line, Order, Origin, Page, Role, Span, concordance,
    sample,
};
use jianyue::export::{Columns, csv, markdown, tsv};
use proptest::prelude::*;

/// Each document is its title, its date, and its blocks; block `n` is of source line `n + 1`.
fn corpus(docs: &[(&str, &str, &[&str])]) -> Corpus {
    let docs = docs.iter().map(|&(title, date, blocks)| {
        let date =
            (!date.is_empty()).then(|| Date { value: date.to_owned(), evidence: Vec::new() });
        let blocks: Vec<Block> = (1..)
            .zip(blocks)
            .map(|(line, &text)| Block {
                role: Role::Body,
                sure: 100,
                text: text.to_owned(),
                origin: vec![Origin { at: 0, line, column: 1, sure: 100 }],
                words: Vec::new(),
            })
            .collect();
        let page = Page { title: title.to_owned(), date, blocks, ..Page::default() };
        Doc { page, ..Doc::default() }
    });
    Corpus { docs: docs.collect() }
}

/// Every place of a text, in the order of the corpus.
fn hits(corpus: &Corpus, text: &str) -> Vec<(DocId, Hit)> {
    let mut hits = Vec::new();
    for (doc, page) in corpus.docs.iter().map(|doc| &doc.page).enumerate() {
        for (block, found) in (0..).zip(&page.blocks) {
            for (at, text) in found.text.match_indices(text) {
                let span = Span { start: at as u32, end: (at + text.len()) as u32 };
                hits.push((doc, Hit { block, span }));
            }
        }
    }
    hits
}

fn shown(line: &Line) -> String {
    let dots = |is_cut| if is_cut { "…" } else { "" };
    let Line { before, hit, after, cut_before, cut_after, .. } = line;
    format!("{}{before}【{hit}】{after}{}", dots(*cut_before), dots(*cut_after))
}

fn small() -> Corpus {
    corpus(&[
        ("丙", "2021-03", &["重庆高新区的发展", "在西部重庆，高新区建设"]),
        ("甲", "", &["建设𠮷重庆"]),
        ("乙", "2020-12-05", &["重庆", "去重庆高校，回重庆高新区"]),
        ("甲", "2021", &["看西部重庆高新区"]),
    ])
}

/// All lines about 重庆 in `small`.
#[track_caller]
fn check(order: Order, width: usize, lines: &[&str]) {
    let corpus = small();
    let hits = hits(&corpus, "重庆");
    let found = concordance(&corpus, &hits, order, width, 0..usize::MAX);
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), lines);
}

/// Names of columns.
fn columns() -> Columns {
    ["文章", "日期", "行", "前文", "命中", "后文"].map(str::to_owned)
}

#[test]
fn by_place_the_lines_are_as_given() {
    check(
        Order::Place,
        3,
        &[
            "【重庆】高新区…",
            "在西部【重庆】，高新…",
            "建设𠮷【重庆】",
            "【重庆】",
            "去【重庆】高校，…",
            "…校，回【重庆】高新区",
            "看西部【重庆】高新区",
        ],
    );
}

#[test]
fn by_what_is_before_the_hit_leftwards() {
    check(
        Order::Before,
        2,
        &[
            "【重庆】高新…",
            "【重庆】",
            "去【重庆】高校…",
            "…，回【重庆】高新…",
            "…西部【重庆】，高…",
            "…西部【重庆】高新…",
            "…设𠮷【重庆】",
        ],
    );
}

#[test]
fn by_what_follows_the_hit() {
    check(
        Order::After,
        4,
        &[
            "建设𠮷【重庆】",
            "【重庆】",
            "…高校，回【重庆】高新区",
            "看西部【重庆】高新区",
            "【重庆】高新区的…",
            "去【重庆】高校，回…",
            "在西部【重庆】，高新区…",
        ],
    );
}

#[test]
fn by_article_equal_titles_stay_in_place() {
    check(
        Order::Article,
        1,
        &[
            "【重庆】高…",
            "…部【重庆】，…",
            "【重庆】",
            "去【重庆】高…",
            "…回【重庆】高…",
            "…𠮷【重庆】",
            "…部【重庆】高…",
        ],
    );
}

#[test]
fn by_date_what_has_none_is_last() {
    check(
        Order::Date,
        0,
        &[
            "【重庆】",
            "…【重庆】…",
            "…【重庆】…",
            "…【重庆】…",
            "【重庆】…",
            "…【重庆】…",
            "…【重庆】",
        ],
    );
}

#[test]
fn a_line_knows_where_its_hit_is() {
    let corpus = small();
    let hits = hits(&corpus, "重庆");
    let lines = concordance(&corpus, &hits, Order::After, 9, 0..usize::MAX);
    for line in lines {
        let block = &corpus.docs[line.doc].page.blocks[line.block as usize];
        assert_eq!(line.span.of(&block.text), "重庆");
        assert_eq!(line.line, line.block + 1);
        assert!(hits.contains(&(line.doc, Hit { block: line.block, span: line.span })));
    }
}

#[test]
fn only_the_lines_of_the_range_are_made() {
    let corpus = small();
    let hits = hits(&corpus, "重庆");
    let lines = |range| concordance(&corpus, &hits, Order::Before, 5, range);
    let all = lines(0..7);
    assert_eq!(all.len(), 7);
    assert_eq!(lines(2..5), all[2..5]);
    assert_eq!(lines(5..50), all[5..]);
    for (start, end) in [(7, 9), (9, 12), (3, 3), (5, 2), (usize::MAX, usize::MAX)] {
        assert_eq!(lines(start..end), []);
    }
    assert_eq!(concordance(&corpus, &[], Order::After, 5, 0..10), []);
}

#[test]
fn only_twenty_characters_are_compared() {
    let [a, b] = ["乙", "甲"].map(|last| format!("重庆{}{last}", "的".repeat(20)));
    let [c, d] = ["甲", "丙"].map(|last| format!("重庆{}{last}", "的".repeat(19)));
    let corpus = corpus(&[("", "", &[&a, &b, &c, &d])]);
    let lines = concordance(&corpus, &hits(&corpus, "重庆"), Order::After, 0, 0..4);
    assert_eq!(lines.iter().map(|line| line.block).collect::<Vec<_>>(), [3, 2, 0, 1]);
}

#[test]
fn a_hit_of_another_corpus_is_an_empty_line() {
    let corpus = small();
    let strange = [(9, 0, 0..3), (0, 9, 0..3), (0, 0, 1..4), (0, 0, 6..99)];
    let strange = strange.map(|(doc, block, span)| {
        (doc, Hit { block, span: Span { start: span.start, end: span.end } })
    });
    for order in [Order::Place, Order::Before, Order::After, Order::Article, Order::Date] {
        let lines = concordance(&corpus, &strange, order, 3, 0..9);
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| shown(line) == "【】"));
    }
}

#[test]
fn a_sample_is_even() {
    let list: Vec<u32> = (0..10).collect();
    assert!(sample(&list, 0).is_empty());
    assert_eq!(sample(&list, 1), [0]);
    assert_eq!(sample(&list, 4), [0, 2, 5, 7]);
    assert_eq!(sample(&list, 5), [0, 2, 4, 6, 8]);
    assert_eq!(sample(&list, 9), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(sample(&list, 10), list);
    assert_eq!(sample(&list, 11), list);
    assert!(sample::<u32>(&[], 3).is_empty());
}

/// The oracle: writes out what is compared, and sorts by it.
fn naive(corpus: &Corpus, hits: &[(DocId, Hit)], order: Order) -> Vec<(DocId, Hit)> {
    let key = |&(doc, hit): &(DocId, Hit)| -> String {
        let page = &corpus.docs[doc].page;
        let text = &page.blocks[hit.block as usize].text;
        match order {
            Order::Place => String::new(),
            Order::Before => text[..hit.span.start as usize].chars().rev().take(20).collect(),
            Order::After => text[hit.span.end as usize..].chars().take(20).collect(),
            Order::Article => page.title.clone(),
            Order::Date => page.date.as_ref().map_or("9999".to_owned(), |date| date.value.clone()),
        }
    };
    let mut sorted = hits.to_vec();
    sorted.sort_by_key(key);
    sorted
}

/// A line of a document with this title and date.
fn one(title: &str, date: &str, [before, hit, after]: [&str; 3]) -> (Corpus, [Line; 1]) {
    let text = [before, hit, after].concat();
    let corpus = corpus(&[(title, date, &["", &text])]);
    let span = Span { start: before.len() as u32, end: (before.len() + hit.len()) as u32 };
    let line = Line::new(&corpus, 0, Hit { block: 1, span }, 99);
    (corpus, [line])
}

/// What is written after the names of the columns, in each form.
#[track_caller]
fn check_files(title: &str, date: &str, texts: [&str; 3], rows: [&str; 3]) {
    let (corpus, lines) = one(title, date, texts);
    let heads = [
        "\u{feff}文章,日期,行,前文,命中,后文\r\n",
        "文章\t日期\t行\t前文\t命中\t后文\n",
        "| 文章 | 日期 | 行 | 前文 | 命中 | 后文 |\n| --- | --- | ---: | ---: | --- | --- |\n",
    ];
    let files = [
        csv(&corpus, &columns(), &lines),
        tsv(&corpus, &columns(), &lines),
        markdown(&corpus, &columns(), &lines),
    ];
    let nothing = [
        csv(&corpus, &columns(), &[]),
        tsv(&corpus, &columns(), &[]),
        markdown(&corpus, &columns(), &[]),
    ];
    assert_eq!(nothing, heads);
    let after_heads = [0, 1, 2].map(|i| files[i].strip_prefix(heads[i]).unwrap_or(&files[i]));
    assert_eq!(after_heads, rows);
}

#[test]
fn files_hold_what_the_lines_show() {
    check_files(
        "高新区的春天",
        "2021-03",
        ["去年，", "重庆", "高新区"],
        [
            "高新区的春天,2021-03,2,去年，,重庆,高新区\r\n",
            "高新区的春天\t2021-03\t2\t去年，\t重庆\t高新区\n",
            "| 高新区的春天 | 2021-03 | 2 | 去年， | **重庆** | 高新区 |\n",
        ],
    );
    check_files(
        "",
        "",
        ["", "重庆", ""],
        [",,2,,重庆,\r\n", "\t\t2\t\t重庆\t\n", "|  |  | 2 |  | **重庆** |  |\n"],
    );
}

#[test]
fn what_ends_a_field_does_not_end_it() {
    check_files(
        "一,二",
        "",
        ["他说\"好\"，", "重\n庆", "a\tb\u{2028}"],
        [
            "\"一,二\",,2,\"他说\"\"好\"\"，\",\"重\n庆\",a\tb\u{2028}\r\n",
            "一,二\t\t2\t他说\"好\"，\t重 庆\ta b \n",
            "| 一,二 |  | 2 | 他说\"好\"， | **重 庆** | a b |\n",
        ],
    );
}

#[test]
fn no_field_of_csv_is_a_formula() {
    check_files(
        "=1+1",
        "",
        ["－1，", "@重庆", "\t-1"],
        [
            "'=1+1,,2,'－1，,'@重庆,'\t-1\r\n",
            "=1+1\t\t2\t－1，\t@重庆\t -1\n",
            "| =1+1 |  | 2 | －1， | **@重庆** | -1 |\n",
        ],
    );
    check_files(
        "1=1",
        "",
        ["+\"", " =重庆", "'="],
        [
            "1=1,,2,\"'+\"\"\", =重庆,'=\r\n",
            "1=1\t\t2\t+\"\t =重庆\t'=\n",
            "| 1=1 |  | 2 | +\" | **=重庆** | '= |\n",
        ],
    );
}

#[test]
fn no_text_is_markup() {
    check_files(
        "a|b\\|c",
        "",
        ["## *_`", "**重庆**", "<b>&amp;[x](y)~~$"],
        [
            "a|b\\|c,,2,## *_`,**重庆**,<b>&amp;[x](y)~~$\r\n",
            "a|b\\|c\t\t2\t## *_`\t**重庆**\t<b>&amp;[x](y)~~$\n",
            "| a\\|b\\\\\\|c |  | 2 | \\#\\# \\*\\_\\` | **\\*\\*重庆\\*\\*** | \\<b\\>\\&amp;\\[x\\](y)\\~\\~\\$ |\n",
        ],
    );
    check_files(
        "",
        "",
        ["甲", " ", "乙"],
        [",,2,甲, ,乙\r\n", "\t\t2\t甲\t \t乙\n", "|  |  | 2 | 甲 |  | 乙 |\n"],
    );
}

/// Reads CSV as RFC 4180 has it.
fn parsed(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut chars = csv.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\r' if !is_quoted && chars.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(!is_quoted && row.is_empty() && field.is_empty(), "it ends with a row");
    rows
}

proptest! {
    #[test]
    fn any_lines_are_sorted_as_a_plain_sorting_does(
        docs in prop::collection::vec(
            ("[甲乙]{0,2}", "(20[12][0-9])?", prop::collection::vec("[甲\u{0}a𠮷]{0,50}", 0..4)),
            0..5,
        ),
        width in 0usize..30,
    ) {
        let blocks: Vec<Vec<&str>> =
            docs.iter().map(|doc| doc.2.iter().map(String::as_str).collect()).collect();
        let docs: Vec<_> = docs.iter().zip(&blocks)
            .map(|((title, date, _), blocks)| (title.as_str(), date.as_str(), &blocks[..]))
            .collect();
        let corpus = corpus(&docs);
        let hits = hits(&corpus, "甲");
        for order in [Order::Place, Order::Before, Order::After, Order::Article, Order::Date] {
            let lines = concordance(&corpus, &hits, order, width, 0..hits.len());
            let places = lines.iter().map(|line| (line.doc, Hit { block: line.block, span: line.span }));
            prop_assert_eq!(places.collect::<Vec<_>>(), naive(&corpus, &hits, order));
        }
    }

    #[test]
    fn a_line_is_a_piece_of_its_block(text in "[甲a，𠮷]{1,40}", width in 0usize..50) {
        let corpus = corpus(&[("", "", &[&text])]);
        for line in concordance(&corpus, &hits(&corpus, "甲"), Order::Place, width, 0..99) {
            let (start, end) = (line.span.start as usize, line.span.end as usize);
            prop_assert!(text[..start].ends_with(&line.before) && text[end..].starts_with(&line.after));
            for (shown, whole, is_cut) in [
                (&line.before, &text[..start], line.cut_before),
                (&line.after, &text[end..], line.cut_after),
            ] {
                let chars = whole.chars().count();
                prop_assert_eq!(shown.chars().count(), chars.min(width));
                prop_assert_eq!(is_cut, chars > width);
            }
        }
    }

    #[test]
    fn a_sample_keeps_the_order(length in 0usize..200, count in 0usize..250) {
        let list: Vec<usize> = (0..length).collect();
        let thinned = sample(&list, count);
        prop_assert_eq!(thinned.len(), count.min(length));
        let steps: Vec<usize> = thinned.windows(2).map(|two| two[1] - two[0]).collect();
        let (least, most) = (steps.iter().min(), steps.iter().max());
        prop_assert!(most.zip(least).is_none_or(|(most, least)| *least > 0 && most - least <= 1));
    }

    #[test]
    fn csv_is_read_back_as_it_was_written(
        title in "[,\"\r\n=+＝@\t'甲-]{0,6}",
        texts in prop::array::uniform3("[,\"\r\n=+＝@\t'甲-]{0,6}"),
    ) {
        let (corpus, lines) = one(&title, "2021", texts.each_ref().map(String::as_str));
        let csv = csv(&corpus, &columns(), &lines);
        let rows = parsed(csv.strip_prefix('\u{feff}').expect("a byte order mark"));
        let [before, hit, after] = texts;
        let guarded = [title, "2021".to_owned(), "2".to_owned(), before, hit, after].map(|field| {
            let is_risky = field.starts_with(['=', '+', '-', '@', '＝', '\t', '\r', '\n']);
            if is_risky { format!("'{field}") } else { field }
        });
        prop_assert_eq!(&rows[1..], [guarded.to_vec()]);
        prop_assert_eq!(rows[0].len(), 6);
    }

    #[test]
    fn tsv_and_markdown_keep_a_line_to_a_row(texts in prop::array::uniform3("\\PC{0,6}|[\t\r\n|\\\\]{0,6}")) {
        let (corpus, lines) = one("题", "", texts.each_ref().map(String::as_str));
        let tsv = tsv(&corpus, &columns(), &lines);
        prop_assert_eq!(tsv.lines().map(|row| row.split('\t').count()).collect::<Vec<_>>(), [6, 6]);
        let markdown = markdown(&corpus, &columns(), &lines);
        let row = markdown.lines().nth(2).expect("a row").replace("\\\\", "").replace("\\|", "");
        prop_assert_eq!(row.matches('|').count(), 7);
        prop_assert_eq!(markdown.lines().count(), 3);
    }
}
