//! What is seen before the program is there: the list of articles in the page, and each article in a file that
//! the page fetches when an address leads to it (`src/first.js`); as the program will show them, by the same
//! components. Whoever has a slow connection sees at once what there is to read.

use std::sync::mpsc;

use yew::platform::RuntimeBuilder;
use yew::prelude::*;

use super::Files;
use crate::embedded::{self, BUILD};
use crate::engine::Engine;
use crate::protocol::{Answer, answer};
use crate::site::Site;
use crate::state::{Action, Patches, State, View};
use crate::ui::components::{Reading, ReadingProps, Screen, ScreenProps};
use crate::ui::{Language, Preferences, Site as Named};

/// The line of `index.html` that it takes the place of.
const BEFORE: &str = "<div class=\"app\"><header class=\"masthead\"><span class=\"brand\">检阅</span></header></div>";

/// Says that the site has an early search (`src/early.rs`), for `xtask/src/seal/early.rs`.
const EARLY: &str = "<link rel=\"early\" href=\"./early.js\">\n</head>";

/// The folder of the articles.
const FOLDER: &str = "first";

/// The page with the list in it, and the articles. A page that has no place for a list stays as it is.
pub fn first(page: &str, site: &Site, engine: Engine) -> (String, Files) {
    if !page.contains(BEFORE) {
        return (page.to_owned(), Files::new());
    }
    let (list, articles) = rendered(site, engine);
    let page = page.replacen(BEFORE, &list, 1);
    // Over many texts there is none.
    let page = if embedded::EARLY.is_empty() { page } else { page.replacen("</head>", EARLY, 1) };
    (page, articles)
}

/// The first screen, and the articles, as HTML.
fn rendered(site: &Site, mut engine: Engine) -> (String, Files) {
    let name = (!site.title.is_empty()).then(|| site.title.clone());
    let about = (!site.about.is_empty()).then_some("./about.html");
    let language = Language::tagged(&site.language).unwrap_or_default();
    // States and components stay on their thread: what they are made of is given to another.
    let (sender, receiver) = mpsc::channel();
    let runtime = RuntimeBuilder::new().worker_threads(1).build().expect("a thread");
    runtime.spawn_pinned(move || async move {
        language.speak();
        let (name, about) = (name.map(AttrValue::from), about.map(AttrValue::from));
        Named { name, about, ..Named::default() }.enter();
        let state = State::new(View::default(), Patches::new(), BUILD);
        let state = asked(state, &mut engine, |state| state.contents.is_some());
        let ids = state.contents.iter().flat_map(|all| all.iter().map(|entry| entry.id.clone()));
        let ids: Vec<String> = ids.collect();
        let props = ScreenProps {
            state: state.clone(),
            act: Callback::noop(),
            switch_language: Callback::noop(),
            preferences: Preferences::default(),
            change: Callback::noop(),
            damaged: 0,
            is_still: true,
        };
        let renderer = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
        let list = renderer.render().await;
        let mut articles = Files::new();
        for id in ids {
            let open = state.clone().apply(Action::Opened(id.clone(), None));
            let state = asked(open, &mut engine, |state| state.page().is_some());
            let props = ReadingProps { state, act: Callback::noop() };
            let renderer = yew::LocalServerRenderer::<Reading>::with_props(props).hydratable(false);
            articles.insert(format!("{FOLDER}/{id}.html"), renderer.render().await);
        }
        let _ = sender.send((list, articles));
    });
    let (list, articles) = receiver.recv().expect("the page is rendered");
    // The page around it is marked as Chinese until the program is there.
    (list.replacen("<div", &format!("<div lang=\"{}\"", language.tag()), 1), articles)
}

/// The state once the engine has answered what it asks, or so much of it that it is done.
fn asked(mut state: State, engine: &mut Engine, is_done: impl Fn(&State) -> bool) -> State {
    while !is_done(&state)
        && let Some(question) = state.asked.clone()
    {
        let (number, build) = (question.number, BUILD.to_owned());
        let response = answer(engine, &question.request);
        state = state.apply(Action::Answered(Answer { number, build, response }));
    }
    state
}
