//! The list of all articles: filtered by title, in its orders.

use crate::{PHONE, WIDE, visit};

/// The titles in the list.
const TITLES: &str = "[...document.querySelectorAll('.entry-title')].map(e => e.innerText)";

#[test]
fn the_list_is_filtered_by_title_and_an_input_method_is_left_alone() {
    let (_, page) = visit(WIDE);
    let all = page.count(".entry");
    page.click("#title-field");
    page.compose("jia");
    page.wait_for_frames();
    assert_eq!(page.count(".entry"), all, "half-typed letters have filtered");
    page.commit("加速键");
    page.wait("document.querySelectorAll('.entry').length < 5");
    let titles = page.value(TITLES);
    let titles: Vec<&str> =
        titles.as_array().into_iter().flatten().filter_map(|t| t.as_str()).collect();
    assert!(
        !titles.is_empty() && titles.iter().all(|title| title.contains("加速键")),
        "{titles:?}"
    );
    page.wait_for_text(".list-head", &format!("{} 篇，共 {all} 篇", titles.len()));
    page.screenshot("contents-filtered");
    // Nothing of it is in the address, and letters are letters.
    page.type_in("n?");
    page.wait_for_text(".list-head[role=status]", "没有标题含“加速键n?”");
    page.screenshot("contents-none");
    assert_eq!(page.value("location.hash"), "");
    assert_eq!(page.count("dialog[open], .entry"), 0);
    page.press("Escape");
    page.wait(&format!("document.querySelectorAll('.entry').length === {all}"));
    assert_eq!(page.value("document.querySelector('#title-field').value"), "");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn the_list_has_its_orders() {
    let (_, page) = visit(PHONE);
    page.screenshot("contents-phone");
    let before = page.value(TITLES);
    let choose = |at: u32| {
        page.value(&format!(
            "(s => {{ s.selectedIndex = {at}; s.dispatchEvent(new Event('change', {{bubbles: true}})); }})\
             (document.querySelector('.contents-tools select'))"
        ));
        page.wait_for_frames();
    };
    choose(2);
    let sorted = "(t => JSON.stringify(t) === JSON.stringify([...t].sort()))";
    page.wait(&format!("{sorted}({TITLES})"));
    choose(0);
    page.wait(&format!("JSON.stringify({TITLES}) === JSON.stringify({before})"));
    choose(1);
    page.wait(&format!("{TITLES}.length === {}", before.as_array().map_or(0, Vec::len)));
    // The order stays when an article is read in between.
    choose(2);
    page.click(".entry");
    page.wait("document.querySelector('.article h1')");
    page.click(".back");
    page.wait(&format!("document.querySelector('.entry').checkVisibility() && {sorted}({TITLES})"));
}
