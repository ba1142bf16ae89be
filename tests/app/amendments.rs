//! Words that the reader corrects: what is asked of whom, what is kept of it, and how it is shown.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jianyue::engine::{Doc, Engine, Lexicon, Role, Segmenter};
use jianyue::protocol::{CutUp, Failure, Request, Spot, answer};
use jianyue::state::{Action, Amend, Amendment, Amendments, Cutting, State, Status};
use proptest::prelude::*;

use crate::rendered::{BUILD, answered, at, doc, engine, html, read, settled_by};

fn segmenter() -> &'static Segmenter {
    static SEGMENTER: OnceLock<Segmenter> = OnceLock::new();
    SEGMENTER.get_or_init(Segmenter::embedded)
}

/// 重庆 / 软件园 / 开工 / ， / 软件园 / 在 / 重庆, and another article without a software park.
fn parks() -> Vec<Doc> {
    let one =
        doc("one", "开工", &[(Role::Body, "重庆软件园开工，软件园在重庆"), (Role::Body, "开工了")]);
    let mut docs = vec![one, doc("two", "别处", &[(Role::Body, "重庆开工")])];
    for block in docs.iter_mut().flat_map(|doc| &mut doc.page.blocks) {
        block.words = segmenter().words(&block.text);
    }
    docs
}

fn set(word: &str, amendment: Option<Amendment>) -> Action {
    Action::Word(Amend::Set(word.to_owned(), amendment))
}

/// What the segmenter answers to what it is asked.
fn cut_up(state: &State, build: &str) -> Option<Action> {
    let to_cut = state.amendments.to_cut()?;
    let segmenter = segmenter().with_lexicon(&Lexicon::parse(&to_cut.lexicon).0);
    let words = to_cut.texts.iter().map(|text| segmenter.words(text)).collect();
    let answer = CutUp { number: to_cut.number, build: build.to_owned(), words: Ok(words) };
    Some(Action::Word(Amend::Cut(answer)))
}

/// The state when engine and segmenter have answered all.
fn settled(state: State, engine: &mut Engine) -> State {
    let mut state = settled_by(state, engine);
    while let Some(answer) = cut_up(&state, BUILD) {
        state = settled_by(state.apply(answer), engine);
    }
    state
}

/// The first article, the card of 软件园 open.
fn shown(engine: &mut Engine) -> State {
    let state = settled(at("#doc=one&words=1"), engine);
    settled(state.apply(Action::AskedAt(Spot { block: 0, at: 3 })), engine)
}

fn asked(state: &State) -> Option<&Request> {
    state.asked.as_ref().map(|question| &question.request)
}

#[test]
fn what_is_joined_is_a_word_at_once_and_its_card_goes_on() {
    let mut engine = engine(parks());
    let state = shown(&mut engine);
    assert_eq!(state.word_text().as_deref(), Some("软件园"));
    let joined = ["重庆软件园", "软件园开工"].map(|word| Some(word.to_owned()));
    assert_eq!(state.joined_words(), joined);
    let words = state.shown_words().cloned();
    let corpus = engine.corpus().clone();

    let state = state.apply(set("重庆软件园", Some(Amendment::word("nt"))));
    assert_eq!(asked(&state), Some(&Request::Lexicon("重庆软件园 nt\n".to_owned())));
    let state = settled(state, &mut engine);
    assert_eq!(state.amendments.cutting(), Cutting::Done);
    assert_eq!(state.word_text().as_deref(), Some("重庆软件园"), "the word stays the current one");
    let of = state.asked_of.as_ref().expect("a card");
    let card = of.card.as_ref().expect("it was answered");
    assert_eq!((of.word.as_str(), of.is_stale), ("重庆软件园", false));
    assert_eq!(card.word.tags, [("nt".to_owned(), 1)]);
    assert_eq!(card.word.after, [("开工".to_owned(), 1)]);

    // Taken back, all is as it was; nothing has to be cut for that.
    let state = settled_by(state.apply(set("重庆软件园", None)), &mut engine);
    assert!(state.amendments.to_cut().is_none());
    assert!(engine.corpus() == &corpus && state.shown_words().cloned() == words);
}

/// The words of before stand until the new ones are there; those of another text do not.
#[test]
fn while_words_are_asked_anew_the_current_one_can_be_asked_about() {
    let mut engine = engine(parks());
    let state = shown(&mut engine).apply(set("软件园", Some(Amendment::Split(2))));
    let state = settled_by(state, &mut engine);
    let words = cut_up(&state, BUILD).expect("something is to be cut");
    let mut state = state.apply(words);
    while !matches!(asked(&state), Some(Request::Words(_))) {
        let question = state.asked.clone().expect("the words are asked anew");
        state = answered(state, answer(&mut engine, &question.request));
    }
    assert_eq!(state.word_text().as_deref(), Some("软件园"));
    let state = state.apply(Action::AskedWord);
    assert!(state.asked_of.as_ref().is_some_and(|asked| asked.card.is_none()));
    let state = settled(state, &mut engine);
    assert!(state.asked_of.is_some_and(|asked| asked.card.is_some()));

    let corrected =
        shown(&mut engine).apply(Action::Corrected("one".into(), Some("off lines".into())));
    let mut state = corrected;
    while !matches!(asked(&state), Some(Request::Words(_))) {
        assert!(!matches!(asked(&state), Some(Request::Read(..))) || state.word_text().is_none());
        let question = state.asked.clone().expect("the words are asked anew");
        state = answered(state, answer(&mut engine, &question.request));
    }
    assert_eq!(state.word_text(), None);
}

