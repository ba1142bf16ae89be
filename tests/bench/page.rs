//! How the page behaves under a reader's hands: what moves by itself, how long after a key or a
//! click the next picture is there, on a machine four times slower; and how long the page's own
//! thread is ever busy at once. Asserts that
//! nothing moves by itself, and says what else is over its limit and what the reader was doing then.

use serde_json::Value;

use crate::browser::Page;
use crate::site::Site;

/// The windows of a desktop and of a phone.
const WINDOWS: [(&str, u32, u32); 2] = [("desktop", 1280, 860), ("phone", 390, 844)];

/// A machine with others' work on it has slow moments: the median of so many sessions counts.
const SESSIONS: usize = 3;

/// Limits: of what moves, the sum of its shares of the window; of a 98th of 100 interactions and of
/// the longest task, milliseconds.
const MOST_MOVED: f64 = 0.02;
const LONGEST_INTERACTION_MS: f64 = 100.0;
const LONGEST_TASK_MS: f64 = 50.0;

/// The browser tells of no interaction that is quicker, and of no task that is shorter than 50 ms.
const TOLD_FROM_MS: f64 = 16.0;

/// Runs in the page before its program. What moves within half a second of a key or a click is meant
/// to; it is added up apart.
const PROBE: &str = "\
    window.moved = 0; window.movedAfterInput = 0; window.tasks = []; window.interactions = {}; window.doing = [];\
    const now = e => doing.findLast(([from]) => from <= e.startTime)?.[1] ?? 'start';\
    const watch = (type, each, more) => new PerformanceObserver(list => \
      list.getEntries().forEach(each)).observe({type, buffered: true, ...more});\
    watch('layout-shift', e => { if (e.hadRecentInput) movedAfterInput += e.value; else moved += e.value; });\
    watch('longtask', e => { if (window.started && e.startTime > started) tasks.push([e.duration, now(e)]); });\
    watch('event', e => { if (e.interactionId && e.duration > \
      (interactions[e.interactionId]?.[0] ?? 0)) interactions[e.interactionId] = [e.duration, now(e)]; }, {durationThreshold: 16});";

/// What came of a session.
struct Session {
    /// What moved by itself, and what did after a key or a click.
    moved: [f64; 2],
    interactions: Vec<(f64, String)>,
    longest_task: (f64, String),
}

/// Measures both windows.
pub fn page() {
    println!(
        "\npage: median of {SESSIONS} sessions     moves   after input   interaction p50, p98, most at 4 x slower   longest task"
    );
    let site = Site::built();
    let mut missed = Vec::new();
    for (name, width, height) in WINDOWS {
        let slow: Vec<Session> =
            (0..SESSIONS).map(|_| session(&site, width, height, 4.0)).collect();
        let quick: Vec<Session> =
            (0..SESSIONS).map(|_| session(&site, width, height, 1.0)).collect();
        let moved = |at: usize| median(slow.iter().chain(&quick).map(|session| session.moved[at]));
        let after = |share: usize| median(slow.iter().map(|session| session.after(share)));
        let task = median(quick.iter().map(|session| session.longest_task.0));
        let (by_itself, p98) = (moved(0), after(98));
        println!(
            "{name:10} {:>3} interactions {by_itself:>15.4} {:>13.4} {:>21.0} {p98:>5.0} {:>5.0} ms {:>21}",
            slow[0].interactions.len(),
            moved(1),
            after(50),
            after(100),
            if task > 0.0 { format!("{task:.0} ms") } else { "under 50 ms".to_owned() },
        );
        let slowest = slow[0].interactions.iter().rev().take(4);
        let slowest: Vec<String> = slowest.map(|(ms, what)| format!("{what} {ms:.0}")).collect();
        println!(
            "{:10} slowest: {}; longest task: {}",
            "",
            slowest.join(", "),
            quick[0].longest_task.1
        );
        for (what, is, most) in
            [("interactions", p98, LONGEST_INTERACTION_MS), ("tasks", task, LONGEST_TASK_MS)]
        {
            if is > most {
                println!("{:10} over the limit: {what} {is:.0} > {most:.0} ms", "");
            }
        }
        if by_itself > MOST_MOVED {
            missed.push(format!("{name}: {by_itself} > {MOST_MOVED}"));
        }
    }
    assert!(missed.is_empty(), "the page moves by itself: {missed:?}");
}

