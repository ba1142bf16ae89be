//! A large Chinese corpus that nobody wrote, to measure on: words as frequent as they are in
//! Chinese, the same texts every time. It means nothing, but its characters and words are as
//! unevenly spread as real ones, and that is what a search depends on.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// How large a document is, in bytes.
const DOCUMENT: usize = 20_000;

/// How many of the most frequent words count as frequent.
const FREQUENT: usize = 1000;

/// Words that are not Chinese.
const LATIN: [&str; 12] =
    ["GDP", "5G", "AI", "IBM", "App", "CBD", "WTO", "CDMO", "IPO", "Wi-Fi", "SaaS", "Watson"];

/// Makes documents of about 20 KB (bytes of UTF-8), together `bytes` long or up to a paragraph
/// longer: their ids and texts. A document is a headline and paragraphs of 50 to 400 characters,
/// each a line, with a blank line before each paragraph.
pub fn generated(bytes: usize, seed: u64) -> Vec<(String, String)> {
    let words = Words::known();
    let mut random = Random::new(seed);
    let mut documents = Vec::new();
    let mut left = bytes;
    while left > 0 {
        let goal = left.min(DOCUMENT);
        let mut text = String::with_capacity(goal + 2000);
        (0..random.between(4, 8)).for_each(|_| text.push_str(words.any(&mut random)));
        text.push('\n');
        while text.len() < goal {
            text.push('\n');
            paragraph(words, &mut random, &mut text);
            text.push('\n');
        }
        left = left.saturating_sub(text.len());
        documents.push((format!("generated/{:05}", documents.len()), text));
    }
    documents
}

/// Makes queries that `texts` answer: every other one is a frequent word, and between them are
/// pieces of 1 to 12 characters from anywhere in a paragraph.
pub fn queries(texts: &[(String, String)], count: usize, seed: u64) -> Vec<String> {
    let words = Words::known();
    let mut random = Random::new(seed);
    let is_there = |word: &str| texts.iter().any(|(_, text)| text.contains(word));
    let frequent: Vec<&str> = words.frequent().filter(|word| is_there(word)).collect();
    let mut queries = Vec::with_capacity(count);
    let has_paragraphs = texts.iter().any(|(_, text)| !text.trim().is_empty());
    while queries.len() < count && has_paragraphs {
        if queries.len() % 2 == 0 && !frequent.is_empty() {
            queries.push(frequent[random.below(frequent.len())].to_owned());
            continue;
        }
        let (_, text) = &texts[random.below(texts.len())];
        let at = text.floor_char_boundary(random.below(text.len().max(1)));
        let line = text[at..].lines().next().unwrap_or("");
        let piece: String = line.chars().take(random.between(1, 12)).collect();
        if !piece.trim().is_empty() {
            queries.push(piece);
        }
    }
    queries
}

/// Sentences of clauses of words, until they are as long as the paragraph should be.
fn paragraph(words: &Words, random: &mut Random, text: &mut String) {
    let goal = random.between(50, 380);
    let mut chars = 0;
    while chars < goal {
        for _ in 0..random.between(2, 8) {
            let before = text.len();
            match random.below(100) {
                0 => text.push_str(LATIN[random.below(LATIN.len())]),
                1 => *text += &format!("{}年", random.between(1990, 2025)),
                2 => *text += &format!("{}.{}%", random.between(1, 99), random.below(10)),
                3 => *text += &random.between(2, 5000).to_string(),
                _ => text.push_str(words.any(random)),
            }
            chars += text[before..].chars().count();
            if chars >= goal {
                break;
            }
        }
        text.push(match random.below(20) {
            0..11 => '，',
            11..14 => '、',
            14 => '；',
            _ => '。',
        });
        chars += 1;
    }
    text.pop();
    text.push('。');
}

/// The words of jieba's dictionary that are written in Chinese characters, the most frequent
/// first.
struct Words {
    words: Vec<String>,
    /// For each word how often it and those before it occur.
    sums: Vec<u32>,
}

impl Words {
    fn known() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Words::new(&dictionary()))
    }

    /// Reads a dictionary: a line is a word, its frequency, its tag.
    fn new(dictionary: &str) -> Words {
        let is_chinese = |word: &str| word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let entries = dictionary.lines().filter_map(|line| {
            let (word, rest) = line.split_once(' ')?;
            let frequency: u32 = rest.split(' ').next()?.parse().ok()?;
            // A few entries are whole sentences.
            (is_chinese(word) && word.chars().count() <= 8).then_some((frequency, word))
        });
        let mut entries: Vec<(u32, &str)> = entries.collect();
        assert!(entries.len() > 100_000, "the dictionary has its words");
        entries.sort_by(|a, b| b.cmp(a));
        let mut sum = 0;
        let sums = entries.iter().map(|&(frequency, _)| {
            sum += frequency;
            sum
        });
        Words {
            sums: sums.collect(),
            words: entries.iter().map(|entry| entry.1.to_owned()).collect(),
        }
    }

    /// A word, each as likely as it is frequent.
    fn any(&self, random: &mut Random) -> &str {
        let all = self.sums.last().copied().unwrap_or(0);
        let at = random.below(all as usize) as u32;
        &self.words[self.sums.partition_point(|&sum| sum <= at)]
    }

    fn frequent(&self) -> impl Iterator<Item = &str> {
        self.words.iter().take(FREQUENT).map(String::as_str)
    }
}

/// The text of jieba's dictionary. The crate keeps it to itself, so its source is asked for:
/// Cargo, which has compiled it, knows where that is.
fn dictionary() -> String {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("Cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("`cargo metadata` writes JSON");
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let jieba = packages.find(|package| package["name"] == "jieba-rs").expect("it is used");
    let manifest = Path::new(jieba["manifest_path"].as_str().expect("a path"));
    fs::read_to_string(manifest.with_file_name("src/data/dict.txt")).expect("its dictionary")
}

/// Marsaglia's xorshift (2003), for texts that are the same every time.
struct Random(u64);

impl Random {
    /// Spreads the seed over all bits: two small ones would begin alike.
    fn new(seed: u64) -> Random {
        Random(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15).max(1))
    }

    /// A number below `bound`, which is at least 1 and below 2³².
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (((self.0 >> 32) * bound as u64) >> 32) as usize
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }
}