#[test]
fn a_word_that_is_split_is_its_parts_everywhere() {
    let mut engine = engine(parks());
    let state = shown(&mut engine).apply(set("软件园", Some(Amendment::Split(2))));
    let state = settled(state, &mut engine);
    let words = state.shown_words().map(|words| words[0].iter().map(|word| word.units).collect());
    assert_eq!(words, Some(vec![2, 2, 1, 2, 1, 2, 1, 1, 2]));
    let card = state.asked_of.and_then(|asked| asked.card).expect("a card");
    assert_eq!((card.total, card.word.parts), (2, 2), "it is found as before, and is no word");
}

#[test]
fn the_dictionary_is_only_asked_for_when_something_is_to_be_cut() {
    let mut engine = engine(parks());
    let state = settled_by(at("#doc=one&words=1"), &mut engine);
    assert!(state.amendments.to_cut().is_none());
    let state = settled_by(state.apply(set("不在此处", Some(Amendment::word("n")))), &mut engine);
    assert!(state.amendments.to_cut().is_none() && state.amendments.cutting() == Cutting::Done);
    let state = settled_by(state.apply(set("软件", Some(Amendment::word("n")))), &mut engine);
    assert_eq!(state.amendments.cutting(), Cutting::Loading);
    let to_cut = state.amendments.to_cut().expect("something is to be cut");
    // Only the paragraph that has it.
    assert_eq!(to_cut.texts, ["重庆软件园开工，软件园在重庆"]);
    // What is sought meanwhile does not wait for it.
    let state = settled_by(state.apply(Action::Typed("重庆".into())), &mut engine);
    assert_eq!(state.results().map(|found| found.total), Some(3));
    assert_eq!(state.amendments.cutting(), Cutting::Loading);
}

#[test]
fn kept_corrections_are_told_before_anything_else_is_asked() {
    let record = Amendment::word("nt").to_record("重庆软件园");
    let records = BTreeMap::from([("重庆软件园".to_owned(), record)]);
    let mut engine = engine(parks());
    let state = at("#doc=one&words=1").with_amendments(Amendments::new(records, 0));
    // The first question was under way already.
    let state = answered(state, jianyue::protocol::Response::Page(None));
    assert!(matches!(asked(&state), Some(Request::Lexicon(_))));
    let state = settled(state, &mut engine);
    let words = state.shown_words().map(|words| words[0][0].units);
    assert_eq!(words, Some(5));
    // A document that is corrected otherwise is cut again.
    let patched = Action::Corrected("one".to_owned(), Some("join 2:1 开工".to_owned()));
    let state = settled(state.apply(patched), &mut engine);
    assert_eq!(state.shown_words().map(|words| (words.len(), words[0][0].units)), Some((1, 5)));
}

#[test]
fn late_answers_and_those_of_another_build_are_not_taken() {
    let mut engine = engine(parks());
    let state =
        settled_by(shown(&mut engine).apply(set("软件", Some(Amendment::word("n")))), &mut engine);
    let late = cut_up(&state, BUILD).expect("it was asked");
    let state = settled_by(state.apply(set("重庆", Some(Amendment::word("nr")))), &mut engine);
    let state = state.apply(late);
    assert!(state.amendments.to_cut().is_some() && state.asked.is_none());
    let other = cut_up(&state, "another build").expect("it was asked");
    let state = state.apply(other);
    assert_eq!(state.status, Status::Failed(Failure::OtherBuild));
}

#[test]
fn what_fails_is_said_and_can_be_tried_again() {
    let mut engine = engine(parks());
    let state =
        settled_by(shown(&mut engine).apply(set("软件", Some(Amendment::word("n")))), &mut engine);
    let state = settled_by(state.apply(Action::Word(Amend::Broke("offline".into()))), &mut engine);
    assert_eq!(state.amendments.cutting(), Cutting::Failed("offline".to_owned()));
    assert!(state.amendments.to_cut().is_none());
    let state = settled(state.apply(Action::Word(Amend::Retry)), &mut engine);
    assert_eq!(state.amendments.cutting(), Cutting::Done);
    assert_eq!(engine.search(&engine.query("word:软件", Default::default())).found.len(), 0);
}

#[test]
fn what_is_selected_can_be_a_word() {
    let mut engine = engine(parks());
    let state = shown(&mut engine);
    let spot = |block, at| Spot { block, at };
    assert!(state.is_word_selected(spot(0, 0), spot(0, 5)));
    assert!(!state.is_word_selected(spot(0, 0), spot(1, 2)), "not over paragraphs");
    let state = state.apply(Action::Word(Amend::SetSelected(spot(0, 2), spot(0, 7))));
    assert_eq!(state.amendments.of("软件园开工"), Some(Amendment::word("n")));
    let state = settled(state, &mut engine);
    assert_eq!(state.asked_of.map(|asked| asked.word).as_deref(), Some("软件园开工"));
}

