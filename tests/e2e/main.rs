//! A person's way through the built site, in a real Chromium.
//!
//! Run by `cargo xtask test e2e`, which builds the site and finds the browser.

mod axe;
#[allow(dead_code)] // the measurements use more of it
mod browser;
mod contents;
mod corrections;
mod early;
mod firefox;
mod first;
mod holdings;
mod keyboard;
mod language;
mod notes;
mod lists;
mod lexicon;
mod offline;
mod own_keys;
mod new_words;
mod one_page;
mod pinyin;
mod policy;
mod published;
mod quoting;
mod reading;
mod search;
mod sides;
mod single;
#[allow(dead_code)]
mod site;
mod study;
mod take_out;
mod thumb;
mod views;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use browser::Page;
use site::Site;

const WIDE: (u32, u32) = (1280, 860);
const PHONE: (u32, u32) = (390, 844);

/// A browser with the site open, and the articles listed.
fn visit((width, height): (u32, u32)) -> (Site, Page) {
    let site = Site::built();
    let page = Page::new(width, height);
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('[data-status=ready] .entry').length >= 5");
    (site, page)
}

fn search(page: &Page, query: &str) {
    page.click("#search");
    page.type_in(query);
}

/// Whether the current hit is wholly within the window and not under the bars.
const HIT_IN_SIGHT: &str = "(() => { const hit = document.querySelector('mark[aria-current]'); \
    if (!hit) return false; const r = hit.getClientRects()[0]; \
    return r.top > 60 && r.bottom < innerHeight - 40; })()";

