//! Passages are marked, written at, tagged; listed, filtered, taken out of the page and in again; they
//! stay with their words when the text changes, and two open pages share them.

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

pub const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d";
pub const THERE: &str = "document.querySelectorAll('.article .body').length > 10";

/// What is marked by a name.
fn marked(name: &str) -> String {
    format!("[...CSS.highlights.get('note-{name}') ?? []].map(at => at.toString())")
}

/// Selects from one character of a paragraph of the article (from 0) to another; what is selected.
pub fn select(page: &Page, paragraph: usize, from: usize, to: usize) -> String {
    let selected = page.value(&format!(
        "(() => {{ const text = document.querySelectorAll('.article .body')[{paragraph}].firstChild; \
         const range = document.createRange(); range.setStart(text, {from}); range.setEnd(text, {to}); \
         getSelection().removeAllRanges(); getSelection().addRange(range); \
         return range.toString(); }})()"
    ));
    selected.as_str().expect("a text").to_owned()
}

fn opened((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.keep_saved();
    page.open(&site.url(ARTICLE));
    page.wait(THERE);
    (site, page)
}

/// The records in the browser's storage.
pub const RECORDS: &str =
    "Object.entries(localStorage).filter(([key]) => key.startsWith('jianyue.note')).sort()";

/// Gives the page a file.
fn import(page: &Page, text: &str) {
    page.give_file(".lines-tools .import input", text);
}

#[test]
fn notes_are_made_listed_exported_and_come_back_from_their_file() {
    let (site, page) = opened(WIDE);
    // Marking sets nothing of the article anew.
    page.value(
        "(window.changed = 0, new MutationObserver(all => { changed += all.length; })\
         .observe(document.querySelector('.article'), {childList: true, subtree: true, characterData: true}), 0)",
    );
    let first = select(&page, 1, 4, 12);
    page.wait("document.querySelector('.selection-bar')");
    page.screenshot("notes-bar");
    page.click(".mark-button");
    page.wait(&format!("{}[0] === {:?}", marked("yellow"), first));
    page.wait("!document.querySelector('.selection-bar')");
    page.wait_for_text(".note-done [role=status]", "已标记");
    page.screenshot("notes-marked");
    assert_eq!(page.value("changed"), 0);
    // It can be undone, and made again.
    page.click(".note-undo");
    page.wait("!CSS.highlights.has('note-yellow')");
    assert_eq!(page.value(&format!("{RECORDS}.length")), 0);
    select(&page, 1, 4, 12);
    page.click(".mark-button");
    page.wait("CSS.highlights.has('note-yellow')");
    // Another is written at, tagged, and of another kind.
    let second = select(&page, 2, 0, 9);
    page.click(".note-button");
    page.wait("document.querySelector('#note-card[open]') && document.activeElement.tagName === 'TEXTAREA'");
    page.type_in("为什么？<b>查</b>");
    page.value("document.querySelector('#note-card input[type=text]').focus()");
    page.type_in("产业，疑问 ");
    page.click(".one-of.note-kind label:nth-child(3)");
    page.wait(&format!("{}[0] === {:?}", marked("blue"), second));
    page.screenshot("note-card");
    page.press("Escape");
    page.wait("!document.querySelector('#note-card')");
    assert_eq!(page.value("document.querySelectorAll('[data-note]').length"), 1);
    // A click on it opens it again.
    page.click_range("[...CSS.highlights.get('note-blue')][0]");
    page.wait("document.querySelector('#note-card[open] textarea')?.value === '为什么？<b>查</b>'");
    assert_eq!(
        page.value("document.querySelector('#note-card input[type=text]').value"),
        "产业 疑问"
    );
    page.press("Escape");
    page.wait("!document.querySelector('#note-card')");
    page.press("d");
    page.wait("document.querySelectorAll('[data-bookmark]').length === 1");
    page.screenshot("notes-article");
    // All are listed, beside the article.
    page.press("g");
    page.press("n");
    page.wait("document.querySelectorAll('.note-entry').length === 3");
    page.wait("location.hash.includes('notes=1') && document.querySelector('.article')");
    page.screenshot("notes-list");
    assert_eq!(page.count(".note-state"), 0);
    page.click("#notes-field");
    page.type_in("为什么 #疑问");
    page.wait("document.querySelectorAll('.note-entry').length === 1");
    page.wait_for_text(".list-head", "1 条笔记，共 3 条");
    assert!(page.text(".note-text").contains("<b>查</b>"));
    page.press("Escape");
    page.wait("document.querySelectorAll('.note-entry').length === 3");
    // From elsewhere a click leads to the passage.
    page.value("scrollTo(0, document.body.scrollHeight)");
    page.click(".note-entry:nth-child(2) .note-link");
    page.wait("[...CSS.highlights.get('passage') ?? []].length === 1");
    page.wait(
        "(() => { const place = [...CSS.highlights.get('passage')][0].getBoundingClientRect(); \
        return place.top > 50 && place.top < innerHeight - 50; })()",
    );
    // The three files.
    for at in 1..=3 {
        page.value(&format!(
            "document.querySelectorAll('.lines-tools button')[{}].click()",
            at - 1
        ));
        page.wait(&format!("saved.length === {}", 2 * at));
    }
    let saved = page.value("saved");
    let saved: Vec<&str> =
        saved.as_array().expect("files").iter().filter_map(Value::as_str).collect();
    assert_eq!([saved[0], saved[2], saved[4]], ["笔记.md", "笔记.csv", "笔记.json"]);
    assert!(saved[1].contains("\\<b\\>") && saved[1].contains("#doc=001_3e264aaf608f2d8d&at="));
    assert_eq!(saved[3].matches("\r\n").count(), 4);
    let file: Value = serde_json::from_str(saved[5]).expect("JSON");
    assert_eq!(file["total"], 3);
    // Away, and back.
    let before = page.value(RECORDS);
    assert_eq!(before.as_array().map(Vec::len), Some(3));
    let file = saved[5].to_owned();
    page.value("localStorage.clear()");
    page.open(&site.url(&format!("{ARTICLE}&notes=1")));
    page.wait(THERE);
    page.wait_for_text(".list-head", "0 条笔记");
    import(&page, &file);
    page.wait_for_text(".lines-said", "新增 3 条");
    page.wait("document.querySelectorAll('.note-entry').length === 3");
    page.wait(&format!("{}[0] === {:?}", marked("blue"), second));
    page.wait(&format!("{}[0] === {:?}", marked("yellow"), first));
    page.wait(&format!("{RECORDS}.length === 3"));
    assert_eq!(page.value(RECORDS), before);
    import(&page, &file);
    page.wait_for_text(".lines-said", "3 条已有");
    assert_eq!(page.count(".note-entry"), 3);
    // They are there after a reload too. One is removed, and that is taken back.
    page.reload();
    page.wait("document.querySelectorAll('.note-entry').length === 3");
    page.click(".note-open");
    page.click(".note-remove");
    page.wait("document.querySelectorAll('.note-entry').length === 2");
    page.click(".note-undo");
    page.wait("document.querySelectorAll('.note-entry').length === 3");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_a_correction_takes_away_leaves_its_note_behind_as_orphaned() {
    let (site, page) = opened((1400, 860));
    page.open(&site.url(&format!("{ARTICLE}&original=1")));
    page.wait("document.querySelectorAll('.row').length > 10");
    page.click(".rules [name=shadows]");
    let doubled = "[...document.querySelectorAll('.row-block > [id^=block]')].find(b => b.textContent.includes('陈锡明陈锡明'))";
    page.wait(doubled);
    page.value(&format!("{doubled}.scrollIntoView({{block: 'center'}})"));
    page.wait_for_frames();
    page.value(&format!(
        "(() => {{ const text = {doubled}.firstChild, at = text.data.indexOf('陈锡明陈锡明'); \
         const range = document.createRange(); range.setStart(text, at); range.setEnd(text, at + 6); \
         getSelection().removeAllRanges(); getSelection().addRange(range); }})()"
    ));
    page.click(".mark-button");
    page.wait(&format!("{}[0] === '陈锡明陈锡明'", marked("yellow")));
    page.press("g");
    page.press("n");
    page.wait("document.querySelectorAll('.note-entry').length === 1");
    assert_eq!(page.count(".note-state"), 0);
    page.click(".rules [name=shadows]");
    page.wait_for_text(".note-state", "找不到");
    assert_eq!(page.text(".note-link .note-quote"), "陈锡明陈锡明");
    assert_eq!(page.value("CSS.highlights.has('note-yellow')"), false);
    page.screenshot("notes-orphaned");
    // Back again, so is the mark.
    page.click(".rules [name=shadows]");
    page.wait("!document.querySelector('.note-state')");
    page.wait("CSS.highlights.has('note-yellow')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn two_open_pages_see_each_others_notes() {
    let (site, page) = opened(WIDE);
    let other = page.another();
    other.open(&site.url(ARTICLE));
    other.wait(THERE);
    page.to_front();
    let words = select(&page, 1, 4, 12);
    page.click(".mark-button");
    other.to_front();
    other.wait(&format!("{}[0] === {words:?}", marked("yellow")));
    // Both mark; neither undoes what the other did.
    let words = select(&other, 3, 0, 5);
    other.click(".mark-button");
    page.to_front();
    page.wait(&format!("{}.includes({words:?})", marked("yellow")));
    assert_eq!(page.value(&format!("{}.length", marked("yellow"))), 2);
    page.press("g");
    page.press("n");
    page.click(".note-open");
    page.wait("document.querySelector('#note-card[open]')");
    page.type_in("那边");
    page.press("Escape");
    page.wait("!document.querySelector('#note-card')");
    other.to_front();
    other.wait("document.querySelector('[data-note]')");
    page.to_front();
    page.click(".note-open");
    page.click(".note-remove");
    other.to_front();
    other.wait(&format!("{}.length === 1", marked("yellow")));
    assert_eq!(other.value(&format!("{RECORDS}.length")), 1);
    assert_eq!([page.console(), other.console()].concat(), Vec::<String>::new());
}

#[test]
fn by_the_keyboard_the_paragraph_that_is_read_is_marked_and_gone_to() {
    let (_, page) = opened(PHONE);
    page.value("document.querySelectorAll('.article .body')[3].scrollIntoView()");
    page.wait_for_frames();
    page.press("m");
    page.wait(&format!("{}[0].length > 10", marked("yellow")));
    page.wait_for_text(".note-done", "已标记");
    page.screenshot("notes-phone");
    let touch =
        "[...document.querySelectorAll('.note-done button')].every(e => e.offsetHeight >= 44)";
    assert_eq!(page.value(touch), true);
    page.click(".note-heard");
    page.press("e");
    page.wait("document.querySelector('#note-card[open]')");
    page.type_in("记下");
    page.screenshot("note-card-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    page.press("Escape");
    page.wait("!document.querySelector('#note-card') && document.querySelector('[data-note]')");
    page.value("scrollTo(0, 0)");
    page.wait_for_frames();
    page.press("}");
    page.wait("scrollY > 200 && CSS.highlights.has('note-now')");
    page.wait_for_text("[role=status]", "记下");
    // In word mode the current word.
    page.press("w");
    page.wait("CSS.highlights.has('word-one')");
    page.press("n");
    page.wait("CSS.highlights.has('word-now')");
    let word = page.value("[...CSS.highlights.get('word-now')][0].toString()");
    page.press("m");
    page.wait(&format!("{}.includes({word})", marked("yellow")));
    page.press("g");
    page.press("n");
    page.wait("document.querySelectorAll('.note-entry').length === 2");
    page.screenshot("notes-list-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    page.click(".note-link");
    page.wait("document.querySelector('.article') && location.hash.includes('at=')");
    page.click(".back");
    page.wait("document.querySelectorAll('.note-entry').length === 2");
}

#[test]
fn without_highlights_and_with_damage_the_notes_are_there() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.before_each_page("Object.defineProperty(CSS, 'highlights', {value: undefined});");
    page.open(&site.url(ARTICLE));
    page.wait(THERE);
    page.press("m");
    page.wait("document.querySelectorAll('[data-note]').length === 1");
    page.value("localStorage.setItem('jianyue.note.broken', '1\\n{\"nonsense')");
    page.reload();
    page.wait("document.querySelectorAll('[data-note]').length === 1");
    page.press("g");
    page.press("n");
    page.wait_for_text(".damaged", "1 条笔记读不出来");
    assert_eq!(page.count(".note-entry"), 1);
    assert_eq!(page.value("localStorage.getItem('jianyue.note-damaged.broken')"), "1\n{\"nonsense");
    assert_eq!(page.value("localStorage.getItem('jianyue.note.broken')"), Value::Null);
    assert_eq!(page.console(), Vec::<String>::new());
}
