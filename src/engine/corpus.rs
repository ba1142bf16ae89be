//! What the engine knows: documents, made of blocks, each with its place in the source.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::Span;

/// All documents, in the order in which they are listed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The documents; a [`DocId`] is a place in this list.
    pub docs: Vec<Doc>,
}

/// A document's place in its corpus.
pub type DocId = usize;

/// One file, restored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Doc {
    /// The file's path below the folder it was read from, without its ending; `/` between parts.
    pub id: String,
    /// The text as it was found, of which the page was made; see [`Doc::text`].
    pub source: Source,
    /// What a person corrects of the restoration, as in the file beside the text; empty for
    /// nothing.
    pub patch: String,
    /// What is said of the document besides; nothing of those of a folder.
    pub given: Given,
    /// The restored page.
    pub page: Page,
}

/// What a person, or the file that a document came in, says of it. What is not empty goes before what
/// the page itself says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// `2021`, `2021-03` or `2021-03-05`; anything else is as if nothing were said.
    pub date: String,
    /// The collections that it is in.
    pub collections: Vec<String>,
}

/// A document's text as it was found; `source.rs` makes and reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Source {
    /// All of it.
    Whole(String),
    /// What stands before each run of the page's blocks, in the order of the source, and after the
    /// last, each ended by a zero.
    Between(String),
}

impl Default for Source {
    fn default() -> Source {
        Source::Whole(String::new())
    }
}

/// A page as a person would read it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The main headline; where the page has none, its first words.
    pub title: String,
    /// The pieces of the page, in the order of the source.
    pub blocks: Vec<Block>,
    /// The articles of the page; every block is in exactly one.
    pub articles: Vec<Article>,
    /// All blocks (by index) in the order in which a person reads them.
    pub reading_order: Vec<u32>,
    /// When it was published, if the page proves it.
    pub date: Option<Date>,
    /// What is in the source and not in the blocks, besides line ends.
    pub removed: Vec<Removal>,
    /// How many line ends were taken out of blocks.
    pub joined: u32,
}

impl Given {
    /// Has a page say what is given.
    pub fn put_on(&self, page: &mut Page) {
        if !self.title.is_empty() {
            page.title.clone_from(&self.title);
        }
        if is_date(&self.date) {
            page.date = Some(Date { value: self.date.clone(), evidence: Vec::new() });
        }
        if let Some(article) = page.articles.first_mut()
            && !self.author.is_empty()
        {
            article.byline.clone_from(&self.author);
        }
    }
}

/// Whether it is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    let digits = |text: &str, length: usize| {
        let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_: &u32| is_number)
    };
    let mut parts = text.split('-');
    let year = parts.next().is_some_and(|year| digits(year, 4).is_some());
    let month = parts.next().map(|month| digits(month, 2).unwrap_or(0));
    let day = parts.next().map(|day| digits(day, 2).unwrap_or(0));
    let days = match month {
        Some(2) => 29,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    year && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=days).contains(&day))
        && parts.next().is_none()
}

impl Page {
    /// The text of the page as it is read: every block is a line, and a blank line comes between
    /// two.
    pub fn text(&self) -> String {
        let texts = self.reading_order.iter().map(|&i| self.blocks[i as usize].text.as_str());
        texts.collect::<Vec<_>>().join("\n\n")
    }

    /// What the restoration did, counted.
    pub fn account(&self) -> Account {
        let mut account = Account { joined: self.joined, ..Account::default() };
        for removal in &self.removed {
            let chars = removal.chars.chars().count() as u32;
            match removal.reason {
                Reason::Doubled => account.doubled += 1,
                Reason::LayoutSpace => account.spaces += chars,
                Reason::LineEndHyphen => account.hyphens += chars,
                Reason::Invisible => account.invisible += chars,
            }
        }
        account
    }
}

/// What the restoration of a page did, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Line ends taken out of blocks.
    pub joined: u32,
    /// Runs that were printed twice and are kept once.
    pub doubled: u32,
    /// Characters of white space taken out.
    pub spaces: u32,
    /// Hyphens of line ends taken out.
    pub hyphens: u32,
    /// Invisible characters taken out.
    pub invisible: u32,
}

/// A character of the source.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The character of that line, from 1.
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One article of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its headline; empty if it has none.
    pub title: String,
    /// Who wrote it, as printed; empty if it does not say.
    pub byline: String,
    /// Its blocks (by index), in reading order.
    pub blocks: Vec<u32>,
}

