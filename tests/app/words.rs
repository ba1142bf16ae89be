//! The words of an article: gone through, asked about, and counted as the search counts.

use jianyue::engine::{Doc, Role, Word};
use jianyue::protocol::Spot;
use jianyue::state::{Action, State};
use jianyue::ui::wording;

use crate::rendered::{at, doc, html, read, settled};

/// 船，回来 / 了。 and, in another block, 船回来
fn ships() -> Vec<Doc> {
    let mut one = doc("one", "船", &[(Role::Body, "船，回来了。"), (Role::Body, "大船回来")]);
    let words = |lengths: &[u8]| lengths.iter().map(|&length| Word { length, tag: 22 }).collect();
    one.page.blocks[0].words = words(&[3, 3, 6, 3, 3]);
    one.page.blocks[1].words = words(&[6, 6]);
    vec![one]
}

fn stepped(state: State, steps: &[bool]) -> Vec<Option<String>> {
    let mut state = state;
    let mut words = Vec::new();
    for &is_on in steps {
        state = settled(state.apply(Action::SteppedWord(is_on, 0)), ships());
        words.push(state.word_text());
    }
    words
}

fn shown() -> State {
    settled(at("#doc=one&words=1"), ships())
}

#[test]
fn the_way_goes_from_word_to_word_and_past_marks() {
    let words: Vec<String> =
        stepped(shown(), &[true; 6]).into_iter().map(Option::unwrap_or_default).collect();
    assert_eq!(words, ["船", "回来", "了", "大船", "回来", "回来"]);
    let words = stepped(shown(), &[true, true, true, true, false, false, false, false]);
    let words: Vec<String> = words.into_iter().skip(4).map(Option::unwrap_or_default).collect();
    assert_eq!(words, ["了", "回来", "船", "船"]);
    assert_eq!(stepped(settled(at("#doc=one"), ships()), &[true]), [None]);
}

#[test]
fn a_word_that_is_clicked_has_a_card_that_counts_as_the_search_does() {
    // 回 of the first 回来.
    let state = shown().apply(Action::AskedAt(Spot { block: 0, at: 2 }));
    let state = settled(state, ships());
    assert_eq!(state.word_text().as_deref(), Some("回来"));
    let asked = state.asked_of.as_ref().expect("it was asked about");
    let card = asked.card.as_ref().expect("it was answered");
    assert_eq!((asked.word.as_str(), card.here, card.total, card.articles), ("回来", 2, 2, 1));
    assert_eq!(card.word.before, [("大船".to_owned(), 1)]);
    assert_eq!(card.word.after, [("了".to_owned(), 1)]);
    let page = html(|| {
        let state = shown().apply(Action::AskedAt(Spot { block: 0, at: 2 }));
        settled(state, ships())
    });
    let card = read(&page, r#"class="word-itself""#, "</dialog>");
    assert!(card.starts_with("回来") && card.contains("本篇 2 处"), "{card}");
}

#[test]
fn a_part_of_a_word_is_counted_too_and_told_apart() {
    let state = shown().apply(Action::AskedAt(Spot { block: 0, at: 0 }));
    let state = settled(state, ships());
    let card = state.asked_of.and_then(|asked| asked.card).expect("a card");
    // 大船 is another word that has it.
    assert_eq!((card.total, card.word.parts), (2, 1));
}

#[test]
fn words_go_with_their_article() {
    let state = settled(shown().apply(Action::SteppedWord(true, 0)), ships());
    assert_eq!(state.word_text().as_deref(), Some("船"));
    assert_eq!(wording::said(&state), "船", "a screen reader is told");
    let closed = state.apply(Action::Closed);
    assert_eq!(closed.word_text(), None);
    assert!(settled(closed, ships()).asked.is_none());
}
