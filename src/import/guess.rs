//! What a file does not say of itself: its title, author and date from its name and its first lines.

use std::ops::Range;

use super::Content;

/// What comes after so many lines is the text.
const HEAD: usize = 6;

/// No title is longer, in characters.
const TITLE: usize = 90;

/// No line that names a date or a writer is longer, in characters.
const LINE: usize = 60;

/// No name of a writer is longer, in characters.
const NAME: usize = 20;

/// What is between the parts of a name of a file.
const BETWEEN: [char; 8] = [' ', '_', '-', '.', '、', '\u{3000}', '—', '·'];

/// Whether a file or folder of this name is one that systems leave behind, not people.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && !name.trim_matches('.').is_empty()
        || ["__MACOSX", "Thumbs.db", "desktop.ini"]
            .iter()
            .any(|hidden| name.eq_ignore_ascii_case(hidden))
}

/// Fills in what is empty. `path` is where the text is from; empty where its name says nothing of it. The
/// first lines of a text that is damaged can be anything: there only the name counts.
pub(super) fn complete(content: &mut Content, path: &str, is_damaged: bool) {
    let name = Name::new(path);
    let head: Vec<&str> = if is_damaged {
        Vec::new()
    } else {
        content.text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD + 1).collect()
    };
    if content.title.is_empty() {
        let first = head.first().filter(|_| head.len() > 1).and_then(|first| as_title(first));
        content.title = match first {
            // The name may be cut, or a short form of it.
            Some(first) if name.title.is_empty() || first.contains(&name.title) => first.to_owned(),
            _ => name.title,
        };
    }
    let lines = || head.iter().take(HEAD).filter(|line| line.chars().nth(LINE).is_none());
    if content.author.is_empty() {
        content.author = lines().find_map(|line| author(line)).unwrap_or_default().to_owned();
    }
    if content.date.is_empty() {
        let in_text = || lines().find_map(|line| find(line)).map(|found| found.value);
        content.date = name.date.or_else(in_text).unwrap_or_default();
    }
}

/// What the name of a file says.
#[derive(Debug, Default, PartialEq, Eq)]
struct Name {
    /// Without number and date; empty where no words are left.
    title: String,
    date: Option<String>,
}

impl Name {
    fn new(path: &str) -> Name {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = match name.rsplit_once('.') {
            Some((stem, ending)) if is_ending(ending) => stem,
            _ => name,
        };
        // `#part0`: a text that was cut into several.
        let (stem, part) = match stem.rfind('#') {
            Some(at) if at > 0 && stem[at + 1..].bytes().all(|b| b.is_ascii_alphanumeric()) => {
                stem.split_at(at)
            }
            _ => (stem, ""),
        };
        let (stem, at_start) = dated_at_start(stem.trim_matches(BETWEEN));
        let (stem, at_start) = match at_start {
            Some(date) => (stem, Some(date)),
            None => dated_at_start(unnumbered(stem)),
        };
        let (stem, at_end) = dated_at_end(stem);
        let has_words = stem.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
            || stem.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 3);
        let is_code = stem.len() >= 8 && stem.bytes().all(|b| b.is_ascii_hexdigit() || b == b'_');
        let title = if has_words && !is_code { [stem, part].concat() } else { String::new() };
        Name { title, date: at_start.or(at_end) }
    }
}

