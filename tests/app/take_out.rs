//! All that is the reader's own as one file: written, and read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use jianyue::engine::pack;
use jianyue::protocol::{Cause, Given, GivenFile, Key};
use jianyue::storage::record::Record;
use jianyue::ui::recall::{Kept as Records, to_json};
use jianyue::workshop::archive::Archive;
use jianyue::workshop::intake::{Intake, Made};
use jianyue::workshop::member_names::MemberNames;
use jianyue::workshop::packing::Packing;
use zip::ZipArchive;

use crate::intake::{words, zipped};

const LAW: &str = "第一条 为了保护环境，制定本条例。\n\n第二条 本条例适用于本市行政区域。\n";
const TABLE: &str = "title,text\n甲,第一行的正文\n乙,第二行的正文\n";

/// Archives that are asked about, each with its path.
type Asked = Vec<(String, Archive<Vec<u8>>)>;

fn given(path: &str, bytes: &[u8]) -> GivenFile {
    GivenFile { path: path.to_owned(), bytes: bytes.to_vec(), is_whole: true }
}

/// What a browser keeps: documents with their numbers, and files.
#[derive(Default)]
struct Shelf {
    documents: Vec<(Key, Record, Vec<u8>)>,
    files: BTreeMap<Key, Vec<u8>>,
}

impl Shelf {
    fn add(&mut self, made: Made) {
        for added in made.change.added {
            let original = self.files.len() as Key + 1;
            for (mut record, pack) in added.documents {
                record.original = original;
                self.documents.push((self.documents.len() as Key + 1, record, pack));
            }
            self.files.insert(original, added.file);
        }
    }

    fn records(&self) -> Vec<(Key, Record)> {
        self.documents.iter().map(|(key, record, _)| (*key, record.clone())).collect()
    }

    fn packed(&self, added: Vec<(String, String)>) -> Vec<u8> {
        let mut packing = Packing::new(added).expect("in memory");
        for (_, record, bytes) in &self.documents {
            if !packing.has_file(record) {
                packing.file(record, &self.files[&record.original]).expect("in memory");
            }
            packing.document(record, pack::read_doc(bytes).ok()).expect("in memory");
        }
        packing.finish().expect("in memory")
    }
}

/// Four files, one of them damaged, one a table, one in an archive; what the reader says of the first.
fn shelf() -> Shelf {
    let seed = std::fs::read("seeds/001_3e264aaf608f2d8d.txt").expect("a seed");
    let inner = zipped(&[("../x.txt", b"x"), ("法.txt", LAW.as_bytes())]);
    let mut intake = Intake::default();
    "报".clone_into(&mut intake.collection);
    for (path, bytes) in [("报/001.txt", &*seed), ("a.zip", &inner), ("表.csv", TABLE.as_bytes())]
    {
        intake.give(given(path, bytes));
    }
    let mut shelf = Shelf::default();
    while !intake.is_empty() {
        shelf.add(intake.go_on(usize::MAX, words()));
    }
    let said = Given {
        title: "我的标题".to_owned(),
        author: "作者".to_owned(),
        date: "1999-05".to_owned(),
        collections: vec!["报".to_owned(), "又一个".to_owned()],
    };
    let (_, record, pack) = &mut shelf.documents[0];
    *pack = jianyue::workshop::making::given(pack, &said).expect("a document");
    record.given = Some(said);
    shelf
}

/// The members of an archive, each with its bytes.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut all = BTreeMap::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("readable");
        all.insert(member.name().expect("a name").into_owned(), bytes);
    }
    all
}

fn again(members: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zipped(&members)
}

/// Gives an archive to a workshop: what it asks about, what it takes, how much it refuses.
fn brought(bytes: &[u8]) -> (Asked, Shelf, usize) {
    let mut intake = Intake::default();
    intake.give(given("检阅 2026-11-29.zip", bytes));
    let (mut all, mut shelf, mut refused) = (Vec::new(), Shelf::default(), 0);
    while !intake.is_empty() {
        let mut made = intake.go_on(usize::MAX, words());
        all.append(&mut made.brought);
        refused += made.refused.len();
        shelf.add(made);
    }
    (all, shelf, refused)
}

