//! A quoted passage as it is cited: for a text, for notes in Markdown, for BibTeX, for programs that
//! read RIS, and after GB/T 7714.

use crate::engine::Quotation;

/// The forms of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a sentence of a text.
    Text,
    /// Markdown.
    Markdown,
    /// GB/T 7714—2015: references in Chinese papers.
    GbT7714,
    /// BibTeX.
    BibTex,
    /// RIS, as reference managers read it.
    Ris,
}

/// What a citation says beyond the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The file that the passage is from.
    pub source: &'a str,
    /// The lines of it, in the reader's words.
    pub lines: &'a str,
    /// An address that opens at the passage.
    pub link: &'a str,
    /// Today, as `2026-11-21`.
    pub today: &'a str,
}

impl Form {
    /// All of them, as they are offered.
    pub const ALL: [Form; 5] = [Form::Text, Form::Markdown, Form::GbT7714, Form::BibTex, Form::Ris];

    /// Its name, the same in all languages; empty for plain text.
    pub fn name(self) -> &'static str {
        match self {
            Form::Text => "",
            Form::Markdown => "Markdown",
            Form::GbT7714 => "GB/T 7714",
            Form::BibTex => "BibTeX",
            Form::Ris => "RIS",
        }
    }

    /// The passage cited in this form.
    pub fn cite(self, of: &Quotation, cited: Cited<'_>) -> String {
        match self {
            Form::Text => text(of, cited),
            Form::Markdown => markdown(of, cited),
            Form::GbT7714 => gb_t_7714(of, cited),
            Form::BibTex => bibtex(of, cited),
            Form::Ris => ris(of, cited),
        }
    }
}

fn text(of: &Quotation, Cited { source, lines, link, .. }: Cited<'_>) -> String {
    let facts = [&of.byline, &format!("《{}》", of.title), &of.date, source, lines];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    format!("{}\n——{}\n{link}\n", of.quote, facts.join("，"))
}

fn markdown(of: &Quotation, Cited { source, lines, link, .. }: Cited<'_>) -> String {
    let quote: Vec<String> =
        of.quote.lines().map(|line| format!("> {}", escaped(line, MARKDOWN))).collect();
    let title = format!("[《{}》]({link})", escaped(&of.title, MARKDOWN));
    let source = format!("`{}`", source.replace('`', "'"));
    let facts = [escaped(&of.byline, MARKDOWN), title, of.date.clone(), source, lines.to_owned()];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    format!("{}\n>\n> —— {}\n", quote.join("\n>\n"), facts.join("，"))
}

/// 主要责任者. 题名[文献类型/载体]. (发布日期)[引用日期]. 获取路径.
fn gb_t_7714(of: &Quotation, Cited { link, today, .. }: Cited<'_>) -> String {
    let authors = authors(&of.byline);
    // Of more than three the standard names the first three.
    let named = match authors.as_slice() {
        [] => String::new(),
        [first, second, third, _, ..] => format!("{first}, {second}, {third}, 等. "),
        all => format!("{}. ", all.join(", ")),
    };
    let date = if of.date.is_empty() { String::new() } else { format!("({})", of.date) };
    format!("{named}{}[N/OL]. {date}[{today}]. {link}.\n", of.title)
}

fn bibtex(of: &Quotation, Cited { source, lines, link, today }: Cited<'_>) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let key: String = source.chars().map(plain).collect();
    let (line, year) = (of.from.line, of.date.get(..4).unwrap_or_default());
    let mut entry = format!("@misc{{{}-{line},\n", key.trim_matches('-'));
    for (name, value) in [
        ("title", escaped(&of.title, TEX)),
        ("author", escaped(&authors(&of.byline).join(" and "), TEX)),
        ("year", year.to_owned()),
        ("date", of.date.clone()),
        ("note", escaped(&format!("{source}, {lines}"), TEX)),
        ("annote", escaped(&of.quote.replace('\n', " "), TEX)),
        ("url", link.to_owned()),
        ("urldate", today.to_owned()),
    ] {
        if !value.is_empty() {
            entry += &format!("  {name} = {{{value}}},\n");
        }
    }
    entry + "}\n"
}

fn ris(of: &Quotation, Cited { source, lines, link, today }: Cited<'_>) -> String {
    let mut fields = vec![("TY", "NEWS".to_owned()), ("TI", of.title.clone())];
    fields.extend(authors(&of.byline).into_iter().map(|author| ("AU", author)));
    fields.extend([
        ("PY", of.date.get(..4).unwrap_or_default().to_owned()),
        // A date of RIS has slashes, also after what it does not know.
        ("DA", date(&of.date)),
        ("N1", format!("{source}, {lines}")),
        ("AB", of.quote.replace('\n', " ")),
        ("UR", link.to_owned()),
        ("Y2", date(today)),
    ]);
    let lines = fields.iter().filter(|(_, value)| !value.is_empty());
    lines.map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect::<String>() + "ER  - \r\n"
}

fn date(date: &str) -> String {
    let mut parts = date.split('-').filter(|part| !part.is_empty());
    match parts.next() {
        Some(year) => {
            let (month, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            format!("{year}/{month}/{day}/")
        }
        None => String::new(),
    }
}

/// What before names says who they are, not what they are called.
const POSTS: [&str; 4] = ["记者", "通讯员", "实习生", "评论员"];

/// What of a byline is no name, where it stands alone.
const OTHERS: [&str; 8] = ["本报", "文", "图", "摄", "文图", "图文", "摄影", "特约"];

/// The names of a byline.
pub fn authors(byline: &str) -> Vec<String> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '/' | '／' | '：' | ':');
    let mut names = Vec::new();
    for piece in byline.split(is_between) {
        // 重庆日报记者: what goes before the post is of it.
        let name =
            POSTS.iter().filter_map(|post| piece.rfind(post).map(|at| at + post.len())).max();
        let name = &piece[name.unwrap_or(0)..];
        if !name.is_empty() && !OTHERS.contains(&name) && !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// What Markdown takes for its own.
const MARKDOWN: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|'];

/// What TeX takes for its own; what has no simple escape is left out.
const TEX: &[char] = &['%', '$', '&', '#', '_', '{', '}'];

fn escaped(text: &str, signs: &[char]) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if signs.contains(&c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
