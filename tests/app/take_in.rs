//! All that is the reader's own goes out of the page as one file; and of one that is given nothing is
//! taken before it was asked what.

use std::collections::BTreeMap;

use jianyue::engine::Anchor;
use jianyue::notes::{Note, to_record};
use jianyue::protocol::{Batch, Brought, Exported, Job, Taken, Trouble, What};
use jianyue::state::{ADDRESSES, Action, LibraryStep, Recall, TakeOutStep, ToRecall};
use jianyue::ui::recall::{
    Kept as Records, NOTES, PATCHES, POSITIONS, PREFERENCES, to_json, to_write as written,
};
use jianyue::ui::{Language, Preferences, wording};

use crate::own::{Kept, Tab, done, opened, step, with_three};
use crate::rendered::{html, html_in, read};

/// What of these records is written, where none of their documents has another id.
fn to_write(browser: &str, here: &Records, wanted: Recall) -> Records {
    let (browser, renamed) = (browser.to_owned(), BTreeMap::new());
    written(&ToRecall { browser, wanted, renamed }, here)
}

fn take_out(of: TakeOutStep) -> Action {
    step(LibraryStep::TakeOut(of))
}

#[test]
fn all_of_it_is_gathered_written_and_saved_once() {
    let (mut tab, mut kept) = with_three();
    assert!(tab.state().take_out.is_idle());
    tab.apply(take_out(TakeOutStep::Wanted));
    assert!(tab.state().take_out.is_wanted, "the page gathers what it adds");
    let added = vec![("browser.json".to_owned(), "{}".to_owned())];
    tab.apply(take_out(TakeOutStep::Gathered(added.clone())));
    tab.apply(done(What::Packed(1, 3), 1));
    assert_eq!(tab.state().take_out.packing, Some((1, 3)));
    tab.settle(&mut kept);
    assert_eq!((tab.jobs.last().map(String::as_str), kept.added), (Some("export 1"), added));
    let to_save = tab.state().take_out.to_save().cloned().expect("it is written");
    assert_eq!((to_save.documents, to_save.address.as_str()), (3, "blob:1"));
    tab.apply(take_out(TakeOutStep::Saved));
    assert!(tab.state().take_out.to_save().is_none());
    tab.apply(take_out(TakeOutStep::Seen));
    assert!(tab.state().take_out.is_idle());
    // What is too large for one file comes in several, and each is saved.
    tab.apply(take_out(TakeOutStep::Wanted));
    tab.apply(take_out(TakeOutStep::Gathered(Vec::new())));
    let part = Exported { documents: 2, bytes: 1_000, ..Exported::default() };
    tab.apply(done(What::Exported(part.clone()), 1));
    assert!(tab.state().jobs.to_do.is_some() && tab.state().take_out.to_save().is_some());
    tab.apply(take_out(TakeOutStep::Saved));
    assert!(tab.state().take_out.to_save().is_none() && !tab.state().take_out.is_saved());
    tab.apply(done(What::Exported(Exported { is_last: true, documents: 1, ..part }), 2));
    assert!(tab.state().jobs.to_do.is_none() && !tab.state().take_out.is_saved());
    tab.apply(take_out(TakeOutStep::Saved));
    assert!(tab.state().take_out.is_saved());
    let said = wording::taken_out(&tab.state().take_out.exported);
    assert!(said[0].contains("3 篇，2 KB") && said[1].contains("2 个文件"), "{said:?}");
    assert_eq!(wording::take_out_file(0, "2026-11-29"), "检阅 2026-11-29.zip");
    assert_eq!(wording::take_out_file(1, "2026-11-29"), "检阅 2026-11-29 (2).zip");
    tab.apply(take_out(TakeOutStep::Seen));
    // If it fails that is said, and it can be tried again.
    tab.apply(take_out(TakeOutStep::Wanted));
    tab.apply(take_out(TakeOutStep::Gathered(Vec::new())));
    tab.apply(done(What::Failed(Trouble::Program("no memory".to_owned())), 1));
    assert!(tab.state().take_out.is_idle());
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::Program("no memory".to_owned())));
}

/// An archive with these documents was given to a page.
fn asked(documents: &[(&str, &str)]) -> (Tab, Kept) {
    let (mut tab, mut kept) = opened();
    tab.apply(step(LibraryStep::Opened));
    tab.give(&[("a.txt", "山里")]);
    tab.settle(&mut kept);
    tab.apply(step(LibraryStep::Dismissed));
    let text = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
    kept.archive = documents.iter().map(text).collect();
    tab.give(&[("检阅.zip", "PK")]);
    tab.read();
    let brought = Brought {
        number: 1,
        path: "检阅.zip".to_owned(),
        documents: documents.len() as u32,
        known: 1,
        renamed: 1,
        browser: r#"{"jianyue.note.1":"x"}"#.to_owned(),
    };
    tab.apply(done(What::Brought(brought), 1));
    let job = tab.state().jobs.to_do.clone().expect("a job").1;
    let Job::Take(Batch { number, .. }) = *job else { panic!("{job:?}") };
    let taken = Taken { number, is_done: true, ..Default::default() };
    tab.apply(done(What::Taken(taken), 1));
    tab.settle(&mut kept);
    (tab, kept)
}

