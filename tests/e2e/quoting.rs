//! A passage is selected, cited, and come back to by its link.

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

const ARTICLE: &str = "#doc=001_3e264aaf608f2d8d";

/// Selects some of the second and the third paragraph.
const SELECT: &str = "(() => { \
    const [one, other] = [...document.querySelectorAll('.article .body')].slice(1, 3); \
    const range = document.createRange(); \
    range.setStart(one.firstChild, 4); range.setEnd(other.firstChild, 9); \
    getSelection().removeAllRanges(); getSelection().addRange(range); \
    return range.toString(); })()";

/// What is told apart as the passage of the address, or nothing.
const PASSAGE: &str = "[...CSS.highlights.get('passage') ?? []].map(at => at.toString()).join()";

fn opened((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.open(&site.url(ARTICLE));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    (site, page)
}

#[test]
fn a_selected_passage_is_cited_and_its_link_opens_at_it() {
    let (_, page) = opened(WIDE);
    let selected = page.value(SELECT);
    let selected = selected.as_str().expect("a text");
    page.click(".quote-button");
    page.wait("document.querySelector('#quote[open]')");
    page.wait("document.querySelectorAll('.citation pre').length === 5");
    let cited = page.text(".citation pre");
    let quote = cited.split("\n——").next().unwrap_or_default();
    assert_eq!(quote.replace('\n', ""), selected);
    assert!(cited.contains("夏元") && cited.contains("2020-04") && cited.contains("原文第"));
    page.screenshot("quote");
    let link = cited.lines().last().expect("a link").to_owned();
    assert!(link.contains("at="), "{link}");
    page.open(&link);
    page.wait(&format!("{PASSAGE}.length > 0"));
    assert_eq!(page.value(PASSAGE), selected);
    page.wait(
        "(() => { const place = [...CSS.highlights.get('passage')][0].getBoundingClientRect(); \
         return place.top > 50 && place.top < innerHeight - 50; })()",
    );
    page.screenshot("quote-opened");
    // A query marks the same text anew, and the passage stays.
    page.click("#search");
    page.type_in("重庆");
    page.wait("document.querySelector('.hit-place')");
    assert_eq!(page.value(PASSAGE), selected);
    // So does another language.
    page.value(
        "(() => { const field = document.querySelector('#language'); field.value = 'en'; \
        field.dispatchEvent(new Event('change', {bubbles: true})); })()",
    );
    page.wait_for_text(".original-switch", "source");
    page.wait(
        "[...CSS.highlights.get('passage') ?? []].every(at => at.startContainer.isConnected)",
    );
    assert_eq!(page.value(PASSAGE), selected);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn by_the_keyboard_the_paragraph_that_is_read_is_cited() {
    let (_, page) = opened(PHONE);
    page.press("c");
    page.wait("document.querySelector('#quote[open]')");
    page.wait("document.querySelectorAll('.citation pre').length === 5");
    page.screenshot("quote-phone");
    assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
    page.press("Escape");
    page.wait("!document.querySelector('#quote[open]')");
    // Another time.
    page.press("c");
    page.wait("document.querySelector('#quote[open]')");
}
