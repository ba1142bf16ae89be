//! Whether a text looks as a PDF, or a program of mail, leaves it: its sentences cut into lines of about
//! one width, its characters spaced or printed twice. Such a text is to be restored; in any other each
//! line is a paragraph, or a verse, and stays one.
//!
//! What tells them apart is not the width: verses have one too. It is that lines end without a mark
//! although the text has marks, within its lines; and that what is so cut is a good part of the text.

/// So many bytes of the beginning are looked at.
const HEAD: usize = 200_000;

/// In a text that is cut, so much of it, in hundredths, stands in lines that are.
const CUT: usize = 30;

/// Fewer cut lines prove nothing, unless no line is longer than they are.
const FEW: usize = 3;

/// Of the lines that are cut so many, in hundredths, are about as wide as the one before.
const EVEN: usize = 50;

/// So many marks stand within a thousand characters of prose, at least.
const MARKS: usize = 10;

/// Whether restoration is to be offered. Linear in the first 200 KB; the rest is not looked at.
pub fn is_damaged(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(HEAD)];
    is_cut(head) || is_spaced(head) || is_doubled(head)
}

/// A line of a text.
struct Line<'a> {
    text: &'a str,
    /// In halves of a Chinese character.
    width: usize,
    /// Whether it has a blank line, or an indent, before it.
    is_apart: bool,
}

fn is_cut(text: &str) -> bool {
    let lines = lines(text);
    let all: usize = lines.iter().map(|line| line.width).sum();
    let (mut cut, mut count, mut pairs, mut even) = (0, 0, 0, 0);
    let (mut marks, mut chars) = (0, 0);
    let mut before = None;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if !goes_on(line, next) {
            continue;
        }
        cut += line.width;
        count += 1;
        chars += line.text.chars().count();
        marks += inner_marks(line.text);
        if let Some(before) = before {
            pairs += 1;
            even += usize::from(line.width.abs_diff(before) <= (before / 8).max(4));
        }
        before = Some(line.width);
    }
    let widest = lines.iter().map(|line| line.width).max().unwrap_or_default();
    let is_full = count + 1 == FEW && before.is_some_and(|width| width + 4 >= widest);
    (count >= FEW || is_full)
        && cut * 100 >= all * CUT
        && even * 100 >= pairs * EVEN
        && pairs > 0
        && marks * 1000 >= chars * MARKS
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut is_apart = true;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            is_apart = true;
            continue;
        }
        let is_indented = line.starts_with(['\u{3000}', '\t']) || line.starts_with("  ");
        let width = trimmed.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
        lines.push(Line { text: trimmed, width, is_apart: is_apart || is_indented });
        is_apart = false;
    }
    lines
}

/// Whether a sentence goes on from one line to the next.
fn goes_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    let stands_alone = line.text.starts_with(['#', '|']) || line.text.contains('\t');
    if next.is_apart || stands_alone || begins_anew(next.text) {
        return false;
    }
    let (Some(last), Some(first)) = (line.text.chars().next_back(), next.text.chars().next())
    else {
        return false;
    };
    let first_is_capital = first.is_uppercase() && !is_wide(first);
    (last.is_alphanumeric() || last == '-' || last == ',' && !first_is_capital)
        && !(first_is_capital && !is_wide(last) && last != '-')
}

/// Whether a line is one of a list, a heading, a rule or a quotation, which stand for themselves.
fn begins_anew(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = digits.strip_prefix(['.', '、', ')', '）', '．']);
    let numbered = digits.len() < line.len()
        && after.is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_digit()));
    let numerals = |c: char| "一二三四五六七八九十百零〇".contains(c);
    let rest = line.trim_start_matches(['（', '(', '第']).trim_start_matches(numerals);
    let chinese = rest.len() < line.len()
        && rest.starts_with(['、', '）', ')', '条', '章', '节', '款', '项', '编', '回'])
        && line.starts_with(|c: char| numerals(c) || matches!(c, '（' | '(' | '第'));
    // Who speaks, before what is said.
    let speaker = line.chars().take(5).any(|c| c == '：');
    let marked = ["#", "- ", "* ", "+ ", "|", "•", "·", "●", "■", "◆", "□", "○", "---", "==="];
    numbered || chinese || speaker || marked.iter().any(|mark| line.starts_with(mark))
}

/// Marks of punctuation within a line; its last character does not count, nor points within numbers.
fn inner_marks(line: &str) -> usize {
    let mut marks = 0;
    let mut before = ' ';
    for c in line.chars() {
        // The mark before this character had one after it.
        marks += usize::from(match before {
            '，' | '。' | '、' | '；' | '：' | '？' | '！' => true,
            ',' | '.' | ';' | ':' | '?' | '!' => c == ' ',
            _ => false,
        });
        before = c;
    }
    marks
}

/// Whether a good part of the Chinese characters stand apart: `重 庆 高 新 区`.
fn is_spaced(text: &str) -> bool {
    let (mut all, mut spaced, mut run) = (0_usize, 0_usize, 0_usize);
    let (mut last, mut before_last) = (' ', ' ');
    for c in text.chars() {
        if is_han(c) {
            all += 1;
            let is_apart = matches!(last, ' ' | '\u{3000}') && is_han(before_last);
            run = if is_apart { run + 1 } else { 0 };
            // From the third character of such a run on.
            spaced += usize::from(run >= 3);
        } else if !matches!(c, ' ' | '\u{3000}') {
            run = 0;
        }
        (before_last, last) = (last, c);
    }
    spaced >= 6 && spaced * 10 >= all
}

/// Whether characters are printed twice, as a shadow does: `重重庆庆高高新新`.
fn is_doubled(text: &str) -> bool {
    let (mut runs, mut twins) = (0, 0);
    let mut chars = text.chars().filter(|c| !matches!(c, ' ' | '\u{3000}')).peekable();
    let mut last = '\0';
    while let Some(c) = chars.next() {
        if is_han(c) && c != last && chars.peek() == Some(&c) {
            chars.next();
            twins += 1;
            runs += usize::from(twins == 4);
        } else {
            twins = 0;
        }
        last = c;
    }
    runs >= 2
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn is_wide(c: char) -> bool {
    c >= '\u{2e80}' || ('\u{2010}'..='\u{2026}').contains(&c)
}
