//! A term of a query, ready to be looked for, and every place where it occurs in a document. No
//! index: a scan at memory speed is exact by construction, for one character as for twenty.

use memchr::memmem;
use regex_lite::Regex;

use super::corpus::{Doc, Role};
use super::expression;
use super::haystack::Folded;
use super::query::{Pattern, Term};
use super::segment::TAGS;
use super::text::{Fold, Folds, Span, keep_apart};

/// A document that is searched.
#[derive(Clone, Copy)]
pub struct Searched<'a> {
    /// The document.
    pub doc: &'a Doc,
    /// Its folded text, of which all places are.
    pub folded: Folded<'a>,
    /// What folds.
    pub fold: &'a Fold,
    /// Before this byte of the folded text the text that all hits need does not begin; see
    /// [`Finder::is_needed`].
    pub seen: u32,
}

/// Finds a term.
pub struct Finder {
    kind: Kind,
    term: Term,
    /// Texts of which one is in every place; none where none are known.
    parts: Vec<memmem::Finder<'static>>,
    /// Whether [`text`](Finder::text) was looked for already, up to [`Searched::seen`].
    pub is_needed: bool,
}

enum Kind {
    /// A text in all its spellings.
    Texts(Vec<Needle>),
    /// What a regular expression says, in folded text.
    Regex(Regex),
    /// A word that a regular expression fits as a whole; and another as it is printed, where folds
    /// are left out.
    Word(Regex, Option<Regex>),
    /// What a regular expression says, in the text as printed.
    Printed(Regex),
    /// Nothing: there is nothing to look for.
    Nothing,
}

struct Needle {
    finder: memmem::Finder<'static>,
    /// How many bytes its first character has.
    first: usize,
    /// As it would be typed.
    typed: String,
}

impl Finder {
    /// Gets a term ready. One with an expression that is none finds nothing; see
    /// [`is_regex`](expression::is_regex).
    pub fn new(term: &Term, fold: &Fold) -> Finder {
        let kind = match &term.pattern {
            Pattern::Text(typed) => Kind::Texts(needles(typed, term.folds, fold)),
            Pattern::Wild(parts) if term.is_word => {
                let as_typed = (term.folds != Folds::ALL)
                    .then(|| expression::printed_wild_word(parts, term.folds, fold));
                match (expression::wild_word(parts, fold), as_typed) {
                    (Some(folded), None) => Kind::Word(folded, None),
                    (Some(folded), Some(Some(as_typed))) => Kind::Word(folded, Some(as_typed)),
                    _ => Kind::Nothing,
                }
            }
            Pattern::Wild(parts) if term.folds == Folds::ALL => {
                expression::wild(parts, fold).map_or(Kind::Nothing, Kind::Regex)
            }
            Pattern::Wild(parts) => expression::printed_wild(parts, term.folds, fold)
                .map_or(Kind::Nothing, Kind::Printed),
            Pattern::Regex(pattern) if term.folds == Folds::ALL => {
                expression::regex(pattern, fold).map_or(Kind::Nothing, Kind::Regex)
            }
            Pattern::Regex(pattern) => {
                expression::printed_regex(pattern).map_or(Kind::Nothing, Kind::Printed)
            }
        };
        let parts: Vec<String> = match &term.pattern {
            Pattern::Wild(parts) => expression::longest(parts, fold).into_iter().collect(),
            Pattern::Regex(pattern) if term.folds == Folds::ALL => {
                expression::sure_of(pattern, fold)
            }
            _ => Vec::new(),
        };
        let parts = parts.iter().map(|part| finder(part)).collect();
        Finder { kind, term: term.clone(), parts, is_needed: false }
    }

    /// Whether much of all text has to be gone through by an expression.
    pub fn is_slow(&self) -> bool {
        !matches!(self.kind, Kind::Texts(_) | Kind::Nothing) && self.parts.len() != 1
    }

