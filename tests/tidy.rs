//! The house rules that a machine can check, and the invariants of the code map.

use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files of the project with their texts.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for folder in ["src", "tests", "xtask/src"] {
        walk(Path::new(folder), &mut files);
    }
    assert!(files.len() > 30, "the sources are there");
    files
}

fn walk(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            // What cargo-fuzz builds is beside its targets.
            if !path.ends_with("target") {
                walk(&path, files);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            files.push((path, text));
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not open with //!", path.display());
    }
}

#[test]
fn no_file_grows_past_five_hundred_lines() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= 500, "{} is too long: one idea a file", path.display());
    }
}

#[test]
fn there_are_no_drawers() {
    for (path, _) in sources() {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(
            !["utils", "util", "helpers", "helper", "common", "misc"].contains(&name.as_str()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_open() {
    let open = ["todo", "unimplemented", "dbg"].map(|name| format!("{name}!("));
    let left = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["#[ign", "ore"].concat()];
    for (path, text) in sources() {
        for word in open.iter().chain(&left) {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}

/// The engine knows nothing above it and nothing of the web, does no I/O and reads no clock.
#[test]
fn the_engine_is_pure() {
    let foreign = [
        "yew",
        "gloo",
        "web_sys",
        "wasm_bindgen",
        "js_sys",
        "crate::protocol",
        "crate::state",
        "crate::ui",
        "crate::embedded",
        "crate::folder",
        "std::fs",
        "std::net",
        "std::env",
        "std::time",
        "std::process",
        "std::thread",
        "println!",
        "unwrap()",
        ".expect(",
        "panic!",
    ];
    for (path, text) in sources() {
        if path.starts_with("src/engine") {
            for word in foreign {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

/// `ui → state → protocol → engine ← worker`.
#[test]
fn each_layer_knows_only_those_below() {
    let above = [
        ("src/protocol", &["crate::state", "crate::ui", "crate::worker", "yew", "web_sys"][..]),
        ("src/state", &["crate::ui", "crate::worker", "crate::engine", "yew", "web_sys", "gloo"]),
        ("src/worker", &["crate::ui", "crate::state", "yew"]),
        // What it needs of the web is in files of its own.
        ("src/worker.rs", &["web_sys"]),
    ];
    for (module, words) in above {
        let of =
            |path: &Path| path.with_extension("") == Path::new(module) || path.starts_with(module);
        let files: Vec<_> = sources().into_iter().filter(|(path, _)| of(path)).collect();
        assert!(!files.is_empty(), "{module} is not there");
        for (path, text) in files {
            for word in words {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

/// `<mark>` exists in one component, and text from documents is only ever text.
#[test]
fn there_are_no_html_strings() {
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("src/ui")) {
        assert!(
            !text.contains("from_html_unchecked") && !text.contains("inner_html"),
            "{}",
            path.display()
        );
        assert!(!text.contains("<mark") || path.ends_with("marked.rs"), "{}", path.display());
    }
}

/// The page asks no host but its own for anything.
#[test]
fn no_other_host_is_named() {
    for file in ["index.html", "src/ui/style.css"] {
        let text = fs::read_to_string(file).expect("it is there");
        let text = text.replace("http://www.w3.org/2000/svg", "");
        assert!(
            !text.contains("http:") && !text.contains("https:") && !text.contains("//cdn"),
            "{file}"
        );
    }
}

#[test]
fn only_one_file_names_the_segmenter_and_one_embeds() {
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("src")) {
        assert!(!text.contains("jieba_rs") || path.ends_with("segment.rs"), "{}", path.display());
        let embeds = text.contains("include_bytes!") || text.contains("include_str!");
        assert!(
            !embeds || path.ends_with("embedded.rs") || path.ends_with("fold/mod.rs"),
            "{}",
            path.display()
        );
    }
}

/// Every sentence is in `src/ui/wording/`, in each of its languages.
#[test]
fn no_sentence_is_in_the_code() {
    let is_chinese = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let is_of_the_page = |path: &Path| {
        let folders = ["src/ui", "src/state", "src/protocol", "src/worker"];
        folders.iter().any(|folder| path.with_extension("").starts_with(folder))
    };
    for (path, text) in sources().iter().filter(|(path, _)| is_of_the_page(path)) {
        for line in text.lines() {
            let code = line.split("//").next().unwrap_or_default();
            assert!(!code.contains(is_chinese), "{} says {code}", path.display());
        }
    }
}
