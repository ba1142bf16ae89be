//! Measures the built site and the engine, and asserts the answers it times.
//!
//! Run by `cargo xtask bench`, which builds the site and finds the browser. Figures are of this
//! machine and this moment; compare only what one run prints. The names of parts (`restoring`) as
//! arguments run only those.

#[allow(dead_code)]
#[path = "../e2e/browser.rs"]
mod browser;
#[allow(dead_code)]
mod corpus;
mod restoring;
#[allow(dead_code)]
#[path = "../e2e/site.rs"]
mod site;

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use browser::Page;
use jianyue::embedded::{FOLD, LIBRARY};
use jianyue::engine::{Corpus, Engine, Fold, Folds, Query, pack};
use site::Site;

fn main() {
    // Cargo adds an argument of its own, `--bench`.
    let named: Vec<String> = env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    let parts: [(&str, fn()); 5] = [
        ("sizes", || sizes(&Site::built().folder)),
        ("start", || start(&Site::built())),
        ("keystrokes", || keystrokes(&Site::built())),
        ("scanning", scanning),
        ("restoring", restoring::restoring),
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

/// What a first visit fetches until a search answers: the page, its style, both programs.
fn sizes(dist: &Path) {
    println!("\nsizes in bytes          raw      gzip    brotli");
    println!("{:16} {:>10}", "library.pack", LIBRARY.len());
    let mut files: Vec<_> = fs::read_dir(dist)
        .expect("the site is built")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let mut sum = [0; 3];
    for file in files {
        let bytes = fs::read(&file).expect("readable");
        let sizes = [bytes.len(), gzip(&bytes), brotli(&bytes)];
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        println!("{name:16.16} {:>10} {:>9} {:>9}", sizes[0], sizes[1], sizes[2]);
        (0..3).for_each(|i| sum[i] += sizes[i]);
    }
    println!("{:16} {:>10} {:>9} {:>9}", "first visit", sum[0], sum[1], sum[2]);
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len()
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(bytes).expect("memory");
    drop(writer);
    packed.len()
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

/// The seeds many times over, natively, beside memchr's memmem alone on the same folded text.
fn scanning() {
    let library = pack::read(LIBRARY).expect("a library");
    let fold = Fold::new(FOLD);
    let blocks = library.docs.iter().flat_map(|doc| &doc.page.blocks);
    let text: String = blocks.map(|block| fold.text(&block.text) + "\n").collect();
    let times = 50_000_000 / text.len();
    let docs = (0..times).flat_map(|_| library.docs.clone()).collect();
    let engine = Engine::new(Corpus { docs }, fold);
    let haystack = text.repeat(times);
    println!("\nsearch of {:.0} MB natively, memmem alone beside it", haystack.len() as f64 / 1e6);
    for typed in ["重庆", "科学城", "高新技术", "西部(重庆)科学城", "庆重新高", "的"]
    {
        let count = text.matches(typed).count() * times;
        let query = Query::literal(typed, Folds::ALL);
        let ours = best(|| {
            let found = engine.ranked(&engine.search(&query));
            assert_eq!(found.iter().map(|found| found.count as usize).sum::<usize>(), count);
        });
        let finder = memchr::memmem::Finder::new(typed);
        let bare = best(|| assert_eq!(finder.find_iter(haystack.as_bytes()).count(), count));
        let rate = |time: Duration| haystack.len() as f64 / time.as_secs_f64() / 1e9;
        println!(
            "{:>9} hits {:>6.2} GB/s, memmem {:>6.2} GB/s  {typed}",
            count,
            rate(ours),
            rate(bare)
        );
    }
}

/// The shortest of several runs: what the work takes where nothing disturbs it.
fn best(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..7).map(time).min().unwrap_or_default()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
