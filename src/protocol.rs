//! All that crosses the border between the page and its worker, and the answers themselves.
//! Types are plain: the codec between the two does not describe itself.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::engine::{
    Account, Block, Doc, DocId, Engine, Folds, Hit, Misfit, Place, Query, Role, Run, Search, Sort,
    SourceLine, Span, around, original, runs,
};

/// How many characters a snippet shows on each side of its hit.
const CONTEXT: usize = 28;

/// How many snippets an article shows at most; its count is of all hits all the same.
pub const SNIPPETS: usize = 30;

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
    /// Which articles there are.
    Contents,
    /// Where a query occurs.
    Search(Sought),
    /// A document to read, with the hits of a query (which may be empty) marked.
    Read(String, Wanted),
    /// The source of a document, line by line beside its blocks.
    Original(String),
    /// From now on a document is corrected by this patch and no other; `None`: by the one of the
    /// file beside its text.
    Revise(String, Option<String>),
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// What was typed.
    pub query: String,
    /// Whether it is meant exactly as typed.
    pub is_exact: bool,
}

impl From<&str> for Wanted {
    fn from(query: &str) -> Wanted {
        Wanted { query: query.to_owned(), is_exact: false }
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
    /// The articles, in their order.
    Contents(Vec<Entry>),
    /// Where the query occurs.
    Found(Found),
    /// The document; `None` if there is none of that id.
    Page(Option<Sheet>),
    /// The source beside the document; `None` if there is none of that id.
    Original(Option<Original>),
    /// The document is corrected.
    Revised {
        /// The lines of the patch that were not followed.
        misfits: Vec<Misfit>,
    },
    /// The engine cannot work; why, and the way out.
    Failed(String),
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
}

/// Where a query occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// How the query was understood.
    pub understood: String,
    /// Whether the whole corpus was searched; until then the counts are of what was.
    pub is_done: bool,
    /// How many hits there are in all.
    pub total: u32,
    /// How many documents were found.
    pub articles: u32,
    /// The first of them, in the order that was asked for.
    pub docs: Vec<FoundIn>,
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
    /// The first hits, in reading order, those close together in one snippet; at most
    /// [`SNIPPETS`].
    pub snippets: Vec<Snippet>,
}

/// A passage with a hit, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The number (from 1, in the article) of its first hit.
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

/// Answers a request. Total: what is not there is answered as such.
pub fn answer(engine: &mut Engine, request: &Request) -> Response {
    match request {
        Request::Contents => Response::Contents(engine.corpus().docs.iter().map(entry).collect()),
        Request::Search(sought) => {
            let query = query(engine, &sought.wanted);
            Response::Found(found(engine, sought, &query, &engine.search(&query)))
        }
        Request::Read(id, wanted) => Response::Page(engine.doc(id).map(|doc| {
            let query = query(engine, wanted);
            sheet(engine, doc, &engine.hits(&engine.begin(&query), doc))
        })),
        Request::Original(id) => Response::Original(
            engine.doc(id).map(|doc| Original { blocks: original(&engine.corpus().docs[doc]) }),
        ),
        Request::Revise(id, patch) => {
            let misfits = engine.revise(id, patch.as_deref()).unwrap_or_default().to_vec();
            Response::Revised { misfits }
        }
    }
}

fn entry(doc: &Doc) -> Entry {
    let mut order = doc.page.reading_order.iter().map(|&i| &doc.page.blocks[i as usize]);
    let opening = order.find(|block| block.role == Role::Body).map_or("", |block| &block.text);
    Entry {
        id: doc.id.clone(),
        title: doc.page.title.clone(),
        date: date(doc),
        length: length(doc),
        opening: opening.chars().take(60).collect(),
    }
}

/// What is looked for, as a query.
pub fn query(engine: &Engine, wanted: &Wanted) -> Query {
    engine.query(&wanted.query, if wanted.is_exact { Folds::NONE } else { Folds::ALL })
}

/// What a search has found so far.
pub fn found(engine: &Engine, sought: &Sought, query: &Query, search: &Search) -> Found {
    let mut matches = engine.ranked(search);
    sought.sort.sort(engine.corpus(), &mut matches);
    let docs = matches.iter().take(sought.shown as usize).map(|found| {
        let doc = &engine.corpus().docs[found.doc];
        FoundIn {
            id: doc.id.clone(),
            title: doc.page.title.clone(),
            date: date(doc),
            count: found.count,
            snippets: snippets(doc, &engine.hits(search, found.doc)),
        }
    });
    Found {
        understood: query.understood(),
        is_done: engine.is_done(search),
        total: matches.iter().map(|found| found.count).sum(),
        articles: matches.len() as u32,
        docs: docs.collect(),
    }
}

/// Passages with the hits, in their order; a hit that an earlier passage shows has none of its
/// own.
fn snippets(doc: &Doc, hits: &[Hit]) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    let mut first = 0;
    while first < hits.len() {
        let (block, spans) = in_block(doc, &hits[first..]);
        let mut next = 0;
        while next < spans.len() && snippets.len() < SNIPPETS {
            let window = around(&block.text, spans[next], CONTEXT);
            let lines = block.lines_of(spans[next]);
            snippets.push(Snippet {
                hit: (first + next) as u32 + 1,
                line: lines.first().copied().unwrap_or(0),
                role: block.role,
                is_cut_before: window.start > 0,
                is_cut_after: (window.end as usize) < block.text.len(),
                runs: runs(&block.text, window, &spans, first as u32 + 1),
            });
            next = spans.partition_point(|span| span.end <= window.end).max(next + 1);
        }
        first += spans.len();
    }
    snippets
}

fn sheet(engine: &Engine, id: DocId, hits: &[Hit]) -> Sheet {
    let doc = &engine.corpus().docs[id];
    let mut next = 0;
    let mut blocks = Vec::new();
    let mut first: BTreeSet<u32> =
        doc.page.articles.iter().filter_map(|article| article.blocks.first().copied()).collect();
    if let Some(top) = doc.page.reading_order.first() {
        first.remove(top);
    }
    for &i in &doc.page.reading_order {
        let block = &doc.page.blocks[i as usize];
        let spans = match hits.get(next) {
            Some(hit) if hit.block == i => in_block(doc, &hits[next..]).1,
            _ => Vec::new(),
        };
        let whole = Span { start: 0, end: block.text.len() as u32 };
        let runs = runs(&block.text, whole, &spans, next as u32 + 1);
        let place = block.place();
        let opens = first.contains(&i);
        blocks.push(Passage { role: block.role, sure: block.sure, place, opens, runs });
        next += spans.len();
    }
    Sheet {
        id: doc.id.clone(),
        title: doc.page.title.clone(),
        date: date(doc),
        length: length(doc),
        hits: hits.len() as u32,
        account: doc.page.account(),
        patch: doc.patch.clone(),
        misfits: engine.misfits(id).to_vec(),
        blocks,
    }
}

/// The block of the first hit, and where it and those that follow lie in that block.
fn in_block<'a>(doc: &'a Doc, hits: &[Hit]) -> (&'a Block, Vec<Span>) {
    let block = hits[0].block;
    let spans = hits.iter().take_while(|hit| hit.block == block).map(|hit| hit.span).collect();
    (&doc.page.blocks[block as usize], spans)
}

fn date(doc: &Doc) -> String {
    doc.page.date.as_ref().map(|date| date.value.clone()).unwrap_or_default()
}

fn length(doc: &Doc) -> u32 {
    let texts = doc.page.blocks.iter().map(|block| &block.text);
    texts.map(|text| text.chars().filter(|c| !c.is_whitespace()).count() as u32).sum()
}
