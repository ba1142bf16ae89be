//! The text of a document as it was found, kept as what of it is not in the blocks of its page: most
//! of it is there already, and twice the text is twice the memory.

use std::borrow::Cow;

use super::corpus::{Doc, Origin, Page, Source};

/// Ends a piece of [`Source::Between`].
const END: char = '\0';

impl Doc {
    /// The text as it was found.
    pub fn text(&self) -> Cow<'_, str> {
        self.source.text(&self.page)
    }

    /// Puts another page in the place of its own, of the same text; what is given of the document is
    /// said by it too.
    pub fn change(&mut self, page: Page) -> Page {
        self.source = Source::Whole(self.text().into_owned());
        let before = std::mem::replace(&mut self.page, page);
        self.given.put_on(&mut self.page);
        before
    }
}

impl Source {
    /// The text that a page was made of.
    pub fn new(text: &str, page: &Page) -> Source {
        between(text, page).map_or_else(|| Source::Whole(text.to_owned()), Source::Between)
    }

    /// The text; `page` is the one that it was kept with.
    pub fn text(&self, page: &Page) -> Cow<'_, str> {
        let between = match self {
            Source::Whole(text) => return Cow::Borrowed(text),
            Source::Between(between) => between,
        };
        let mut text = String::with_capacity(between.len());
        let mut runs = runs(page).into_iter();
        for piece in between.split_terminator(END) {
            text += piece;
            text += runs.next().map_or("", |run| run.1);
        }
        Cow::Owned(text)
    }
}

/// What of a text stands between the runs of a page, if they are all in it, in their order, each
/// once.
fn between(text: &str, page: &Page) -> Option<String> {
    let mut between = String::new();
    let mut rest = text;
    // The place in the text that `rest` begins with: line and character, from 1.
    let mut place = (1, 1);
    for (origin, run) in runs(page) {
        let past = ahead(rest, place, (origin.line, origin.column))?;
        between.push_str(&rest[..past]);
        between.push(END);
        rest = rest[past..].strip_prefix(run)?;
        place = (origin.line, origin.column + run.chars().count() as u32);
    }
    between.push_str(rest);
    between.push(END);
    between.shrink_to_fit();
    (!text.contains(END)).then_some(between)
}

/// How many bytes of a text come before a place, if it begins at another; `None` where it does not
/// reach so far, or only goes on behind it.
fn ahead(text: &str, (mut line, mut column): (u32, u32), to: (u32, u32)) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while (line, column) != to {
        let (_, c) = chars.next().filter(|_| (line, column) < to)?;
        let ends = c == '\n' || c == '\r' && chars.peek().is_none_or(|next| next.1 != '\n');
        (line, column) = if ends { (line + 1, 1) } else { (line, column + 1) };
    }
    Some(chars.peek().map_or(text.len(), |next| next.0))
}

/// The runs of a page's blocks, in the order of the source. Space at their ends may be there only to
/// join them to the next, so that it is not of them.
fn runs(page: &Page) -> Vec<(Origin, &str)> {
    let mut runs = Vec::new();
    for block in &page.blocks {
        for (i, origin) in block.origin.iter().enumerate() {
            let end = block.origin.get(i + 1).map_or(block.text.len(), |next| next.at as usize);
            let run = block.text.get(origin.at as usize..end).unwrap_or_default();
            runs.push((*origin, run.trim_end()));
        }
    }
    runs.sort_by_key(|(origin, _)| (origin.line, origin.column));
    runs
}
