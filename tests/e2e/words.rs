//! Words are seen, gone through and asked about.

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

/// What is marked by a name.
fn marked(name: &str) -> String {
    format!("[...CSS.highlights.get('{name}') ?? []].map(at => at.toString())")
}

fn opened((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.open(&site.url("#doc=001_3e264aaf608f2d8d"));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    (site, page)
}

#[test]
fn words_are_gone_through_by_keys_and_their_cards_count_as_the_search_does() {
    let (_, page) = opened(WIDE);
    page.press("w");
    page.wait(&format!("{}.length > 200", marked("word-one")));
    page.wait("location.hash.includes('words=1')");
    // In turn: neither has two that stand together, and both have only words.
    assert_eq!(
        page.value(&format!("{}.some(word => /[，。“”]/.test(word))", marked("word-one"))),
        false
    );
    page.screenshot("words");
    page.press("n");
    page.wait(&format!("{}.length === 1", marked("word-now")));
    let first = page.value(&marked("word-now"));
    page.press("n");
    page.wait(&format!("{}[0] !== {}", marked("word-now"), first[0]));
    page.press("b");
    page.wait(&format!("{}[0] === {}", marked("word-now"), first[0]));
    page.press("Enter");
    page.wait("document.querySelector('#word-card[open]')");
    assert_eq!(page.value("document.querySelector('.word-itself').innerText"), first[0]);
    page.screenshot("word-card");
    // What the card counts, the search finds.
    let all = page.text(".word-counts .facet:nth-child(2)");
    page.click(".word-counts .facet:nth-child(2)");
    page.wait("!document.querySelector('#word-card[open]')");
    page.wait_for_text(".list-head", &all);
    // Out of the words again: n is the next hit.
    page.value("history.back()");
    page.wait(&format!("{}.length > 200", marked("word-one")));
    page.value("document.activeElement.blur()");
    page.press("w");
    page.wait("!CSS.highlights.has('word-one') && !CSS.highlights.has('word-now')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_word_that_is_touched_has_its_card() {
    let (_, page) = opened(PHONE);
    page.click(".words-switch");
    page.wait(&format!("{}.length > 100", marked("word-one")));
    page.click(".article .body");
    page.wait("document.querySelector('#word-card[open]')");
    let word = page.text(".word-itself");
    assert_eq!(page.value(&format!("{}[0]", marked("word-now"))), word.as_str());
    page.screenshot("word-card-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    page.press("Escape");
    page.wait("!document.querySelector('#word-card[open]')");
    // The same again.
    page.click(".article .body");
    page.wait("document.querySelector('#word-card[open]')");
}
