//! A small library, the state of a page that reads in it, and how that state looks.

use std::sync::mpsc;

use jianyue::embedded;
use jianyue::engine::{Block, Corpus, Date, Doc, Engine, Fold, Origin, Page, Role, Source};
use jianyue::protocol::{Answer, Response, answer};
use jianyue::state::{Action, Patches, State, View};
use jianyue::ui::components::{Screen, ScreenProps};
use jianyue::ui::{Language, Preferences};
use yew::platform::RuntimeBuilder as Builder;
use yew::prelude::*;

pub const BUILD: &str = "this build";

/// A document of blocks, a line of the source each.
pub fn doc(id: &str, title: &str, blocks: &[(Role, &str)]) -> Doc {
    let block = |(line, &(role, text)): (u32, &(Role, &str))| {
        let origin = vec![Origin { at: 0, line, column: 1, sure: 100 }];
        Block { role, sure: 100, text: text.to_owned(), origin, words: Vec::new() }
    };
    let page = Page {
        title: title.to_owned(),
        blocks: (1..).zip(blocks).map(block).collect(),
        reading_order: (0..blocks.len() as u32).collect(),
        date: Some(Date { value: "2021".to_owned(), evidence: Vec::new() }),
        joined: 173,
        ..Page::default()
    };
    let lines: Vec<&str> = blocks.iter().map(|&(_, text)| text).collect();
    Doc { id: id.to_owned(), source: Source::Whole(lines.join("\n")), page, ..Doc::default() }
}

/// Two articles on the sea.
pub fn sea() -> Vec<Doc> {
    let deep = doc(
        "deep",
        "走向深海",
        &[
            (Role::Kicker, "——访深海研究所"),
            (Role::Headline, "走向深海"),
            (Role::Byline, "记者 王静"),
            (Role::Body, "深海是什么？深海是海的深处。"),
            (Role::Subhead, "海风"),
            (Role::Body, "没有海风的深海很静。"),
        ],
    );
    let port = doc("port", "港口", &[(Role::Headline, "港口"), (Role::Body, "船从深海回来。")]);
    vec![port, deep]
}

/// The state at an address, before the engine has answered anything.
pub fn at(address: &str) -> State {
    State::new(View::from_fragment(address), Patches::new(), BUILD)
}

/// The state when all that it asks is answered.
pub fn settled(state: State, docs: Vec<Doc>) -> State {
    settled_by(state, &mut engine(docs))
}

/// An engine with these documents.
pub fn engine(docs: Vec<Doc>) -> Engine {
    Engine::new(Corpus { docs }, Fold::new(embedded::FOLD))
}

/// The state when an engine, which may know of corrections, has answered all that it asks.
pub fn settled_by(mut state: State, engine: &mut Engine) -> State {
    state = state.apply(Action::Followed);
    while let Some(question) = state.asked.clone() {
        let response = answer(engine, &question.request);
        state = answered(state, response);
    }
    state
}

/// The state when the question under way is answered so.
pub fn answered(state: State, response: Response) -> State {
    let number = state.asked.as_ref().expect("a question is under way").number;
    state.apply(Action::Answered(Answer { number, build: BUILD.to_owned(), response }))
}

/// The HTML of the page, in simplified Chinese. Takes a way to the state, since a state stays on its
/// thread.
pub fn html(state: impl FnOnce() -> State + Send + 'static) -> String {
    html_in(Language::Simplified, state)
}

/// The HTML of the page in a language. Each has a thread of its own, since that is what speaks it.
pub fn html_in(language: Language, state: impl FnOnce() -> State + Send + 'static) -> String {
    let (sender, receiver) = mpsc::channel();
    let runtime = Builder::new().worker_threads(1).build().expect("a thread");
    runtime.spawn_pinned(move || async move {
        language.speak();
        let props = ScreenProps {
            state: state(),
            act: Callback::noop(),
            switch_language: Callback::noop(),
            preferences: Preferences::default(),
            change: Callback::noop(),
            damaged: 0,
            is_still: false,
        };
        let renderer = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
        let _ = sender.send(renderer.render().await);
    });
    receiver.recv().expect("the page is rendered")
}

/// What is read from the first tag with this attribute to the tag `to`: the text, a line for each
/// block; a mark is 【so】, the current one 【*so】.
pub fn read(html: &str, attribute: &str, to: &str) -> String {
    let Some((_, html)) = html.split_once(attribute) else { panic!("no {attribute} in {html}") };
    let (_, html) = html.split_once('>').unwrap_or_default();
    let (html, _) = html.split_once(to).unwrap_or((html, ""));
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.split(' ').next().unwrap_or_default();
        text += match name {
            "mark" if tag.contains("aria-current") => "【*",
            "mark" => "【",
            "/mark" => "】",
            "/p" | "/h1" | "/h2" | "/h3" | "/li" | "/dt" | "/dd" | "/ul" | "/ol" | "/section"
            | "/a" | "/legend" | "/label" | "/select" | "/fieldset" => "\n",
            "/span" | "/button" | "/option" => " ",
            "del" => "〔",
            "/del" => "〕",
            _ => "",
        };
        text += words;
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
