//! The list of all articles, filtered by title and in its orders.

use jianyue::protocol::{Entry, Sort};
use jianyue::state::{Articles, ORDERS, arranged};
use jianyue::ui::Site;

use crate::rendered::{at, doc, engine, html, read, sea, settled, settled_by};

/// Articles by title and date, and which of them stand in the list, in which order.
#[track_caller]
fn check(articles: &[(&str, &str)], typed: &str, sort: Sort, expected: &str) {
    let entry = |&(title, date): &(&str, &str)| Entry {
        id: String::new(),
        title: title.to_owned(),
        date: date.to_owned(),
        length: 0,
        opening: String::new(),
        collections: Vec::new(),
        heading: String::new(),
    };
    let entries = Articles::from(articles.iter().map(entry).collect::<Vec<_>>());
    let titles: Vec<&str> =
        arranged(&entries, typed, sort).iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles.join(" "), expected);
}

const ARTICLES: [(&str, &str); 4] =
    [("港口", "2020-05"), ("Deep海", ""), ("深海", "2021"), ("海风", "2020-05")];

#[test]
fn the_list_has_its_orders() {
    assert_eq!(ORDERS, [Sort::Place, Sort::Date, Sort::Title]);
    check(&ARTICLES, "", Sort::Place, "港口 Deep海 深海 海风");
    check(&ARTICLES, "", Sort::Date, "深海 港口 海风 Deep海");
    check(&ARTICLES, "", Sort::Title, "Deep海 海风 深海 港口");
}

#[test]
fn what_is_typed_is_in_the_title() {
    check(&ARTICLES, " 海 ", Sort::Place, "Deep海 深海 海风");
    check(&ARTICLES, "DEEP", Sort::Date, "Deep海");
    check(&ARTICLES, "海", Sort::Date, "深海 海风 Deep海");
    check(&ARTICLES, "山", Sort::Place, "");
    check(&[], "海", Sort::Date, "");
}

#[test]
fn it_is_offered_as_soon_as_there_are_two() {
    let page = html(|| settled(at(""), sea()));
    assert_eq!(page.matches(r#"id="title-field""#).count(), 1);
    assert_eq!(read(&page, "<select>", "</select>"), "按文库次序 按日期 按标题");
    let one = html(|| settled(at(""), vec![doc("one", "一", &[])]));
    assert!(one.contains(r#"class="contents""#) && !one.contains("title-field"));
}

#[test]
fn articles_stand_under_their_headings() {
    let docs = || {
        let more = |id: &str| doc(id, id, &[]);
        [sea(), vec![more("three"), more("four")]].concat()
    };
    let headings = vec![(2, "海".to_owned()), (1, "<山>".to_owned()), (1, String::new())];
    let page = html(move || settled_by(at(""), &mut engine(docs()).with_headings(headings)));
    let said = page.split("contents-heading\">").skip(1).map(|rest| {
        let heading = rest.split("</li>").next().unwrap_or_default();
        let after = rest.matches("class=\"entry\"").count();
        format!("{heading} {after}")
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["<h2 lang=\"zh\">海</h2> 2", "<h2 lang=\"zh\">&lt;山&gt;</h2> 1", "<h2>其他文章</h2> 1"]
    );
    let none = html(|| settled(at(""), sea()));
    assert!(!none.contains("contents-heading"));
}

#[test]
fn a_site_that_is_one_page_too_offers_it() {
    let of = |has_single: bool| {
        html(move || {
            Site { has_single, ..Site::default() }.enter();
            settled(at(""), sea())
        })
    };
    assert!(!of(false).contains("class=\"single\""));
    assert!(of(true).contains("class=\"single\""));
}
