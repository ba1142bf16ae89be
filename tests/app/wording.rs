//! The page in its languages: which one it speaks, what it says in each, and that none lacks anything.

use std::fs;

use jianyue::protocol::{Failure, Response};
use jianyue::ui::{Language, wording};

use crate::rendered::{answered, at, html, html_in, read, sea, settled};

#[path = "../../src/wording_table.rs"]
mod wording_table;

use wording_table::tables;

/// The texts of the page's languages.
fn languages() -> Vec<(&'static str, String)> {
    let text = |language: Language| {
        let file = format!("src/ui/wording/{}.ftl", language.tag());
        (language.tag(), fs::read_to_string(file).expect("it is there"))
    };
    Language::ALL.map(text).into()
}

/// What is wrong with languages of these texts.
#[track_caller]
fn check_wrong(first: &str, second: &str, wrong: &str) {
    let error = tables(&[("a", first.to_owned()), ("b", second.to_owned())]).err();
    assert_eq!(error.as_deref(), Some(wrong));
}

#[test]
fn every_language_says_everything() {
    let made = tables(&languages()).expect("the languages are alike");
    let names = made.names.matches("pub ").count();
    assert!(names > 200, "{names}");
    for patterns in &made.patterns {
        assert_eq!(patterns.lines().count(), names);
        assert!(patterns.lines().all(|pattern| !pattern.trim().is_empty()));
    }
}

#[test]
fn what_a_language_lacks_is_named() {
    check_wrong("x = 1\ny = 2\n", "x = 1\n", "b: y is missing; a has it");
    check_wrong("x = 1\n", "x = 1\n    .y = 2\n", "a: x.y is missing; b has it");
    check_wrong(
        "x = { $n }\n",
        "x = { $m }\n",
        r#"b: x has the variables {"m"}; in a they are {"n"}"#,
    );
    check_wrong("x = { -y }\n", "x = 1\n", "a: x: there is no term -y");
    check_wrong("x = 1\n  2\n", "x = 1\n", "a: x: it is of more than one line");
    check_wrong("x = 1\nx = 2\n", "x = 1\n", "a: x is there twice");
    let choice = "x = { $n ->\n    [one] 1\n   *[many] 2\n}\n";
    check_wrong("x = { $n }\n", choice, "b: x: a choice is between [one] and *[other]");
    assert!(tables(&[("a", "x = { $n\n".to_owned())]).is_err());
    assert!(tables(&[("a", "x = { NUMBER($n) }\n".to_owned())]).is_err());
}

#[test]
fn the_browser_says_which_language_it_wants() {
    for (asked, tag) in [
        (&["zh-CN", "en"][..], "zh-Hans"),
        (&["zh"], "zh-Hans"),
        (&["zh-SG"], "zh-Hans"),
        (&["zh-Hans-HK"], "zh-Hans"),
        (&["zh-TW", "zh-CN"], "zh-Hant"),
        (&["zh-HK"], "zh-Hant"),
        (&["ZH-hant-CN"], "zh-Hant"),
        (&["en-GB", "zh"], "en"),
        (&["fr", "zh-TW", "en"], "zh-Hant"),
        (&["ja", "en"], "en"),
        (&["fr"], "en"),
        (&[], "zh-Hans"),
    ] {
        assert_eq!(Language::preferred(asked.iter().copied()).tag(), tag, "{asked:?}");
    }
    for language in Language::ALL {
        assert_eq!(Language::tagged(language.tag()), Some(language));
    }
    assert_eq!(Language::tagged("fr"), None);
}

#[test]
fn results_and_article_in_english() {
    let page = html_in(Language::English, || settled(at("#doc=deep&q=深海 -大山"), sea()));
    assert_eq!(read(&page, r#"class="list-head found""#, "</p>"), "2 articles, 6 hits");
    assert_eq!(read(&page, r#"class="understood""#, "</p>"), "“深海”, without “大山”");
    assert_eq!(read(&page, r#"class="facts""#, "</h2>"), "2021 5 hits");
    let account = "173 lines joined, 0 duplicates removed, 0 spaces removed";
    assert!(read(&page, r#"class="restored""#, "</p>").starts_with(account));
    let one = html_in(Language::English, || settled(at("#q=船"), sea()));
    assert_eq!(read(&one, r#"class="list-head found""#, "</p>"), "1 article, 1 hit");
}

#[test]
fn results_and_article_in_traditional_chinese() {
    let page = html_in(Language::Traditional, || settled(at("#doc=deep&q=深海 -大山"), sea()));
    assert_eq!(read(&page, r#"class="list-head found""#, "</p>"), "2 篇 · 6 處");
    assert_eq!(read(&page, r#"class="understood""#, "</p>"), "「深海」，不含「大山」");
    assert!(read(&page, r#"class="restored""#, "</p>").starts_with("合併 173 行"));
    assert!(
        page.contains("没有海风的深海很静。") || page.contains("没有海风的"),
        "as it is written"
    );
}

#[test]
fn a_failure_is_said_in_the_language_of_the_page() {
    let broken =
        || answered(at(""), Response::Failed(Failure::OtherVersion { found: 3, wanted: 4 }));
    let cause = |page: &str| read(page, r#"class="cause""#, "</p>");
    let said = html_in(Language::English, broken);
    assert!(cause(&said).starts_with("The library has format 3, this program reads format 4"));
    assert!(cause(&html(broken)).starts_with("文章库是第 3 版格式，本程序读第 4 版"));
}

/// In the page in English all Chinese stands where `lang` says so, but in sentences that quote it.
#[test]
fn what_is_chinese_is_said_to_be() {
    let addresses = [
        "",
        "#q=深海",
        "#q=深海&lines=place",
        "#q=大山",
        "#page=lists&list=海:深海,船",
        "#doc=deep&list=海:深海,船",
        "#doc=deep&q=深海",
        "#doc=deep&original=1",
    ];
    for address in addresses {
        let page = html_in(Language::English, move || settled(at(address), sea()));
        let mut languages = Vec::new();
        for piece in page.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            if tag.starts_with('/') {
                languages.pop();
            } else if !matches!(name, "input" | "hr" | "!--") {
                let own = tag.split_once(r#"lang=""#).and_then(|(_, tag)| tag.split('"').next());
                languages.push(own.or(languages.last().copied()).unwrap_or("en"));
            }
            let is_chinese = text.contains(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
            let is_said = languages.last().is_some_and(|language| language.starts_with("zh"));
            assert!(!is_chinese || is_said || text.contains('“'), "{address}: <{piece}");
        }
    }
}

#[test]
fn dates_are_said_in_each_language() {
    let all = |iso: &str| {
        Language::ALL.map(|language| {
            language.speak();
            wording::date(iso)
        })
    };
    assert_eq!(all("2021"), ["2021年", "2021年", "2021"]);
    assert_eq!(all("2021-03"), ["2021年3月", "2021年3月", "March 2021"]);
    assert_eq!(all("2021-03-05"), ["2021年3月5日", "2021年3月5日", "5 March 2021"]);
    assert_eq!(all("2021-13"), ["2021-13"; 3]);
    assert_eq!(all("no date"), ["no date"; 3]);
}
