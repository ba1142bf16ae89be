//! When a page was printed, as far as the page itself proves it: it names the same month or
//! quarter once by its year (`2021年1月`) and once from where it stands (`今年1月`, `去年1月`).

use std::collections::BTreeMap;

use super::super::corpus::{Date, Page};

/// A period that a text names more often than this proves nothing of one page.
const ENOUGH: usize = 32;

/// The date, or `None` if nothing proves it or the proofs disagree.
pub fn date(page: &Page) -> Option<Date> {
    let sentences: Vec<&str> = page
        .blocks
        .iter()
        .flat_map(|block| block.text.split_inclusive(['。', '；', '！', '？']))
        .collect();
    let mut named: BTreeMap<String, Vec<(i32, usize)>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        for (year, period) in years(sentence) {
            named.entry(period).or_default().push((year, at));
        }
    }
    let mut proofs: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        for (word, back) in [("今年", 0), ("去年", 1), ("前年", 2)] {
            for (_, after) in
                sentence.match_indices(word).map(|(i, word)| (i, &sentence[i + word.len()..]))
            {
                let Some(period) = period(after) else { continue };
                for &(year, other) in named.get(&period).into_iter().flatten().take(ENOUGH) {
                    if shares_name(sentence, sentences[other]) {
                        proofs.entry(year + back).or_default().extend([other, at]);
                    }
                }
            }
        }
    }
    let (&year, evidence) = proofs.iter().next().filter(|_| proofs.len() == 1)?;
    let mut evidence = evidence.clone();
    evidence.sort_unstable();
    evidence.dedup();
    let evidence = evidence.into_iter().map(|at| sentences[at].to_owned()).collect();
    Some(Date { value: year.to_string(), evidence })
}

/// The years that a sentence names with a month or quarter after them.
fn years(sentence: &str) -> Vec<(i32, String)> {
    let mut found = Vec::new();
    for (at, _) in sentence.match_indices('年') {
        let digits: String =
            sentence[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let year: Option<i32> = digits.chars().rev().collect::<String>().parse().ok();
        let year = year.filter(|year| (1900..2100).contains(year));
        if let (Some(year), Some(period)) = (year, period(&sentence[at + '年'.len_utf8()..])) {
            found.push((year, period));
        }
    }
    found
}

/// The month or quarter that a text begins with.
fn period(text: &str) -> Option<String> {
    let text = text.trim_start();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return text[digits.len()..].trim_start().starts_with('月').then(|| digits + "月");
    }
    let quarter: String = text.chars().take(3).collect();
    quarter.ends_with("季度").then_some(quarter)
}

/// Whether two sentences speak of the same thing: three characters or more in common that are
/// no part of a date.
fn shares_name(one: &str, other: &str) -> bool {
    let one: Vec<char> = one.chars().collect();
    one.windows(3).any(|three| {
        let no_date =
            !three.iter().any(|c| c.is_ascii_digit() || "年月日，、。今去前".contains(*c));
        no_date && other.contains(&three.iter().collect::<String>())
    })
}
