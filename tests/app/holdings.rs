//! The documents of the reader's own: they come in, are there again, are changed, put into collections,
//! and go; whatever becomes of the workshop.

use std::collections::BTreeSet;

use jianyue::protocol::{Cause, Done, Given, Job, Reading, Refused, Request, Taken, Trouble, What};
use jianyue::state::{
    Action, Elsewhere, LibraryStep, Offered, State, Status, Stored, collection_name,
    collection_names, collection_of, in_collection,
};
use jianyue::ui::{Language, wording};

use crate::own::{Kept, Tab, done, step};
use crate::rendered::{at, html, html_in, read};

/// A page with nothing of the reader's own, and what its browser keeps.
fn opened() -> (Tab, Kept) {
    let (mut tab, mut kept) = (Tab::new(at("")), Kept::default());
    tab.settle(&mut kept);
    (tab, kept)
}

/// Who keeps three documents.
fn with_three() -> (Tab, Kept) {
    let (mut tab, mut kept) = opened();
    tab.apply(step(LibraryStep::Opened));
    tab.give(&[("a.txt", "山里\n深海之外"), ("b.txt", "河边"), ("c.txt", "坏\u{fffd}")]);
    tab.settle(&mut kept);
    (tab, kept)
}

fn refused(state: &State) -> Vec<(String, Cause)> {
    state.intake.refused().map(|Refused { path, cause }| (path.clone(), cause.clone())).collect()
}

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
        // In between a search is answered as ever.
        if all.len() == 6 {
            tab.apply(Action::Typed("深海".to_owned()));
            let mut before = Vec::new();
            while !matches!(asked(&tab), Some(Request::Search(_))) {
                before.extend(asked(&tab));
                tab.ask_engine(&kept);
            }
            assert!(before.len() <= 2, "what was asked before, and the article: {before:?}");
            all.extend(before.into_iter().skip(1));
        }
        tab.ask_engine(&kept);
    }
    assert_eq!(all.iter().filter(|request| **request == Request::Shelve).count(), 5);
    assert_eq!(tab.listed().len(), 11);
    assert_eq!(tab.state().page().map(|page| page.title.as_str()), Some("书7"));
    // At the start, after 2, 4, 8 and all of them.
    assert_eq!(tab.contents, 5);
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
    while asked(&tab) == Some(Request::Contents) {
        tab.ask_engine(&kept);
    }
    assert!(matches!(asked(&tab), Some(Request::Shelve | Request::NewWords(..))));
    tab.settle(&mut kept);
    assert!(tab.state().new_words.is_there());
    assert_eq!(tab.listed().len(), 7);
}

#[test]
fn files_go_in_batches_of_a_megabyte_or_a_hundred_and_large_ones_in_pieces() {
    let (mut tab, mut kept) = opened();
    let small: Vec<(String, String)> =
        (0..250).map(|number| (format!("{number}.txt"), format!("书{number}"))).collect();
    let small: Vec<(&str, &str)> =
        small.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    tab.give(&small);
    let (half, large) = ("半".repeat(200_000), "大".repeat(3_000_000));
    let other = format!("{half}。");
    tab.give(&[("half.txt", &half), ("other.txt", &other), ("large.txt", &large), ("z.txt", "末")]);
    let mut sizes = Vec::new();
    loop {
        let files = tab.state().jobs.to_do.as_ref().and_then(|(_, job)| match &**job {
            Job::Take(batch) => Some((
                batch.files.len(),
                batch.files.iter().map(|file| file.bytes.len()).sum::<usize>(),
            )),
            _ => None,
        });
        sizes.extend(files);
        if !(tab.work(&mut kept).is_some() || tab.read() || tab.ask_engine(&kept)) {
            break;
        }
    }
    let counts: Vec<usize> = sizes.iter().map(|(files, _)| *files).collect();
    assert_eq!(counts, [100, 100, 50, 1, 1, 1, 1, 1, 1]);
    assert!(sizes.iter().all(|&(_, bytes)| bytes <= 4_000_000), "{sizes:?}");
    let intake = &tab.state().intake;
    assert_eq!((intake.done, intake.taken), (intake.given, 254));
    assert_eq!(kept.all.values().filter(|(_, text)| *text == large).count(), 1, "it is whole");
}

#[test]
fn more_can_be_given_while_some_are_under_way() {
    let (mut tab, mut kept) = opened();
    tab.give_to("一集", &[("a.txt", "山里")]);
    tab.read();
    tab.give_to("二集", &[("b.txt", "河边")]);
    assert_eq!(tab.state().intake.given.0, 2);
    tab.settle(&mut kept);
    assert_eq!(tab.jobs, ["take a.txt", "take b.txt"]);
    let all = tab.state().contents.clone().expect("articles");
    let collections: Vec<&str> =
        all.iter().flat_map(|of| &of.collections).map(String::as_str).collect();
    assert_eq!(collections, ["一集", "二集"]);
    tab.apply(Action::Typed(in_collection(
        "山 | 河",
        &["一集".into(), "二集".into()],
        Some("二集"),
    )));
    tab.settle(&mut kept);
    assert_eq!(tab.state().results().map(|found| found.articles), Some(1));
}

