//! Reads what was typed, in one way from left to right: groups of choices, choices of parts, parts.
//! Each rule says where its operator stands; one that stands elsewhere is part of a word.

use super::super::corpus::Role;
use super::super::sort;
use super::super::text::Folds;
use super::word::{dates, near, role, slashed, tag, wild};
use super::{Node, Pattern, Query, TERMS, Term, is_gap};

/// How deep brackets are nested at most.
const DEPTH: u32 = 32;
/// How many characters a regular expression has at most.
const REGEX: usize = 1000;

/// What may stand before a colon.
const FIELDS: [&str; 8] = ["in", "title", "by", "doc", "set", "date", "word", "pos"];

/// There are more terms than a query may have.
pub(super) struct TooMany;

/// Reads all of it.
///
/// # Errors
///
/// [`TooMany`] if there are more than [`TERMS`] terms.
pub(super) fn read(typed: &str, folds: Folds) -> Result<Query, TooMany> {
    if typed.chars().all(is_gap) {
        return Ok(Query { root: None });
    }
    let mut reader = Reader::new(typed, folds);
    let root = reader.group(Group { start: 0, end: typed.len(), depth: 0 })?;
    Ok(Query { root: Some(root) })
}

struct Reader<'a> {
    typed: &'a str,
    folds: Folds,
    /// The slashes that may end a regular expression.
    slashes: Vec<usize>,
    /// Each bracket that is closed, sorted, and where.
    closed: Vec<(usize, usize)>,
    /// How many terms there may still be.
    left: usize,
}

/// What stands between two brackets, or all of it.
#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    /// How many brackets are open around it.
    depth: u32,
}

/// What stands side by side in a choice.
enum Item<'a> {
    Part(Node),
    /// What changes its neighbours, and is text where it has none; `not` if a dash is before it.
    Mark {
        typed: &'a str,
        not: bool,
        mark: Mark,
    },
}

