//! Notes as they are kept, taken out of the page and read again.

use jianyue::notes::json::Json;
use jianyue::notes::{
    Columns, Kind, Note, Notes, Row, csv, export, from_record, import, is_of_newer, markdown,
    new_id, tags, to_record,
};
use jianyue::protocol::{Anchor, Place};
use jianyue::state::ADDRESSES;
use proptest::prelude::*;

/// A note with everything.
fn note() -> Note {
    Note {
        kind: Kind::Blue,
        doc: "001/深海".to_owned(),
        title: "走向深海".to_owned(),
        anchor: Anchor {
            quote: "深海是什么？".to_owned(),
            before: "王静\n".to_owned(),
            after: "深海是海".to_owned(),
            from: Place { line: 4, column: 1 },
            to: Place { line: 4, column: 6 },
        },
        text: "一问\n=1+1 <b>“好”</b> \u{202e}\u{1}".to_owned(),
        tags: vec!["海".to_owned(), "a,b".to_owned()],
        made: "2026-11-21T08:00:00.000Z".to_owned(),
        changed: "2026-11-21T09:00:00.000Z".to_owned(),
    }
}

const BASE: &str = "https://example.org/texts/";

#[test]
fn a_note_is_kept_and_read_again() {
    let record = to_record("k1", &note(), ADDRESSES);
    assert!(record.starts_with("1\n{"));
    assert_eq!(from_record(&record, ADDRESSES), Some(note()));
    assert_eq!(from_record(&record.replacen('1', "2", 1), ADDRESSES), Some(note()), "a newer one");
    assert!(is_of_newer("2\nsomething else") && !is_of_newer("1\n{}") && !is_of_newer("x"));
    for damaged in
        ["", "1", "1\n", "1\n{}", "0\n{}", "1\n{\"target\":{}}", record.trim_end_matches('}')]
    {
        assert_eq!(from_record(damaged, ADDRESSES), None, "{damaged}");
    }
}

#[test]
fn what_is_exported_is_a_web_annotation_and_comes_back_once() {
    let other = Note { kind: Kind::Bookmark, text: String::new(), tags: Vec::new(), ..note() };
    let notes = [("k1", &note()), ("k2", &other)].map(|(id, note)| (id, note.clone()));
    let listed: Vec<(&str, &Note)> = notes.iter().map(|(id, note)| (*id, note)).collect();
    let file = export(&listed, ADDRESSES, BASE);
    let json: serde_json::Value = serde_json::from_str(&file).expect("it is JSON");
    assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(json["type"], "AnnotationCollection");
    let first = &json["first"]["items"][0];
    assert_eq!(first["type"], "Annotation");
    assert_eq!(first["motivation"], "commenting");
    assert_eq!(json["first"]["items"][1]["motivation"], "bookmarking");
    assert_eq!(first["target"]["selector"]["type"], "TextQuoteSelector");
    assert_eq!(first["target"]["selector"]["exact"], "深海是什么？");
    let link = first["target"]["id"].as_str().expect("a link");
    assert_eq!(link, "https://example.org/texts/#doc=001/深海&at=4.1-4.6");
    let (read, unread) = import(&file, ADDRESSES).expect("it is read");
    let expected: Notes = notes.into_iter().map(|(id, note)| (id.to_owned(), note)).collect();
    assert_eq!((read, unread), (expected, 0));
}

#[test]
fn what_other_programs_write_is_read_as_far_as_it_fits() {
    let file = r##"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [
        {"id": "http://other/1", "type": "Annotation", "motivation": "highlighting",
         "body": "just text", "created": "2020-01-01T00:00:00Z",
         "target": {"source": "https://example.org/#doc=deep&q=x",
            "selector": [{"type": "TextPositionSelector", "start": 4, "end": 9},
                {"type": "TextQuoteSelector", "exact": "深海", "prefix": "从", "suffix": "回"}]}},
        {"id": "http://other/2", "type": "Annotation", "bodyValue": "b", "target": "https://example.org/"}
    ]}"##;
    let (notes, unread) = import(file, ADDRESSES).expect("it is read");
    assert_eq!((notes.len(), unread), (1, 1));
    assert_eq!(
        import(file, ADDRESSES).map(|(again, _)| again),
        Some(notes.clone()),
        "the same ids"
    );
    let read = notes.values().next().expect("one");
    assert_eq!((read.doc.as_str(), read.text.as_str()), ("deep", "just text"));
    assert_eq!((read.anchor.quote.as_str(), read.anchor.before.as_str()), ("深海", "从"));
    assert_eq!(read.anchor.from, Place::default(), "where it is, is not known");
    // As hypothes.is gives them.
    let rows = r##"{"total": 1, "rows": [{"id": "abc_D", "text": "**bold**", "tags": ["a", "b"],
        "updated": "2021-01-01", "uri": "https://example.org/", "target": [{"source": "https://example.org/#doc=deep",
        "selector": [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "海\ud83d\ude00\u00e9"}]}]}]}"##;
    let (notes, _) = import(rows, ADDRESSES).expect("it is read");
    let read = notes.values().next().expect("one");
    assert_eq!((read.text.as_str(), read.tags.join(" ").as_str()), ("**bold**", "a b"));
    assert_eq!(read.anchor.quote, "海😀é");
    assert_eq!(import("[]", ADDRESSES), Some((Notes::new(), 0)));
    assert_eq!(import("# notes", ADDRESSES), None);
}

