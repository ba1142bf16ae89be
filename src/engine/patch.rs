//! What a person corrects of a restored page: a small text beside the document's, a line for each
//! rule that is off and each correction, in the order in which they are made.
//!
//! ```text
//! # a comment
//! off spaces
//! role 12:1 subhead “中电系”4家子公
//! split 40:12 其中，2016年
//! join 44:1 据网信产业
//! move 45:1 before 3:1 重庆日报：作为
//! move 45:1 last 重庆日报：作为
//! ```
//!
//! A place is a line and a character of the source, both from 1. The quote after it says which
//! text was meant, so that a patch of another text is noticed. Lines that are not understood are
//! kept as they are.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::corpus::{Place, Role};

/// How many characters of the text a quote has at most.
const QUOTE: usize = 8;

/// What a person corrects, line by line; [`Patch::to_text`] writes what [`Patch::parse`] reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patch {
    /// The lines of the patch text, in order; the first is line 1.
    pub entries: Vec<Entry>,
}

/// A line of a patch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A comment or a blank line, as it stands.
    Comment(String),
    /// A rule that is switched off.
    Off(Rule),
    /// A correction.
    Correct(Correction),
    /// A line that is not understood, as it stands.
    Unknown(String),
}

/// A part of the restoration that can be switched off for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Line ends are taken out of paragraphs.
    Lines,
    /// What a shadow printed twice is kept once.
    Shadows,
    /// Spaces of the layout are taken out.
    Spaces,
    /// Hyphens at line ends are taken out.
    Hyphens,
    /// The blocks are put into their articles and into the order in which they are read.
    Order,
}

impl Rule {
    /// All rules.
    pub const ALL: [Rule; 5] =
        [Rule::Lines, Rule::Shadows, Rule::Spaces, Rule::Hyphens, Rule::Order];

    /// The rule's name in a patch.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Lines => "lines",
            Rule::Shadows => "shadows",
            Rule::Spaces => "spaces",
            Rule::Hyphens => "hyphens",
            Rule::Order => "order",
        }
    }
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Where the block begins that it is about, or for a split, the new block.
    pub place: Place,
    /// What stands there; see [`quote`].
    pub quote: String,
    /// What is done.
    pub change: Change,
}

/// What a correction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The block is this on the page.
    Role(Role),
    /// A block begins here.
    Split,
    /// The block goes on from the one that is read before it.
    Join,
    /// The block is read before the one that begins there, and belongs to its article.
    Before(Place),
    /// The block is read last.
    Last,
}

impl Patch {
    /// Reads a patch. Total: what is not understood is kept.
    pub fn parse(text: &str) -> Patch {
        let lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines();
        Patch { entries: lines.map(|line| entry(line.trim_end())).collect() }
    }

    /// The patch as a text; [`Patch::parse`] reads it back.
    pub fn to_text(&self) -> String {
        self.entries.iter().map(|entry| format!("{entry}\n")).collect()
    }

    /// Whether it corrects nothing and says nothing that is not understood.
    pub fn is_idle(&self) -> bool {
        self.entries.iter().all(|entry| matches!(entry, Entry::Comment(_)))
    }

    /// Whether a rule is switched off.
    pub fn is_off(&self, rule: Rule) -> bool {
        self.entries.contains(&Entry::Off(rule))
    }

    /// Switches a rule off, or on again.
    pub fn switch(&mut self, rule: Rule, on: bool) {
        if on {
            self.entries.retain(|entry| *entry != Entry::Off(rule));
        } else if !self.is_off(rule) {
            let stays = |entry: &Entry| matches!(entry, Entry::Comment(_) | Entry::Off(_));
            let at = self.entries.iter().position(|entry| !stays(entry));
            self.entries.insert(at.unwrap_or(self.entries.len()), Entry::Off(rule));
        }
    }

