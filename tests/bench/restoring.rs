//! How fast pages are restored: whole papers, and texts of shapes that no paper has. Of each it is
//! asserted that nothing is lost, and that twice the text takes about twice as long.

use std::fs;
use std::time::{Duration, Instant};

use jianyue::engine::{Page, Role, restore};

use crate::median;

/// How large the texts are that are made.
const LARGE_BYTES: usize = 10_000_000;

/// How many times each is restored.
const TIMES: usize = 5;

/// Twice the text may take this many times as long.
const LINEAR: f64 = 3.0;

/// Measures them all.
pub fn restoring() {
    let mut files: Vec<_> = fs::read_dir("seeds").expect("the seeds are there").flatten().collect();
    files.sort_by_key(fs::DirEntry::path);
    let seeds = files.iter().map(|file| fs::read_to_string(file.path()).expect("a text"));
    let seeds: Vec<String> = seeds.collect();
    assert!(seeds.len() >= 5);
    let paragraphs: Vec<String> = seeds.iter().flat_map(|seed| paragraphs(restore(seed))).collect();
    let wrapped: String = paragraphs.iter().map(|paragraph| wrapped(paragraph, 30)).collect();
    println!("\nrestoration natively, median of {TIMES}      MB      MB/s  twice the text takes");
    let whole: usize = seeds.iter().map(String::len).sum();
    let time = median_time(|| seeds.iter().map(|seed| restore(seed)).collect::<Vec<_>>());
    seeds.iter().for_each(|seed| nothing_is_lost(seed, &restore(seed)));
    line("the seeds, page by page", whole, time, None);
    measure("the seeds as one text", &repeated(&seeds.concat()));
    measure("all in a single line", &repeated(&paragraphs.concat()));
    measure("a million lines of one character", &"字\n".repeat(1_000_000));
    measure("wrapped prose", &repeated(&wrapped));
    measure("a paragraph a line", &repeated(&(paragraphs.join("\n") + "\n")));
}

/// The running text of a page.
fn paragraphs(page: Page) -> impl Iterator<Item = String> {
    page.blocks.into_iter().filter(|block| block.role == Role::Body).map(|block| block.text)
}

/// A paragraph as a program wraps it that counts characters; the first line is set in.
fn wrapped(paragraph: &str, width: usize) -> String {
    let chars: Vec<char> = format!("\u{3000}\u{3000}{paragraph}").chars().collect();
    chars.chunks(width).flat_map(|line| line.iter().chain(&['\n'])).collect()
}

fn repeated(text: &str) -> String {
    text.repeat(LARGE_BYTES.div_ceil(text.len()))
}

/// Restores half of a text and the whole.
fn measure(name: &str, text: &str) {
    let half = &text[..text.floor_char_boundary(text.len() / 2)];
    nothing_is_lost(text, &restore(text));
    let (half, whole) = (median_time(|| restore(half)), median_time(|| restore(text)));
    let longer = whole.as_secs_f64() / half.as_secs_f64();
    line(name, text.len(), whole, Some(longer));
    assert!(longer < LINEAR, "twice the text takes {longer:.1} times as long");
}

fn line(name: &str, bytes: usize, time: Duration, longer: Option<f64>) {
    let (size, rate) = (bytes as f64 / 1e6, bytes as f64 / time.as_secs_f64() / 1e6);
    let longer = longer.map(|longer| format!("{longer:.1} times as long")).unwrap_or_default();
    println!("{name:32} {size:>9.2} {rate:>9.2}  {longer}");
}

/// Every character that is not white space is in a block or in the list of removals.
fn nothing_is_lost(source: &str, page: &Page) {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let kept: usize = page.blocks.iter().map(|block| solid(&block.text)).sum();
    let removed: usize = page.removed.iter().map(|removal| solid(&removal.chars)).sum();
    assert_eq!(kept + removed, solid(source));
}

fn median_time<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        let answer = work();
        times.push(start.elapsed());
        drop(answer);
    }
    median(&mut times)
}