impl Session {
    /// The interaction that so many of 100 are no longer than.
    fn after(&self, share: usize) -> f64 {
        let last = self.interactions.len() - 1;
        self.interactions[(self.interactions.len() * share / 100).min(last)].0
    }
}

/// A reader types queries, opens what was found, steps through the hits, looks at the source, and
/// goes elsewhere.
fn session(site: &Site, width: u32, height: u32, slower: f64) -> Session {
    let page = Page::new(width, height);
    page.before_each_page(PROBE);
    page.open(&site.url(""));
    page.wait("document.querySelectorAll('.entry').length >= 5");
    page.wait_for_frames();
    page.value("window.started = performance.now()");
    page.slow_down(slower);
    let mut done = 0;
    let settle = |page: &Page| page.wait_for_frames();
    let does = |what: &str| {
        page.value(&format!("doing.push([performance.now(), '{what}'])"));
    };
    does("field");
    page.click("#search");
    done += 1;
    for query in ["重庆高新区", "科学城"] {
        does("letter");
        for c in query.chars() {
            page.strike_all(&c.to_string());
            done += 1;
            settle(&page);
        }
        page.wait(&format!("document.querySelector('.app').dataset.of === '{query}'"));
        does("Enter");
        page.press("Enter");
        page.wait("document.querySelector('mark[aria-current]')");
        done += 1;
        settle(&page);
        page.value("document.activeElement.blur()");
        for key in ["n", "n", "n", "n", "n", "N", "N", "o"] {
            does(key);
            page.press(key);
            done += 1;
            settle(&page);
        }
        page.wait("document.querySelector('.row')");
        does("o again");
        page.press("o");
        page.wait("!document.querySelector('.row')");
        done += 1;
        settle(&page);
        if width < 600 {
            does("back");
            page.click(".back");
            page.wait("document.querySelector('.snippet').clientHeight > 0");
            done += 1;
            settle(&page);
        }
        does("passage");
        page.click("section:nth-of-type(2) .snippet");
        page.wait("document.querySelector('mark[aria-current]')");
        done += 1;
        settle(&page);
        page.press("/");
        done += 1;
        does("Escape");
        page.press("Escape");
        done += 1;
        page.wait("document.querySelector('#search').value === ''");
        settle(&page);
        if width < 600 {
            does("back");
            page.click(".back");
            done += 1;
        }
        page.wait("document.querySelector('.entry')?.clientHeight > 0");
        does("entry");
        page.click("li:nth-child(3) > .entry");
        page.wait("document.querySelector('.article h1')");
        done += 1;
        settle(&page);
        page.press("/");
        done += 1;
    }
    // What the browser has still to tell.
    page.slow_down(1.0);
    page.wait_for_frames();
    std::thread::sleep(std::time::Duration::from_millis(300));
    let number = |name: &str| page.value(name).as_f64().expect("a number");
    let told = page.value("Object.values(interactions)");
    let mut interactions: Vec<(f64, String)> =
        told.as_array().into_iter().flatten().map(labelled).collect();
    interactions.resize(interactions.len().max(done), (TOLD_FROM_MS, "the quick ones".to_owned()));
    interactions.sort_by(|a, b| a.0.total_cmp(&b.0));
    Session {
        moved: [number("moved"), number("movedAfterInput")],
        interactions,
        longest_task: labelled(&page.value("tasks.sort((a, b) => b[0] - a[0])[0] ?? [0, 'none']")),
    }
}

/// How long something took, and what the reader was doing.
fn labelled(told: &Value) -> (f64, String) {
    let what = told[1].as_str().unwrap_or_default().to_owned();
    (told[0].as_f64().unwrap_or_default(), what)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