#[test]
fn the_contents_are_not_sent_for_each_batch() {
    let (mut tab, mut kept) = opened();
    let files: Vec<(String, String)> =
        (0..1600).map(|number| (format!("{number}.txt"), format!("书{number}"))).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    tab.give(&files);
    tab.settle(&mut kept);
    assert_eq!(tab.jobs.len(), 16);
    assert_eq!(tab.listed().len(), 1602);
    assert!(tab.contents < 16, "{} times", tab.contents);
}

#[test]
fn the_time_left_is_told_by_what_is_done() {
    let (mut tab, mut kept) = opened();
    assert_eq!(tab.state().intake.rate(), None);
    let text = "书".repeat(300_000);
    let others: Vec<String> = (0..4).map(|number| format!("{text}{number}")).collect();
    let files: Vec<(&str, &str)> =
        ["a", "b", "c", "d"].into_iter().zip(others.iter().map(String::as_str)).collect();
    tab.give(&files);
    tab.read();
    tab.work(&mut kept);
    let intake = &tab.state().intake;
    assert_eq!((intake.rate(), intake.seconds_left()), (Some(900_001), Some(3)));
    let said = wording::taking_state(intake);
    assert_eq!(said[0], "4 个文件中的 1 个，3.6 MB 中的 900 KB");
    assert_eq!(said[1], "每秒 900 KB，还要 3 秒");
    assert_eq!(wording::taking(intake), "正在导入，20%");
}

#[test]
fn who_stops_keeps_what_has_come() {
    let (mut tab, mut kept) = opened();
    let large = "大".repeat(500_000);
    let other = format!("{large}。");
    tab.give(&[("a.txt", &large), ("b.txt", &other), ("c.txt", "末")]);
    tab.read();
    tab.apply(step(LibraryStep::Stopped));
    assert_eq!(tab.state().jobs.stops, 1);
    assert!(tab.state().intake.is_running(), "what the workshop has is waited for");
    tab.settle(&mut kept);
    let intake = &tab.state().intake;
    assert!(!intake.is_running() && intake.is_stopped);
    assert_eq!((intake.given.0, intake.done.0, intake.taken), (3, 1, 1));
    assert_eq!(tab.listed(), ["port", "deep", "a"]);
    // Afterwards others can be given.
    tab.give(&[("c.txt", "末")]);
    tab.settle(&mut kept);
    // What came before is still said, until that was seen.
    assert_eq!((tab.state().intake.given.0, tab.state().intake.taken), (2, 2));
    assert_eq!(tab.state().intake.percent(), Some(100));
}

#[test]
fn a_file_that_ends_the_workshop_is_refused_and_no_other() {
    let (mut tab, mut kept) = opened();
    tab.give(&[("a.txt", "山里"), ("bad.txt", "毒"), ("c.txt", "河边")]);
    let mut died = 0;
    loop {
        let is_bad = tab.state().jobs.to_do.as_ref().is_some_and(|(_, job)| match &**job {
            Job::Take(batch) => batch.files.iter().any(|file| file.path == "bad.txt"),
            _ => false,
        });
        if is_bad {
            died += 1;
            tab.apply(step(LibraryStep::Broke("unreachable".to_owned())));
            assert_eq!(tab.state().jobs.deaths, died, "another is to be started");
        } else if !(tab.ask_engine(&kept) || tab.read() || tab.work(&mut kept).is_some()) {
            break;
        }
    }
    assert_eq!(died, 2);
    let broken = Cause::Broken { what: "unreachable".to_owned() };
    assert_eq!(refused(tab.state()), [("bad.txt".to_owned(), broken)]);
    assert_eq!(tab.listed(), ["port", "deep", "a", "c"]);
    assert_eq!(tab.state().intake.done, tab.state().intake.given);
}

#[test]
fn where_no_workshop_can_be_had_the_files_are_given_up_and_that_is_said() {
    let (mut tab, _) = opened();
    let files: Vec<(String, String)> =
        (0..20).map(|number| (format!("{number}.txt"), format!("书{number}"))).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    tab.give(&files);
    for _ in 0..5 {
        tab.read();
        tab.apply(step(LibraryStep::Broke("no such file".to_owned())));
    }
    assert!(!tab.state().intake.is_running());
    let trouble = Trouble::Program("no such file".to_owned());
    assert_eq!(tab.state().holdings.trouble, Some(trouble));
}

#[test]
fn where_there_is_no_room_the_rest_is_left_and_what_has_come_is_there() {
    let (mut tab, mut kept) = opened();
    let large = "大".repeat(500_000);
    tab.give(&[("a.txt", "山里")]);
    tab.settle(&mut kept);
    tab.give(&[("b.txt", &large), ("c.txt", "末")]);
    tab.read();
    tab.apply(done(What::Failed(Trouble::Full), 5));
    tab.settle(&mut kept);
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::Full));
    assert!(!tab.state().intake.is_running());
    assert_eq!(tab.listed(), ["port", "deep", "a"]);
    tab.apply(step(LibraryStep::Dismissed));
    assert_eq!(tab.state().holdings.trouble, None);
}