    /// Adds a correction. One that takes back or outdoes the correction before it takes its
    /// place, so that trying things out leaves no trail; so does another role for a block.
    pub fn correct(&mut self, new: Correction) {
        let is_role = |change: Change| matches!(change, Change::Role(_));
        let is_move = |change: Change| matches!(change, Change::Before(_) | Change::Last);
        if let Some(Entry::Correct(last)) = self.entries.last()
            && last.place == new.place
        {
            match (last.change, new.change) {
                (Change::Split, Change::Join) | (Change::Join, Change::Split) => {
                    self.entries.pop();
                    return;
                }
                (before, now) if is_move(before) && is_move(now) => {
                    self.entries.pop();
                }
                _ => {}
            }
        }
        let about =
            |entry: &&mut Entry| matches!(entry, Entry::Correct(old) if old.place == new.place);
        match self.entries.iter_mut().rev().find(about) {
            Some(Entry::Correct(old)) if is_role(old.change) && is_role(new.change) => *old = new,
            _ => self.entries.push(Entry::Correct(new)),
        }
    }
}

/// The first characters of a text, by which a correction knows it again.
pub fn quote(text: &str) -> String {
    text.chars().take(QUOTE).collect::<String>().trim().to_owned()
}

/// A line of a patch that was not followed; everything else of the patch was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    /// The line of the patch, from 1.
    pub line: u32,
    /// What it says.
    pub text: String,
    /// Why it was not followed.
    pub cause: Cause,
}

/// Why a line of a patch was not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// It is no line of a patch.
    NotUnderstood,
    /// No block begins at its place, or for a split, no text stands there.
    NoSuchPlace,
    /// Another text stands at its place.
    OtherText,
    /// It would join the block that is read first to the one before it.
    NothingBefore,
}

impl Cause {
    /// The cause as the command line prints it.
    pub fn name(self) -> &'static str {
        match self {
            Cause::NotUnderstood => "not understood",
            Cause::NoSuchPlace => "no such place",
            Cause::OtherText => "another text stands there",
            Cause::NothingBefore => "nothing stands before it",
        }
    }
}

fn entry(line: &str) -> Entry {
    if line.trim().is_empty() || line.trim_start().starts_with('#') {
        return Entry::Comment(line.to_owned());
    }
    understood(line).unwrap_or_else(|| Entry::Unknown(line.to_owned()))
}

/// What a line means; `None` if that is not understood.
fn understood(line: &str) -> Option<Entry> {
    let (verb, rest) = word(line);
    if verb == "off" {
        return Rule::ALL.into_iter().find(|rule| rule.name() == rest).map(Entry::Off);
    }
    let (at, rest) = word(rest);
    let place = place(at)?;
    let (change, quote) = match verb {
        "role" => {
            let (name, quote) = word(rest);
            (Change::Role(Role::ALL.into_iter().find(|role| role.name() == name)?), quote)
        }
        "split" => (Change::Split, rest),
        "join" => (Change::Join, rest),
        "move" => match word(rest) {
            ("last", quote) => (Change::Last, quote),
            ("before", rest) => {
                let (before, quote) = word(rest);
                (Change::Before(self::place(before)?), quote)
            }
            _ => return None,
        },
        _ => return None,
    };
    let quote = quote.to_owned();
    (!quote.is_empty()).then_some(Entry::Correct(Correction { place, quote, change }))
}

/// The first word of a text, and what follows it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim_start())
}

fn place(text: &str) -> Option<Place> {
    let (line, column) = text.split_once(':')?;
    let number = |text: &str| text.parse::<u32>().ok().filter(|&number| number > 0);
    Some(Place { line: number(line)?, column: number(column)? })
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Comment(line) | Entry::Unknown(line) => f.write_str(line),
            Entry::Off(rule) => write!(f, "off {}", rule.name()),
            Entry::Correct(Correction { place, quote, change }) => match change {
                Change::Role(role) => write!(f, "role {place} {} {quote}", role.name()),
                Change::Split => write!(f, "split {place} {quote}"),
                Change::Join => write!(f, "join {place} {quote}"),
                Change::Before(before) => write!(f, "move {place} before {before} {quote}"),
                Change::Last => write!(f, "move {place} last {quote}"),
            },
        }
    }
}
