//! Rows of tables and objects of JSON.

use jianyue::import::{Cause, Format, Wishes};

use crate::{all, refused};

/// Each row is a text: its path, title, author, date and text.
#[track_caller]
fn check(path: &str, bytes: &str, rows: &[[&str; 5]]) {
    let found = all(path, bytes.as_bytes(), &Wishes::default());
    let found: Vec<_> = found
        .iter()
        .map(|one| match one {
            Ok(taken) => {
                let content = &taken.content;
                [&taken.path, &content.title, &content.author, &content.date, &content.text]
                    .map(String::as_str)
            }
            Err(refused) => [refused.path.as_str(), "", "", "", "refused"],
        })
        .collect();
    assert_eq!(found, rows);
}

#[test]
fn each_row_of_a_table_is_a_text() {
    check(
        "a/x.csv",
        "标题,日期,作者,正文\n一,2021/3/5,夏元,\"甲，\"\"乙\"\"\n丙\"\n二,,,丁\n三,,,\n",
        &[
            ["a/x.csv#1", "一", "夏元", "2021-03-05", "甲，\"乙\"\n丙"],
            ["a/x.csv#2", "二", "", "", "丁"],
            ["a/x.csv#3", "", "", "", "refused"],
        ],
    );
    check("x.tsv", "Text\tTitle\n甲\t一\n", &[["x.tsv#1", "一", "", "", "甲"]]);
    check("x.csv", "id;content\n1;甲\n", &[["x.csv#1", "", "", "", "甲"]]);
    check(
        "x.csv",
        "id\tbody\n1\t甲\n2\n",
        &[["x.csv#1", "", "", "", "甲"], ["x.csv#2", "", "", "", "refused"]],
    );
}

#[test]
fn each_object_of_json_is_a_text() {
    check(
        "x.jsonl",
        "{\"title\":\"一\",\"text\":\"甲\\r\\n乙\",\"author\":[\"王静\",\"刘廷\"],\"date\":20210305}\n\n{\n{\"text\":[\"丙。\",\"丁\"]}\n3\n",
        &[
            ["x.jsonl#1", "一", "王静、刘廷", "2021-03-05", "甲\n乙"],
            ["x.jsonl#2", "", "", "", "refused"],
            ["x.jsonl#3", "", "", "", "丙。\n\n丁"],
            ["x.jsonl#4", "", "", "", "refused"],
        ],
    );
    check(
        "x.json",
        "[{\"正文\":\"甲\"},\n{\"正文\":\"乙\"}]",
        &[["x.json#1", "", "", "", "甲"], ["x.json#2", "", "", "", "乙"]],
    );
    check("x.json", "{\"content\":\"甲\",\n\"n\":1}", &[["x.json#1", "", "", "", "甲"]]);
    check(
        "x.json",
        "[{\"text\":\"甲\"},",
        &[["x.json#1", "", "", "", "甲"], ["x.json", "", "", "", "refused"]],
    );
}

#[test]
fn the_column_of_the_text_can_be_said() {
    let wishes = Wishes { column: Some("b".to_owned()), ..Wishes::default() };
    for (path, bytes) in [
        ("x.csv", "a,b,text\n一,二,三\n"),
        ("x.jsonl", "{\"a\":\"一\",\"b\":\"二\",\"text\":\"三\"}"),
    ] {
        let taken = all(path, bytes.as_bytes(), &wishes).remove(0).expect("taken");
        assert_eq!(taken.content.text, "二");
    }
    assert!(all("x.csv", b"a,text\n1,2\n", &wishes)[0].is_err());
}

#[test]
fn a_table_without_a_text_says_what_it_has() {
    let columns = || vec!["甲".to_owned(), "乙".to_owned()];
    assert_eq!(refused("x.csv", "甲,乙\n1,2\n".as_bytes()), Cause::NoText { columns: columns() });
    let mut keys = columns();
    keys.sort();
    assert_eq!(
        refused("x.jsonl", "{\"甲\":1,\"乙\":2}\n{\"甲\":1}".as_bytes()),
        Cause::NoText { columns: keys.clone() }
    );
    assert_eq!(
        refused("x.json", "[{\"甲\":1,\"乙\":2}]".as_bytes()),
        Cause::NoText { columns: keys }
    );
    assert_eq!(refused("x.csv", b"text,title\n"), Cause::Empty);
    assert_eq!(refused("x.json", b"[]"), Cause::Empty);
    assert!(matches!(refused("x.json", b"[{"), Cause::Broken { .. }));
}

#[test]
fn deep_json_is_refused() {
    let deep = "[".repeat(100_000);
    assert!(matches!(refused("x.json", deep.as_bytes()), Cause::Broken { .. }));
    let found = all("x.jsonl", deep.as_bytes(), &Wishes::default());
    assert!(matches!(&found[..], [Err(refused)] if refused.path == "x.jsonl#1"));
}

#[test]
fn a_row_names_its_format() {
    let taken = all("x.csv", "text\n甲\n".as_bytes(), &Wishes::default()).remove(0).expect("taken");
    assert_eq!((taken.format, taken.encoding.map(|e| e.name())), (Format::Csv, Some("UTF-8")));
}
