//! The site as one page, opened from the disk: no server, no network.

use std::fs;
use std::path::PathBuf;

use jianyue::publish::single;

use crate::WIDE;
use crate::browser::Page;
use crate::site::dist;

/// One page in a folder of its own, which ends with it.
pub struct OnDisk(PathBuf);

impl OnDisk {
    pub fn new(name: &str) -> OnDisk {
        OnDisk::of(name, &single(&dist()).expect("one page"))
    }

    /// With this page in it.
    pub fn of(name: &str, page: &str) -> OnDisk {
        let folder = std::env::temp_dir().join(format!("jianyue-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("检阅.html"), page).expect("written");
        OnDisk(folder)
    }

    /// Its address, with what comes after that.
    pub fn url(&self, below: &str) -> String {
        format!("file://{}/检阅.html{below}", self.0.display())
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a page from the disk has asked for that is not its own.
pub fn elsewhere(page: &Page) -> Vec<String> {
    let mut requests = page.requests();
    requests.retain(|url| !["file:", "blob:", "data:"].iter().any(|own| url.starts_with(own)));
    requests
}

const IS_READY: &str = "document.querySelector('.app').dataset.status === 'ready'";

#[test]
fn one_page_from_the_disk_reads_searches_and_keeps() {
    let on_disk = OnDisk::new("single");
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&on_disk.url(""));
    page.wait(IS_READY);
    page.click("#search");
    page.type_in("重庆高新区");
    page.wait("document.querySelector('.app').dataset.total === '57'");
    page.press("Enter");
    page.wait("document.querySelector('mark[aria-current]')");
    page.value("document.activeElement.blur()");
    // The source beside it, the words, how it is read, the other script: each another part.
    page.press("o");
    page.wait("document.querySelector('.row .source-line')");
    page.press("o");
    page.wait("!document.querySelector('.row')");
    page.press("p");
    page.wait("document.querySelector('.article ruby rt')");
    page.press("p");
    page.wait("!document.querySelector('.article ruby')");
    // A note, which is there again.
    page.press("m");
    page.wait("document.querySelector('.note-done:not(.idle), .note-card')");
    page.reload();
    page.wait(IS_READY);
    page.press("g");
    page.press("n");
    page.wait("document.querySelectorAll('.note-entry').length === 1");
    assert_eq!(elsewhere(&page), Vec::<String>::new());
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn one_page_is_hardly_larger_than_the_site() {
    let page = single(&dist()).expect("one page");
    let files: u64 = walk(dist());
    let share = page.len() as f64 / files as f64;
    println!("one page: {} bytes, {share:.2} of the site's {files}", page.len());
    assert!(share <= 1.4);
}

/// The bytes of all files of a folder but those that are packed twice.
fn walk(folder: PathBuf) -> u64 {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| match entry.metadata().expect("known") {
            data if data.is_dir() => walk(entry.path()),
            _ if entry.path().extension().is_some_and(|end| end == "br" || end == "gz") => 0,
            data => data.len(),
        })
        .sum()
}
