//! How a query was understood, in words, so that a reader sees at once what was taken for an operator
//! and what for text.

use super::{messages, role_name};
use crate::engine::{Node, Part, Pattern, Term};

/// How many characters of a text are said at most.
const SAID: usize = 40;

/// What it is that a query finds: `“重庆” 和 “高新区”，不含 “成都”`.
pub fn understood(node: &Node) -> String {
    match node {
        Node::Term(term) => word(term),
        Node::And(parts) => all(&parts.iter().collect::<Vec<_>>()),
        Node::Or(parts) => joined(parts.iter().map(operand), or),
        Node::Not(_) => all(&[node]),
        Node::Near { left, right, within, in_order } => {
            let (left, right, within) = (operand(left), operand(right), within.to_string());
            if *in_order {
                messages::understood_followed(&left, &right, &within)
            } else {
                messages::understood_near(&left, &right, &within)
            }
        }
        Node::In(role, part) => messages::understood_in(&operand(part), role_name(*role)),
        Node::Doc(id) => messages::understood_doc(&short(id)),
        Node::Collection(name) => messages::understood_collection(&short(name)),
        Node::Date(from, to) => match (from, to) {
            (Some(from), Some(to)) if from == to => messages::understood_date(from),
            (Some(from), Some(to)) => messages::understood_from_to(from, to),
            (Some(from), None) => messages::understood_from(from),
            (None, Some(to)) => messages::understood_to(to),
            (None, None) => messages::UNDERSTOOD_DATED.to_string(),
        },
    }
}

/// The node as a part of another, in brackets where one could not tell where it ends.
fn operand(node: &Node) -> String {
    match node {
        Node::And(_) | Node::Or(_) | Node::Near { .. } => {
            messages::understood_brackets(&understood(node))
        }
        _ => understood(node),
    }
}

/// What all of the parts say: what is found, in which documents, and what they must not have.
fn all(parts: &[&Node]) -> String {
    let (mut found, mut among, mut lacked, mut left_out) = (vec![], vec![], vec![], vec![]);
    for &part in parts {
        match part {
            Node::Not(part) if part.has_hits() => {
                lacked.push(messages::understood_lacks(&operand(part)));
            }
            Node::Not(part) => left_out.push(messages::understood_except(&operand(part))),
            part if part.has_hits() => found.push(operand(part)),
            part => among.push(operand(part)),
        }
    }
    let mut clauses = Vec::new();
    if !found.is_empty() {
        clauses.push(joined(found.into_iter(), and));
    }
    for among in among {
        let is_first = clauses.is_empty();
        clauses.push(if is_first { among } else { messages::understood_among(&among) });
    }
    if !lacked.is_empty() {
        let lacks = joined(lacked.into_iter(), also_lacks);
        let is_first = clauses.is_empty();
        clauses.push(if is_first { messages::understood_lacking(&lacks) } else { lacks });
    }
    clauses.extend(left_out);
    joined(clauses.into_iter(), then)
}

fn word(term: &Term) -> String {
    let text = match &term.pattern {
        Pattern::Text(text) => messages::understood_text(&short(text)),
        Pattern::Wild(parts) => messages::understood_text(&short(&wild(parts))),
        Pattern::Regex(pattern) => messages::understood_regex(&short(pattern)),
    };
    match (&term.tag, &term.pattern) {
        (Some(tag), _) => messages::understood_tagged(tag, &text),
        (None, _) if term.is_word => messages::understood_word(&text),
        (None, Pattern::Wild(parts)) => messages::understood_open(&open(parts), &text),
        _ => text,
    }
}

fn wild(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::One => "?".to_owned(),
        Part::Some => "*".to_owned(),
    };
    parts.iter().map(part).collect()
}

/// What may stand in the places left open.
fn open(parts: &[Part]) -> String {
    let kinds = [(Part::One, messages::UNDERSTOOD_ONE), (Part::Some, messages::UNDERSTOOD_SOME)];
    let said = kinds.iter().filter(|(kind, _)| parts.contains(kind));
    joined(said.map(|(_, said)| said.to_string()), also_open)
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn joined(parts: impl Iterator<Item = String>, join: fn(&str, &str) -> String) -> String {
    parts.reduce(|before, part| join(&before, &part)).unwrap_or_default()
}

fn and(left: &str, right: &str) -> String {
    messages::understood_and(left, right)
}

fn or(left: &str, right: &str) -> String {
    messages::understood_or(left, right)
}

fn also_lacks(before: &str, lacks: &str) -> String {
    messages::understood_also_lacks(before, lacks)
}

fn also_open(before: &str, kind: &str) -> String {
    messages::understood_also_open(before, kind)
}

/// The clause after another.
fn then(before: &str, clause: &str) -> String {
    messages::understood_clauses(before, clause)
}
