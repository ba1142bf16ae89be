//! Words are corrected: at once everywhere, kept, taken back, saved and opened; the dictionary comes
//! only when it is needed.

use std::time::Duration;

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d&words=1";

/// Clicks on the first character of a text of the article.
pub fn touch(page: &Page, text: &str) {
    let script = format!(
        "(() => {{ const block = [...document.querySelectorAll('.article .body')].find(b => \
           b.textContent.includes('{text}')); \
         const at = block.firstChild.data.indexOf('{text}'), range = document.createRange(); \
         range.setStart(block.firstChild, at); range.setEnd(block.firstChild, at + 1); \
         block.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
         const r = range.getBoundingClientRect(); \
         const x = r.x + r.width / 3, y = r.y + r.height / 2; \
         document.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click', \
           {{bubbles: true, clientX: x, clientY: y}})); }})()"
    );
    page.value(&script);
    page.wait("document.querySelector('#word-card[open]')");
}

fn opened((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.before_each_page(
        "window.workers = 0; window.Worker = class extends Worker { \
         constructor(...of) { super(...of); window.workers += 1; } };",
    );
    page.open(&site.url(ARTICLE));
    page.wait("CSS.highlights.has('word-one')");
    (site, page)
}

/// How many workers the page has started: the engine is one.
fn workers(page: &Page) -> u64 {
    page.value("window.workers").as_u64().unwrap_or_default()
}

/// The words that are marked as such and have a text in them.
fn marked(text: &str) -> String {
    format!(
        "['word-one', 'word-other'].flatMap(name => [...CSS.highlights.get(name) ?? []]) \
         .map(at => at.toString()).filter(word => word.includes('{text}'))"
    )
}

pub const SETTLED: &str =
    "!document.querySelector('[aria-busy]') && !document.querySelector('.cutting:not(:empty)')";

#[test]
fn a_word_is_joined_everywhere_kept_and_taken_back() {
    let (site, page) = opened(WIDE);
    assert_eq!(workers(&page), 1, "the dictionary is not needed yet");
    assert_eq!(page.value(&format!("{}.length", marked("中电光"))), 0);
    touch(&page, "中电光谷");
    assert_eq!(page.text(".word-itself"), "中");
    page.wait_for_text(".join-word:last-child", "中电");
    // From the click itself: what brings it about takes longer than what follows.
    page.value(
        "addEventListener('click', () => window.started = performance.now(), {capture: true, once: true})",
    );
    page.click(".join-word:last-child");
    page.wait("document.querySelector('.word-itself').innerText === '中电'");
    let words = "[...document.querySelectorAll('.word-tags')].map(e => e.innerText).join()";
    page.wait_up_to(Duration::from_secs(30), &format!("{words}.includes('名词')"));
    let time = page.value("performance.now() - window.started").as_f64().unwrap_or_default();
    println!("from the first correction, the dictionary not loaded yet, to its card: {time:.0} ms");
    page.wait(SETTLED);
    assert_eq!(workers(&page), 2);
    page.screenshot("word-joined");
    let counted = page.value(words);
    page.press("Escape");
    assert!(page.value(&format!("{}.length", marked("中电"))).as_u64() > Some(5));
    // Another word: the dictionary is there.
    touch(&page, "信创");
    // So it is in queries, and the hits are as many as before.
    page.open(&site.url("#q=word:中电"));
    page.wait("document.querySelectorAll('.snippet').length > 3");
    // Kept.
    page.open(&site.url(ARTICLE));
    page.reload();
    page.wait_up_to(Duration::from_secs(30), &format!("{}.length > 5", marked("中电")));
    touch(&page, "中电光谷");
    page.wait(&format!("{words} === {counted}"));
    page.press("Escape");
    // Taken back, from the list, by keyboard.
    page.press("g");
    page.press("d");
    page.wait("document.querySelector('#lexicon[open]')");
    page.wait_for_text(".amendments li", "中电");
    page.screenshot("lexicon");
    page.click(".amendments .undo");
    page.wait("!document.querySelector('.amendments li')");
    page.press("Escape");
    page.wait(&format!("{}.every(word => word === '中电系')", marked("中电")));
    assert_eq!(
        page.value("Object.keys(localStorage).some(k => k.startsWith('jianyue.word.'))"),
        false
    );
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn on_a_phone_a_word_is_split_and_named_and_what_is_selected_is_one() {
    let (_, page) = opened(PHONE);
    touch(&page, "软件园");
    let word = page.text(".word-itself");
    page.click(".split-word");
    page.wait_for_text(".word-said", "分作");
    page.wait_up_to(Duration::from_secs(30), SETTLED);
    page.screenshot("word-split-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    page.click(".undo-word");
    page.wait("!document.querySelector('.word-said')");
    page.press("Escape");
    page.wait("!document.querySelector('#word-card[open]')");
    touch(&page, &word);
    assert_eq!(page.text(".word-itself"), word, "it is whole again");
    page.press("Escape");
    // A selection.
    let selected = page.value(
        "(() => { const one = [...document.querySelectorAll('.article .body')][1]; \
         const range = document.createRange(); \
         range.setStart(one.firstChild, 4); range.setEnd(one.firstChild, 9); \
         getSelection().removeAllRanges(); getSelection().addRange(range); \
         return range.toString(); })()",
    );
    page.click(".word-button");
    page.wait("document.querySelector('#word-card[open]')");
    assert_eq!(page.value("document.querySelector('.word-itself').innerText"), selected);
    page.wait_up_to(Duration::from_secs(30), SETTLED);
    page.value("document.querySelectorAll('.word-choices .facet')[2].click()");
    page.wait_for_text(".word-said", "机构名");
    page.screenshot("word-named-phone");
}

#[test]
fn another_open_page_follows_and_what_is_damaged_is_set_aside() {
    let (site, page) = opened(WIDE);
    // What another page writes is told so.
    page.value(
        "(() => { const key = 'jianyue.word.中电', newValue = 'jianyue-word 1\\n中电 nz\\n'; \
         localStorage.setItem(key, newValue); \
         dispatchEvent(new StorageEvent('storage', {key, newValue, storageArea: localStorage})); })()",
    );
    page.wait_up_to(Duration::from_secs(30), &format!("{}.length > 5", marked("中电")));
    page.value("localStorage.setItem('jianyue.word.坏', 'what is this'), 0");
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.press("g");
    page.press("d");
    page.wait_for_text("#lexicon .damaged", "1 条");
    assert_eq!(page.value("localStorage.getItem('jianyue.word-damaged.坏')"), "what is this");
    assert_eq!(page.value("localStorage.getItem('jianyue.word.坏')"), serde_json::Value::Null);
    assert_eq!(page.count(".amendments li"), 1);
}