#[derive(Clone, Copy)]
enum Mark {
    Near { within: u32, in_order: bool },
    In(Role),
    Tag(&'static str),
}

impl<'a> Reader<'a> {
    fn new(typed: &'a str, folds: Folds) -> Reader<'a> {
        let slashes = typed.match_indices('/').map(|(at, _)| at).filter(|&at| {
            let before = typed[..at].bytes().rev().take_while(|&byte| byte == b'\\').count();
            before % 2 == 0 && ends_part(&typed[at + 1..])
        });
        let slashes = slashes.collect();
        let mut reader = Reader { typed, folds, slashes, closed: Vec::new(), left: TERMS };
        reader.pair_brackets();
        reader
    }

    /// Finds the brackets that belong together. Those in phrases and regular expressions do not
    /// count.
    fn pair_brackets(&mut self) {
        let all = Group { start: 0, end: self.typed.len(), depth: 0 };
        let mut open = Vec::new();
        let mut at = 0;
        let mut begins = true;
        while let Some(c) = self.typed[at..].chars().next() {
            if begins {
                if let Some(close) = self.phrase(at, all.end).or_else(|| self.regex(at, all.end)) {
                    at = close + 1;
                    begins = false;
                    continue;
                }
                if let Some((_, value)) = self.field(at, all) {
                    at = value;
                    continue;
                }
            }
            begins = match c {
                '(' => {
                    open.push((at, begins));
                    begins
                }
                ')' => open.pop().is_some_and(|(opened, begun)| {
                    self.closed.push((opened, at));
                    begun
                }),
                '-' => begins,
                _ => c == '|' || is_gap(c),
            };
            at += c.len_utf8();
        }
        sort::by_number(&mut self.closed, |pair| pair.0 as u64);
    }

    /// Reads choices, or the only one. There is something that shows between the brackets.
    fn group(&mut self, group: Group) -> Result<Node, TooMany> {
        let mut choices = Vec::new();
        let mut items = Vec::new();
        let mut at = group.start;
        while let Some(c) = self.typed[at..group.end].chars().next() {
            if self.is_bar(at, group) {
                choices.push(self.choice(std::mem::take(&mut items))?);
                at += 1;
            } else if is_gap(c) {
                at += c.len_utf8();
            } else {
                let (item, next) = self.item(at, group)?;
                add(&mut items, item);
                at = next;
            }
        }
        choices.push(self.choice(items)?);
        Ok(or(choices))
    }

    /// What the items of a choice say together.
    fn choice(&mut self, items: Vec<Item<'a>>) -> Result<Node, TooMany> {
        let mut parts = Vec::new();
        let mut roles = Vec::new();
        for item in items {
            match item {
                Item::Part(node) => parts.push(node),
                Item::Mark { typed, not, mark: Mark::In(role) } => roles.push((typed, not, role)),
                Item::Mark { typed, not, .. } => parts.push(negated(self.word(typed)?, not)),
            }
        }
        let sought: Vec<_> = parts.iter().filter(|part| part.has_hits()).cloned().collect();
        let is_alone = parts.is_empty();
        let mut around = Vec::new();
        let mut without = Vec::new();
        for (typed, not, role) in roles {
            if is_alone || not && sought.is_empty() {
                parts.push(negated(self.word(typed)?, not));
            } else if not {
                // What is sought must not stand there: it is said a second time.
                self.spend(1 + sought.iter().map(terms).sum::<usize>())?;
                let sought = and(sought.clone());
                without.push(negated(Node::In(role, Box::new(sought)), true));
            } else {
                self.spend(1)?;
                around.push(role);
            }
        }
        let inner = and(parts);
        let inside = around.into_iter().rev();
        let found = inside.fold(inner, |part, role| Node::In(role, Box::new(part)));
        without.insert(0, found);
        Ok(and(without))
    }

    /// What begins here, and where it ends.
    fn item(&mut self, at: usize, group: Group) -> Result<(Item<'a>, usize), TooMany> {
        let not = self.negates(at, group);
        let at = at + usize::from(not);
        if let Some(mark) = self.mark(at, not, group) {
            let typed = self.word_at(at, group);
            return Ok((Item::Mark { typed, not, mark }, at + typed.len()));
        }
        let (node, next) = match self.valued(at, group)? {
            Some(found) => found,
            None => self.part(at, group)?,
        };
        Ok((Item::Part(negated(node, not)), next))
    }

    /// The mark that begins here; `None` if there is none.
    fn mark(&self, at: usize, not: bool, group: Group) -> Option<Mark> {
        if let Some((name @ ("in" | "pos"), value)) = self.field(at, group) {
            let word = self.word_at(value, group);
            return if name == "in" { role(word).map(Mark::In) } else { tag(word).map(Mark::Tag) };
        }
        let stands_alone = !not && self.typed[..at].ends_with(char::is_whitespace);
        if !stands_alone || !self.typed[at..].starts_with(['~', '.']) {
            return None;
        }
        let (within, in_order) = near(self.word_at(at, group))?;
        Some(Mark::Near { within, in_order })
    }

    /// What the field that begins here says with its value, and where it ends; `None` if there is
    /// none.
    fn valued(&mut self, at: usize, group: Group) -> Result<Option<(Node, usize)>, TooMany> {
        let Some((name, value)) = self.field(at, group) else { return Ok(None) };
        if let "title" | "by" = name {
            let role = if name == "title" { Role::Headline } else { Role::Byline };
            let (part, next) = self.part(value, group)?;
            return Ok(Some((Node::In(role, Box::new(part)), next)));
        }
        if self.closes(value, group).is_some() {
            return Ok(None);
        }
        if name == "word" {
            let (mut part, next) = self.part(value, group)?;
            if let Node::Term(term) = &mut part {
                term.is_word = true;
            }
            return Ok(Some((part, next)));
        }
        let word = self.word_at(value, group);
        let next = value + word.len();
        let found = match (name, self.phrase(value, group.end)) {
            ("doc" | "set", phrase) => {
                let (text, next) = match phrase {
                    Some(close) => (&self.typed[value + 1..close], close + 1),
                    None => (word, next),
                };
                let node = if name == "doc" { Node::Doc } else { Node::Collection };
                Some((node(text.to_owned()), next))
            }
            ("date", _) => dates(word).map(|(from, to)| (Node::Date(from, to), next)),
            _ => None,
        };
        self.spend(usize::from(found.is_some()))?;
        Ok(found)
    }

    /// The group, phrase, regular expression or word that begins here, and where it ends.
    fn part(&mut self, at: usize, group: Group) -> Result<(Node, usize), TooMany> {
        if let Some(close) = self.closes(at, group) {
            let inner = Group { start: at + 1, end: close, depth: group.depth + 1 };
            return Ok((self.group(inner)?, close + 1));
        }
        if let Some(close) = self.phrase(at, group.end) {
            let text = &self.typed[at + 1..close];
            let has_space = text.contains(char::is_whitespace);
            let folds = if has_space { self.folds.without(Folds::SPACES) } else { self.folds };
            return Ok((self.term(Pattern::Text(text.to_owned()), folds)?, close + 1));
        }
        if let Some(close) = self.regex(at, group.end) {
            let pattern = slashed(&self.typed[at + 1..close]);
            return Ok((self.term(Pattern::Regex(pattern), self.folds)?, close + 1));
        }
        let word = self.word_at(at, group);
        Ok((self.word(word)?, at + word.len()))
    }

    /// A word, with places left open or without.
    fn word(&mut self, typed: &str) -> Result<Node, TooMany> {
        self.term(wild(typed).unwrap_or_else(|| Pattern::Text(typed.to_owned())), self.folds)
    }

    fn term(&mut self, pattern: Pattern, folds: Folds) -> Result<Node, TooMany> {
        self.spend(1)?;
        Ok(Node::Term(Term { pattern, folds, is_word: false, tag: None }))
    }

    fn spend(&mut self, terms: usize) -> Result<(), TooMany> {
        self.left = self.left.checked_sub(terms).ok_or(TooMany)?;
        Ok(())
    }

    /// Whether there is a dash here and something to take out behind it. Two dashes are text.
    fn negates(&self, at: usize, group: Group) -> bool {
        let rest = &self.typed[at..group.end];
        rest.strip_prefix('-').is_some_and(|rest| {
            !rest.starts_with('-') && !rest.is_empty() && !rest.starts_with(is_gap)
        }) && !self.is_bar(at + 1, group)
    }

    /// Whether there is a bar here and on both sides of it something that is no bar.
    fn is_bar(&self, at: usize, group: Group) -> bool {
        let Some(after) = self.typed[at..group.end].strip_prefix('|') else { return false };
        let before = self.typed[group.start..at].trim_end_matches(is_gap);
        let after = after.trim_start_matches(is_gap);
        let is_side = |text: &str, has_bar: bool| !text.is_empty() && !has_bar;
        is_side(before, before.ends_with('|')) && is_side(after, after.starts_with('|'))
    }

    /// The word that begins here.
    fn word_at(&self, at: usize, group: Group) -> &'a str {
        let text = &self.typed[at..group.end];
        let ends = |&(i, c): &(usize, char)| c.is_whitespace() || self.is_bar(at + i, group);
        text.char_indices().find(ends).map_or(text, |(i, _)| &text[..i])
    }

