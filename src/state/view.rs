//! What is looked at, and the address that says so.

use std::rc::Rc;

use super::ListsOn;
use crate::protocol::{Folds, Order, Place, Sort, Wanted};

/// What is looked at: all that the address says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// The open document; `None` for none.
    pub doc: Option<String>,
    /// What was typed into the search field.
    pub query: String,
    /// What makes no difference to it.
    pub folds: Folds,
    /// The order of the results.
    pub sort: Sort,
    /// The order in which the hits are listed in their contexts; `None` where passages are shown by
    /// article.
    pub lines: Option<Order>,
    /// How many characters of context stand on each side of a listed hit.
    pub width: Width,
    /// To so many lines the list is thinned out; 0 for all.
    pub most: u32,
    /// The current hit (from 1) in the open document; `None` before one is chosen.
    pub hit: Option<u32>,
    /// The passage of the document that the address leads to: the first character of it in the source,
    /// and the last; `None` for none.
    pub passage: Option<(Place, Place)>,
    /// Whether the source is shown beside the document.
    pub original: bool,
    /// Whether its words are seen.
    pub words: bool,
    /// Whether the notes are listed, and not the articles or results.
    pub notes: bool,
    /// The keyword lists that are switched on.
    pub lists: Rc<ListsOn>,
    /// Whether the lists are looked at, where no document is open.
    pub at_lists: bool,
}

impl View {
    /// The view as the fragment of an address, with its `#`; empty for the empty view. What is read
    /// and sought is private: browsers send the query part of an address to the host, and hosts
    /// log it; the fragment they keep to themselves.
    pub fn to_fragment(&self) -> String {
        let mut fragment = String::new();
        let mut push = |name: &str, value: &str| {
            fragment.push(if fragment.is_empty() { '#' } else { '&' });
            fragment.push_str(name);
            fragment.push('=');
            encode(value, &mut fragment);
        };
        if let Some(doc) = &self.doc {
            push("doc", doc);
        }
        if !self.query.is_empty() {
            push("q", &self.query);
        }
        match self.folds {
            Folds::ALL => {}
            Folds::NONE => push("exact", "1"),
            folds => push("folds", &letters(folds)),
        }
        if self.sort != Sort::default() {
            push("sort", self.sort.name());
        }
        if let Some(order) = self.lines {
            push("lines", order.name());
        }
        if self.width != Width::default() {
            push("width", &self.width.0.to_string());
        }
        if self.most > 0 {
            push("most", &self.most.to_string());
        }
        if let Some(hit) = self.hit {
            push("hit", &hit.to_string());
        }
        if let Some((from, to)) = self.passage {
            push("at", &format!("{}.{}-{}.{}", from.line, from.column, to.line, to.column));
        }
        if self.original {
            push("original", "1");
        }
        if self.words {
            push("words", "1");
        }
        if self.notes {
            push("notes", "1");
        }
        if self.at_lists {
            push("page", "lists");
        }
        self.lists.pairs().iter().for_each(|(name, value)| push(name, value));
        fragment
    }

    /// The view that a fragment means. Total: what is unknown or malformed is left out.
    pub fn from_fragment(fragment: &str) -> View {
        let mut view = View::default();
        for pair in fragment.trim_start_matches('#').split('&') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            match name {
                "doc" => view.doc = Some(decode(value)).filter(|doc| !doc.is_empty()),
                "q" => view.query = decode(value),
                "exact" if value == "1" => view.folds = Folds::NONE,
                "folds" => view.folds = folds(value).unwrap_or(view.folds),
                "sort" => {
                    let named = Sort::ALL.into_iter().find(|sort| sort.name() == value);
                    view.sort = named.unwrap_or_default();
                }
                "lines" => {
                    view.lines = Order::ALL.into_iter().find(|order| order.name() == value);
                }
                "width" => {
                    let width = value.parse().ok().map(Width);
                    view.width =
                        width.filter(|width| Width::ALL.contains(width)).unwrap_or_default();
                }
                "most" => view.most = value.parse().unwrap_or(0),
                "hit" => view.hit = value.parse().ok().filter(|&hit| hit > 0),
                "at" => view.passage = passage(value),
                "original" => view.original = value == "1",
                "words" => view.words = value == "1",
                "notes" => view.notes = value == "1",
                "page" => view.at_lists = value == "lists",
                "lists" | "list" => Rc::make_mut(&mut view.lists).read(name, &decode(value)),
                _ => {}
            }
        }
        view
    }

    /// The view that a link to it leads to: where it has a hit, or no document, the passage that an
    /// earlier link led to is left.
    pub(super) fn followed(self) -> View {
        let passage = self.passage.filter(|_| self.hit.is_none() && self.doc.is_some());
        View { passage, ..self }
    }

    /// Nothing looked at, with the same lists switched on.
    #[must_use]
    pub fn anew(&self) -> View {
        View { lists: self.lists.clone(), ..View::default() }
    }

    /// The same results, with nothing open and nothing else in their place.
    #[must_use]
    pub fn results(self) -> View {
        View { doc: None, hit: None, notes: false, at_lists: false, ..self }
    }

    /// The list of hits that it says, whatever of it is shown.
    pub fn list(&self) -> (Wanted, Option<Order>, u32) {
        (self.wanted(), self.lines, self.most)
    }

    /// What is looked for.
    pub fn wanted(&self) -> Wanted {
        Wanted { query: self.query.clone(), folds: self.folds }
    }
}

/// The characters of the source that a passage goes from and to.
fn passage(value: &str) -> Option<(Place, Place)> {
    let place = |value: &str| {
        let (line, column) = value.split_once('.')?;
        Some(Place { line: line.parse().ok()?, column: column.parse().ok()? })
    };
    let (from, to) = value.split_once('-')?;
    place(from).zip(place(to)).filter(|(from, to)| from <= to)
}

/// The letters of [`Folds::EACH`] in an address.
const LETTERS: [char; 7] = ['w', 'c', 's', 'v', 'm', 'b', 't'];

/// The letters of folds.
fn letters(folds: Folds) -> String {
    let each = Folds::EACH.into_iter().zip(LETTERS);
    each.filter(|&(fold, _)| folds.has(fold)).map(|(_, letter)| letter).collect()
}

/// The folds of letters; `None` if there are none.
fn folds(letters: &str) -> Option<Folds> {
    let each = Folds::EACH.into_iter().zip(LETTERS);
    let named = each.filter(|&(_, letter)| letters.contains(letter)).map(|(fold, _)| fold);
    named.reduce(Folds::with)
}

/// How many characters of context stand on each side of a listed hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width(pub u32);

impl Width {
    /// All widths, as they are offered.
    pub const ALL: [Width; 4] = [Width(12), Width(24), Width(40), Width(80)];
}

impl Default for Width {
    fn default() -> Width {
        Width(24)
    }
}

/// Percent-encodes all but letters, digits and marks that addresses may have (RFC 3986).
/// Chinese is left as it is: browsers show it so, and encode it themselves.
fn encode(value: &str, into: &mut String) {
    for c in value.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '/' | ':' | ',') {
            into.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                into.push_str(&format!("%{byte:02X}"));
            }
        }
    }
}

/// The inverse of [`encode`]; also reads `+` as a space. What is no encoding stands for itself.
fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = match (bytes[at], value.get(at + 1..at + 3)) {
            (b'%', Some(hex)) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                at += 2;
                u8::from_str_radix(hex, 16).unwrap_or(b'%')
            }
            (b'+', _) => b' ',
            (byte, _) => byte,
        };
        decoded.push(byte);
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
