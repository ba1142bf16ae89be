//! Search: every occurrence and nothing else, against a search so plain that it can hardly be
//! wrong.

use jianyue::engine::{
    Block, Corpus, Doc, Engine, Fold, Folds, Match, Page, Query, Role, Sort, read, restore,
};
use proptest::prelude::*;

use crate::seeds;

/// The oracle: goes through the folded text of each block from left to right.
struct Naive {
    fold: Fold,
    /// Each document's id and the folded texts of its blocks.
    docs: Vec<(String, Vec<String>)>,
}

impl Naive {
    fn new(engine: &Engine) -> Naive {
        let fold = crate::fold();
        let texts =
            |doc: &Doc| doc.page.blocks.iter().map(|block| fold.text(&block.text)).collect();
        let docs = engine.corpus().docs.iter().map(|doc| (doc.id.clone(), texts(doc))).collect();
        Naive { fold, docs }
    }

    fn found(&self, query: &str) -> Vec<(String, usize)> {
        let needle = self.fold.text(query);
        if needle.is_empty() {
            return Vec::new();
        }
        let count = |texts: &[String]| texts.iter().map(|text| text.matches(&needle).count()).sum();
        let counts = self.docs.iter().map(|(id, texts)| (id.clone(), count(texts)));
        counts.filter(|&(_, count)| count > 0).collect()
    }
}

/// The counts of a text that is no query of the language; also that there are so many hits.
fn found(engine: &Engine, query: &str) -> Vec<(String, usize)> {
    let search = engine.search(&Query::literal(query, Folds::ALL));
    let matches = engine.ranked(&search, Sort::Fit).into_iter();
    let mut found: Vec<_> = matches
        .map(|found| {
            assert_eq!(engine.hits(&search, found.doc).len(), found.count as usize, "{query}");
            (engine.corpus().docs[found.doc].id.clone(), found.count as usize)
        })
        .collect();
    found.sort();
    found
}

/// `counts`: the hits in each of the five seeds.
#[track_caller]
fn check(query: &str, counts: [usize; 5]) {
    let ids = seeds().corpus().docs.iter().map(|doc| doc.id.clone());
    let expected: Vec<_> = ids.zip(counts).filter(|&(_, count)| count > 0).collect();
    assert_eq!(found(seeds(), query), expected, "{query}");
}

#[test]
fn what_a_line_end_cuts_is_found() {
    check("光谷·智创园", [0, 2, 0, 0, 0]); // lines 31/32 and 149/150 of 001
    check("云联数算用", [0, 2, 0, 0, 0]); // across a hanging quotation mark
    check("高端化药", [0, 0, 1, 0, 0]); // across the end of a column
    check("CDMO", [0, 0, 2, 0, 0]); // hyphenated once
    check("发展大局", [1, 0, 0, 0, 0]); // in a narrow lede, a blank after every line
}

#[test]
fn width_script_and_spaces_do_not_matter() {
    check("西部(重庆)科学城", [4, 0, 15, 5, 16]);
    check("西部（重慶）科學城", [4, 0, 15, 5, 16]);
    check("ｉｂｍ", [0, 0, 7, 0, 0]);
    check("约300家", [1, 0, 0, 0, 0]);
    check("watson build", [0, 0, 1, 0, 0]);
    check("高新 区", [15, 5, 3, 8, 40]);
}

#[test]
fn what_is_not_there_is_not_found() {
    check("", [0; 5]);
    check(" \u{3000}", [0; 5]);
    check("庆重新高", [0; 5]);
    check("\u{0}", [0; 5]);
    check("\n", [0; 5]);
}

#[test]
fn hits_do_not_reach_from_one_block_into_the_next() {
    let page = restore("第一段说到重\n\n\n庆祝活动。\n");
    assert!(page.blocks.len() > 1 || page.blocks[0].text.contains("重庆"));
}

#[test]
fn every_hit_folds_to_what_was_sought_and_knows_its_lines() {
    let fold = crate::fold();
    for query in ["重庆", "科学城", "500强", "a", "，"] {
        let search = seeds().search(&Query::literal(query, Folds::ALL));
        for found in seeds().ranked(&search, Sort::Fit) {
            let doc = &seeds().corpus().docs[found.doc];
            for hit in seeds().hits(&search, found.doc) {
                let block = &doc.page.blocks[hit.block as usize];
                assert_eq!(fold.text(hit.span.of(&block.text)), fold.text(query));
                assert!(!block.lines_of(hit.span).is_empty());
            }
        }
    }
}

