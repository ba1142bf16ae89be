//! Says in Chinese how a query was understood, so that a reader sees at once what was taken for an
//! operator and what for text.

use super::super::corpus::Role;
use super::super::text::is_han;
use super::{Node, Part, Pattern, ROLES, Term};

/// How many characters of a text are said at most.
const SAID: usize = 40;

/// What it is that the node finds.
pub(super) fn said(node: &Node) -> String {
    match node {
        Node::Term(term) => word(term),
        Node::And(parts) => all(&parts.iter().collect::<Vec<_>>()),
        Node::Or(parts) => joined(parts.iter().map(operand), "或"),
        Node::Not(_) => all(&[node]),
        Node::Near { left, right, within, in_order } => {
            let how = if *in_order { "后" } else { "前后" };
            spaced(&[&operand(left), &format!("{how} {within} 字内有"), &operand(right)])
        }
        Node::In(role, part) => spaced(&[&format!("{}中的", name(*role)), &operand(part)]),
        Node::Doc(id) => format!("编号含 “{}” 的文档", short(id)),
        Node::Date(from, to) => match (from, to) {
            (Some(from), Some(to)) if from == to => format!("{from} 的文档"),
            (Some(from), Some(to)) => format!("{from} 至 {to} 的文档"),
            (Some(from), None) => format!("{from} 起的文档"),
            (None, Some(to)) => format!("至 {to} 的文档"),
            (None, None) => "有日期的文档".to_owned(),
        },
    }
}

/// The node as a part of another, in brackets where one could not tell where it ends.
fn operand(node: &Node) -> String {
    match node {
        Node::And(_) | Node::Or(_) | Node::Near { .. } => format!("（{}）", said(node)),
        _ => said(node),
    }
}

/// What all of the parts say: what is found, in which documents, and what they must not have.
fn all(parts: &[&Node]) -> String {
    let (mut found, mut among, mut lacked, mut left_out) = (vec![], vec![], vec![], vec![]);
    for &part in parts {
        match part {
            Node::Not(part) if part.has_hits() => lacked.push(spaced(&["不含", &operand(part)])),
            Node::Not(part) => left_out.push(spaced(&["除去", &operand(part)])),
            part if part.has_hits() => found.push(operand(part)),
            part => among.push(operand(part)),
        }
    }
    let mut clauses = Vec::new();
    if !found.is_empty() {
        clauses.push(joined(found.into_iter(), "和"));
    }
    for among in among {
        let is_first = clauses.is_empty();
        clauses.push(if is_first { among } else { spaced(&["限", &among]) });
    }
    if !lacked.is_empty() {
        let ending = if clauses.is_empty() { " 的文档" } else { "" };
        clauses.push(format!("{}{ending}", lacked.join("，也")));
    }
    clauses.extend(left_out);
    clauses.join("，")
}

fn word(term: &Term) -> String {
    let pattern = match &term.pattern {
        Pattern::Text(text) => format!("“{}”", short(text)),
        Pattern::Wild(parts) => format!("“{}”", short(&wild(parts))),
        Pattern::Regex(pattern) => format!("正则 /{}/", short(pattern)),
    };
    match (&term.tag, &term.pattern) {
        (Some(tag), _) => format!("词性 {tag} 的词 {pattern}"),
        (None, _) if term.is_word => format!("词 {pattern}"),
        (None, Pattern::Wild(parts)) => format!("{pattern}（{}）", open(parts)),
        _ => pattern,
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
    let kinds = [(Part::One, "? 为任一字"), (Part::Some, "* 为十字以内")];
    let said = kinds.iter().filter(|(kind, _)| parts.contains(kind)).map(|&(_, said)| said);
    said.collect::<Vec<_>>().join("，")
}

fn name(role: Role) -> &'static str {
    ROLES.iter().find(|known| known.1 == role).map_or(role.name(), |known| known.0)
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn joined(parts: impl Iterator<Item = String>, word: &str) -> String {
    parts.reduce(|before, part| spaced(&[&before, word, &part])).unwrap_or_default()
}

/// The pieces with spaces between them, but where Chinese characters meet or brackets of full
/// width bring their own.
fn spaced(pieces: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let is_bracketed = text.ends_with('）') || piece.starts_with('（');
        let is_chinese = text.ends_with(is_han) && piece.starts_with(is_han);
        if !(text.is_empty() || is_bracketed || is_chinese) {
            text.push(' ');
        }
        text.push_str(piece);
    }
    text
}
