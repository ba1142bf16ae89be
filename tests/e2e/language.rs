//! The language of the page: what the browser asks for, and what the reader chooses.

use super::browser::Page;
use super::site::Site;
use super::{HIT_IN_SIGHT, WIDE, search, visit};

/// The language that the page says to be in.
const LANG: &str = "document.documentElement.lang";

/// Chooses a language, by its tag.
fn choose(page: &Page, tag: &str) {
    page.value(&format!(
        "(() => {{ const field = document.querySelector('#language'); field.focus({{ preventScroll: true }}); \
         field.value = '{tag}'; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ));
    page.wait(&format!("{LANG} === '{tag}'"));
}

/// A browser of a reader of this language with the site open.
fn visit_in(language: &str) -> (Site, Page) {
    let site = Site::built();
    let page = Page::of(language, WIDE.0, WIDE.1);
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    (site, page)
}

#[test]
fn the_page_speaks_the_language_of_the_browser() {
    for (language, tag, said) in [
        ("en-US", "en", "Search all articles"),
        ("zh-TW", "zh-Hant", "檢索全部文章"),
        ("zh-CN", "zh-Hans", "检索全部文章"),
    ] {
        let (_, page) = visit_in(language);
        assert_eq!(page.value(LANG), tag);
        assert_eq!(page.value("document.querySelector('#search').placeholder"), said);
        page.screenshot(&format!("language-{tag}"));
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

#[test]
fn a_language_that_is_chosen_is_spoken_at_once_and_kept() {
    let (_, page) = visit(WIDE);
    search(&page, "信创");
    page.wait("document.querySelectorAll('.snippet').length > 2");
    page.click("li:nth-child(2) > .snippet");
    page.wait(HIT_IN_SIGHT);
    let place = page.text(".hit-place");
    choose(&page, "en");
    // What is read and sought stays, and the keyboard where it was.
    page.wait_for_text(".found", "hits");
    page.wait(HIT_IN_SIGHT);
    assert_eq!(page.text(".hit-place"), place);
    assert_eq!(page.value("document.querySelector('#search').value"), "信创");
    assert_eq!(page.value("document.activeElement.id"), "language");
    assert_eq!(page.value("document.querySelector('.article').lang"), "zh");
    page.screenshot("language-chosen");
    page.reload();
    page.wait_for_text(".found", "hits");
    assert_eq!(page.value(LANG), "en");
    page.wait(HIT_IN_SIGHT);
    choose(&page, "zh-Hant");
    page.wait_for_text(".found", "處");
    page.value("document.querySelector('.back').click()");
    page.wait("!document.querySelector('.article')");
    assert_eq!(page.value("document.title"), "「信创」· 檢閱");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn in_english_nothing_sticks_out_on_a_phone() {
    let (_, page) = visit((320, 640));
    choose(&page, "en");
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    page.wait(fits);
    page.screenshot("language-phone-list");
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.wait(fits);
    page.screenshot("language-phone-results");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    page.wait(fits);
    page.screenshot("language-phone-article");
}
