//! How fast the page answers in Chromium, over libraries of 1, 10 and 100 MB: from a keystroke until
//! the results are painted, complete; how long its worker took for the last answer; how much memory the browser
//! holds. Beside it what plain JavaScript takes to say only which of the texts have a query
//! (`includes`). The counts that the page shows are those that the engine gives natively.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jianyue::embedded::{FOLD, PINYIN};
use jianyue::engine::{Engine, Fold, Folds, Sort, pack};
use serde_json::{Value, json};

use crate::browser::Page;
use crate::corpus::queries;
use crate::searching::{OTHERS, QUERIES, SIZES, library};
use crate::site::{Site, copy};

/// Runs in the page before its program: how long the worker takes, and a query typed and awaited.
pub const PROBE: &str = r#"
const Plain = Worker;
window.Worker = class extends Plain {
  constructor(...all) {
    super(...all);
    // The last answer before the results are complete is theirs; what follows is asked for later.
    this.addEventListener('message', () => {
      if (window.isSearching) window.answered = performance.now();
    });
  }
  postMessage(...all) {
    if (window.isSearching) window.sent ??= performance.now();
    super.postMessage(...all);
  }
};
// When the list is there, from the beginning of the page.
new MutationObserver((_, observer) => {
  if (document.querySelectorAll('.entry').length >= 5) {
    window.listed = performance.now();
    observer.disconnect();
  }
}).observe(document, {childList: true, subtree: true});
window.ask = async (typed, shown) => {
  const field = document.querySelector('#search');
  const app = () => document.querySelector('.app').dataset;
  field.value = typed;
  const start = performance.now();
  window.sent = undefined;
  window.isSearching = true;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  const done = () => app().of === typed && app().total !== undefined
      && (!shown || app().total === '0' || document.querySelectorAll(shown).length > 20);
  while (!done()) {
    await new Promise(next => {
      const observer = new MutationObserver(() => { observer.disconnect(); next(); });
      observer.observe(document.body, {childList: true, subtree: true, attributes: true, characterData: true});
    });
  }
  window.isSearching = false;
  const engine = window.answered - window.sent;
  await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
  return [performance.now() - start, engine, Number(app().total)];
};
window.askAll = (all, shown) => {
  window.times = undefined;
  (async () => {
    const times = [];
    for (const typed of all) times.push(await window.ask(typed, shown));
    window.times = times;
  })();
};
"#;

/// Measures all sizes; `folder` holds other texts than those generated.
pub fn in_browser(folder: Option<&Path>) {
    println!("\nsearch in Chromium, ms            MB   painted: median, p95   worker: median, p95");
    match folder {
        Some(_) => measure(folder, 0),
        None => SIZES.iter().for_each(|&bytes| measure(None, bytes)),
    }
}

fn measure(folder: Option<&Path>, bytes: usize) {
    let corpus = library(folder, bytes);
    let texts: Vec<(String, String)> =
        corpus.docs.iter().map(|doc| (doc.id.clone(), doc.page.text())).collect();
    let typed = queries(&texts, QUERIES, 20_261_122);
    let tables = pack::Tables {
        fold: FOLD.to_vec(),
        readings: PINYIN.to_owned(),
        ..pack::Tables::default()
    };
    let site = over(&pack::write(&corpus, &tables), &texts);
    let engine = Engine::new(corpus, Fold::new(FOLD));
    let text: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let bench = Bench { engine, megabytes: text as f64 / 1e6 };

    let few = {
        let page = opened(&Site::built(), "");
        settled(&page)
    };
    let page = opened(&site, "");
    let loaded = page.value("window.listed").as_f64().expect("a time");
    bench.line("loaded, its list shown", &mut [loaded], &mut [0.0]);
    let held = settled(&page) - few;
    println!(
        "{:26} {:>9.1} {:>12.0} MB more than over the seeds: the text and {:.2} times as much",
        "memory",
        bench.megabytes,
        held / 1e6,
        held / text as f64 - 1.0
    );
    bench.ask("plain, of 1 to 12 characters", &page, &typed, "");
    for (name, query) in OTHERS {
        // Between the same queries stands another, so that each is a search.
        let asked: Vec<String> =
            (0..20).map(|i| if i % 2 == 0 { NOWHERE } else { query }.to_owned()).collect();
        bench.ask(name, &page, &asked, "");
    }

    let near_ten_thousand = |typed: &&String| bench.count(typed).abs_diff(10_000);
    if let Some(word) = typed.iter().min_by_key(near_ten_thousand) {
        let page = opened(&site, "#lines=after");
        let asked: Vec<String> =
            (0..20).map(|i| if i % 2 == 0 { NOWHERE } else { word }.to_owned()).collect();
        bench.ask(&format!("{} hits in lines", bench.count(word)), &page, &asked, ".lines tr");
    }
    includes(&bench, &site, &typed);
}

/// What no text has.
const NOWHERE: &str = "龘龘龘";

struct Bench {
    engine: Engine,
    megabytes: f64,
}

impl Bench {
    fn count(&self, typed: &str) -> usize {
        let query = self.engine.query(typed, Folds::ALL);
        let found = self.engine.ranked(&self.engine.search(&query), Sort::Place);
        found.iter().map(|found| found.count as usize).sum()
    }

