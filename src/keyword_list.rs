//! Terms of a reader's own, in a named list: as plain text, in which they are kept, saved and opened,
//! and as they stand in an address. Pure; whatever is read, what is not understood is reported and the
//! rest goes on.
//!
//! ```text
//! # 园区
//! 重庆高新区
//! 科学城|科学园<TAB>wavy
//! ```
//!
//! A line that begins with `#` names a list and begins it; each other line is a term, after a tab its
//! style, if that is not the one whose turn it is. A stroke before a term that begins with `#` or a
//! stroke is none of it.

use std::fmt;

use crate::engine::{Folds, Query};

/// A named list of terms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeywordList {
    /// Its name, on one line; empty for none.
    pub name: String,
    /// Its terms, each once.
    pub terms: Vec<Term>,
}

/// Something that is looked for besides the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    text: String,
    /// How it is marked.
    pub style: Style,
}

/// How a term is marked: a colour, and a line of its own kind below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A line.
    Solid,
    /// A line of dots.
    Dotted,
    /// A line of strokes.
    Dashed,
    /// A wave.
    Wavy,
    /// Two lines.
    Double,
}

/// A line that was not understood, or not as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odd {
    /// Its number, from 1.
    pub line: u32,
    /// Its first characters.
    pub text: String,
    /// What is the matter with it.
    pub cause: Cause,
}

/// Why something is no term of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Nothing of it can be looked for.
    NoText,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// The list has it already.
    Repeated,
    /// The list is full.
    TooMany,
    /// There is no such style: the term has the one whose turn it is.
    NoStyle,
    /// It is of a version that is not known here, and so is all that follows.
    OtherVersion,
}

/// So many characters a term has at most, with its alternatives.
pub const LONGEST: usize = 100;

/// So many terms a list has at most.
pub const TERMS: usize = 200;

/// So many characters a name has at most.
const NAME: usize = 60;

/// So much of an odd line is told.
const TOLD: usize = 40;

/// What the first line of a kept list says before its version. A name has a space after the sign.
const VERSION: &str = "#jianyue-list ";

impl Style {
    /// All of them, in their turn.
    pub const ALL: [Style; 5] =
        [Style::Solid, Style::Dotted, Style::Dashed, Style::Wavy, Style::Double];

    /// Its name in a text, and in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Style::Solid => "solid",
            Style::Dotted => "dotted",
            Style::Dashed => "dashed",
            Style::Wavy => "wavy",
            Style::Double => "double",
        }
    }

    /// The style of a term that has none of its own, by how many terms go before it.
    pub fn in_turn(at: usize) -> Style {
        Style::ALL[at % Style::ALL.len()]
    }

    fn named(name: &str) -> Option<Style> {
        Style::ALL.into_iter().find(|style| style.name() == name)
    }
}

impl Term {
    /// A text as a term, in this style; a bar parts alternatives.
    ///
    /// # Errors
    ///
    /// [`Cause::NoText`] and [`Cause::TooLong`].
    pub fn new(text: &str, style: Style) -> Result<Term, Cause> {
        let mut parts: Vec<String> = Vec::new();
        for part in text.split('|').map(on_one_line) {
            if Query::literal(&part, Folds::ALL).root.is_some() && !parts.contains(&part) {
                parts.push(part);
            }
        }
        let text = parts.join("|");
        match text.chars().count() {
            0 => Err(Cause::NoText),
            length if length > LONGEST => Err(Cause::TooLong),
            _ => Ok(Term { text, style }),
        }
    }

    /// Its text, on one line, alternatives parted by bars.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The query that finds it, and nothing else: its hits are those of this in the search.
    pub fn query(&self) -> String {
        // Only ASCII has operators. The page need not have the reader of queries for this.
        let is_plain = |part: &str| part.chars().all(|c| !c.is_ascii() || c.is_alphanumeric());
        let part = |part: &str| if is_plain(part) { part.to_owned() } else { phrase(part) };
        self.text.split('|').map(part).collect::<Vec<_>>().join(" | ")
    }
}

impl KeywordList {
    /// A list of this name, without terms yet.
    pub fn named(name: &str) -> KeywordList {
        let name: String = on_one_line(name).chars().take(NAME).collect();
        KeywordList { name: name.trim_end().to_owned(), terms: Vec::new() }
    }

