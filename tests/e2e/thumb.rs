//! The bar at the bottom of a phone: all that the thumb needs, over nothing that is read.

use crate::browser::Page;
use crate::{HIT_IN_SIGHT, WIDE, search, visit};

const PHONE: (u32, u32) = (360, 740);

/// Every target of the bar is large enough and wholly in the window.
const LARGE: &str = "[...document.querySelectorAll('.thumb-bar :is(a, button)')].every(e => { \
    const r = e.getBoundingClientRect(); return r.width >= 44 && r.height >= 44 && r.left >= 0 \
    && r.right <= innerWidth && r.bottom <= innerHeight; })";

/// The bottom of what a selector finds, against the top of the bar.
fn is_above_the_bar(page: &Page, selector: &str) -> bool {
    let above =
        "(e, bar) => e.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top + 1";
    let of = format!("document.querySelector('{selector}'), document.querySelector('.thumb-bar')");
    page.value(&format!("({above})({of})")) == true
}

#[test]
fn the_thumb_reaches_list_search_hits_and_settings() {
    let (_, page) = visit(PHONE);
    assert_eq!((page.count(".thumb-bar :is(a, button)"), page.value(LARGE)), (4, true.into()));
    page.click(".thumb-search");
    page.wait("document.activeElement.id === 'search'");
    page.type_in("陈锡明");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.screenshot("thumb-results");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    assert_eq!((page.count(".thumb-bar :is(a, button)"), page.value(LARGE)), (5, true.into()));
    page.wait_for_text(".thumb-place", "1 / 8");
    page.click(".thumb-next");
    page.wait_for_text(".thumb-place", "2 / 8");
    page.wait(HIT_IN_SIGHT);
    page.screenshot("thumb-hits");
    page.click(".thumb-previous");
    page.click(".thumb-previous");
    page.wait_for_text(".thumb-place", "8 / 8");
    assert_eq!(page.value("document.querySelector('.hit-bar').checkVisibility()"), false);
    page.click(".thumb-settings");
    page.wait("document.querySelector('#settings').open");
    page.press("Escape");
    page.set_dark(true);
    page.wait_for_frames();
    page.screenshot("thumb-dark");
    page.set_media("forced-colors", "active");
    page.wait_for_frames();
    page.screenshot("thumb-forced");
    // Back to the results, and from them to all articles, and to their top.
    page.click(".thumb-list");
    page.wait("document.querySelector('.snippet').checkVisibility()");
    page.click(".thumb-list");
    page.wait("document.querySelectorAll('.entry').length >= 5 && location.hash.length < 2");
    page.value("scrollTo(0, 9999), 0");
    page.click(".thumb-list");
    page.wait("scrollY < 8");
    // The last of the list and of an article is not under the bar.
    page.value("scrollTo(0, 99999), 0");
    assert!(is_above_the_bar(&page, ".contents > li:last-child"));
    page.click(".entry");
    page.wait("document.querySelectorAll('.article .body').length > 10");
    // Its end is where it is when all of it is laid out.
    page.wait("!document.querySelector('.article > [data-far]')");
    page.value("scrollTo(0, 99999), 0");
    assert!(is_above_the_bar(&page, ".neighbours"));
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_is_not_in_the_article_is_said_there() {
    let (site, page) = visit(PHONE);
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&q=重庆庆重庆重庆庆"));
    page.wait_for_text(".thumb-none", "本文没有");
    page.screenshot("thumb-none");
    // On its side there is less height for it.
    page.resize(740, 360);
    page.wait_for_frames();
    assert_eq!(page.value(LARGE), true);
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&q=信创&hit=3"));
    page.wait("document.querySelector('mark[aria-current]')");
    page.wait_for_text(".thumb-place", "3 / ");
    page.screenshot("thumb-landscape");
    page.resize(320, 640);
    page.wait_for_frames();
    assert_eq!(page.value(LARGE), true);
}

#[test]
fn a_wide_screen_has_no_such_bar() {
    let (_, page) = visit(WIDE);
    search(&page, "陈锡明");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    assert_eq!(page.value("document.querySelector('.thumb-bar').checkVisibility()"), false);
}

/// How far what stands on the page has moved by itself.
const SHIFT: &str = "window.shift = 0, new PerformanceObserver(list => list.getEntries().forEach(\
    e => { if (!e.hadRecentInput) window.shift += e.value; })).observe({type: 'layout-shift', buffered: true})";

#[test]
fn nothing_moves_by_itself() {
    let (site, page) = visit(PHONE);
    page.before_each_page(SHIFT);
    for address in ["", "#q=重庆", "#doc=001_3e264aaf608f2d8d", "#doc=001_3e264aaf608f2d8d&q=信创"]
    {
        page.open(&site.url(address));
        page.wait("document.querySelector('.article .body, .list :is(.entry, .snippet)')");
        page.wait_for_frames();
        let shift = page.value("window.shift").as_f64();
        assert!(shift.is_some_and(|shift| shift < 0.02), "{address}: {shift:?}");
    }
}
