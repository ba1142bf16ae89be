//! A link to a passage leads to it, and no other link does.

use jianyue::protocol::{Place, Request, Spot};
use jianyue::state::{Action, State, View};

use crate::rendered::{at, html, sea, settled};

fn opened() -> State {
    settled(at("#doc=deep&at=4.1-4.3"), sea())
}

#[test]
fn a_passage_is_found_once_its_page_is_there() {
    let state = at("#doc=deep&at=4.1-4.3");
    assert_eq!(state.located(), None);
    let (from, to) = opened().located().expect("it is on the page");
    assert_eq!((from.block, to.block), (3, 3));
    assert_eq!((from.at, to.at), (0, 3));
    // What is not on the page is nowhere, and is asked once.
    let state = settled(at("#doc=deep&at=99.1-99.3"), sea());
    assert_eq!((state.located(), state.asked), (None, None));
}

#[test]
fn other_links_do_not_lead_to_the_passage() {
    let passage = Some((Place { line: 4, column: 1 }, Place { line: 4, column: 3 }));
    assert_eq!(opened().view.passage, passage);
    let hit = View { hit: Some(1), query: "海".to_owned(), ..opened().view };
    assert_eq!(opened().apply(Action::Went(hit)).view.passage, None);
    assert_eq!(opened().apply(Action::Closed).view.passage, None);
    assert_eq!(opened().apply(Action::Opened("port".to_owned(), None)).view.passage, None);
    let page = html(|| settled(opened().apply(Action::Typed("海".to_owned())), sea()));
    assert!(page.contains("class=\"snippet\"") && !page.contains("at=4.1"));
}

#[test]
fn a_selection_is_quoted_and_a_place_that_is_none_is_not() {
    let (from, to) = (Spot { block: 3, at: 0 }, Spot { block: 3, at: 2 });
    let state = opened().apply(Action::Quoted(from, to));
    let asked = state.asked.as_ref().map(|question| question.request.clone());
    assert_eq!(asked, Some(Request::Quote("deep".to_owned(), from, to)));
    let state = settled(state, sea());
    let quoted = state.quoted.and_then(|quoted| quoted.quotation).expect("it is answered");
    assert_eq!(quoted.quote.chars().count(), 2);
    let state = settled(opened().apply(Action::Quoted(from, from)), sea());
    assert!(state.quoted.is_none());
}
