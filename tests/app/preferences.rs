//! How the reader wants the page, and where they stopped reading: what is kept, by any version, is
//! read; what is damaged is set aside.

use jianyue::ui::keys::{Key, Keys};
use jianyue::ui::positions::Positions;
use jianyue::ui::preferences::{Face, LEADINGS, MEASURES, PINYIN, Preferences, SCRIPTS, SIZES};
use jianyue::ui::{Command, Theme};
use proptest::prelude::*;

/// What a text says, and how many of its lines say nothing.
#[track_caller]
fn check(text: &str, expected: Preferences, damaged: usize) {
    let (preferences, left) = Preferences::from_text(text);
    assert_eq!((preferences, left.len()), (expected, damaged), "{text:?}");
}

/// Keys of the reader's own.
#[track_caller]
fn keys(own: &[(Command, &str)]) -> Keys {
    let with = |keys: Keys, &(command, name): &(Command, &str)| {
        keys.with(command, Key::named(name).expect("a key")).expect("it is free")
    };
    own.iter().fold(Keys::default(), with)
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
        pinyin: PINYIN[3],
        script: SCRIPTS[2],
        has_letter_keys: false,
        keys: keys(&[(Command::NextHit, "."), (Command::Contents, "gx")]),
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
fn a_key_does_one_thing() {
    let own = keys(&[(Command::NextHit, "."), (Command::Help, "gh")]);
    // The second key stays, the first is free for others.
    assert_eq!(own.of(Command::NextHit), [".", "]"]);
    assert_eq!([".", "]", "gh"].map(|key| own.command(key)), {
        [Some(Command::NextHit), Some(Command::NextHit), Some(Command::Help)]
    });
    assert_eq!([own.command("n"), own.command("?")], [None, None]);
    let named = |key: &str| Key::named(key).expect("a key");
    assert_eq!(own.with(Command::Search, named(".")), Err(Command::NextHit));
    assert_eq!(own.with(Command::Search, named("]")), Err(Command::NextHit));
    assert!(own.with(Command::Search, named("n")).is_ok());
    // The key of the first day is no choice.
    let back =
        own.with(Command::NextHit, named("n")).and_then(|own| own.with(Command::Help, named("?")));
    assert_eq!(back, Ok(Keys::default()));
    for other in ["", "g", "nn", "F1", "Enter", " ", "中", "é", "ggg", "g "] {
        assert_eq!(Key::named(other), None, "{other}");
    }
    assert_eq!(Key::typed(" g  a ").map(Key::name).as_deref(), Some("ga"));
    // The arrows and Ctrl+K are not for choosing.
    let fixed = [Command::NextArticle, Command::PreviousArticle, Command::Palette];
    assert!(Keys::commands().all(|command| !fixed.contains(&command)));
    assert_eq!(Keys::commands().count(), Command::ALL.len() - fixed.len());
}

#[test]
fn where_single_keys_do_nothing_the_others_still_do() {
    let off = Preferences { has_letter_keys: false, ..Preferences::default() };
    for key in ["n", "?", "/", "]", "ga"] {
        assert!(Preferences::default().command_of(key).is_some(), "{key}");
        assert_eq!(off.command_of(key), None, "{key}");
    }
    assert_eq!(off.command_of("ArrowLeft"), Some(Command::PreviousArticle));
    assert_eq!(off.command_of("Ctrl+K"), Some(Command::Palette));
    assert!(off.keys_of(Command::NextHit).is_empty());
}

#[test]
fn keys_that_cannot_be_are_set_aside() {
    let with = |own: &[(Command, &str)]| Preferences { keys: keys(own), ..Preferences::default() };
    let plain = Preferences::default();
    check("2\nkey-next-hit .", with(&[(Command::NextHit, ".")]), 0);
    check("2\nkey-next-hit\nkey-next-hit g\nkey-nothing x\nkey-palette x\nkey-up é", plain, 5);
    // Another has it.
    check("2\nkey-next-hit o", plain, 1);
    check("2\nkey-search x\nkey-help x", with(&[(Command::Search, "x")]), 1);
    // Two that have changed places.
    let swapped = "2\nkey-original j\nkey-down o";
    let (preferences, damaged) = Preferences::from_text(swapped);
    assert!(damaged.is_empty());
    assert_eq!(preferences.command_of("o"), Some(Command::Down));
    assert_eq!(preferences.command_of("j"), Some(Command::Original));
    // What falls back on a key takes it from who has it.
    check("2\nkey-original j\nkey-down N", plain, 2);
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
    fn any_text_can_be_kept(text in "\\PC{0,40}|[0-9a-z \n]{0,60}|2(\nkey-(up|down|help|search) g?[jko?/x]){0,4}") {
        let (preferences, _) = Preferences::from_text(&text);
        prop_assert_eq!(Preferences::from_text(&preferences.to_text()), (preferences, Vec::new()));
        let positions = Positions::from_text(&text);
        prop_assert_eq!(Positions::from_text(&positions.to_text()), positions);
    }
}
