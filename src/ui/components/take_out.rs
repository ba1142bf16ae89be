//! All that is the reader's own as one file, and some of it as a page: the buttons, how far it is, what came of
//! it.

use yew::prelude::*;

use super::{LIBRARY, OnePage};
use crate::protocol::Refused;
use crate::state::{Action, Holdings, LibraryStep, Merging, TakeOut, TakeOutStep};
use crate::ui::commands::open_library;
use crate::ui::hooks::dialog;
use crate::ui::wording;

/// The id of the button.
const TAKE_OUT: &str = "take-out";

/// How many documents that were not taken are said one by one.
const SAID: usize = 200;

fn step(act: &Callback<Action>, step: TakeOutStep) -> Callback<MouseEvent> {
    act.reform(move |_: MouseEvent| {
        // The button goes away, and the keyboard goes on at what stays.
        dialog::focus(LIBRARY, TAKE_OUT);
        Action::Library(LibraryStep::TakeOut(step.clone()))
    })
}

/// The buttons, and how far it is.
pub fn take_out(of: &TakeOut, holdings: &Holdings, act: &Callback<Action>) -> Html {
    let seen = || step(act, TakeOutStep::Seen);
    let line = |line: String| html! { <p>{ line }</p> };
    let exported = of.is_saved().then(|| {
        html! {
            <div class="taking-all exported">
                <div role="status">{ for wording::taken_out(&of.exported).into_iter().map(line) }</div>
                <button type="button" class="button take-out-done" onclick={seen()}>{ wording::TAKE_OUT_DONE }</button>
            </div>
        }
    });
    let has_own = holdings.all.as_ref().is_some_and(|all| !all.is_empty());
    let collections: Vec<String> = holdings.collections().into_iter().map(str::to_owned).collect();
    html! {
        <>
            <p class="files">
                <button
                    type="button"
                    id={TAKE_OUT}
                    class="take-out"
                    title={wording::TAKE_OUT_HINT}
                    onclick={step(act, TakeOutStep::Wanted)}
                >
                    { wording::TAKE_OUT }
                </button>
            </p>
            <OnePage {has_own} {collections} act={act.clone()} />
            if of.is_wanted {
                <p role="status">{ wording::TAKE_OUT_GATHERING }</p>
            }
            { packing(of) }
            { exported.unwrap_or_default() }
            { of.merging.as_ref().map(|merged| merging(merged, of.waits(), act)).unwrap_or_default() }
        </>
    }
}

fn packing(of: &TakeOut) -> Html {
    let Some((done, all)) = of.packing else { return Html::default() };
    html! {
        <div class="taking-all">
            <p role="status">{ wording::packing(all, done) }</p>
            <progress
                aria-label={wording::PACKING_PROGRESS}
                max={all.max(1).to_string()}
                value={done.to_string()}
            />
        </div>
    }
}

fn merging(of: &Merging, waits: bool, act: &Callback<Action>) -> Html {
    let line = |refused: &Refused| html! { <li>{ wording::refused(refused) }</li> };
    let name = if waits { wording::MERGED_ON } else { wording::TAKE_OUT_DONE };
    let left = of.refused.len().saturating_sub(SAID);
    html! {
        <div class="taking-all merging">
            <p role="status">{ wording::merging(of) }</p>
            if !of.refused.is_empty() {
                <ul class="refused">{ for of.refused.iter().take(SAID).map(line) }</ul>
            }
            if left > 0 {
                <p>{ wording::taken_more(left as u32) }</p>
            }
            if of.is_done {
                <button type="button" class="button merged-done" onclick={step(act, TakeOutStep::Seen)}>{ name }</button>
            }
        </div>
    }
}

/// A line above everything else while it goes on, or waits for an answer.
pub fn take_out_line(of: &TakeOut, act: &Callback<Action>) -> Html {
    let said = match (&of.merging, of.packing, of.question()) {
        (Some(merging), ..) if of.is_merging() => wording::merging(merging),
        (_, Some((done, all)), _) => wording::packing(all, done),
        (.., Some(_)) => wording::BROUGHT_WAITS.to_string(),
        _ => return html! { <div class="cutting take-out-line"></div> },
    };
    let see = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| open_library(&act))
    };
    html! {
        <div class="cutting taking take-out-line">
            <span role="status">{ said }</span>
            <button type="button" class="button" onclick={see}>{ wording::TAKE_OUT_SEE }</button>
        </div>
    }
}
