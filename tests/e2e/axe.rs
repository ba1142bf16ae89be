//! Every view in every theme and width, judged by the rules of accessibility that a machine can
//! check: those of WCAG 2.2, A and AA, and axe-core's own. And a picture of each, if it is asked for.

use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs};

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;
use crate::views::{VIEWS, WINDOWS, set_theme, themes};

/// Many rules for many elements, on a machine that is busy with other tests too.
const PATIENCE: Duration = Duration::from_secs(120);

/// All rules.
const ALL: &str =
    "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']";

/// Those that depend on the theme.
const OF_COLOURS: &str = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

/// What is said of the outcome; RULES are what the page is judged by.
const JUDGE: &str = "(window.judged = undefined, axe.run(document, {resultTypes: ['violations'], \
    runOnly: RULES})\
    .then(all => { window.judged = {passes: all.passes.length, violations: all.violations.flatMap(\
    rule => rule.nodes.slice(0, 4).map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 160)} \
    (${node.any.concat(node.all, node.none).map(check => check.message).join('; ')})`))}; }, \
    error => { window.judged = {passes: 0, violations: [String(error)]}; }), 0)";

/// Judges pages opened from now on.
pub fn watch(page: &Page) {
    let file = env::var_os("JIANYUE_AXE").map(PathBuf::from);
    let file = file.expect("there is no axe-core; `cargo xtask test e2e` fetches it");
    page.before_each_page(&fs::read_to_string(file).expect("axe-core can be read"));
}

/// What is wrong with the page as it stands, by some of the rules.
#[track_caller]
fn violations(page: &Page, rules: &str) -> Vec<String> {
    page.value(&JUDGE.replace("RULES", rules));
    page.wait_up_to(PATIENCE, "window.judged");
    let passes = page.value("window.judged.passes").as_u64();
    let violations = page.value("window.judged.violations");
    let violations = violations.as_array().into_iter().flatten().filter_map(Value::as_str);
    let violations: Vec<String> = violations.map(str::to_owned).collect();
    assert!(passes > Some(0) || !violations.is_empty(), "axe-core has judged nothing");
    violations
}

/// What is wrong with the page as it stands.
#[track_caller]
pub fn all_violations(page: &Page) -> Vec<String> {
    violations(page, ALL)
}

fn every_view_in(window: (u32, u32)) {
    let site = Site::built();
    let page = Page::new(window.0, window.1);
    watch(&page);
    let pictures = env::var_os("JIANYUE_SCREENSHOTS").map(PathBuf::from);
    let mut wrong = Vec::new();
    for view in VIEWS {
        view.open(&page, &site);
        for (at, theme) in themes().into_iter().enumerate() {
            set_theme(&page, theme);
            let name = format!("{}-{theme}-{}", view.name, window.0);
            if let Some(folder) = &pictures {
                page.picture(&folder.join(format!("{name}.png")));
            }
            let rules = if at == 0 { ALL } else { OF_COLOURS };
            wrong
                .extend(violations(&page, rules).into_iter().map(|said| format!("{name}: {said}")));
        }
    }
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn every_view_keeps_the_rules_on_a_desktop() {
    every_view_in(WINDOWS[0]);
}

#[test]
fn every_view_keeps_the_rules_on_a_tablet() {
    every_view_in(WINDOWS[1]);
}

#[test]
fn every_view_keeps_the_rules_on_a_phone() {
    every_view_in(WINDOWS[2]);
}