    /// Adds a term in the style whose turn it is.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn add(&mut self, text: &str) -> Result<(), Cause> {
        self.add_in(text, Style::in_turn(self.terms.len()))
    }

    fn add_in(&mut self, text: &str, style: Style) -> Result<(), Cause> {
        let term = Term::new(text, style)?;
        if self.terms.iter().any(|other| other.text == term.text) {
            return Err(Cause::Repeated);
        }
        if self.terms.len() >= TERMS {
            return Err(Cause::TooMany);
        }
        self.terms.push(term);
        Ok(())
    }

    /// Adds the term of a line with its style, if it says one. Answers what is odd about it.
    fn add_line(&mut self, line: &str) -> Option<Cause> {
        let (text, style) = line.split_once('\t').unwrap_or((line, ""));
        let escaped = text.strip_prefix('\\').filter(|rest| rest.starts_with(['#', '\\']));
        let turn = Style::in_turn(self.terms.len());
        let named = Style::named(style.trim());
        let added = self.add_in(escaped.unwrap_or(text), named.unwrap_or(turn));
        let is_odd = named.is_none() && !style.trim().is_empty();
        added.err().or(is_odd.then_some(Cause::NoStyle))
    }

    /// The lists of a text, and what in it was not understood. Terms before the first name are a list
    /// without one.
    pub fn read(text: &str) -> (Vec<KeywordList>, Vec<Odd>) {
        let mut lists: Vec<KeywordList> = Vec::new();
        let mut odd = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, number) in text.lines().zip(1..) {
            let mut say = |cause| {
                let text = line.trim().chars().take(TOLD).collect();
                odd.push(Odd { line: number, text, cause });
            };
            if let Some(version) = line.strip_prefix(VERSION) {
                if version.trim() != "1" {
                    say(Cause::OtherVersion);
                    break;
                }
            } else if let Some(name) = line.trim_start().strip_prefix('#') {
                lists.push(KeywordList::named(name));
            } else if !line.trim().is_empty() {
                if lists.is_empty() {
                    lists.push(KeywordList::default());
                }
                if let Some(cause) = lists.last_mut().and_then(|list| list.add_line(line)) {
                    say(cause);
                }
            }
        }
        (lists, odd)
    }

    /// The list that a record keeps under a name, and what of the record was not understood; `None`
    /// where nothing was. A record without a version is as it was written by hand, and is read.
    pub fn kept(name: &str, record: &str) -> (Option<KeywordList>, Vec<Odd>) {
        let (lists, odd) = KeywordList::read(record);
        let list = lists.into_iter().next();
        (list.map(|list| KeywordList { name: name.to_owned(), ..list }), odd)
    }

    /// The list as a record: its version, and its text.
    pub fn record(&self) -> String {
        format!("{VERSION}1\n{self}")
    }

    /// The list as it stands in an address: `名称:甲,乙|丙,丁~2`. After the wave the number of the style,
    /// if it is not the one whose turn it is; a stroke goes before what is not meant as a sign.
    pub fn to_link(&self) -> String {
        let term = |(at, term): (usize, &Term)| {
            let number = term.style as usize + 1;
            let style = (term.style != Style::in_turn(at)).then(|| format!("~{number}"));
            escaped(&term.text) + &style.unwrap_or_default()
        };
        let terms: Vec<String> = self.terms.iter().enumerate().map(term).collect();
        format!("{}:{}", escaped(&self.name), terms.join(","))
    }

    /// The list that an address says; `None` where it has no colon after a name. What is no term is
    /// left out.
    pub fn from_link(link: &str) -> Option<KeywordList> {
        let (name, terms) = cut(link, ':')?;
        let mut list = KeywordList::named(&unescaped(name));
        let mut rest = terms;
        while !rest.is_empty() {
            let (term, after) = cut(rest, ',').unwrap_or((rest, ""));
            let (text, number) = cut(term, '~').unwrap_or((term, ""));
            let number = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let style = number.and_then(|at| Style::ALL.get(at)).copied();
            let style = style.unwrap_or(Style::in_turn(list.terms.len()));
            let _ = list.add_in(&unescaped(text), style);
            rest = after;
        }
        Some(list)
    }
}

/// The list as a text for people and other programs.
impl fmt::Display for KeywordList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", format!("# {}", self.name).trim_end())?;
        for (at, Term { text, style }) in self.terms.iter().enumerate() {
            let before = if text.starts_with(['#', '\\']) { "\\" } else { "" };
            write!(f, "{before}{text}")?;
            if *style != Style::in_turn(at) {
                write!(f, "\t{}", style.name())?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// Names as they stand in an address, with commas between them.
pub fn join(names: &[String]) -> String {
    names.iter().map(|name| escaped(name)).collect::<Vec<_>>().join(",")
}

/// The names that [`join`] has put together, each once.
pub fn split(joined: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = joined;
    while !rest.is_empty() {
        let (name, after) = cut(rest, ',').unwrap_or((rest, ""));
        let name = unescaped(name);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

/// A text as a phrase of a query. A phrase has no quotation mark of its own, and any other kind of them
/// finds the same.
fn phrase(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "“"))
}

/// A text on one line, with single spaces between its words.
fn on_one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ',' | ':' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The inverse of [`escaped`]. A stroke at the end stands for itself.
fn unescaped(text: &str) -> String {
    let mut chars = text.chars();
    let mut plain = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        plain.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
    }
    plain
}

/// What stands before the first such sign that is meant as one, and after it; `None` if there is none.
fn cut(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if c == sign && !is_escaped {
            return Some((&text[..at], &text[at + c.len_utf8()..]));
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}
