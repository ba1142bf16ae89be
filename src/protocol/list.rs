//! The hits of a search listed in their contexts, on the screen and as a file.

use super::passages::date;
use super::{Context, Form, Lines, Sought};
use crate::engine::{DocId, Engine, Hit, Line, Order, Search, sample};
use crate::export::{self, Columns};

/// The hits of a search in the order in which they are listed.
pub struct List<'a> {
    engine: &'a Engine,
    width: usize,
    /// The hits in the order of the corpus.
    hits: Vec<(DocId, Hit)>,
    /// For each its number in its document, from 1.
    numbers: Vec<u32>,
    /// Which of them are listed (by place in `hits`), in their order.
    pub sorted: Vec<u32>,
}

impl<'a> List<'a> {
    /// Lists the hits of a search as it was asked for.
    pub fn new(engine: &'a Engine, sought: &Sought, search: &Search) -> List<'a> {
        let lines =
            sought.lines.unwrap_or(Lines { order: Order::Place, width: 24, most: 0, shown: 0 });
        let mut hits = engine.all_hits(search);
        let of_docs = hits.chunk_by(|a, b| a.0 == b.0);
        let mut numbers: Vec<u32> = of_docs.flat_map(|of| 1..=of.len() as u32).collect();
        if lines.most > 0 {
            hits = sample(&hits, lines.most as usize);
            numbers = sample(&numbers, lines.most as usize);
        }
        let sorted = lines.order.sorted(engine.corpus(), &hits);
        List { engine, width: lines.width as usize, hits, numbers, sorted }
    }

    /// The line at a place of the list, from 0, as the page shows it; `None` past its end.
    pub fn context(&self, at: u32) -> Option<Context> {
        let hit = *self.numbers.get(*self.sorted.get(at as usize)? as usize)?;
        Some(context(self.engine, hit, self.line(at)?))
    }

    /// The line at a place of the list, from 0; `None` past its end.
    fn line(&self, at: u32) -> Option<Line> {
        let (doc, hit) = self.hits[*self.sorted.get(at as usize)? as usize];
        Some(Line::new(self.engine.corpus(), doc, hit, self.width))
    }
}

/// A line as the page shows it; `hit` is its number in its document, from 1.
pub fn context(engine: &Engine, hit: u32, line: Line) -> Context {
    let doc = &engine.corpus().docs[line.doc];
    Context {
        id: doc.id.clone(),
        title: doc.page.title.clone(),
        date: date(doc),
        hit,
        line: line.line,
        before: line.before,
        text: line.hit,
        after: line.after,
        is_cut_before: line.cut_before,
        is_cut_after: line.cut_after,
    }
}

/// The list of hits as a file; `chosen` are places in the list, none for all; `columns`
/// names what stands in it.
pub fn exported(
    engine: &Engine,
    sought: &Sought,
    form: Form,
    chosen: &[u32],
    columns: &Columns,
    search: &Search,
) -> String {
    let list = List::new(engine, sought, search);
    let all: Vec<u32> = (0..list.sorted.len() as u32).collect();
    let places = if chosen.is_empty() { &all } else { chosen };
    let lines: Vec<Line> = places.iter().filter_map(|&at| list.line(at)).collect();
    match form {
        Form::Csv => export::csv(engine.corpus(), columns, &lines),
        Form::Tsv => export::tsv(engine.corpus(), columns, &lines),
        Form::Markdown => export::markdown(engine.corpus(), columns, &lines),
    }
}
