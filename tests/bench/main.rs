//! Measures the built site and the engine, and asserts the answers it times.
//!
//! Run by `cargo xtask bench`, which builds the site and finds the browser. Figures are of this
//! machine and this moment; compare only what one run prints. The names of parts (`restoring`) as
//! arguments run only those; a folder of texts among them is searched instead of generated ones, and of
//! what is imported a number of files measures only so many.

#[allow(dead_code)]
#[path = "../e2e/browser.rs"]
mod browser;
mod corpus;
mod importing;
mod in_browser;
mod lighthouse;
mod page;
mod phone;
mod restoring;
mod searching;
#[allow(dead_code)]
#[path = "../e2e/site.rs"]
mod site;

use std::env;
use std::path::Path;
use std::time::Duration;

use browser::Page;
use jianyue::publish::{Report, weights};
use site::Site;

fn main() {
    // Cargo adds an argument of its own, `--bench`.
    let given = env::args().skip(1).filter(|name| !name.starts_with('-'));
    let (folders, named): (Vec<String>, Vec<String>) =
        given.partition(|name| Path::new(name).is_dir());
    let folder = folders.first().map(Path::new);
    let (files, named): (Vec<String>, Vec<String>) =
        named.into_iter().partition(|name| name.parse::<usize>().is_ok());
    let files: Vec<usize> = files.iter().filter_map(|files| files.parse().ok()).collect();
    let parts: [(&str, &dyn Fn()); 11] = [
        ("sizes", &|| sizes(&Site::built().folder)),
        ("start", &|| start(&Site::built())),
        ("phone", &phone::phone),
        ("keystrokes", &|| keystrokes(&Site::built())),
        ("searching", &|| searching::searching(folder)),
        ("browser", &|| in_browser::in_browser(folder)),
        ("importing", &|| importing::importing(&files)),
        ("killing", &importing::deaths),
        ("restoring", &restoring::restoring),
        ("page", &page::page),
        ("lighthouse", &lighthouse::lighthouse),
    ];
    for name in &named {
        let is_part = parts.iter().any(|(part, _)| part == name);
        assert!(is_part, "no part is named {name}; there are {:?}", parts.map(|(part, _)| part));
    }
    for (name, part) in parts {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            part();
        }
    }
}

/// What the parts of the site weigh.
fn sizes(dist: &Path) {
    println!("\n{}", Report(&weights(dist).expect("the site is built")));
}

/// From the request for the page until results are in it, the browser's caches empty each time.
fn start(site: &Site) {
    let mut times = Vec::new();
    for _ in 0..5 {
        let page = Page::new(1280, 860);
        page.before_each_page(
            "new MutationObserver(() => { if (!window.answered && document.querySelector('.results-in')) \
             window.answered = performance.now(); }).observe(document, {childList: true, subtree: true});",
        );
        page.open(&site.url("#q=%E9%87%8D%E5%BA%86"));
        page.wait("window.answered");
        assert!(page.count(".results-in") >= 5);
        times.push(Duration::from_secs_f64(
            page.value("window.answered").as_f64().expect("a time") / 1000.0,
        ));
    }
    println!(
        "\nfirst answer in Chromium: median {:.0} ms of {}",
        median(&mut times).as_secs_f64() * 1e3,
        times.len()
    );
}

/// From a keystroke until its results are painted.
fn keystrokes(site: &Site) {
    let page = Page::new(1280, 860);
    page.before_each_page(
        "window.times = []; addEventListener('input', () => { window.typed = performance.now(); }, true); \
         new MutationObserver(() => { if (window.typed) { const t = window.typed; window.typed = 0; \
         requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - t))); } }) \
         .observe(document, {childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-hits']});",
    );
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.click("#search");
    let mut times = Vec::new();
    for typed in "重庆高新区科学城中国电子信息产业".chars() {
        page.type_in(&typed.to_string());
        page.wait("window.times.length > 0");
        let time = page.value("window.times.splice(0)[0]").as_f64().expect("a time");
        times.push(Duration::from_secs_f64(time / 1000.0));
    }
    times.sort();
    let last = times[times.len() * 95 / 100];
    println!(
        "keystroke to painted change: median {:.1} ms, p95 {:.1} ms of {}",
        median(&mut times).as_secs_f64() * 1e3,
        last.as_secs_f64() * 1e3,
        times.len()
    );
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