#[test]
fn the_same_documents_are_ranked_in_every_order() {
    let search = seeds().search(&Query::literal("重庆", Folds::ALL));
    let page = |found: &Match| &seeds().corpus().docs[found.doc].page;
    for sort in Sort::ALL {
        let ranked = seeds().ranked(&search, sort);
        assert_eq!(ranked.len(), 5);
        let is_in_order = match sort {
            Sort::Fit => ranked.is_sorted_by(|a, b| a.score >= b.score),
            Sort::Count => ranked.is_sorted_by(|a, b| a.count >= b.count),
            Sort::Place => ranked.is_sorted_by_key(|found| found.doc),
            Sort::Title => ranked.is_sorted_by_key(|found| page(found).title.clone()),
            Sort::Date => ranked.is_sorted_by_key(|found| {
                std::cmp::Reverse(page(found).date.as_ref().map(|date| date.value.clone()))
            }),
        };
        assert!(is_in_order, "{sort:?}");
    }
}

#[test]
fn hits_are_counted_by_the_part_of_speech_as_they_are_asked_for_by_it() {
    let count = |typed: &str| {
        let search = seeds().search(&seeds().query(typed, Folds::ALL));
        let hits: u32 = seeds().ranked(&search, Sort::Fit).iter().map(|found| found.count).sum();
        (hits, seeds().speech(&search))
    };
    let mut tags = 0;
    for typed in ["电子", "发展", "重庆", "高新区", "的", "5", "IBM", "创新 in:headline"]
    {
        let (hits, speech) = count(typed);
        let words: u32 = speech.words.iter().map(|(_, count)| count).sum();
        assert_eq!(words + speech.parts + speech.several, hits, "{typed}: {speech:?}");
        assert!(speech.words.is_sorted_by(|a, b| a.1 >= b.1), "{speech:?}");
        for (tag, hits) in speech.words.iter().filter(|(tag, _)| !tag.is_empty()) {
            assert_eq!(count(&format!("pos:{tag} {typed}")).0, *hits, "{typed} as {tag}");
            tags += 1;
        }
    }
    assert!(tags >= 7, "{tags}");
    assert!(count("电子").1.parts > 0 && count("重庆高新区").1.several > 0);
}

/// What an analyst would type, and the article that he would want to read first: judged by what the
/// articles are about.
const JUDGED: [(&str, &[&str]); 5] = [
    (
        "000",
        &[
            "中电重庆软件园",
            "软件园 开工",
            "四大生态系统",
            "in:headline 软件园",
            "合作意向",
            "高新速度",
        ],
    ),
    ("001", &["陈锡明", "中国电子", "信创", "子公司 布局", "光谷·智创园", "长城网际", "智慧名城"]),
    ("002", &["小米", "智博会", "IBM", "500强 | 上市公司", "企业声音", "曹子玮", "金蛋 | 金鸡蛋"]),
    ("003", &["金凤实验室", "营业执照", "央企", "川渝 异地", "保姆式服务", "空天信息"]),
    ("004", &["公园", "小政府 大服务", "宜居", "聚才引智", "高品质生活", "科学城 ~10 提速"]),
];

