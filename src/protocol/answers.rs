//! What the engine answers: to a question the plain data that the page shows.

use std::collections::BTreeMap;

use super::list::{List, context, exported};
use super::passages::{date, length, sheet, snippets, strip};
use super::{
    ENTRIES, Entry, Failure, Found, FoundIn, Hints, Lines, Original, Proposals, Proposed, Request,
    Response, SNIPPETS, Sought, Wanted, WordCard, WordHere, tally,
};
use crate::engine::{
    Block, Doc, DocId, Engine, Folds, Lexicon, Node, Pattern, Pronunciation, Proposal, Query, Role,
    Ruby, Search, Term, anchor, is_han, named, original, quotation, spots, trace,
};

/// Answers a request. Total: what is not there is answered as such.
pub fn answer(engine: &mut Engine, request: &Request) -> Response {
    match request {
        // Where packs come from is the worker's affair.
        Request::Open(address) => {
            Response::Failed(Failure::Program(format!("{address} is not opened here")))
        }
        Request::Lists(addresses) => {
            Response::Failed(Failure::Program(format!("{addresses:?} are not kept here")))
        }
        Request::Contents(from) => {
            let entries = engine.corpus().docs.iter().zip(engine.headings());
            let entries = entries.skip(*from as usize).take(ENTRIES);
            let under =
                |(doc, heading): (&Doc, &str)| Entry { heading: heading.to_owned(), ..entry(doc) };
            Response::Contents(entries.map(under).collect())
        }
        Request::Search(sought) => {
            let query = query(engine, &sought.wanted);
            Response::Found(found(engine, sought, &query, &engine.search(&query)))
        }
        Request::Hints(wanted) => {
            let query = query(engine, wanted);
            Response::Hints(hints(engine, wanted, &engine.search(&query)))
        }
        Request::FoundIds(wanted) => {
            let search = engine.search(&query(engine, wanted));
            let mut docs: Vec<DocId> = search.found.iter().map(|found| found.doc).collect();
            docs.sort_unstable();
            let id = |doc: DocId| engine.corpus().docs[doc].id.clone();
            Response::FoundIds(docs.into_iter().map(id).collect())
        }
        Request::Passages(id, wanted, most) => {
            Response::Passages(engine.doc(id).map_or(Vec::new(), |doc| {
                let hits = engine.hits(&engine.begin(&query(engine, wanted)), doc);
                snippets(&engine.corpus().docs[doc], &hits, *most as usize)
            }))
        }
        Request::Export(sought, form, chosen, columns) => {
            let query = query(engine, &sought.wanted);
            Response::Exported(exported(
                engine,
                sought,
                *form,
                chosen,
                columns,
                &engine.search(&query),
            ))
        }
        Request::Read(id, wanted) => Response::Page(engine.doc(id).map(|doc| {
            let query = query(engine, wanted);
            sheet(engine, doc, &engine.hits(&engine.begin(&query), doc))
        })),
        Request::Keywords(id) => Response::Keywords(
            engine.doc(id).map_or(Vec::new(), |doc| engine.keywords(doc, KEYWORDS)),
        ),
        Request::Words(id) => Response::Words(
            engine.doc(id).map_or(Vec::new(), |doc| words(&engine.corpus().docs[doc])),
        ),
        Request::Ruby(id) => Response::Ruby(ruby(engine, id)),
        Request::Card(id, word) => Response::Card(Box::new(card(engine, id, word))),
        Request::NewWords(first, count) => Response::NewWords(proposals(engine, *first, *count)),
        Request::Quote(id, from, to) => Response::Quoted(
            engine.doc(id).and_then(|doc| quotation(&engine.corpus().docs[doc], *from, *to)),
        ),
        Request::Locate(id, from, to) => Response::Located(
            engine.doc(id).and_then(|doc| spots(&engine.corpus().docs[doc], *from, *to)),
        ),
        Request::Anchor(id, from, to) => Response::Anchored(
            engine.doc(id).and_then(|doc| anchor(&engine.corpus().docs[doc], *from, *to)),
        ),
        Request::Trace(id, anchors) => {
            Response::Traced(engine.doc(id).map_or(vec![None; anchors.len()], |doc| {
                trace(&engine.corpus().docs[doc], anchors)
            }))
        }
        Request::Tally(asked) => Response::Tallied(tally::table(engine, asked)),
        Request::Places(id, queries) => Response::Places(tally::places(engine, id, queries)),
        Request::Original(id) => Response::Original(
            engine.doc(id).map(|doc| Original { blocks: original(&engine.corpus().docs[doc]) }),
        ),
        Request::Revise(id, patch) => {
            let misfits = engine.revise(id, patch.as_deref()).unwrap_or_default().to_vec();
            Response::Revised { misfits }
        }
        Request::Lexicon(text) => {
            let has_changed = engine.correct_words(Lexicon::parse(text).0);
            Response::Uncut(engine.uncut(CUT_BYTES), has_changed)
        }
        // They are in the browser's storage, which only its worker has.
        Request::Shelve | Request::Reshelve(_) => {
            Response::Shelved { count: 0, is_done: true, outdated: Vec::new() }
        }
        Request::Uncut => Response::Uncut(engine.uncut(CUT_BYTES), false),
        Request::Cut(change, words) => {
            let has_changed = engine.take_words(*change, words.clone());
            Response::Uncut(engine.uncut(CUT_BYTES), has_changed)
        }
    }
}

