//! How the reader wants the page: what can be chosen, and the text that it is kept as.
//!
//! The text has its version in the first line, then a line for each choice: its name, a space, the
//! value. What cannot be read is set aside, and the rest goes on.

use super::keys::{Key, Keys};
use super::{Command, Theme};
use crate::script::Script;

/// The version of the text that is written. Raised whenever older programs would misread it;
/// [`Preferences::from_text`] then has a step from the version before.
pub const VERSION: u32 = 2;

/// All that the reader can choose of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The colours.
    pub theme: Theme,
    /// The letters of running text.
    pub face: Face,
    /// How large running text is, in sixteenths of the browser's own size.
    pub size: u32,
    /// How many characters a line has, at most.
    pub measure: u32,
    /// How far lines stand from each other, in hundredths of their size.
    pub leading: u32,
    /// Whether blank lines stand between paragraphs, and not an indent before each.
    pub is_spaced: bool,
    /// Whether both edges are even.
    pub is_justified: bool,
    /// Whether lines run from top to bottom.
    pub is_vertical: bool,
    /// How large the pinyin above the lines is, in hundredths of them; 0 for none.
    pub pinyin: u32,
    /// The script that articles are shown in; `None` for the one that they are printed in.
    pub script: Option<Script>,
    /// Whether single letters and signs do something.
    pub has_letter_keys: bool,
    /// Which do what.
    pub keys: Keys,
}

/// The letters of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// 宋体.
    Song,
    /// 黑体.
    Hei,
    /// 楷体.
    Kai,
}

impl Face {
    /// All of them, as they are offered.
    pub const ALL: [Face; 3] = [Face::Song, Face::Hei, Face::Kai];

    /// The name in `data-face` and in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Face::Song => "song",
            Face::Hei => "hei",
            Face::Kai => "kai",
        }
    }
}

/// The sizes that are offered.
pub const SIZES: [u32; 6] = [15, 16, 18, 20, 24, 30];

/// The lengths of lines that are offered, in characters.
pub const MEASURES: [u32; 4] = [24, 30, 36, 40];

/// The distances of lines that are offered.
pub const LEADINGS: [u32; 3] = [150, 175, 200];

/// The scripts that are offered.
pub const SCRIPTS: [Option<Script>; 3] =
    [None, Some(Script::Simplified), Some(Script::Traditional)];

/// What one is kept as.
fn script_name(script: Option<Script>) -> &'static str {
    script.map_or("as-printed", Script::tag)
}

/// The sizes of pinyin that are offered, after none.
pub const PINYIN: [u32; 4] = [0, 40, 50, 60];

/// The one that its key shows.
const PINYIN_SHOWN: u32 = 50;

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            theme: Theme::Auto,
            face: Face::Song,
            size: 18,
            measure: 36,
            leading: 175,
            is_spaced: false,
            is_justified: true,
            is_vertical: false,
            pinyin: 0,
            script: None,
            has_letter_keys: true,
            keys: Keys::default(),
        }
    }
}

impl Preferences {
    /// The text that they are kept as.
    pub fn to_text(self) -> String {
        let mut text = VERSION.to_string();
        for (name, value) in self.values() {
            text += &format!("\n{name} {value}");
        }
        let keys = Keys::commands().filter_map(|command| Some((command, self.keys.own(command)?)));
        text + &keys
            .map(|(command, key)| format!("\n{}", key_line(command, key)))
            .collect::<String>()
    }

    /// What a text says, and the lines of it that say nothing. What it does not say is as if
    /// nothing had ever been chosen.
    pub fn from_text(text: &str) -> (Preferences, Vec<String>) {
        let text = match text.split('\n').next().unwrap_or_default().parse() {
            Ok(VERSION) => text.to_owned(),
            // A newer program's; what both know is taken.
            Ok(newer) if newer > VERSION => text.to_owned(),
            _ => from_version_1(text),
        };
        let mut preferences = Preferences::default();
        let lines = text.lines().skip(1).filter(|line| !line.is_empty());
        let mut damaged: Vec<String> =
            lines.filter(|line| !preferences.take(line)).map(str::to_owned).collect();
        // Only when all are known is it known whether two are the same.
        let refused = preferences.keys.settle().into_iter();
        damaged.extend(refused.map(|(command, key)| key_line(command, key)));
        (preferences, damaged)
    }

