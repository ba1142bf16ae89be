//! Clean prose, hard-wrapped as people and programs wrap it, and how many of its paragraphs are
//! recovered. The prose is the running text of the five seeds as their truth has it.

use jianyue::engine::restore;

use crate::truth;

/// How paragraphs are told apart in a wrapped text.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    /// Their first lines lack the two characters of the indent.
    Indent,
    /// A blank line stands between them.
    Blank,
    /// Not at all.
    Neither,
    /// Not at all, and a blank line stands after every line.
    Apart,
    /// As on a newspaper page: the indent is lost, and blank lines stand between most paragraphs,
    /// at the end of every column, and before lines that a quotation mark opens.
    Page,
}

/// How a line's room is counted, and whether marks may begin a line.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Wrap {
    /// So many characters, whatever they are.
    Characters,
    /// So many Chinese characters' widths; a closing mark never begins a line, but takes the
    /// character before it down.
    Typeset,
}

/// A column of a page has this many lines.
const COLUMN: usize = 29;

/// The share of paragraph boundaries found and right: F1 over all of `texts`, each its own page.
fn f1(texts: &[Vec<String>], width: usize, told: Told, wrap: Wrap) -> f64 {
    let (mut right, mut all) = (0, 0);
    for paragraphs in texts {
        let mut source = String::new();
        let mut truth = vec![];
        let mut at = 0;
        let mut number = 1;
        for paragraph in paragraphs {
            for (i, line) in wrapped(paragraph, width, told, wrap).iter().enumerate() {
                let hangs = i > 0 && line.starts_with('“');
                if told == Told::Page && (number % COLUMN == 0 || hangs) || told == Told::Apart {
                    source.push('\n');
                }
                number += 1;
                source.push_str(line);
                source.push('\n');
            }
            let is_told = told == Told::Blank || told == Told::Page && truth.len() % 6 != 5;
            source.push_str(if is_told { "\n" } else { "" });
            at += truth::solid(paragraph).chars().count();
            truth.push(at);
        }
        let mut at = 0;
        let page = restore(&source);
        let found: Vec<usize> = page
            .blocks
            .iter()
            .map(|block| {
                at += truth::solid(&block.text).chars().count();
                at
            })
            .collect();
        assert_eq!(truth.last(), found.last(), "a character is lost");
        right += found.iter().filter(|end| truth.contains(end)).count();
        all += found.len() + truth.len();
    }
    2.0 * right as f64 / all as f64
}

fn wrapped(paragraph: &str, width: usize, told: Told, wrap: Wrap) -> Vec<String> {
    let room = |c: char| if wrap == Wrap::Characters || !c.is_ascii() { 2 } else { 1 };
    let mut lines = vec![String::new()];
    let mut used = if matches!(told, Told::Indent | Told::Page) { 4 } else { 0 };
    for c in paragraph.chars() {
        let line = lines.last_mut().expect("never empty");
        if used + room(c) > 2 * width {
            let may_not_begin = "，。、；：？！”’）》…—".contains(c);
            let down = if wrap == Wrap::Typeset && may_not_begin { line.pop() } else { None };
            used = room(c) + down.map_or(0, room);
            lines.push(down.into_iter().chain([c]).collect());
        } else {
            used += room(c);
            line.push(c);
        }
    }
    lines
}

fn texts() -> Vec<Vec<String>> {
    let body = |truth: truth::Truth| {
        let body = truth.blocks.into_iter().filter(|block| block.role == "body");
        body.map(|block| truth::solid(&block.text)).collect()
    };
    truth::all().into_iter().map(|(truth, _)| body(truth)).collect()
}

#[test]
fn wrapped_prose_gets_its_paragraphs_back() {
    let texts = texts();
    let mut low = vec![];
    let targets = [
        (Told::Indent, 0.99),
        (Told::Blank, 0.99),
        (Told::Neither, 0.97),
        (Told::Apart, 0.97),
        (Told::Page, 0.98),
    ];
    for (told, target) in targets {
        for wrap in [Wrap::Characters, Wrap::Typeset] {
            if told == Told::Page && wrap == Wrap::Characters {
                continue;
            }
            let all: Vec<f64> = (16..=24).map(|width| f1(&texts, width, told, wrap)).collect();
            println!("{told:?} {wrap:?} {all:.3?}");
            low.extend(all.iter().filter(|&&f1| f1 < target).map(|&f1| (told, wrap, f1)));
        }
    }
    assert!(low.is_empty(), "{low:.3?}");
}
