//! Titles that contain what was typed.

use jianyue::engine::{Corpus, Engine, read};

/// The titles found, in their order.
#[track_caller]
fn check(titles: &[&str], typed: &str, found: &[&str]) {
    let doc = |(at, title): (usize, &&str)| {
        let mut doc = read(&at.to_string(), "", "海。".as_bytes(), None).expect("UTF-8");
        doc.page.title = (*title).to_owned();
        doc
    };
    let docs = titles.iter().enumerate().map(doc).collect();
    let engine = Engine::new(Corpus { docs }, crate::fold());
    let titled = engine.titled(typed, 3).into_iter();
    assert_eq!(titled.map(|doc| titles[doc]).collect::<Vec<_>>(), found, "{typed}");
}

#[test]
fn those_that_begin_with_it_come_first_and_each_once() {
    let titles = ["走向深海", "深海与深海", "论深海、深海", "深海", "再到深海"];
    check(&titles, "深海", &["深海与深海", "深海", "走向深海"]);
    check(&titles, " 論深海 ", &["论深海、深海"]);
    check(&titles, "与深", &["深海与深海"]);
}

#[test]
fn nothing_is_found_over_two_titles_or_for_a_single_character() {
    check(&["深海", "海风"], "海海", &[]);
    check(&["深海", "海风"], "海", &[]);
    check(&["深海", "海风"], "深海\n海风", &[]);
    check(&["", ""], "", &[]);
    check(&[], "深海", &[]);
}
