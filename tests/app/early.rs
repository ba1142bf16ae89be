//! The search before the program is there: it says what the program says, or nothing.

use std::sync::mpsc;

use jianyue::early;
use jianyue::embedded::{EARLY, LIBRARY};
use jianyue::engine::{Engine, pack};
use jianyue::state::State;
use yew::platform::RuntimeBuilder as Builder;

use crate::rendered::{at, html, settled_by};

/// The texts of the early search.
fn early_engine() -> Engine {
    pack::read(EARLY).expect("the texts of this build")
}

/// The left pane of a page, as HTML.
fn pane(page: &str) -> &str {
    let from = page.find("<nav id=\"list\"").expect("a left pane");
    let to = page[from..].find("</nav>").expect("its end");
    &page[from..from + to + "</nav>".len()]
}

/// What the early search says of each.
fn early(queries: &[&'static str]) -> Vec<Option<String>> {
    let queries = queries.to_vec();
    let (sender, receiver) = mpsc::channel();
    let runtime = Builder::new().worker_threads(1).build().expect("a thread");
    runtime.spawn_pinned(move || async move {
        let engine = early_engine();
        for typed in queries {
            let _ = sender.send(early::found(&engine, typed).await);
        }
    });
    receiver.iter().collect()
}

/// What the program shows when it has searched, and has not looked further yet.
fn searched(query: &str) -> State {
    let mut engine = pack::read(LIBRARY).expect("the library of this build");
    let mut state = settled_by(at(&format!("#q={query}")), &mut engine);
    state.hints = None;
    state
}

#[test]
fn it_says_what_the_program_says() {
    const QUERIES: [&str; 18] = [
        "重庆",
        "创新",
        "企业 服务",
        "高新区 -重庆",
        "\"产业园\"",
        "word:企业",
        "pos:v 发展",
        "in:headline 高新",
        "date:2023",
        "高新区~10 企业",
        "企业 | 科技",
        "２０２１",
        "臺灣",
        "没有这样的话",
        "的",
        "。",
        "GDP",
        "doc:001 重庆",
    ];
    for (query, early) in QUERIES.iter().zip(early(&QUERIES)) {
        let page = html(move || searched(query));
        let (early, page) = (early.unwrap_or_default(), pane(&page));
        assert!(
            early == page,
            "{query}: {} is {}",
            from_difference(&early, page),
            from_difference(page, &early)
        );
    }
}

/// What a text says where it is not the other any more.
fn from_difference(text: &str, other: &str) -> String {
    let same = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    text.chars().skip(same.saturating_sub(40)).take(120).collect()
}

#[test]
fn what_it_cannot_search_it_leaves_to_the_program() {
    let left = ["", "  ", "/高新.区/", "高?区", "高*区", "a/b"];
    assert_eq!(early(&left), vec![None; left.len()]);
}
