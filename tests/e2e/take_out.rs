//! All that is the reader's own leaves the page as one file, and comes back from it in a browser that has
//! nothing.

use crate::WIDE;
use crate::browser::Page;
use crate::holdings::{ENTRIES, LONG, give, show};
use crate::notes::{ARTICLE, RECORDS, THERE, select};
use crate::site::Site;

/// Gives the page the file that was saved, as text in the letters of base 64.
fn give_back(page: &Page, file: &str) {
    page.value(&format!(
        "(() => {{ const bytes = Uint8Array.from(atob('{file}'), letter => letter.charCodeAt(0)); \
         const files = new DataTransfer(); files.items.add(new File([bytes], '检阅.zip')); \
         const field = document.querySelector('#give-file'); field.files = files.files; \
         field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
    ));
    page.wait_up_to(LONG, "document.querySelector('#library[open] .take-in')");
}

#[test]
fn all_of_it_is_exported_and_is_there_again_in_a_browser_that_has_nothing() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.set_policy_aside();
    page.before_each_page(
        "window.saved = []; HTMLAnchorElement.prototype.click = function () \
         { saved.push(this.download, this.href); };",
    );
    page.open(&site.url(ARTICLE));
    page.wait(THERE);
    select(&page, 1, 4, 12);
    page.wait("document.querySelector('.selection-bar')");
    page.click(".mark-button");
    page.wait(&format!("{RECORDS}.length === 1"));
    let notes = page.value(RECORDS);
    page.open(&site.url(""));
    page.wait(&format!("{ENTRIES} === 5"));
    show(&page);
    give(
        &page,
        &[("山行.txt", "山行\n\n远上寒山石径斜。\n"), ("江雪.txt", "江雪\n\n千山鸟飞绝。\n")],
    );
    page.wait_up_to(LONG, "document.querySelectorAll('.own-document').length === 2");
    page.wait("document.querySelector('.taking .taking-done')");
    page.click("#library .taking-done");
    // Out.
    page.click("#take-out");
    page.wait_up_to(LONG, "saved.length === 2");
    page.wait_for_text("#library", "已导出 2 篇");
    page.screenshot("take-out");
    let name = page.value("saved[0]");
    let name = name.as_str().expect("a name");
    assert!(name.starts_with("检阅 2") && name.ends_with(".zip"), "{name}");
    page.value(
        "(fetch(saved[1]).then(file => file.arrayBuffer()).then(bytes => { window.file = \
         btoa(Array.from(new Uint8Array(bytes), of => String.fromCharCode(of)).join('')); }), 0)",
    );
    page.wait("window.file");
    let file = page.value("window.file");
    let file = file.as_str().expect("a file");
    // Nothing is left.
    page.value(
        "(() => { localStorage.clear(); const all = indexedDB.deleteDatabase('jianyue'); \
         all.onsuccess = () => { window.gone = true; }; })()",
    );
    page.wait("window.gone");
    page.open(&site.url(""));
    page.wait(&format!("{ENTRIES} === 5"));
    assert_eq!(page.value(&format!("{RECORDS}.length")), 0);
    // And in: asked first, then all of it.
    show(&page);
    give_back(&page, file);
    page.wait("document.activeElement.id === 'take-in'");
    page.wait_for_text(".take-in", "文献 2 篇，其中 0 篇这里已有");
    assert_eq!(page.count(".own-document"), 0);
    page.screenshot("take-in");
    page.value("window.is_before = true");
    page.click(".take-in-do");
    page.wait_up_to(LONG, &format!("!window.is_before && {ENTRIES} === 7"));
    assert_eq!(page.value(RECORDS), notes);
    show(&page);
    page.wait("document.querySelectorAll('.own-document').length === 2");
    // Once more: all is there, and the page stays.
    page.value("window.is_before = true");
    give_back(&page, file);
    page.wait_for_text(".take-in", "其中 2 篇这里已有");
    page.click(".take-in-do");
    page.wait_for_text(".merging", "合并完毕：导入 0 篇，已有 2 篇");
    page.click(".merged-done");
    page.wait("!document.querySelector('.merging')");
    assert_eq!(page.value("window.is_before"), true);
    assert_eq!(page.count(".own-document"), 2);
    // Not wanted, nothing comes of it.
    give_back(&page, file);
    page.click(".take-in-not");
    page.wait("!document.querySelector('.take-in, .merging')");
    assert_eq!(page.console(), Vec::<String>::new());
}
