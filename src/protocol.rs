//! All that crosses the border between the page and its worker, and the answers themselves.
//! Types are plain: the codec between the two does not describe itself.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::engine::{
    Account, Block, Doc, DocId, Engine, Folds, Hit, Line, Misfit, Order, Place, Query, Role, Run,
    Search, Sort, SourceLine, Span, Suggestion, around, original, runs, sample,
};
use crate::export;

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
    /// The list of hits in their contexts as a file: the lines of these places in the list (from
    /// 0), or all of them where none are given.
    Export(Sought, Form, Vec<u32>),
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
    /// The articles, in their order.
    Contents(Vec<Entry>),
    /// Where the query occurs.
    Found(Found),
    /// The list of hits as a file.
    Exported(String),
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
    /// How the query was understood; empty where it is plain.
    pub understood: String,
    /// Whether the whole corpus was searched; until then the counts are of what was.
    pub is_done: bool,
    /// How many hits there are in all.
    pub total: u32,
    /// How many documents were found.
    pub articles: u32,
    /// The first of them, in the order that was asked for.
    pub docs: Vec<FoundIn>,
    /// What else could have been meant: by how it is read if it is Latin letters; if nothing was
    /// found, what differs by one character.
    pub suggestions: Vec<Suggestion>,
    /// Words that the last word of the query could become.
    pub completions: Vec<Suggestion>,
    /// For each year (empty where it is not known) how many documents were found, the newest first.
    pub years: Vec<(String, u32)>,
    /// For each kind of block how many hits stand in it, the most first.
    pub roles: Vec<(Role, u32)>,
    /// How many lines the list of hits has; 0 where none was asked for.
    pub listed: u32,
    /// The first of these lines.
    pub lines: Vec<Context>,
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
        Request::Export(sought, form, chosen) => {
            let query = query(engine, &sought.wanted);
            Response::Exported(exported(engine, sought, *form, chosen, &engine.search(&query)))
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

/// So many suggestions are made at most.
const SUGGESTED: usize = 8;

/// How a query was understood; empty where it is plain text that nobody could mean otherwise.
fn understood(query: &Query, typed: &str) -> String {
    let understood = query.understood();
    let is_plain = !typed.contains(['"', '|', '(', ')', '*', '?', '/', '~', ':', '-']);
    if is_plain && understood == format!("“{}”", typed.trim()) {
        String::new()
    } else {
        understood
    }
}

/// What a search has found so far.
pub fn found(engine: &Engine, sought: &Sought, query: &Query, search: &Search) -> Found {
    let mut matches = engine.ranked(search);
    sought.sort.sort(engine.corpus(), &mut matches);
    let docs = matches.iter().take(sought.shown as usize).map(|found| {
        let doc = &engine.corpus().docs[found.doc];
        let hits = engine.hits(search, found.doc);
        FoundIn {
            id: doc.id.clone(),
            title: doc.page.title.clone(),
            date: date(doc),
            count: found.count,
            strip: strip(doc, &hits),
            snippets: snippets(doc, &hits),
        }
    });
    let mut years: BTreeMap<Reverse<String>, u32> = BTreeMap::new();
    for found in &matches {
        let date = date(&engine.corpus().docs[found.doc]);
        *years.entry(Reverse(date.chars().take(4).collect())).or_default() += 1;
    }
    let (mut listed, mut lines) = (0, Vec::new());
    if let Some(Lines { shown, .. }) = sought.lines {
        let list = List::new(engine, sought, search);
        listed = list.sorted.len() as u32;
        lines = (0..listed.min(shown)).filter_map(|at| list.line(at)).map(|line| line.0).collect();
    }
    let total = matches.iter().map(|found| found.count).sum();
    let (typed, is_done) = (&sought.wanted.query, engine.is_done(search));
    let is_latin = !typed.contains(|c: char| !c.is_ascii_alphabetic() && c != ' ' && c != '\'');
    let asks = is_done && (is_latin || total == 0 && matches.is_empty());
    let suggestions = if asks { engine.suggest(typed, SUGGESTED) } else { Vec::new() };
    let last = typed.rsplit(char::is_whitespace).next().unwrap_or_default();
    Found {
        understood: understood(query, &sought.wanted.query),
        is_done,
        total,
        articles: matches.len() as u32,
        docs: docs.collect(),
        suggestions,
        completions: engine.complete(last, SUGGESTED),
        years: years.into_iter().map(|(year, count)| (year.0, count)).collect(),
        roles: search.roles(),
        listed,
        lines,
    }
}

/// The hits of a search in the order in which they are listed.
struct List<'a> {
    engine: &'a Engine,
    width: usize,
    /// The hits in the order of the corpus.
    hits: Vec<(DocId, Hit)>,
    /// For each its number in its document, from 1.
    numbers: Vec<u32>,
    /// Which of them are listed (by place in `hits`), in their order.
    sorted: Vec<u32>,
}

