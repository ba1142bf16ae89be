//! All that crosses the border between the page and its worker; how it is answered, stands in
//! `answers.rs`. Types are plain: the codec between the two does not describe itself.

mod answers;
mod bytes;
mod failure;
mod holdings;
mod list;
mod passages;
mod tally;
mod take_out;

pub use answers::{answer, found, found_by_article, hints, query};
pub use failure::Failure;
pub use holdings::{
    Batch, Cause, Done, Format, Given, GivenFile, Holding, Job, Key, Reading, Refused, Taken,
    Trouble, What,
};
pub use take_out::{BROWSER, Brought, Exported, KEPT, Merged, OnePage};
pub use tally::{Table, TableRow, Tallied, Tally};

use serde::{Deserialize, Serialize};

use crate::engine::{Account, Card, Misfit, Node, Role, Run, SourceLine, Speech, Suggestion};
pub use crate::engine::{
    Anchor, BadLine, BadWord, Folds, Keyword, Lexicon, Order, Piece, Place, Quotation, Ruby, Sense,
    Sort, Spot, Trace, Word,
};
pub use crate::export::Columns;

/// How many passages of an article are shown at first; its count is of all hits all the same.
pub const SNIPPETS: usize = 3;

/// So many articles of the list are told at once.
pub const ENTRIES: usize = 1_000;

/// A question to the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number; the answer bears the same.
    pub number: u32,
    /// What is asked.
    pub request: Request,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// From now on the library is the pack at this address (whole, with its scheme), and no longer
    /// the one of the build. Not answered; questions wait until it is there.
    Open(String),
    /// The lists that say how words are read aloud are at these addresses, that of characters first.
    /// Nothing is answered.
    Lists(Vec<String>),
    /// Which articles there are from this one on (from 0), of [`ENTRIES`] at most.
    Contents(u32),
    /// Where a query occurs.
    Search(Sought),
    /// What could be looked for instead of a query, and what its hits are.
    Hints(Wanted),
    /// The ids of all documents in which a query occurs.
    FoundIds(Wanted),
    /// So many passages of a document with the hits of a query.
    Passages(String, Wanted, u32),
    /// The list of hits in their contexts as a file: the lines of these places in the list (from
    /// 0), or all of them where none are given; with these names of its columns.
    Export(Sought, Form, Vec<u32>, Columns),
    /// A document to read, with the hits of a query (which may be empty) marked.
    Read(String, Wanted),
    /// The words that a document is about.
    Keywords(String),
    /// The words of a document.
    Words(String),
    /// How is the document of this id read aloud?
    Ruby(String),
    /// What is known of a word, and how often this document has it.
    Card(String, String),
    /// What a citation says of the passage of a document between two places.
    Quote(String, Spot, Spot),
    /// Words that the dictionary lacks: of all of them so many, from this place (from 0) on.
    NewWords(u32, u32),
    /// Where what is printed from one character of the source to another is read.
    Locate(String, Place, Place),
    /// By what the passage of a document between two places is found again.
    Anchor(String, Spot, Spot),
    /// Where passages of a document are read now.
    Trace(String, Vec<Anchor>),
    /// How often each of some terms occurs in each document.
    Tally(Tallied),
    /// Where in a document each of these queries has its hits.
    Places(String, Vec<String>),
    /// The source of a document, line by line beside its blocks.
    Original(String),
    /// From now on a document is corrected by this patch and no other; `None`: by the one of the
    /// file beside its text.
    Revise(String, Option<String>),
    /// From now on this is said of words, as a user dictionary, besides what the library says, and
    /// nothing else.
    Lexicon(String),
    /// The next documents of the reader's own that are kept and not yet in the library.
    Shelve,
    /// Documents of the reader's own are others now, or are kept no more.
    Reshelve(Vec<Key>),
    /// What has yet to be cut into words.
    Uncut,
    /// Words of what had to be cut; when there had been so many changes.
    Cut(u32, Vec<Vec<Word>>),
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// What was typed.
    pub query: String,
    /// What makes no difference.
    pub folds: Folds,
}

impl From<&str> for Wanted {
    fn from(query: &str) -> Wanted {
        Wanted { query: query.to_owned(), folds: Folds::ALL }
    }
}

/// What is looked for, and what of the results is to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sought {
    /// What is looked for.
    pub wanted: Wanted,
    /// The order of the documents.
    pub sort: Sort,
    /// How many documents are shown with their passages.
    pub shown: u32,
    /// How the hits are to be listed in their contexts; `None` where they are not.
    pub lines: Option<Lines>,
}

