//! When a page was printed, as far as the page itself proves it.
//!
//! Its head says so (`2021年3月5日 星期五`); or it names the same month or quarter once by its year
//! (`2021年1月`) and once from where it stands (`今年1月`, `去年1月`); or it reports as news what has
//! the year in its name (`日前，作为2020…博览会`); or what it looks back to and what it looks forward
//! to leave one year only. The month is proved where the page speaks of this month (`本月初`)
//! and dates its news by days.

use std::collections::{BTreeMap, BTreeSet};

use super::super::corpus::{Block, Date};
use super::articles::LARGEST;

/// No page of a newspaper is longer, in bytes.
const LONGEST_PAGE: usize = 200_000;

/// A period that a text names more often than this proves nothing of one page.
const ENOUGH: usize = 32;

/// No name is longer than this, in characters.
const LONGEST: usize = 16;

/// Words for what has just happened.
const NEWS: [&str; 6] = ["日前", "近日", "昨日", "昨天", "今日", "今天"];

/// Words for what is still to come.
const TO_COME: [&str; 7] = ["预计", "计划", "将于", "拟于", "力争", "有望", "争取"];

/// Before its first cases were reported (WHO, 31 December 2019) nobody wrote of this epidemic.
const EPIDEMIC: (&str, i32) = ("疫情", 2020);

/// The date, or `None` if nothing proves it or the proofs disagree.
pub fn date(blocks: &[Block]) -> Option<Date> {
    let size: usize = blocks.iter().map(|block| block.text.len()).sum();
    if blocks.len() > LARGEST || size > LONGEST_PAGE {
        return None;
    }
    if let Some(date) = blocks.iter().find_map(head) {
        return Some(date);
    }
    let sentences: Vec<Sentence<'_>> = blocks.iter().flat_map(sentences).collect();
    let mut proofs: BTreeMap<i32, BTreeSet<usize>> = BTreeMap::new();
    by_period(&sentences, &mut proofs);
    by_name(&sentences, &mut proofs);
    if proofs.is_empty() {
        by_bounds(&sentences, &mut proofs);
    }
    let (&year, evidence) = proofs.iter().next().filter(|_| proofs.len() == 1)?;
    let mut evidence = evidence.clone();
    let value = match month(&sentences, &mut evidence) {
        Some(month) => format!("{year}-{month:02}"),
        None => year.to_string(),
    };
    let evidence = evidence.into_iter().map(|at| sentences[at].text.to_owned()).collect();
    Some(Date { value, evidence })
}

/// A sentence, and the paragraph that it stands in.
struct Sentence<'a> {
    text: &'a str,
    paragraph: &'a str,
}

fn sentences(block: &Block) -> impl Iterator<Item = Sentence<'_>> {
    let mut rest = block.text.as_str();
    std::iter::from_fn(move || {
        // A closing quotation mark is of the sentence before it.
        let end = rest.find(['。', '；', '！', '？']).map_or(rest.len(), |at| {
            let after = &rest[at..];
            let marks = after.trim_start_matches(['。', '；', '！', '？', '”', '’', '」', '）']);
            rest.len() - marks.len()
        });
        let (text, after) = rest.split_at(end);
        rest = after;
        (!text.is_empty()).then_some(Sentence { text, paragraph: &block.text })
    })
}

/// The date in the head of the page, a line that says a day and little else; or of a wire report.
fn head(block: &Block) -> Option<Date> {
    let text: String = block.text.chars().take(41).filter(|c| !c.is_whitespace()).collect();
    let (year, rest) = years(&text).next()?;
    let (month, rest) = number(rest, '月').filter(|(month, _)| (1..=12).contains(month))?;
    let (day, rest) = number(rest, '日').filter(|(day, _)| (1..=31).contains(day))?;
    let evidence = vec![block.text.clone()];
    // A wire report is printed on its day or on the next.
    if text.starts_with("新华社") && rest.starts_with('电') {
        return Some(Date { value: format!("{year}-{month:02}"), evidence });
    }
    let is_short = text.chars().count() <= 40;
    let is_head = is_short && (rest.is_empty() || rest.contains("星期") || rest.contains('版'));
    is_head.then(|| Date { value: format!("{year}-{month:02}-{day:02}"), evidence })
}

/// The same period named twice, by year and from here, of the same thing.
fn by_period(sentences: &[Sentence<'_>], proofs: &mut BTreeMap<i32, BTreeSet<usize>>) {
    let mut named: BTreeMap<&str, Vec<(i32, usize)>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        for (year, rest) in years(sentence.text) {
            if let Some(period) = period(rest) {
                named.entry(period).or_default().push((year, at));
            }
        }
    }
    // The longer the name, the surer it is the same thing.
    let mut longest = 0;
    for (at, sentence) in sentences.iter().enumerate() {
        for (word, back) in [("今年", 0), ("去年", 1), ("前年", 2)] {
            for (i, _) in sentence.text.match_indices(word) {
                let Some(period) = period(&sentence.text[i + word.len()..]) else { continue };
                for &(year, other) in named.get(period).into_iter().flatten().take(ENOUGH) {
                    let shared = shared_name(sentence.paragraph, sentences[other].paragraph);
                    if shared > longest {
                        longest = shared;
                        proofs.clear();
                    }
                    if shared > 0 && shared == longest {
                        proofs.entry(year + back).or_default().extend([other, at]);
                    }
                }
            }
        }
    }
}

