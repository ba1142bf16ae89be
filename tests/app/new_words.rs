//! Words that the dictionary lacks: asked for when they are to be seen, accepted, refused, taken back,
//! kept.

use jianyue::engine::{Engine, NewWord as Found};
use jianyue::protocol::Request;
use jianyue::state::{
    Action, Amend, Amendment, Decided, Decision, NewWord, NewWords, State, is_refused_record,
    refused_record,
};

use crate::rendered::{at, engine, html, read, sea, settled, settled_by};

/// A library that has these new words: 深海 four times, 海风 twice, and many that are nowhere.
fn library() -> Engine {
    let word = |text: &str, score| Found { text: text.to_owned(), tag: "n".to_owned(), score };
    let mut words = vec![word("深海", 321), word("海风", 205)];
    words.extend((0..70).map(|number| word(&format!("词{number}"), 100)));
    engine(sea()).with_new_words(words)
}

fn seen() -> State {
    settled_by(at("").apply(Action::NewWord(NewWord::Wanted)), &mut library())
}

fn done(state: State, what: NewWord) -> State {
    settled_by(state.apply(Action::NewWord(what)), &mut library())
}

fn accepted(state: State, word: &str) -> State {
    let action = Action::AcceptedWord(word.to_owned(), "nz".to_owned());
    settled_by(state.apply(action), &mut library())
}

fn open(state: &State) -> Vec<&str> {
    state.new_words.open().map(|word| word.text.as_str()).collect()
}

#[test]
fn they_are_asked_for_a_few_at_a_time_when_they_are_to_be_seen() {
    let quiet = settled_by(at(""), &mut library());
    assert!(open(&quiet).is_empty() && quiet.asked.is_none());
    let asked = quiet.apply(Action::NewWord(NewWord::Wanted)).asked.map(|asked| asked.request);
    assert_eq!(asked, Some(Request::NewWords(0, 10)));
    assert_eq!((open(&seen()).len(), seen().new_words.has_more()), (50, true));
    let all = done(seen(), NewWord::More);
    assert_eq!((open(&all).len(), all.new_words.has_more()), (72, false));
    // Where there are none, they are asked for once.
    let none = settled(at("").apply(Action::NewWord(NewWord::Wanted)), sea());
    assert!(open(&none).is_empty() && none.new_words.is_there() && none.asked.is_none());
}

#[test]
fn they_are_counted_as_the_search_counts_with_their_places() {
    let state = seen();
    let first = state.new_words.open().next().expect("a word");
    assert_eq!(
        (first.text.as_str(), first.count, first.articles, first.score),
        ("深海", 6, 2, 321)
    );
    let places: Vec<(&str, u32)> =
        first.examples.iter().map(|place| (place.id.as_str(), place.hit)).collect();
    assert_eq!(places, [("port", 1), ("deep", 1), ("deep", 2)]);
    for place in &first.examples {
        let address = format!("#q={}&doc={}&hit={}", first.text, place.id, place.hit);
        let there = settled_by(at(&address), &mut library());
        assert_eq!(there.view.hit, Some(place.hit), "it leads to its hit");
    }
}

#[test]
fn what_is_decided_leaves_the_list_and_can_be_brought_back() {
    let state = done(accepted(seen(), "深海"), NewWord::Refused("海风".to_owned()));
    assert_eq!(open(&state)[0], "词0");
    assert_eq!(open(&state).len(), 50, "others take their place");
    assert_eq!(state.new_words.decided(true).collect::<Vec<_>>(), ["深海"]);
    assert_eq!(state.new_words.decided(false).collect::<Vec<_>>(), ["海风"]);
    let kept = Decision::Accepted("nz".to_owned());
    assert_eq!(state.new_words.decided.get("深海"), Some(&kept));
    assert_eq!(said(&state), ["深海 nz"]);
    let undone = done(state.clone(), NewWord::Undone);
    assert_eq!(open(&undone)[..2], ["海风", "词0"]);
    let undone = done(undone, NewWord::Undone);
    assert!(said(&undone).is_empty());
    assert_eq!((&open(&undone)[..2], undone.new_words.can_undo()), (&["深海", "海风"][..], false));
    let returned = done(state, NewWord::Returned("深海".to_owned()));
    assert_eq!(open(&returned)[..2], ["深海", "词0"]);
    // That too can be undone.
    assert_eq!(open(&done(returned, NewWord::Undone))[0], "词0");
}