    /// The name of the field that begins here, and where its value does; `None` if there is none.
    fn field(&self, at: usize, group: Group) -> Option<(&'static str, usize)> {
        let text = &self.typed[at..group.end];
        let (name, value) = FIELDS
            .into_iter()
            .find_map(|name| Some((name, text.strip_prefix(name)?.strip_prefix(':')?)))?;
        let value_at = group.end - value.len();
        let has_value = !value.is_empty() && !value.starts_with(is_gap);
        (has_value && !self.is_bar(value_at, group)).then_some((name, value_at))
    }

    /// Where the group that begins here is closed; `None` if there is none.
    fn closes(&self, at: usize, group: Group) -> Option<usize> {
        let found = self.closed.binary_search_by_key(&at, |pair| pair.0).ok()?;
        let close = self.closed[found].1;
        if close >= group.end || group.depth >= DEPTH {
            return None;
        }
        let text = &self.typed[at + 1..close];
        // Brackets around a single word that go on without a space are those of the text:
        // `(2020)年报`.
        let groups = || text.contains(|c: char| c == '|' || c.is_whitespace());
        let shows = text.contains(|c| !is_gap(c));
        (shows && (ends_part(&self.typed[close + 1..group.end]) || groups())).then_some(close)
    }

    /// Where the phrase that begins here is closed; `None` if there is none.
    fn phrase(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.typed[at..end].strip_prefix('"')?;
        let length = text.find('"')?;
        let shows = text[..length].contains(|c| !is_gap(c));
        (shows && ends_part(&text[length + 1..])).then_some(at + 1 + length)
    }