#[test]
fn nothing_of_an_archive_is_taken_before_the_answer_then_what_was_wanted() {
    let documents = [("a.txt", "山里"), ("b.txt", "河边")];
    let (mut tab, mut kept) = asked(&documents);
    assert!(tab.state().intake.is_idle(), "nothing is to be said of the file itself");
    assert_eq!(tab.listed(), ["port", "deep", "a"]);
    assert!(tab.state().take_out.question().is_some());
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::Missing)));
    assert!(tab.state().take_out.question().is_none());
    assert!(tab.state().take_out.to_recall().is_none(), "the documents come first");
    tab.settle(&mut kept);
    assert_eq!(tab.jobs.last().map(String::as_str), Some("merge 1 true"));
    assert_eq!(tab.listed(), ["port", "deep", "a", "b"]);
    assert_eq!(tab.state().holdings.listed("", "", false).len(), 2);
    let merging = tab.state().take_out.merging.clone().expect("it is said");
    assert_eq!((merging.taken, merging.known), (1, 1));
    let browser = r#"{"jianyue.note.1":"x"}"#.to_owned();
    let records = [ToRecall { browser, wanted: Recall::Missing, renamed: BTreeMap::new() }];
    assert_eq!(tab.state().take_out.to_recall().expect("now the records")[..], records);
    tab.apply(take_out(TakeOutStep::Recalled(true)));
    assert!(tab.state().take_out.to_recall().is_none());
    tab.apply(take_out(TakeOutStep::Seen));
    assert!(tab.state().take_out.is_idle());
    // Answered once more, it is nothing.
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::All)));
    tab.settle(&mut kept);
    assert!(tab.state().take_out.is_idle());
    // Not wanted, it goes; the page takes no records.
    let (mut tab, mut kept) = asked(&documents);
    tab.apply(take_out(TakeOutStep::Answered(false, Recall::None)));
    tab.settle(&mut kept);
    assert_eq!(tab.jobs.last().map(String::as_str), Some("merge 1 false"));
    assert!(tab.state().take_out.is_idle());
    assert_eq!(tab.listed(), ["port", "deep", "a"]);
}

#[test]
fn what_was_not_taken_is_seen_before_the_page_is_loaded_anew() {
    let (mut tab, mut kept) = asked(&[("a.txt", ""), ("b.txt", "河边")]);
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::All)));
    tab.settle(&mut kept);
    let merging = tab.state().take_out.merging.clone().expect("it is said");
    assert!(tab.state().take_out.waits() && tab.state().take_out.to_recall().is_none());
    assert_eq!((merging.taken, merging.refused.len()), (1, 1));
    tab.apply(take_out(TakeOutStep::Seen));
    assert!(tab.state().take_out.to_recall().is_some());
    tab.apply(take_out(TakeOutStep::Recalled(false)));
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::Full));
    // If the workshop dies the archive is gone with it, and that is said.
    let (mut tab, _) = asked(&[]);
    tab.apply(step(LibraryStep::Broke("gone".to_owned())));
    assert!(tab.state().take_out.is_idle());
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::Program("gone".to_owned())));
    let (mut tab, _) = asked(&[]);
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::All)));
    tab.apply(done(What::Failed(Trouble::Full), 1));
    assert!(tab.state().take_out.is_idle(), "no records without their documents");
    assert_eq!(tab.state().holdings.trouble, Some(Trouble::Full));
}

/// The page is loaded anew for the records; that would lose the archives that still wait.
#[test]
fn several_archives_are_asked_about_one_after_the_other_before_any_record_is_taken() {
    let (mut tab, mut kept) = asked(&[("b.txt", ""), ("c.txt", "河边")]);
    let second = Brought { number: 2, browser: "{}".to_owned(), ..Brought::default() };
    tab.apply(done(What::Brought(second), 1));
    let number = |tab: &Tab| tab.state().take_out.question().map(|of| of.number);
    assert_eq!(number(&tab), Some(1));
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::Missing)));
    assert_eq!(number(&tab), None, "one after the other");
    tab.settle(&mut kept);
    assert_eq!(number(&tab), Some(2));
    kept.archive = vec![("d.txt".to_owned(), "山里来的".to_owned())];
    tab.apply(take_out(TakeOutStep::Seen));
    assert!(tab.state().take_out.to_recall().is_none());
    tab.apply(take_out(TakeOutStep::Answered(true, Recall::All)));
    tab.settle(&mut kept);
    let merging = tab.state().take_out.merging.clone().expect("it is said");
    assert_eq!((merging.taken, merging.refused.len()), (2, 1), "of both");
    let wanted: Vec<Recall> = tab
        .state()
        .take_out
        .to_recall()
        .expect("the records of both")
        .iter()
        .map(|records| records.wanted)
        .collect();
    assert_eq!(wanted, [Recall::Missing, Recall::All]);
    tab.apply(take_out(TakeOutStep::Recalled(true)));
    tab.apply(take_out(TakeOutStep::Seen));
    assert!(tab.state().take_out.is_idle());
}

