//! What is seen before the program is there: the list of articles, as the program will show it, by the same
//! components. Whoever has a slow connection sees at once what there is to read.

use std::sync::mpsc;

use yew::platform::RuntimeBuilder;
use yew::prelude::*;

use crate::embedded::BUILD;
use crate::engine::Engine;
use crate::protocol::{Answer, answer};
use crate::site::Site;
use crate::state::{Action, Patches, State, View};
use crate::ui::components::{Screen, ScreenProps};
use crate::ui::{Language, Preferences, Site as Named};

/// The line of `index.html` that it takes the place of.
const BEFORE: &str = "<div class=\"app\"><header class=\"masthead\"><span class=\"brand\">检阅</span></header></div>";

/// The page with the list in it; as it is where it has no place for one.
pub fn with_list(page: &str, site: &Site, engine: Engine) -> String {
    if page.contains(BEFORE) {
        page.replacen(BEFORE, &first(site, engine), 1)
    } else {
        page.to_owned()
    }
}

/// The first screen, as HTML.
fn first(site: &Site, mut engine: Engine) -> String {
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
        let mut state = State::new(View::default(), Patches::new(), BUILD);
        while state.contents.is_none()
            && let Some(question) = state.asked.clone()
        {
            let (number, build) = (question.number, BUILD.to_owned());
            let response = answer(&mut engine, &question.request);
            state = state.apply(Action::Answered(Answer { number, build, response }));
        }
        let props = ScreenProps {
            state,
            act: Callback::noop(),
            switch_language: Callback::noop(),
            preferences: Preferences::default(),
            change: Callback::noop(),
            damaged: 0,
            is_still: true,
        };
        let renderer = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
        let _ = sender.send(renderer.render().await);
    });
    let screen = receiver.recv().expect("the page is rendered");
    // The page around it is marked as Chinese until the program is there.
    screen.replacen("<div", &format!("<div lang=\"{}\"", language.tag()), 1)
}
