//! The first screen: what is seen, and can be done, before the program is there.

use crate::browser::Page;
use crate::site::Site;
use crate::{PHONE, WIDE};

/// The program comes when `go()` is called.
const HELD: &str = "for (const name of ['instantiateStreaming', 'instantiate']) { \
    const real = WebAssembly[name]; \
    WebAssembly[name] = async (...given) => { await (window.held ??= new Promise(go => window.go = go)); \
      return real(...given); }; }";

/// A page whose program does not come before it is told to.
pub fn held((width, height): (u32, u32), fragment: &str) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.before_each_page(HELD);
    page.open_first(&site.url(fragment));
    page.wait("window.go");
    (site, page)
}

/// Where everything that is read of the list and of the welcome stands.
const PLACES: &str = "[...document.querySelectorAll('.brand, #search, .list-head, .entry, .entry-opening, \
    .welcome :is(h2, p, kbd)')].map(part => { const {x, y, width, height} = part.getBoundingClientRect(); \
    return [part.innerText, x, y, width, height].join(); })";

pub const IS_READY: &str = "document.querySelector('.app').dataset.status === 'ready'";

#[test]
fn the_list_is_seen_before_the_program_and_nothing_moves_when_it_comes() {
    for window in [WIDE, PHONE] {
        let (_, page) = held(window, "");
        assert_eq!(page.count(".entry"), 5);
        assert_eq!(
            page.value("getComputedStyle(document.querySelector('.notice-title')).display"),
            "none"
        );
        let before = page.value(PLACES);
        page.value("(go(), 0)");
        page.wait(IS_READY);
        page.wait_for_frames();
        assert_eq!(page.value(PLACES), before);
        assert_eq!(page.count(".first-list") + page.count(".notice-starting"), 0);
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

#[test]
fn what_is_typed_before_the_program_comes_is_searched_for() {
    let (_, page) = held(WIDE, "");
    page.click("#search");
    page.type_in("科学城");
    page.value("(go(), 0)");
    page.wait("document.querySelector('.app').dataset.of === '科学城'");
    assert_eq!(
        page.value("[document.activeElement.id, document.activeElement.value].join()"),
        "search,科学城"
    );
    page.type_in("建设");
    page.wait("document.querySelector('.app').dataset.of === '科学城建设'");
}

#[test]
fn the_program_waits_for_what_is_being_composed() {
    let (_, page) = held(WIDE, "");
    page.click("#search");
    page.compose("chong");
    page.value("(go(), 0)");
    // It is there, and waits.
    page.value("(window.late = false, setTimeout(() => window.late = true, 1500), 0)");
    page.wait("window.late");
    assert_eq!(page.value("document.querySelector('.app').dataset.status"), "still");
    page.commit("重庆");
    page.wait("document.querySelector('.app').dataset.of === '重庆'");
    assert_eq!(page.value("document.activeElement.id"), "search");
}

/// Whether an element is seen.
pub fn sees(page: &Page, selector: &str) -> bool {
    let element = format!("document.querySelector('{selector}')");
    page.value(&format!("{element}?.checkVisibility({{visibilityProperty: true}}) ?? false"))
        == true
}

#[test]
fn where_the_address_leads_elsewhere_the_list_is_not_shown_first() {
    let (_, page) = held(WIDE, "#notes=1");
    assert_eq!(
        [".entry", ".notice-title", ".brand"].map(|selector| sees(&page, selector)),
        [false, true, true]
    );
    page.value("(go(), 0)");
    page.wait("document.querySelector('.notes')");
}

/// The program shows the article itself.
const IS_TAKEN_OVER: &str =
    "document.querySelector('.article') && !document.querySelector('.first-article')";

/// Where the blocks of the article stand that are in the window, and what they say.
const BLOCKS: &str = "[...document.querySelectorAll('.article :is(.facts, [id^=block-])')].map(part => { \
    const {x, y, width, height} = part.getBoundingClientRect(); \
    return [part.textContent, x, y, width, height].join(); }).slice(0, 6)";

#[test]
fn an_article_that_the_address_leads_to_is_read_before_the_program_and_does_not_move() {
    for (window, fragment, is_listed) in [
        (WIDE, "#doc=001_3e264aaf608f2d8d", true),
        (WIDE, "#doc=001_3e264aaf608f2d8d&q=%E4%BF%A1%E5%88%9B", false),
        (PHONE, "#doc=001_3e264aaf608f2d8d&q=%E4%BF%A1%E5%88%9B", false),
    ] {
        let (_, page) = held(window, fragment);
        page.wait("document.querySelectorAll('.article .body').length > 10");
        assert_eq!([sees(&page, ".entry"), sees(&page, ".notice-title")], [is_listed, false]);
        page.screenshot("first-article");
        let before = page.value(BLOCKS);
        page.value("(go(), 0)");
        page.wait(IS_READY);
        page.wait(IS_TAKEN_OVER);
        page.wait("document.querySelector('.keywords li')");
        page.wait_for_frames();
        assert_eq!(page.value(BLOCKS), before, "{fragment}");
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

#[test]
fn a_link_is_followed_before_the_program_comes_and_so_is_the_way_back() {
    for window in [WIDE, PHONE] {
        let (_, page) = held(window, "");
        page.click(".entry");
        page.wait("document.querySelectorAll('.article .body').length > 10");
        assert_eq!(sees(&page, ".entry"), window == WIDE);
        page.value("history.back()");
        page.wait("!document.querySelector('.article')");
        assert!(sees(&page, ".entry"));
        page.click(".contents li:last-child .entry");
        page.wait("document.querySelectorAll('.article .body').length > 10");
        let title = page.text(".article h1");
        page.value("(go(), 0)");
        page.wait(IS_READY);
        page.wait(IS_TAKEN_OVER);
        assert_eq!(page.text(".article h1"), title);
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

#[test]
fn whoever_reads_on_before_the_program_comes_stays_where_they_are() {
    // On a slow machine the program's article is rendered some pictures after it is known.
    for slower in [1.0, 4.0] {
        let (_, page) = held(PHONE, "#doc=001_3e264aaf608f2d8d");
        page.wait("document.querySelectorAll('.article .body').length > 10");
        page.value("document.querySelector('#block-20').scrollIntoView()");
        page.wait_for_frames();
        let place = || {
            let place = page.value("document.querySelector('#block-20').getBoundingClientRect().y");
            place.as_f64().expect("a number")
        };
        let before = place();
        page.slow_down(slower);
        page.value("(go(), 0)");
        page.wait(IS_READY);
        page.wait(IS_TAKEN_OVER);
        page.wait("!document.querySelector('.article > [data-far]')");
        page.wait_for_frames();
        // What stands above it is estimated until the program lays it out, and browsers scroll by whole pixels.
        assert!((place() - before).abs() <= 1.0, "{before} {}", place());
    }
}

#[test]
fn a_link_to_a_hit_moves_nothing_once_it_is_there() {
    // On a slow machine blocks are laid out before the program goes to the hit.
    for (window, slower) in [(WIDE, 1.0), (PHONE, 1.0), (WIDE, 4.0), (PHONE, 4.0)] {
        let (site, page) = (Site::built(), Page::new(window.0, window.1));
        page.slow_down(slower);
        page.before_each_page(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => moved += e.value)) \
             .observe({type: 'layout-shift', buffered: true});",
        );
        page.open(&site.url("#doc=001_3e264aaf608f2d8d&q=%E4%BF%A1%E5%88%9B&hit=3"));
        page.wait("document.querySelector('#hit-3[aria-current]')");
        page.wait("!document.querySelector('.article > [data-far]')");
        page.wait_for_frames();
        let moved = page.value("moved").as_f64().expect("a number");
        assert!(moved < 0.02, "{moved}");
        let middle = page.value(
            "(rect => (rect.top + rect.bottom) / 2 / innerHeight)(document.querySelector('#hit-3').getBoundingClientRect())",
        );
        let middle = middle.as_f64().expect("a number");
        assert!((0.3..0.7).contains(&middle), "{middle}");
    }
}

#[test]
fn an_address_that_leads_out_of_the_articles_shows_nothing_of_it() {
    let (_, page) = held(WIDE, "#doc=../articles/001_3e264aaf608f2d8d");
    page.wait_for_frames();
    assert_eq!(page.count(".article, .body, main main"), 0);
}

#[test]
fn the_colours_are_the_reader_s_from_the_first() {
    let (site, page) = held(WIDE, "");
    page.value("(go(), 0)");
    page.wait(IS_READY);
    page.click(".theme-switch");
    let chosen = page.value("document.documentElement.dataset.theme");
    assert_ne!(chosen, "auto");
    page.open_first(&site.url(""));
    page.wait("window.go");
    assert_eq!(page.value("document.documentElement.dataset.theme"), chosen);
}

#[test]
fn the_keyboard_stays_at_the_article_that_it_was_at() {
    let (_, page) = held(WIDE, "");
    page.value("(go(), 0)");
    // As soon as the program is there, whatever the engine has said.
    page.wait("document.querySelector('.app').dataset.status !== 'still'");
    page.value("document.querySelectorAll('.entry')[2].focus()");
    page.wait(IS_READY);
    page.wait_for_frames();
    assert_eq!(
        page.value("document.activeElement === document.querySelectorAll('.entry')[2]"),
        true
    );
}
