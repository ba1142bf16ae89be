//! Words that begin with what was typed, or contain it.

use std::cmp::Reverse;
use std::sync::OnceLock;

use jianyue::embedded::FOLD;
use jianyue::engine::{
    Corpus, Engine, Fold, Segmenter, Suggestion, Words, completions, named, read,
};
use proptest::prelude::*;

use crate::seeds;
use crate::suggest::shown;

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::new(seeds().corpus(), &Fold::new(FOLD)))
}

/// On the five seeds, the first four.
#[track_caller]
fn check(typed: &str, suggestions: &str) {
    assert_eq!(shown(&completions(words(), typed, 4)), suggestions, "{typed}");
}

#[test]
fn words_that_begin_so_come_first() {
    check("高新", "高新区 71, 高新技术 2, 高新产业 1");
    check("产业", "产业园 16, 产业链 15, 产业化 4, 产业政策 2");
    check("软件", "软件园 30, 软件产业 9, 应用软件 1");
    check("科学", "科学城 160, 科学实验 1, 科学研究 1, 中国科学院 1");
    check("i", "ibm 7, ai 1, build 1");
    check("wats", "watson 1");
}

#[test]
fn what_was_typed_is_not_completed_to_itself() {
    check("重庆", "重庆市 21, 重庆大学 3, 重庆市政府 2");
    check("ibm", "");
}

#[test]
fn nothing_and_nonsense_have_none() {
    for typed in ["", "\n", "庆\n", "，", "庆重", "IBM", "重庆市政府大楼"] {
        check(typed, "");
    }
    assert!(completions(words(), "重", 0).is_empty());
}

/// All words of a text, by what they have in common.
#[track_caller]
fn check_words(text: &str, common: &str, suggestions: &str) {
    let mut corpus = Corpus { docs: vec![read("", "", text.as_bytes(), None).expect("UTF-8")] };
    let fold = Fold::new(FOLD);
    let none = Words::new(&corpus, &fold);
    assert!(completions(&none, common, 9).is_empty(), "not segmented");
    Segmenter::embedded().segment(&mut corpus);
    let found = completions(&Words::new(&corpus, &fold), common, 9);
    assert_eq!(shown(&found), suggestions, "{text}");
}

#[test]
fn words_are_folded_and_counted() {
    check_words("IBM公司里有ibm，Ibm与IBMs", "b", "ibm 3, ibms 1");
    check_words("资讯产业，資訊。", "讯", "资讯 2");
}

#[test]
fn numbers_particles_and_single_characters_are_none() {
    check_words("记者看见了2018年和2018，或者是因为它", "2", "");
    check_words("记者因为作者。学者或者。", "者", "作者 1, 学者 1, 记者 1");
    check_words("我们的人，人们。", "人", "人们 1");
}

#[test]
fn are_the_same_counted_in_pieces() {
    let mut engine = Engine::new(seeds().corpus().clone(), Fold::new(FOLD));
    let mut pieces = 1;
    while !engine.count_words(20_000) {
        pieces += 1;
    }
    assert!((2..=5).contains(&pieces), "{pieces}");
    for typed in ["重", "产业", "i"] {
        assert_eq!(engine.complete(typed, 9), completions(words(), typed, 9));
    }
}

#[test]
fn are_as_a_naive_search_finds_them() {
    let fold = Fold::new(FOLD);
    let blocks = || seeds().corpus().docs.iter().flat_map(|doc| &doc.page.blocks);
    let all: Vec<String> = blocks()
        .flat_map(|block| named(&block.text, &block.words))
        .map(|(word, _)| fold.text(word))
        .collect();
    for typed in ["重", "庆", "区", "业", "a", "i", "创新", "产业", "智", "中国"] {
        let found = completions(words(), typed, usize::MAX);
        assert!(!found.is_empty(), "{typed}");
        for Suggestion { text, count } in &found {
            assert_eq!(all.iter().filter(|&word| word == text).count(), *count as usize);
            assert!(text.contains(typed) && text != typed);
        }
        let order: Vec<_> = found
            .iter()
            .map(|found| (!found.text.starts_with(typed), Reverse(found.count), &found.text))
            .collect();
        assert!(order.is_sorted_by(|a, b| a < b), "{typed}");
    }
}

proptest! {
    #[test]
    fn nothing_typed_fails(typed in "\\PC{0,5}|[重庆区\n]{0,3}") {
        completions(words(), &typed, 5);
    }
}
