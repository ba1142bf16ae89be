//! What was typed becomes what is looked for. Total: anything typed is a query, and what is no
//! query of the language is looked for as it stands.
//!
//! ```text
//! 重庆 高新区 -成都            both of them, without the third
//! "中国 电子" | 中?电 | 王*     a phrase, any one character, up to ten characters
//! (甲 | 乙) ~20 丙             within 20 characters; 甲 ..10.. 乙 in this order
//! /[0-9.]+亿元/               a regular expression
//! in:标题 甲    title:甲       in blocks of a role; also by:夏元
//! doc:001    date:2020..2021-03    by the document
//! set:报纸    set:"我的 书"      by the collection that it is in
//! word:电子    pos:nr 王*      whole words, of a part of speech
//! ```
//!
//! Only ASCII characters are operators; those of full width are text.

mod parse;
mod word;

use serde::{Deserialize, Serialize};

use super::corpus::Role;
use super::text::{Folds, is_invisible};

/// How many terms a query has at most.
const TERMS: usize = 64;

/// The Chinese names of the roles, all of which `in:` takes.
const ROLES: [(&str, Role); 11] = [
    ("标题", Role::Headline),
    ("引题", Role::Kicker),
    ("副题", Role::Kicker),
    ("小标题", Role::Subhead),
    ("正文", Role::Body),
    ("署名", Role::Byline),
    ("图说", Role::Caption),
    ("图片作者", Role::Credit),
    ("资料", Role::Sidebar),
    ("摘句", Role::Pullquote),
    ("栏目", Role::Label),
];

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The whole of it; `None` if nothing was typed that could be found.
    pub root: Option<Node>,
}

/// A part of a query. What it finds: documents, and in them places, its hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Node {
    /// The places where a pattern occurs, and the documents that have one.
    Term(Term),
    /// The documents that all of the parts find, with the hits of all; two parts or more.
    And(Vec<Node>),
    /// The documents that one of the parts finds, with the hits of all; two parts or more.
    Or(Vec<Node>),
    /// The documents that the part does not find; no hits.
    Not(Box<Node>),
    /// The hits of both sides that have one of the other side near them in the same block.
    Near {
        /// What stands on the left if `in_order`.
        left: Box<Node>,
        /// What stands on the right if `in_order`.
        right: Box<Node>,
        /// How many characters may stand between the two, at most.
        within: u32,
        /// Whether the right one has to come after the left one.
        in_order: bool,
    },
    /// The hits of the part that stand in blocks of this role.
    In(Role, Box<Node>),
    /// The documents whose id has this in it, however it is printed; no hits.
    Doc(String),
    /// The documents that are in the collection of this name, however it is written; no hits.
    Collection(String),
    /// The documents whose date may lie within these, ends included: `2020`, `2021-03`,
    /// `2021-03-05`, and `None` where there is no end; no hits. A document without a date is not
    /// found.
    Date(Option<String>, Option<String>),
}

/// A pattern, and how it has to occur.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What is to be found.
    pub pattern: Pattern,
    /// What makes no difference.
    pub folds: Folds,
    /// Whether it has to be one whole word of the segmentation.
    pub is_word: bool,
    /// The part of speech which that word must have, as in
    /// [`TAGS`](super::segment::TAGS); `None` for any. Only of words.
    pub tag: Option<String>,
}

/// What a term looks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// A text, as typed; not empty.
    Text(String),
    /// A text with places left open: two parts or more, and one at least that is a text.
    Wild(Vec<Part>),
    /// A regular expression, as typed between its slashes, but `\/` is `/`.
    Regex(String),
}

/// A part of a [`Pattern::Wild`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A text, as typed; not empty.
    Text(String),
    /// `?`: any one character.
    One,
    /// `*`: any characters but those that end a sentence, ten at most.
    Some,
}

impl Query {
    /// Reads what was typed. More than 64 terms are taken as one plain text.
    pub fn parse(typed: &str, folds: Folds) -> Query {
        parse::read(typed, folds).unwrap_or_else(|_| Query::literal(typed, folds))
    }

    /// Takes what was typed as plain text.
    pub fn literal(typed: &str, folds: Folds) -> Query {
        let pattern = Pattern::Text(typed.to_owned());
        let is_empty = typed.chars().all(is_gap);
        let term = Term { pattern, folds, is_word: false, tag: None };
        Query { root: (!is_empty).then_some(Node::Term(term)) }
    }
}

impl Node {
    /// Calls `each` with every term of the part.
    pub fn each_term(&mut self, each: &mut impl FnMut(&mut Term)) {
        match self {
            Node::Term(term) => each(term),
            Node::And(nodes) | Node::Or(nodes) => {
                nodes.iter_mut().for_each(|node| node.each_term(each));
            }
            Node::Not(node) | Node::In(_, node) => node.each_term(each),
            Node::Near { left, right, .. } => {
                left.each_term(each);
                right.each_term(each);
            }
            Node::Doc(_) | Node::Collection(_) | Node::Date(..) => {}
        }
    }

    /// Whether it finds places, and not only documents.
    pub fn has_hits(&self) -> bool {
        match self {
            Node::Term(_) | Node::Near { .. } => true,
            Node::And(parts) | Node::Or(parts) => parts.iter().any(Node::has_hits),
            Node::In(_, part) => part.has_hits(),
            Node::Not(_) | Node::Doc(_) | Node::Collection(_) | Node::Date(..) => false,
        }
    }
}

/// What does not show, and so cannot be looked for by itself.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}
