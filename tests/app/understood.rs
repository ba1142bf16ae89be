//! A reader is told how a query was understood.

use jianyue::engine::{Folds, Query};
use jianyue::ui::wording;

#[track_caller]
fn check_understood(typed: &str, understood: &str) {
    let query = Query::parse(typed, Folds::ALL);
    let said = query.root.as_ref().map_or(String::new(), wording::understood);
    assert_eq!(said, understood, "{typed}");
}

#[test]
fn of_nothing_nothing_is_said() {
    for typed in ["", " \u{3000}", "\u{200b}"] {
        check_understood(typed, "");
    }
}

#[test]
fn a_reader_is_told_of_words() {
    check_understood("重庆", "“重庆”");
    check_understood("重庆 高新区 -成都", "“重庆” 和 “高新区”，不含 “成都”");
    check_understood("-成都 重庆 -北京", "“重庆”，不含 “成都”，也不含 “北京”");
    check_understood("甲 | 乙", "“甲” 或 “乙”");
    check_understood("甲 乙 | 丙", "（“甲” 和 “乙”）或 “丙”");
    check_understood("甲 (乙 | 丙)", "“甲” 和（“乙” 或 “丙”）");
    check_understood("甲 -(乙 | 丙)", "“甲”，不含（“乙” 或 “丙”）");
    check_understood("\"中国 电子\"", "“中国 电子”");
    check_understood("甲 ~", "“甲” 和 “~”");
    check_understood(&"甲".repeat(40), &format!("“{}”", "甲".repeat(40)));
    check_understood(&"甲".repeat(41), &format!("“{}…”", "甲".repeat(40)));
}

#[test]
fn a_reader_is_told_of_documents_without() {
    check_understood("-甲", "不含 “甲” 的文档");
    check_understood("-甲 -乙", "不含 “甲”，也不含 “乙” 的文档");
    check_understood("-甲 | 乙", "不含 “甲” 的文档或 “乙”");
    check_understood("-(-甲)", "除去不含 “甲” 的文档");
    check_understood("-甲 -date:2020", "不含 “甲” 的文档，除去 2020 的文档");
}

#[test]
fn a_reader_is_told_of_patterns() {
    check_understood("中?电", "“中?电”（? 为任一字）");
    check_understood("王*", "“王*”（* 为十字以内）");
    check_understood("?国* 甲", "“?国*”（? 为任一字，* 为十字以内）和 “甲”");
    check_understood("/[0-9.]+亿元/", "正则 /[0-9.]+亿元/");
    check_understood("甲 ~20 乙", "“甲” 前后 20 字内有 “乙”");
    check_understood("甲 ..10.. 乙", "“甲” 后 10 字内有 “乙”");
    check_understood("甲 ~5 乙 ~6 丙", "（“甲” 前后 5 字内有 “乙”）前后 6 字内有 “丙”");
    check_understood("甲 乙 ~5 丙", "“甲” 和（“乙” 前后 5 字内有 “丙”）");
    check_understood("word:电子", "词 “电子”");
    check_understood("pos:nr 王*", "词性 nr 的词 “王*”");
}

#[test]
fn a_reader_is_told_of_places_and_documents() {
    check_understood("in:headline 甲", "标题中的 “甲”");
    check_understood("in:kicker 甲 乙", "引题中的（“甲” 和 “乙”）");
    check_understood("by:夏元 甲", "署名中的 “夏元” 和 “甲”");
    check_understood("甲 -in:headline", "“甲”，不含标题中的 “甲”");
    check_understood("doc:001", "编号含 “001” 的文档");
    check_understood("date:2020..2021-03", "2020 至 2021-03 的文档");
    check_understood("date:2020", "2020 的文档");
    check_understood("date:2020..", "2020 起的文档");
    check_understood("date:..2020", "至 2020 的文档");
    check_understood("date:2020 甲 -乙", "“甲”，限 2020 的文档，不含 “乙”");
    check_understood("date:2020 doc:001", "2020 的文档，限编号含 “001” 的文档");
    check_understood("甲 -doc:001", "“甲”，除去编号含 “001” 的文档");
}