#[test]
fn records_are_added_or_replaced_as_was_said_and_none_goes() {
    let records = |all: &[(&str, &str)]| -> Records {
        all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let here = records(&[
        ("jianyue.note.1", "mine"),
        ("jianyue.note.2", "mine"),
        (POSITIONS, "3 a\n"),
        (PREFERENCES, &Preferences::default().to_text()),
    ]);
    let there = to_json(&records(&[
        ("jianyue.note.1", "other"),
        ("jianyue.note.3", "new"),
        ("other.site", "x"),
        (POSITIONS, "5 a\n7 b\n"),
        (PREFERENCES, "theirs"),
    ]));
    let new = [("jianyue.note.3", "new"), (POSITIONS, "3 a\n7 b\n"), (PREFERENCES, "theirs")];
    assert_eq!(to_write(&there, &here, Recall::Missing), records(&new));
    let all = to_write(&there, &here, Recall::All);
    assert_eq!(all.len(), 4);
    assert_eq!(all["jianyue.note.1"], "other");
    assert_eq!(to_write(&there, &here, Recall::None), Records::new());
    assert_eq!(to_write(&to_json(&here), &here, Recall::All), Records::new());
    assert_eq!(to_write("[", &here, Recall::All), Records::new());
    assert!(to_write(r#"{"jianyue.note.9": 7}"#, &here, Recall::All).is_empty());
    // What stands in it is read by others as it was.
    let odd = records(&[("jianyue.note.\"\\", "\n\u{1}\u{2028}\u{1f600}\"")]);
    assert_eq!(serde_json::from_str::<Records>(&to_json(&odd)).expect("JSON"), odd);
    assert_eq!(to_write(&to_json(&odd), &here, Recall::Missing), odd);
    assert_eq!(
        serde_json::from_str::<Records>(&to_json(&Records::new())).ok(),
        Some(Records::new())
    );
    // Preferences that the reader has chosen stay.
    let mut chosen = here.clone();
    let preferences = Preferences { is_vertical: true, ..Preferences::default() };
    chosen.insert(PREFERENCES.to_owned(), preferences.to_text());
    assert!(!to_write(&there, &chosen, Recall::Missing).contains_key(PREFERENCES));
}

/// Another document has its id: its notes, its corrections and its place are not that one's.
#[test]
fn what_is_of_a_document_goes_along_to_the_id_that_it_gets() {
    let note = |doc: &str| {
        let anchor = Anchor { quote: "山里".to_owned(), ..Anchor::default() };
        let of = Note { doc: doc.to_owned(), anchor, ..Note::default() };
        to_record("1", &of, ADDRESSES)
    };
    let records = |all: &[(String, String)]| -> Records { all.iter().cloned().collect() };
    let of = |doc: &str, notes: [&str; 2]| {
        records(&[
            (format!("{NOTES}{}", notes[0]), note(doc)),
            (format!("{NOTES}{}", notes[1]), note("b")),
            (format!("{PATCHES}{doc}"), "off spaces\n".to_owned()),
            (POSITIONS.to_owned(), format!("3 {doc}\n7 b\n")),
            ("jianyue.note-damaged.1".to_owned(), "?".to_owned()),
        ])
    };
    let mut there = of("a", ["1", "2"]);
    there.insert(format!("{NOTES}3"), "none".to_owned());
    let ids = [("a", "a (2)"), ("c", "b")];
    let renamed = ids.map(|(there, here)| (there.to_owned(), here.to_owned())).into();
    let here = records(&[(format!("{PATCHES}a"), "off lines\n".to_owned())]);
    let recall = ToRecall { browser: to_json(&there), wanted: Recall::Missing, renamed };
    let mut wanted = of("a (2)", ["1", "2"]);
    wanted.insert(format!("{NOTES}3"), "none".to_owned());
    assert_eq!(written(&recall, &here), wanted);
}

#[test]
fn the_question_says_what_there_is_and_what_becomes_of_it() {
    let page = html(|| asked(&[("a.txt", "山里"), ("b.txt", "河边")]).0.state.expect("a state"));
    let library = read(&page, r#"id="library""#, "</dialog>");
    for said in
        ["检阅.zip", "文献 2 篇，其中 1 篇这里已有", "1 篇和这里的另一篇编号相同", "重新载入"]
    {
        assert!(library.contains(said), "{said}: {library}");
    }
    assert_eq!(page.matches(r#"type="radio" id="take-in""#).count(), 1, "the keyboard goes there");
    assert_eq!(page.matches(r#"name="take-in-documents""#).count(), 2);
    assert_eq!(page.matches(r#"name="take-in-records""#).count(), 3);
    assert!(page.contains("导入前要问一下"), "a line says so where the dialog is closed");
    let page = html_in(Language::English, || with_three().0.state.expect("a state"));
    let library = read(&page, r#"id="library""#, "</dialog>");
    assert!(library.contains("Export everything…") && !page.contains("take-in-do"));
}