/// News of something that has the year in its name.
fn by_name(sentences: &[Sentence<'_>], proofs: &mut BTreeMap<i32, BTreeSet<usize>>) {
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(from) = NEWS.iter().filter_map(|news| sentence.text.find(news)).min() else {
            continue;
        };
        for year in bare_years(&sentence.text[from..]) {
            proofs.entry(year).or_default().insert(at);
        }
    }
}

/// The last year that the page looks back to and the first that it looks forward to, where they
/// are the same and the page speaks of this year.
fn by_bounds(sentences: &[Sentence<'_>], proofs: &mut BTreeMap<i32, BTreeSet<usize>>) {
    let mut earliest: Option<(i32, usize)> = None;
    let mut latest: Option<(i32, usize)> = None;
    let mut this_year = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let text = sentence.text;
        for (year, rest) in years(text) {
            let before = &text[..text.len() - rest.len()];
            let clause = before.rsplit(['，', '、']).next().unwrap_or(before);
            if TO_COME.iter().any(|word| clause.contains(word)) {
                latest = latest.filter(|known| known.0 <= year).or(Some((year, at)));
            } else {
                earliest = earliest.filter(|known| known.0 >= year).or(Some((year, at)));
            }
        }
        if text.contains(EPIDEMIC.0) && earliest.is_none_or(|known| known.0 < EPIDEMIC.1) {
            earliest = Some((EPIDEMIC.1, at));
        }
        this_year = this_year.or(text.contains("今年").then_some(at));
    }
    if let (Some((year, one)), Some((same, other)), Some(this)) = (earliest, latest, this_year)
        && year == same
    {
        proofs.entry(year).or_default().extend([one, other, this]);
    }
}

/// The month of the latest day that the page dates without a year, if it speaks of this month.
fn month(sentences: &[Sentence<'_>], evidence: &mut BTreeSet<usize>) -> Option<u32> {
    let this = sentences
        .iter()
        .position(|sentence| sentence.text.contains("本月") || sentence.text.contains("这个月"))?;
    let days = sentences.iter().enumerate().flat_map(|(at, sentence)| {
        bare_days(sentence.text).into_iter().map(move |(month, day)| (month, day, at))
    });
    let (month, _, at) = days.max()?;
    evidence.extend([this, at]);
    Some(month)
}

/// The years of a text that `年` follows, each with what comes after.
fn years(text: &str) -> impl Iterator<Item = (i32, &str)> {
    text.match_indices('年').filter_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        let year = text.get(start..at)?.parse().ok().filter(|year| (1900..2100).contains(year))?;
        Some((year, &text[at + '年'.len_utf8()..]))
    })
}

/// The years of a text that a name follows, not `年` or another digit.
fn bare_years(text: &str) -> Vec<i32> {
    let mut found = Vec::new();
    for digits in text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4) {
        let end = digits.as_ptr() as usize - text.as_ptr() as usize + 4;
        let is_name = text[end..].starts_with(super::super::text::is_han)
            && !text[end..]
                .starts_with(['年', '万', '亿', '元', '个', '人', '多', '余', '家', '名']);
        let year = digits.parse().ok().filter(|year| (1990..2100).contains(year) && is_name);
        found.extend(year);
    }
    found
}

/// The days of a text (month and day) that stand without a year.
fn bare_days(text: &str) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('月') {
        let digits = text[..at].chars().rev().take_while(char::is_ascii_digit).count();
        let before = text[..at - digits].chars().next_back();
        let month = text[at - digits..at].parse().ok().filter(|month| (1..=12).contains(month));
        let day = number(&text[at + '月'.len_utf8()..], '日').filter(|(day, _)| *day <= 31);
        if let (Some(month), Some((day, _))) = (month, day)
            && before != Some('年')
        {
            found.push((month, day));
        }
    }
    found
}

/// The number that a text begins with if `unit` follows, and what comes after.
fn number(text: &str, unit: char) -> Option<(u32, &str)> {
    let (number, rest) = text.split_once(unit)?;
    Some((number.parse().ok()?, rest))
}

/// The month or quarter that a text begins with.
fn period(text: &str) -> Option<&str> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 {
        return text[digits..].starts_with('月').then(|| &text[..digits]);
    }
    let quarter = text.get(..9)?;
    quarter.ends_with("季度").then_some(quarter)
}

/// How many characters the longest name has, at most [`LONGEST`], that two paragraphs share and
/// that is no part of a date; 0 if it is shorter than three.
fn shared_name(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let no_date = |name: &[char]| {
        !name.iter().any(|c| c.is_ascii_digit() || "年月日，、。今去前".contains(*c))
    };
    let shares = |length: usize| {
        one.windows(length)
            .any(|name| no_date(name) && other.contains(&name.iter().collect::<String>()))
    };
    (3..=LONGEST).take_while(|&length| shares(length)).last().unwrap_or(0)
}
