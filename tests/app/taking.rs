//! Files on their way into the library: in batches, stopped, refused; whatever becomes of the workshop.

use jianyue::protocol::{Cause, Job, Taken, Trouble, What};
use jianyue::state::{Action, LibraryStep, Offered, in_collection};
use jianyue::ui::wording;

use crate::own::{done, opened, refused, step, with_three};
use crate::rendered::{html, read};

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
fn what_is_given_while_others_are_being_stopped_is_taken() {
    let (mut tab, mut kept) = opened();
    let large = "大".repeat(500_000);
    tab.give(&[("a.txt", &large), ("b.txt", "末")]);
    tab.read();
    tab.apply(step(LibraryStep::Stopped));
    assert!(tab.state().intake.is_running(), "what the workshop has is waited for");
    tab.apply(step(LibraryStep::Looking(true, 2)));
    tab.give(&[("c.txt", "路上")]);
    tab.apply(step(LibraryStep::Looking(false, 3)));
    tab.settle(&mut kept);
    assert!(!tab.state().intake.is_running() && !tab.state().intake.is_stopped);
    assert_eq!(tab.listed(), ["port", "deep", "a", "c"]);
}

#[test]
fn the_next_batch_is_read_while_the_workshop_has_one_but_no_more() {
    let (mut tab, mut kept) = opened();
    let files: Vec<(String, String)> =
        (0..300).map(|number| (format!("{number}.txt"), format!("书{number}"))).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    tab.give(&files);
    assert!(tab.read() && tab.read(), "the second while the first is with the workshop");
    assert!(!tab.read(), "and no third");
    // The workshop dies of the first: all of it is given again one by one, and nothing twice.
    tab.apply(step(LibraryStep::Broke("gone".to_owned())));
    tab.settle(&mut kept);
    assert_eq!(tab.jobs.len(), 100 + 2);
    assert_eq!((tab.state().intake.taken, tab.state().intake.known), (300, 0));
    assert_eq!(tab.state().intake.done, tab.state().intake.given);
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
fn a_file_whose_work_never_ends_is_refused_when_the_reader_stops() {
    let (mut tab, mut kept) = opened();
    tab.give(&[("a.txt", "山里")]);
    tab.read();
    tab.apply(step(LibraryStep::Stopped));
    assert!(tab.state().intake.is_running(), "it is waited for");
    tab.apply(step(LibraryStep::Broke("silent".to_owned())));
    assert_eq!(tab.state().jobs.deaths, 1, "the workshop is ended");
    assert!(!tab.state().intake.is_running());
    let broken = Cause::Broken { what: "silent".to_owned() };
    assert_eq!(refused(tab.state()), [("a.txt".to_owned(), broken)]);
    // Others are taken by another workshop.
    tab.give(&[("b.txt", "河边")]);
    tab.settle(&mut kept);
    assert_eq!(tab.listed(), ["port", "deep", "b"]);
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
fn a_workshop_that_has_had_files_rests_when_nothing_is_left_to_do() {
    let (mut tab, mut kept) = opened();
    tab.apply(step(LibraryStep::Opened));
    tab.settle(&mut kept);
    assert!(!tab.state().can_rest(), "a list is not much");
    tab.give(&[("a.txt", "山里"), ("b.txt", "河边")]);
    assert!(!tab.state().can_rest());
    tab.settle(&mut kept);
    assert!(tab.state().can_rest());
    // What it holds of an archive waits for the reader.
    let brought = jianyue::protocol::Brought { number: 1, ..Default::default() };
    tab.apply(done(What::Brought(brought), 2));
    assert!(!tab.state().can_rest());
    tab.apply(step(LibraryStep::Broke("gone".to_owned())));
    assert!(!tab.state().can_rest(), "there is none");
    tab.give(&[("c.txt", "路上")]);
    tab.settle(&mut kept);
    assert!(tab.state().can_rest());
    tab.apply(step(LibraryStep::Rested));
    assert!(!tab.state().can_rest());
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
