//! Without a network everything works after the first visit; a newer version of the site is taken when the
//! reader says so, and never in part.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::browser::Page;
use crate::holdings::{LONG, give, show};
use crate::lexicon::{SETTLED, touch};
use crate::site::{Site, Trouble};
use crate::views::VIEWS;
use crate::{WIDE, search};

/// The site is kept, and answers come from what is kept.
const KEPT: &str = "navigator.serviceWorker.controller?.state === 'activated'";

const LISTED: &str = "document.querySelectorAll('.entry').length >= 5";

/// A copy of the built site that a test can change, and its host.
fn copied(name: &str) -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&Site::built().folder, &folder);
    Site::serve(folder)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for file in fs::read_dir(from).expect("readable").flatten() {
        let to = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &to);
        } else {
            fs::copy(file.path(), to).expect("copied");
        }
    }
}

/// A browser that has been to the site once.
fn visited(site: &Site) -> Page {
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url(""));
    page.wait(LISTED);
    page.wait_up_to(LONG, KEPT);
    page
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).expect("it is there")
}

/// Puts another version in the place of the site: its start, its second worker and its page are others, and the
/// old ones are gone from the host. The page says which it is.
fn deploy(site: &Site, version: u32) {
    let folder = &site.folder;
    let (mut page, mut list) = (text(folder, "index.html"), text(folder, "files.json"));
    let worker = text(folder, "offline.js");
    for beginning in ["start-", "workshop-"] {
        let old = page.split("\"./").filter_map(|rest| rest.split('"').next());
        let old = old.filter(|path| path.starts_with(beginning)).last().expect("it is named");
        let (old, new) = (old.to_owned(), format!("{beginning}{version:016x}.js"));
        fs::rename(folder.join(&old), folder.join(&new)).expect("renamed");
        (page, list) = (page.replace(&old, &new), list.replace(&old, &new));
    }
    let page = page.replace("<html ", &format!("<html data-version=\"{version}\" "));
    let old = list.split('"').nth(3).expect("a version").to_owned();
    let new = format!("{version:016x}");
    for (file, text) in [
        ("index.html", page),
        ("files.json", list.replace(&old, &new)),
        ("offline.js", worker.replace(&old, &new)),
    ] {
        fs::write(folder.join(file), text).expect("written");
    }
}

/// Which version the page is of; `null` for the built one.
const VERSION: &str = "(document.documentElement.dataset.version ?? null)";

/// Has the browser look for another version, as it does by itself at times.
#[track_caller]
fn look(page: &Page) {
    page.value(
        "(window.looked = false, navigator.serviceWorker.getRegistration().then(all => all.update()) \
         .catch(() => {}).then(() => window.looked = true), 0)",
    );
    page.wait_up_to(LONG, "window.looked");
}

/// Uses what is loaded only when it is wanted: the readings, the other script, the dictionary.
fn use_all(page: &Page, site: &Site) {
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&words=1"));
    page.wait("CSS.highlights.has('word-one')");
    page.press("p");
    page.wait("document.querySelector('#block-4 rt')");
    page.press("p");
    page.wait("!document.querySelector('rt')");
    in_the_other_script(page);
    touch(page, "中电光谷");
    page.wait_for_text(".join-word:last-child", "中电");
    page.click(".join-word:last-child");
    page.wait_up_to(LONG, "document.querySelector('.word-itself').innerText === '中电'");
    page.wait_up_to(LONG, SETTLED);
    page.press("Escape");
}

/// Shows the open article in traditional characters, and again as it is printed.
fn in_the_other_script(page: &Page) {
    let show_in = |number: u32| {
        page.value(&format!(
            "document.querySelectorAll('#settings input[name=script]')[{number}].click()"
        ));
    };
    page.wait("document.querySelector('#settings input[name=script]')");
    show_in(2);
    page.wait_up_to(LONG, "document.querySelector('.article').innerText.includes('電子')");
    show_in(0);
    page.wait("!document.querySelector('.article').innerText.includes('電子')");
}