/// How hits are listed in their contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// Their order.
    pub order: Order,
    /// How many characters stand on each side of a hit.
    pub width: u32,
    /// To so many lines the list is thinned out; 0 for all.
    pub most: u32,
    /// How many of them are shown, from the first.
    pub shown: u32,
}

/// The forms that a list of hits can be saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Values set apart by commas.
    Csv,
    /// Values set apart by tabs.
    Tsv,
    /// A table of Markdown.
    Markdown,
}

/// An answer of the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The number of the question.
    pub number: u32,
    /// The build that the worker belongs to; see [`BUILD`](crate::embedded::BUILD).
    pub build: String,
    /// What is answered.
    pub response: Response,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// Articles, in their order; fewer than [`ENTRIES`] are the last.
    Contents(Vec<Entry>),
    /// Where the query occurs.
    Found(Found),
    /// What else could be looked for.
    Hints(Hints),
    /// The ids of the documents that are found, in the order of the library.
    FoundIds(Vec<String>),
    /// The passages of the document; none if there is none of that id.
    Passages(Vec<Snippet>),
    /// The list of hits as a file.
    Exported(String),
    /// The document; `None` if there is none of that id.
    Page(Option<Sheet>),
    /// The words that the document is about, those that say most first.
    Keywords(Vec<Keyword>),
    /// For each block, in reading order, the words of its text, without gaps.
    Words(Vec<Vec<WordHere>>),
    /// For each block, in reading order, the pieces of its text with their readings; `None` where
    /// what says how words are read cannot be had.
    Ruby(Option<Vec<Vec<Ruby>>>),
    /// What is known of the word.
    Card(Box<WordCard>),
    /// The passage; `None` where that is no text.
    Quoted(Option<Quotation>),
    /// Words that the dictionary lacks, those that were asked for.
    NewWords(Proposals),
    /// Where the passage begins and ends; `None` where it is not on the page.
    Located(Option<(Spot, Spot)>),
    /// By what the passage is found again; `None` where that is no text.
    Anchored(Option<Anchor>),
    /// Where the passages are read; `None` for one that is not on the page, or could be several.
    Traced(Vec<Option<Trace>>),
    /// How often the terms occur.
    Tallied(Table),
    /// For each query where its hits begin and end, in reading order; none if there is no document of
    /// that id.
    Places(Vec<Vec<(Spot, Spot)>>),
    /// The source beside the document; `None` if there is none of that id.
    Original(Option<Original>),
    /// The document is corrected.
    Revised {
        /// The lines of the patch that were not followed.
        misfits: Vec<Misfit>,
    },
    /// What has yet to be cut, and whether words are others than before.
    Uncut(Piece, bool),
    /// Documents of the reader's own came into the library.
    Shelved {
        /// How many.
        count: u32,
        /// Whether these were all.
        is_done: bool,
        /// Those that another version has made, and that have to be made anew.
        outdated: Vec<Key>,
    },
    /// The engine cannot work.
    Failed(Failure),
}

/// Texts for the segmenter: a worker of its own, which has the dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToCut {
    /// The number of the question; the answer bears the same.
    pub number: u32,
    /// What is to be known of words besides the dictionary, as a user dictionary.
    pub lexicon: String,
    /// The texts.
    pub texts: Vec<String>,
}

/// What the segmenter answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutUp {
    /// The number of the question.
    pub number: u32,
    /// The build that it belongs to.
    pub build: String,
    /// The words of each text; or why there are none.
    pub words: Result<Vec<Vec<Word>>, String>,
}

/// An article in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date; empty if unknown.
    pub date: String,
    /// How many characters it has, white space not counted.
    pub length: u32,
    /// Its first words.
    pub opening: String,
    /// The collections that it is in.
    pub collections: Vec<String>,
    /// The heading that it stands under in the library; empty for none.
    pub heading: String,
}

/// Where a query occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// How the query was understood; `None` where it is plain.
    pub understood: Option<Node>,
    /// Whether the whole corpus was searched; until then the counts are of what was.
    pub is_done: bool,
    /// How many hits there are in all.
    pub total: u32,
    /// How many documents were found.
    pub articles: u32,
    /// The first of them, in the order that was asked for; none where the hits are listed.
    pub docs: Vec<FoundIn>,
    /// For each year (empty where it is not known) how many documents were found, the newest first.
    pub years: Vec<(String, u32)>,
    /// For each kind of block how many hits stand in it, the most first.
    pub roles: Vec<(Role, u32)>,
    /// How many lines the list of hits has; 0 where none was asked for.
    pub listed: u32,
    /// The first of these lines.
    pub lines: Vec<Context>,
}

