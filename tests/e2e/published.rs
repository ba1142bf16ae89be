//! The site as it is published: its files and what they weigh, its plain pages, and what its publisher says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jianyue::embedded::{FOLD, LIBRARY};
use jianyue::engine::pack;
use jianyue::folder;
use jianyue::publish::{Report, dressed, first_answer, first_visit, weights};
use jianyue::site::Site as Published;
use serde_json::Value;

use crate::axe;
use crate::browser::Page;
use crate::site::{Site, copy};
use crate::{PHONE, WIDE};

/// What may be fetched until a first search is answered, in bytes of brotli. Pagefind fetches 227 KB for the same five
/// texts, without a reader.
const FIRST_ANSWER: usize = 200_000;

/// What a first visit may weigh in all, until the whole page is there: what it does now, and little more.
const FIRST_VISIT: usize = 820_000;

/// The files of a folder, by their paths below it.
fn paths(folder: &Path) -> BTreeSet<String> {
    let below = |file: PathBuf| {
        let file = file.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
        file.replace('\\', "/")
    };
    folder::files(folder).0.into_iter().map(below).collect()
}

#[test]
fn every_file_is_in_the_list_and_is_what_the_list_says() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url(""));
    page.value(
        "(fetch('./files.json').then(list => list.json()).then(list => Promise.all(list.files.map(file => \
         fetch(file.path.split('/').map(encodeURIComponent).join('/'), {integrity: file.integrity})\
         .then(file => file.arrayBuffer()).then(bytes => bytes.byteLength === file.bytes, () => false)\
         .then(same => [file.path, file.first, same]))))\
         .then(all => { window.listed = all; }), 0)",
    );
    page.wait("window.listed");
    let listed = page.value("window.listed");
    let listed: Vec<&Value> = listed.as_array().expect("a list").iter().collect();
    let wrong: Vec<_> = listed.iter().filter(|file| file[2] != true).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let names: BTreeSet<String> =
        listed.iter().filter_map(|file| file[0].as_str().map(str::to_owned)).collect();
    let mut there = paths(&site.folder);
    there.retain(|path| {
        !path.ends_with(".br")
            && !path.ends_with(".gz")
            && path != "files.json"
            && path != "offline.js"
    });
    assert_eq!(names, there);
    let is_named = |path: &str| {
        let stem = path.rsplit('/').next().and_then(|name| name.split('.').next());
        stem.is_some_and(|stem| stem.split(['-', '_']).any(|part| (12..=16).contains(&part.len())))
    };
    for path in &names {
        let may_change =
            [".html", ".webmanifest", ".svg", ".png"].iter().any(|end| path.ends_with(end))
                || path == "articles.css";
        assert!(may_change || is_named(path), "{path} is not named after what it holds");
    }
    // The page fetches what is said to be of every visit, on the first the early search, and nothing else; a browser asks for pictures and
    // manifests, and for what keeps the site, when it has time.
    let is_later = |url: &String| {
        [".svg", ".png", ".webmanifest", "/offline.js", "/files.json"]
            .iter()
            .any(|end| url.ends_with(end))
    };
    let is_early = |file: &Value| file[0].as_str().is_some_and(|path| path.starts_with("early"));
    let first = listed.iter().filter(|file| file[1] == true || is_early(file));
    let first = first.filter_map(|file| file[0].as_str());
    let first: BTreeSet<String> = first.map(|path| site.url(path)).collect();
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url("#q=%E9%87%8D%E5%BA%86"));
    page.wait("document.querySelectorAll('[data-status=ready] .results-in').length >= 5");
    let fetched = page.requests().into_iter().filter(|url| url.starts_with("http"));
    let fetched = fetched.map(|url| url.split('#').next().unwrap_or_default().to_owned());
    let index = site.url("index.html");
    let fetched: BTreeSet<String> =
        fetched.map(|url| if url == site.url("") { index.clone() } else { url }).collect();
    let fetched: BTreeSet<String> = fetched.into_iter().filter(|url| !is_later(url)).collect();
    assert_eq!(fetched, first);
}

#[test]
fn a_first_visit_weighs_no_more_than_it_may() {
    let folder = Site::built().folder;
    let weights = weights(&folder).expect("it can be read");
    println!("{}", Report(&weights));
    let (answer, visit) = (first_answer(&weights).brotli, first_visit(&weights).brotli);
    assert!(answer <= FIRST_ANSWER, "{answer}");
    assert!(visit <= FIRST_VISIT, "{visit}");
    let there = paths(&folder);
    for path in there.iter().filter(|path| path.ends_with(".wasm") || path.ends_with(".js")) {
        let is_packed = |ending| there.contains(&format!("{path}.{ending}"));
        let is_small = fs::metadata(folder.join(path)).expect("there").len() < 1_000;
        assert!(is_small || is_packed("br") && is_packed("gz"), "{path}");
    }
}

