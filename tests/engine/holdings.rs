//! Documents that come in and go out again: the engine is then as if it had always been so.

use jianyue::embedded;
use jianyue::engine::{
    Block, Corpus, Doc, Engine, Fold, Folds, Given, Lexicon, Page, Role, pack, read,
};
use proptest::prelude::*;

use crate::fold;

fn doc(id: &str, text: &str, given: Given) -> Doc {
    Doc { given, ..read(id, id, text.as_bytes(), None).expect("UTF-8") }
}

fn in_collections(names: &[&str]) -> Given {
    let collections = names.iter().map(|&name| name.to_owned()).collect();
    Given { collections, ..Given::default() }
}

/// The ids of the documents that a query finds, and how often.
fn found(engine: &Engine, typed: &str) -> Vec<(String, usize)> {
    let search = engine.search(&engine.query(typed, Folds::ALL));
    let docs = &engine.corpus().docs;
    search.docs().map(|at| (docs[at].id.clone(), engine.hits(&search, at).len())).collect()
}

#[test]
fn what_is_given_goes_before_what_the_page_says() {
    let text = "重庆高新区昨日发布公告\n\n本报讯 2021年3月5日，会议在重庆举行，会议通过了决议。\n";
    let given = Given {
        title: "会议".to_owned(),
        author: "夏元".to_owned(),
        date: "1999-07".to_owned(),
        ..Given::default()
    };
    let mut engine = Engine::new(Corpus { docs: vec![doc("a", text, given)] }, fold());
    let said = |engine: &Engine| {
        let page = &engine.corpus().docs[0].page;
        let date = page.date.as_ref().map(|date| date.value.clone()).unwrap_or_default();
        (page.title.clone(), date, page.articles[0].byline.clone())
    };
    let all = ("会议".to_owned(), "1999-07".to_owned(), "夏元".to_owned());
    assert_eq!(said(&engine), all);
    assert_eq!(found(&engine, "date:1999 决议"), [("a".to_owned(), 1)]);
    // A correction of the restoration leaves it.
    engine.revise("a", Some("off lines"));
    assert_eq!(said(&engine), all);
    // What is no date says nothing.
    let given = Given { date: "昨天".to_owned(), ..Given::default() };
    let engine = Engine::new(Corpus { docs: vec![doc("a", text, given)] }, fold());
    assert!(found(&engine, "date:1999").is_empty());
    assert_ne!(said(&engine).1, "昨天");
}

