//! The documents of the reader's own: they come in, are there again, are changed, put into collections,
//! and go; in another open page too.

use std::collections::BTreeSet;

use jianyue::protocol::{Answer, Cause, Done, Given, Reading, Request, Response, Trouble, What};
use jianyue::state::{
    Action, Elsewhere, LibraryStep, Status, Stored, collection_name, collection_names,
    collection_of, in_collection,
};
use jianyue::ui::{Language, wording};

use crate::own::{Kept, Tab, done, opened, refused, step, with_three};
use crate::rendered::{BUILD, at, html, html_in, read};

fn asked(tab: &Tab) -> Option<Request> {
    tab.state().asked.as_ref().map(|question| question.request.clone())
}

#[test]
fn files_come_in_and_are_read_and_searched() {
    let (mut tab, mut kept) = opened();
    assert!(tab.jobs.is_empty(), "nothing is loaded before it is needed");
    tab.give(&[("夹/a.txt", "山里\n深海之外"), ("b.txt", "河边"), ("c.txt", "")]);
    let told = tab.settle(&mut kept);
    assert_eq!(tab.jobs, ["take 夹/a.txt b.txt c.txt"]);
    assert_eq!(told, [Elsewhere::Taking]);
    assert_eq!(tab.listed(), ["port", "deep", "夹/a", "b"]);
    let intake = &tab.state().intake;
    assert!(!intake.is_running() && !intake.is_idle());
    assert_eq!(
        (intake.given.0, intake.done, intake.taken, intake.known),
        (3, (3, intake.given.1), 2, 0)
    );
    assert_eq!(refused(tab.state()), [("c.txt".to_owned(), Cause::Empty)]);
    tab.apply(Action::Typed("深海之外".to_owned()));
    tab.settle(&mut kept);
    assert_eq!(tab.state().results().map(|found| found.total), Some(1));
    tab.apply(Action::Opened("夹/a".to_owned(), None));
    tab.settle(&mut kept);
    assert_eq!(tab.state().page().map(|page| page.title.as_str()), Some("山里"));
    tab.apply(step(LibraryStep::Dismissed));
    assert!(tab.state().intake.is_idle());
    // Once more: they are there.
    tab.give(&[("夹/a.txt", "山里\n深海之外")]);
    tab.settle(&mut kept);
    assert_eq!((tab.state().intake.known, tab.state().intake.taken), (1, 0));
}

#[test]
fn what_is_kept_is_there_again_in_turn_with_other_questions() {
    let (mut first, mut kept) = opened();
    let files: Vec<(String, String)> =
        (0..9).map(|number| (format!("{number}.txt"), format!("书{number}"))).collect();
    let given: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    first.give(&given);
    first.settle(&mut kept);
    let mut tab = Tab::new(at("#doc=7"));
    let mut all = Vec::new();
    while let Some(request) = asked(&tab) {
        assert!(!tab.state().is_missing(), "it may still come");
        all.push(request);
        // In between a search is answered as ever: documents give way to it.
        if all.len() == 6 {
            assert_eq!(all.pop(), Some(Request::Shelve));
            tab.apply(Action::Typed("深海".to_owned()));
            while !matches!(asked(&tab), Some(Request::Search(_))) {
                all.extend(asked(&tab));
                tab.ask_engine(&kept);
            }
            assert!(all.len() <= 6, "nothing comes before it but the article: {all:?}");
        }
        tab.ask_engine(&kept);
    }
    assert_eq!(all.iter().filter(|request| **request == Request::Shelve).count(), 5);
    assert_eq!(tab.listed().len(), 11);
    assert_eq!(tab.state().page().map(|page| page.title.as_str()), Some("书7"));
    // At the start, after 2, 8 and all of them.
    assert_eq!(tab.contents, 4);
    // Where there are none, it is asked once.
    let mut none = Tab::new(at("#doc=7"));
    none.settle(&mut Kept::default());
    assert!(none.state().is_missing());
    assert_eq!(none.contents, 1);
}