/// A piece of a page that stands for itself: a paragraph, a headline, a caption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is on the page.
    pub role: Role,
    /// How sure the role is, in percent.
    pub sure: u8,
    /// Its text, one line.
    pub text: String,
    /// Where the text comes from, in the order of the text; the first begins at byte 0.
    pub origin: Vec<Origin>,
    /// The words of the text, in order, without gaps; empty until segmented.
    pub words: Vec<Word>,
}

impl Block {
    /// Says what it is, and how sure that is, in percent.
    pub fn set(&mut self, role: Role, sure: u8) {
        self.role = role;
        self.sure = sure;
    }

    /// Its text without the mark that Markdown sets before a heading.
    pub fn unmarked(&self) -> &str {
        self.text.trim_start_matches('#').trim_start()
    }

    /// The source character that the block begins with; 0:0 if it does not know.
    pub fn place(&self) -> Place {
        let first = self.origin.first();
        first.map_or(Place::default(), |&Origin { line, column, .. }| Place { line, column })
    }

    /// The source lines (from 1) that the block is made of, in order, each once.
    pub fn lines(&self) -> Vec<u32> {
        let mut lines: Vec<u32> = self.origin.iter().map(|origin| origin.line).collect();
        lines.dedup();
        lines
    }

    /// The source lines (from 1) that a piece of the text comes from, in order, each once.
    pub fn lines_of(&self, span: Span) -> Vec<u32> {
        let first = self.origin.partition_point(|origin| origin.at <= span.start);
        let past = self.origin.partition_point(|origin| origin.at < span.end);
        let pieces = &self.origin[first.saturating_sub(1)..past.max(first)];
        let mut lines: Vec<u32> = pieces.iter().map(|origin| origin.line).collect();
        lines.dedup();
        lines
    }
}

/// A run of a block's text that stands in the source just so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The byte of the block's text where the run begins.
    pub at: u32,
    /// The line of the source, from 1.
    pub line: u32,
    /// The character of that line where the run begins, from 1.
    pub column: u32,
    /// How sure it is, in percent, that the text goes on here from the line before; of a block's
    /// first run, that a block begins here. 100 inside a line.
    pub sure: u8,
}

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The title of an article (主题).
    Headline,
    /// A line above or below the headline that leads to it or adds to it (引题, 副题).
    Kicker,
    /// The heading of a section.
    Subhead,
    /// A paragraph of running text.
    Body,
    /// Who wrote the article.
    Byline,
    /// What a picture shows.
    Caption,
    /// Who made a picture.
    Credit,
    /// A box beside the article: figures, links.
    Sidebar,
    /// A sentence taken out of the text and set large.
    Pullquote,
    /// A mark of the page or section: 专访, 链接.
    Label,
}

impl Role {
    /// All roles, the most frequent first.
    pub const ALL: [Role; 10] = [
        Role::Body,
        Role::Headline,
        Role::Kicker,
        Role::Subhead,
        Role::Byline,
        Role::Caption,
        Role::Credit,
        Role::Sidebar,
        Role::Pullquote,
        Role::Label,
    ];

    /// The role's name as the command line prints it.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Kicker => "kicker",
            Role::Subhead => "subhead",
            Role::Body => "body",
            Role::Byline => "byline",
            Role::Caption => "caption",
            Role::Credit => "credit",
            Role::Sidebar => "sidebar",
            Role::Pullquote => "pullquote",
            Role::Label => "label",
        }
    }
}

/// A word: where the segmentation ends it, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// How many bytes it is long; what is longer is kept in pieces.
    pub length: u8,
    /// Its part of speech, a place in [`TAGS`](super::segment::TAGS); 0 where unknown.
    pub tag: u8,
}

/// A date of publication that the page proves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// `2021`, `2021-03` or `2021-03-05`.
    pub value: String,
    /// The sentences that prove it.
    pub evidence: Vec<String>,
}

/// Something of the source that is not in the blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// The line of the source, from 1.
    pub line: u32,
    /// The character of that line where the taken ones begin, from 1.
    pub column: u32,
    /// The characters taken out.
    pub chars: String,
    /// Why.
    pub reason: Reason,
}

/// Why something of the source is not in the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A space that only the layout made.
    LayoutSpace,
    /// The second printing of a shadowed text.
    Doubled,
    /// The hyphen where a Latin word was cut by the line end.
    LineEndHyphen,
    /// A character that does not show: a byte order mark, a soft hyphen.
    Invisible,
}

impl Reason {
    /// The reason's name as the command line prints it.
    pub fn name(self) -> &'static str {
        match self {
            Reason::LayoutSpace => "layout space",
            Reason::Doubled => "doubled",
            Reason::LineEndHyphen => "line-end hyphen",
            Reason::Invisible => "invisible",
        }
    }
}
