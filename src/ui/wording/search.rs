//! What the page says of searching: the list of hits, what narrows a query, the language of queries.

use super::{grouped, line, role_name};
use crate::engine::{Folds, Order, Role};
use crate::protocol::Form;
use crate::state::{Export, Stage, Target};

pub const SHOWN_AS: &str = "结果的排法";
pub const BY_ARTICLE: &str = "篇章";
pub const BY_ARTICLE_HINT: &str = "按文章分组，每篇列出有关的段落";
pub const IN_CONTEXT: &str = "语境";
pub const IN_CONTEXT_HINT: &str = "一处一行，命中上下对齐，可按前后文排序、选取、导出";
pub const TOLD_APART_HINT: &str = "勾选的要与输入一致，其余不管";
pub const ORDER: &str = "各行次序";
pub const WIDTH: &str = "前后文字数";
pub const MOST: &str = "行数";
pub const CHOOSE_ALL: &str = "全选已显示的行";
pub const CHOOSE_HINT: &str = "按住 Shift 可一次选取一段";
pub const BEFORE: &str = "前文";
pub const HIT: &str = "命中";
pub const AFTER: &str = "后文";
pub const ARTICLE: &str = "文章";
pub const DATE: &str = "日期";
pub const LINE: &str = "行";
pub const NO_LINES: &str = "这次检索只限定了文章，没有可以逐行列出的词。";
pub const EXPORT_LINES: &str = "复制与保存";
pub const COPY: &str = "复制";
pub const COPY_HINT: &str = "复制成表格，可直接粘贴到电子表格里";
pub const CSV_HINT: &str = "存为 CSV，用 Excel、WPS 打开";
pub const TSV_HINT: &str = "存为制表符分隔的文本，用语料软件打开";
pub const MARKDOWN_HINT: &str = "存为 Markdown 表格，贴进笔记";
pub const NARROW: &str = "缩小范围";
pub const PART_OF_WORD: &str = "词的一部分";
pub const SEVERAL_WORDS: &str = "不止一词";
pub const MORE_HITS_HINT: &str = "再看这一篇里的另外几处";
pub const MEANT: &str = "或许是";
pub const COMPLETIONS: &str = "接着输入";
pub const RECENT: &str = "最近检索";
pub const FORGET: &str = "清除";
pub const HELP: &str = "检索的写法";
pub const HELP_HINT: &str = "检索的写法（按 ? 键）";
pub const HELP_LEAD: &str = "点一个例子试试：";
pub const HELP_END: &str = "符号都用半角；不合写法的照原样查。繁简、全角半角、大小写、空格和断行都不必管，除非勾选“精确”，或者“区分”里的一项。";
pub const CLOSE: &str = "关闭";
/// Queries that show the language, and what they find.
pub const EXAMPLES: [(&str, &str); 14] = [
    ("重庆 高新区", "两个词都有的文章"),
    ("\"敢闯敢干 奋勇争先\"", "引号里的照原样查，空格也算"),
    ("软件 | 芯片", "有其中一个就算"),
    ("重庆 -成都", "有前一个，没有后一个"),
    ("(软件 | 芯片) -小米", "括号先算"),
    ("重庆 ~10 高新区", "两词相隔不超过 10 个字"),
    ("中?电", "? 代表任意一个字"),
    ("中*党", "* 代表十个字以内"),
    ("/[0-9.]+亿元/", "正则表达式"),
    ("in:headline 科学城", "只在标题里找"),
    ("by:夏元", "署名里有这个名字"),
    ("date:2020..2021 重庆", "只查这段时间的文章"),
    ("word:电子", "独立成词，不是别的词的一部分"),
    ("pos:nr 王*", "词性为人名、以王开头的词"),
];

/// How much is told apart, beside the box that is for all of it.
pub fn told_apart(count: usize) -> String {
    match count {
        0 => "区分…".to_owned(),
        _ if count == Folds::EACH.len() => "区分全部".to_owned(),
        count => format!("区分 {count} 项"),
    }
}

/// What can be told apart.
pub fn fold(fold: Folds) -> &'static str {
    match fold {
        Folds::WIDTH => "全角半角",
        Folds::CASE => "大小写",
        Folds::SCRIPT => "繁简",
        Folds::VARIANTS => "异体字",
        Folds::MARKS => "标点写法",
        Folds::SPACES => "空格",
        _ => "千分位逗号",
    }
}

/// The title of an article among other suggestions.
pub fn titled(title: &str) -> String {
    format!("《{title}》")
}

/// How often a suggestion occurs.
pub fn times(count: u32) -> String {
    format!(" {}", grouped(count))
}

/// How many lines the list has, and how many of them are chosen.
pub fn lines(listed: u32, total: u32, chosen: u32) -> String {
    match chosen {
        0 if listed < total => format!("匀取 {} 行", grouped(listed)),
        0 => format!("全部 {} 行", grouped(listed)),
        chosen => format!("已选 {} 行", grouped(chosen)),
    }
}

