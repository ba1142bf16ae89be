//! Every sentence the page says, in one place, so that another language is another such file.

use crate::engine::Role;
use crate::state::{State, Status, View};
use crate::ui::Theme;

pub const BRAND: &str = "检阅";
pub const SKIP: &str = "跳到正文";
pub const SEARCH: &str = "检索全部文章";
pub const CLEAR: &str = "清除检索词";
pub const CONTENTS: &str = "文章";
pub const RESULTS: &str = "检索结果";
pub const READING: &str = "正文";
pub const BACK: &str = "全部文章";
pub const PREVIOUS: &str = "上一处";
pub const NEXT: &str = "下一处";
pub const RELOAD: &str = "重新载入";

pub const STARTING: &str = "正在打开文章库……";
pub const OPENING: &str = "正在打开文章……";
pub const NO_DOCUMENTS: &str = "还没有文章";
pub const NO_DOCUMENTS_HINT: &str = "把文本放进 seeds 文件夹，重新构建后就会出现在这里。";
pub const NO_HIT_HINTS: [&str; 3] = [
    "换一个更短的词，或者只留关键的几个字。",
    "看看有没有错别字；繁体简体、全角半角、大小写不必管。",
    "检索词按原样整串查找，中间的标点也算在内。",
];
pub const MISSING: &str = "没有这篇文章";
pub const MISSING_HINT: &str = "地址可能写错了，或者文章库已经更新。可以从全部文章里重新找。";
pub const FAILED: &str = "检索引擎出了问题";
pub const FAILED_HINT: &str =
    "文章没有丢失。请重新载入页面；如果仍然如此，请换一个新版浏览器再试。";
pub const SILENT: &str = "检索引擎还没有回应";
pub const SILENT_HINT: &str = "网络慢的时候请再等一等，它一回应这里就会恢复；也可以重新载入页面。";

pub const WELCOME: &str = "在浏览器里读中文，查中文";
pub const WELCOME_LEAD: &str = "断行接好，版面理顺，报纸上的文章可以从头读到尾；输入任意一个字、一个词、一句话，每一处都能找到。";
pub const WELCOME_LOCAL: &str = "阅读和检索都在这台机器上完成，没有服务器，也不上传任何内容。";
/// Keys and what they do.
pub const KEYS: [(&str, &str); 4] =
    [("/", "检索"), ("Enter", "打开最相关的一处"), ("n", "下一处"), ("N", "上一处")];

/// `3,120 字`.
pub fn length(chars: u32) -> String {
    format!("{} 字", grouped(chars))
}

/// How long reading takes, at 450 characters a minute.
pub fn reading_time(chars: u32) -> String {
    format!("约 {} 分钟", chars.div_ceil(450).max(1))
}

/// `2021年`, `2021年3月`, `2021年3月5日`; what is no date stands as it is.
pub fn date(iso: &str) -> String {
    let parts: Option<Vec<u32>> = iso.split('-').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([year]) => format!("{year}年"),
        Some([year, month]) => format!("{year}年{month}月"),
        Some([year, month, day]) => format!("{year}年{month}月{day}日"),
        _ => iso.to_owned(),
    }
}

/// How large the library is.
pub fn library(articles: usize, chars: u32) -> String {
    format!("{articles} 篇 · {}", length(chars))
}

/// How much was found.
pub fn found(articles: usize, hits: u32) -> String {
    format!("{articles} 篇 · {} 处", grouped(hits))
}

/// How many hits an article has.
pub fn hits(hits: u32) -> String {
    format!("{} 处", grouped(hits))
}

/// How many hits of an article are not shown among the results.
pub fn more_hits(hits: u32) -> String {
    format!("另有 {} 处", grouped(hits))
}

/// Where among the hits the reader is; `–` before the first is gone to.
pub fn place(hit: Option<u32>, hits: u32) -> String {
    match hit {
        Some(hit) => format!("{hit} / {hits}"),
        None => format!("– / {hits}"),
    }
}

/// The line of the source.
pub fn line(line: u32) -> String {
    format!("原文第 {line} 行")
}

/// Where a snippet stands, if not in running text.
pub fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::Body => None,
        Role::Headline => Some("标题"),
        Role::Kicker => Some("引题"),
        Role::Subhead => Some("小标题"),
        Role::Byline => Some("署名"),
        Role::Caption => Some("图说"),
        Role::Credit => Some("图片作者"),
        Role::Sidebar => Some("资料"),
        Role::Pullquote => Some("摘句"),
        Role::Label => Some("栏目"),
    }
}

/// Nothing was found in any article.
pub fn no_hit(query: &str) -> String {
    format!("没有找到“{query}”")
}

/// Nothing was found in the open article.
pub fn no_hit_here(query: &str) -> String {
    format!("本文没有“{query}”")
}

/// The way back to the results.
pub fn back_to(articles: usize, hits: u32) -> String {
    format!("全部结果（{}）", found(articles, hits))
}

/// What the restoration did to a page.
pub fn restored(joined: u32, removed: u32) -> String {
    format!("合并 {} 行，移除 {} 处", grouped(joined), grouped(removed))
}

/// The name of a theme, for its switch.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "跟随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    }
}

/// What the switch of the theme says to a screen reader.
pub fn theme_switch(now: Theme) -> String {
    format!("外观：{}", theme(now))
}

/// The title of the window.
pub fn title(state: &State) -> String {
    let View { doc, query, .. } = &state.view;
    match (state.page().filter(|_| doc.is_some()), query.trim()) {
        (Some(sheet), _) => format!("{} · {BRAND}", sheet.title),
        (None, "") => BRAND.to_owned(),
        (None, query) => format!("“{query}” · {BRAND}"),
    }
}

/// What a screen reader is told when something changes.
pub fn said(state: &State) -> String {
    let query = state.view.query.trim();
    match (&state.status, state.page(), state.view.hit, state.results()) {
        (Status::Failed(_), ..) => FAILED.to_owned(),
        (Status::Silent, ..) => SILENT.to_owned(),
        (_, Some(sheet), Some(hit), _) => format!("第 {hit} 处，共 {} 处", sheet.hits),
        (.., Some(results)) if !query.is_empty() => match results.total {
            0 => no_hit(query),
            total => format!("找到 {}", found(results.docs.len(), total)),
        },
        _ => String::new(),
    }
}

/// `31204` as `31,204`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