/// So much text is cut into words at once: a tenth of a second of work.
const CUT_BYTES: usize = 400_000;

fn entry(doc: &Doc) -> Entry {
    let opening =
        blocks(doc).find(|block| block.role == Role::Body).map_or("", |block| &block.text);
    Entry {
        id: doc.id.clone(),
        title: doc.page.title.clone(),
        date: date(doc),
        length: length(doc),
        opening: opening.chars().take(60).collect(),
        collections: doc.given.collections.clone(),
        heading: String::new(),
    }
}

fn words(doc: &Doc) -> Vec<Vec<WordHere>> {
    let here = |(text, _): (&str, &str)| WordHere {
        units: text.encode_utf16().count() as u8, // no more than its bytes, and those fit
        is_word: text.chars().any(char::is_alphanumeric),
    };
    blocks(doc).map(|block| named(&block.text, &block.words).map(here).collect()).collect()
}

fn ruby(engine: &Engine, id: &str) -> Option<Vec<Vec<Ruby>>> {
    let pronunciation = engine.pronunciation()?;
    let blocks = engine.doc(id).map(|doc| blocks(&engine.corpus().docs[doc]));
    Some(blocks.into_iter().flatten().map(|block| pronunciation.ruby(block)).collect())
}

/// The blocks of a document in reading order.
fn blocks(doc: &Doc) -> impl Iterator<Item = &Block> {
    doc.page.reading_order.iter().map(|&i| &doc.page.blocks[i as usize])
}

fn card(engine: &Engine, id: &str, word: &str) -> WordCard {
    let search = engine.search(&Query::literal(word, Folds::ALL));
    let met_in = engine.doc(id);
    let counts = search.found.iter().map(|found| (found.doc, found.evidence.count));
    let here = counts.clone().find(|&(doc, _)| Some(doc) == met_in);
    let docs = counts.clone().map(|(doc, _)| &engine.corpus().docs[doc]);
    let dated: Vec<&Doc> = docs.filter(|doc| doc.page.date.is_some()).collect();
    let first = dated.iter().min_by_key(|doc| date(doc)).map(|doc| entry(doc));
    let last = dated.iter().max_by_key(|doc| date(doc)).filter(|_| dated.len() > 1);
    let read = |pronunciation: &Pronunciation| {
        let runs = word.split(|c| !is_han(c)).filter(|run| !run.is_empty());
        runs.map(|run| pronunciation.reading(run, "")).collect::<Vec<_>>().join(" ")
    };
    WordCard {
        reading: engine.pronunciation().map(read).unwrap_or_default(),
        word: engine.card(&search),
        here: here.map_or(0, |(_, count)| count),
        total: counts.clone().map(|(_, count)| count).sum(),
        articles: search.found.len() as u32,
        first,
        last: last.map(|doc| entry(doc)),
    }
}

