//! Rows become texts: of a table (CSV, TSV), or objects of JSON. The column of the text goes by its
//! name, and so do those of title, author and date.

use std::fmt;
use std::ops::ControlFlow;

use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::format::Apart;
use super::{Cause, Content, guess};

/// What is given of a row: its number, counted from 1, and its text. Without a number: of the table.
pub(super) type Row = (Option<usize>, Result<Content, Cause>);

/// Who is given it.
pub(super) type Each<'a> = dyn FnMut(Row) -> ControlFlow<()> + 'a;

/// Names of columns, the surest first, in lower case.
const TEXT: [&str; 16] = [
    "text",
    "content",
    "正文",
    "内容",
    "內容",
    "全文",
    "body",
    "fulltext",
    "full_text",
    "full text",
    "文本",
    "内文",
    "內文",
    "文章内容",
    "article",
    "paragraph",
];
const TITLE: [&str; 10] =
    ["title", "标题", "標題", "题名", "題名", "headline", "题目", "題目", "篇名", "name"];
const AUTHOR: [&str; 9] =
    ["author", "作者", "byline", "authors", "by", "记者", "記者", "责任者", "creator"];
const DATE: [&str; 14] = [
    "date",
    "日期",
    "时间",
    "時間",
    "发布日期",
    "发布时间",
    "發布日期",
    "發布時間",
    "published",
    "pubdate",
    "publish_date",
    "published_at",
    "datetime",
    "time",
];

/// A list of keys that a message shows is no longer than this.
const SHOWN: usize = 40;

/// The rows of a table whose first row names the columns.
pub(super) fn rows(
    text: &str,
    separator: u8,
    wished: Option<&str>,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(str::to_owned).collect(),
        Err(error) => return each((None, Err(broken(&error)))),
    };
    let Some(column) = text_column(&head, wished) else {
        return each((None, Err(no_text(head))));
    };
    let (title, author, date) = (find(&head, &TITLE), find(&head, &AUTHOR), find(&head, &DATE));
    let mut rows = 0;
    for record in reader.records() {
        rows += 1;
        let row = match record {
            Ok(record) => {
                let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default();
                Ok(Content {
                    text: cell(Some(column)).to_owned(),
                    title: cell(title).trim().to_owned(),
                    author: cell(author).trim().to_owned(),
                    date: guess::date(cell(date)).unwrap_or_default(),
                })
            }
            Err(error) => Err(broken(&error)),
        };
        each((Some(rows), row))?;
    }
    if rows == 0 { each((None, Err(Cause::Empty))) } else { ControlFlow::Continue(()) }
}

/// JSON objects, each with a text under one of its keys.
pub(super) fn objects(
    text: &str,
    apart: Apart,
    wished: Option<&str>,
    each: &mut Each<'_>,
) -> ControlFlow<()> {
    let flow = ControlFlow::Continue(());
    let mut objects = Objects { wished, each, given: 0, is_done: false, flow };
    match apart {
        Apart::Lines => {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                if !objects.go_on(serde_json::from_str(line)) {
                    break;
                }
            }
        }
        Apart::Array if text.trim_start().starts_with('[') => {
            let mut reader = serde_json::Deserializer::from_str(text);
            if let Err(error) = reader.deserialize_seq(&mut objects)
                && !objects.is_done
            {
                return (objects.each)((None, Err(broken(&error))));
            }
        }
        Apart::Array => {
            for object in serde_json::Deserializer::from_str(text).into_iter() {
                if !objects.go_on(object) {
                    break;
                }
            }
        }
    }
    if objects.given == 0 { (objects.each)((None, Err(Cause::Empty))) } else { objects.flow }
}

/// The objects of a file as they are read, so that they are never all in memory.
struct Objects<'a, 'b> {
    wished: Option<&'a str>,
    each: &'a mut Each<'b>,
    given: usize,
    is_done: bool,
    /// What was answered last.
    flow: ControlFlow<()>,
}

impl Objects<'_, '_> {
    /// Gives what an object says; whether the next is wanted.
    fn go_on(&mut self, object: Result<Value, serde_json::Error>) -> bool {
        self.given += 1;
        let content = match object {
            Ok(Value::Object(object)) => content(&object, self.wished),
            Ok(_) => Err(Cause::Broken { what: "it is no object".to_owned() }),
            Err(error) => Err(broken(&error)),
        };
        // A file whose first object has no text has none in the others either, and says so once.
        let is_other = self.given == 1 && matches!(content, Err(Cause::NoText { .. }));
        self.flow = (self.each)((Some(self.given).filter(|_| !is_other), content));
        self.is_done = is_other || self.flow.is_break();
        !self.is_done
    }
}

impl<'de> Visitor<'de> for &mut Objects<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element()? {
            if !self.go_on(Ok(value)) {
                break;
            }
        }
        Ok(())
    }
}

fn content(object: &Map<String, Value>, wished: Option<&str>) -> Result<Content, Cause> {
    let keys: Vec<String> = object.keys().cloned().collect();
    let value = |at: Option<usize>, between: &str| {
        let value = at.and_then(|at| keys.get(at)).and_then(|key| object.get(key));
        value.map(|value| words(value, between)).unwrap_or_default()
    };
    let Some(column) = text_column(&keys, wished) else {
        return Err(no_text(keys));
    };
    Ok(Content {
        text: value(Some(column), "\n\n"),
        title: value(find(&keys, &TITLE), " "),
        author: value(find(&keys, &AUTHOR), "、"),
        date: guess::date(&value(find(&keys, &DATE), " ")).unwrap_or_default(),
    })
}

/// A value as text; those of a list one after the other.
fn words(value: &Value, between: &str) -> String {
    match value {
        Value::String(text) => super::lines(text.clone()),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let texts = values.iter().filter_map(Value::as_str);
            super::lines(texts.collect::<Vec<_>>().join(between))
        }
        _ => String::new(),
    }
}

fn text_column(head: &[String], wished: Option<&str>) -> Option<usize> {
    match wished {
        Some(wished) => head.iter().position(|name| name.trim() == wished.trim()),
        None => find(head, &TEXT),
    }
}

/// The column that has the first of some names that any has.
fn find(head: &[String], names: &[&str]) -> Option<usize> {
    let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    names.iter().find_map(|name| head.iter().position(|column| column == name))
}

fn no_text(mut columns: Vec<String>) -> Cause {
    columns.truncate(SHOWN);
    Cause::NoText { columns }
}

fn broken(error: &dyn fmt::Display) -> Cause {
    Cause::Broken { what: error.to_string() }
}
