//! What Lighthouse thinks of the built site, at a phone's settings and packed as hosts do it.
//! Asserts all scores but that of performance, which is of the machine as well: where that is below the
//! limit, it is said what costs it.

use std::env;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::site::Site;

/// Each kind of judgement and the least score of it, of 100.
const LEAST: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// A machine with others' work on it has slow moments: the best of so many runs counts, since nothing
/// makes a page quicker than it is.
const RUNS: usize = 3;

/// The pages that are judged: the list, and an article with its hits.
const PAGES: [(&str, &str); 2] =
    [("list", ""), ("article", "#doc=001_3e264aaf608f2d8d&q=%E4%BF%A1%E5%88%9B&hit=3")];

/// Judges each page.
pub fn lighthouse() {
    let program = env::var_os("JIANYUE_LIGHTHOUSE");
    let program = program.expect("there is no Lighthouse; `cargo xtask bench` fetches it");
    let site = Site::packed();
    println!("\nLighthouse, a phone, best of {RUNS}");
    let mut missed = Vec::new();
    for (name, fragment) in PAGES {
        let runs: Vec<Value> =
            (0..RUNS).map(|_| judged(Path::new(&program), &site.url(fragment))).collect();
        for (kind, least) in LEAST {
            let score =
                |run: &Value| run["categories"][kind]["score"].as_f64().unwrap_or(0.0) * 100.0;
            let best = runs.iter().max_by(|a, b| score(a).total_cmp(&score(b))).expect("a run");
            println!("{name:8} {kind:16} {:>5.0}   {}", score(best), costs(best, kind).join(", "));
            if score(best) < least && kind == "performance" {
                println!("{name:8} {kind:16} is below {least:.0}");
            } else if score(best) < least {
                missed.push(format!("{name}: {kind} {}", score(best)));
            }
        }
        let shown = |audit: &str| runs[0]["audits"][audit]["displayValue"].as_str().unwrap_or("–");
        println!(
            "{name:8} first paint {}, largest paint {}, blocked {}, moved {}",
            shown("first-contentful-paint"),
            shown("largest-contentful-paint"),
            shown("total-blocking-time"),
            shown("cumulative-layout-shift")
        );
    }
    assert!(missed.is_empty(), "scores are too low: {missed:?}");
}

/// What costs points of a kind.
fn costs(run: &Value, kind: &str) -> Vec<String> {
    let audits = run["categories"][kind]["auditRefs"].as_array().into_iter().flatten();
    audits
        .filter(|audit| audit["weight"].as_f64().unwrap_or(0.0) > 0.0)
        .filter_map(|audit| audit["id"].as_str())
        .filter(|id| run["audits"][id]["score"].as_f64().is_some_and(|score| score < 0.9))
        .map(|id| format!("{id} {}", run["audits"][id]["score"]))
        .collect()
}

/// A report.
fn judged(program: &Path, url: &str) -> Value {
    let mut node = Command::new("node");
    node.arg(program).arg(url).args(["--output=json", "--quiet", "--form-factor=mobile"]);
    node.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --lang=zh-CN");
    // The same browser as that of the tests.
    if let Some(chrome) = env::var_os("CHROME") {
        node.env("CHROME_PATH", chrome);
    }
    let output = node.output().expect("Node.js is there");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "Lighthouse failed: {said}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"))
}
