//! Every sentence the page says, in one place, so that another language is another such file.

use crate::engine::{
    Account, Cause, Change, Correction, Misfit, Place, Reason, Role, Rule, Sort, SourceLine,
};
use crate::state::{State, Status, View};

/// Of searching: the list of hits, what narrows a query, the language.
mod search;
/// Of the keys and the palette.
mod handling;
/// Of the reading page and its settings.
mod reading;

pub use handling::*;
pub use reading::*;
pub use search::*;

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
pub const SORT: &str = "排列次序";
pub const EXACT: &str = "精确";
pub const EXACT_HINT: &str = "繁简、全角半角、大小写、标点、空格都要与输入一致";
pub const SO_FAR: &str = "还在查……";
pub const RELOAD: &str = "重新载入";

pub const STARTING: &str = "正在打开文章库……";
pub const OPENING: &str = "正在打开文章……";
pub const NO_DOCUMENTS: &str = "还没有文章";
pub const NO_DOCUMENTS_HINT: &str = "把文本放进 seeds 文件夹，重新构建后就会出现在这里。";
pub const NO_HIT_HINTS: [&str; 3] = [
    "换一个更短的词，或者只留关键的几个字。",
    "看看有没有错别字；繁体简体、全角半角、大小写不必管。",
    "空格隔开的几个词要在同一篇里都有；有一个就够的，中间写 |。按 ? 键看检索的写法。",
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

pub const ORIGINAL: &str = "对照原文";
pub const ORIGINAL_HINT: &str = "每一段旁边显示原文（按 o 键）";
pub const REVISION: &str = "修订";
pub const RULES: &str = "版面还原";
pub const CORRECTIONS: &str = "已作的修订";
pub const NO_CORRECTIONS: &str =
    "还没有修订。每一段下面可以改它的类别，上移、下移、接上段；原文的每一行都可以另起一段。";
pub const SOURCE_IS_SAFE: &str =
    "原文从不改动；修订只记在这台机器的浏览器里，可以导出，放在文本旁边随网站发布。";
pub const NOT_KEPT: &str = "浏览器没有存下修订，关闭页面就会丢失。请先导出。";
pub const EXPORT: &str = "导出修订";
pub const IMPORT: &str = "导入修订";
pub const RESET: &str = "恢复原样";
pub const RESET_HINT: &str = "去掉在这个浏览器里作的全部修订";
pub const UNDO_LAST: &str = "撤销";
pub const UNDO_LAST_HINT: &str = "撤销上一次改动，再按一次恢复";
pub const ROLE: &str = "类别";
pub const UP: &str = "上移";
pub const DOWN: &str = "下移";
pub const JOIN: &str = "接上段";
pub const SPLIT: &str = "从此行分段";
pub const DOUBT_ROLE: &str = "类别不一定对";
pub const DOUBT_JOIN: &str = "这一行不一定接着上一行";
pub const DOUBT_BREAK: &str = "不一定在这里另起一段";

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
    format!("{} 篇 · {}", grouped(articles as u32), length(chars))
}

/// How much was found.
pub fn found(articles: u32, hits: u32) -> String {
    format!("{} 篇 · {} 处", grouped(articles), grouped(hits))
}

/// How many articles are not shown.
pub fn more_articles(articles: u32) -> String {
    format!("继续显示（还有 {} 篇）", grouped(articles))
}

/// The name of an order of results.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Fit => "按相关",
        Sort::Date => "按日期",
        Sort::Title => "按标题",
        Sort::Count => "按处数",
        Sort::Place => "按文库次序",
    }
}

/// How many hits an article has.
pub fn hits(hits: u32) -> String {
    format!("{} 处", grouped(hits))
}

/// How many hits of an article are not shown among the results.
pub fn more_hits(hits: u32) -> String {
    format!("还有 {} 处", grouped(hits))
}

/// Where among the hits the reader is; `–` before the first is gone to.
pub fn place(hit: Option<u32>, hits: u32) -> String {
    match hit {
        Some(hit) => format!("{} / {}", grouped(hit), grouped(hits)),
        None => format!("– / {}", grouped(hits)),
    }
}

/// The line of the source.
pub fn line(line: u32) -> String {
    format!("原文第 {line} 行")
}