    /// Where the regular expression that begins here is closed; `None` if there is none.
    fn regex(&self, at: usize, end: usize) -> Option<usize> {
        let text = self.typed[at..end].strip_prefix('/')?;
        if text.starts_with('/') || text.starts_with(is_gap) {
            return None;
        }
        let close = *self.slashes.get(self.slashes.partition_point(|&slash| slash <= at))?;
        let is_short = || self.typed[at + 1..close].chars().nth(REGEX).is_none();
        (close < end && is_short()).then_some(close)
    }
}

/// Adds an item to a choice, and puts together what belongs together: a part of speech and its
/// word, two sides and how near they are.
fn add<'a>(items: &mut Vec<Item<'a>>, item: Item<'a>) {
    let Item::Part(mut node) = item else {
        items.push(item);
        return;
    };
    if let Node::Term(term) = &mut node
        && let Some(&Item::Mark { mark: Mark::Tag(tag), not, .. }) = items.last()
    {
        term.is_word = true;
        term.tag = Some(tag.to_owned());
        node = negated(node, not);
        items.pop();
    }
    if node.has_hits()
        && let [.., Item::Part(left), Item::Mark { mark: Mark::Near { within, in_order }, .. }] =
            items.as_slice()
        && left.has_hits()
    {
        let (left, right) = (Box::new(left.clone()), Box::new(node));
        node = Node::Near { left, right, within: *within, in_order: *in_order };
        items.truncate(items.len() - 2);
    }
    items.push(Item::Part(node));
}

/// All of the parts, or the only one.
fn and(parts: Vec<Node>) -> Node {
    let apart = |part| if let Node::And(parts) = part { parts } else { vec![part] };
    one(parts.into_iter().flat_map(apart).collect(), Node::And)
}

/// Any of the parts, or the only one.
fn or(parts: Vec<Node>) -> Node {
    let apart = |part| if let Node::Or(parts) = part { parts } else { vec![part] };
    one(parts.into_iter().flat_map(apart).collect(), Node::Or)
}

fn one(mut parts: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Node {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}

fn negated(node: Node, not: bool) -> Node {
    if not { Node::Not(Box::new(node)) } else { node }
}

/// How many terms there are in it, as they are counted: with documents, dates and roles.
fn terms(node: &Node) -> usize {
    match node {
        Node::Term(_) | Node::Doc(_) | Node::Collection(_) | Node::Date(..) => 1,
        Node::And(parts) | Node::Or(parts) => parts.iter().map(terms).sum(),
        Node::Not(part) => terms(part),
        Node::Near { left, right, .. } => terms(left) + terms(right),
        Node::In(_, part) => 1 + terms(part),
    }
}

/// Whether a part that has its own end may end before this.
fn ends_part(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(|c| is_gap(c) || c == ')' || c == '|')
}
