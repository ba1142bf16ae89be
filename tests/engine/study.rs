//! What is learned of words: between which others they stand, and which of them an article is about.

use jianyue::engine::{Folds, Query};

use crate::seeds;

#[test]
fn an_article_is_about_what_it_says_often_and_others_do_not() {
    #[track_caller]
    fn check(doc: usize, words: &[&str]) {
        let told: Vec<String> =
            seeds().keywords(doc, 12).into_iter().map(|word| word.text).collect();
        for word in words {
            assert!(told.iter().any(|told| told == word), "{word} is not of {told:?}");
        }
    }
    check(0, &["软件园", "网信", "高新区", "人才"]);
    check(1, &["电子", "软件", "陈锡明", "光谷"]);
    check(2, &["科学城", "小米", "能源", "苏交科"]);
    check(3, &["科学城", "政务", "异地", "营业执照"]);
    check(4, &["高新区", "科学城", "成渝", "高校"]);
}

#[test]
fn keywords_are_counted_as_the_search_counts() {
    for doc in 0..seeds().corpus().docs.len() {
        for word in seeds().keywords(doc, 12) {
            let search = seeds().search(&Query::literal(&word.text, Folds::ALL));
            assert_eq!(seeds().hits(&search, doc).len(), word.count as usize, "{}", word.text);
        }
    }
    assert!(seeds().keywords(99, 12).is_empty());
}

#[test]
fn a_card_tells_as_what_a_word_occurs_and_what_stands_beside_it() {
    let card = |word: &str| {
        let search = seeds().search(&Query::literal(word, Folds::ALL));
        let all = seeds().all_hits(&search).len() as u32;
        let card = seeds().card(&search);
        let words: u32 = card.tags.iter().map(|tag| tag.1).sum();
        assert_eq!(words + card.parts, all, "every hit of {word} is counted once");
        card
    };
    let first = |words: &[(String, u32)]| words.first().cloned().unwrap_or_default();
    let electronics = card("电子");
    assert_eq!(electronics.tags, [("n".to_owned(), 73)]);
    assert_eq!(first(&electronics.before), ("中国".to_owned(), 47));
    assert_eq!(first(&electronics.after), ("信息产业".to_owned(), 17));
    assert_eq!(first(&card("重庆").after), ("高新区".to_owned(), 57));
    // Marks are no neighbours.
    let marks = |words: &[(String, u32)]| words.iter().any(|(word, _)| word == "，" || word == "“");
    assert!(!marks(&electronics.before) && !marks(&electronics.after));
}