#[test]
fn a_question_that_can_wait_has_its_turn_while_documents_come_in() {
    let (mut first, mut kept) = opened();
    first.give(&[
        ("1.txt", "甲"),
        ("2.txt", "乙"),
        ("3.txt", "丙"),
        ("4.txt", "丁"),
        ("5.txt", "戊"),
    ]);
    first.settle(&mut kept);
    let mut tab = Tab::new(at(""));
    tab.ask_engine(&kept);
    tab.apply(Action::NewWord(jianyue::state::NewWord::Wanted));
    assert_eq!(asked(&tab), Some(Request::Shelve));
    tab.ask_engine(&kept);
    while asked(&tab) == Some(Request::Contents(0)) {
        tab.ask_engine(&kept);
    }
    assert!(matches!(asked(&tab), Some(Request::Shelve | Request::NewWords(..))));
    tab.settle(&mut kept);
    assert!(tab.state().new_words.is_there());
    assert_eq!(tab.listed().len(), 7);
}

#[test]
fn what_comes_in_while_documents_are_asked_for_is_asked_for_too() {
    let (mut tab, mut kept) = opened();
    tab.give(&[("a.txt", "山里")]);
    tab.read();
    tab.work(&mut kept);
    let question = tab.state().asked.clone().expect("a question");
    assert_eq!(question.request, Request::Shelve);
    tab.give(&[("b.txt", "河边")]);
    tab.read();
    tab.work(&mut kept);
    assert_eq!(tab.state().asked.as_ref(), Some(&question), "it is still under way");
    // The storage was read before the second was written.
    let response = Response::Shelved { count: 0, is_done: true, outdated: Vec::new() };
    let answer = Answer { number: question.number, build: BUILD.to_owned(), response };
    tab.apply(Action::Answered(answer));
    tab.settle(&mut kept);
    assert_eq!(tab.listed(), ["port", "deep", "a", "b"]);
}

