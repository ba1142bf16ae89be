//! A whole session of study: read, correct a word, see counts change, make a list, mark, note, take all
//! out of the page, lose it, and bring it back.

use std::time::Duration;

use crate::WIDE;
use crate::browser::Page;
use crate::lexicon::{SETTLED, touch};
use crate::lists::make;
use crate::notes::select;
use crate::site::Site;

const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d&words=1";
const WORDS: &str = "CSS.highlights.has('word-one')";

/// All that the reader has made.
const MADE: &str = "Object.entries(localStorage).filter(([name]) => \
    /^jianyue\\.(word|list|note)\\./.test(name)).sort()";

/// How often a query is found.
fn total(page: &Page, site: &Site, query: &str) -> u64 {
    page.open(&site.url(&format!("#q={query}")));
    let found = "document.querySelector('.app').dataset";
    page.wait(&format!("{found}.of === '{query}' && {found}.total"));
    page.value(&format!("+{found}.total")).as_u64().expect("a count")
}

/// What the page saved, the newest.
fn saved(page: &Page, files: usize) -> String {
    page.wait(&format!("saved.length === {}", 2 * files));
    page.value("saved.at(-1)").as_str().expect("a text").to_owned()
}

#[test]
fn what_was_made_in_a_session_of_study_comes_back_from_its_files() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.keep_saved();
    let (hits, words) = (total(&page, &site, "中电"), total(&page, &site, "word:中电"));
    page.open(&site.url(ARTICLE));
    page.wait(WORDS);
    // 中/电 becomes 中电.
    touch(&page, "中电光谷");
    page.wait_for_text(".join-word:last-child", "中电");
    page.click(".join-word:last-child");
    page.wait_up_to(Duration::from_secs(60), SETTLED);
    page.press("Escape");
    let (hits_after, words_after) = (total(&page, &site, "中电"), total(&page, &site, "word:中电"));
    assert_eq!(hits, hits_after, "what is found does not depend on words");
    assert!(words_after > words + 10, "{words_after} words after {words}");
    // A list.
    page.open(&site.url("#page=lists"));
    page.wait("document.querySelector('.new-list')");
    make(&page, "电子", "中电\n信创");
    // A mark, and a note.
    page.open(&site.url(ARTICLE));
    page.wait(WORDS);
    select(&page, 1, 4, 12);
    page.click(".mark-button");
    page.wait("CSS.highlights.has('note-yellow')");
    select(&page, 2, 0, 9);
    page.click(".note-button");
    page.wait("document.activeElement.tagName === 'TEXTAREA'");
    page.type_in("为什么？");
    page.press("Escape");
    page.wait("!document.querySelector('#note-card')");
    page.wait(&format!("{MADE}.length === 4"));
    let made = page.value(MADE);
    // Taken out: notes, lists, words.
    page.press("g");
    page.press("n");
    page.wait("document.querySelectorAll('.note-entry').length === 2");
    page.value("document.querySelectorAll('.lines-tools button')[2].click()");
    let notes = saved(&page, 1);
    page.press("g");
    page.press("d");
    page.wait("document.querySelector('#lexicon[open]')");
    page.click("#lexicon .export");
    let lexicon = saved(&page, 2);
    assert!(lexicon.starts_with("中电"), "{lexicon}");
    page.open(&site.url("#page=lists"));
    page.wait("document.querySelector('.lists-save')");
    page.click(".lists-save");
    let lists = saved(&page, 1);
    // Lost.
    page.value("localStorage.clear(), 0");
    page.open(&site.url("#page=lists"));
    page.wait("document.querySelector('.lists-tools')");
    assert_eq!(page.count(".keyword-list"), 0);
    assert_eq!(total(&page, &site, "word:中电"), words);
    // Brought back.
    page.open(&site.url("#page=lists"));
    page.wait("document.querySelector('.lists-tools')");
    page.give_file(".lists-tools .import input", &lists);
    page.wait("document.querySelector('.keyword-list')");
    page.open(&site.url(&format!("{ARTICLE}&notes=1")));
    page.wait(WORDS);
    page.give_file(".lines-tools .import input", &notes);
    page.wait("document.querySelectorAll('.note-entry').length === 2");
    page.wait("CSS.highlights.has('note-yellow')");
    page.press("g");
    page.press("d");
    page.wait("document.querySelector('#lexicon[open]')");
    page.give_file("#lexicon .import input", &lexicon);
    page.wait_for_text(".amendments li", "中电");
    page.wait_up_to(Duration::from_secs(60), SETTLED);
    page.press("Escape");
    page.wait(&format!("{MADE}.length === 4"));
    assert_eq!(page.value(MADE), made);
    assert_eq!(total(&page, &site, "word:中电"), words_after);
    assert_eq!(page.console(), Vec::<String>::new());
}
