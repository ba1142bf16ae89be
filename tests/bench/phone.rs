//! A first visit on a slow phone: a processor four times slower, 1.6 Mbit/s, 150 ms to each answer. How long
//! until the list is seen, until an article is, until a search is answered, and until the whole program is there. The
//! answers are asserted; what is over its limit is said.

use crate::browser::Page;
use crate::site::Site;

const SLOWER: f64 = 4.0;

/// Of so many visits the median counts.
const VISITS: usize = 5;

/// What is waited for: its name, the address, when it is there, and within how many milliseconds it is to be
/// painted.
const SIGHTS: [(&str, &str, &str, f64); 5] = [
    ("list of articles", "", "document.querySelectorAll('.entry').length >= 5", 1_000.0),
    (
        "answer to a search",
        "#q=%E9%87%8D%E5%BA%86",
        "document.querySelectorAll('.results-in').length >= 5",
        2_000.0,
    ),
    (
        "article",
        "#doc=001_3e264aaf608f2d8d",
        "document.querySelectorAll('.article .body').length > 10",
        2_000.0,
    ),
    // Reading and searching do not wait for these two, which have no limit.
    ("program", "", "document.querySelector('[data-status=ready]')", f64::INFINITY),
    (
        "program, after a search",
        "#q=%E9%87%8D%E5%BA%86",
        "document.querySelector('[data-status=ready][data-of]')",
        f64::INFINITY,
    ),
];

/// Measures each.
pub fn phone() {
    let site = Site::packed();
    // The host has packed its files before.
    let page = Page::new(390, 844);
    page.open(&site.url(""));
    page.wait("document.querySelector('[data-status=ready]')");
    drop(page);
    site.slow_line();
    println!("\na slow phone, median of {VISITS} first visits");
    for (name, fragment, seen, limit) in SIGHTS {
        let mut times: Vec<f64> = (0..VISITS).map(|_| visit(&site.url(fragment), seen)).collect();
        times.sort_by(f64::total_cmp);
        let median = times[VISITS / 2];
        let said = if median > limit {
            format!("  over the limit of {limit:.0} ms")
        } else {
            String::new()
        };
        println!("{name:24} {median:>6.0} ms{said}");
    }
}

/// How long it takes until something is painted, in milliseconds from the request.
fn visit(url: &str, seen: &str) -> f64 {
    let page = Page::new(390, 844);
    page.before_each_page(&format!(
        "new MutationObserver(() => {{ if (!window.asked && {seen}) {{ window.asked = true; \
         requestAnimationFrame(() => setTimeout(() => window.painted = performance.now())); }} }}) \
         .observe(document, {{childList: true, subtree: true}});"
    ));
    page.slow_down(SLOWER);
    page.open(url);
    page.wait("window.painted");
    page.value("window.painted").as_f64().expect("a time")
}
