//! How the reader wants the page, and where they stopped reading: what is kept, by any version, is
//! read; what is damaged is set aside.

use jianyue::ui::Theme;
use jianyue::ui::positions::Positions;
use jianyue::ui::preferences::{Face, LEADINGS, MEASURES, Preferences, SIZES};
use proptest::prelude::*;

/// What a text says, and how many of its lines say nothing.
#[track_caller]
fn check(text: &str, expected: Preferences, damaged: usize) {
    let (preferences, left) = Preferences::from_text(text);
    assert_eq!((preferences, left.len()), (expected, damaged), "{text:?}");
}

#[test]
fn what_is_kept_is_read() {
    let chosen = Preferences {
        theme: Theme::Sepia,
        face: Face::Kai,
        size: SIZES[5],
        measure: MEASURES[0],
        leading: LEADINGS[2],
        is_spaced: true,
        is_justified: false,
        is_vertical: true,
        has_letter_keys: false,
    };
    check(&chosen.to_text(), chosen, 0);
    check(&Preferences::default().to_text(), Preferences::default(), 0);
}

#[test]
fn older_and_newer_versions_are_read() {
    let dark = Preferences { theme: Theme::Dark, ..Preferences::default() };
    check("dark", dark, 0);
    check("auto", Preferences::default(), 0);
    check("2\ntheme dark", dark, 0);
    check("3\ntheme dark\nsomething new", dark, 1);
}

#[test]
fn damage_is_set_aside_and_the_rest_goes_on() {
    let dark = Preferences { theme: Theme::Dark, ..Preferences::default() };
    check("", Preferences::default(), 1);
    check("2", Preferences::default(), 0);
    check("2\nsize 17\ntheme dark\nmeasure\n\0\u{fffd}", dark, 3);
    check("not a theme", Preferences::default(), 1);
}

#[test]
fn places_in_articles_are_remembered() {
    let mut positions = Positions::from_text("4 a\nnonsense\n7 b c\n");
    assert_eq!([positions.of("a"), positions.of("b c"), positions.of("d")], [4, 7, 0]);
    positions.put("d", 9);
    positions.put("a", 0);
    assert_eq!(positions.to_text(), "9 d\n7 b c\n");
    for i in 0..1000 {
        positions.put(&i.to_string(), 1);
    }
    assert_eq!(positions.to_text().lines().count(), 500);
    assert_eq!(positions.of("999"), 1);
}

proptest! {
    #[test]
    fn any_text_can_be_kept(text in "\\PC{0,40}|[0-9a-z \n]{0,60}") {
        let (preferences, _) = Preferences::from_text(&text);
        prop_assert_eq!(Preferences::from_text(&preferences.to_text()), (preferences, Vec::new()));
        let positions = Positions::from_text(&text);
        prop_assert_eq!(Positions::from_text(&positions.to_text()), positions);
    }
}
