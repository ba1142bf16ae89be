//! Files that come in, and the documents that are made of them.

use std::io::{Cursor, Write};
use std::sync::OnceLock;

use jianyue::engine::{Doc, Segmenter, pack};
use jianyue::import::{self, Encoding, Wishes};
use jianyue::protocol::{Cause, Given, GivenFile, Reading, Refused};
use jianyue::storage::record::Record;
use jianyue::workshop::intake::{Intake, print};
use jianyue::workshop::making;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Of the fifth schedule of a statute of the People's Republic; statutes are not under copyright.
const STATUTE: &str = "第一条 为了保护环境，制定本条例。\n\n第二条 本条例适用于本市行政区域。\n";

pub fn words() -> &'static Segmenter {
    static WORDS: OnceLock<Segmenter> = OnceLock::new();
    WORDS.get_or_init(Segmenter::embedded)
}

fn file(path: &str, bytes: &[u8]) -> GivenFile {
    GivenFile { path: path.to_owned(), bytes: bytes.to_vec(), is_whole: true }
}

/// An archive of these members.
pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        archive.write_all(bytes).expect("in memory");
    }
    archive.finish().expect("in memory").into_inner()
}

/// All that is made of what was given, in steps of so many bytes, and what was refused.
fn made(intake: &mut Intake, step: usize) -> (Vec<(Record, Doc)>, Vec<Refused>) {
    let (mut documents, mut refused) = (Vec::new(), Vec::new());
    while !intake.is_empty() {
        let made = intake.go_on(step, words());
        for (record, pack) in made.change.added.into_iter().flat_map(|added| added.documents) {
            documents.push((record, pack::read_doc(&pack).expect("a document")));
        }
        refused.extend(made.refused);
    }
    (documents, refused)
}

fn ids(documents: &[(Record, Doc)]) -> Vec<&str> {
    documents.iter().map(|(record, _)| record.id.as_str()).collect()
}

#[test]
fn a_damaged_text_is_restored_and_another_stays_line_by_line() {
    let seed = std::fs::read("seeds/001_3e264aaf608f2d8d.txt").expect("a seed");
    let mut intake = Intake::default();
    intake.give(file("报/001.txt", &seed));
    intake.give(file("法/环境保护条例(2017-06-26).txt", STATUTE.as_bytes()));
    let (documents, refused) = made(&mut intake, usize::MAX);
    assert_eq!(refused, []);
    assert_eq!(ids(&documents), ["own/报/001", "own/法/环境保护条例(2017-06-26)"]);
    let [(damaged, page), (clean, law)] = &documents[..] else { panic!("two documents") };
    assert!(damaged.is_damaged && damaged.is_restored);
    assert!(page.page.joined > 50, "its lines are joined");
    assert_eq!(page.text(), String::from_utf8_lossy(&seed));
    assert!(page.page.blocks.iter().all(|block| !block.words.is_empty()));
    assert!(!clean.is_damaged && !clean.is_restored);
    let lines: Vec<&str> = law.page.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(lines, STATUTE.split("\n\n").map(str::trim_end).collect::<Vec<_>>());
    assert_eq!((law.given.title.as_str(), law.given.date.as_str()), ("环境保护条例", "2017-06-26"));
    assert_eq!(clean.length as usize, STATUTE.chars().filter(|c| !c.is_whitespace()).count());
}

#[test]
fn archives_are_opened_one_in_another_and_no_deeper() {
    let inner = zipped(&[("乙.txt", STATUTE.as_bytes())]);
    let deepest = zipped(&[("in.zip", &zipped(&[("inner.zip", &inner)]))]);
    let outer = zipped(&[
        ("甲.txt", STATUTE.as_bytes()),
        ("inner.zip", &inner),
        ("deep.zip", &deepest),
        ("../out.txt", STATUTE.as_bytes()),
        ("__MACOSX/甲.txt", b"x"),
    ]);
    for step in [1, usize::MAX] {
        let mut intake = Intake::default();
        intake.give(file("all.zip", &outer));
        intake.give(file("last.txt", STATUTE.as_bytes()));
        let (documents, refused) = made(&mut intake, step);
        let inside = ["own/all.zip/甲", "own/all.zip/inner.zip/乙", "own/last"];
        assert_eq!(ids(&documents), inside);
        let refusal = |path: &str, cause| Refused { path: path.to_owned(), cause };
        let deep = refusal("all.zip/deep.zip/in.zip", Cause::Nested);
        assert_eq!(refused, [deep, refusal("all.zip/../out.txt", Cause::BadPath)]);
    }
}

