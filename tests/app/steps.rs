//! How one view leads to the next.

use jianyue::engine::Order;
use jianyue::state::{Action, State, Turn, View};

use crate::rendered::{at, sea, settled};

/// Where `actions` lead from an address, all questions answered after each.
#[track_caller]
fn check(address: &str, actions: impl IntoIterator<Item = Action>, leads_to: &str) {
    let step = |state: State, action| settled(state.apply(action), sea());
    let state = actions.into_iter().fold(settled(at(address), sea()), step);
    assert_eq!(state.view, View::from_fragment(leads_to));
}

#[test]
fn enter_opens_the_best_hit() {
    check("#q=深海", [Action::Entered], "#doc=deep&q=深海&hit=1");
}

#[test]
fn enter_opens_the_first_line_of_the_list() {
    check("#q=深海&lines=place", [Action::Entered], "#doc=port&q=深海&lines=place&hit=1");
    check("#q=深海&lines=after", [Action::Entered], "#doc=deep&q=深海&lines=after&hit=2");
    check("#q=date:2021&lines=place", [Action::Entered], "#q=date:2021&lines=place");
    // Not of the list before, while this one is not there.
    let listed = settled(at("#q=深海&lines=place"), sea());
    let state = listed.apply(Action::Listed(Some(Order::After))).apply(Action::Entered);
    assert_eq!(settled(state, sea()).view.doc.as_deref(), Some("deep"));
    let state = settled(at("#q=深海&lines=place"), sea());
    let state = state.apply(Action::Listed(None)).apply(Action::Entered);
    assert_eq!(settled(state, sea()).view.doc.as_deref(), Some("deep"));
}

#[test]
fn enter_goes_on_in_the_open_document() {
    check("#doc=port&q=深海", [Action::Entered], "#doc=port&q=深海&hit=1");
    check("#doc=deep&q=深海&hit=4", [Action::Entered], "#doc=deep&q=深海&hit=5");
    check("#doc=deep&q=深海&hit=5", [Action::Entered], "#doc=deep&q=深海&hit=1");
}

#[test]
fn enter_leaves_a_document_without_a_hit_for_the_best() {
    check("#doc=port&q=海风", [Action::Entered], "#doc=deep&q=海风&hit=1");
}

#[test]
fn enter_leads_nowhere_where_nothing_was_found_or_asked() {
    check("#q=高山", [Action::Entered], "#q=高山");
    check("#doc=port", [Action::Entered], "#doc=port");
    check("", [Action::Entered, Action::Typed("深海".to_owned())], "#q=深海");
}

#[test]
fn turning_leads_to_the_next_article_of_the_list() {
    let (on, back) = (Action::Turned(Turn::On), Action::Turned(Turn::Back));
    check("#doc=port", [on.clone()], "#doc=deep");
    check("#doc=deep", [on.clone()], "#doc=deep");
    check("#doc=deep&hit=1", [back.clone()], "#doc=port");
    check("", [on.clone()], "");
    check("#doc=other", [on.clone()], "#doc=other");
    // Of the results where something is sought, in their order.
    check("#doc=deep&q=深海&sort=count", [on.clone()], "#doc=port&q=深海&sort=count");
    check("#doc=port&q=深海&sort=count", [on, back], "#doc=deep&q=深海&sort=count");
}

#[test]
fn enter_waits_for_the_answer_that_says_where_it_leads() {
    let typed = at("").apply(Action::Typed("深海".to_owned())).apply(Action::Entered);
    assert_eq!(typed.view, View::from_fragment("#q=深海"));
    assert_eq!(settled(typed, sea()).view, View::from_fragment("#doc=deep&q=深海&hit=1"));
}

#[test]
fn typing_on_takes_an_enter_back_that_still_waits() {
    let typed = at("").apply(Action::Typed("深海".to_owned())).apply(Action::Entered);
    let typed = typed.apply(Action::Typed("深海是".to_owned()));
    assert_eq!(settled(typed, sea()).view, View::from_fragment("#q=深海是"));
}

#[test]
fn the_same_text_typed_again_keeps_the_hit() {
    check("#doc=deep&q=深海&hit=4", [Action::Typed("深海".to_owned())], "#doc=deep&q=深海&hit=4");
    check("#doc=deep&q=深海&hit=4", [Action::Typed("海".to_owned())], "#doc=deep&q=海");
}