impl<'a> List<'a> {
    fn new(engine: &'a Engine, sought: &Sought, search: &Search) -> List<'a> {
        let lines =
            sought.lines.unwrap_or(Lines { order: Order::Place, width: 24, most: 0, shown: 0 });
        let (mut hits, mut numbers) = (Vec::new(), Vec::new());
        for doc in search.docs() {
            let found = engine.hits(search, doc);
            numbers.extend(1..=found.len() as u32);
            hits.extend(found.into_iter().map(|hit| (doc, hit)));
        }
        if lines.most > 0 {
            hits = sample(&hits, lines.most as usize);
            numbers = sample(&numbers, lines.most as usize);
        }
        let sorted = lines.order.sorted(engine.corpus(), &hits);
        List { engine, width: lines.width as usize, hits, numbers, sorted }
    }

    /// The line at a place of the list, from 0; `None` past its end.
    fn line(&self, at: u32) -> Option<(Context, Line)> {
        let at = *self.sorted.get(at as usize)? as usize;
        let (id, hit) = self.hits[at];
        let doc = &self.engine.corpus().docs[id];
        let line = Line::new(self.engine.corpus(), id, hit, self.width);
        let context = Context {
            id: doc.id.clone(),
            title: doc.page.title.clone(),
            date: date(doc),
            hit: self.numbers[at],
            line: line.line,
            before: line.before.clone(),
            text: line.hit.clone(),
            after: line.after.clone(),
            is_cut_before: line.cut_before,
            is_cut_after: line.cut_after,
        };
        Some((context, line))
    }
}

/// The list of hits as a file; `chosen` are places in the list, none for all.
fn exported(
    engine: &Engine,
    sought: &Sought,
    form: Form,
    chosen: &[u32],
    search: &Search,
) -> String {
    let list = List::new(engine, sought, search);
    let all: Vec<u32> = (0..list.sorted.len() as u32).collect();
    let places = if chosen.is_empty() { &all } else { chosen };
    let lines = places.iter().filter_map(|&at| list.line(at)).map(|line| line.1);
    let lines: Vec<Line> = lines.collect();
    match form {
        Form::Csv => export::csv(engine.corpus(), &lines),
        Form::Tsv => export::tsv(engine.corpus(), &lines),
        Form::Markdown => export::markdown(engine.corpus(), &lines),
    }
}

/// The strip of a document has so many places.
const TICKS: u64 = 100;

/// Where in a document its hits lie.
fn strip(doc: &Doc, hits: &[Hit]) -> Vec<Tick> {
    let mut starts = vec![0; doc.page.blocks.len()];
    let mut length = 0;
    for &i in &doc.page.reading_order {
        starts[i as usize] = length;
        length += doc.page.blocks[i as usize].text.len() as u64;
    }
    let place = |hit: &Hit| {
        let before = starts[hit.block as usize] + u64::from(hit.span.start);
        (before * TICKS / length.max(1) * (1000 / TICKS)) as u16
    };
    let mut ticks: Vec<Tick> = Vec::new();
    for (hit, number) in hits.iter().zip(1..) {
        let at = place(hit);
        if ticks.last().is_none_or(|last| last.at != at) {
            ticks.push(Tick { at, hit: number });
        }
    }
    ticks
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