#[test]
fn after_the_first_visit_every_view_works_without_a_network() {
    let site = Site::built();
    let page = visited(&site);
    use_all(&page, &site);
    site.trouble(Trouble::Away);
    for view in &VIEWS {
        view.open(&page, &site);
    }
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&words=1"));
    in_the_other_script(&page);
    page.screenshot("offline");
}

#[test]
fn what_a_site_names_as_its_library_is_there_without_a_network() {
    let site = copied("offline-library");
    let seeds = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let pack = std::process::Command::new(env!("CARGO_BIN_EXE_jianyue"))
        .args(["pack".as_ref(), seeds.as_os_str(), site.folder.join("library.pack").as_os_str()])
        .status();
    assert!(pack.expect("it starts").success());
    let page = text(&site.folder, "index.html");
    let page = page.replace("</head>", "<link rel=\"library\" href=\"library.pack\"></head>");
    fs::write(site.folder.join("index.html"), page).expect("written");
    let page = visited(&site);
    site.trouble(Trouble::Away);
    page.reload();
    page.wait(LISTED);
    search(&page, "科学城");
    page.wait("document.querySelectorAll('.snippet').length > 2");
    // There again, it is asked for again: the publisher may have changed it, also in the page.
    site.trouble(Trouble::None);
    fs::remove_file(site.folder.join("library.pack")).expect("removed");
    let page_before = text(&site.folder, "index.html");
    let without = page_before.replace("<link rel=\"library\" href=\"library.pack\">", "");
    fs::write(site.folder.join("index.html"), without).expect("written");
    page.open(&site.url(""));
    // The page that is kept still names it, and what was fetched of it last is kept.
    page.wait(LISTED);
    // It was looked for meanwhile: the next time it comes without it.
    std::thread::sleep(Duration::from_secs(1));
    page.open(&site.url(""));
    page.wait(LISTED);
    page.wait("!document.querySelector('link[rel=library]')");
}

#[test]
fn a_new_version_is_announced_and_taken_by_all_pages_when_the_reader_says_so() {
    let site = copied("offline-update");
    let page = visited(&site);
    use_all(&page, &site);
    let other = page.another();
    other.open(&site.url("#doc=001_3e264aaf608f2d8d"));
    other.wait("document.querySelectorAll('.article .body').length > 10");
    deploy(&site, 2);
    look(&other);
    other.wait_up_to(LONG, "document.querySelector('.update .update-take')");
    other.screenshot("update");
    // Till then all is as before, also what the host has no more, and what is loaded when it is wanted.
    for open in [&page, &other] {
        open.to_front();
        open.reload();
        open.wait("document.querySelector('.update .update-take')");
        assert_eq!(open.value(VERSION), serde_json::Value::Null);
    }
    let names = "[...document.querySelectorAll('link[rel=workshop]')].map(e => e.href).join()";
    let before = page.value(names);
    page.to_front();
    // A page in which something is being written waits, and says so.
    other.to_front();
    other.press("e");
    other.wait("document.querySelector('#note-card[open]')");
    other.type_in("为什么？");
    page.to_front();
    page.click(".update-take");
    page.wait_up_to(LONG, &format!("{VERSION} === '2'"));
    page.wait("document.querySelectorAll('.article .body').length > 10");
    assert_ne!(page.value(names), before);
    other.to_front();
    other.wait_for_text(".update", "原来");
    assert_eq!(other.value(VERSION), serde_json::Value::Null);
    // It works on as what it is: its second worker is of its version, which the host has no more.
    other.press("Escape");
    other.press("g");
    other.press("l");
    other.wait("document.querySelector('#library[open]')");
    give(&other, &[("山行.txt", "山行\n\n远上寒山石径斜，白云生处有人家。")]);
    other.wait_up_to(LONG, "document.querySelector('#library .taking-done')");
    other.press("Escape");
    other.click(".update-take");
    other.wait_up_to(LONG, &format!("{VERSION} === '2'"));
    // What was used before is there in the new version too, without a network.
    site.trouble(Trouble::Away);
    other.open(&site.url(""));
    other.wait(LISTED);
    show(&other);
    give(&other, &[("江雪.txt", "江雪\n\n千山鸟飞绝，万径人踪灭。")]);
    other.wait_up_to(LONG, "document.querySelector('#library .taking-done')");
    // And nothing is left of the old one.
    other.value(
        "(caches.keys().then(names => window.caches_left = names.filter(name => \
         /^jianyue http/.test(name)).length), 0)",
    );
    other.wait("window.caches_left === 1");
}

