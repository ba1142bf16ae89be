//! The queries that led somewhere are known and can be come back to.

use jianyue::state::{Action, Recent, State, View};

use crate::rendered::{at, html, read, sea, settled};

fn typed(text: &str) -> Action {
    Action::Typed(text.to_owned())
}

fn recent(state: &State) -> Vec<&str> {
    state.recent.queries().iter().map(String::as_str).collect()
}

fn all(actions: impl IntoIterator<Item = Action>) -> State {
    let step = |state: State, action| settled(state.apply(action), sea());
    actions.into_iter().fold(settled(at(""), sea()), step)
}

#[test]
fn a_query_is_recent_once_it_led_somewhere() {
    assert_eq!(recent(&all([typed("深"), typed("深海")])), Vec::<&str>::new());
    assert_eq!(recent(&all([typed("深海"), Action::Entered])), ["深海"]);
    let opened = Action::Went(View::from_fragment("#doc=deep&q=海风&hit=1"));
    assert_eq!(
        recent(&all([typed("深海"), Action::Entered, typed("海风"), opened])),
        ["海风", "深海"]
    );
    let read = Action::Went(View::from_fragment("#doc=deep"));
    assert_eq!(recent(&all([read, Action::Entered])), Vec::<&str>::new());
}

#[test]
fn a_query_is_recent_only_once_and_old_ones_are_forgotten() {
    let mut recent = Recent::default();
    for number in 0..20 {
        recent.add(&format!("问{number}"));
    }
    recent.add(" 问15 ");
    assert_eq!(recent.queries().len(), 12);
    assert_eq!(recent.queries()[..3], ["问15", "问19", "问18"]);
    recent.add(&"长".repeat(81));
    recent.add("  ");
    assert_eq!(recent.queries()[0], "问15");
}

#[test]
fn they_come_back_from_the_text_in_which_they_are_kept() {
    let mut recent = Recent::default();
    for query in ["重庆 高新区", "/[0-9]+/", "甲 | 乙"] {
        recent.add(query);
    }
    assert_eq!(Recent::parse(&recent.to_text()), recent);
    assert_eq!(Recent::parse(""), Recent::default());
}

#[test]
fn they_stand_above_the_articles_and_can_be_forgotten() {
    let state = || settled(at(""), sea()).with_recent(Recent::parse("深海\n海风"));
    let page = html(state);
    assert_eq!(read(&page, r#"class="recent""#, "</section>"), "最近检索 清除\n深海\n海风");
    assert!(page.contains(r##"href="#q=海风""##));
    let forgot = html(move || state().apply(Action::Forgot));
    assert!(!forgot.contains("最近检索"));
    assert!(!html(|| settled(at(""), sea())).contains("最近检索"));
}
