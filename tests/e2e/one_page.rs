//! What is the reader's own leaves the page as a page of its own, which opens from the disk and has in it just
//! what it was made of; and so does what is taken into such a page.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use jianyue::publish::single;

use crate::WIDE;
use crate::browser::Page;
use crate::firefox::Firefox;
use crate::holdings::{ENTRIES, LONG, give, show};
use crate::single::{OnDisk, elsewhere};
use crate::site::{Site, copy};

/// The built site with all of it as one page beside it.
fn with_one_page() -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("one-page-site");
    let _ = fs::remove_dir_all(&folder);
    let built = Site::built().folder;
    copy(&built, &folder);
    fs::write(folder.join("jianyue.html"), single(&built).expect("one page")).expect("written");
    let index = fs::read_to_string(folder.join("index.html")).expect("the page");
    if !index.contains("rel=\"single\"") {
        let link = "<link rel=\"single\" href=\"./jianyue.html\"></head>";
        fs::write(folder.join("index.html"), index.replacen("</head>", link, 1)).expect("written");
    }
    Site::serve(folder)
}

/// What the page saves when this button is clicked, a file with this ending.
fn saved(page: &Page, button: &str, ending: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("one-page-saved");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    page.save_into(&folder);
    page.click(button);
    let start = Instant::now();
    loop {
        assert!(start.elapsed() < LONG, "nothing was saved");
        thread::sleep(Duration::from_millis(100));
        let mut files = fs::read_dir(&folder).expect("a folder").flatten().map(|file| file.path());
        // A file has another name until it is whole.
        if let Some(file) = files.find(|file| file.extension() == Some(ending.as_ref())) {
            return file;
        }
    }
}

/// Exports what stands at this place of the choice; the name of the file, and its text.
fn exported(page: &Page, at: usize) -> (String, String) {
    page.value(&format!(
        "(() => {{ const choice = document.querySelector('.one-page select'); \
         choice.selectedIndex = {at}; choice.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
    ));
    let file = saved(page, ".one-page .single", "html");
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (name, fs::read_to_string(&file).expect("a text"))
}

/// How many hits there are, of something that has some or none.
fn total(page: &Page, query: &str, count: u32) {
    page.value("(document.querySelector('#search').value = '', 0)");
    page.click("#search");
    page.type_in(query);
    page.wait(&format!("document.querySelector('.app').dataset.total === '{count}'"));
}

/// A name that would be markup if it could.
const COLLECTION: &str = "诗 <b>&</title><script>";

const HILL: (&str, &str) = ("山行.txt", "山行</script>\n\n远上寒山石径斜，白云生处有人家。\n");
const RIVER: (&str, &str) = ("江雪.txt", "江雪\n\n千山鸟飞绝，万径人踪灭。\n");
const NIGHT: (&str, &str) = ("静夜思.txt", "静夜思\n\n床前明月光，疑是地上霜。\n");

#[test]
fn a_collection_is_exported_as_a_page_that_has_just_that_in_it() {
    let site = with_one_page();
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url(""));
    page.wait(&format!("{ENTRIES} === 5"));
    show(&page);
    give(&page, &[HILL, RIVER]);
    page.wait_up_to(LONG, "document.querySelectorAll('.own-document').length === 2");
    page.wait("document.querySelector('.taking .taking-done')");
    page.click("#library .taking-done");
    page.click(".own-document:first-child .tick input");
    page.click(".with-chosen input");
    page.type_in(COLLECTION);
    page.press("Enter");
    page.wait("document.querySelectorAll('.one-page option').length === 3");
    let (name, text) = exported(&page, 2);
    assert_eq!(name, "诗 _b_&__title__script_.html");
    page.wait_for_text("#library", "已导出 1 篇");
    page.screenshot("one-page");
    assert!(!text.contains("高新区") && !text.contains("寒山"), "no text stands in it as such");
    let on_disk = OnDisk::of("one-page", &text);
    // Somewhere else.
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&on_disk.url(""));
    page.wait(&format!("{ENTRIES} === 1"));
    assert_eq!(page.value("document.title"), COLLECTION);
    assert_eq!(page.text(".brand"), COLLECTION);
    total(&page, "重庆高新区", 0);
    total(&page, "千山鸟飞绝", 0);
    total(&page, "白云生处", 1);
    page.press("Enter");
    page.wait("document.querySelector('mark[aria-current]')?.innerText === '白云生处'");
    assert_eq!(page.text(".article h1"), "山行</script>");
    page.screenshot("one-page-open");
    assert_eq!(elsewhere(&page), Vec::<String>::new());
    let firefox = Firefox::new();
    firefox.open(&on_disk.url("#q=白云生处"));
    firefox.wait("document.querySelectorAll('.results-in').length === 1");
    firefox.open(&on_disk.url("#q=千山鸟飞绝"));
    firefox.wait("document.querySelector('.app').dataset.total === '0'");
    drop(firefox);
    // What is taken into it can be exported again, with the other texts or without.
    page.open(&on_disk.url(""));
    page.wait(&format!("{ENTRIES} === 1"));
    show(&page);
    give(&page, &[NIGHT]);
    page.wait_up_to(LONG, "document.querySelector('.taking .taking-done')");
    let (name, own) = exported(&page, 1);
    assert_eq!(name, "我的文献.html");
    let (_, whole) = exported(&page, 0);
    let library = |page: &str| {
        let (_, rest) = page.split_once(" data-library=\"\">").expect("a library");
        rest.split_once('<').expect("its end").0.to_owned()
    };
    assert!(library(&whole) == library(&text), "it is the same");
    let archive = saved(&page, "#take-out", "zip");
    assert!(fs::read(archive).expect("it is there").starts_with(b"PK"));
    let own = OnDisk::of("one-page-own", &own);
    page.open(&own.url(""));
    page.wait(&format!("{ENTRIES} === 1"));
    assert_eq!(page.value("document.title"), "我的文献");
    total(&page, "白云生处", 0);
    total(&page, "床前明月光", 1);
    // In the same browser each has what was taken into it, and not what the other has.
    page.open(&own.url("#q=明月"));
    page.wait("document.querySelector('.app').dataset.total === '1'");
    page.open(&on_disk.url(""));
    page.wait(&format!("{ENTRIES} === 2"));
    assert_eq!(elsewhere(&page), Vec::<String>::new());
    assert_eq!(page.console(), Vec::<String>::new());
}