/// What helps to look further. It is asked for when the results are there, so that they do not wait.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hints {
    /// What else could have been meant: by how it is read if it is Latin letters; if nothing was
    /// found, what differs by one character.
    pub suggestions: Vec<Suggestion>,
    /// Words that the last word of the query could become.
    pub completions: Vec<Suggestion>,
    /// Articles whose titles contain what was typed: their ids and titles.
    pub titles: Vec<(String, String)>,
    /// The hits by the part of speech of the word that they are; `None` where the query is not of one
    /// term, or has too many hits to look at each again.
    pub speech: Option<Speech>,
}

/// A hit in its context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date; empty if unknown.
    pub date: String,
    /// The number of the hit (from 1, in the document).
    pub hit: u32,
    /// The line of the source (from 1) where the hit begins.
    pub line: u32,
    /// What stands before the hit, cut at its beginning or not.
    pub before: String,
    /// The hit.
    pub text: String,
    /// What stands after it.
    pub after: String,
    /// Whether text of its block goes before that.
    pub is_cut_before: bool,
    /// Whether text of its block follows.
    pub is_cut_after: bool,
}

/// A place on the strip that shows where in a document its hits lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// How much of the document is read before it, in thousandths.
    pub at: u16,
    /// The first hit there (from 1, in the document).
    pub hit: u32,
}

/// Where a query occurs in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundIn {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date; empty if unknown.
    pub date: String,
    /// How many hits it has.
    pub count: u32,
    /// Where in the document its hits lie, in reading order; one tick where several fall together.
    pub strip: Vec<Tick>,
    /// The passages with the most hits, in reading order, at most [`SNIPPETS`]; more when they were
    /// asked for.
    pub snippets: Vec<Snippet>,
}

/// A passage with a hit, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The number (from 1, in the article) of the first hit that no passage before shows.
    pub hit: u32,
    /// The line of the source (from 1) where that hit begins.
    pub line: u32,
    /// Where it stands.
    pub role: Role,
    /// Whether text of its block goes before it.
    pub is_cut_before: bool,
    /// Whether text of its block follows it.
    pub is_cut_after: bool,
    /// The text, hits numbered. Its first hit may have others before it, which an earlier
    /// snippet has already shown.
    pub runs: Vec<Run>,
}

/// A word where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordHere {
    /// How many units of UTF-16 it is long.
    pub units: u8,
    /// Whether it is more than a mark or a space.
    pub is_word: bool,
}

/// What is known of a word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordCard {
    /// How it is read aloud; empty where that is not known.
    pub reading: String,
    /// As what it occurs, and between which others.
    pub word: Card,
    /// How often it occurs in the document that it was met in.
    pub here: u32,
    /// How often in all.
    pub total: u32,
    /// In how many documents.
    pub articles: u32,
    /// The first document by date that has it; `None` where no date is known.
    pub first: Option<Entry>,
    /// The last; `None` where that is the same one.
    pub last: Option<Entry>,
}

/// Some of the words that the dictionary lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposals {
    /// How many there are in all.
    pub all: u32,
    /// Those that were asked for, the surest first.
    pub words: Vec<Proposed>,
}

/// A word that the dictionary lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// The word.
    pub text: String,
    /// What part of speech it seems to be.
    pub tag: String,
    /// How sure it is one, in hundredths; see [`NewWord`](crate::engine::NewWord).
    pub score: u32,
    /// How often it occurs.
    pub count: u32,
    /// In how many documents.
    pub articles: u32,
    /// Some of its places.
    pub examples: Vec<Context>,
}

/// A document to read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date; empty if unknown.
    pub date: String,
    /// How many characters it has, white space not counted.
    pub length: u32,
    /// How many hits the query has in it.
    pub hits: u32,
    /// Where they lie, in reading order; one tick where several fall together.
    pub strip: Vec<Tick>,
    /// What the restoration did.
    pub account: Account,
    /// The patch in force.
    pub patch: String,
    /// The lines of it that were not followed.
    pub misfits: Vec<Misfit>,
    /// Its blocks, in reading order.
    pub blocks: Vec<Passage>,
}

/// A block to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is.
    pub role: Role,
    /// How sure that is, in percent.
    pub sure: u8,
    /// The character of the source that it begins with.
    pub place: Place,
    /// Whether it is the first of another article than the passage before.
    pub opens: bool,
    /// Its text, hits numbered.
    pub runs: Vec<Run>,
}

/// The source beside a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// For each block of the [`Sheet`] the lines that it is made of.
    pub blocks: Vec<Vec<SourceLine>>,
}
