//! New words: how many of those proposed are some, by the judgement of a reader; that each is counted
//! as the search counts; and that no text hinders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use jianyue::engine::{Corpus, Engine, NewWord, Segmenter, new_words, read};
use proptest::prelude::*;

use crate::seeds;

fn segmenter() -> &'static Segmenter {
    static SEGMENTER: OnceLock<Segmenter> = OnceLock::new();
    SEGMENTER.get_or_init(Segmenter::embedded)
}

fn found() -> &'static [NewWord] {
    static FOUND: OnceLock<Vec<NewWord>> = OnceLock::new();
    FOUND.get_or_init(|| new_words(seeds().corpus(), segmenter(), 300))
}

/// How often a text stands in the blocks, folded.
fn naive(corpus: &Corpus, text: &str) -> usize {
    let fold = crate::fold();
    let (needle, blocks) = (fold.text(text), corpus.docs.iter().flat_map(|doc| &doc.page.blocks));
    blocks.map(|block| fold.text(&block.text).matches(&needle).count()).sum()
}

/// What a reader says of words: `=` noted while reading, `+` or `-` judged when proposed.
fn judged() -> BTreeMap<String, char> {
    let text = fs::read_to_string("tests/engine/new_words.txt").expect("the judgements are there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let judged = lines.map(|line| line.split_once(' ').expect("a mark and a word"));
    judged.map(|(mark, word)| (word.to_owned(), mark.chars().next().expect("a mark"))).collect()
}

#[test]
fn of_the_first_fifty_nine_in_ten_are_words() {
    let judged = judged();
    let first = &found()[..50];
    let is_word = |word: &&NewWord| matches!(judged.get(&word.text), Some('=' | '+'));
    let precision = first.iter().filter(is_word).count() as f64 / first.len() as f64;
    let names: BTreeSet<&str> = found().iter().map(|word| word.text.as_str()).collect();
    let whole = |word: &str| {
        let blocks = seeds().corpus().docs.iter().flat_map(|doc| &doc.page.blocks);
        let words = blocks.flat_map(|block| jianyue::engine::named(&block.text, &block.words));
        words.filter(|&(other, _)| other == word).count()
    };
    // What the dictionary does not have, or the segmentation loses, and is there more than once.
    let noted: Vec<&str> = judged
        .iter()
        .filter(|&(word, &mark)| {
            let count = naive(seeds().corpus(), word);
            mark == '=' && count > 1 && (!segmenter().has(word) || whole(word) * 2 < count)
        })
        .map(|(word, _)| word.as_str())
        .collect();
    let (hit, missed): (Vec<&str>, Vec<&str>) =
        noted.into_iter().partition(|word| names.contains(word));
    println!("precision of the first {}: {precision:.2}", first.len());
    println!("recall of those noted by reading: {} of {}", hit.len(), hit.len() + missed.len());
    println!("missed: {missed:?}");
    for (number, word) in (1..).zip(first) {
        let mark = judged.get(&word.text).unwrap_or(&'?');
        println!("{number:>3} {mark} {} {:.2}", word.text, f64::from(word.score) / 100.0);
    }
    assert!(precision >= 0.9, "{precision}");
    assert!(hit.len() >= missed.len(), "half of what a reader finds is found");
    for wanted in ["中电", "平安建投", "苏交科", "信创"] {
        assert!(names.contains(wanted), "{wanted} is not proposed");
    }
}

#[test]
fn the_surest_come_first_each_once_and_the_library_has_them() {
    assert!(found().windows(2).all(|two| two[0].score >= two[1].score));
    let names: BTreeSet<&str> = found().iter().map(|word| word.text.as_str()).collect();
    assert_eq!(names.len(), found().len());
    assert_eq!(new_words(seeds().corpus(), segmenter(), 300), found());
    assert_eq!(new_words(seeds().corpus(), segmenter(), 3), found()[..3]);
    assert!(new_words(&Corpus::default(), segmenter(), 300).is_empty());
}

#[test]
fn a_proposal_is_counted_as_the_search_counts_and_shows_its_places() {
    let engine = Engine::new(seeds().corpus().clone(), crate::fold());
    let engine = engine.with_new_words(found().to_vec());
    for proposal in engine.proposals(0..40) {
        let text = &proposal.word.text;
        assert_eq!(proposal.count as usize, naive(engine.corpus(), text), "{text}");
        assert!(!proposal.examples.is_empty() && proposal.examples.len() <= 3, "{text}");
        assert!(proposal.examples.iter().all(|(_, line)| line.hit == *text), "{text}");
        let docs: BTreeSet<usize> = proposal.examples.iter().map(|(_, line)| line.doc).collect();
        assert_eq!(
            docs.len(),
            3.min(proposal.articles as usize),
            "{text} is shown where it can be"
        );
    }
    assert_eq!(engine.proposals(0..usize::MAX).len(), found().len());
    assert!(engine.proposals(1000..2000).is_empty());
}

#[test]
fn what_the_dictionary_has_and_what_binds_words_is_not_proposed() {
    #[track_caller]
    fn check(text: &str, wanted: &[&str]) {
        let doc = read("one", "one", text.as_bytes(), None).expect("UTF-8");
        let mut corpus = Corpus { docs: vec![doc] };
        segmenter().segment(&mut corpus);
        let words = new_words(&corpus, segmenter(), 10);
        assert_eq!(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), wanted);
    }
    check("", &[]);
    check("重庆，软件园；重庆。软件园，重庆；软件园。", &[]);
    check("在重庆，在重庆，在重庆。的软件园，的软件园，的软件园。", &[]);
    check("苏交科。苏交科，苏交科；", &["苏交科"]);
    check("他说“高新速度”好，你说“高新速度”快。", &["高新速度"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_corpus_is_gone_through(
        texts in prop::collection::vec("[中电重庆软件园苏交科的在“”，a1\n]{0,120}|\\PC{0,40}", 0..4),
    ) {
        let docs = texts.iter().map(|text| read("", "", text.as_bytes(), None).expect("UTF-8"));
        let mut corpus = Corpus { docs: docs.collect() };
        segmenter().segment(&mut corpus);
        let words = new_words(&corpus, segmenter(), 20);
        prop_assert_eq!(&words, &new_words(&corpus, segmenter(), 20));
        let engine = Engine::new(corpus.clone(), crate::fold()).with_new_words(words);
        for proposal in engine.proposals(0..20) {
            prop_assert_eq!(proposal.count as usize, naive(&corpus, &proposal.word.text));
        }
    }
}
