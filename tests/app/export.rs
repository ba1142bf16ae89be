//! Lines are chosen, and they or all of them leave the page once.

use jianyue::protocol::{Form, Request, Response};
use jianyue::state::{Action, Stage, State, Target};
use jianyue::ui::wording;

use crate::rendered::{answered, at, sea, settled};

/// The list of the hits of 深海, all there.
fn listed() -> State {
    settled(at("#q=深海&lines=place"), sea())
}

fn chosen(state: &State) -> Vec<u32> {
    state.chosen.iter().copied().collect()
}

fn all(actions: impl IntoIterator<Item = Action>, state: State) -> State {
    actions.into_iter().fold(state, State::apply)
}

/// What is on its way, if it is made.
#[track_caller]
fn made(state: &State) -> String {
    match state.export.as_ref().map(|export| &export.stage) {
        Some(Stage::Made(text)) => text.to_string(),
        stage => panic!("it is not made: {stage:?}"),
    }
}

#[test]
fn all_lines_are_exported_where_none_is_chosen() {
    let state = listed().apply(Action::Export(Form::Csv, Target::File, wording::columns()));
    let request = state.asked.as_ref().map(|question| &question.request);
    assert!(matches!(request, Some(Request::Export(_, Form::Csv, lines, _)) if lines.is_empty()));
    let state = settled(state, sea());
    assert_eq!(made(&state).lines().count(), 7, "a row of names and six hits");
    assert_eq!(state.export.as_ref().map(|export| export.count), Some(6));
}

#[test]
fn chosen_lines_alone_are_exported_in_the_order_of_the_list() {
    let choose = [Action::Chose(3, true), Action::Chose(1, true), Action::Chose(0, true)];
    let state = all(choose, listed()).apply(Action::Chose(0, false));
    let state = settled(
        state.apply(Action::Export(Form::Tsv, Target::Clipboard, wording::columns())),
        sea(),
    );
    let text = made(&state);
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("走向深海\t2021\t1\t——访\t深海"), "{text}");
    assert_eq!(state.export.as_ref().map(|export| export.count), Some(2));
}

#[test]
fn several_lines_are_chosen_from_the_last_one_to_another() {
    let state = all([Action::Chose(1, true), Action::ChoseTo(4, true)], listed());
    assert_eq!(chosen(&state), [1, 2, 3, 4]);
    // Backwards, and from where the last ended.
    let state = all([Action::ChoseTo(3, false)], state);
    assert_eq!(chosen(&state), [1, 2]);
    let state = all([Action::ChoseTo(0, true)], state);
    assert_eq!(chosen(&state), [0, 1, 2, 3]);
    // Where none was before, it is one line by itself; and so it is in another list.
    assert_eq!(chosen(&all([Action::ChoseTo(2, true)], listed())), [2]);
    let another = settled(state.apply(Action::Typed("海".to_owned())), sea());
    assert_eq!(chosen(&another.apply(Action::ChoseTo(2, true))), [2]);
}

#[test]
fn what_is_made_leaves_once_and_that_is_said_until_the_list_is_another() {
    let state =
        settled(listed().apply(Action::Export(Form::Csv, Target::File, wording::columns())), sea());
    let done = state.clone().apply(Action::Delivered(true));
    assert_eq!(done.export.as_ref().map(|export| &export.stage), Some(&Stage::Done));
    assert_eq!(done.asked, None, "it is not made again");
    assert_eq!(done.apply(Action::Typed("海".to_owned())).export, None);
    let refused = state.apply(Action::Delivered(false));
    assert_eq!(refused.export.map(|export| export.stage), Some(Stage::Refused));
}

#[test]
fn of_two_exports_the_later_one_is_made() {
    let state = listed().apply(Action::Export(Form::Csv, Target::File, wording::columns()));
    let state = state.apply(Action::Export(Form::Markdown, Target::File, wording::columns()));
    let state = answered(state, Response::Exported("made of the first".to_owned()));
    assert!(made(&settled(state, sea())).starts_with("| 文章 |"));
}

#[test]
fn an_export_waits_for_the_page_that_is_being_opened() {
    let state = listed().apply(Action::Export(Form::Csv, Target::File, wording::columns()));
    let state = state.apply(Action::Opened("deep".to_owned(), Some(1)));
    assert!(!made(&settled(state, sea())).is_empty());
}

#[test]
fn another_list_has_no_chosen_lines() {
    let state = all([Action::ChoseAll(true)], listed());
    assert_eq!(chosen(&state), [0, 1, 2, 3, 4, 5]);
    let others =
        ["#q=海&lines=place", "#q=深海&lines=after", "#q=深海", "#q=深海&lines=place&most=100"];
    for other in others {
        let view = jianyue::state::View::from_fragment(other);
        assert_eq!(chosen(&state.clone().apply(Action::Went(view))), Vec::<u32>::new(), "{other}");
    }
    assert_eq!(chosen(&state.clone().apply(Action::Opened("deep".to_owned(), None))).len(), 6);
    assert_eq!(chosen(&state.clone().apply(Action::ShowMore)).len(), 6);
    assert_eq!(chosen(&state.apply(Action::ChoseAll(false))), Vec::<u32>::new());
}

#[test]
fn a_line_of_a_list_that_is_not_there_yet_cannot_be_chosen() {
    let state = listed().apply(Action::Typed("海".to_owned()));
    assert_eq!(chosen(&state.clone().apply(Action::Chose(1, true))), Vec::<u32>::new());
    assert_eq!(
        state.clone().apply(Action::Export(Form::Csv, Target::File, wording::columns())).export,
        None
    );
    let state = settled(at("#q=深海"), sea());
    assert_eq!(
        state.apply(Action::Export(Form::Csv, Target::File, wording::columns())).export,
        None
    );
}
