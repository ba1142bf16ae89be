//! The open article in the other script: what is converted, and that nothing but the letters changes.

use jianyue::converter::Converted;
use jianyue::script::{Converter, Script};
use jianyue::state::{Action, State, in_script};
use proptest::prelude::*;

use crate::rendered::{at, html, read, sea, settled};

fn converter(script: Script) -> Converter {
    Converter::new(script).expect("its dictionaries")
}

/// The state after what is to be converted was.
fn converted(state: State) -> State {
    let asked = state.to_convert().expect("something is to be converted");
    let converter = converter(asked.script);
    let texts = Ok(asked.texts.iter().map(|text| converter.convert(text)).collect());
    state.apply(Action::Converted(Box::new(Converted { asked, texts })))
}

fn traditional(address: &str) -> State {
    settled(at(address).apply(Action::ShowIn(Some(Script::Traditional))), sea())
}

#[test]
fn characters_are_converted_as_their_phrases_want_it() {
    #[track_caller]
    fn check(script: Script, from: &str, to: &str) {
        assert_eq!(converter(script).convert(from), to);
    }
    check(Script::Traditional, "头发和发展", "頭髮和發展");
    check(Script::Traditional, "皇后在后面", "皇后在後面");
    check(Script::Traditional, "干部干净，干涉", "幹部乾淨，干涉");
    check(Script::Traditional, "重庆市，2021年。", "重慶市，2021年。");
    check(Script::Simplified, "頭髮和發展", "头发和发展");
    check(Script::Simplified, "没有变化", "没有变化");
}

#[test]
fn the_open_page_is_shown_in_it_with_its_hits_where_they_were() {
    let state = traditional("#doc=deep&q=深海&hit=2");
    let page = state.page().expect("it is there").clone();
    let state = converted(state);
    assert_eq!(state.to_convert(), None);
    let shown = in_script(&page, state.converted().expect("it is")).expect("it fits");
    for (block, other) in page.blocks.iter().zip(&shown.blocks) {
        for (run, other) in block.runs.iter().zip(&other.runs) {
            assert_eq!(run.hit, other.hit);
            assert_eq!(run.text.encode_utf16().count(), other.text.encode_utf16().count());
        }
    }
    let all = html(|| converted(traditional("#doc=deep&q=深海&hit=2")));
    let article = read(&all, "<article", "</article>");
    assert!(
        all.contains(r#"<article lang="zh-Hant""#) && article.contains("沒有海風的"),
        "{article}"
    );
    assert!(read(&all, r#"class="script-note""#, "</p>").contains("繁体"));
}

#[test]
fn another_query_needs_no_other_conversion_and_another_article_does() {
    let state = converted(traditional("#doc=deep"));
    let state = settled(state.apply(Action::Typed("海".to_owned())), sea());
    assert_eq!(state.to_convert(), None);
    let state = settled(state.apply(Action::Opened("port".to_owned(), None)), sea());
    assert_eq!(state.to_convert().map(|asked| asked.doc).as_deref(), Some("port"));
    assert!(state.converted().is_none());
    let state = state.apply(Action::ShowIn(None));
    assert_eq!(state.to_convert(), None);
}

#[test]
fn what_cannot_be_converted_stays_and_says_so() {
    let state = || {
        let state = traditional("#doc=deep");
        let asked = state.to_convert().expect("something is");
        let texts = Err("不在".to_owned());
        state.apply(Action::Converted(Box::new(Converted { asked, texts })))
    };
    assert_eq!(state().to_convert(), None);
    let all = html(state);
    assert!(read(&all, r#"class="script-note""#, "</p>").contains("不在"));
    assert!(read(&all, "<article", "</article>").contains("海风"));
}

proptest! {
    #[test]
    fn any_text_keeps_its_places(text in "[发后干面头发展里没了台湾𠮷a，]{0,12}|\\PC{0,30}") {
        for script in [Script::Traditional, Script::Simplified] {
            let done = converter(script).convert(&text);
            let units = |text: &str| text.chars().map(char::len_utf16).collect::<Vec<_>>();
            prop_assert_eq!(units(&done), units(&text));
        }
    }
}
