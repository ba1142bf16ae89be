//! Title, author and date that a file does not say: from its name and its first lines.

use crate::one;

/// A text of this name has this title and date; what it says itself proves nothing.
#[track_caller]
fn check(path: &str, title: &str, date: &str) {
    let content = one(path, "甲，乙，丙。\n\n丁，戊。\n".as_bytes()).content;
    assert_eq!((&*content.title, &*content.date), (title, date), "{path}");
}

/// A text that begins so, under a name that says nothing.
#[track_caller]
fn check_text(text: &str, title: &str, author: &str, date: &str) {
    let content = one("0001.txt", text.as_bytes()).content;
    assert_eq!(
        (&*content.title, &*content.author, &*content.date),
        (title, author, date),
        "{text}"
    );
}

/// Names of the collection LawRefBook/Laws, numbered.
#[test]
fn names_of_statutes() {
    check(
        "laws/0000 烟台市芝罘岛生态环境保护条例(2021-12-07).txt",
        "烟台市芝罘岛生态环境保护条例",
        "2021-12-07",
    );
    check(
        "laws/0025 上海市鼓励引进技术的吸收与创新规定.txt",
        "上海市鼓励引进技术的吸收与创新规定",
        "",
    );
    check("laws/0018 海商法(1992-11-07)#part0.txt", "海商法#part0", "1992-11-07");
    check("laws/0056 合同编#part0.txt", "合同编#part0", "");
    check(
        "laws/0625 浙江省实施《节约能源法》办法(2017-11-30).txt",
        "浙江省实施《节约能源法》办法",
        "2017-11-30",
    );
    check(
        "0176 最高人民法院关于适用《刑事诉讼法》的解释(2021-01-26)#part2.txt",
        "最高人民法院关于适用《刑事诉讼法》的解释#part2",
        "2021-01-26",
    );
    // Cut where names may be no longer.
    check("0063 若干问题的规定(2001.txt", "若干问题的规定", "2001");
    check("0275 若干问题的解释(2017-01-25.txt", "若干问题的解释", "2017-01-25");
    check("0558 若干问题的规定(2020-12.txt", "若干问题的规定", "2020-12");
    check("0559 若干问题的规定(2020-1.txt", "若干问题的规定", "2020-01");
    check("0560 若干问题的规定(2020-.txt", "若干问题的规定", "2020");
    check("0561 某某决定#pa.txt", "某某决定#pa", "");
}

#[test]
fn names_that_people_give() {
    check("2021-03-05 标题.txt", "标题", "2021-03-05");
    check("20210305_标题.txt", "标题", "2021-03-05");
    check("2021.3.5标题.txt", "2021.3.5标题", "2021-03-05");
    check("2021年3月5日会议纪要.txt", "2021年3月5日会议纪要", "2021-03-05");
    check("2021-03 月报.md", "月报", "2021-03");
    check("标题_20210305.txt", "标题", "2021-03-05");
    check("标题（2021年3月5日）.txt", "标题", "2021-03-05");
    check("标题 二〇二一年十二月二十一日.txt", "标题", "2021-12-21");
    check("统计公报(2021).txt", "统计公报(2021)", "2021");
    check("2021 年度报告.txt", "2021 年度报告", "");
    check("12、标题.txt", "标题", "");
    check("001-标题", "标题", "");
    check("关于1.5亿元.txt", "关于1.5亿元", "");
    check("第3号公告.txt", "第3号公告", "");
    check("annual report.txt", "annual report", "");
    check("a\\b\\标题.txt", "标题", "");
    check("99999999.txt", "", "");
    check("000_619eecbc45d69f44.txt", "", "");
    check("2021-13-40 标题.txt", "2021-13-40 标题", "");
}

#[test]
fn first_lines_of_texts() {
    check_text("园区开工\n\n正文，一段。\n", "园区开工", "", "");
    check_text(
        "园区开工\n作者：夏元\n2021年3月5日\n\n正文，一段。\n",
        "园区开工",
        "夏元",
        "2021-03-05",
    );
    check_text("园区开工\n本报记者 夏元\n正文，一段。\n", "园区开工", "夏元", "");
    check_text("园区开工\n文/夏元 | 来源\n正文，一段。\n", "园区开工", "夏元", "");
    check_text("正文，一段。\n\n又一段。\n", "", "", "");
    check_text("只有一行", "", "", "");
    // The day that the text tells of, in the middle of it, is not its own.
    let long = "这一段讲的是二〇二一年的事情，".repeat(5);
    check_text(&format!("标题\n\n{long}2021年3月5日。\n"), "标题", "", "");
}

#[test]
fn the_first_line_has_the_title_that_the_name_cuts_short() {
    let text = "中华人民共和国畜牧法\n\n第一条，甲。\n";
    assert_eq!(
        one("0350 畜牧法(2022-10-30).txt", text.as_bytes()).content.title,
        "中华人民共和国畜牧法"
    );
    assert_eq!(one("另一个.txt", text.as_bytes()).content.title, "另一个");
}