#[test]
fn what_is_written_is_read_by_people_and_comes_back_the_same() {
    let before = shelf();
    let browser = r#"{"jianyue.note.1":"x"}"#.to_owned();
    let added = vec![
        ("browser.json".to_owned(), browser.clone()),
        ("notes.md".to_owned(), "# 笔记\n".to_owned()),
    ];
    let bytes = before.packed(added);
    let members = unzipped(&bytes);
    let names: Vec<&str> = members.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "README.txt",
            "browser.json",
            "holdings.json",
            "notes.md",
            "originals/a.zip/法.txt",
            "originals/报/001.txt",
            "originals/表.csv",
            "texts/own/a.zip/法.md",
            "texts/own/报/001.md",
            "texts/own/表.csv#1.md",
            "texts/own/表.csv#2.md",
        ]
    );
    assert_eq!(members["originals/表.csv"], TABLE.as_bytes());
    let text = String::from_utf8_lossy(&members["texts/own/报/001.md"]).into_owned();
    assert!(text.starts_with("# 我的标题\n\n"), "{text}");
    assert!(text.lines().skip(1).step_by(2).all(str::is_empty), "a blank line between two");
    assert!(String::from_utf8_lossy(&members["README.txt"]).contains("Jianyue"));

    let (mut all, nothing, refused) = brought(&bytes);
    assert!(nothing.documents.is_empty() && refused == 0, "nothing is taken before it is asked");
    let (path, mut archive) = all.pop().expect("it is known");
    let said = archive.brought(path, &[]);
    let count = before.documents.len() as u32;
    assert_eq!((said.documents, said.known, said.renamed), (count, 0, 0));
    assert_eq!((said.path.as_str(), said.browser), ("检阅 2026-11-29.zip", browser));
    let (lots, known) = archive.lots(&[]);
    assert_eq!((lots.len(), known), (3, 0));
    let mut after = Shelf::default();
    for lot in lots {
        let (added, refused) = archive.made(lot, words());
        assert_eq!(refused, []);
        let mut made = Made::default();
        made.change.added.extend(added);
        after.add(made);
    }
    let plain = |shelf: &Shelf| -> Vec<(Record, Vec<u8>)> {
        let of = |(_, record, pack): &(Key, Record, Vec<u8>)| (record.clone(), pack.clone());
        shelf.documents.iter().map(of).collect()
    };
    assert_eq!(plain(&after), plain(&before));
    assert_eq!(after.files, before.files);
    // A second time nothing is new.
    let said = archive.brought(String::new(), &after.records());
    assert_eq!((said.known, said.renamed), (count, 0));
    let (lots, known) = archive.lots(&after.records());
    assert_eq!((lots.len(), known), (0, count));
    assert!(archive.renamed(&after.records()).is_empty());
    // Another document of the same id has it, and keeps it.
    let mut here = after.records();
    here[0].1.print = "other".to_owned();
    let said = archive.brought(String::new(), &here);
    assert_eq!((said.known, said.renamed), (count - 1, 1));
    // The one that comes gets another, of which is known whose it is.
    let mut come = after.records()[0].clone();
    let id = std::mem::replace(&mut come.1.id, "another".to_owned());
    here.push(come);
    assert_eq!(archive.renamed(&here), BTreeMap::from([(id, "another".to_owned())]));
}

#[test]
fn what_the_reader_corrected_is_in_the_texts() {
    let shelf = shelf();
    let as_it_is: String = unzipped(&shelf.packed(Vec::new()))["texts/own/报/001.md"]
        .iter()
        .map(|&byte| char::from(byte))
        .collect();
    let patch = Records::from([("jianyue.patch.own/报/001".to_owned(), "off lines\n".to_owned())]);
    let added = vec![("browser.json".to_owned(), to_json(&patch))];
    let corrected: String = unzipped(&shelf.packed(added))["texts/own/报/001.md"]
        .iter()
        .map(|&byte| char::from(byte))
        .collect();
    assert!(corrected.lines().count() > as_it_is.lines().count(), "its lines are not joined");
}

