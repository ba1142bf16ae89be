//! How far the import is, and at its end what became of the files.

use yew::prelude::*;

use super::LIBRARY;
use super::give_files::GIVE_FILE;
use crate::protocol::Refused;
use crate::state::{Action, Intake, LibraryStep};
use crate::ui::commands::open_library;
use crate::ui::hooks::{dialog, focus_content};
use crate::ui::wording::{self, Text};

/// How many files that were not taken are said one by one.
const SAID: usize = 200;

/// Does a step; the button of it goes away, and the keyboard goes on elsewhere.
fn step(act: &Callback<Action>, step: LibraryStep) -> Callback<MouseEvent> {
    act.reform(move |_: MouseEvent| {
        if dialog::is_open(LIBRARY) {
            dialog::focus(LIBRARY, GIVE_FILE);
        } else {
            focus_content();
        }
        Action::Library(step.clone())
    })
}

fn button(class: &'static str, name: Text, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class={classes!("button", class)} {onclick}>{ name }</button> }
}

fn bar(intake: &Intake) -> Html {
    let ((_, all), (_, done)) = (intake.given, intake.done);
    let (max, value) = (all.max(1).to_string(), done.min(all).to_string());
    html! { <progress aria-label={wording::TAKING_PROGRESS} {max} {value} /> }
}

/// A line above everything else while files come in, and until it was seen what became of them.
pub fn taking_line(intake: &Intake, act: &Callback<Action>) -> Html {
    let see = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| open_library(&act))
    };
    html! {
        <div class="cutting taking">
            if intake.is_running() {
                <span role="status">{ wording::taking(intake) }</span>
                { bar(intake) }
                { button("taking-see", wording::TAKEN_SEE, see) }
            } else if !intake.is_idle() {
                <span role="status">{ wording::taken(intake) }</span>
                { button("taking-see", wording::TAKEN_SEE, see) }
                { button("taking-done", wording::TAKEN_DONE, step(act, LibraryStep::Dismissed)) }
            }
        </div>
    }
}

/// All of it.
pub fn taking(intake: &Intake, act: &Callback<Action>) -> Html {
    if intake.is_idle() {
        return Html::default();
    }
    if intake.is_running() {
        let line = |line: String| html! { <p class="taking-line">{ line }</p> };
        return html! {
            <section class="taking-all" aria-label={wording::TAKING_PROGRESS}>
                <p role="status">{ wording::taking(intake) }</p>
                { bar(intake) }
                { for wording::taking_state(intake).into_iter().map(line) }
                <p class="taking-now">{ &*intake.now }</p>
                if !intake.is_stopped {
                    { button("taking-stop", wording::TAKING_STOP, step(act, LibraryStep::Stopped)) }
                }
            </section>
        };
    }
    let (refused, left) = (intake.refused_count() as usize, intake.given.0 - intake.done.0);
    let line = |refused: &Refused| html! { <li>{ wording::refused(refused) }</li> };
    html! {
        <section class="taking-all" aria-label={wording::TAKING_PROGRESS}>
            <p role="status">{ wording::taken(intake) }</p>
            if left > 0 {
                <p>{ wording::taken_left(left) }</p>
            }
            if refused > 0 {
                <ul class="refused">{ for intake.refused().take(SAID).map(line) }</ul>
            }
            if refused > SAID {
                <p>{ wording::taken_more((refused - SAID) as u32) }</p>
            }
            { button("taking-done", wording::TAKEN_DONE, step(act, LibraryStep::Dismissed)) }
        </section>
    }
}