#[test]
fn the_texts_are_read_without_the_program() {
    let site = Site::built();
    for window in [WIDE, PHONE] {
        let page = Page::new(window.0, window.1);
        // What judges the page is a script, which the page's policy does not let run.
        page.set_policy_aside();
        axe::watch(&page);
        page.open(&site.url("articles.html"));
        assert_eq!(page.count(".articles li"), 5);
        page.screenshot(&format!("plain-list-{}", window.0));
        assert_eq!(axe::all_violations(&page), Vec::<String>::new());
        page.click(".articles li:nth-child(2) a");
        page.wait("document.querySelectorAll('article .body').length > 5");
        page.screenshot(&format!("plain-article-{}", window.0));
        assert_eq!(axe::all_violations(&page), Vec::<String>::new());
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), true);
        let title = page.text("h1");
        page.click("a[rel=next]");
        page.wait(&format!("document.querySelector('h1').innerText !== '{title}'"));
        page.click("a[rel=prev]");
        page.wait(&format!("document.querySelector('h1').innerText === '{title}'"));
        page.click("nav a");
        page.wait("document.querySelectorAll('.app .article .body').length > 5");
        assert_eq!(page.text(".article h1"), title);
        assert_eq!(page.console(), Vec::<String>::new());
    }
}

/// The built site as another publisher would have it.
fn published(said: &str, headings: Vec<(u32, String)>) -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("published-site");
    let _ = fs::remove_dir_all(&folder);
    copy(&Site::built().folder, &folder);
    let index = fs::read_to_string(folder.join("index.html")).expect("the page");
    let index = dressed(&index, &Published::parse(said).expect("well said"), None);
    let index = index.replace("</head>", "<link rel=\"library\" href=\"library.pack\"></head>");
    fs::write(folder.join("index.html"), index).expect("written");
    let tables = pack::tables(LIBRARY).expect("the tables of this build");
    let tables = pack::Tables { fold: FOLD.to_vec(), headings, ..tables };
    let corpus = pack::read(LIBRARY).expect("the library of this build").corpus().clone();
    fs::write(folder.join("library.pack"), pack::write(&corpus, &tables)).expect("written");
    fs::write(
        folder.join("about.html"),
        "<link rel=\"icon\" href=\"data:,\"><title>about</title><h1>about</h1>",
    )
    .expect("written");
    Site::serve(folder)
}

#[test]
fn the_page_is_as_its_publisher_says() {
    let said = "title = \"高新区的报纸和它们的故事\"\ndescription = \"五版\"\nlanguage = \"en\"\n\
        accent = \"#1a5fb4\"\nabout = \"about.md\"";
    let headings = vec![(2, "较早的".to_owned()), (1, "后来的".to_owned()), (2, String::new())];
    let site = published(said, headings);
    for window in [WIDE, PHONE] {
        // A reader of another language, who has chosen none.
        let page = Page::of("zh-CN", window.0, window.1);
        page.set_policy_aside();
        axe::watch(&page);
        page.open(&site.url(""));
        page.wait("document.querySelectorAll('.entry').length >= 5");
        assert_eq!(page.value("document.title"), "高新区的报纸和它们的故事");
        assert_eq!(page.text(".brand"), "高新区的报纸和它们的故事");
        assert_eq!(page.value("document.documentElement.lang"), "en");
        let headings = page.value(
            "[...document.querySelectorAll('.contents-heading')].map(h => h.innerText).join()",
        );
        assert_eq!(headings, "较早的,后来的,Other articles");
        page.screenshot(&format!("published-{}", window.0));
        for (theme, colour) in [
            ("light", "rgb(26, 95, 180)"),
            ("contrast", "rgb(255, 211, 77)"),
            ("sepia", "rgb(25, 94, 178)"),
            ("dark", ""),
        ] {
            page.value(&format!("document.documentElement.dataset.theme = '{theme}'"));
            let seen = page.value("getComputedStyle(document.querySelector('.brand')).color");
            assert!(colour.is_empty() || seen == colour, "{theme}: {seen}");
            assert_eq!(axe::all_violations(&page), Vec::<String>::new(), "{theme}");
        }
        page.click(".to-about");
        page.wait("document.title === 'about'");
        page.value("history.back()");
        page.wait("document.querySelectorAll('.entry').length >= 5");
        page.wait("document.querySelector('#palette')");
        page.value("document.querySelector('#palette').showModal()");
        page.click(".palette-field");
        page.type_in("About this");
        page.press("Enter");
        page.wait("document.title === 'about'");
        assert_eq!(page.console(), Vec::<String>::new());
    }
}