#[test]
fn the_list_shows_the_five_articles_and_one_is_read_from_start_to_end() {
    let (_, page) = visit(WIDE);
    page.screenshot("wide-list");
    page.wait_for_text(".entry .length", "字");
    page.click(".entry");
    page.wait("document.querySelectorAll('.article .body').length > 10");
    assert!(
        page.value("decodeURIComponent(location.hash)")
            .as_str()
            .is_some_and(|search| search.starts_with("#doc="))
    );
    // The reading pane scrolls to the end of the article, where the account of the restoration is.
    page.wait_for_text(".restored", "合并");
    page.value("document.querySelector('.restored').scrollIntoView()");
    page.screenshot("wide-article-end");
    page.value("history.back()");
    page.wait("location.hash === '' && !document.querySelector('.article')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_word_cut_by_a_line_end_is_typed_found_opened_and_seen() {
    let (_, page) = visit(WIDE);
    search(&page, "光谷·智创园");
    page.wait("document.querySelectorAll('.results-in').length === 1");
    page.wait_for_text(".list-head", "2 处");
    assert_eq!(page.count(".results-in mark"), 2);
    assert_eq!(page.text(".results-in mark"), "光谷·智创园");
    page.screenshot("wide-results");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    // One is an element, so that it can be gone to, the other a highlight of the browser's.
    page.wait("CSS.highlights.get('hit').size === 1 && document.querySelectorAll('.article mark').length === 1");
    assert_eq!(
        page.value(
            "[...CSS.highlights.get('hit')].map(at => \
        at.startContainer.data.slice(at.startOffset, at.endOffset)).join()"
        ),
        "光谷·智创园"
    );
    page.wait_for_text(".hit-place", "1 / 2");
    assert!(
        page.value("decodeURIComponent(location.hash)")
            .as_str()
            .is_some_and(|search| search.ends_with("hit=1"))
    );
    page.screenshot("wide-hit");
}

#[test]
fn where_the_browser_has_no_highlights_every_hit_is_an_element() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.before_each_page("Object.defineProperty(CSS, 'highlights', {value: undefined});");
    page.open(&site.url("#q=光谷·智创园"));
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    assert_eq!(page.count(".article mark"), 2);
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn highlights_follow_the_hits_from_block_to_block() {
    let (_, page) = visit(WIDE);
    search(&page, "重庆");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    // All that is marked is the query, by whatever is typed and whichever is the current one.
    let all = |typed: &str| {
        format!(
            "(() => {{ const marked = [...CSS.highlights.get('hit')].map(at => \
            at.startContainer.isConnected && at.startContainer.data.slice(at.startOffset, at.endOffset)); \
          const hits = Number(document.querySelector('.hit-place').innerText.split('/')[1]); \
          return marked.length > 3 && marked.every(text => text === '{typed}') \
              && marked.length + document.querySelectorAll('.article mark').length === hits; }})()"
        )
    };
    page.wait(&all("重庆"));
    for key in ["n", "n", "o", "n", "o", "N"] {
        page.value("document.activeElement.blur()");
        page.press(key);
        page.wait(&all("重庆"));
    }
    page.screenshot("wide-highlights");
    page.click("#search");
    page.type_in("高");
    page.wait("document.querySelector('.hit-none, .hit-place')?.innerText !== null");
    page.press("Backspace");
    page.wait(&all("重庆"));
    page.press("Escape");
    page.value("history.back()");
    page.wait("!document.querySelector('.article') && !CSS.highlights.has('hit')");
}

#[test]
fn every_keystroke_answers() {
    let (_, page) = visit(WIDE);
    page.click("#search");
    for typed in ["重", "重庆", "重庆高", "重庆高新", "重庆高新区"] {
        page.type_in(&typed.chars().next_back().map(String::from).unwrap_or_default());
        page.wait(&format!("new URLSearchParams(location.hash.slice(1)).get('q') === '{typed}'"));
        page.wait("document.querySelectorAll('.results-in').length > 0");
        page.wait(&format!(
            "[...document.querySelectorAll('.results-in mark')].every(m => m.innerText === '{typed}')"
        ));
    }
    page.press("Backspace");
    page.wait("document.querySelector('.results-in mark').innerText === '重庆高新'");
}

#[test]
fn next_and_previous_go_round_and_the_counter_follows() {
    let (_, page) = visit(WIDE);
    search(&page, "陈锡明");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.press("Enter");
    page.wait_for_text(".hit-place", "1 / 8");
    page.press("Enter");
    page.wait_for_text(".hit-place", "2 / 8");
    page.value("document.activeElement.blur()");
    page.press("n");
    page.wait_for_text(".hit-place", "3 / 8");
    page.press("N");
    page.press("N");
    page.press("N");
    page.wait_for_text(".hit-place", "8 / 8");
    page.wait(HIT_IN_SIGHT);
    page.press("]");
    page.wait_for_text(".hit-place", "1 / 8");
    page.wait(HIT_IN_SIGHT);
}

#[test]
fn reloading_and_going_back_restore_article_query_and_hit() {
    let (site, page) = visit(WIDE);
    search(&page, "信创");
    page.wait("document.querySelectorAll('.snippet').length > 2");
    page.click("li:nth-child(2) > .snippet");
    page.wait(HIT_IN_SIGHT);
    let place = page.text(".hit-place");
    let address = page.value("decodeURIComponent(location.hash)");
    page.reload();
    page.wait(HIT_IN_SIGHT);
    assert_eq!(
        (page.text(".hit-place"), page.value("decodeURIComponent(location.hash)")),
        (place.clone(), address)
    );
    assert_eq!(page.value("document.querySelector('#search').value"), "信创");
    page.value("history.back()");
    page.wait(
        "!document.querySelector('.article') && document.querySelector('#search').value === '信创'",
    );
    page.value("history.forward()");
    page.wait(&format!("document.querySelector('.hit-place')?.innerText === '{place}'"));
    page.wait(HIT_IN_SIGHT);
    // A stranger's address is as good.
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&q=%E4%BF%A1%E5%88%9B&hit=3"));
    page.wait_for_text(".hit-place", "3 / ");
    page.wait(HIT_IN_SIGHT);
}

#[test]
fn an_input_method_is_left_alone_until_it_is_done() {
    let (_, page) = visit(WIDE);
    page.click("#search");
    for letters in ["z", "zh", "zhong", "zhongdian"] {
        page.compose(letters);
    }
    page.press_enter_in_composition();
    assert_eq!(page.value("decodeURIComponent(location.hash)"), "");
    assert_eq!(page.count(".results-in") + page.count(".article") + page.count(".notice"), 0);
    page.commit("中电");
    page.wait("new URLSearchParams(location.hash.slice(1)).get('q') === '中电'");
    page.wait("document.querySelectorAll('.results-in').length > 1");
    assert_eq!(page.count(".article"), 0, "the Enter of the composition opened something");
    page.press("Enter");
    page.wait(HIT_IN_SIGHT);
}

#[test]
fn nothing_found_is_said_with_the_query() {
    let (_, page) = visit(WIDE);
    search(&page, "庆重新高");
    page.wait_for_text(".notice", "庆重新高");
    page.screenshot("wide-no-hit");
    page.press("Escape");
    page.wait("document.querySelectorAll('.entry').length >= 5");
}

#[test]
fn a_document_that_does_not_exist_is_said() {
    let (site, page) = visit(WIDE);
    page.open(&site.url("#doc=nothing"));
    page.wait("document.querySelector('.notice-missing')");
}

#[test]
fn the_dark_theme_follows_the_system_and_can_be_chosen() {
    let (_, page) = visit(WIDE);
    let background = "getComputedStyle(document.body).backgroundColor";
    page.set_dark(false);
    let light = page.value(background);
    page.set_dark(true);
    page.wait(&format!("{background} !== {light}"));
    search(&page, "科学城");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    page.screenshot("wide-dark");
    page.set_dark(false);
    page.wait(&format!("{background} === {light}"));
    // Chosen themes last over a reload.
    for _ in 0..3 {
        if page.value("document.documentElement.dataset.theme") == "dark" {
            break;
        }
        page.click(".theme-switch");
    }
    page.wait(&format!("{background} !== {light}"));
    page.reload();
    page.wait(&format!("document.querySelector('.article') && {background} !== {light}"));
}

#[test]
fn a_phone_shows_one_thing_at_a_time_and_nothing_sticks_out() {
    let (_, page) = visit(PHONE);
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    page.wait(fits);
    page.screenshot("phone-list");
    search(&page, "重庆");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.wait(fits);
    page.screenshot("phone-results");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    page.wait(fits);
    let seen = "(s) => { const e = document.querySelector(s); return !!e && e.getClientRects().length > 0 }";
    assert_eq!(
        page.value(&format!("({seen})('.list')")),
        false,
        "the list stands beside the article"
    );
    page.screenshot("phone-article");
    page.resize(320, 640);
    page.wait(fits);
    page.click(".back");
    page.wait(&format!("({seen})('.list')"));
    page.wait(fits);
}

#[test]
fn a_worker_that_is_not_there_is_said() {
    let whole = Site::built();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("without-worker");
    copy(&whole.folder, &folder);
    for file in fs::read_dir(&folder).expect("readable").flatten() {
        if file.file_name().to_string_lossy().starts_with("worker") {
            fs::remove_file(file.path()).expect("removed");
        }
    }
    let site = Site::serve(folder);
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url("#q=%E9%87%8D%E5%BA%86"));
    page.wait("document.querySelector('[data-status=silent], [data-status=failed]')");
    page.wait("document.querySelector('.reload')");
    page.screenshot("wide-no-worker");
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).expect("made");
    for file in fs::read_dir(from).expect("readable").flatten() {
        if file.path().is_file() {
            fs::copy(file.path(), to.join(file.file_name())).expect("copied");
        }
    }
}

#[test]
fn nothing_is_asked_of_any_other_host_and_the_console_stays_empty() {
    let (site, page) = visit(WIDE);
    search(&page, "中国电子");
    page.wait("document.querySelectorAll('.snippet').length > 0");
    page.click(".snippet");
    page.wait(HIT_IN_SIGHT);
    page.press("Escape");
    let requests = page.requests();
    assert!(requests.len() > 3, "{requests:?}");
    assert!(requests.iter().all(|url| site.has(url)), "{requests:?}");
    assert_eq!(page.console(), Vec::<String>::new());
}
