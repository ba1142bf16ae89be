//! What a piece of a page is, from what it says and how it ends.

use std::borrow::Cow;

use super::super::corpus::{Block, Role};
use super::super::text::is_han;
use super::lines::{End, Line};

/// A heading is not longer than this, in half characters, in all its lines.
const HEADING: u32 = 100;

/// A title is not longer than this, in characters.
const TITLE: usize = 20;

/// A heading that asks is not longer than this; a longer question is one of an interview.
const QUESTION: u32 = 32;

/// A caption above a credit is not longer than this, in characters.
const CAPTION: usize = 60;

/// A mark of the page (专访, 链接) is not longer than this.
const LABEL: u32 = 10;

/// The most frequent family names, after the 2020 name report of the Ministry of Public
/// Security of the PRC (the hundred first), with those that newspapers add.
const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋\
    蔡余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎\
    贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康葛鲁章柯殷施倪";

/// Family names of two characters.
const COMPOUND: [&str; 10] =
    ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐"];

/// What the post of somebody who speaks for a house ends with.
const POSTS: [&str; 30] = [
    "总裁",
    "董事长",
    "经理",
    "主任",
    "书记",
    "院长",
    "校长",
    "会长",
    "教授",
    "局长",
    "处长",
    "主席",
    "所长",
    "负责人",
    "研究员",
    "CEO",
    "院士",
    "专家",
    "秘书长",
    "理事长",
    "行长",
    "首席执行官",
    "总工程师",
    "创始人",
    "合伙人",
    "总监",
    "部长",
    "市长",
    "区长",
    "县长",
];

/// Who writes for a newspaper, as bylines call them.
const WRITERS: [&str; 6] = ["记者", "通讯员", "实习生", "特派员", "撰稿人", "评论员"];

/// What a text says that it is, by its words alone.
#[derive(Clone, Copy)]
pub struct Says {
    /// Who made a picture.
    pub credit: bool,
    /// Who wrote the article, or who speaks.
    pub byline: bool,
    /// Words that no sentence has: short, and without the marks of one.
    pub heading: bool,
}

/// What a text says that it is.
pub fn says(text: &str) -> Says {
    // None of them is longer.
    if text.len() > LONGEST {
        return Says { credit: false, byline: false, heading: false };
    }
    let heading = is_heading_text(text);
    Says { credit: is_credit(text, heading), byline: is_byline(text), heading }
}

/// In bytes, a text that is anything but running text is not longer.
const LONGEST: usize = 320;

