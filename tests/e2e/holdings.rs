//! Documents of the reader's own: given, read, searched, kept over a reload, put into collections,
//! removed; in two open pages; and whatever is in them, it is only text.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use crate::browser::Page;
use crate::site::{Site, copy};
use crate::{PHONE, WIDE, search, visit};

/// An import loads the dictionary.
pub const LONG: Duration = Duration::from_secs(40);

/// How many articles the list says there are; only the first of them are on the page.
pub const ENTRIES: &str = "parseInt(document.querySelector('.list').innerText.match(/([0-9,]+) 篇 · /)?.[1].replace(',', '') ?? '0')";

/// The library is open, and lists what is kept.
pub fn show(page: &Page) {
    page.click(".to-library");
    page.wait("document.querySelector('#library[open] .own-state, #library[open] .own-document')");
}

/// Puts files of these names and texts into a `DataTransfer` called `files`.
fn transfer(files: &[(&str, &str)]) -> String {
    let add = |(name, text): &(&str, &str)| {
        let (name, text) = (Value::from(*name), Value::from(*text));
        format!("files.items.add(new File([{text}], {name}));")
    };
    format!("const files = new DataTransfer(); {}", files.iter().map(add).collect::<String>())
}

/// Chooses files in the picker of the library.
pub fn give(page: &Page, files: &[(&str, &str)]) {
    page.value(&format!(
        "(() => {{ {} const field = document.querySelector('#give-file'); \
         field.files = files.files; \
         field.dispatchEvent(new Event('change', {{bubbles: true}})); }})()",
        transfer(files)
    ));
}

/// Drops files on the page.
fn drop_on(page: &Page, files: &[(&str, &str)]) {
    page.value(&format!(
        "(() => {{ {} const say = (what) => document.querySelector('.masthead').dispatchEvent( \
         new DragEvent(what, {{dataTransfer: files, bubbles: true, cancelable: true}})); \
         say('dragover'); window.shown = 'drop' in document.documentElement.dataset; say('drop'); }})()",
        transfer(files)
    ));
}

/// Waits until all that was given has been done.
fn settle(page: &Page, said: &str) {
    page.wait_up_to(LONG, "document.querySelector('.taking .taking-done')");
    page.wait_for_text(".taking", said);
}

fn of_title(title: &str) -> String {
    format!(
        "[...document.querySelectorAll('.own-document')].find(of => of.innerText.includes('{title}'))"
    )
}

const HILL: (&str, &str) = ("山行.txt", "山行\n\n远上寒山石径斜，白云生处有人家。\n");
const RIVER: (&str, &str) = ("江雪.txt", "江雪\n\n千山鸟飞绝，万径人踪灭。\n");