fn proposals(engine: &Engine, first: u32, count: u32) -> Proposals {
    let range = first as usize..first.saturating_add(count) as usize;
    let proposed = |Proposal { word, count, articles, examples }: Proposal| Proposed {
        text: word.text,
        tag: word.tag,
        score: word.score,
        count,
        articles,
        examples: examples.into_iter().map(|(hit, line)| context(engine, hit, line)).collect(),
    };
    let words = engine.proposals(range).into_iter().map(proposed).collect();
    Proposals { all: engine.new_words() as u32, words }
}

/// What is looked for, as a query.
pub fn query(engine: &Engine, wanted: &Wanted) -> Query {
    engine.query(&wanted.query, wanted.folds)
}

/// So many words are told that a document is about.
const KEYWORDS: usize = 12;

/// So many suggestions are made at most.
const SUGGESTED: usize = 8;

/// So many articles are suggested by their titles at most.
const TITLED: usize = 4;

/// Of more hits than these it is not said which words they are: each is looked at again.
const LOOKED_AT: u32 = 5_000;

/// How a query was understood; `None` where it is plain text that nobody could mean otherwise.
fn understood(query: &Query, typed: &str) -> Option<Node> {
    let node = query.root.as_ref()?;
    let is_plain = match node {
        Node::Term(Term { pattern: Pattern::Text(text), is_word: false, .. }) => {
            text == typed.trim()
                && !typed.contains(['"', '|', '(', ')', '*', '?', '/', '~', ':', '-'])
        }
        _ => false,
    };
    (!is_plain).then(|| node.clone())
}

/// What a search has found so far.
pub fn found(engine: &Engine, sought: &Sought, query: &Query, search: &Search) -> Found {
    let found = found_by_article(engine, sought, query, search);
    let Some(Lines { shown, .. }) = sought.lines else { return found };
    let list = List::new(engine, sought, search);
    let listed = list.sorted.len() as u32;
    let lines = (0..listed.min(shown)).filter_map(|at| list.context(at)).collect();
    Found { listed, lines, ..found }
}

/// The same without a list of hits.
pub fn found_by_article(engine: &Engine, sought: &Sought, query: &Query, search: &Search) -> Found {
    let matches = engine.ranked(search, sought.sort);
    // The list of hits shows nothing of the articles but how many they are.
    let shown = if sought.lines.is_none() { sought.shown as usize } else { 0 };
    let docs = matches.iter().take(shown).map(|found| {
        let doc = &engine.corpus().docs[found.doc];
        let hits = engine.hits(search, found.doc);
        FoundIn {
            id: doc.id.clone(),
            title: doc.page.title.clone(),
            date: date(doc),
            count: found.count,
            strip: strip(doc, &hits),
            snippets: snippets(doc, &hits, SNIPPETS),
        }
    });
    let mut years: BTreeMap<String, u32> = BTreeMap::new();
    for found in &matches {
        let date = date(&engine.corpus().docs[found.doc]);
        *years.entry(date.chars().take(4).collect()).or_default() += 1;
    }
    let total: u32 = matches.iter().map(|found| found.count).sum();
    Found {
        understood: understood(query, &sought.wanted.query),
        is_done: engine.is_done(search),
        total,
        articles: matches.len() as u32,
        docs: docs.collect(),
        years: years.into_iter().rev().collect(),
        roles: search.roles(),
        listed: 0,
        lines: Vec::new(),
    }
}

/// What helps to look further than a search that is at its end.
pub fn hints(engine: &Engine, wanted: &Wanted, search: &Search) -> Hints {
    let typed = &wanted.query;
    let total: u32 = search.found.iter().map(|found| found.evidence.count).sum();
    let is_looked_at = search.terms() == 1 && (1..=LOOKED_AT).contains(&total);
    let is_latin = !typed.contains(|c: char| !c.is_ascii_alphabetic() && c != ' ' && c != '\'');
    let asks = is_latin || search.found.is_empty();
    let titled = |doc: DocId| {
        let doc = &engine.corpus().docs[doc];
        (doc.id.clone(), doc.page.title.clone())
    };
    let last = typed.rsplit(char::is_whitespace).next().unwrap_or_default();
    Hints {
        suggestions: if asks { engine.suggest(typed, SUGGESTED) } else { Vec::new() },
        completions: engine.complete(last, SUGGESTED),
        titles: engine.titled(typed, TITLED).into_iter().map(titled).collect(),
        speech: is_looked_at.then(|| engine.speech(search)),
    }
}