/// What the reader says to be words, and their parts of speech.
fn said(state: &State) -> Vec<String> {
    let all = state.amendments.all().filter_map(|(word, said)| match said {
        Amendment::Word { tag, .. } => Some(format!("{word} {tag}")),
        _ => None,
    });
    all.collect()
}

#[test]
fn another_open_page_decides_too() {
    let elsewhere =
        |state, is_refused| done(state, NewWord::Elsewhere("深海".to_owned(), is_refused));
    let refused = elsewhere(seen(), true);
    assert_eq!(open(&refused)[0], "海风");
    let record = Amendment::word("n").to_record("深海");
    let word = |state: State| {
        let amend = Amend::Elsewhere("深海".to_owned(), Some(record.clone()));
        settled_by(state.apply(Action::Word(amend)), &mut library())
    };
    // It came to be accepted: the one record is written, the other removed, in either order.
    let one = elsewhere(word(refused.clone()), false);
    let other = word(elsewhere(refused, false));
    assert_eq!(one.new_words.decided, other.new_words.decided);
    assert_eq!(one.new_words.decided(true).collect::<Vec<_>>(), ["深海"]);
    assert!(!one.new_words.can_undo(), "here nothing was decided");
}

#[test]
fn what_is_a_word_by_another_way_is_accepted_too() {
    let set = |state: State, said| {
        let amend = Amend::Set("深海".to_owned(), said);
        settled_by(state.apply(Action::Word(amend)), &mut library())
    };
    let state = set(seen(), Some(Amendment::word("ns")));
    assert_eq!(state.new_words.decided(true).collect::<Vec<_>>(), ["深海"]);
    assert_eq!(open(&state)[0], "海风");
    assert_eq!(open(&set(state, None))[0], "深海");
}

#[test]
fn a_correction_counts_them_anew() {
    let mut engine = library();
    let state = settled_by(at("#doc=deep").apply(Action::NewWord(NewWord::Wanted)), &mut engine);
    let patch = Some("role 1:1 label “——访”\n".to_owned());
    let state = state.apply(Action::Corrected("deep".to_owned(), patch));
    let state = settled_by(state, &mut engine);
    assert_eq!((open(&state).len(), state.new_words.is_there()), (50, true));
}

#[test]
fn damaged_records_are_told() {
    assert!(is_refused_record(&refused_record()));
    for damaged in ["", "1", "2\n", "1\n中国"] {
        assert!(!is_refused_record(damaged), "{damaged}");
    }
    let page = html(|| {
        let words = NewWords::new(Decided::new(), 2);
        settled_by(at("").with_words(words), &mut library())
    });
    assert!(read(&page, r#"id="new-words""#, "</dialog>").contains("有 2 个决定读不出来"));
}

#[test]
fn the_dialog_shows_each_with_its_numbers_and_places() {
    let page = html(|| accepted(seen(), "海风"));
    let dialog = read(&page, r#"id="new-words""#, "</dialog>");
    assert!(dialog.contains("2 篇 · 6 处") && dialog.contains("分值 3.21"), "{dialog}");
    assert!(dialog.contains("船从【深海】回来"), "{dialog}");
    assert!(dialog.contains("已接受 1 个，已拒绝 0 个") && dialog.contains("恢复"), "{dialog}");
    assert!(page.contains(r#"aria-label="接受深海""#));
}