#[test]
fn a_collection_is_searched_by_its_name_however_it_is_written() {
    let docs = vec![
        doc("a", "重庆的书", in_collections(&["报纸", "我的 書"])),
        doc("b", "重庆的报", in_collections(&["报纸"])),
        doc("c", "重庆", Given::default()),
    ];
    let engine = Engine::new(Corpus { docs }, fold());
    let ids = |typed: &str| -> Vec<String> {
        found(&engine, typed).into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(ids("set:报纸 重庆"), ["a", "b"]);
    assert_eq!(ids("set:\"我的 书\" 重庆"), ["a"]);
    assert_eq!(ids("重庆 -set:报纸"), ["c"]);
    assert_eq!(ids("重庆 set:报"), [""; 0]);
    assert_eq!(ids("set:报纸 | set:\"我的 书\""), ["a", "b"]);
}

#[test]
fn a_document_takes_the_place_of_the_one_of_its_id_and_stays_corrected() {
    let mut engine = Engine::new(
        Corpus {
            docs: vec![
                doc("a", "重庆\n\n高新区", Given::default()),
                doc("b", "重庆", Given::default()),
            ],
        },
        fold(),
    );
    engine.put(doc("a", "成都\n\n高新区", Given::default()));
    assert_eq!(found(&engine, "重庆"), [("b".to_owned(), 1)]);
    assert_eq!(found(&engine, "成都"), [("a".to_owned(), 1)]);
    let ids: Vec<&str> = engine.corpus().docs.iter().map(|doc| doc.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    engine.revise("a", Some("role 1:1 label 成都"));
    assert_eq!(found(&engine, "in:label 成都").len(), 1);
    engine.put(doc("a", "成都\n\n高新区。", in_collections(&["新"])));
    assert_eq!(found(&engine, "in:label 成都 set:新").len(), 1);
    engine.revise("a", None);
    assert_eq!(found(&engine, "in:label 成都").len(), 0);
    engine.put(doc("c", "成都", Given::default()));
    assert_eq!(found(&engine, "成都").len(), 2);
}

#[test]
fn with_full_tables_documents_of_other_characters_are_found_however_they_are_written() {
    let mut engine = pack::read(embedded::LIBRARY).expect("the library of this build");
    let before = found(&engine, "重慶");
    engine.use_tables(Fold::new(embedded::FOLD), embedded::PINYIN.to_owned());
    engine.add(doc("own", "龜兔賽跑", Given::default()));
    assert_eq!(found(&engine, "龟兔赛跑"), [("own".to_owned(), 1)]);
    assert_eq!(found(&engine, "重慶"), before);
    assert!(engine.suggest("gtsp", 8).iter().any(|found| found.text == "龟兔赛跑"));
}

/// Each of the first two documents fills a shelf by itself.
#[test]
fn what_lies_behind_full_shelves_is_found_when_they_are_gone() {
    let page = Page {
        blocks: vec![Block {
            role: Role::Body,
            sure: 100,
            text: "甲乙丙。".repeat(350_000),
            origin: Vec::new(),
            words: Vec::new(),
        }],
        reading_order: vec![0],
        ..Page::default()
    };
    let long = |id: &str| Doc { id: id.to_owned(), page: page.clone(), ..Doc::default() };
    let last = doc("last", "重庆", Given::default());
    let docs = vec![long("a"), long("b"), doc("c", "重庆", Given::default()), last];
    for gone in [&["a"][..], &["b"], &["c"], &["a", "b"], &["b", "c"], &["a", "b", "c"]] {
        let mut engine = Engine::new(Corpus { docs: docs.clone() }, fold());
        assert_eq!(engine.remove(|doc| gone.contains(&doc.id.as_str())), gone.len());
        let is_left = |id: &&str| !gone.contains(id);
        let wanted: Vec<_> = ["c", "last"].into_iter().filter(is_left).collect();
        let ids: Vec<String> = found(&engine, "重庆").into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, wanted);
        let long = ["a", "b"].into_iter().filter(is_left).count();
        assert_eq!(found(&engine, "丙。甲").len(), long);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn what_is_taken_out_is_as_if_it_had_never_come(
        texts in prop::collection::vec("[甲乙丙重庆。\n]{0,40}", 1..8),
        gone in any::<u8>(),
    ) {
        let make = |(i, text): (usize, &String)| doc(&i.to_string(), text, Given::default());
        let docs: Vec<Doc> = texts.iter().enumerate().map(make).collect();
        let is_gone = |doc: &Doc| doc.id.parse().is_ok_and(|i: u32| gone >> i & 1 == 1);
        let left = docs.iter().filter(|doc| !is_gone(doc)).cloned().collect();
        let mut engine = Engine::new(Corpus { docs }, fold());
        engine.correct_words(Lexicon::parse("甲乙 n").0);
        engine.remove(is_gone);
        let mut fresh = Engine::new(Corpus { docs: left }, fold());
        fresh.correct_words(Lexicon::parse("甲乙 n").0);
        prop_assert_eq!(engine.corpus(), fresh.corpus());
        for typed in ["甲", "乙 丙", "重庆", "-甲", "丙。"] {
            prop_assert_eq!(found(&engine, typed), found(&fresh, typed));
        }
        prop_assert_eq!(engine.uncut(usize::MAX).texts, fresh.uncut(usize::MAX).texts);
        // And it goes on from there.
        engine.add(doc("more", "丁重庆", Given::default()));
        prop_assert_eq!(found(&engine, "丁"), [("more".to_owned(), 1)]);
    }
}
