//! Texts as a page of their own, which opens from the disk: which, and the button.

use yew::prelude::*;

use super::choice::choice;
use crate::state::{Action, LibraryStep, TakeOutStep, Texts};
use crate::ui::{Site, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether there are documents of the reader's own.
    pub has_own: bool,
    /// The names of their collections.
    pub collections: Vec<String>,
    pub act: Callback<Action>,
}

#[component]
pub fn OnePage(props: &Props) -> Html {
    let Props { has_own, collections, act } = props;
    let chosen = use_state_eq(|| Texts::Library);
    if !Site::now().has_single {
        return Html::default();
    }
    let own = has_own.then_some(Texts::Own);
    let collections = collections.iter().cloned().map(Texts::Collection);
    let all: Vec<Texts> = [Texts::Library].into_iter().chain(own).chain(collections).collect();
    // A collection may be gone by now.
    let now = all.iter().position(|texts| *texts == *chosen).unwrap_or_default();
    let says = |at: usize| wording::texts(&all[at]);
    let pick = {
        let (chosen, all) = (chosen.setter(), all.clone());
        Callback::from(move |at: usize| chosen.set(all[at].clone()))
    };
    let export = {
        let texts = all[now].clone();
        act.reform(move |_: MouseEvent| {
            Action::Library(LibraryStep::TakeOut(TakeOutStep::PageWanted(texts.clone())))
        })
    };
    html! {
        <p class="files one-page">
            if all.len() > 1 {
                { choice(wording::SINGLE_OF, (0..all.len()).collect(), now, says, pick) }
            }
            <button type="button" class="single" title={wording::SINGLE_HINT} onclick={export}>
                { wording::SINGLE }
            </button>
        </p>
    }
}