#[test]
fn other_archives_and_damaged_ones_are_archives_like_any_other() {
    let members = unzipped(&shelf().packed(Vec::new()));
    let with = |name: &str, bytes: &[u8]| {
        let mut members = members.clone();
        members.insert(name.to_owned(), bytes.to_vec());
        again(&members)
    };
    assert_eq!(brought(&again(&members)).0.len(), 1, "packed anew it is known");
    let known = String::from_utf8(members["holdings.json"].clone()).expect("a text");
    let mut without = members.clone();
    without.remove("holdings.json");
    for (what, bytes) in [
        ("cut short", with("holdings.json", &known.as_bytes()[..known.len() / 2])),
        ("of another", with("holdings.json", known.replace("jianyue", "other").as_bytes())),
        (
            "of later",
            with("holdings.json", known.replace("\"version\": 1", "\"version\": 2").as_bytes()),
        ),
        ("a list", with("holdings.json", b"[]")),
        ("no texts", with("browser.json", br#"{"jianyue.note.1":{}}"#)),
        ("without", again(&without)),
        (
            "in a folder",
            zipped(&[("x/holdings.json", known.as_bytes()), ("a.txt", LAW.as_bytes())]),
        ),
        ("in another", zipped(&[("x.zip", &again(&members))])),
    ] {
        let (all, shelf, _) = brought(&bytes);
        assert!(all.is_empty() && !shelf.documents.is_empty(), "{what}");
    }
}

#[test]
fn of_a_file_that_is_missing_or_another_only_its_documents_are_missing() {
    let mut members = unzipped(&shelf().packed(Vec::new()));
    members.remove("originals/a.zip/法.txt");
    members.insert("originals/表.csv".to_owned(), TABLE.replace("乙", "丙").into_bytes());
    members.insert("originals/报/001.txt".to_owned(), b" \n".to_vec());
    let (_, mut archive) = brought(&again(&members)).0.pop().expect("it is known");
    let (lots, _) = archive.lots(&[]);
    let (mut made, mut not) = (Shelf::default(), Vec::new());
    for lot in lots {
        let (added, refused) = archive.made(lot, words());
        let mut of = Made::default();
        of.change.added.extend(added);
        made.add(of);
        not.extend(refused.into_iter().map(|of| (of.path, of.cause)));
    }
    let titles: Vec<&str> =
        made.documents.iter().map(|(_, record, _)| record.said.title.as_str()).collect();
    assert_eq!(titles, ["甲", "丙"]);
    let what = "originals/a.zip/法.txt is not in it".to_owned();
    let missing = ("a.zip/法.txt".to_owned(), Cause::Broken { what });
    assert_eq!(not, [("报/001.txt".to_owned(), Cause::Empty), missing]);
    // It is known by the bytes that are there, not by what is said of them.
    let print = jianyue::workshop::intake::print(TABLE.replace("乙", "丙").as_bytes());
    assert!(made.documents.iter().all(|(_, record, _)| record.print == print));
}

/// Where all is in several archives, each is whole.
#[test]
fn an_archive_that_is_full_is_followed_by_another() {
    let shelf = shelf();
    let kept = Records::from([("jianyue.patch.own/a.zip/法".to_owned(), "off lines\n".to_owned())]);
    let mut packing =
        Packing::new(vec![("browser.json".to_owned(), to_json(&kept))]).expect("in memory");
    assert!(!packing.is_full(usize::MAX), "one document is in each at least");
    let mut archives = Vec::new();
    for (_, record, bytes) in &shelf.documents {
        let file = &shelf.files[&record.original];
        packing.file(record, file).expect("in memory");
        packing.document(record, pack::read_doc(bytes).ok()).expect("in memory");
        assert!(packing.is_full(180_000_000) && !packing.is_full(1_000));
        let (archive, count, next) = packing.turn().expect("in memory");
        assert_eq!(count, 1);
        archives.push(archive);
        packing = next;
    }
    let records = shelf.records();
    for (archive, (_, record, _)) in archives.iter().zip(&shelf.documents) {
        let (_, mut archive) = brought(archive).0.pop().expect("it is known");
        let others: Vec<(Key, Record)> =
            records.iter().filter(|(_, of)| of.path != record.path).cloned().collect();
        let (mut lots, known) = archive.lots(&others);
        assert_eq!((lots.len(), known), (1, 0));
        let (added, refused) = archive.made(lots.remove(0), words());
        assert!(added.is_some_and(|added| added.documents.len() == 1) && refused.is_empty());
    }
}

#[test]
fn names_are_such_that_any_system_takes_them() {
    let mut names = MemberNames::default();
    for (path, name) in [
        ("a/b.txt", "a/b.txt"),
        ("a/B.txt", "a/B (2).txt"),
        ("a/b.txt", "a/b (3).txt"),
        ("a", "a (2)"),
        ("A (2)/c", "A (2) (2)/c"),
        ("../../x", "_/_/x"),
        ("/x", "_/x"),
        ("C:\\甲?.txt", "C__甲_.txt"),
        (".hidden/.x", "_.hidden/_.x"),
        ("\u{202e}txt.exe. ", "_txt.exe"),
        ("", "_ (2)"),
    ] {
        assert_eq!(names.name(path), name, "{path}");
    }
    assert_eq!(names.name(&format!("{}.txt", "长".repeat(200))).chars().count(), 80);
}