#[test]
fn files_for_reading_say_all_and_do_nothing() {
    let note = note();
    let row = || Row {
        note: &note,
        kind: "蓝".to_owned(),
        day: "2026-11-21".to_owned(),
        link: "https://example.org/#doc=x&at=4.1-4.6".to_owned(),
    };
    let columns: Columns = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(str::to_owned);
    let table = csv(&columns, &[row(), Row { kind: "=1".to_owned(), ..row() }]);
    assert!(table.starts_with("\u{feff}a,b,c,d,e,f,g,h,i\r\n走向深海,001/深海,4,深海是什么？,"));
    assert!(table.contains(",'=1,2026-11-21,https://"), "{table}");
    let text = markdown(&[row(), row()]);
    assert_eq!(text.matches("## 走向深海").count(), 1);
    assert!(text.contains("> 深海是什么？\n>\n> [蓝 · 2026-11-21 · \\#海 · \\#a,b](https://example.org/#doc=x&at=4.1-4.6)\n\n一问\n"));
    assert!(text.contains("\\<b\\>") && !text.contains('\u{1}'));
}

#[test]
fn notes_are_found_by_all_that_they_say() {
    let note = note();
    for typed in ["", "深海", "走向 一问", "#海", "A,B", "“好”"] {
        assert!(note.has(typed), "{typed}");
    }
    for typed in ["大山", "深海 大山", "#a", "#深海"] {
        assert!(!note.has(typed), "{typed}");
    }
    assert_eq!(tags(" 海，#海、sea;  风 "), ["海", "sea", "风"]);
}

#[test]
fn ids_are_made_of_the_time_and_never_twice() {
    let mut notes = Notes::new();
    let made = "2026-11-21T08:00:00.000Z";
    for _ in 0..50 {
        let id = new_id(&notes, made);
        assert!(id.len() <= 12 && id.bytes().all(|b| b.is_ascii_alphanumeric()), "{id}");
        assert_eq!(notes.insert(id, note()), None);
    }
    assert_ne!(new_id(&notes, ""), new_id(&notes, made));
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|all| serde_json::Value::Object(all.into_iter().collect())),
        ]
    })
}

fn any_note() -> impl Strategy<Value = Note> {
    let place = || (1u32..999, 1u32..99).prop_map(|(line, column)| Place { line, column });
    let kind = prop::sample::select(vec![
        Kind::Yellow,
        Kind::Green,
        Kind::Blue,
        Kind::Rose,
        Kind::Bookmark,
    ]);
    let texts = (any::<String>(), any::<String>(), any::<String>(), any::<String>());
    (
        kind,
        "\\PC{1,12}x",
        texts,
        place(),
        place(),
        any::<String>(),
        prop::collection::vec("[^ ,]+x", 0..3),
    )
        .prop_map(|(kind, quote, (doc, before, after, title), from, to, text, tags)| Note {
            kind,
            doc,
            title,
            anchor: Anchor { quote, before, after, from: from.min(to), to: from.max(to) },
            text,
            tags,
            ..note()
        })
}

proptest! {
    #[test]
    fn json_is_what_a_library_for_it_says(json in any_json(), is_pretty in any::<bool>()) {
        let text = if is_pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let read = Json::parse(&text.expect("JSON")).expect("it is read");
        let again: serde_json::Value = serde_json::from_str(&read.to_string()).expect("JSON");
        prop_assert_eq!(again, json);
    }

    #[test]
    fn any_text_is_json_or_not(text in "\\PC{0,40}|[\\[\\]{}\",:\\\\u0-9a-ftrue ]{0,60}") {
        if serde_json::from_str::<serde_json::Value>(&text).is_ok() && !text.contains("\\u") {
            prop_assert!(Json::parse(&text).is_some(), "{}", text);
        }
        let _ = import(&text, ADDRESSES);
        let _ = from_record(&format!("1\n{text}"), ADDRESSES);
    }

    #[test]
    fn any_note_is_kept(note in any_note()) {
        let record = to_record("k", &note, ADDRESSES);
        prop_assert_eq!(from_record(&record, ADDRESSES), Some(note.clone()));
        let listed = [("k", &note)];
        let (read, _) = import(&export(&listed, ADDRESSES, BASE), ADDRESSES).expect("it is read");
        prop_assert_eq!(read.get("k"), Some(&note));
    }
}

#[test]
fn what_goes_too_deep_is_not_followed() {
    assert_eq!(Json::parse(&"[".repeat(100_000)), None);
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    assert!(Json::parse(&deep).is_some());
}