    /// The keys that do what a command does, as the browser names them.
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        let mut keys = self.keys.of(command);
        keys.retain(|key| self.has_letter_keys || Key::named(key).is_none());
        keys
    }

    /// The command of a key; `None` for any other, and where single letters do nothing.
    pub fn command_of(&self, key: &str) -> Option<Command> {
        self.keys.command(key).filter(|_| self.has_letter_keys || Key::named(key).is_none())
    }

    /// The same with pinyin, or without it.
    #[must_use]
    pub fn toggle_pinyin(self) -> Preferences {
        Preferences { pinyin: if self.pinyin > 0 { 0 } else { PINYIN_SHOWN }, ..self }
    }

    fn values(&self) -> [(&'static str, String); 11] {
        [
            ("theme", self.theme.name().to_owned()),
            ("face", self.face.name().to_owned()),
            ("size", self.size.to_string()),
            ("measure", self.measure.to_string()),
            ("leading", self.leading.to_string()),
            ("spaced", self.is_spaced.to_string()),
            ("justified", self.is_justified.to_string()),
            ("vertical", self.is_vertical.to_string()),
            ("pinyin", self.pinyin.to_string()),
            ("script", script_name(self.script).to_owned()),
            ("letter-keys", self.has_letter_keys.to_string()),
        ]
    }

    /// Takes what a line says. Whether it says something.
    fn take(&mut self, line: &str) -> bool {
        let Some((name, value)) = line.split_once(' ') else { return false };
        let of = |offered: &[u32]| offered.iter().copied().find(|of| of.to_string() == value);
        let yes_or_no = || value.parse::<bool>().ok();
        match name {
            "theme" => put(&mut self.theme, Theme::ALL.into_iter().find(|of| of.name() == value)),
            "face" => put(&mut self.face, Face::ALL.into_iter().find(|of| of.name() == value)),
            "size" => put(&mut self.size, of(&SIZES)),
            "measure" => put(&mut self.measure, of(&MEASURES)),
            "leading" => put(&mut self.leading, of(&LEADINGS)),
            "spaced" => put(&mut self.is_spaced, yes_or_no()),
            "justified" => put(&mut self.is_justified, yes_or_no()),
            "vertical" => put(&mut self.is_vertical, yes_or_no()),
            "pinyin" => put(&mut self.pinyin, of(&PINYIN)),
            "script" => {
                put(&mut self.script, SCRIPTS.into_iter().find(|of| script_name(*of) == value))
            }
            "letter-keys" => put(&mut self.has_letter_keys, yes_or_no()),
            _ => self.take_key(name, value),
        }
    }

    /// Takes the key of a command.
    fn take_key(&mut self, name: &str, value: &str) -> bool {
        let of = name.strip_prefix(KEY);
        let command = Keys::commands().find(|command| of == Some(command.name()));
        let (Some(command), Some(key)) = (command, Key::named(value)) else { return false };
        self.keys = self.keys.put(command, Some(key));
        true
    }
}

/// What stands before the name of a command where its key is kept.
const KEY: &str = "key-";

/// The line that a key is kept as.
fn key_line(command: Command, key: Key) -> String {
    format!("{KEY}{} {}", command.name(), key.name())
}

fn put<T>(choice: &mut T, value: Option<T>) -> bool {
    let is_there = value.is_some();
    if let Some(value) = value {
        *choice = value;
    }
    is_there
}

/// Version 1 was the name of the theme and nothing else.
fn from_version_1(text: &str) -> String {
    format!("{VERSION}\ntheme {}", text.trim())
}
