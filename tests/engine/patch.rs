//! The patch text: what is written is read, what is not understood is kept.

use jianyue::engine::{Change, Correction, Entry, Patch, Place, Role, Rule, quote};
use proptest::prelude::*;

/// `entries`: what the lines mean, as they would be written.
#[track_caller]
fn check(text: &str, entries: &[Entry]) {
    assert_eq!(Patch::parse(text).entries, entries);
}

fn at(line: u32, column: u32) -> Place {
    Place { line, column }
}

fn correct(place: Place, change: Change, quote: &str) -> Entry {
    Entry::Correct(correction(place, change, quote))
}

fn correction(place: Place, change: Change, quote: &str) -> Correction {
    Correction { place, quote: quote.to_owned(), change }
}

fn unknown(line: &str) -> Entry {
    Entry::Unknown(line.to_owned())
}

#[test]
fn every_kind_of_line_is_read() {
    check("# 说明\n", &[Entry::Comment("# 说明".to_owned())]);
    check("off spaces", &[Entry::Off(Rule::Spaces)]);
    check(
        "role 12:1 subhead “中电系”4家子公",
        &[correct(at(12, 1), Change::Role(Role::Subhead), "“中电系”4家子公")],
    );
    check("split 40:12 其中，2016年", &[correct(at(40, 12), Change::Split, "其中，2016年")]);
    check("join 44:1 据网信产业", &[correct(at(44, 1), Change::Join, "据网信产业")]);
    check("move 45:1 before 3:1 重庆", &[correct(at(45, 1), Change::Before(at(3, 1)), "重庆")]);
    check("move 45:1 last 重庆", &[correct(at(45, 1), Change::Last, "重庆")]);
}

#[test]
fn a_patch_written_on_another_system_is_read() {
    check(
        "\u{feff}off lines\r\n  join \t44:1   Watson Build \r\n",
        &[Entry::Off(Rule::Lines), correct(at(44, 1), Change::Join, "Watson Build")],
    );
}

#[test]
fn what_is_not_understood_is_kept_as_it_stands() {
    for line in [
        "off everything",
        "off",
        "role 12:1 title 中电",
        "role 12 subhead 中电",
        "split 0:1 中电",
        "split 1:99999999999 中电",
        "join 44:1",
        "move 45:1 after 3:1 重庆",
        "move 45:1 before 重庆",
        "  删去 第三段",
    ] {
        check(line, &[unknown(line)]);
        assert_eq!(Patch::parse(line).to_text(), format!("{line}\n"));
    }
}

#[test]
fn a_quote_is_the_first_characters_without_space_at_its_ends() {
    assert_eq!(quote("重庆日报：作为网信产业"), "重庆日报：作为网");
    assert_eq!(quote("Watson Build"), "Watson B");
    assert_eq!(quote("电子信息产业园 区"), "电子信息产业园");
}

#[test]
fn rules_are_switched_off_and_on() {
    let mut patch = Patch::parse("# 说明\nsplit 1:3 丙\n");
    patch.switch(Rule::Spaces, false);
    patch.switch(Rule::Spaces, false);
    patch.switch(Rule::Lines, false);
    assert_eq!(patch.to_text(), "# 说明\noff spaces\noff lines\nsplit 1:3 丙\n");
    assert!(patch.is_off(Rule::Spaces) && !patch.is_off(Rule::Order));
    patch.switch(Rule::Spaces, true);
    assert_eq!(patch.to_text(), "# 说明\noff lines\nsplit 1:3 丙\n");
}

#[test]
fn trying_out_leaves_no_trail() {
    #[track_caller]
    fn check(changes: &[(u32, Change)], text: &str) {
        let mut patch = Patch::default();
        for &(line, change) in changes {
            patch.correct(correction(at(line, 1), change, "甲"));
        }
        assert_eq!(patch.to_text(), text);
    }
    check(
        &[(1, Change::Role(Role::Label)), (2, Change::Join), (1, Change::Role(Role::Body))],
        "role 1:1 body 甲\njoin 2:1 甲\n",
    );
    check(&[(3, Change::Split), (3, Change::Join)], "");
    check(&[(3, Change::Join), (3, Change::Split)], "");
    check(&[(3, Change::Before(at(2, 1))), (3, Change::Last)], "move 3:1 last 甲\n");
    check(&[(3, Change::Split), (4, Change::Join)], "split 3:1 甲\njoin 4:1 甲\n");
    // Between the two roles the block was another.
    check(
        &[
            (3, Change::Role(Role::Label)),
            (3, Change::Join),
            (4, Change::Join),
            (3, Change::Split),
            (3, Change::Role(Role::Body)),
        ],
        "role 3:1 label 甲\njoin 3:1 甲\njoin 4:1 甲\nsplit 3:1 甲\nrole 3:1 body 甲\n",
    );
}

fn places() -> impl Strategy<Value = Place> {
    (1u32.., 1u32..).prop_map(|(line, column)| Place { line, column })
}

fn entries() -> impl Strategy<Value = Entry> {
    let role = prop::sample::select(Role::ALL.to_vec()).prop_map(Change::Role);
    let change = prop_oneof![
        role,
        Just(Change::Split),
        Just(Change::Join),
        Just(Change::Last),
        places().prop_map(Change::Before)
    ];
    let quotes = "[重庆a# ]{1,9}".prop_map(|text| quote(&text));
    let quotes = quotes.prop_filter("a quote says something", |quote| !quote.is_empty());
    prop_oneof![
        prop::sample::select(Rule::ALL.to_vec()).prop_map(Entry::Off),
        (places(), change, quotes).prop_map(|(place, change, quote)| Entry::Correct(Correction {
            place,
            quote,
            change
        })),
    ]
}

proptest! {
    #[test]
    fn a_patch_comes_back_from_its_text(entries in prop::collection::vec(entries(), 0..8)) {
        let patch = Patch { entries };
        prop_assert_eq!(Patch::parse(&patch.to_text()), patch);
    }

    #[test]
    fn any_text_is_a_patch_and_settles(text in "\\PC{0,40}|((off|role|split|join|move) ?[0-9:]{0,4} ?[a-z重]{0,6}[ \r\n#]{0,3}){0,6}") {
        let patch = Patch::parse(&text);
        prop_assert_eq!(Patch::parse(&patch.to_text()), patch);
    }
}
