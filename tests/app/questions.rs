//! The policy for questions: one at a time, the newest waits, what comes late is dropped, and the
//! engine's silence or failure is a state of its own.

use jianyue::engine::{Role, Sort};
use jianyue::protocol::{Answer, ENTRIES, Entry, Failure, Found, Hints, Request, Response, Sought};
use jianyue::state::{Action, State, Status};

use crate::rendered::{BUILD, answered, at, doc, sea, settled};

fn asked(state: &State) -> Option<&Request> {
    state.asked.as_ref().map(|question| &question.request)
}

fn typed(text: &str) -> Action {
    Action::Typed(text.to_owned())
}

fn search(text: &str) -> Request {
    let wanted = text.into();
    Request::Search(Sought { wanted, sort: Sort::Fit, shown: 6, lines: None })
}

/// All of an answer that says nothing was found.
fn nothing() -> Response {
    Response::Found(Found { is_done: true, ..Found::default() })
}

#[test]
fn a_search_gives_way_to_the_next_keystroke_at_once() {
    let state = settled(at(""), sea()).apply(typed("深"));
    let first = state.last;
    let state = ["深海", "深海是"].into_iter().fold(state, |state, text| state.apply(typed(text)));
    assert_eq!(asked(&state), Some(&search("深海是")));
    let late = Answer { number: first, build: BUILD.to_owned(), response: nothing() };
    let state = state.apply(Action::Answered(late));
    assert!(state.results().is_none(), "results of an older query are not those of the newest");
    let state = answered(state, nothing());
    assert!(state.results().is_some());
    // What helps to look further is asked for when they are there, and gives way in the same way.
    assert_eq!(asked(&state), Some(&Request::Hints("深海是".into())));
    assert_eq!(asked(&state.clone().apply(typed("深海"))), Some(&search("深海")));
    let state = answered(state, Response::Hints(Hints::default()));
    assert_eq!(asked(&state), None);
}

#[test]
fn what_is_found_first_is_shown_and_the_rest_is_waited_for() {
    let state = settled(at(""), sea()).apply(typed("深海"));
    let some = Found { total: 2, articles: 1, ..Found::default() };
    let state = answered(state, Response::Found(some));
    assert_eq!(state.results().map(|found| found.total), Some(2));
    assert_eq!(asked(&state), Some(&search("深海")), "the same search is still under way");
    let number = state.last;
    let all = Found { total: 5, articles: 2, is_done: true, ..Found::default() };
    let state = answered(state, Response::Found(all));
    assert_eq!(state.results().map(|found| found.total), Some(5));
    assert_eq!((asked(&state), state.last), (Some(&Request::Hints("深海".into())), number + 1));
}

#[test]
fn opening_a_document_ends_a_search_that_is_done_again_afterwards() {
    let state = settled(at(""), sea()).apply(typed("深海"));
    let state = answered(state, Response::Found(Found::default()));
    let state = state.apply(Action::Opened("deep".to_owned(), None));
    assert_eq!(asked(&state), Some(&Request::Read("deep".to_owned(), "深海".into())));
    let state = answered(state, Response::Page(None));
    assert_eq!(asked(&state), Some(&search("深海")));
}

#[test]
fn an_answer_that_was_not_asked_for_changes_nothing() {
    let state = settled(at("#q=深海"), sea());
    let late = Answer {
        number: state.last,
        build: BUILD.to_owned(),
        response: Response::Found(Found::default()),
    };
    assert_eq!(state.clone().apply(Action::Answered(late)), state);
}

#[test]
fn the_open_document_comes_before_the_results_and_those_before_the_list() {
    let state = at("#doc=deep&q=深海");
    assert_eq!(asked(&state), Some(&Request::Read("deep".to_owned(), "深海".into())));
    let state = answered(state, Response::Page(None));
    assert_eq!(asked(&state), Some(&search("深海")));
    let state = answered(state, nothing());
    assert_eq!(asked(&state), Some(&Request::Hints("深海".into())));
    let state = answered(state, Response::Hints(Hints::default()));
    assert_eq!(asked(&state), Some(&Request::Contents(0)));
}

#[test]
fn a_long_list_comes_in_pieces() {
    let entry = |number: usize| Entry {
        id: number.to_string(),
        title: String::new(),
        date: String::new(),
        length: 1,
        opening: String::new(),
        collections: Vec::new(),
        heading: String::new(),
    };
    let piece = |from: usize, to: usize| Response::Contents((from..to).map(entry).collect());
    let state = answered(at(""), piece(0, ENTRIES));
    assert_eq!((asked(&state), state.contents.is_some()), (Some(&Request::Contents(1000)), false));
    let state = answered(state, piece(ENTRIES, ENTRIES + 1));
    let ids = state.contents.iter().flat_map(|all| all.iter()).map(|entry| entry.id.clone());
    assert!(ids.eq((0..=ENTRIES).map(|number| number.to_string())));
    assert_ne!(asked(&state), Some(&Request::Contents(0)));
}

#[test]
fn silence_is_said_and_an_answer_ends_it() {
    let state = at("");
    assert_eq!(state.status, Status::Starting);
    let number = state.last;
    let silent = state.apply(Action::Waited(number));
    assert_eq!(silent.status, Status::Silent);
    let ready = answered(silent, Response::Contents(Vec::new()));
    assert_eq!(ready.status, Status::Ready);
    // The timer of a question that was answered says nothing any more.
    assert_eq!(ready.apply(Action::Waited(number)).status, Status::Ready);
}

#[test]
fn a_failure_stays_and_nothing_is_asked_any_more() {
    let broken = at("#q=深海").apply(Action::Broke("out of memory".to_owned()));
    assert_eq!(broken.status, Status::Failed(Failure::Program("out of memory".to_owned())));
    let failed = answered(at(""), Response::Failed(Failure::BrokenLibrary("damaged".to_owned())));
    assert_eq!(failed.status, Status::Failed(Failure::BrokenLibrary("damaged".to_owned())));
    assert_eq!(failed.apply(typed("深海")).asked, None);
}

#[test]
fn a_worker_of_another_build_is_refused() {
    let state = at("");
    let answer = Answer {
        number: state.last,
        build: "an older build".to_owned(),
        response: Response::Contents(Vec::new()),
    };
    let state = state.apply(Action::Answered(answer));
    assert!(matches!(state.status, Status::Failed(Failure::OtherBuild)));
}

#[test]
fn a_hit_that_the_document_does_not_have_becomes_the_last() {
    let docs = || vec![doc("one", "一", &[(Role::Body, "海、海、海")])];
    assert_eq!(settled(at("#doc=one&q=海&hit=9"), docs()).view.hit, Some(3));
    assert_eq!(settled(at("#doc=one&q=山&hit=9"), docs()).view.hit, None);
}
