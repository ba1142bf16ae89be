//! A passage in all forms of citation.

use jianyue::citation::{Cited, Form, authors};
use jianyue::protocol::{Place, Quotation};

const LINK: &str = "https://a.cn/#doc=001&at=12.3-14.8";

fn quotation() -> Quotation {
    Quotation {
        quote: "信创_产业\n第二段".to_owned(),
        title: "按下“加速键”".to_owned(),
        byline: "重庆日报记者 夏元".to_owned(),
        date: "2020-04".to_owned(),
        from: Place { line: 12, column: 3 },
        to: Place { line: 14, column: 8 },
    }
}

fn cite(form: Form, of: &Quotation) -> String {
    let cited =
        Cited { source: "001", lines: "原文第 12 至 14 行", link: LINK, today: "2026-11-21" };
    form.cite(of, cited)
}

#[track_caller]
fn check(form: Form, expected: &str) {
    assert_eq!(cite(form, &quotation()), expected);
}

#[test]
fn each_form_says_who_what_when_and_where() {
    check(
        Form::Text,
        &format!(
            "信创_产业\n第二段\n——重庆日报记者 夏元，《按下“加速键”》，2020-04，001，原文第 12 至 14 行\n{LINK}\n"
        ),
    );
    check(
        Form::Markdown,
        &format!(
            "> 信创\\_产业\n>\n> 第二段\n>\n> —— 重庆日报记者 夏元，[《按下“加速键”》]({LINK})，2020-04，`001`，原文第 12 至 14 行\n"
        ),
    );
    check(Form::GbT7714, &format!("夏元. 按下“加速键”[N/OL]. (2020-04)[2026-11-21]. {LINK}.\n"));
    check(
        Form::BibTex,
        &format!(
            "@misc{{001-12,\n  title = {{按下“加速键”}},\n  author = {{夏元}},\n  year = {{2020}},\n  \
             date = {{2020-04}},\n  note = {{001, 原文第 12 至 14 行}},\n  annote = {{信创\\_产业 第二段}},\n  \
             url = {{{LINK}}},\n  urldate = {{2026-11-21}},\n}}\n"
        ),
    );
    check(
        Form::Ris,
        &format!(
            "TY  - NEWS\r\nTI  - 按下“加速键”\r\nAU  - 夏元\r\nPY  - 2020\r\nDA  - 2020/04//\r\n\
             N1  - 001, 原文第 12 至 14 行\r\nAB  - 信创_产业 第二段\r\nUR  - {LINK}\r\n\
             Y2  - 2026/11/21/\r\nER  - \r\n"
        ),
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    let of = Quotation { byline: String::new(), date: String::new(), ..quotation() };
    assert_eq!(cite(Form::GbT7714, &of), format!("按下“加速键”[N/OL]. [2026-11-21]. {LINK}.\n"));
    for form in Form::ALL {
        let cited = cite(form, &of);
        assert!(!cited.contains("，，") && !cited.contains("author") && !cited.contains("AU  -"));
    }
}

#[test]
fn names_are_told_from_what_stands_before_them() {
    #[track_caller]
    fn check(byline: &str, names: &[&str]) {
        assert_eq!(authors(byline), names);
    }
    check("重庆日报记者 夏元", &["夏元"]);
    check("王静 刘廷", &["王静", "刘廷"]);
    check("本报首席记者 夏元、李珩", &["夏元", "李珩"]);
    check("文/文静 图：记者郑宇", &["文静", "郑宇"]);
    check("", &[]);
}