#[test]
fn the_best_article_comes_first() {
    let mut wrong = Vec::new();
    for (id, typed) in JUDGED.iter().flat_map(|(id, all)| all.iter().map(move |typed| (id, typed)))
    {
        let search = seeds().search(&seeds().query(typed, Folds::ALL));
        let first = seeds().ranked(&search, Sort::Fit).first().map(|found| found.doc);
        let first = first.map_or("none", |doc| &seeds().corpus().docs[doc].id[..3]);
        println!("{typed}: {first}");
        if first != *id {
            wrong.push(format!("{typed}: {first}, not {id}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(JUDGED.iter().map(|(_, typed)| typed.len()).sum::<usize>() >= 30);
}

#[test]
fn ten_thousand_substrings_of_the_seeds_are_found_as_a_naive_scan_finds_them() {
    let texts: Vec<Vec<char>> = seeds()
        .corpus()
        .docs
        .iter()
        .flat_map(|doc| &doc.page.blocks)
        .map(|block| block.text.chars().collect())
        .collect();
    let naive = Naive::new(seeds());
    let mut random = Random(20_261_121);
    for _ in 0..10_000 {
        let text = &texts[random.below(texts.len())];
        let from = random.below(text.len());
        let length = 1 + random.below(20);
        let query: String = text[from..].iter().take(length).collect();
        let found = found(seeds(), &query);
        assert_eq!(found, naive.found(&query), "{query}");
        assert!(!found.is_empty() || query.trim().is_empty(), "{query}");
    }
}

proptest! {
    #[test]
    fn any_query_on_any_corpus_is_found_as_a_naive_scan_finds_it(
        texts in prop::collection::vec("[甲乙a （(，。\n]{0,60}", 1..5),
        query in "[甲乙a （(]{0,4}|\\PC{0,6}",
    ) {
        let docs = texts.iter().enumerate();
        let docs = docs.map(|(i, text)| read(&i.to_string(), "", text.as_bytes(), None).expect("UTF-8")).collect();
        let engine = Engine::new(Corpus { docs }, crate::fold());
        prop_assert_eq!(found(&engine, &query), Naive::new(&engine).found(&query));
    }
}

/// Marsaglia's xorshift (2003), for substrings that are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

/// Texts of more megabytes than are kept in one piece: `count` documents of about 300 KB, every
/// seventh with a phrase that no other has.
fn many(count: usize) -> Engine {
    let page = seeds().corpus().docs[1].text();
    let text = page.repeat(300_000 / page.len());
    let doc = |i: usize| {
        let rare =
            if i % 7 == 3 { format!("\n\n乙丑年腊月初{i}记。\n") } else { String::new() };
        Doc {
            id: format!("{i:02}"),
            page: Page {
                blocks: (text.clone() + &rare)
                    .lines()
                    .map(|line| Block {
                        role: Role::Body,
                        sure: 100,
                        text: line.to_owned(),
                        origin: Vec::new(),
                        words: Vec::new(),
                    })
                    .collect(),
                ..Default::default()
            },
            ..Doc::default()
        }
    };
    let mut docs: Vec<Doc> = (0..count).map(doc).collect();
    for doc in &mut docs {
        doc.page.reading_order = (0..doc.page.blocks.len() as u32).collect();
    }
    Engine::new(Corpus { docs }, crate::fold())
}

#[test]
fn many_megabytes_are_searched_as_a_naive_scan_does() {
    let mut engine = many(32);
    let naive = Naive::new(&engine);
    let pieces = |engine: &Engine, query: &str| {
        let mut search = engine.begin(&engine.query(query, Folds::ALL));
        let mut rounds = 0;
        while !engine.go_on(&mut search, 1) {
            rounds += 1;
        }
        (search.docs().collect::<Vec<_>>(), rounds)
    };
    for query in ["重庆", "的", "腊月", "乙丑年腊月初10记", "初31", "没有这样的话"]
    {
        assert_eq!(found(&engine, query), naive.found(query), "{query}");
    }
    // A document without what all hits need is not looked at by itself.
    assert_eq!(pieces(&engine, "腊月"), (vec![3, 10, 17, 24, 31], 6));
    assert_eq!(pieces(&engine, "重庆 腊月").0, vec![3, 10, 17, 24, 31]);
    assert_eq!(pieces(&engine, "-腊月 重庆").0.len(), 27);
    assert_eq!(pieces(&engine, "初31 | 初3").0, vec![3, 31]);
    assert_eq!(pieces(&engine, "/腊月初[0-9]{2}/").0, vec![10, 17, 24, 31]);
    // Suggestions are gathered from a part, and counted in all.
    assert_eq!(engine.suggest("乙丑年腊月出", 8)[0].count, 5);
    let misfits = engine.revise("10", Some("")).map(<[_]>::len);
    assert_eq!(misfits, Some(0));
    for query in ["的", "腊月", "初31"] {
        assert_eq!(found(&engine, query), naive.found(query), "{query}");
    }
}
