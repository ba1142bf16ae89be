//! The address and the view are inverse to each other, and any address is a view.

use std::rc::Rc;

use jianyue::engine::{Folds, Order, Place, Sort};
use jianyue::keyword_list::KeywordList;
use jianyue::state::{ListsOn, View, Width};
use proptest::prelude::*;

#[track_caller]
fn check(address: &str, doc: Option<&str>, query: &str, hit: Option<u32>) {
    let original = address.contains("original=1");
    let view = View {
        doc: doc.map(str::to_owned),
        query: query.to_owned(),
        hit,
        original,
        ..View::default()
    };
    assert_eq!(View::from_fragment(address), view);
}

#[test]
fn addresses_are_read() {
    check("", None, "", None);
    check("#doc=001&q=重庆&hit=3", Some("001"), "重庆", Some(3));
    check("#q=%E9%87%8D%E5%BA%86+A%26B", None, "重庆 A&B", None);
    check("q=a", None, "a", None);
    check("#doc=001&original=1", Some("001"), "", None);
}

#[test]
fn what_is_unknown_or_malformed_is_left_out() {
    check("#hit=0&doc=&x=1&&=&q", None, "", None);
    check("#q=a&original=yes", None, "a", None);
    check("#hit=-1&q=%E9%zz%", None, "\u{fffd}%zz%", None);
    check("#hit=99999999999999999999", None, "", None);
}

#[test]
fn what_makes_no_difference_is_said_in_letters_and_nothing_of_it_as_exact() {
    let folds = |address: &str| View::from_fragment(address).folds;
    assert_eq!(folds("#q=a"), Folds::ALL);
    assert_eq!(folds("#q=a&exact=1"), Folds::NONE);
    assert_eq!(folds("#q=a&folds=wcsvmb"), Folds::ALL.without(Folds::THOUSANDS));
    assert_eq!(folds("#q=a&folds=xyz"), Folds::ALL);
    let view = View { folds: Folds::ALL.without(Folds::SCRIPT), ..View::default() };
    assert_eq!(view.to_fragment(), "#folds=wcvmbt");
    let view = View { folds: Folds::NONE, ..View::default() };
    assert_eq!(view.to_fragment(), "#exact=1");
}

#[test]
fn lists_are_read_from_an_address_by_name_or_as_they_are() {
    let view = View::from_fragment("#lists=园区,人物&list=电子:中电,信创|国产~3");
    assert_eq!(view.lists.names, ["园区", "人物"]);
    let carried: Vec<String> = view.lists.carried.iter().map(ToString::to_string).collect();
    assert_eq!(carried, ["# 电子\n中电\n信创|国产\tdashed\n"]);
    assert_eq!(view.to_fragment(), "#lists=园区,人物&list=电子:中电,信创%7C国产~3");
    assert_eq!(view.anew(), view);
    assert!(View::from_fragment("#list=no-colon&lists=,,").lists.carried.is_empty());
}

proptest! {
    #[test]
    fn a_view_comes_back_from_its_address(
        doc in prop::option::of("\\PC{1,20}"),
        query in "\\PC{0,20}|[ &=?#+%/重庆]{0,12}",
        hit in prop::option::of(1u32..),
        original: bool,
        words: bool,
        notes: bool,
        folds in prop::collection::vec(prop::sample::select(&Folds::EACH), 0..8),
        sort in prop::sample::select(&Sort::ALL),
        lines in prop::option::of(prop::sample::select(&Order::ALL)),
        width in prop::sample::select(&Width::ALL),
        most in prop::sample::select(&[0, 100, 1000]),
        at_lists: bool,
        names in prop::collection::hash_set("\\PC{1,6}|[名,:~ a]{1,6}", 0..3),
        terms in prop::collection::vec("\\PC{1,6}|[甲,:~|#]{1,6}", 0..4),
        passage in prop::option::of((0u32..9, 0u32..9, 0u32..9, 0u32..9)),
    ) {
        let passage = passage.map(|(line, column, lines, length)| {
            let to = Place { line: line + lines, column: column + length };
            (Place { line, column }, to)
        });
        let folds = folds.into_iter().fold(Folds::NONE, Folds::with);
        let mut carried = KeywordList::named("甲,乙");
        for term in &terms {
            let _ = carried.add(term);
        }
        let on = ListsOn { names: names.into_iter().collect(), carried: vec![carried] };
        let lists = Rc::new(if at_lists { on } else { ListsOn::default() });
        let view = View {
            doc, query, hit, original, folds, sort, lines, width, most, passage, words, notes, lists,
            at_lists,
        };
        prop_assert_eq!(View::from_fragment(&view.to_fragment()), view);
    }

    #[test]
    fn any_address_is_a_view_and_settles(address in "\\PC{0,40}|[?&=%q0-9a-f]{0,30}") {
        let view = View::from_fragment(&address);
        prop_assert_eq!(View::from_fragment(&view.to_fragment()), view);
    }
}
