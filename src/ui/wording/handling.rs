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
        Command::Contents => BACK,
        Command::ByArticle => COMMAND_BY_ARTICLE,
        Command::InContext => COMMAND_IN_CONTEXT,
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
