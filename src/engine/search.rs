//! Query × corpus → the documents that it finds, and in each every hit. A document is searched at a
//! time, so that a search can be done in pieces and given up; only what ranks a document is kept of
//! it, and its hits are found again when they are to be shown.

use std::collections::BTreeMap;

use memchr::memmem;

use super::corpus::{DocId, Role};
use super::query::{Node, Query};
use super::rank::{Evidence, Scored};
use super::sort;
use super::term::{Finder, Searched};
use super::text::{Fold, Span, keep_apart};

/// A place where the query occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The block (by index in its page).
    pub block: u32,
    /// Where in the block's text.
    pub span: Span,
}

/// A search: how far it has come, and what it has found.
pub struct Search {
    plan: Plan,
    /// The document to be searched next.
    pub next: DocId,
    /// The documents found so far, in the corpus's order.
    pub found: Vec<Scored>,
    /// How many hits stand in blocks of each role, so far.
    roles: BTreeMap<Role, u32>,
}

/// A query, ready to be looked for.
struct Plan {
    root: Option<Step>,
    terms: Vec<Finder>,
    /// A term that every document has which is found; `None` where none is known.
    needed: Option<usize>,
}

/// A [`Node`] of which the terms are in the plan's list.
enum Step {
    Term(usize),
    And(Vec<Step>),
    Or(Vec<Step>),
    Not(Box<Step>),
    Near { left: Box<Step>, right: Box<Step>, within: u32, in_order: bool },
    In(Role, Box<Step>),
    Doc(String),
    Collection(String),
    Date(Option<String>, Option<String>),
}

/// A hit in folded text, and the term that it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub span: Span,
    /// Which of the query's terms.
    pub term: usize,
}

impl Search {
    /// Gets a search ready; nothing is searched yet.
    pub fn new(query: &Query, fold: &Fold) -> Search {
        let mut terms = Vec::new();
        let root = query.root.as_ref().map(|root| step(root, fold, &mut terms));
        // Of the texts that all hits need the longest is most likely the rarest.
        let mut needed = Vec::new();
        root.iter().for_each(|root| root.needs(&mut needed));
        let length = |&term: &usize| terms[term].text().map(|text| text.needle().len());
        let needed = needed.into_iter().filter(|term| length(term).is_some()).max_by_key(length);
        if let Some(needed) = needed {
            terms[needed].is_needed = true;
        }
        let plan = Plan { root, terms, needed };
        Search { plan, next: 0, found: Vec::new(), roles: BTreeMap::new() }
    }

    /// How many terms the query has.
    pub fn terms(&self) -> usize {
        self.plan.terms.len()
    }

    /// The documents found so far, in the corpus's order.
    pub fn docs(&self) -> impl Iterator<Item = DocId> {
        self.found.iter().map(|found| found.doc)
    }

    /// How many hits were found in blocks of each role, so far; the most first.
    pub fn roles(&self) -> Vec<(Role, u32)> {
        let mut roles: Vec<(Role, u32)> =
            self.roles.iter().map(|(&role, &count)| (role, count)).collect();
        sort::by_number(&mut roles, |&(_, count)| u64::from(!count));
        roles
    }

    /// Whether it is slow: an expression goes through text a hundred times slower than what looks
    /// for plain text.
    pub fn is_slow(&self) -> bool {
        self.plan.terms.iter().any(Finder::is_slow)
    }

    /// A text that every document has which is found; `None` where none is known.
    pub fn needed(&self) -> Option<&memmem::Finder<'static>> {
        self.plan.terms.get(self.plan.needed?)?.text()
    }

    /// Searches the next document.
    pub fn go_on(&mut self, at: Searched<'_>) {
        if let Some(hits) = self.hits(at) {
            let evidence = Evidence::new(&hits, self.terms(), at, &mut self.roles);
            self.found.push(Scored { doc: self.next, evidence });
        }
        self.next += 1;
    }

    /// Every hit in a document, from left to right in its folded text, none over another; `None`
    /// where the query does not find it.
    pub fn hits(&self, at: Searched<'_>) -> Option<Vec<Found>> {
        let mut hits = Vec::new();
        let root = self.plan.root.as_ref()?;
        if !self.plan.finds(root, at, None, &mut hits) {
            return None;
        }
        if self.terms() > 1 {
            keep_apart(&mut hits, |hit| hit.span);
        }
        Some(hits)
    }
}

fn step(node: &Node, fold: &Fold, terms: &mut Vec<Finder>) -> Step {
    let mut all = |nodes: &[Node]| nodes.iter().map(|node| step(node, fold, terms)).collect();
    match node {
        Node::Term(term) => {
            terms.push(Finder::new(term, fold));
            Step::Term(terms.len() - 1)
        }
        Node::And(nodes) => {
            let mut steps: Vec<Step> = all(nodes);
            // What costs little is asked first.
            sort::by_number(&mut steps, |step| match step {
                Step::Doc(_) | Step::Collection(_) | Step::Date(..) => 0,
                Step::Not(_) => 2,
                _ => 1,
            });
            Step::And(steps)
        }
        Node::Or(nodes) => Step::Or(all(nodes)),
        Node::Not(node) => Step::Not(Box::new(step(node, fold, terms))),
        Node::Near { left, right, within, in_order } => Step::Near {
            left: Box::new(step(left, fold, terms)),
            right: Box::new(step(right, fold, terms)),
            within: *within,
            in_order: *in_order,
        },
        Node::In(role, node) => Step::In(*role, Box::new(step(node, fold, terms))),
        Node::Doc(id) => Step::Doc(fold.text(id)),
        Node::Collection(name) => Step::Collection(fold.text(name)),
        Node::Date(from, to) => Step::Date(from.clone(), to.clone()),
    }
}