#[test]
fn they_are_listed_when_they_are_looked_at_and_filtered() {
    let (tab, _) = with_three();
    let holdings = &tab.state().holdings;
    let listed = |typed: &str, collection: &str, damaged| {
        let all = holdings.listed(typed, collection, damaged);
        all.iter().map(|of| of.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(tab.jobs, ["list", "take a.txt b.txt c.txt"]);
    assert_eq!(listed("", "", false), "a b c");
    assert_eq!(listed("河", "", false), "b");
    assert_eq!(listed("A.TXT", "", false), "a");
    assert_eq!(listed("", "", true), "c");
    assert_eq!(listed("", "集", false), "");
}

#[test]
fn they_are_described_read_again_and_removed() {
    let (mut tab, mut kept) = with_three();
    let given = Given {
        title: "山中".to_owned(),
        date: "1999".to_owned(),
        collections: vec!["集".to_owned()],
        ..Given::default()
    };
    tab.apply(step(LibraryStep::Describe(vec![(1, given)])));
    let told = tab.settle(&mut kept);
    assert_eq!(told, [Elsewhere::Changed(vec![1])]);
    let entry =
        tab.state().contents.iter().flat_map(|all| all.iter()).find(|of| of.id == "a").cloned();
    let entry = entry.expect("it is there");
    assert_eq!((entry.title.as_str(), entry.date.as_str()), ("山中", "1999"));
    assert_eq!(tab.state().holdings.collections(), ["集"]);

    tab.apply(Action::Opened("c".to_owned(), None));
    let reading = Reading { encoding: Some("Big5".to_owned()), is_restored: Some(true) };
    tab.apply(step(LibraryStep::Again(3, reading)));
    tab.settle(&mut kept);
    assert_eq!(tab.state().holdings.listed("", "", true)[0].encoding, "Big5");
    assert!(tab.state().page().is_some());

    tab.apply(step(LibraryStep::Remove(vec![1, 3])));
    assert_eq!(tab.settle(&mut kept), [Elsewhere::Removed(vec![1, 3])]);
    assert_eq!(kept.all.keys().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(tab.state().holdings.listed("", "", false).len(), 1);
    tab.apply(step(LibraryStep::Opened));
    assert!(tab.state().jobs.to_do.is_none(), "they are listed already");
}

#[test]
fn where_reading_again_gives_no_text_that_is_said() {
    let (mut tab, mut kept) = with_three();
    let reading = Reading { encoding: Some("UTF-16LE".to_owned()), is_restored: None };
    tab.apply(step(LibraryStep::Again(3, reading.clone())));
    tab.apply(done(What::Changed(Vec::new()), 1));
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::NoText));
    assert_eq!(tab.state().holdings.listed("", "", true)[0].encoding, "UTF-8");
    // Another reading gives some.
    tab.apply(step(LibraryStep::Again(3, reading)));
    tab.settle(&mut kept);
    assert_eq!(tab.state().holdings.trouble, None);
}

#[test]
fn another_open_page_follows() {
    let (mut one, mut kept) = with_three();
    let mut other = Tab::new(at(""));
    other.settle(&mut kept);
    other.apply(step(LibraryStep::Opened));
    other.settle(&mut kept);
    assert_eq!(other.listed().len(), 5);
    one.give(&[("d.txt", "路上")]);
    let heard = |tab: &mut Tab, kept: &mut Kept, told: Vec<Elsewhere>| {
        for what in told {
            let what = Elsewhere::from_text(&what.to_text()).expect("it is understood");
            tab.apply(step(LibraryStep::Elsewhere(what)));
            tab.settle(kept);
        }
    };
    let mut told = one.settle(&mut kept);
    told.push(Elsewhere::Taken);
    heard(&mut other, &mut kept, told);
    assert_eq!(other.listed().len(), 6);
    assert_eq!(other.state().holdings.listed("", "", false).len(), 4);
    other.apply(Action::Typed("路上".to_owned()));
    other.settle(&mut kept);
    assert_eq!(other.state().results().map(|found| found.total), Some(1));
    one.apply(step(LibraryStep::Describe(vec![(
        4,
        Given { title: "在路上".into(), ..Given::default() },
    )])));
    let told = one.settle(&mut kept);
    heard(&mut other, &mut kept, told);
    assert_eq!(other.state().holdings.listed("在路", "", false).len(), 1);
    one.apply(step(LibraryStep::Remove(vec![4])));
    let told = one.settle(&mut kept);
    assert_eq!(told, [Elsewhere::Removed(vec![4])]);
    for what in ["", "more", "changed x", "taken 1", "removed -1"] {
        assert_eq!(Elsewhere::from_text(what), None, "{what}");
    }
}

#[test]
fn what_is_found_becomes_a_collection_but_what_is_not_the_readers_own() {
    let (mut tab, mut kept) = with_three();
    tab.apply(Action::Typed("深海".to_owned()));
    tab.settle(&mut kept);
    tab.apply(step(LibraryStep::Collect(" 海 集 ".to_owned())));
    tab.settle(&mut kept);
    let collected = tab.state().holdings.collected.clone().expect("it is told");
    assert_eq!((collected.name.as_str(), collected.count, collected.left_out), ("海 集", 1, 2));
    assert_eq!(tab.state().holdings.collections(), ["海 集"]);
    assert_eq!(tab.jobs.last().map(String::as_str), Some("describe 1"));
    // Again: nothing is left to be said.
    tab.apply(step(LibraryStep::Collect("海 集".to_owned())));
    tab.settle(&mut kept);
    assert_eq!(tab.jobs.iter().filter(|job| job.starts_with("describe")).count(), 1);
    let names = ["海 集".to_owned()];
    tab.apply(Action::Typed(in_collection("深海", &names, Some("海 集"))));
    tab.settle(&mut kept);
    assert_eq!(tab.state().results().map(|found| found.articles), Some(1));
    let found = tab.state().asked.is_none();
    assert!(found);
}

#[test]
fn collections_are_named_and_searched_one_at_a_time() {
    assert_eq!(collection_name("  报  纸\t\"一\" "), "报 纸 ″一″");
    assert_eq!(collection_names("甲，乙, 甲、 丙 丁 ,"), ["甲", "乙", "丙 丁"]);
    let names = ["甲".to_owned(), "乙 丙".to_owned()];
    let one = in_collection("重庆", &names, Some("甲"));
    assert_eq!((one.as_str(), collection_of(&one, &names)), ("重庆 set:\"甲\"", Some(0)));
    let other = in_collection(&one, &names, Some("乙 丙"));
    assert_eq!((other.as_str(), collection_of(&other, &names)), ("重庆 set:\"乙 丙\"", Some(1)));
    assert_eq!(in_collection(&other, &names, None), "重庆");
    let either = in_collection("甲 | 乙", &names, Some("甲"));
    assert_eq!(either, "(甲 | 乙) set:\"甲\"");
}

#[test]
fn documents_that_another_version_has_made_are_made_anew() {
    let (_, mut kept) = with_three();
    kept.outdated = vec![1, 2];
    let mut tab = Tab::new(at(""));
    tab.settle(&mut kept);
    assert_eq!(tab.jobs, ["renew [1, 2]"]);
    assert_eq!(
        tab.listed().iter().map(String::as_str).collect::<BTreeSet<_>>(),
        ["a", "b", "c", "deep", "port"].into()
    );
}

#[test]
fn a_workshop_of_another_build_is_refused() {
    let (mut tab, _) = opened();
    let other = Done { build: "another".to_owned(), what: What::Listed(Vec::new()) };
    tab.apply(step(LibraryStep::Answered(Box::new(other), 1)));
    assert!(matches!(tab.state().status, Status::Failed(_)));
}

/// The page of a reader with three documents, in a state that a step leads to.
fn dialog(language: Language, then: impl FnOnce(&mut Tab, &mut Kept) + Send + 'static) -> String {
    let page = html_in(language, move || {
        let (mut tab, mut kept) = with_three();
        then(&mut tab, &mut kept);
        tab.state.take().expect("a state")
    });
    read(&page, r#"id="library""#, "</dialog>")
}

#[test]
fn the_dialog_lists_them_with_what_is_known_and_what_became_of_files() {
    let shown = dialog(Language::Simplified, |tab, _| {
        let stored = Stored { used: 1_234_000, most: 3_000_000_000, is_persistent: false };
        tab.apply(step(LibraryStep::Stored(stored)));
    });
    assert!(shown.contains("导入 3 篇，已有 0 篇，未收 0 个"), "{shown}");
    assert!(shown.contains("3 篇中的 3 篇") && shown.contains("有损坏"), "{shown}");
    assert!(
        shown.contains("山里") && shown.contains("a.txt") && shown.contains("UTF-8"),
        "{shown}"
    );
    assert!(shown.contains("已用 1.2 MB，可用 3 GB") && shown.contains("可能会清除"), "{shown}");
    let english = dialog(Language::English, |tab, _| tab.apply(step(LibraryStep::Dismissed)));
    assert!(english.contains("3 of 3 documents") && !english.contains("taken in,"), "{english}");
}

#[test]
fn each_cause_is_said_with_its_way_out_in_every_language() {
    let causes = [
        Cause::Empty,
        Cause::Unknown,
        Cause::TooLarge { bytes: 312_000_000, most: 200_000_000 },
        Cause::Bomb { most: 1_000_000_000 },
        Cause::TooMany { most: 100_000 },
        Cause::Nested,
        Cause::BadPath,
        Cause::Locked,
        Cause::Scanned { pages: 12 },
        Cause::NoText { columns: vec!["id".to_owned(), "body".to_owned()] },
        Cause::Broken { what: "no end".to_owned() },
    ];
    for language in Language::ALL {
        language.speak();
        let said: BTreeSet<String> = causes.iter().map(wording::cause).collect();
        assert_eq!(said.len(), causes.len());
        let (closed, program) = (Trouble::Closed("x".into()), Trouble::Program("y".into()));
        for trouble in [Trouble::Full, closed, Trouble::NoText, program] {
            assert!(!wording::trouble(&trouble).is_empty());
        }
    }
    Language::English.speak();
    assert_eq!(
        wording::cause(&causes[2]),
        "it has 312 MB, and 200 MB at most can be taken; split it first"
    );
    assert!(wording::cause(&causes[4]).contains("100,000 files"));
    let sizes = [0, 999, 1_000, 1_234, 56_789, 1_000_000, 2_345_678_901].map(wording::bytes);
    assert_eq!(sizes, ["0 B", "999 B", "1 KB", "1.2 KB", "57 KB", "1 MB", "2.3 GB"]);
}

#[test]
fn names_full_of_markup_are_only_text() {
    let page = html(|| {
        let (mut tab, mut kept) = opened();
        tab.apply(step(LibraryStep::Opened));
        tab.give(&[("<img src=x onerror=alert(1)>.txt", "<script>alert(1)</script>\u{202e}")]);
        tab.give(&[("<b>.txt", "")]);
        tab.settle(&mut kept);
        tab.state.take().expect("a state")
    });
    assert!(!page.contains("<script>") && !page.contains("<img"), "it is text");
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;.txt"));
}