/// Where a snippet stands, if not in running text.
pub fn role(role: Role) -> Option<&'static str> {
    (role != Role::Body).then(|| role_name(role))
}

/// What a block is.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Body => "正文",
        Role::Headline => "标题",
        Role::Kicker => "引题",
        Role::Subhead => "小标题",
        Role::Byline => "署名",
        Role::Caption => "图说",
        Role::Credit => "图片作者",
        Role::Sidebar => "资料",
        Role::Pullquote => "摘句",
        Role::Label => "栏目",
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
pub fn back_to(articles: u32, hits: u32) -> String {
    format!("全部结果（{}）", found(articles, hits))
}

/// What the restoration did to a page.
pub fn account(account: &Account) -> String {
    let Account { joined, doubled, spaces, hyphens, invisible } = *account;
    let mut text = format!(
        "合并 {} 行，去重 {} 处，移除空格 {} 个",
        grouped(joined),
        grouped(doubled),
        grouped(spaces)
    );
    for (count, what) in [(hyphens, "去连字符"), (invisible, "去不可见字符")] {
        if count > 0 {
            text += &format!("，{what} {} 个", grouped(count));
        }
    }
    text
}

/// How many lines of the patch were not followed.
pub fn misfits(count: usize) -> String {
    format!("{count} 条修订未采用")
}

/// How many more, besides those that are said one by one.
pub fn more_misfits(count: usize) -> String {
    format!("另有 {}", misfits(count))
}

/// A line of the patch that was not followed, and why.
pub fn misfit(Misfit { line, text, cause }: &Misfit) -> String {
    let why = match cause {
        Cause::NotUnderstood => "看不懂",
        Cause::NoSuchPlace => "所指的位置不在原文里",
        Cause::OtherText => "与原文不符",
        Cause::NothingBefore => "前面没有可接的段落",
    };
    format!("第 {line} 行修订{why}，未采用：{text}")
}

/// A correction in words.
pub fn correction(Correction { place, quote, change }: &Correction) -> String {
    let Place { line, .. } = place;
    match change {
        Change::Role(role) => format!("第 {line} 行“{quote}”改为{}", role_name(*role)),
        Change::Split => format!("从第 {line} 行“{quote}”起另成一段"),
        Change::Join => format!("第 {line} 行“{quote}”接上段"),
        Change::Before(before) => {
            format!("第 {line} 行“{quote}”移到第 {} 行之前", before.line)
        }
        Change::Last => format!("第 {line} 行“{quote}”移到最后"),
    }
}

/// What the button says that takes a correction back.
pub fn undo(correction: &str) -> String {
    format!("撤销：{correction}")
}

/// A rule of the restoration.
pub fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Lines => "断行合并",
        Rule::Shadows => "去除重影",
        Rule::Spaces => "去除空格",
        Rule::Hyphens => "行末连字符",
        Rule::Order => "版面顺序",
    }
}

/// Why characters were taken out.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::LayoutSpace => "排版的空格，已移除",
        Reason::Doubled => "重影，已去重",
        Reason::LineEndHyphen => "行末连字符，已移除",
        Reason::Invisible => "不可见字符，已移除",
    }
}

/// How sure the restoration is of a doubtful thing.
pub fn doubt(sure: u8) -> String {
    format!("存疑 {sure}%")
}

/// What the buttons of a block say to a screen reader.
pub fn of_block(does: &str, quote: &str) -> String {
    format!("{does}：{quote}")
}

/// What the button of a source line says to a screen reader.
pub fn split_at(line: &SourceLine) -> String {
    format!("{SPLIT}：第 {} 行", line.number)
}

/// The first line of a new patch.
pub fn patch_head(id: &str) -> String {
    format!("# 检阅 corrections for {id}\n")
}

/// The name of the file that a patch is saved to.
pub fn patch_file(id: &str) -> String {
    format!("{}.patch", id.rsplit('/').next().unwrap_or(id))
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
        (_, Some(sheet), Some(hit), _) => format!("{}，共 {}", nth(hit), hits(sheet.hits)),
        (.., Some(results)) if !query.is_empty() => match results.articles {
            0 => no_hit(query),
            articles => format!("找到 {}", found(articles, results.total)),
        },
        _ => String::new(),
    }
}

/// `31204` as `31,204`.
pub fn grouped(number: u32) -> String {
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
