//! Words that the dictionary lacks: gone through by keys, decided, kept.

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

const ROWS: &str = "document.querySelectorAll('.new-words-list > li')";
const NOW: &str =
    "document.querySelector('.new-words-list > li[aria-current] .new-word')?.innerText";

fn opened((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.open(&site.url(""));
    show(&page);
    (site, page)
}

fn show(page: &Page) {
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.press("g");
    page.press("w");
    page.wait("document.querySelector('#new-words[open]')");
    page.wait(&format!("{ROWS}.length === 50"));
}

/// How many records of a kind are kept.
fn kept(kind: &str) -> String {
    format!("Object.keys(localStorage).filter(name => name.startsWith('jianyue.{kind}.')).length")
}

#[test]
fn new_words_are_decided_by_keys_and_that_is_kept() {
    let (_, page) = opened(WIDE);
    page.wait("document.activeElement.id === 'new-word-0'");
    page.screenshot("new-words");
    let first = page.value(NOW);
    page.press("j");
    page.wait(&format!("{NOW} !== {first}"));
    let second = page.value(NOW);
    page.press("k");
    page.wait(&format!("{NOW} === {first}"));
    page.press("y");
    page.wait(&format!("{NOW} === {second} && {} === 1", kept("word")));
    let record = page.value(&format!("localStorage.getItem('jianyue.word.' + {first})"));
    let record = record.as_str().expect("a text").to_owned();
    let word = first.as_str().expect("a word");
    assert!(record.starts_with(&format!("jianyue-word 1\n{word} ")), "{record}");
    page.press("x");
    page.wait(&format!("{NOW} !== {second} && {} === 1", kept("refused")));
    page.press("u");
    page.wait(&format!("{NOW} === {second} && {} === 0", kept("refused")));
    page.press("x");
    page.wait(&format!("{} === 1", kept("refused")));
    // They are remembered, and brought back by hand.
    page.reload();
    show(&page);
    let listed = format!("[...{ROWS}].map(row => row.querySelector('.new-word').innerText)");
    assert_eq!(
        page.value(&format!("{listed}.includes({first}) || {listed}.includes({second})")),
        false
    );
    page.value("document.querySelectorAll('.new-words-decided').forEach(list => list.open = true)");
    page.click(".new-words-decided button");
    page.wait(&format!("{listed}.includes({first}) && {} === 0", kept("word")));
    // An example leads to its place.
    page.click(".new-words-list > li li a");
    page.wait("!document.querySelector('#new-words[open]')");
    page.wait("document.querySelector('mark[aria-current]') || CSS.highlights.size > 0");
    page.wait("location.hash.includes('hit=1')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn new_words_are_decided_with_a_thumb() {
    let site = Site::built();
    let page = Page::new(PHONE.0, PHONE.1);
    page.open(&site.url(""));
    show(&page);
    page.screenshot("new-words-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(
        page.value(
            "(box => box.scrollWidth <= box.clientWidth)(document.querySelector('#new-words'))"
        ),
        true
    );
    let first = page.value(NOW);
    page.click(".new-word-does button");
    page.wait(&format!("{NOW} !== {first} && {} === 1", kept("word")));
    page.click("#new-words-undo");
    page.wait(&format!("{} === 0", kept("word")));
}
