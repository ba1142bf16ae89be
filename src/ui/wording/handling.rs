//! What the keys and the palette say.

use super::*;
use crate::ui::Command;

/// What a command does.
pub fn command(command: Command) -> Text {
    match command {
        Command::Search => KEY_SEARCH,
        Command::NextHit => NEXT,
        Command::PreviousHit => PREVIOUS,
        Command::NextArticle => ARTICLE_AFTER,
        Command::PreviousArticle => ARTICLE_BEFORE,
        Command::Down => COMMAND_DOWN,
        Command::Up => COMMAND_UP,
        Command::Original => ORIGINAL,
        Command::Vertical => COMMAND_VERTICAL,
        Command::Words => COMMAND_WORDS,
        Command::Pinyin => COMMAND_PINYIN,
        Command::NewWords => NEW_WORDS,
        Command::Quote => QUOTE,
        Command::Mark => COMMAND_MARK,
        Command::Note => COMMAND_NOTE,
        Command::Bookmark => COMMAND_BOOKMARK,
        Command::NextNote => COMMAND_NEXT_NOTE,
        Command::PreviousNote => COMMAND_PREVIOUS_NOTE,
        Command::Notes => NOTES,
        Command::Lexicon => LEXICON,
        Command::Library => OWN,
        Command::Contents => BACK,
        Command::ByArticle => COMMAND_BY_ARTICLE,
        Command::InContext => COMMAND_IN_CONTEXT,
        Command::Lists => LISTS,
        Command::Settings => SETTINGS,
        Command::Theme => COMMAND_THEME,
        Command::Palette => PALETTE,
        Command::Help => COMMAND_HELP,
    }
}

/// A key as it is printed on the keyboard.
pub fn key(key: &str) -> String {
    match key {
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        two if two.len() == 2 => two.chars().map(String::from).collect::<Vec<_>>().join(" "),
        one => one.to_owned(),
    }
}

/// What a button does, and the key that does it too, if there is one.
pub fn by_key(does: Text, by: Option<&str>) -> String {
    match by {
        Some(by) => messages::by_key(does, &key(by)),
        None => does.to_string(),
    }
}

/// Why a key that was typed is not taken: another command has it, or it is no key.
pub fn key_refused(typed: &str, taken_by: Option<Command>) -> String {
    match taken_by {
        Some(other) => messages::key_taken(command(other), &key(typed)),
        None => messages::key_unfit(typed),
    }
}