/// `txt`, `html`; what follows the point in `关于1.5亿元` is none.
fn is_ending(ending: &str) -> bool {
    (1..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A name without the number that orders it among others: `0742 标题`. A year is no such number.
fn unnumbered(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &name[..name.len() - rest.len()];
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let words = rest.trim_start_matches(BETWEEN);
    if number.is_empty() || is_year || words.len() == rest.len() || words.is_empty() {
        return name;
    }
    words
}

/// `2021-03-05 标题`, `20210305_标题`.
fn dated_at_start(name: &str) -> (&str, Option<String>) {
    match find(name) {
        Some(found) if found.range.start == 0 && found.has_month => {
            let rest = &name[found.range.end..];
            let words = rest.trim_start_matches(BETWEEN);
            // `2021年3月5日会议纪要` names what it is about.
            if words.len() == rest.len() && !words.is_empty() {
                (name, Some(found.value))
            } else {
                (words, Some(found.value))
            }
        }
        _ => (name, None),
    }
}

/// `标题(2017-06-26)`, also where the length of names cut it: `标题(2017-0`; `标题_20170626`.
fn dated_at_end(name: &str) -> (&str, Option<String>) {
    if let Some(at) = name.rfind(['(', '（', '[', '【', '〔']) {
        let inside = name[at..].trim_start_matches(['(', '（', '[', '【', '〔']);
        let closed = inside.trim_end_matches([')', '）', ']', '】', '〕']);
        let is_open = closed.len() == inside.len();
        if let Some(found) = find(closed).filter(|found| found.range == (0..closed.len())) {
            // `统计公报(2021)` is so called.
            let rest = name[..at].trim_end_matches(BETWEEN);
            return (if found.has_month || is_open { rest } else { name }, Some(found.value));
        }
        // Cut within the month, or after its hyphen.
        let year = closed.split(['-', '年']).next().and_then(date);
        if is_open && year.is_some() && closed.len() < 8 {
            return (name[..at].trim_end_matches(BETWEEN), year);
        }
    }
    let mut from = 0;
    while let Some(found) = find(&name[from..]) {
        let (start, end) = (from + found.range.start, from + found.range.end);
        let before = name[..start].trim_end_matches(BETWEEN);
        if end == name.len() && found.has_month && before.len() < start && !before.is_empty() {
            return (before, Some(found.value));
        }
        from = end;
    }
    (name, None)
}

/// The words of a line if it can be a title: short, and no sentence.
fn as_title(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#').trim();
    let is_marked = words.len() < line.len();
    let ends =
        ['。', '！', '？', '；', '，', '：', '、', '.', ',', ';', ':', '!', '?', '…', '—', '”'];
    let is_sentence = words.ends_with(ends) || words.contains(['。', '；']);
    let is_short = words.chars().nth(TITLE).is_none();
    (is_short && !words.is_empty() && (is_marked || !is_sentence)).then_some(words)
}

/// `作者：夏元`, `文/夏元`, `本报记者 夏元`.
fn author(line: &str) -> Option<&str> {
    const SIGNS: [&str; 12] = [
        "作者：",
        "作者:",
        "文/",
        "文／",
        "文丨",
        "撰文：",
        "撰文/",
        "本报记者",
        "记者：",
        "编者：",
        "By ",
        "by ",
    ];
    let line = line.trim_start_matches(['（', '(', '□', '■', ' ', '\u{3000}', '*', '>']);
    let name = SIGNS.iter().find_map(|sign| line.strip_prefix(sign))?;
    let name = name.trim_start_matches(['：', ':', ' ', '\u{3000}', '/']);
    let name = name.split(['|', '｜', '，', '。', '\t', ')', '）', '；']).next()?;
    // What follows wide spaces, or names a date, is something else.
    let name = name
        .split("  ")
        .next()?
        .split("来源")
        .next()?
        .split("日期")
        .next()?
        .split("发布")
        .next()?;
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '*');
    (!name.is_empty() && name.chars().nth(NAME).is_none()).then_some(name)
}

/// The first date in a text as `2021-03-05`, `2021-03` or, where nothing stands around it or 年 does
/// after it, `2021`.
pub(super) fn date(text: &str) -> Option<String> {
    find(text).map(|found| found.value)
}

/// A date, and where it stands.
struct Date {
    range: Range<usize>,
    value: String,
    has_month: bool,
}

fn find(text: &str) -> Option<Date> {
    let mut is_after_digit = false;
    for (at, c) in text.char_indices() {
        let is_digit = digit(c).is_some();
        if is_digit
            && !is_after_digit
            && let Some(found) = date_at(text, at)
        {
            return Some(found);
        }
        is_after_digit = is_digit;
    }
    None
}

/// A date that begins at a place.
fn date_at(text: &str, start: usize) -> Option<Date> {
    let (number, digits, end) = number(text, start)?;
    let dated =
        |end: usize, value: String, has_month| Some(Date { range: start..end, value, has_month });
    if digits == 8 {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let is_date = is_year(year) && is_month(month) && is_day(day);
        return if is_date {
            dated(end, format!("{year}-{month:02}-{day:02}"), true)
        } else {
            None
        };
    }
    if digits != 4 || !is_year(number) {
        return None;
    }
    let year = number;
    // `2021年3月5日`, with spaces or without; or the same sign twice and none.
    let is_chinese = text[end..].trim_start_matches(' ').starts_with('年');
    let (first, second, last): (&[char], &[char], &[char]) = if is_chinese {
        (&['年'], &['月'], &['日', '号'])
    } else {
        (&['-', '/', '.', '_', '－'], &['-', '/', '.', '_', '－'], &[])
    };
    let after_year = after(text, end, first);
    let month =
        after_year.and_then(|at| self::number(text, at)).filter(|(_, digits, _)| *digits <= 2);
    let Some((month, _, end)) = month.filter(|(month, ..)| is_month(*month)) else {
        let is_all = start == 0 && end == text.trim_end().len();
        let end = if is_chinese { after_year.unwrap_or(end) } else { end };
        return if is_all || is_chinese { dated(end, year.to_string(), false) } else { None };
    };
    let after_month = after(text, end, second);
    let day =
        after_month.and_then(|at| self::number(text, at)).filter(|(_, digits, _)| *digits <= 2);
    let Some((day, _, end)) = day.filter(|(day, ..)| is_day(*day)) else {
        let end = after_month.filter(|_| is_chinese).unwrap_or(end);
        return dated(end, format!("{year}-{month:02}"), true);
    };
    let end = after(text, end, last).unwrap_or(end);
    dated(end, format!("{year}-{month:02}-{day:02}"), true)
}

/// What follows one of these signs; Chinese ones may have spaces around them.
fn after(text: &str, at: usize, signs: &[char]) -> Option<usize> {
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start_matches(' ').strip_prefix(signs)?;
    let is_spaced = rest.len() - trimmed.len() > 1 && rest.starts_with(' ');
    if is_spaced && !signs.iter().any(|sign| matches!(sign, '年' | '月' | '日')) {
        return None;
    }
    let next = trimmed.trim_start_matches(' ');
    let goes_on = next.chars().next().and_then(digit).is_some();
    Some(text.len() - if goes_on { next.len() } else { trimmed.len() })
}

/// A number of at most eight digits, how many it has, and where it ends: `2021`, `２０２１`,
/// `二〇二一`, `十二`.
fn number(text: &str, start: usize) -> Option<(u32, usize, usize)> {
    let (mut number, mut digits, mut end) = (0_u32, 0, start);
    for c in text.get(start..)?.chars() {
        if c == '十' {
            // A ten before and ones after it count as digits: `二十` 20, `十二` 12, `二十一` 21.
            number = if digits == 0 { 10 } else { number.checked_mul(10)? };
            digits = 2;
        } else if let Some(value) = digit(c) {
            let is_after_ten = text[start..end].ends_with('十');
            number = if is_after_ten { number + value } else { number.checked_mul(10)? + value };
            digits += usize::from(!is_after_ten);
        } else {
            break;
        }
        end += c.len_utf8();
        if digits > 8 {
            return None;
        }
    }
    (digits > 0).then_some((number, digits, end))
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        '十' => Some(10),
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .zip(1..)
            .find(|(name, _)| *name == c)
            .map(|(_, value)| value),
    }
}

fn is_year(number: u32) -> bool {
    (1000..3000).contains(&number)
}

fn is_month(number: u32) -> bool {
    (1..=12).contains(&number)
}

fn is_day(number: u32) -> bool {
    (1..=31).contains(&number)
}