impl Step {
    /// Adds the terms that every document has which the step finds.
    fn needs(&self, terms: &mut Vec<usize>) {
        match self {
            Step::Term(term) => terms.push(*term),
            Step::And(steps) => steps.iter().for_each(|step| step.needs(terms)),
            Step::Near { left, right, .. } => {
                left.needs(terms);
                right.needs(terms);
            }
            Step::In(_, step) => step.needs(terms),
            Step::Or(_) | Step::Not(_) | Step::Doc(_) | Step::Collection(_) | Step::Date(..) => {}
        }
    }
}

impl Plan {
    /// Whether a step finds a document; if so its hits are added, those of each step in their order.
    fn finds(
        &self,
        step: &Step,
        at: Searched<'_>,
        role: Option<Role>,
        hits: &mut Vec<Found>,
    ) -> bool {
        let before = hits.len();
        match step {
            Step::Term(term) => {
                let mut spans = Vec::new();
                self.terms[*term].find(at, role, &mut spans);
                hits.extend(spans.into_iter().map(|span| Found { span, term: *term }));
                hits.len() > before
            }
            Step::And(steps) => {
                let all = steps.iter().all(|step| self.finds(step, at, role, hits));
                if !all {
                    hits.truncate(before);
                }
                all
            }
            Step::Or(steps) => {
                // Each is asked, for its hits.
                let found = steps.iter().filter(|step| self.finds(step, at, role, hits));
                found.count() > 0
            }
            Step::Not(step) => !self.finds(step, at, role, &mut Vec::new()),
            Step::Near { left, right, within, in_order } => {
                let (mut lefts, mut rights) = (Vec::new(), Vec::new());
                let both = self.finds(left, at, role, &mut lefts)
                    && self.finds(right, at, role, &mut rights);
                if both {
                    near(at, lefts, rights, *within, *in_order, hits);
                }
                hits.len() > before
            }
            // Where roles are nested no block is of both, unless they are the same.
            Step::In(inner, _) if role.is_some_and(|role| role != *inner) => false,
            Step::In(role, step) => self.finds(step, at, Some(*role), hits),
            Step::Doc(id) => at.fold.text(&at.doc.id).contains(id),
            Step::Collection(name) => {
                at.doc.given.collections.iter().any(|of| at.fold.text(of) == *name)
            }
            Step::Date(from, to) => at.doc.page.date.as_ref().is_some_and(|date| {
                // A year is all of its days.
                let first = |date: &str| format!("{date}{}", &"-00-00"[date.len().min(10) - 4..]);
                let last = |date: &str| format!("{date}{}", &"-99-99"[date.len().min(10) - 4..]);
                from.as_ref().is_none_or(|from| last(&date.value) >= first(from))
                    && to.as_ref().is_none_or(|to| first(&date.value) <= last(to))
            }),
        }
    }
}

/// Adds the hits of both sides that have one of the other near them in the same block: at most
/// `within` characters stand between them, and none over the other.
fn near(
    at: Searched<'_>,
    mut lefts: Vec<Found>,
    mut rights: Vec<Found>,
    within: u32,
    in_order: bool,
    hits: &mut Vec<Found>,
) {
    let place = |hit: &Found| u64::from(hit.span.start) << 32 | u64::from(hit.span.end);
    sort::by_number(&mut lefts, place);
    sort::by_number(&mut rights, place);
    let text = at.folded.text;
    let is_near = |one: Span, other: Span| {
        let between = Span { start: one.end, end: other.start };
        // No character has more than four bytes.
        one.end <= other.start
            && u64::from(other.start - one.end) <= 4 * u64::from(within)
            && !between.of(text).contains('\n')
            && between.of(text).chars().count() as u32 <= within
    };
    // Of those on the other side the nearest before and after are enough.
    let after = |hits: &[Found], span: Span| {
        let next = hits.partition_point(|other| other.span.start < span.end);
        hits.get(next).is_some_and(|other| is_near(span, other.span))
    };
    let before = |hits: &[Found], span: Span| {
        let past = hits.partition_point(|other| other.span.start < span.start);
        hits[..past]
            .iter()
            .rev()
            .find(|other| other.span.end <= span.start)
            .is_some_and(|other| is_near(other.span, span))
    };
    hits.extend(
        lefts
            .iter()
            .filter(|hit| after(&rights, hit.span) || !in_order && before(&rights, hit.span)),
    );
    hits.extend(
        rights
            .iter()
            .filter(|hit| before(&lefts, hit.span) || !in_order && after(&lefts, hit.span)),
    );
}
