//! How long it takes in Chromium until files that are given to the page can all be searched, how long the
//! page's own thread is ever busy meanwhile, how much memory the browser's pages hold, and how long it
//! takes after a reload, and how fast the page answers then. And what a page that dies in the middle leaves.
//! The counts are asserted.

use std::time::{Duration, Instant};

use jianyue::embedded::LIBRARY;
use serde_json::json;

use crate::browser::Page;
use crate::corpus::{generated, queries};
use crate::in_browser::{PROBE, asked, memory, over, own_memory};
use crate::site::Site;

/// How many files, of how many bytes together, and how long it may take: until all can be searched, and
/// after a reload; seconds.
const LIMITS: [(usize, usize, f64, f64); 2] =
    [(3_500, 10_000_000, 10.0, 5.0), (19_000, 100_000_000, 90.0, 5.0)];

/// The page's own thread is to be busy no longer at once, milliseconds.
const LONGEST_TASK_MS: f64 = 50.0;

/// So many bytes may the browser's pages hold for themselves.
const MOST_MEMORY: f64 = 1e9;

/// A workshop with nothing to do has ended after this time.
const REST: Duration = Duration::from_secs(7);

/// Each file has it once, and the texts nowhere else.
const MARK: &str = "龘龖龘";

/// So many queries are typed.
const QUERIES: usize = 40;

/// So often a page dies.
const DEATHS: usize = 50;

/// Files of these texts are given, as in the picker of folders. They are made before the clock runs.
const GIVE: &str = r#"
window.give = async () => {
  const texts = await (await fetch('texts.json')).json();
  const given = new DataTransfer();
  texts.forEach((text, at) => {
    const file = new File([text], `${at}.txt`);
    Object.defineProperty(file, 'webkitRelativePath', {value: `集/${at}.txt`});
    given.items.add(file);
  });
  const field = document.querySelector('#give-folder');
  field.files = given.files;
  window.longest = 0;
  new PerformanceObserver(list => list.getEntries().forEach(task => {
    if (window.given) window.longest = Math.max(window.longest, task.duration);
  })).observe({type: 'longtask'});
  await new Promise(next => setTimeout(next, 500));
  window.given = performance.now();
  field.dispatchEvent(new Event('change', {bubbles: true}));
};
"#;

/// Measures both sizes, or only those of so many files.
pub fn importing(sizes: &[usize]) {
    println!(
        "\nimport in Chromium      files      MB   searchable   after a reload   longest task   memory: at the end, later, after a reload (with the program in each process)"
    );
    for (files, bytes, limit, reload_limit) in LIMITS {
        if sizes.is_empty() || sizes.contains(&files) {
            measure(files, bytes, limit, reload_limit);
        }
    }
}

fn measure(files: usize, bytes: usize, limit: f64, reload_limit: f64) {
    let texts = texts(files, bytes);
    let size: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let site = over(LIBRARY, &texts);
    let page = opened(&site, "");
    page.value("(window.give(), 0)");
    page.wait_up_to(Duration::from_secs(60), "window.given");
    page.wait_up_to(Duration::from_secs(600), "document.querySelector('.taking .taking-done')");
    let done = page.value("performance.now() - window.given").as_f64().expect("a time");
    page.press("Escape");
    page.click("#search");
    page.type_in(MARK);
    wait_for_all(&page, files);
    let searchable = page.value("performance.now() - window.given").as_f64().expect("a time");
    let longest = page.value("window.longest").as_f64().expect("a time");
    // The page of a reader has the files on the disk, and not the texts that they were made of here.
    page.value("(document.querySelector('#give-folder').value = '', 0)");
    let held = || {
        page.collect_garbage();
        (own_memory(&page), memory(&page))
    };
    let at_the_end = held();
    std::thread::sleep(REST);
    let later = held();
    page.before_each_page(PROBE);
    page.open(&site.url(&format!("#q={MARK}")));
    wait_for_all(&page, files);
    let reloaded = page.value("performance.now()").as_f64().expect("a time");
    let again = held();
    let memories = [at_the_end, later, again]
        .map(|(own, all)| format!("{:.0} MB ({:.0})", own / 1e6, all / 1e6));
    println!(
        "{:19} {files:>9} {:>7.1} {:>10.1} s {:>14.1} s {longest:>11.0} ms   {}   (taken in {:.1} s)",
        "",
        size as f64 / 1e6,
        searchable / 1e3,
        reloaded / 1e3,
        memories.join(", "),
        done / 1e3,
    );
    search(&page, &texts);
    for (what, is, most) in [
        ("searchable, s", searchable / 1e3, limit),
        ("after a reload, s", reloaded / 1e3, reload_limit),
        ("longest task, ms", longest, LONGEST_TASK_MS),
        ("memory, bytes", at_the_end.0.max(later.0).max(again.0), MOST_MEMORY),
    ] {
        if is > most {
            println!("{:19} over the limit: {what} {is:.1} > {most:.1}", "");
        }
    }
}

/// How long searches take over what was imported.
fn search(page: &Page, texts: &[(String, String)]) {
    let times = asked(page, &queries(texts, QUERIES, 20_261_129), "");
    assert!(times.iter().all(|[.., count]| *count > 0.0), "each is in some text");
    let at = |what: usize, share: usize| {
        let mut times: Vec<f64> = times.iter().map(|time| time[what]).collect();
        times.sort_by(f64::total_cmp);
        times[times.len() * share / 100]
    };
    println!(
        "{:19} {QUERIES} searches over it: painted {:.1} ms (median), {:.1} (p95); worker {:.1}, {:.1}",
        "",
        at(0, 50),
        at(0, 95),
        at(1, 50),
        at(1, 95)
    );
}