#[test]
fn a_record_says_what_was_said_and_others_are_not_read() {
    let frequent = Amendment::Word { tag: String::new(), frequency: Some(7) };
    for said in [Amendment::word("nr"), frequent, Amendment::NoWord, Amendment::Split(1)] {
        let record = said.to_record("重庆市");
        assert_eq!(Amendment::of_record("重庆市", &record), Some(said), "{record}");
    }
    assert_eq!(Amendment::Split(1).to_record("哈哈"), "jianyue-word 1\n哈\n哈哈 0\n");
    for damaged in
        ["", "jianyue-word 1\n", "jianyue-word 2\n重庆市 n\n", "jianyue-word 1\n成都 n", "重庆市"]
    {
        assert!(!Amendments::is_readable("重庆市", damaged), "{damaged:?}");
    }
}

#[test]
fn a_user_dictionary_brings_all_back() {
    let mut state = at("");
    let said = [
        ("重庆软件园", Amendment::word("nt")),
        ("软件园", Amendment::Split(2)),
        ("园", Amendment::word("nr")),
        ("开工", Amendment::NoWord),
    ];
    for (word, said) in said.clone() {
        state = state.apply(set(word, Some(said)));
    }
    let text = state.amendments.lexicon().to_text();
    assert_eq!(text, "园 nr\n开工 0\n软件\n软件园 0\n重庆软件园 nt\n");
    let all = |state: &State| -> Vec<(String, Amendment)> {
        state.amendments.all().map(|(word, said)| (word.to_owned(), said)).collect()
    };
    let before = all(&state);
    assert_eq!(before.len(), said.len());
    let cleared = state.apply(Action::Word(Amend::Clear));
    assert_eq!(all(&cleared), []);
    let back = cleared.apply(Action::Word(Amend::Import(format!("{text}一 二 三 四\n"))));
    assert_eq!(all(&back), before);
    let (count, bad) = back.amendments.imported.as_ref().expect("it was opened");
    assert_eq!((*count, bad.len(), bad[0].line), (4, 1, 6));
}

#[test]
fn another_open_page_is_followed_and_what_cannot_be_read_of_it_stays() {
    let elsewhere = |word: &str, record: Option<&str>| {
        Action::Word(Amend::Elsewhere(word.to_owned(), record.map(str::to_owned)))
    };
    let record = Amendment::word("nt").to_record("软件园");
    let state = at("").apply(elsewhere("软件园", Some(&record)));
    assert_eq!(state.amendments.of("软件园"), Some(Amendment::word("nt")));
    let state = state.apply(elsewhere("重庆", Some("jianyue-word 9\n重庆 ?\n")));
    assert_eq!((state.amendments.all().count(), state.amendments.records.len()), (1, 2));
    let state = state.apply(elsewhere("软件园", None));
    assert_eq!(state.amendments.all().count(), 0);
}

#[test]
fn the_card_offers_corrections_and_the_list_has_them() {
    let page = html(|| {
        let mut engine = engine(parks());
        let state = shown(&mut engine).apply(set("软件园", Some(Amendment::Split(2))));
        settled_by(state, &mut engine)
    });
    let card = read(&page, r#"class="word-tools""#, "</section>");
    for said in
        ["“软件园”分作“软件”和“园”", "断为“软”和“件园”", "并为“重庆软件园”", "词典载入中", "人名"]
    {
        assert!(card.contains(said), "{said}: {card}");
    }
    let list = read(&page, r#"id="lexicon""#, "</dialog>");
    assert!(list.contains("“软件园”分作") && list.contains("存为词典"), "{list}");
    let page = html(|| {
        let import = Action::Word(Amend::Import("软件园 nt\n一 二 三 四".to_owned()));
        let state = at("").with_amendments(Amendments::new(BTreeMap::new(), 2)).apply(import);
        state.apply(Action::Word(Amend::Kept(false)))
    });
    let list = read(&page, r#"id="lexicon""#, "</dialog>");
    for said in ["有 2 条更正读不出来", "读入 1 个词", "第 2 行一 二 三 四", "浏览器没有保存"]
    {
        assert!(list.contains(said), "{said}: {list}");
    }
}

proptest! {
    #[test]
    fn any_record_is_read_or_not(word in "\\PC{0,4}", record in "(jianyue-word 1\n)?\\PC{0,6}( 0)?\n?\\PC{0,4}") {
        if let Some(said) = Amendment::of_record(&word, &record) {
            let again = Amendment::of_record(&word, &said.to_record(&word));
            prop_assert_eq!(again, Some(said));
        }
        let state = at("").with_amendments(Amendments::new(BTreeMap::from([(word, record)]), 0));
        prop_assert!(state.amendments.all().count() <= 1);
    }
}
