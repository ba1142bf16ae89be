//! The numbers that a program sets before the items of a list: `第三条`, `（二）`, `1.2`. They are printed,
//! but in no paragraph, so they are counted here as the program would.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::xml::attribute;

/// How deep lists go.
const DEPTH: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub struct Numbers {
    /// What each list looks like, by the id of its pattern.
    patterns: HashMap<String, [Level; DEPTH]>,
    /// The pattern of each list, and where its levels begin anew.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    /// How far each pattern has counted; 0 where it has not begun.
    counts: HashMap<String, [u32; DEPTH]>,
    begun: HashSet<String>,
}

/// How the items of a level are numbered.
#[derive(Default, Clone)]
struct Level {
    start: u32,
    format: String,
    /// The text with `%1` for the number of the first level, and so on.
    text: String,
}

impl Numbers {
    /// Reads the part. What is not well-formed has no more lists.
    pub fn read(xml: &str) -> Numbers {
        let mut numbers = Numbers::default();
        let mut reader = Reader::from_str(xml);
        let (mut pattern, mut list, mut depth) = (String::new(), String::new(), 0);
        while let Ok(event) = reader.read_event() {
            let (Event::Start(tag) | Event::Empty(tag)) = &event else {
                if matches!(event, Event::Eof) {
                    break;
                }
                continue;
            };
            let named = |name: &str| attribute(tag, name).unwrap_or_default();
            let name = tag.local_name();
            match name.as_ref() {
                "abstractNum" => {
                    pattern = named("abstractNumId");
                    list.clear();
                    numbers.patterns.insert(pattern.clone(), Default::default());
                }
                "num" => {
                    list = named("numId");
                    numbers.lists.insert(list.clone(), Default::default());
                }
                "abstractNumId" => {
                    if let Some(entry) = numbers.lists.get_mut(&list) {
                        entry.0 = named("val");
                    }
                }
                "lvl" | "lvlOverride" => depth = named("ilvl").parse().unwrap_or(0),
                "startOverride" => {
                    if let Some(entry) = numbers.lists.get_mut(&list) {
                        entry.1.insert(depth, named("val").parse().unwrap_or(1));
                    }
                }
                kind @ ("start" | "numFmt" | "lvlText") if list.is_empty() => {
                    let levels = numbers.patterns.get_mut(&pattern);
                    if let Some(level) = levels.and_then(|levels| levels.get_mut(depth)) {
                        match kind {
                            "start" => level.start = named("val").parse().unwrap_or(1),
                            "numFmt" => level.format = named("val"),
                            _ => level.text = named("val"),
                        }
                    }
                }
                _ => {}
            }
        }
        numbers
    }

    /// What is printed before the next item of this list at this depth; nothing before bullets.
    pub fn next(&mut self, list: &str, depth: usize) -> String {
        let Some((pattern, anew)) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.patterns.get(pattern) else { return String::new() };
        let Some(level) = levels.get(depth) else { return String::new() };
        let counts = self.counts.entry(pattern.clone()).or_default();
        if self.begun.insert(list.to_string()) {
            for (&depth, &start) in anew {
                if let Some(count) = counts.get_mut(depth) {
                    *count = start.saturating_sub(1);
                }
            }
        }
        for (count, level) in counts.iter_mut().zip(levels).take(depth) {
            if *count == 0 {
                *count = level.start.max(1);
            }
        }
        counts[depth] = match counts[depth] {
            0 => level.start.max(1),
            count => count.saturating_add(1),
        };
        counts[depth + 1..].fill(0);
        if level.format == "bullet" || level.format == "none" {
            return String::new();
        }
        let mut printed = String::new();
        let mut rest = &level.text[..];
        while let Some((before, after)) = rest.split_once('%') {
            printed.push_str(before);
            rest = after;
            if let Some(digit @ '1'..='9') = after.chars().next() {
                let which = digit as usize - '1' as usize;
                printed.push_str(&number(counts[which], &levels[which].format));
                rest = &after[1..];
            } else {
                printed.push('%');
            }
        }
        printed.push_str(rest);
        printed
    }
}

/// A number as a format writes it.
fn number(count: u32, format: &str) -> String {
    let one_of = |signs: &str| {
        let at = (count as usize).wrapping_sub(1);
        signs.chars().nth(at).map_or_else(|| count.to_string(), String::from)
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "japaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "koreanCounting" => chinese(count, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" => chinese(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
        "ideographLegalTraditional" => chinese(count, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "decimalZero" => format!("{count:02}"),
        "lowerLetter" => letters(count, b'a'),
        "upperLetter" => letters(count, b'A'),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        _ => count.to_string(),
    }
}

/// `十一`, `二十`, `一百零五`; beyond 9999 in digits.
fn chinese(count: u32, digits: &str, units: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let units: Vec<char> = units.chars().collect();
    if count == 0 || count > 9999 {
        return count.to_string();
    }
    let mut written = String::new();
    let mut skipped = false;
    for place in (0..4u32).rev() {
        let digit = (count / 10u32.pow(place) % 10) as usize;
        if digit == 0 {
            skipped = !written.is_empty();
            continue;
        }
        if skipped {
            written.push(digits[0]);
            skipped = false;
        }
        if !(digit == 1 && place == 1 && written.is_empty()) {
            written.push(digits[digit]);
        }
        if place > 0 {
            written.push(units[place as usize - 1]);
        }
    }
    written
}

/// `a` … `z`, then `aa`, `bb`, as programs count.
fn letters(count: u32, first: u8) -> String {
    let Some(at) = count.checked_sub(1).filter(|&at| at < 780) else { return count.to_string() };
    let letter = char::from(first + (at % 26) as u8);
    String::from(letter).repeat(at as usize / 26 + 1)
}

fn roman(count: u32) -> String {
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let (mut left, mut written) = (count, String::new());
    for (value, sign) in signs {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}