    /// A text that is in every place where the term occurs; `None` where there is none, or none that
    /// is known.
    pub fn text(&self) -> Option<&memmem::Finder<'static>> {
        match &self.kind {
            Kind::Texts(needles) => match needles.as_slice() {
                [needle] => Some(&needle.finder),
                _ => None,
            },
            _ => match self.parts.as_slice() {
                [part] => Some(part),
                _ => None,
            },
        }
    }

    /// Adds every place where the term occurs, from left to right, not overlapping, each inside one
    /// block; with a `role` only in blocks of it.
    pub fn find(&self, at: Searched<'_>, role: Option<Role>, found: &mut Vec<Span>) {
        let seen = if self.is_needed { at.seen } else { 0 };
        match (&self.kind, role) {
            (Kind::Texts(needles), None) => {
                let whole = Span { start: seen, end: at.folded.text.len() as u32 };
                self.find_texts(needles, at, whole, found);
            }
            (Kind::Nothing, _) => {}
            (_, None) if !self.parts.is_empty() => {
                // Only the blocks that have one of the parts are looked at.
                let text = at.folded.text.as_bytes();
                let next = |part: &memmem::Finder<'_>, from: usize| {
                    part.find(&text[from..]).map_or(text.len(), |next| from + next)
                };
                let mut from = seen as usize;
                let mut nexts: Vec<usize> =
                    self.parts.iter().map(|part| next(part, from)).collect();
                while let Some(&first) = nexts.iter().min().filter(|&&first| first < text.len()) {
                    let block = at.folded.block_at(first as u32);
                    self.find_in_block(at, block, found);
                    from = (at.folded.block(block).end as usize + 1).min(text.len());
                    for (part, at) in
                        self.parts.iter().zip(&mut nexts).filter(|(_, at)| **at < from)
                    {
                        *at = next(part, from);
                    }
                }
            }
            _ => {
                for block in 0..at.folded.blocks() {
                    if role.is_none_or(|role| at.folded.roles[block] == role) {
                        self.find_in_block(at, block, found);
                    }
                }
            }
        }
    }

    fn find_in_block(&self, at: Searched<'_>, block: usize, found: &mut Vec<Span>) {
        let span = at.folded.block(block);
        let text = span.of(at.folded.text);
        let place = |start: usize, end: usize| Span {
            start: span.start + start as u32,
            end: span.start + end as u32,
        };
        match &self.kind {
            Kind::Texts(needles) => self.find_texts(needles, at, span, found),
            Kind::Regex(regex) => {
                for hit in regex.find_iter(text).filter(|hit| !hit.is_empty()) {
                    let hit = place(hit.start(), hit.end());
                    if self.is_meant(at, hit) {
                        found.push(hit);
                    }
                }
            }
            Kind::Word(regex, as_typed) => {
                let ends =
                    (1..=text.len()).filter(|&end| at.folded.is_border(span.start + end as u32));
                let mut start = 0;
                for end in ends {
                    let hit = place(start, end);
                    let is_as_typed =
                        || as_typed.as_ref().is_none_or(|typed| typed.is_match(printed(at, hit).1));
                    if regex.is_match(&text[start..end]) && self.is_meant(at, hit) && is_as_typed()
                    {
                        found.push(hit);
                    }
                    start = end;
                }
            }
            Kind::Printed(regex) => {
                let printed = &at.doc.page.blocks[block].text;
                let spans = regex.find_iter(printed).filter(|hit| !hit.is_empty());
                let spans: Vec<Span> = spans
                    .map(|hit| Span { start: hit.start() as u32, end: hit.end() as u32 })
                    .collect();
                for hit in at.fold.refold(printed, &spans) {
                    let hit = place(hit.start as usize, hit.end as usize);
                    if self.is_meant(at, hit) {
                        found.push(hit);
                    }
                }
            }
            Kind::Nothing => {}
        }
    }

    /// Finds texts; of places that overlap the first is kept, of those that begin together the
    /// longest.
    fn find_texts(
        &self,
        needles: &[Needle],
        at: Searched<'_>,
        within: Span,
        found: &mut Vec<Span>,
    ) {
        let before = found.len();
        for needle in needles {
            self.find_text(needle, at, within, found);
        }
        if needles.len() > 1 {
            let mut all = found.split_off(before);
            keep_apart(&mut all, |hit| *hit);
            found.extend(all);
        }
    }

    fn find_text(&self, needle: &Needle, at: Searched<'_>, within: Span, found: &mut Vec<Span>) {
        let text = &at.folded.text.as_bytes()[..within.end as usize];
        let length = needle.finder.needle().len();
        let mut from = within.start as usize;
        if self.term.folds == Folds::ALL && !self.term.is_word {
            let starts = needle.finder.find_iter(&text[from..]).map(|start| from + start);
            found.extend(
                starts.map(|start| Span { start: start as u32, end: (start + length) as u32 }),
            );
            return;
        }
        while let Some(start) = needle.finder.find(&text[from..]).map(|start| from + start) {
            let hit = Span { start: start as u32, end: (start + length) as u32 };
            if self.is_meant(at, hit) && self.is_as_typed(at, hit, &needle.typed) {
                found.push(hit);
                from = start + length;
            } else {
                from = start + needle.first;
            }
        }
    }

    /// Whether a place is a word, and of the part of speech, where the term has to be one.
    fn is_meant(&self, at: Searched<'_>, hit: Span) -> bool {
        if !self.term.is_word {
            return true;
        }
        at.folded.is_word(hit)
            && self.term.tag.as_ref().is_none_or(|tag| tag_of(at, hit) == Some(tag.as_str()))
    }

    /// Whether a place was printed as the term was typed, but for what makes no difference.
    fn is_as_typed(&self, at: Searched<'_>, hit: Span, typed: &str) -> bool {
        self.term.folds == Folds::ALL
            || at.fold.is_same(printed(at, hit).1, typed.trim(), self.term.folds)
    }
}

