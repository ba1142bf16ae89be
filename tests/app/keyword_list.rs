//! A list of terms as a text and in an address: both come back, and whatever is read, the rest goes on.

use jianyue::engine::{Fold, Folds, Node, Pattern, Query};
use jianyue::keyword_list::{Cause, KeywordList, LONGEST, Style, TERMS, Term, join, split};
use proptest::prelude::*;

/// A list by its name, and its terms with their styles.
fn list(name: &str, terms: &[(&str, Style)]) -> KeywordList {
    let term = |&(text, style): &(&str, Style)| Term::new(text, style).expect("a term");
    KeywordList { terms: terms.iter().map(term).collect(), ..KeywordList::named(name) }
}

/// What a text is read as, each list in its address form, and the lines that are odd.
#[track_caller]
fn check(text: &str, lists: &[&str], odd: &[(u32, Cause)]) {
    let (read, left) = KeywordList::read(text);
    let read: Vec<String> = read.iter().map(KeywordList::to_link).collect();
    let left: Vec<(u32, Cause)> = left.iter().map(|odd| (odd.line, odd.cause)).collect();
    assert_eq!((read, left.as_slice()), (lists.iter().map(|&list| list.to_owned()).collect(), odd));
}

#[test]
fn a_list_is_a_name_and_a_term_a_line() {
    check("# 园区\n重庆高新区\n科学城|科学园\twavy\n", &["园区:重庆高新区,科学城|科学园~4"], &[]);
    check("\u{feff}#园区\r\n\r\n  甲 \r\n乙\tdotted\r\n", &["园区:甲,乙"], &[]);
    check("甲\n乙\n", &[":甲,乙"], &[]);
    check("# 一\n甲\n# 二\n乙\tsolid\n", &["一:甲", "二:乙"], &[]);
    check("# 一\n\\#标签\n\\\\甲\n", &["一:#标签,\\\\甲"], &[]);
    check("", &[], &[]);
}

#[test]
fn what_is_not_understood_is_reported_and_the_rest_goes_on() {
    let long = "长".repeat(LONGEST + 1);
    let text = format!("# 一\n甲\tpink\n甲\n | \n{long}\n乙\n");
    check(
        &text,
        &["一:甲,乙"],
        &[(2, Cause::NoStyle), (3, Cause::Repeated), (4, Cause::NoText), (5, Cause::TooLong)],
    );
    let many: String = (0..TERMS + 2).map(|number| format!("词{number}\n")).collect();
    let (lists, odd) = KeywordList::read(&many);
    assert_eq!((lists[0].terms.len(), odd.len(), odd[0].cause), (TERMS, 2, Cause::TooMany));
    check("#jianyue-list 2\n# 一\n甲\n", &[], &[(1, Cause::OtherVersion)]);
    check("#jianyue-list 1\n# 一\n甲\n", &["一:甲"], &[]);
}

#[test]
fn a_record_of_any_version_is_read_or_set_aside() {
    let kept = list("园区", &[("甲", Style::Solid), ("乙", Style::Wavy)]);
    assert_eq!(KeywordList::kept("园区", &kept.record()), (Some(kept.clone()), Vec::new()));
    // As it was before there was a version, or as one writes it by hand.
    assert_eq!(KeywordList::kept("园区", &kept.to_string()), (Some(kept), Vec::new()));
    let (newer, odd) = KeywordList::kept("园区", "#jianyue-list 9\n# 园区\n甲\n");
    assert_eq!((newer, odd.len()), (None, 1));
    assert_eq!(KeywordList::kept("园区", ""), (None, Vec::new()));
}

#[test]
fn a_term_is_looked_for_as_it_stands() {
    let query = |text: &str| Term::new(text, Style::Solid).map(|term| term.query());
    for (text, expected) in [
        ("重庆", "重庆"),
        ("甲|乙", "甲 | 乙"),
        ("甲|甲| 乙 ", "甲 | 乙"),
        ("中?电", "\"中?电\""),
        ("-乙", "\"-乙\""),
        ("New  York", "\"New York\""),
        ("甲|(乙", "甲 | \"(乙\""),
        ("/a/", "\"/a/\""),
        ("说\"是 不", "\"说“是 不\""),
    ] {
        assert_eq!(query(text).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(query(" |\u{200b}"), Err(Cause::NoText));
    // Which is why a phrase can have another quotation mark in its place.
    let fold = Fold::new(jianyue::embedded::FOLD);
    assert_eq!(fold.text("\""), fold.text("“"));
}

/// Whether a query is of nothing but texts.
fn is_literal(node: &Node) -> bool {
    match node {
        Node::Term(term) => matches!(term.pattern, Pattern::Text(_)) && !term.is_word,
        Node::Or(parts) => parts.iter().all(is_literal),
        _ => false,
    }
}

/// Any list that can be made.
fn any_list() -> impl Strategy<Value = KeywordList> {
    let text = "\\PC{1,8}|[重庆 a|,:~\\\\#\"()*?/-]{1,8}";
    let terms = prop::collection::vec((text, prop::sample::select(&Style::ALL)), 0..12);
    ("\\PC{0,12}|[名称:,~\\\\# ]{0,6}", terms).prop_map(|(name, terms)| {
        let mut list = KeywordList::named(&name);
        for (text, style) in terms {
            let before = list.terms.len();
            if list.add(&text).is_ok() {
                list.terms[before].style = style;
            }
        }
        list
    })
}

proptest! {
    #[test]
    fn a_list_comes_back_from_its_text_and_its_address(list in any_list()) {
        let (read, odd) = KeywordList::read(&list.record());
        prop_assert_eq!((read, odd), (vec![list.clone()], Vec::new()));
        prop_assert_eq!(KeywordList::from_link(&list.to_link()), Some(list));
    }

    #[test]
    fn several_lists_come_back_from_one_text(lists in prop::collection::vec(any_list(), 0..4)) {
        let text: String = lists.iter().map(ToString::to_string).collect();
        prop_assert_eq!(KeywordList::read(&text).0, lists);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}|[#\\\\\t\n|甲a ,:~0-9]{0,40}") {
        KeywordList::read(&text);
        if let Some(list) = KeywordList::from_link(&text) {
            prop_assert_eq!(KeywordList::from_link(&list.to_link()), Some(list));
        }
        let names = split(&text);
        prop_assert_eq!(split(&join(&names)), names);
    }

    #[test]
    fn any_term_is_a_query_of_texts(text in "\\PC{1,20}|[重庆 a|,:~\\\\#\"()*?/.0-9-]{1,20}") {
        if let Ok(term) = Term::new(&text, Style::Solid) {
            let query = Query::parse(&term.query(), Folds::ALL);
            prop_assert!(query.root.as_ref().is_some_and(is_literal), "{:?}", query);
        }
    }
}