/// How many lines are not shown.
pub fn more_lines(lines: u32) -> String {
    format!("继续显示（还有 {} 行）", grouped(lines))
}

/// What the table of lines is.
pub fn lines_caption(query: &str) -> String {
    format!("“{query}”的语境，一处一行")
}

/// What the box of a line says to a screen reader.
pub fn choose_line(line: u32) -> String {
    format!("选第 {} 行", grouped(line))
}

/// Where a line of the list is from, after the title.
pub fn from(date: &str, at: u32) -> String {
    let date = if date.is_empty() { String::new() } else { format!("{} · ", super::date(date)) };
    format!("{date}{}", line(at))
}

/// The name of an order of lines.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::Place => "按次序",
        Order::Before => "按前文",
        Order::After => "按后文",
        Order::Article => "按文章",
        Order::Date => "按日期",
    }
}

/// How many characters stand on each side of a hit.
pub fn width(width: u32) -> String {
    format!("前后 {width} 字")
}

/// To how many lines a list is thinned out.
pub fn most(most: u32) -> String {
    match most {
        0 => "全部".to_owned(),
        most => format!("匀取 {} 行", grouped(most)),
    }
}

/// What became of a list that leaves the page.
pub fn exported(export: &Export) -> String {
    let lines = grouped(export.count);
    match (&export.stage, export.target) {
        (Stage::Asked | Stage::Made(_), _) => String::new(),
        (Stage::Done, Target::Clipboard) => format!("已复制 {lines} 行"),
        (Stage::Done, Target::File) => format!("已存 {lines} 行"),
        (Stage::Refused, _) => "浏览器不让复制，请存为文件".to_owned(),
    }
}

/// How the name of a file of this form ends.
pub fn ending(form: Form) -> &'static str {
    match form {
        Form::Csv => "csv",
        Form::Tsv => "tsv",
        Form::Markdown => "md",
    }
}

/// The name of the file that a list is saved to: of the query what a file name may have anywhere.
pub fn lines_file(query: &str, form: Form) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '=' | '·');
    let words = query.split(|c| !is_safe(c)).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("_").chars().take(40).collect();
    let name = name.trim_matches('-');
    let apart = if name.is_empty() { "" } else { "-" };
    format!("{IN_CONTEXT}{apart}{name}.{}", ending(form))
}

/// A year in which something was found; empty where it is not known.
pub fn year_facet(year: &str, articles: u32) -> String {
    let year = if year.is_empty() { "日期不详" } else { year };
    format!("{year} · {} 篇", grouped(articles))
}

/// A kind of text in which something was found.
pub fn role_facet(role: Role, hits: u32) -> String {
    hits_facet(role_name(role), hits)
}

/// A part of speech of the words that were found, with its name in queries; empty if not known.
pub fn tag_facet(tag: &str, hits: u32) -> String {
    hits_facet(&tag_name(tag), hits)
}

/// Hits of a kind.
pub fn hits_facet(kind: &str, hits: u32) -> String {
    format!("{kind} · {} 处", grouped(hits))
}

/// A part of speech: in words, and as queries say it.
fn tag_name(tag: &str) -> String {
    let name = match tag {
        "" => return "词性不详".to_owned(),
        "a" => "形容词",
        "ad" => "副形词",
        "an" => "名形词",
        "b" => "区别词",
        "c" => "连词",
        "d" => "副词",
        "eng" => "外文",
        "f" => "方位词",
        "i" => "成语",
        "j" => "简称",
        "l" => "习用语",
        "m" => "数词",
        "mq" => "数量词",
        "n" => "名词",
        "nr" | "nrfg" => "人名",
        "nrt" => "译名",
        "ns" => "地名",
        "nt" => "机构名",
        "nz" => "专名",
        "o" => "拟声词",
        "p" => "介词",
        "q" => "量词",
        "r" | "rr" | "rz" => "代词",
        "s" => "处所词",
        "t" => "时间词",
        "u" | "ud" | "ug" | "uj" | "ul" | "uv" | "uz" => "助词",
        "v" | "vi" | "vq" => "动词",
        "vd" => "副动词",
        "vn" => "名动词",
        "y" => "语气词",
        "z" | "zg" => "状态词",
        "ag" | "dg" | "ng" | "rg" | "tg" | "vg" | "mg" | "g" | "h" | "k" => "语素",
        _ => "词性",
    };
    format!("{name} {tag}")
}

/// What a query is narrowed by, where nothing is found in it.
pub fn word_facet(word: &str) -> String {
    let name = word.split_once(':').map_or(word, |(_, name)| name);
    if word.starts_with("pos:") {
        return tag_name(name);
    }
    let role = Role::ALL.into_iter().find(|role| role.name() == name);
    role.map_or_else(|| name.to_owned(), |role| role_name(role).to_owned())
}

/// What a button does that narrows a query, or widens it again.
pub fn narrow(is_on: bool) -> &'static str {
    if is_on { "不再限于此" } else { "只看这些" }
}

/// A hit by its number.
pub fn nth(hit: u32) -> String {
    format!("第 {} 处", grouped(hit))
}