    /// Types queries, and waits each time for the complete results and for what `shown` selects.
    fn ask(&self, name: &str, page: &Page, typed: &[String], shown: &str) {
        let (mut painted, mut worker) = (Vec::new(), Vec::new());
        for some in typed.chunks(20) {
            for (typed, [until_painted, of_worker, count]) in
                some.iter().zip(asked(page, some, shown))
            {
                assert_eq!(count as usize, self.count(typed), "{typed}");
                if typed != NOWHERE {
                    painted.push(until_painted);
                    worker.push(of_worker);
                }
            }
        }
        self.line(name, &mut painted, &mut worker);
    }

    fn line(&self, name: &str, painted: &mut [f64], worker: &mut [f64]) {
        let at = |times: &mut [f64], share: usize| {
            times.sort_by(f64::total_cmp);
            times[times.len() * share / 100]
        };
        let (half, most) = (at(painted, 50), at(painted, 95));
        let (worker_half, worker_most) = (at(worker, 50), at(worker, 95));
        println!(
            "{name:26} {:>9.1} {half:>12.1} {most:>8.1} {worker_half:>14.1} {worker_most:>6.1}",
            self.megabytes
        );
    }
}

/// A new browser with the site, its library there.
fn opened(site: &Site, fragment: &str) -> Page {
    let page = Page::new(1280, 860);
    page.before_each_page(PROBE);
    page.open(&site.url(fragment));
    page.wait_up_to(Duration::from_secs(120), "document.querySelectorAll('.entry').length >= 5");
    page
}

/// The built site over another library, and the texts of that for JavaScript.
pub fn over(pack: &[u8], texts: &[(String, String)]) -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-site");
    // What is left of an earlier run; there may be none.
    let _ = fs::remove_dir_all(&folder);
    copy(&Site::built().folder, &folder);
    let index = fs::read_to_string(folder.join("index.html")).expect("the page");
    let index = index.replace("</head>", "<link rel=\"library\" href=\"library.pack\"></head>");
    fs::write(folder.join("index.html"), index).expect("written");
    fs::write(folder.join("library.pack"), pack).expect("written");
    let texts: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    fs::write(folder.join("texts.json"), json!(texts).to_string()).expect("written");
    Site::serve(folder)
}

/// What plain JavaScript takes to say which texts have a query, and no more.
fn includes(bench: &Bench, site: &Site, typed: &[String]) {
    let page = Page::new(1280, 860);
    page.open(&site.url("#doc=none"));
    page.value(
        "(fetch('texts.json').then(answer => answer.json()).then(texts => window.texts = texts), 0)",
    );
    page.wait_up_to(Duration::from_secs(120), "window.texts");
    let times = page.value(&format!(
        "{}.map(typed => {{ const start = performance.now(); \
         const found = window.texts.filter(text => text.includes(typed)).length; \
         return [performance.now() - start, found]; }})",
        json!(typed)
    ));
    let times = times.as_array().expect("a list").iter();
    let mut times: Vec<f64> = times.map(|time| time[0].as_f64().expect("a time")).collect();
    bench.line("JavaScript's includes", &mut times, &mut [0.0]);
}

/// The same when a few searches were made, and what they needed has been given back.
fn settled(page: &Page) -> f64 {
    page.value("window.askAll(['的', '一', '了'], '')");
    page.wait_up_to(Duration::from_secs(60), "window.times");
    std::thread::sleep(Duration::from_secs(4));
    memory(page)
}

/// Types queries one after the other, and waits each time for the complete results and for what `shown`
/// selects: how long until they were painted, how long the worker took, both in milliseconds, and how many
/// hits the page says.
pub fn asked(page: &Page, typed: &[String], shown: &str) -> Vec<[f64; 3]> {
    page.value(&format!("window.askAll({}, {})", json!(typed), json!(shown)));
    page.wait_up_to(Duration::from_secs(120), "window.times");
    let times = page.value("window.times");
    let number = |time: &Value, at: usize| time[at].as_f64().expect("a number");
    let times = times.as_array().expect("a list").iter();
    times.map(|time| [0, 1, 2].map(|at| number(time, at))).collect()
}

/// How many bytes the processes of a browser's pages hold, the program that all of them share with each.
pub fn memory(page: &Page) -> f64 {
    resident(page, &["VmRSS:"])
}

/// How many bytes they hold for themselves, the program not counted.
pub fn own_memory(page: &Page) -> f64 {
    resident(page, &["RssAnon:", "RssShmem:"])
}

/// What the processes of a browser's pages have in memory, of these kinds. Only Linux tells.
fn resident(page: &Page, kinds: &[&str]) -> f64 {
    let status = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let processes = fs::read_dir("/proc").expect("processes can only be measured on Linux");
    let ids = processes.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let held = ids.filter(|id| {
        let mut id = id.clone();
        let is_page = status(&format!("/proc/{id}/cmdline")).contains("--type=renderer");
        while is_page && id != "0" && !id.is_empty() {
            if id == page.process().to_string() {
                return true;
            }
            id = field(&status(&format!("/proc/{id}/status")), "PPid:").to_owned();
        }
        false
    });
    held.map(|id| {
        let status = status(&format!("/proc/{id}/status"));
        let kilobytes = kinds.iter().map(|kind| field(&status, kind).parse::<f64>().unwrap_or(0.0));
        kilobytes.sum::<f64>() * 1024.0
    })
    .sum()
}

/// A value of a process's status.
fn field<'a>(status: &'a str, name: &str) -> &'a str {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()).unwrap_or_default()
}