/// What the lines of a block are, as far as they say it themselves; [`settle`] looks at the
/// whole page then. And how sure that is, in percent.
pub fn role(lines: &[Line<'_>]) -> (Role, u8) {
    let width: u32 = lines.iter().map(|line| line.width).sum();
    let (text, says) = together(lines);
    match says {
        Says { credit: true, .. } if names_maker_only(&text) => (Role::Credit, 95),
        Says { credit: true, .. } => (Role::Caption, 95),
        Says { byline: true, .. } => {
            let says_so = WRITERS.iter().any(|writer| text.contains(writer));
            (Role::Byline, if says_so { 98 } else { 80 })
        }
        Says { heading: false, .. } => (Role::Body, 95),
        _ if text.starts_with("——") => (Role::Kicker, 90),
        _ if width <= LABEL || text.starts_with('■') => (Role::Label, 80),
        _ => (Role::Subhead, 75),
    }
}

/// The text of lines, as far as it can be anything but running text, and what it says that it is.
fn together<'l>(lines: &'l [Line<'_>]) -> (Cow<'l, str>, Says) {
    if let [line] = lines {
        return (Cow::Borrowed(&line.text), line.says);
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(&line.text);
        if text.len() > LONGEST {
            break;
        }
    }
    let says = says(&text);
    (Cow::Owned(text), says)
}

/// Finds the captions, short texts above a credit; and the boxes of figures above a label.
pub fn settle(blocks: &mut [Block]) {
    for i in 1..blocks.len() {
        let above = &mut blocks[i - 1];
        if above.role == Role::Body
            && above.text.chars().count() <= CAPTION
            && blocks[i].role == Role::Credit
        {
            blocks[i - 1].set(Role::Caption, 85);
        }
        if blocks[i].role == Role::Label {
            let boxed =
                |block: &&mut Block| block.role == Role::Body && has_many_figures(&block.text);
            for block in blocks[..i].iter_mut().rev().take_while(boxed) {
                block.set(Role::Sidebar, 75);
            }
        }
    }
}

/// Whether every eighth character, or more, is of a number.
fn has_many_figures(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() * 8 >= text.chars().count()
}

/// Whether a block so far is a piece that nothing can go on from: a byline, a credit.
pub fn stands_alone(block: &[Line<'_>]) -> bool {
    // Neither is ever of more lines.
    block.len() <= 2 && {
        let (_, says) = together(block);
        says.byline || says.credit
    }
}

/// Whether a line can only begin a block: a byline, a credit, a mark; after what is not `prose`
/// also a line that opens with a dash, as those under headlines do.
pub fn begins_alone(line: &Line<'_>, prose: bool) -> bool {
    let under_headline = !prose && line.says.heading && line.text.starts_with("——");
    let is_named = line.says.byline || line.says.credit;
    is_named || under_headline || line.text.starts_with('■') || is_dateline(&line.text)
}

/// How the first paragraph of a report begins: `本报讯`, `新华社北京3月16日电`.
fn is_dateline(text: &str) -> bool {
    let opens = || text.chars().take(24).collect::<String>();
    text.starts_with("本报讯") || text.starts_with("新华社") && opens().contains('电')
}

/// The number of a page and nothing else: `3`, `— 5 —`, `第12页`.
pub fn is_page_number(text: &str) -> bool {
    let number = text.trim_matches(|c: char| c.is_whitespace() || "—-–·第页版".contains(c));
    text.len() <= 24
        && (1..=4).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// What numbers are written with.
fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百零〇两".contains(c)
}

/// Whether a line begins an item of a list, or a question or answer: `- `, `●`, `1. `, `（一）`,
/// `一、`, `第三条`. `after` is the line before.
pub fn is_item(line: &Line<'_>, after: &Line<'_>) -> bool {
    let text = &*line.text;
    let bullet = ["- ", "* ", "+ ", "> ", "●", "•", "○", "◆", "◇", "★"];
    if bullet.iter().any(|bullet| text.starts_with(bullet)) {
        return true;
    }
    let open = text.trim_start_matches(['（', '(', '第']);
    let rest = open.trim_start_matches(is_number);
    let counted = rest.len() < open.len() && open.len() - rest.len() <= 12;
    let marks: &[&str] = match text.chars().next() {
        Some('（' | '(') => &["）", ")"],
        Some('第') => &["条", "章", "节"],
        _ if rest.starts_with(". ") && open.len() == text.len() => return counted,
        _ => &["、", "．"],
    };
    let counts = counted && marks.iter().any(|mark| rest.starts_with(mark));
    let ended = after.end == End::Closed || after.text.ends_with('；');
    ended && (counts || text.starts_with("问：") || text.starts_with("答："))
}

/// Whether the line before `next` and those from it on stand each for itself, as headings do:
/// their widths differ, where the lines of a narrow column share theirs.
pub fn is_heading_run(lines: &[Line<'_>], next: usize) -> bool {
    let alone = |i: usize| {
        let after = lines.get(i + 1).is_none_or(|line| line.gap || line.frame);
        lines[i].gap && after && lines[i].says.heading
    };
    let shared =
        |i: usize| lines.get(i).is_some_and(|line| line.width.abs_diff(lines[next].width) <= 2);
    alone(next - 1) && alone(next) && !shared(next - 1) && !shared(next + 1)
}

/// Words that no sentence has: short, and without the marks of one.
fn is_heading_text(text: &str) -> bool {
    if text.len() > 3 * HEADING as usize {
        return false;
    }
    let width: u32 = text.chars().map(super::lines::width).sum();
    let ended = text.ends_with(['。', '，', '；', '：', '、', '…', '—']);
    let asks = text.ends_with('？') && width > QUESTION;
    width <= HEADING && !ended && !asks && !text.contains(['。', '；'])
}

/// Whether a line is a title where nothing but its words tells: marked as one by Markdown or as a
/// chapter, or short, with no mark but spaces and `alone` between blank lines.
pub fn is_title(text: &str, alone: bool) -> bool {
    let chapter = text.strip_prefix('第').is_some_and(|rest| {
        rest.trim_start_matches(is_number).starts_with(['章', '节', '回', '编', '卷', '部', '篇'])
    });
    let plain = |c: char| is_han(c) || c.is_alphanumeric() || c == ' ' || c == '\u{3000}';
    let short = text.chars().count() <= TITLE;
    let words = alone && text.chars().all(plain) && text.contains(is_han);
    is_marked(text) || short && (chapter || words)
}

/// Whether Markdown marks a line as a heading: `## 功能`.
pub fn is_marked(text: &str) -> bool {
    let words = text.trim_start_matches('#');
    words.len() < text.len() && words.starts_with(' ')
}

/// `本报记者 夏元`, `文/夏元`, `□ 王静 刘廷`, `小米金融战略副总裁 曹子玮`.
fn is_byline(text: &str) -> bool {
    // What comes last is a name, or names the writer: a line of running text is not looked at.
    let last =
        text.rsplit(|c: char| c.is_whitespace() || matches!(c, '、' | '/' | '／' | '：' | ':'));
    if text.len() > 120 || last.take(1).any(|last| last.len() > 40) {
        return false;
    }
    if text.contains(['，', '。', '；', '摄', '？']) {
        return false;
    }
    let text =
        text.trim_start_matches(['□', '■', '◎', '●', '○', '▲', '△', '◇', '◆', ' ', '\u{3000}']);
    let text = text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let written = ["文/", "文／", "作者：", "作者:", "撰文：", "记者：", "记者/"];
    if let Some(after) = written.iter().find_map(|by| text.strip_prefix(by)) {
        return are_names(after);
    }
    let writes = text.contains(['者', '员', '生', '人']);
    let after = WRITERS.iter().filter(|_| writes).filter_map(|writer| text.rsplit_once(writer));
    if let Some((_, after)) = after.min_by_key(|(_, after)| after.len()) {
        return are_names(after) || after.is_empty() && text.starts_with("本报");
    }
    is_speaker(text) || are_names(text)
}

/// `小米金融战略副总裁 曹子玮`: who speaks, by post and name. The letters of a post may be spaced.
pub fn is_speaker(text: &str) -> bool {
    text.rsplit_once(char::is_whitespace).is_some_and(|(post, name)| {
        let post: String = post.split_whitespace().collect();
        is_name(name) && POSTS.iter().any(|title| post.ends_with(title))
    })
}

fn are_names(text: &str) -> bool {
    let mut parts = text.split([' ', '\u{3000}', '、']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(is_name)
}

/// A family name and one or two characters.
pub fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    let given = match COMPOUND.iter().find(|family| text.starts_with(**family)) {
        Some(_) => length - 2,
        None if (2..=3).contains(&length) && text.starts_with(|c| FAMILY.contains(c)) => length - 1,
        None => 0,
    };
    (1..=2).contains(&given) && text.chars().all(is_han)
}

/// Says who made a picture, or, as a `heading` does, what it shows: `陈星宇 摄`, `摄/雷键`, `（中国电子供图）`, `新华社发`.
fn is_credit(text: &str, heading: bool) -> bool {
    let from = text.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    let tail = &text[from..];
    if heading && ["图为", "▲", "▼", "上图", "下图"].iter().any(|mark| text.starts_with(mark))
    {
        return true;
    }
    if !tail.contains(['摄', '图', '发']) || text.chars().count() > 80 {
        return false;
    }
    let last = tail.trim_end_matches(['）', ')', '。']);
    tail.ends_with('摄')
        || ["供图", "制图", "绘图", "新华社发"].iter().any(|made| last.ends_with(made))
        || ["摄/", "摄／", "图/", "图／", "制图："].iter().any(|made| tail.contains(made))
        || tail.contains("摄影") && !text.contains('。')
}

/// Whether a credit says nothing but who made the picture.
fn names_maker_only(text: &str) -> bool {
    let shows = text.starts_with(['图', '▲', '▼', '上', '下']);
    !shows && (text.contains("记者") || text.contains("通讯员") || text.chars().count() <= 8)
}