#[test]
fn pages_in_which_nothing_is_under_way_follow_by_themselves() {
    let site = copied("offline-follow");
    let page = visited(&site);
    let other = page.another();
    other.open(&site.url("#q=重庆"));
    other.wait("document.querySelectorAll('.snippet').length > 5");
    deploy(&site, 2);
    look(&other);
    other.click(".update-take");
    page.wait_up_to(LONG, &format!("{VERSION} === '2'"));
    other.wait_up_to(LONG, &format!("{VERSION} === '2'"));
    other.wait("document.querySelectorAll('.snippet').length > 5");
    // One that is put off is not said again, and comes when all pages are closed.
    deploy(&site, 3);
    look(&other);
    other.click(".update-later");
    other.wait("!document.querySelector('.update-take')");
    page.close();
    other.open("about:blank");
    std::thread::sleep(Duration::from_millis(500));
    other.open(&site.url(""));
    other.wait_up_to(LONG, &format!("{VERSION} === '3'"));
}

#[test]
fn an_update_that_breaks_off_leaves_the_old_version_whole() {
    let site = copied("offline-broken");
    let page = visited(&site);
    use_all(&page, &site);
    // Each time another one: of what broke off, the files that came are kept for the next try. The trouble is
    // there first, since the browser looks by itself too.
    for (version, trouble) in (2..).zip([
        Trouble::BreaksOff("start-"),
        Trouble::BreaksOff("workshop-"),
        Trouble::BreaksOff("index.html"),
        Trouble::BreaksOff("files.json"),
        Trouble::BreaksOff("offline.js"),
    ]) {
        site.trouble(trouble);
        deploy(&site, version);
        look(&page);
        page.reload();
        page.wait("document.querySelectorAll('.article .body').length > 10");
        assert_eq!(page.value(VERSION), serde_json::Value::Null);
        assert_eq!(page.count(".update-take"), 0);
    }
    // The host has the new list, and still the old page.
    let new = text(&site.folder, "index.html");
    fs::write(site.folder.join("index.html"), new.replace("start-0", "start-f")).expect("written");
    site.trouble(Trouble::None);
    look(&page);
    page.reload();
    page.wait("document.querySelectorAll('.article .body').length > 10");
    assert_eq!((page.value(VERSION), page.count(".update-take")), (serde_json::Value::Null, 0));
    // It is whole without a network.
    site.trouble(Trouble::Away);
    page.open(&site.url("#doc=001_3e264aaf608f2d8d&words=1"));
    page.wait("CSS.highlights.has('word-one')");
    in_the_other_script(&page);
    // Later it comes.
    site.trouble(Trouble::None);
    fs::write(site.folder.join("index.html"), new).expect("written");
    look(&page);
    page.click(".update-take");
    page.wait_up_to(LONG, &format!("{VERSION} === '6'"));
    page.wait("document.querySelectorAll('.article .body').length > 10");
}

#[test]
fn the_site_can_be_installed_under_its_name_in_the_language_of_the_page() {
    let site = Site::built();
    let page = visited(&site);
    assert_eq!(page.not_installable(), Vec::<String>::new());
    page.value("window.asked = 0");
    for (tag, name) in [("zh-Hans", "检阅"), ("zh-Hant", "檢閱"), ("en", "Jianyue")] {
        page.value(&format!(
            "(() => {{ const field = document.querySelector('#language, .language-switch'); \
             field.value = '{tag}'; field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
        ));
        page.wait(&format!("document.documentElement.lang === '{tag}'"));
        page.value(
            "(window.named = '', fetch(document.querySelector('link[rel=manifest]').href) \
             .then(it => it.json()).then(it => window.named = it.name), 0)",
        );
        page.wait(&format!("window.named === '{name}'"));
        assert_eq!(page.not_installable(), Vec::<String>::new(), "{tag}");
    }
}