/// What finds a folded text.
fn finder(text: &str) -> memmem::Finder<'static> {
    memmem::Finder::new(text).into_owned()
}

/// The block and the printed text of a place in folded text.
pub fn printed<'a>(at: Searched<'a>, hit: Span) -> (usize, &'a str) {
    let block = at.folded.block_at(hit.start);
    let start = at.folded.block(block).start;
    let text = at.doc.page.blocks.get(block).map_or("", |block| block.text.as_str());
    let inside = Span { start: hit.start - start, end: hit.end - start };
    let span = at.fold.unfold(text, at.folded.block_text(block), &[inside]).first().copied();
    (block, span.map_or("", |span| span.of(text)))
}

/// The part of speech of the word that begins at a place; `None` where the words are not known.
fn tag_of(at: Searched<'_>, hit: Span) -> Option<&'static str> {
    let (block, text) = printed(at, hit);
    let block = at.doc.page.blocks.get(block)?;
    let from = text.as_ptr() as usize - block.text.as_ptr() as usize;
    let mut start = 0;
    for word in &block.words {
        let end = start + usize::from(word.length);
        if from < end {
            return TAGS.get(usize::from(word.tag)).copied();
        }
        start = end;
    }
    None
}

/// The spellings of a text, folded. Nothing for a text that is empty then.
fn needles(typed: &str, folds: Folds, fold: &Fold) -> Vec<Needle> {
    let mut needles: Vec<(String, String)> = Vec::new();
    for typed in spellings(typed, folds) {
        let folded = fold.text(&typed);
        if !folded.is_empty() && needles.iter().all(|needle| needle.0 != folded) {
            needles.push((folded, typed));
        }
    }
    let needle = |(folded, typed): (String, String)| Needle {
        first: folded.chars().next().map_or(1, char::len_utf8),
        finder: finder(&folded),
        typed,
    };
    needles.into_iter().map(needle).collect()
}

/// A text, and the same with its numbers written without separators of thousands, and with them.
fn spellings(typed: &str, folds: Folds) -> Vec<String> {
    let mut spellings = vec![typed.to_owned()];
    if !folds.has(Folds::THOUSANDS) || !typed.contains(|c: char| c.is_ascii_digit()) {
        return spellings;
    }
    let (mut plain, mut grouped) = (String::new(), String::new());
    let is_number = |c: char| c.is_ascii_digit() || c == ',';
    let mut rest = typed;
    while let Some(c) = rest.chars().next() {
        let number = &rest[..rest.find(|c: char| !is_number(c)).unwrap_or(rest.len())];
        let number = number.trim_matches(',');
        if number.is_empty() || !rest.starts_with(number) {
            plain.push(c);
            grouped.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let mut groups = number.split(',');
        let first = groups.next().unwrap_or("");
        let is_grouped = first.len() <= 3 && groups.all(|group| group.len() == 3);
        let digits: String = number.chars().filter(|&c| c != ',').collect();
        let after_point = plain.ends_with('.');
        if !is_grouped && number.contains(',') || after_point {
            plain.push_str(number);
            grouped.push_str(number);
        } else {
            for (i, digit) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            plain.push_str(&digits);
        }
        rest = &rest[number.len()..];
    }
    spellings.extend([plain, grouped]);
    spellings.dedup();
    spellings
}