#[test]
fn a_file_too_large_or_gone_harms_no_other() {
    let (mut tab, mut kept) = opened();
    let huge = Offered { number: 99, path: "huge.pdf".to_owned(), bytes: 200_000_001 };
    tab.apply(step(LibraryStep::Offered(vec![huge], "".into(), 0)));
    let (large, number) = ("大".repeat(2_000_000), 2);
    tab.give(&[("a.txt", "山里"), ("large.txt", &large), ("z.txt", "末")]);
    // Of the large one the first piece is read, then it is gone.
    while tab.state().jobs.to_do.as_ref().is_none_or(
        |(_, job)| !matches!(&**job, Job::Take(batch) if batch.files[0].path == "large.txt"),
    ) {
        assert!(tab.ask_engine(&kept) || tab.read() || tab.work(&mut kept).is_some());
    }
    tab.work(&mut kept);
    tab.lose(number);
    tab.settle(&mut kept);
    assert_eq!(tab.state().jobs.stops, 1, "the workshop drops what it has of it");
    let most = 200_000_000;
    let causes = [
        ("huge.pdf".to_owned(), Cause::TooLarge { bytes: most + 1, most }),
        ("large.txt".to_owned(), Cause::Broken { what: "gone".to_owned() }),
    ];
    assert_eq!(refused(tab.state()), causes);
    assert_eq!(tab.state().intake.done, tab.state().intake.given);
    assert_eq!(tab.listed(), ["port", "deep", "a", "z"]);
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
fn words_are_cut_before_the_next_files_come() {
    use jianyue::state::{Amend, Amendment};
    let (mut tab, mut kept) = opened();
    tab.give(&[("a.txt", "山里")]);
    let word = Amend::Set("深海".to_owned(), Some(Amendment::word("n")));
    tab.apply(Action::Word(word));
    while tab.ask_engine(&kept) {}
    tab.read();
    let to_do = tab.state().jobs.to_do.clone().expect("a job");
    let Job::Cut(cut) = &*to_do.1 else { panic!("{to_do:?}") };
    let words = cut.texts.iter().map(|_| Vec::new()).collect();
    let cut = jianyue::protocol::CutUp {
        number: cut.number,
        build: crate::rendered::BUILD.to_owned(),
        words: Ok(words),
    };
    tab.apply(done(What::Cut(cut), 1));
    assert!(matches!(&*tab.state().jobs.to_do.as_ref().expect("a job").1, Job::Take(_)));
    // If the workshop dies of it, only that is said; the files wait.
    let (mut tab, _) = opened();
    tab.apply(Action::Word(Amend::Set("深海".to_owned(), Some(Amendment::word("n")))));
    while tab.ask_engine(&kept) {}
    tab.give(&[("a.txt", "山里")]);
    tab.apply(step(LibraryStep::Broke("gone".to_owned())));
    assert!(matches!(tab.state().amendments.cutting(), jianyue::state::Cutting::Failed(_)));
    tab.settle(&mut kept);
    assert_eq!(tab.state().intake.taken, 1);
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
fn while_files_come_a_line_says_how_far_and_can_be_stopped() {
    let page = html(|| {
        let (mut tab, _) = opened();
        tab.give(&[("夹/a.txt", "山里")]);
        tab.state.take().expect("a state")
    });
    assert_eq!(page.matches("正在导入，0%").count(), 2, "outside of the dialog and in it");
    let dialog = read(&page, r#"id="library""#, "</dialog>");
    assert!(dialog.contains("夹/a.txt") && dialog.contains("停止"), "{dialog}");
    assert_eq!(page.matches("<progress").count(), 2);
    let idle = html(|| opened().0.state.take().expect("a state"));
    assert!(!idle.contains("<progress") && idle.contains(r#"class="to-library""#));
    assert!(!idle.contains(r#"class="contents-tools collections""#));
}

#[test]
fn each_cause_is_said_with_its_way_out_in_every_language() {
    let causes = [
        Cause::Empty,
        Cause::Unknown,
        Cause::TooLarge { bytes: 312_000_000, most: 200_000_000 },
        Cause::Bomb { most: 1_000_000_000 },
        Cause::TooMany { most: 100_000 },
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
        for trouble in [Trouble::Full, Trouble::Closed("x".into()), Trouble::Program("y".into())] {
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

/// Nothing that any workshop answers, in any order, makes the state panic or wait for ever.
#[test]
fn answers_that_nobody_asked_for_change_nothing() {
    let (mut tab, mut kept) = with_three();
    let taken = Taken { number: 77, is_done: true, ..Taken::default() };
    for what in [What::Taken(taken), What::Removed(vec![9]), What::Changed(Vec::new())] {
        tab.apply(done(what, 1));
        tab.settle(&mut kept);
    }
    assert_eq!(tab.listed().len(), 5);
    assert_eq!(tab.state().holdings.listed("", "", false).len(), 3);
}
