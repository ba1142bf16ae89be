//! Keyword lists: made, counted as the search counts, marked in the article, shared by a link, saved,
//! wiped out and opened again.

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE, visit};

/// What the page copies is kept for the test.
const WATCH: &str = "window.copied = []; \
    if (navigator.clipboard) navigator.clipboard.writeText = (text) => \
    { copied.push(text); return Promise.resolve(); };";

/// All records of lists.
const RECORDS: &str = "Object.fromEntries(Object.entries(localStorage).filter(([name]) => \
    name.startsWith('jianyue.list.')))";

/// What is marked by a style.
fn marked(style: &str) -> String {
    format!("[...CSS.highlights.get('term-{style}') ?? []].map(at => at.toString())")
}

/// Makes a list of these terms by hand.
pub fn make(page: &Page, name: &str, terms: &str) {
    page.click(".new-list");
    page.type_in(name);
    page.press("Enter");
    page.wait(&format!("document.querySelector('.keyword-list[data-name={name}]')"));
    page.click(&format!(".keyword-list[data-name={name}] summary"));
    page.click(&format!(".keyword-list[data-name={name}] textarea"));
    page.commit(terms);
    page.click(&format!(".keyword-list[data-name={name}] .list-add button"));
    let terms = terms.lines().count();
    let there = "document.querySelectorAll('.list-terms li').length";
    page.wait(&format!("{there} === {terms}"));
}

#[test]
fn a_list_is_made_counted_marked_shared_saved_wiped_and_opened_again() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.before_each_page(WATCH);
    page.keep_saved();
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.press("g");
    page.press("k");
    page.wait("document.querySelector('.keyword-lists') && location.hash === '#page=lists'");
    make(&page, "电子", "中电|中国电子\n科学城\n信创");
    page.wait("document.querySelectorAll('.tally tbody tr').length > 2");
    page.screenshot("lists");
    // What the table counts, the search finds.
    let cells = page.value(
        "[...document.querySelectorAll('.tally .times')].map(link => [link.lastChild.data, link.hash])",
    );
    let cells = cells.as_array().expect("counts").clone();
    assert!(cells.len() >= 8, "{cells:?}");
    let lists = page.value("location.hash");
    for cell in &cells {
        let count = cell[0].as_str().unwrap_or_default();
        page.value(&format!("location.hash = {}", cell[1]));
        if cell[1].as_str().is_some_and(|hash| hash.contains("doc=")) {
            page.wait_for_text(".hit-place", &format!("1 / {count}"));
        } else {
            page.wait(&format!("document.querySelector('.app').dataset.total === '{count}'"));
        }
    }
    page.value(&format!("location.hash = {lists}"));
    // From the table into an article: its terms are marked, each by its style.
    page.click(".tally tbody tr:nth-child(2) th a");
    page.wait(&format!("{}.length > 0", marked("dotted")));
    assert_eq!(page.value(&format!("{}.every(text => text === '科学城')", marked("dotted"))), true);
    page.screenshot("lists-article");
    let counts = page.value(
        "[...document.querySelectorAll('.legend .facet .count')].map(count => +count.innerText)",
    );
    assert_eq!(counts.as_array().map(Vec::len), Some(3));
    page.click(".legend a:has(.sign.dotted)");
    page.wait("document.querySelector('.hit-place')");
    page.wait(&format!(
        "{}.length > 0 && document.querySelector('mark[aria-current]')",
        marked("dotted")
    ));
    page.value("history.back()");
    page.wait("document.querySelector('.keyword-lists')");
    // A link brings the list to another browser, where it can be kept.
    page.value("document.querySelector('.keyword-list details').open = true, 0");
    page.click(".list-share");
    page.wait("copied.length === 1");
    let link = page.value("copied[0]").as_str().unwrap_or_default().to_owned();
    let other = Page::new(WIDE.0, WIDE.1);
    other.open(&link);
    other.wait_for_text(".list-offer", "信创");
    other.wait("document.querySelectorAll('.tally tbody tr').length > 2");
    assert_eq!(other.value(RECORDS), Value::Object(serde_json::Map::new()));
    other.screenshot("lists-offered");
    other.click(".list-keep");
    other.wait("document.querySelector('.keyword-list') && !document.querySelector('.list-offer')");
    let records = page.value(RECORDS);
    other.wait("localStorage.getItem('jianyue.list.电子')");
    assert_eq!(other.value(RECORDS), records);
    // Saved, wiped out, and opened again.
    page.click(".lists-save");
    page.wait("saved.length === 2");
    let saved = page.value("saved.find(text => text.startsWith('#'))");
    assert_eq!(saved, "# 电子\n中电|中国电子\n科学城\n信创\n");
    page.value("localStorage.clear(), 0");
    page.open(&site.url("#page=lists"));
    page.wait("document.querySelector('.lists-tools')");
    assert_eq!(page.count(".keyword-list"), 0);
    page.give_file(".lists-tools .import input", saved.as_str().unwrap_or_default());
    page.wait("document.querySelectorAll('.tally tbody tr').length > 2");
    assert_eq!(page.value(RECORDS), records);
    // Deleted by mistake, and back again.
    page.value("document.querySelector('.keyword-list details').open = true, 0");
    page.click(".list-remove");
    page.wait("!document.querySelector('.keyword-list')");
    page.click(".lists-undo");
    page.wait("document.querySelector('.keyword-list')");
    assert_eq!(page.value(RECORDS), records);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_is_damaged_is_set_aside_and_words_of_an_article_make_a_list() {
    let (site, page) = visit(PHONE);
    page.value("localStorage.setItem('jianyue.list.坏', '#jianyue-list 7\\n甲'), 0");
    page.value(
        "localStorage.setItem('jianyue.list.半', '#jianyue-list 1\\n# 半\\n甲\\tpink\\n乙'), 0",
    );
    page.open(&site.url("#page=lists"));
    page.wait_for_text(".damaged", "2 个词表");
    assert_eq!(page.count(".keyword-list"), 1);
    assert_eq!(
        page.value("[localStorage.getItem('jianyue.list.坏'), localStorage.getItem('jianyue.list-damaged.坏')]"),
        serde_json::json!([null, "#jianyue-list 7\n甲"])
    );
    page.open(&site.url("#doc=001_3e264aaf608f2d8d"));
    page.wait("document.querySelector('.keywords .add-button')");
    page.value("(() => { const field = document.querySelector('.keywords .add-to-list select'); field.selectedIndex = 1; field.dispatchEvent(new Event('change', {bubbles: true})); })()");
    page.click(".keywords .add-button");
    page.wait("document.querySelectorAll('.legend li').length > 8");
    page.wait("CSS.highlights.has('term-solid')");
    page.screenshot("lists-phone-article");
    // Another open page sees it; here the storage is written by hand, as that page would.
    page.value("dispatchEvent(new StorageEvent('storage', {key: 'jianyue.list.别页', newValue: '# 别页\\n重庆'})), 0");
    page.click(".legend a");
    page.wait("document.querySelectorAll('.keyword-list').length === 3");
    page.screenshot("lists-phone");
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(page.value(fits), true);
    let small = "[...document.querySelectorAll('.keyword-lists :is(a, button, select, summary)')]\
        .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.width < 24 || r.height < 24) }).length";
    assert_eq!(page.value(small), 0, "some targets are too small to touch");
}
