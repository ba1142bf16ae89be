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

/// The share of paragraph boundaries found and right: F1 over all of `texts`, each its own page.
fn f1(texts: &[Vec<String>], width: usize, told: Told, wrap: Wrap) -> f64 {
    let (mut right, mut all) = (0, 0);
    for paragraphs in texts {
        let mut source = String::new();
        let mut truth = vec![];
        let mut at = 0;
        for paragraph in paragraphs {
            for line in wrapped(paragraph, width, told, wrap) {
                source.push_str(&line);
                source.push('\n');
            }
            if told == Told::Blank {
                source.push('\n');
            }
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
        if std::env::var("DBG").is_ok() {
            let flat: Vec<char> = truth::solid(&source).chars().collect();
            let show = |at: usize| {
                let a: String = flat[at.saturating_sub(18)..at].iter().collect();
                let b: String = flat[at..(at + 18).min(flat.len())].iter().collect();
                format!("{a}|{b}")
            };
            for at in &truth {
                if !found.contains(at) {
                    println!("MISS {told:?} {wrap:?} {width} {}", show(*at));
                }
            }
            for at in &found {
                if !truth.contains(at) {
                    println!("EXTRA {told:?} {wrap:?} {width} {}", show(*at));
                }
            }
        }
        assert_eq!(truth.last(), found.last(), "a character is lost");
        right += found.iter().filter(|end| truth.contains(end)).count();
        all += found.len() + truth.len();
    }
    2.0 * right as f64 / all as f64
}

fn wrapped(paragraph: &str, width: usize, told: Told, wrap: Wrap) -> Vec<String> {
    let room = |c: char| if wrap == Wrap::Characters || !c.is_ascii() { 2 } else { 1 };
    let mut lines = vec![String::new()];
    let mut used = if told == Told::Indent { 4 } else { 0 };
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
    for (told, floor) in [(Told::Indent, 0.99), (Told::Blank, 0.99), (Told::Neither, 0.97)] {
        for wrap in [Wrap::Characters, Wrap::Typeset] {
            let all: Vec<f64> = (16..=24).map(|width| f1(&texts, width, told, wrap)).collect();
            println!("{told:?} {wrap:?} {all:.3?}");
            low.extend(all.iter().filter(|&&f1| f1 < floor).map(|&f1| (told, wrap, f1)));
        }
    }
    assert!(low.is_empty(), "{low:.3?}");
}
