//! Anything typed is a query, however strange or long, and what is read is sound.

use std::time::{Duration, Instant};

use jianyue::engine::{Folds, Node, Part, Pattern, Query, Term};
use jianyue::ui::wording;
use proptest::prelude::*;

use super::read;

/// How a query was understood; empty for nothing.
fn understood(query: &Query) -> String {
    query.root.as_ref().map_or(String::new(), wording::understood)
}

/// What must be true of every query.
fn sound(node: &Node) {
    match node {
        Node::Term(term) => {
            assert!(term.tag.is_none() || term.is_word);
            match &term.pattern {
                Pattern::Text(text) | Pattern::Regex(text) => assert!(!text.trim().is_empty()),
                Pattern::Wild(parts) => {
                    let is_text = |part: &Part| matches!(part, Part::Text(_));
                    assert!(parts.len() > 1 && parts.iter().any(is_text), "{parts:?}");
                    let empty = Part::Text(String::new());
                    assert!(!parts.contains(&empty));
                    for pair in parts.windows(2) {
                        assert!(pair[0] != Part::Some || pair[1] != Part::Some, "{parts:?}");
                        assert!(!is_text(&pair[0]) || !is_text(&pair[1]), "{parts:?}");
                    }
                }
            }
        }
        Node::And(parts) => {
            assert!(parts.len() > 1);
            assert!(!parts.iter().any(|part| matches!(part, Node::And(_))));
            parts.iter().for_each(sound);
        }
        Node::Or(parts) => {
            assert!(parts.len() > 1);
            assert!(!parts.iter().any(|part| matches!(part, Node::Or(_))));
            parts.iter().for_each(sound);
        }
        Node::Not(part) | Node::In(_, part) => sound(part),
        Node::Near { left, right, within, .. } => {
            assert!(bears_hits(left) && bears_hits(right) && (1..=9999).contains(within));
            sound(left);
            sound(right);
        }
        Node::Doc(id) | Node::Collection(id) => assert!(!id.trim().is_empty()),
        Node::Date(from, to) => assert!(from.is_some() || to.is_some()),
    }
}

fn bears_hits(node: &Node) -> bool {
    match node {
        Node::Term(_) | Node::Near { .. } => true,
        Node::And(parts) | Node::Or(parts) => parts.iter().any(bears_hits),
        Node::In(_, part) => bears_hits(part),
        Node::Not(_) | Node::Doc(_) | Node::Collection(_) | Node::Date(..) => false,
    }
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_string_is_a_query(typed in "\\PC{0,40}|[\\s\u{200b}甲\"(|)-]{0,20}") {
        let query = Query::parse(&typed, Folds::ALL);
        query.root.iter().for_each(sound);
        prop_assert_eq!(query.root.is_none(), understood(&query).is_empty());
    }

    #[test]
    fn any_string_of_the_language_is_sound(typed in "[甲乙 \"()|*?/~.:0-9a-z-]{0,40}") {
        let query = Query::parse(&typed, Folds::ALL);
        query.root.iter().for_each(sound);
        prop_assert_eq!(query.root.is_none(), typed.trim().is_empty());
    }

    #[test]
    fn pieces_of_the_language_are_sound(pieces in prop::collection::vec(prop::sample::select(vec![
        "甲", "乙*", " ", " ", " ", "(", ")", "|", "-", "\"", "/", "~20", "..3..", "in:body", "title:",
        "doc:1", "date:2020..", "word:", "pos:nr", "\u{200b}",
    ]), 0..24)) {
        let typed = pieces.concat();
        let query = Query::parse(&typed, Folds::ALL);
        query.root.iter().for_each(sound);
        // No Not stands directly in another unless a bracket was typed between the two.
        prop_assert!(!read(&typed).contains("(not (not") || typed.contains("-("));
    }

    /// Where nothing is an operator, all that was typed is looked for.
    #[test]
    fn a_text_keeps_its_characters(typed in "[甲乙 1-9a-z:~.,）（]{0,30}") {
        let mut kept = String::new();
        let terms = match Query::parse(&typed, Folds::ALL).root {
            Some(Node::And(parts)) => parts,
            root => root.into_iter().collect(),
        };
        for part in &terms {
            if let Node::Term(Term { pattern: Pattern::Text(text), is_word: false, .. }) = part {
                kept.push_str(text);
            } else {
                return Ok(());
            }
        }
        prop_assert_eq!(kept, visible(&typed));
    }
}

#[test]
fn large_and_hostile_queries_come_back_at_once() {
    let pieces = [
        "(",
        ")",
        "-",
        "\"",
        "|",
        "/",
        "*",
        "?",
        ":",
        "甲",
        "\\",
        "~1 ",
        "~1 ~1",
        "( ",
        "(-",
        "-(",
        "(甲|",
        "(甲)",
        "((甲) ",
        ") ",
        "\" ",
        "\"甲 ",
        " /甲",
        "/ ",
        "/\\",
        "| ",
        "|(",
        "title:",
        "title:(",
        "in:body ",
        "-in:body ",
        "pos:n ",
        "..1.. ",
        "甲 ~1 ",
        "甲 | ",
        "-甲|",
        "\u{200b}",
        "date:2020..",
        " -\"",
    ];
    for piece in pieces {
        let typed: String = piece.chars().cycle().take(100_000).collect();
        let half: String = piece.chars().cycle().take(50_000).collect();
        let closed = format!("{half}甲{}", ")".repeat(50_000));
        for typed in [typed, closed] {
            let time = |_| {
                let start = Instant::now();
                let query = Query::parse(&typed, Folds::ALL);
                query.root.iter().for_each(sound);
                assert!(understood(&query).chars().count() < 10_000, "{piece}");
                start.elapsed()
            };
            // What else the machine does at the moment makes one of them slow, not all.
            let best = (0..3).map(time).find(|time| *time < Duration::from_secs(1));
            assert!(best.is_some(), "{piece}: three times more than a second");
        }
    }
}
