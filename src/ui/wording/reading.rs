//! What the reading page and its settings say.

use crate::ui::Theme;
use crate::ui::preferences::Face;

pub const SETTINGS: &str = "阅读设置";
/// What its button shows.
pub const SETTINGS_SIGN: &str = "文";
pub const THEME: &str = "颜色";
pub const FACE: &str = "字体";
pub const SIZE: &str = "字号";
pub const MEASURE: &str = "每行字数";
pub const LEADING: &str = "行距";
pub const PARAGRAPHS: &str = "段落";
pub const LINES_RUN: &str = "排向";
pub const JUSTIFIED: &str = "两端对齐";
pub const LETTER_KEYS: &str = "单个字母可作快捷键（n、o、v……）";
pub const AS_AT_FIRST: &str = "恢复默认";
pub const OUTLINE: &str = "本页目录";
pub const HIT_MAP: &str = "各处在文中的位置";
pub const NEIGHBOURS: &str = "前后文章";
pub const ARTICLE_BEFORE: &str = "上一篇";
pub const ARTICLE_AFTER: &str = "下一篇";

/// The name of a theme.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "跟随系统",
        Theme::Light => "纸白",
        Theme::Sepia => "米黄",
        Theme::Dark => "深色",
        Theme::Contrast => "高对比",
    }
}

/// What the switch of the theme says to a screen reader.
pub fn theme_switch(now: Theme) -> String {
    format!("外观：{}", theme(now))
}

/// The name of a face.
pub fn face(face: Face) -> &'static str {
    match face {
        Face::Song => "宋",
        Face::Hei => "黑",
        Face::Kai => "楷",
    }
}

/// A size, in pixels where the browser's own is not changed.
pub fn size(size: u32) -> String {
    size.to_string()
}

/// A length of lines, in characters.
pub fn measure(chars: u32) -> String {
    chars.to_string()
}

/// A distance of lines, given in hundredths: `1.75`.
pub fn leading(hundredths: u32) -> String {
    let part = format!("{:02}", hundredths % 100);
    format!("{}.{}", hundredths / 100, part.strip_suffix('0').unwrap_or(&part))
}

/// How paragraphs are told apart.
pub fn spaced(is_spaced: bool) -> &'static str {
    if is_spaced { "空行" } else { "首行缩进" }
}

/// Which way lines run.
pub fn vertical(is_vertical: bool) -> &'static str {
    if is_vertical { "竖排" } else { "横排" }
}

/// How many of the settings that were kept could not be read.
pub fn damaged(count: usize) -> String {
    format!("有 {count} 项设置读不出来，先按默认处理；原来的内容另存在浏览器里，没有删除。")
}

/// Where the text of a page comes from, for what is printed.
pub fn source(id: &str) -> String {
    format!("来源：{id}")
}
