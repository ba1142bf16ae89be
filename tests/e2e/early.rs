//! The search before the program is there (`src/early.rs`), on a first visit.

use std::collections::BTreeMap;

use crate::browser::Page;
use crate::first::{IS_READY, held, sees};
use crate::site::Site;
use crate::{PHONE, WIDE};

/// The early search has found in all articles.
const IS_FOUND: &str = "document.querySelectorAll('[data-status=still] .results-in').length >= 5";

/// What the results say, and where they stand.
const PLACES: &str = "[...document.querySelectorAll('.list-head, .results-tools > *, .results-title, .strip, .snippet')] \
    .map(part => { const {x, y, width, height} = part.getBoundingClientRect(); \
    return [part.textContent, x, y, width, height].join(); })";

/// Types this into the field, in the place of what stands there.
fn type_anew(page: &Page, text: &str) {
    page.value(&format!(
        "(field => {{ field.value = '{text}'; field.dispatchEvent(new Event('input', {{bubbles: true}})); }})\
         (document.querySelector('#search'))"
    ));
}

#[test]
fn what_is_typed_is_found_and_nothing_moves_when_the_program_comes() {
    for window in [WIDE, PHONE] {
        let (_, page) = held(window, "");
        page.click("#search");
        page.type_in("科学城");
        page.wait(IS_FOUND);
        assert_eq!(page.text("[role=status]"), page.text(".list-head.found"));
        page.screenshot(&format!("early-{}", window.0));
        let before = page.value(PLACES);
        page.value("(go(), 0)");
        page.wait("document.querySelector('[data-status=ready]')?.dataset.of === '科学城'");
        page.wait("document.querySelector('.completions li')");
        page.wait_for_frames();
        let after = page.value(PLACES);
        let [before, after] = [&before, &after].map(|places| places.as_array().expect("places"));
        for (before, after) in before.iter().zip(after) {
            assert_eq!(after, before);
        }
        assert_eq!(after.len(), before.len());
        assert_eq!(
            page.value("[document.activeElement.id, document.activeElement.value].join()"),
            "search,科学城"
        );
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

#[test]
fn it_follows_what_is_typed_and_leaves_expressions_to_the_program() {
    let (_, page) = held(WIDE, "");
    type_anew(&page, "没有这样的话");
    page.wait("document.querySelector('[data-status=still] .notice-no-hit')");
    type_anew(&page, "");
    page.wait("document.querySelectorAll('[data-status=still] .entry').length === 5");
    type_anew(&page, "重庆");
    page.wait(IS_FOUND);
    type_anew(&page, "/重.高新/");
    page.wait("document.documentElement.dataset.first === 'elsewhere'");
    assert_eq!([".results-in", ".notice-title"].map(|it| sees(&page, it)), [false, true]);
    page.value("(go(), 0)");
    page.wait("document.querySelector('.app').dataset.of === '/重.高新/'");
    page.wait(IS_READY);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn what_an_address_seeks_is_found_before_the_program_is_asked_for() {
    let (site, page) = (Site::packed(), Page::new(WIDE.0, WIDE.1));
    page.before_each_page(&format!(
        "new MutationObserver((_, it) => {{ if (!({IS_FOUND})) return; it.disconnect(); \
         window.fetched = performance.getEntries().filter(entry => 'encodedBodySize' in entry) \
         .map(entry => [entry.name.split('/').pop().split('#')[0], entry.encodedBodySize]); }}) \
         .observe(document, {{childList: true, subtree: true}});"
    ));
    page.open_first(&site.url("#q=%E9%87%8D%E5%BA%86"));
    page.wait("window.fetched");
    let fetched = page.value("fetched");
    let fetched: Vec<(&str, u64)> = fetched
        .as_array()
        .expect("a list")
        .iter()
        .map(|file| (file[0].as_str().unwrap_or_default(), file[1].as_u64().unwrap_or_default()))
        .collect();
    let is_of = |beginning: &str| fetched.iter().any(|(name, _)| name.starts_with(beginning));
    assert!(is_of("early_bg") && !is_of("app-") && !is_of("worker"), "{fetched:?}");
    // A worker's script is told twice.
    let bytes: u64 = BTreeMap::from_iter(fetched.iter().copied()).values().sum();
    assert!((100_000..200_000).contains(&bytes), "{bytes}: {fetched:?}");
    page.wait("document.querySelector('[data-status=ready]')?.dataset.of === '重庆'");
    assert_eq!(page.value("document.querySelector('#search').value"), "重庆");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn whoever_was_here_before_has_no_use_for_it() {
    let (site, page) = (Site::built(), Page::new(WIDE.0, WIDE.1));
    page.before_each_page("localStorage.setItem('jianyue.language', 'zh-Hans')");
    page.open_first(&site.url("#q=%E9%87%8D%E5%BA%86"));
    page.wait("document.querySelectorAll('[data-status=ready] .results-in').length >= 5");
    let early: Vec<String> =
        page.requests().into_iter().filter(|url| url.contains("/early")).collect();
    assert_eq!(early, Vec::<String>::new());
}