#[test]
fn files_are_chosen_read_searched_and_there_again_after_a_reload() {
    let (site, page) = visit(WIDE);
    show(&page);
    give(&page, &[HILL, RIVER, ("空.txt", " \n")]);
    settle(&page, "导入 2 篇，已有 0 篇，未收 1 个");
    page.wait_for_text(".refused", "空.txt：没有文字");
    page.wait("document.querySelectorAll('.own-document').length === 2");
    page.wait_for_text(".stored", "已用");
    page.screenshot("library");
    page.click("#library .taking-done");
    page.wait("!document.querySelector('.taking-all')");
    page.press("Escape");
    page.wait(&format!("{ENTRIES} >= 7"));
    search(&page, "白云生处");
    page.wait("document.querySelectorAll('.results-in').length === 1");
    page.click(".snippet");
    page.wait("document.querySelector('.article mark, mark[aria-current]')");
    assert!(page.text(".article").contains("远上寒山石径斜"));
    page.reload();
    page.wait("document.querySelector('.article mark, mark[aria-current]')");
    page.wait("document.querySelectorAll('.results-in').length === 1");
    // Given once more, they are known.
    page.press("Escape");
    page.open(&site.url(""));
    page.wait(&format!("{ENTRIES} >= 7"));
    show(&page);
    give(&page, &[HILL]);
    settle(&page, "导入 0 篇，已有 1 篇");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn files_are_dropped_anywhere_and_a_line_says_what_became_of_them() {
    let (_, page) = visit(WIDE);
    drop_on(&page, &[HILL, RIVER]);
    assert_eq!(page.value("window.shown"), true, "it is seen where they go");
    settle(&page, "导入 2 篇");
    assert_eq!(page.value("'drop' in document.documentElement.dataset"), false);
    page.wait(&format!("{ENTRIES} >= 7"));
    page.click(".app > .taking .taking-done");
    page.wait("!document.querySelector('.taking:not(:empty)')");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn text_and_files_are_pasted() {
    let (_, page) = visit(WIDE);
    let paste = |fill: &str| {
        format!(
            "(() => {{ {fill} document.body.dispatchEvent(new ClipboardEvent('paste', \
             {{clipboardData: files, bubbles: true, cancelable: true}})); }})()"
        )
    };
    let text = "const files = new DataTransfer(); files.setData('text/plain', '孤舟蓑笠翁，独钓寒江雪。');";
    // Elsewhere nothing becomes of a text.
    page.value(&paste(text));
    page.value(&paste(&transfer(&[HILL])));
    settle(&page, "导入 1 篇");
    show(&page);
    page.click("#library .taking-done");
    page.value(&paste(text));
    settle(&page, "导入 1 篇");
    page.wait("[...document.querySelectorAll('.own-path')].some(of => /^粘贴 \\d{4}-\\d\\d-\\d\\d \\d{4}\\.txt$/.test(of.innerText))");
    assert_eq!(page.count(".own-document"), 2);
}

#[test]
fn a_folder_of_many_files_is_taken_with_its_folders_and_the_page_is_never_held_up() {
    let (_, page) = visit(WIDE);
    page.value(
        "window.longest = 0, new PerformanceObserver(list => list.getEntries().forEach(of => \
         window.longest = Math.max(window.longest, of.duration))).observe({entryTypes: ['longtask']}), 0",
    );
    show(&page);
    page.value(
        "(() => { const files = new DataTransfer(); \
         for (let at = 0; at < 1200; at++) { \
           const file = new File([`第${at}篇\\n\\n这是第${at}篇文章的正文。`], `${at}.txt`); \
           Object.defineProperty(file, 'webkitRelativePath', {value: `集/子/${at}.txt`}); \
           files.items.add(file); } \
         const field = document.querySelector('#give-folder'); \
         field.files = files.files; \
         field.dispatchEvent(new Event('change', {bubbles: true})); })()",
    );
    page.wait("document.querySelector('.taking progress')");
    page.screenshot("library-taking");
    page.wait_up_to(Duration::from_secs(120), "document.querySelector('.taking .taking-done')");
    page.wait_for_text(".taking", "导入 1,200 篇");
    assert!(page.count(".own-document") < 200, "they are not all on the page");
    page.wait_for_text(".own-line", "1,200 篇中的 1,200 篇");
    println!("the longest task while 1200 files came in: {} ms", page.value("window.longest"));
    page.press("Escape");
    search(&page, "第1199篇");
    page.wait("document.querySelectorAll('.results-in').length === 1");
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn they_are_filtered_described_put_into_a_collection_searched_in_it_and_removed() {
    let (_, page) = visit(WIDE);
    show(&page);
    give(&page, &[HILL, RIVER]);
    settle(&page, "导入 2 篇");
    page.wait("document.querySelectorAll('.own-document').length === 2");
    // What is said of one.
    page.value(&format!("{}.querySelector('.own-edit').click()", of_title("山行")));
    page.wait("document.activeElement.matches('.own-form input')");
    page.value("document.activeElement.select()");
    page.type_in("山中");
    page.value("document.querySelectorAll('.own-form input')[2].focus()");
    page.type_in("昨天");
    page.click(".own-save");
    page.wait_for_text(".own-form [role=alert]", "日期");
    page.value("document.querySelectorAll('.own-form input')[2].select()");
    page.type_in("1999-05");
    page.value("document.querySelectorAll('.own-form input')[3].focus()");
    page.type_in("唐诗，绝句");
    page.click(".own-save");
    page.wait(&format!("{}?.innerText.includes('1999年5月')", of_title("山中")));
    page.wait("document.activeElement.matches('.own-edit')");
    page.screenshot("library-described");
    // Both into one collection.
    page.click(".own-line input");
    page.wait("document.querySelector('.with-chosen')");
    page.value("document.querySelector('.with-chosen input').focus()");
    page.type_in("诗 集");
    page.press("Enter");
    page.wait("[...document.querySelectorAll('.own-document')].every(of => of.innerText.includes('诗 集'))");
    // Escape would close the list of names first.
    page.click("#library .panel-close");
    // Searched in it.
    search(&page, "山");
    page.wait("document.querySelector('.collections select')");
    page.value(
        "(() => { const field = document.querySelector('.collections select'); \
         field.selectedIndex = [...field.options].findIndex(of => of.text === '绝句'); \
         field.dispatchEvent(new Event('change', {bubbles: true})); })()",
    );
    page.wait("document.querySelectorAll('.results-in').length === 1");
    assert_eq!(page.value("document.querySelector('#search').value"), "山 set:\"绝句\"");
    // What is found becomes one.
    page.click(".collections > .facet");
    page.wait("document.querySelector('.collections form input')");
    page.value("document.querySelector('.collections form input').focus()");
    page.type_in("山诗");
    page.press("Enter");
    page.wait_for_text(".collections [role=status]", "1 篇");
    page.press("Escape");
    page.value("location.hash = ''");
    page.wait("[...document.querySelectorAll('.entry .of-collection')].some(of => of.innerText === '山诗')");
    // Removed, after a question.
    show(&page);
    page.value(&format!("{}.querySelector('.tick input').click()", of_title("江雪")));
    page.click(".own-remove");
    page.wait_for_text(".own-sure", "不能撤销");
    page.click(".own-remove-do");
    page.wait("document.querySelectorAll('.own-document').length === 1");
    page.press("Escape");
    page.wait(&format!("{ENTRIES} === 6"));
    page.reload();
    page.wait(&format!("{ENTRIES} === 6"));
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn two_open_pages_have_the_same_documents() {
    let (site, page) = visit(WIDE);
    let other = page.another();
    other.open(&site.url(""));
    other.wait(&format!("{ENTRIES} >= 5"));
    page.to_front();
    show(&page);
    give(&page, &[HILL]);
    settle(&page, "导入 1 篇");
    other.wait(&format!("{ENTRIES} === 6"));
    other.to_front();
    show(&other);
    other.wait("document.querySelectorAll('.own-document').length === 1");
    other.click(".own-line input");
    other.click(".own-remove");
    other.click(".own-remove-do");
    other.wait("!document.querySelector('.own-document')");
    page.to_front();
    page.wait("!document.querySelector('.own-document')");
    page.press("Escape");
    page.wait(&format!("{ENTRIES} === 5"));
    assert_eq!(page.console(), Vec::<String>::new());
    assert_eq!(other.console(), Vec::<String>::new());
}

#[test]
fn whatever_is_in_a_file_or_its_name_is_only_text() {
    let site = Site::built();
    let page = Page::new(WIDE.0, WIDE.1);
    page.before_each_page("window.ran = 0; window.alert = () => { window.ran += 1; };");
    page.open(&site.url(""));
    page.wait(&format!("{ENTRIES} >= 5"));
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\n\n\
        [点](javascript:alert(1)) <a href=\"javascript:alert(1)\">链接</a> \u{202e}反\u{202c}\u{2066}向\n\n\
        <svg onload=alert(1)><iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>\n";
    let page_of_web = format!(
        "<html><head><title>{evil}</title></head><body onload=alert(1)>{evil}</body></html>"
    );
    let table = format!("title,text\n\"<b onclick=alert(1)>\",\"{}\"\n", evil.replace('"', "\"\""));
    show(&page);
    give(
        &page,
        &[
            ("<img src=x onerror=alert(1)>.txt", evil),
            ("脚本.md", &format!("# {evil}")),
            ("网页.html", &page_of_web),
            ("表.csv", &table),
            ("\u{202e}txt.exe", "\u{0}\u{1}\u{2}"),
        ],
    );
    settle(&page, "未收");
    page.wait("document.querySelectorAll('.own-document').length >= 3");
    page.screenshot("library-hostile");
    page.press("Escape");
    page.wait(&format!("{ENTRIES} >= 8"));
    search(&page, "alert");
    page.wait("document.querySelector('.snippet')");
    let opened = page.count(".results-in");
    for at in 0..opened {
        page.value(&format!("document.querySelectorAll('.results-title a')[{at}].click()"));
        page.wait("document.querySelector('.article')");
        page.wait("!document.querySelector('[aria-busy]')");
    }
    assert_eq!(page.value("window.ran"), 0);
    let made = "document.querySelectorAll('.list :is(img, iframe, svg[onload]), .article :is(img, iframe, script), \
        [onerror], [onclick], a[href^=javascript]').length";
    assert_eq!(page.value(made), 0);
    assert_eq!(page.console(), Vec::<String>::new());
    assert!(page.requests().iter().all(|url| site.has(url) || url.starts_with("blob:")));
}

#[test]
fn on_a_phone_all_of_it_is_reached_and_nothing_sticks_out() {
    let (_, page) = visit(PHONE);
    show(&page);
    give(&page, &[HILL, RIVER, ("空.txt", "")]);
    settle(&page, "导入 2 篇");
    page.wait("document.querySelectorAll('.own-document').length === 2");
    page.resize(320, 640);
    page.value(&format!("{}.querySelector('.own-edit').click()", of_title("江雪")));
    page.wait("document.querySelector('.own-form')");
    page.screenshot("library-phone");
    page.wait("(() => { const all = document.querySelector('#library'); return all.scrollWidth <= all.clientWidth; })()");
    page.wait("document.documentElement.scrollWidth <= innerWidth");
}

/// What the workshop of this site does with a file that has the word never ends.
const ENDLESS: &str = "self.addEventListener('message', ({data}) => {
  if (data instanceof Uint8Array && new TextDecoder().decode(data).includes('无尽')) for (;;) {}
});
";

#[test]
fn a_file_whose_reading_never_ends_is_refused_when_the_reader_stops_and_others_come_in() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("endless-workshop");
    // What is left of an earlier run; there may be none.
    let _ = fs::remove_dir_all(&folder);
    copy(&Site::built().folder, &folder);
    // What keeps the site takes no file that is another than it was.
    fs::remove_file(folder.join("offline.js")).expect("removed");
    for file in fs::read_dir(&folder).expect("readable").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("workshop") && name.ends_with(".js") {
            let script = fs::read_to_string(file.path()).expect("readable");
            fs::write(file.path(), format!("{ENDLESS}{script}")).expect("written");
        }
    }
    let site = Site::serve(folder);
    let page = Page::new(WIDE.0, WIDE.1);
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    show(&page);
    give(&page, &[HILL]);
    settle(&page, "导入 1 篇");
    give(&page, &[("无尽.txt", "无尽")]);
    page.wait("document.querySelector('#library .taking-stop')");
    page.click("#library .taking-stop");
    page.wait_up_to(LONG, "document.querySelector('#library .refused')");
    page.wait_for_text("#library .refused", "无尽.txt");
    give(&page, &[RIVER]);
    settle(&page, "导入 2 篇");
    page.wait("document.querySelectorAll('.own-document').length === 2");
}
