//! A newer version of the site: announced, taken when the reader says so, and by no page that would lose something.

use jianyue::state::{Action, State, Update, UpdateStep, Want};
use jianyue::ui::{Language, wording};

use crate::notes::marked;
use crate::rendered::{at, html, html_in, read, sea, settled};

const REPLACED: UpdateStep = UpdateStep::Replaced { is_typing: false };

fn after(steps: &[UpdateStep]) -> Update {
    stepped(settled(at(""), sea()), steps).update
}

fn stepped(state: State, steps: &[UpdateStep]) -> State {
    steps.iter().fold(state, |state, &step| state.apply(Action::Update(step)))
}

#[test]
fn it_is_taken_when_the_reader_says_so() {
    use UpdateStep::{Found, PutOff, Taken};
    assert_eq!(after(&[]), Update::None);
    assert_eq!(after(&[Found]), Update::Ready);
    assert_eq!(after(&[Found, Found, Taken]), Update::Asked);
    assert_eq!(after(&[Found, Taken, REPLACED]), Update::Due);
    // What is asked for comes, whatever the reader does meanwhile.
    assert_eq!(after(&[Found, Taken, UpdateStep::Replaced { is_typing: true }]), Update::Due);
    assert_eq!(after(&[Found, PutOff]), Update::Later);
    assert_eq!(after(&[Found, PutOff, Found]), Update::Later);
    assert_eq!(after(&[Taken]), Update::None, "there is nothing to be taken");
}

#[test]
fn a_page_follows_another_unless_something_is_under_way_in_it() {
    use UpdateStep::{Found, PutOff, Taken};
    assert_eq!(after(&[REPLACED]), Update::Due);
    assert_eq!(after(&[Found, PutOff, REPLACED]), Update::Due);
    let typing = UpdateStep::Replaced { is_typing: true };
    assert_eq!(after(&[Found, typing]), Update::Behind);
    assert_eq!(after(&[Found, typing, Taken]), Update::Due);
    assert_eq!(after(&[Found, typing, PutOff]), Update::Later);
    // A note is open.
    let state = settled(at("#doc=deep"), sea());
    let state = settled(state.apply(marked(3, 0, 2, Want::Note)), sea());
    assert!(state.notes.open.is_some());
    assert_eq!(stepped(state, &[REPLACED]).update, Update::Behind);
}

#[test]
fn a_line_says_so_in_every_language() {
    for language in Language::ALL {
        let line = |steps: &'static [UpdateStep]| {
            let page = html_in(language, move || stepped(settled(at(""), sea()), steps));
            read(&page, r#"class="update""#, "</div>")
        };
        let said = line(&[UpdateStep::Found]);
        for text in [wording::UPDATE_READY, wording::UPDATE_TAKE, wording::UPDATE_LATER] {
            assert!(said.contains(text.say_in(language)), "{said}");
        }
        let behind = line(&[UpdateStep::Replaced { is_typing: true }]);
        assert!(behind.contains(wording::UPDATE_BEHIND.say_in(language)), "{behind}");
        assert_eq!(line(&[]), "");
    }
    let page = html(|| settled(at(""), sea()));
    let line = page.split('<').find(|tag| tag.contains("update")).expect("a line");
    assert!(line.contains(r#"role="status""#), "it is there to be heard: {line}");
}