/// Texts of about the same size, each with the mark.
fn texts(files: usize, bytes: usize) -> Vec<(String, String)> {
    let all = generated(bytes, 20_261_129);
    let lines: Vec<&str> = all.iter().flat_map(|(_, text)| text.split("\n\n")).collect();
    let mut texts = Vec::with_capacity(files);
    let mut lines = lines.into_iter();
    let (mut given, goal) = (0, bytes / files);
    for at in 0..files {
        let mut text = format!("{MARK}第{at}篇\n");
        while given + text.len() < (at + 1) * goal
            && let Some(line) = lines.next()
        {
            text.push('\n');
            text.push_str(line.trim());
            text.push('\n');
        }
        given += text.len();
        texts.push((at.to_string(), text));
    }
    texts
}

fn opened(site: &Site, fragment: &str) -> Page {
    let page = Page::new(1280, 860);
    page.before_each_page(GIVE);
    page.open(&site.url(fragment));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.wait("document.querySelector('#give-folder')");
    page
}

fn wait_for_all(page: &Page, files: usize) {
    let all = format!(
        "(({{of, total}}) => of === {} && Number(total) === {files})(document.querySelector('.app').dataset)",
        json!(MARK)
    );
    page.wait_up_to(Duration::from_secs(300), &all);
}

/// A page dies at some moment of an import, again and again; what it has told to be kept is there, and
/// each document that is there is whole.
pub fn deaths() {
    let texts = texts(400, 1_200_000);
    let site = over(LIBRARY, &texts);
    let mut whole = 0;
    let start = Instant::now();
    let page = opened(&site, "");
    for death in 0..DEATHS {
        let victim = page.another();
        victim.before_each_page(GIVE);
        victim.open(&site.url(""));
        victim.wait("document.querySelector('#give-folder')");
        victim.value("(window.give(), 0)");
        victim.wait("window.given");
        // From before the first is written to after the last.
        let moment = Duration::from_millis((death as u64 * 61) % 1500 + 20);
        std::thread::sleep(moment);
        let told = victim.value(KEPT).as_u64().unwrap_or_default();
        victim.crash();
        let after = page.another();
        after.before_each_page(GIVE);
        after.open(&site.url(&format!("#q={MARK}")));
        after.wait_up_to(Duration::from_secs(60), "document.querySelector('.app').dataset.total");
        after.value(READ);
        after.wait_up_to(Duration::from_secs(60), "window.kept");
        let kept = after.value("window.kept.length").as_u64().expect("a number");
        assert!(kept >= told, "{told} documents were told to be kept, {kept} are");
        let broken = after.value("window.kept.filter(([a, b, c]) => !(a && b && c)).length");
        assert_eq!(broken, 0, "a half document");
        let all = format!("Number(document.querySelector('.app').dataset.total) === {kept}");
        after.wait_up_to(Duration::from_secs(60), &all);
        whole += 1;
        if whole % 10 == 0 {
            println!("{whole} times killed, {kept} documents kept the last time");
        }
        after.value(FORGET);
        after.wait_up_to(Duration::from_secs(60), "window.forgotten");
        after.close();
    }
    println!(
        "killed while files come in: {whole} of {DEATHS} times nothing that was kept is lost and no document is half ({:.0} s)",
        start.elapsed().as_secs_f64()
    );
}

/// How many documents the page says have been taken.
const KEPT: &str = "Number((document.querySelector('.taking')?.innerText.match(/导入 ([0-9,]+) 篇/)?.[1] ?? '0').replace(',', ''))";

/// What the storage has of each document: itself, what is known of it, and its file.
const READ: &str = r#"(async () => {
  const done = asked => new Promise((yes, no) => { asked.onsuccess = () => yes(asked.result); asked.onerror = no; });
  const database = await done(indexedDB.open('jianyue'));
  if (!database.objectStoreNames.length) { window.kept = []; return; }
  const stores = ['documents', 'holdings', 'originals'];
  const reading = database.transaction(stores, 'readonly');
  const [documents, holdings, originals] = stores.map(name => reading.objectStore(name));
  const keys = new Set([...await done(documents.getAllKeys()), ...await done(holdings.getAllKeys())]);
  const kept = [];
  for (const key of keys) {
    const record = JSON.parse(await done(holdings.get(key)) ?? 'null');
    kept.push([await done(documents.get(key)), record, record && await done(originals.get(record.original))].map(of => of !== undefined && of !== null));
  }
  database.close();
  window.kept = kept;
})(), 0"#;

/// Takes all documents out again, for the next time.
const FORGET: &str = r#"(async () => {
  const done = asked => new Promise((yes, no) => { asked.onsuccess = () => yes(asked.result); asked.onerror = no; });
  const database = await done(indexedDB.open('jianyue'));
  const stores = [...database.objectStoreNames].filter(name => name !== 'tables');
  if (stores.length) {
    const writing = database.transaction(stores, 'readwrite');
    stores.forEach(name => writing.objectStore(name).clear());
    await new Promise(next => writing.oncomplete = next);
  }
  database.close();
  window.forgotten = true;
})(), 0"#;
