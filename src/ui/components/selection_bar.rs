//! What can be done with what is selected of the article: a bar that shows itself meanwhile.

use yew::prelude::*;

use crate::protocol::Spot;
use crate::state::{Action, Amend, State, Want};
use crate::ui::hooks::{note_selected, use_selection};
use crate::ui::wording::{self, Text};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub state: State,
    pub act: Callback<Action>,
}

/// A button of the bar: its class, its name, and what it makes of the passage between two places.
type Does = (&'static str, Text, fn((Spot, Spot)) -> Action);

/// The one that is only there where what is selected can be a word.
const WORD: &str = "word-button";

/// All of them, as they are offered.
const BUTTONS: [Does; 4] = [
    ("mark-button", wording::MARK_SHORT, |selected| note_selected(selected, Want::Mark)),
    ("note-button", wording::NOTE_SHORT, |selected| note_selected(selected, Want::Note)),
    ("quote-button", wording::QUOTE, |(from, to)| Action::Quoted(from, to)),
    (WORD, wording::NAME_SELECTED, |(from, to)| Action::Word(Amend::SetSelected(from, to))),
];

#[component]
pub fn SelectionBar(props: &Props) -> Html {
    let Some(selected) = use_selection() else { return Html::default() };
    // Pressing a button does not end the selection.
    let keep = |event: MouseEvent| event.prevent_default();
    let is_word = props.state.is_word_selected(selected.0, selected.1);
    let button = |&(class, name, does): &Does| {
        let onclick = props.act.reform(move |_: MouseEvent| does(selected));
        html! { <button type="button" {class} onmousedown={keep} {onclick}>{ name }</button> }
    };
    html! {
        <div class="selection-bar" role="group" aria-label={wording::SELECTION_BAR}>
            { for BUTTONS.iter().filter(|does| does.0 != WORD || is_word).map(button) }
        </div>
    }
}
