//! What is seen before the program is there: the list of articles, as the program will show it. It is made
//! when the site is built (`cargo xtask seal` puts it into the page), so that whoever has a slow connection
//! sees at once what there is to read.

use std::sync::mpsc;

use yew::platform::RuntimeBuilder;
use yew::prelude::*;

use crate::embedded::{BUILD, LIBRARY};
use crate::engine::{self, pack};
use crate::protocol::{Answer, answer};
use crate::state::{Action, Patches, State, View};
use crate::ui::components::{Screen, ScreenProps};
use crate::ui::{Language, Preferences};

/// The page with the list of the build's library, as HTML.
///
/// # Errors
///
/// [`engine::Error`] if the library is not one.
pub fn first_screen() -> Result<String, engine::Error> {
    let mut engine = pack::read(LIBRARY)?;
    // States and components stay on their thread: what they are made of is given to another.
    let (sender, receiver) = mpsc::channel();
    let runtime = RuntimeBuilder::new().worker_threads(1).build().expect("a thread");
    runtime.spawn_pinned(move || async move {
        let mut state = State::new(View::default(), Patches::new(), BUILD);
        while state.contents.is_none()
            && let Some(question) = state.asked.clone()
        {
            let (number, build) = (question.number, BUILD.to_owned());
            let response = answer(&mut engine, &question.request);
            state = state.apply(Action::Answered(Answer { number, build, response }));
        }
        Language::default().speak();
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
    Ok(receiver.recv().expect("the page is rendered"))
}
