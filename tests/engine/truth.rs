//! What a careful reader of Chinese restores from the five seeds, and how near the engine comes.
//! `truth/` was made by reading, before the rules were.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use jianyue::embedded::FOLD;
use jianyue::engine::{Fold, Page, Role, Segmenter, restore_with};
use serde::Deserialize;

/// A page as it should be restored. Line numbers are from 1, blocks in the order of the source.
#[derive(Deserialize)]
pub struct Truth {
    pub file: String,
    pub title_accept: Vec<String>,
    pub blocks: Vec<TrueBlock>,
    pub articles: Vec<TrueArticle>,
    pub sections: Vec<TrueSection>,
    pub reading_order: Vec<usize>,
    pub date: Option<TrueDate>,
    pub words_across_breaks: Vec<Phrase>,
}

#[derive(Deserialize)]
pub struct TrueBlock {
    pub role: String,
    #[serde(default)]
    pub role_accept: Vec<String>,
    pub first_line: u32,
    pub text: String,
}

#[derive(Deserialize)]
pub struct TrueArticle {
    pub title: String,
    pub byline: Option<String>,
}

/// A heading and the paragraphs under it, by block.
#[derive(Deserialize)]
pub struct TrueSection {
    pub subhead: usize,
    pub blocks: Vec<usize>,
}

#[derive(Deserialize)]
pub struct TrueDate {
    pub value: String,
}

/// A phrase that a line end cuts, and how often it occurs in the restored page.
#[derive(Deserialize)]
pub struct Phrase {
    pub phrase: String,
    pub count: usize,
}

/// How near a restored page comes to the truth; shares from 0 to 1.
#[derive(Debug)]
pub struct Figures {
    /// F1 of the places between two characters where a block begins.
    pub boundaries: f64,
    /// Of the blocks that are not body, those with the right role.
    pub roles: f64,
    /// Pairs of blocks in the right order.
    pub order: f64,
    /// Sections that do not stand whole under their heading.
    pub torn: Vec<String>,
    /// The title of the page is right.
    pub title: bool,
    /// Articles whose title or byline is not found.
    pub articles: Vec<String>,
    /// What is proved of the date, beside the truth.
    pub date: (Option<String>, Option<String>),
    /// Phrases whose count is wrong.
    pub phrases: Vec<String>,
}

/// The ids of the seeds whose truth is known.
pub fn files() -> Vec<String> {
    let files = fs::read_dir("tests/engine/truth").expect("the truths are there").flatten();
    files
        .map(|file| file.path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect()
}

/// The truths with their restored pages.
pub fn all() -> Vec<(Truth, Page)> {
    let mut files: Vec<_> = fs::read_dir("tests/engine/truth")
        .expect("the truths are there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    let words = Segmenter::embedded();
    let read = |path: &Path| {
        let truth: Truth =
            serde_json::from_slice(&fs::read(path).expect("readable")).expect("a truth");
        let source = fs::read_to_string(Path::new("seeds").join(&truth.file)).expect("its seed");
        (truth, restore_with(&source, Some(&words)))
    };
    files.iter().map(|path| read(path)).collect()
}

pub fn figures(truth: &Truth, page: &Page) -> Figures {
    let mut place = HashMap::new();
    for (rank, &block) in page.reading_order.iter().enumerate() {
        for line in page.blocks[block as usize].lines() {
            place.entry(line).or_insert((block as usize, rank));
        }
    }
    let at = |block: &TrueBlock| place.get(&block.first_line).copied().unwrap_or((0, 0));
    let marked: Vec<&TrueBlock> =
        truth.blocks.iter().filter(|block| block.role != "body").collect();
    let right = marked.iter().filter(|block| {
        let role = page.blocks[at(block).0].role.name();
        role == block.role || block.role_accept.iter().any(|accept| accept == role)
    });
    let ranks: Vec<usize> =
        truth.reading_order.iter().map(|&block| at(&truth.blocks[block]).1).collect();
    let pairs = |keep: fn(usize, usize) -> bool| -> usize {
        let after =
            |i: usize| ranks[i + 1..].iter().filter(|&&other| keep(ranks[i], other)).count();
        (0..ranks.len()).map(after).sum()
    };
    let (ordered, reversed) = (pairs(|a, b| a < b), pairs(|a, b| a > b));
    let fold = Fold::new(FOLD);
    let wrong = truth.words_across_breaks.iter().filter_map(|phrase| {
        let needle = fold.text(&phrase.phrase);
        let texts = page.blocks.iter().map(|block| fold.text(&block.text));
        let count: usize = texts.map(|text| text.matches(&needle).count()).sum();
        (count != phrase.count).then(|| format!("{} {count} of {}", phrase.phrase, phrase.count))
    });
    Figures {
        boundaries: f1(
            &starts(truth.blocks.iter().map(|block| (block.role.as_str(), block.text.as_str()))),
            &starts(page.blocks.iter().map(|block| (block.role.name(), block.text.as_str()))),
        ),
        roles: right.count() as f64 / marked.len().max(1) as f64,
        order: ordered as f64 / (ordered + reversed).max(1) as f64,
        torn: torn(truth, page, &|block: &TrueBlock| at(block).0),
        articles: missing(truth, page),
        title: truth.title_accept.iter().any(|title| solid(title) == solid(&page.title)),
        date: (
            page.date.as_ref().map(|date| date.value.clone()),
            truth.date.as_ref().map(|date| date.value.clone()),
        ),
        phrases: wrong.collect(),
    }
}

/// The text without white space, by which texts are compared.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The headings whose paragraphs are not those that stand between them and the next heading.
fn torn(truth: &Truth, page: &Page, at: &dyn Fn(&TrueBlock) -> usize) -> Vec<String> {
    let order: Vec<usize> = page.reading_order.iter().map(|&block| block as usize).collect();
    let is_body = |block: usize| page.blocks[block].role == Role::Body;
    let is_torn = |section: &&TrueSection| {
        let head = at(&truth.blocks[section.subhead]);
        let from = order.iter().position(|&block| block == head).unwrap_or(0);
        let ends =
            |block: &usize| matches!(page.blocks[*block].role, Role::Subhead | Role::Headline);
        let after = order[from + 1..].iter().copied().take_while(|block| !ends(block));
        let found: Vec<usize> = after.filter(|&block| is_body(block)).collect();
        let blocks = section.blocks.iter().map(|&block| &truth.blocks[block]);
        let body: Vec<usize> = blocks.filter(|block| block.role == "body").map(at).collect();
        found != body && !body.is_empty()
    };
    let torn = truth.sections.iter().filter(is_torn);
    torn.map(|section| truth.blocks[section.subhead].text.clone()).collect()
}

/// The articles of the truth that the page has not, by title and byline.
fn missing(truth: &Truth, page: &Page) -> Vec<String> {
    let is_there = |article: &&TrueArticle| {
        page.articles.iter().any(|found| {
            solid(&found.title) == solid(&article.title)
                && solid(&found.byline) == solid(article.byline.as_deref().unwrap_or(""))
        })
    };
    let missing = truth.articles.iter().filter(|article| !is_there(article));
    missing.map(|article| article.title.clone()).collect()
}

/// Where paragraphs of running text begin, in characters that are not white space; `texts` are
/// all blocks with their roles.
fn starts<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::new();
    for (role, text) in texts {
        if role == "body" {
            starts.push(at);
        }
        at += solid(text).chars().count();
    }
    starts
}

fn f1(truth: &[usize], found: &[usize]) -> f64 {
    let right = found.iter().filter(|start| truth.contains(start)).count() as f64;
    2.0 * right / (truth.len() + found.len()) as f64
}
