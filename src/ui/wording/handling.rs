//! What the keys and the palette say.

use crate::ui::Command;

pub const KEYS: &str = "按键";
pub const PALETTE: &str = "操作和文章";
pub const PALETTE_FIELD: &str = "输入操作或文章的名字";
pub const PALETTE_NONE: &str = "没有这样的操作或文章";

/// What a command does.
pub fn command(command: Command) -> &'static str {
    match command {
        Command::Search => "检索",
        Command::NextHit => "下一处",
        Command::PreviousHit => "上一处",
        Command::NextArticle => "下一篇",
        Command::PreviousArticle => "上一篇",
        Command::Down => "列表里往下",
        Command::Up => "列表里往上",
        Command::Original => "对照原文",
        Command::Vertical => "竖排、横排",
        Command::Contents => "全部文章",
        Command::ByArticle => "检索结果：篇章",
        Command::InContext => "检索结果：语境",
        Command::Settings => "阅读设置",
        Command::Theme => "换颜色",
        Command::Palette => "操作和文章",
        Command::Help => "按键和检索的写法",
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