#[test]
fn a_large_file_comes_in_pieces_and_what_is_stopped_goes_no_further() {
    let mut intake = Intake::default();
    "法规".clone_into(&mut intake.collection);
    let (one, rest) = STATUTE.as_bytes().split_at(50);
    let piece = |bytes: &[u8], is_whole| GivenFile { is_whole, ..file("a.txt", bytes) };
    intake.give(piece(one, false));
    assert!(intake.is_empty(), "nothing is whole yet");
    intake.give(piece(rest, true));
    let (documents, _) = made(&mut intake, 1);
    assert_eq!(documents[0].1.text(), STATUTE);
    assert_eq!(documents[0].1.given.collections, ["法规"]);
    assert_eq!(documents[0].0.given().collections, ["法规"]);
    intake.give(file("b.txt", STATUTE.as_bytes()));
    intake.give(piece(one, false));
    intake.stop();
    assert!(intake.is_empty());
    // The rest of a file of which the beginning was dropped is another file.
    intake.give(file("c.txt", STATUTE.as_bytes()));
    assert_eq!(ids(&made(&mut intake, 1).0), ["own/c"]);
}

#[test]
fn a_document_is_made_anew_in_another_encoding_and_restored_or_not() {
    let (bytes, _, _) = encoding_rs::BIG5.encode("環境保護條例，自公布日施行。");
    let mut intake = Intake::default();
    intake.give(file("a.txt", &bytes));
    let (documents, _) = made(&mut intake, 1);
    let (mut record, _) = documents.into_iter().next().expect("one");
    record.given = Some(Given { title: "我的".to_owned(), ..Given::default() });
    for (encoding, text) in [("Big5", "環境保護條例，自公布日施行。"), ("gbk", "吏挂玂臔")]
    {
        let reading = Reading { encoding: Some(encoding.to_owned()), is_restored: Some(true) };
        let wishes = Wishes { encoding: Encoding::named(encoding), ..Wishes::default() };
        let mut taken = Vec::new();
        let _ = import::take("a.txt", &bytes, &wishes, &mut |found| {
            taken.push(found.expect("a text"));
            std::ops::ControlFlow::Continue(())
        });
        let (record, pack) =
            making::again(record.clone(), &taken[0], &reading, words()).expect("a document");
        let doc = pack::read_doc(&pack).expect("a document");
        assert!(doc.text().starts_with(text), "{}", doc.text());
        assert_eq!((doc.given.title.as_str(), doc.id.as_str()), ("我的", "own/a"));
        assert!(record.is_encoding_chosen && record.is_restored);
    }
}

#[test]
fn a_record_is_read_as_it_was_written_and_one_of_a_later_version_is_not() {
    let mut intake = Intake::default();
    intake.give(file("a.txt", STATUTE.as_bytes()));
    let (record, _) = made(&mut intake, 1).0.into_iter().next().expect("one");
    let json = record.to_json();
    assert_eq!(Record::parse(&json), Some(record.clone()));
    assert_eq!(Record::parse(&json.replace("\"version\":1", "\"version\":2")), None);
    // What the first version wrote at least.
    let least =
        r#"{"version":1,"id":"own/a","path":"a.txt","format":"Text","original":7,"print":"p"}"#;
    let read = Record::parse(least).expect("a record");
    assert_eq!((read.id.as_str(), read.original, read.given()), ("own/a", 7, &Given::default()));
    assert_eq!(print(b""), "cbf29ce484222325-0");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Nothing that is given stops the rest, in whatever steps it is gone through.
    #[test]
    fn any_files_give_documents_or_are_refused(
        files in prop::collection::vec(("[a甲/.]{1,6}(\\.txt|\\.csv|\\.zip|\\.pdf)", prop::collection::vec(any::<u8>(), 0..60)), 0..6),
        step in 1usize..100,
    ) {
        let mut intake = Intake::default();
        for (path, bytes) in &files {
            intake.give(file(path, bytes));
        }
        intake.give(file("last.txt", STATUTE.as_bytes()));
        let (documents, _) = made(&mut intake, step);
        prop_assert_eq!(documents.last().map(|(record, _)| record.id.as_str()), Some("own/last"));
    }
}
