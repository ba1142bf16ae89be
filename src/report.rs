//! What the command line prints: for people, and as JSON for programs.

use std::fmt::Write;
use std::time::Instant;

use serde_json::{Value, json};

use crate::engine::{
    Account, Block, Doc, Engine, Line, Match, Misfit, Page, Proposal, Query, Role, Search, Sort,
    Span, named,
};
use crate::ui::wording;

/// How many characters of context a hit has on each side.
const CONTEXT: usize = 24;

/// A restored page as JSON, with the lines of its patch that were not followed.
pub fn restored_json(file: &str, page: &Page, misfits: &[Misfit]) -> String {
    let articles = page.articles.iter().map(|article| {
        json!({"title": article.title, "byline": article.byline, "blocks": article.blocks})
    });
    let blocks = page.blocks.iter().map(|block| {
        let origin = block.origin.iter().map(|origin| {
            json!({"at": origin.at, "line": origin.line, "column": origin.column,
                "sure": origin.sure})
        });
        json!({"role": block.role.name(), "sure": block.sure, "at": block.place().to_string(),
            "lines": block.lines(), "text": block.text, "origin": origin.collect::<Vec<_>>()})
    });
    let removed = page.removed.iter().map(|removal| {
        json!({"line": removal.line, "column": removal.column, "chars": removal.chars, "reason": removal.reason.name()})
    });
    let date =
        page.date.as_ref().map(|date| json!({"value": date.value, "evidence": date.evidence}));
    let misfits = misfits.iter().map(
        |misfit| json!({"line": misfit.line, "text": misfit.text, "cause": misfit.cause.name()}),
    );
    lines(json!({
        "file": file,
        "title": page.title,
        "articles": articles.collect::<Vec<_>>(),
        "blocks": blocks.collect::<Vec<_>>(),
        "reading_order": page.reading_order,
        "date": date,
        "removed": removed.collect::<Vec<_>>(),
        "misfits": misfits.collect::<Vec<_>>(),
    }))
}

/// A restored page to read in a terminal.
pub fn restored(page: &Page) -> String {
    let mut text = String::new();
    for &i in &page.reading_order {
        let block = &page.blocks[i as usize];
        let _ = match block.role {
            Role::Body => writeln!(text, "　　{}", block.text),
            Role::Headline => writeln!(text, "\n# {}\n", block.unmarked()),
            Role::Kicker => writeln!(text, "{}", block.text),
            Role::Subhead => writeln!(text, "\n## {}\n", block.unmarked()),
            role => writeln!(text, "［{}］{}", role.name(), block.text),
        };
    }
    let date = page.date.as_ref().map_or(String::new(), |date| format!("；日期 {}", date.value));
    let _ = writeln!(text, "\n—— {}{date}", account(&page.account()));
    text.trim_start_matches('\n').to_owned()
}

/// What the restoration did, in a line: the same that the reading page says of it.
pub fn account(account: &Account) -> String {
    let Account { joined, doubled, spaces, hyphens, invisible } = account;
    let mut text = format!("合并 {joined} 行，去重 {doubled} 处，移除空格 {spaces} 个");
    for (count, what) in [(hyphens, "去连字符"), (invisible, "去不可见字符")] {
        if *count > 0 {
            let _ = write!(text, "，{what} {count} 个");
        }
    }
    text
}

/// What of the results is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// The order of the documents.
    pub sort: Sort,
    /// How many of them, at most.
    pub limit: usize,
}

/// What a query finds: the search, its documents in their order, and how many hits they have.
fn searched(engine: &Engine, query: &Query, sort: Sort) -> (Search, Vec<Match>, u64) {
    let search = engine.search(query);
    let matches = engine.ranked(&search, sort);
    let total = matches.iter().map(|found| u64::from(found.count)).sum();
    (search, matches, total)
}

/// How many hits a query has in each document, and how long it took since `start`, in milliseconds,
/// as a line of JSON.
pub fn counted_json(
    engine: &Engine,
    typed: &str,
    query: &Query,
    shown: Shown,
    start: Instant,
) -> String {
    let (_, matches, total) = searched(engine, query, shown.sort);
    let taken = start.elapsed().as_secs_f64() * 1e3;
    let count =
        |found: &Match| json!({"id": engine.corpus().docs[found.doc].id, "count": found.count});
    let documents: Vec<Value> = matches.iter().take(shown.limit).map(count).collect();
    let line = json!({"query": typed, "understood": understood(query), "total": total,
        "articles": matches.len(), "documents": documents, "ms": taken});
    format!("{line}\n")
}

/// Hits in their contexts, as JSON.
pub fn lines_json(engine: &Engine, list: &[Line]) -> String {
    let line = |line: &Line| {
        let doc = &engine.corpus().docs[line.doc];
        let date = doc.page.date.as_ref().map(|date| &date.value);
        json!({"id": doc.id, "title": doc.page.title, "date": date, "line": line.line,
            "before": line.before, "text": line.hit, "after": line.after})
    };
    lines(json!(list.iter().map(line).collect::<Vec<_>>()))
}

/// Hits in their contexts, one below the other, to read in a terminal.
pub fn in_lines(lines: &[Line]) -> String {
    // A Chinese character is as wide as two others.
    let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let most = lines.iter().map(|line| width(&line.before)).max().unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        let space = " ".repeat(most - width(&line.before));
        let _ = writeln!(text, "{space}{}【{}】{}", line.before, line.hit, line.after);
    }
    text
}

/// Words that the dictionary lacks, as JSON.
pub fn proposed_json(engine: &Engine, proposals: &[Proposal]) -> String {
    let proposed = |proposal: &Proposal| {
        let Proposal { word, count, articles, examples } = proposal;
        let example = |(_, line): &(u32, Line)| {
            let id = &engine.corpus().docs[line.doc].id;
            json!({"id": id, "line": line.line, "before": line.before, "text": line.hit,
                "after": line.after})
        };
        json!({"text": word.text, "pos": word.tag, "score": f64::from(word.score) / 100.0,
            "count": count, "articles": articles,
            "examples": examples.iter().map(example).collect::<Vec<_>>()})
    };
    lines(json!(proposals.iter().map(proposed).collect::<Vec<_>>()))
}

/// Words that the dictionary lacks, each with its numbers and an example, to read in a terminal.
pub fn proposed(proposals: &[Proposal]) -> String {
    let mut text = String::new();
    for Proposal { word, count, articles, examples } in proposals {
        let (name, tag, score) = (&word.text, &word.tag, f64::from(word.score) / 100.0);
        let _ = write!(text, "{score:.2}　{name}/{tag}　{articles} 篇，{count} 处");
        if let Some((_, line)) = examples.first() {
            let _ = write!(text, "　{}【{}】{}", line.before, line.hit, line.after);
        }
        text.push('\n');
    }
    text
}

/// What a query finds, as JSON.
pub fn found_json(engine: &Engine, query: &Query, shown: Shown) -> String {
    let (search, matches, total) = searched(engine, query, shown.sort);
    let documents = matches.iter().take(shown.limit).map(|found| {
        let doc = &engine.corpus().docs[found.doc];
        let hits = engine.hits(&search, found.doc).into_iter().map(|hit| {
            let block = &doc.page.blocks[hit.block as usize];
            let (before, text, after) = context(block, hit.span);
            json!({"block": hit.block, "lines": block.lines_of(hit.span),
                "before": before, "text": text, "after": after})
        });
        json!({"id": doc.id, "title": doc.page.title, "count": found.count,
            "score": found.score, "hits": hits.collect::<Vec<_>>()})
    });
    lines(json!({"understood": understood(query), "total": total, "articles": matches.len(),
        "documents": documents.collect::<Vec<_>>()}))
}

/// What a query finds, to read in a terminal.
pub fn found(engine: &Engine, query: &Query, shown: Shown) -> String {
    let (search, matches, total) = searched(engine, query, shown.sort);
    let mut text = format!("{}：{} 篇，{total} 处\n", understood(query), matches.len());
    for found in matches.iter().take(shown.limit) {
        let doc = &engine.corpus().docs[found.doc];
        let _ = writeln!(text, "\n{}　{} 处　[{}]", doc.page.title, found.count, doc.id);
        for hit in engine.hits(&search, found.doc) {
            let block = &doc.page.blocks[hit.block as usize];
            let (before, hit_text, after) = context(block, hit.span);
            let line = block.lines_of(hit.span).first().copied().unwrap_or(0);
            let _ = writeln!(text, "{line:>6}　{before}【{hit_text}】{after}");
        }
    }
    text
}

/// The words of a text, as JSON.
pub fn segmented_json(file: &str, doc: &Doc) -> String {
    let blocks = doc.page.blocks.iter().map(|block| {
        let words = named(&block.text, &block.words).map(|(word, tag)| match tag {
            "" => json!({"text": word, "pos": Value::Null}),
            tag => json!({"text": word, "pos": tag}),
        });
        json!({"role": block.role.name(), "words": words.collect::<Vec<_>>()})
    });
    lines(json!({"file": file, "blocks": blocks.collect::<Vec<_>>()}))
}

/// The words of a text, to read in a terminal: `软件园/n 落户/v`.
pub fn segmented(doc: &Doc) -> String {
    let mut text = String::new();
    for block in &doc.page.blocks {
        for (word, tag) in named(&block.text, &block.words) {
            let _ = if tag.is_empty() {
                write!(text, "{word} ")
            } else {
                write!(text, "{word}/{tag} ")
            };
        }
        text.push('\n');
    }
    text
}

/// How a query was understood; empty for nothing.
fn understood(query: &Query) -> String {
    query.root.as_ref().map_or(String::new(), wording::understood)
}

/// A hit with what stands before and after it in its block.
fn context(block: &Block, span: Span) -> (&str, &str, &str) {
    let window = crate::engine::around(&block.text, span, CONTEXT);
    let piece = |start, end| Span { start, end }.of(&block.text);
    (piece(window.start, span.start), span.of(&block.text), piece(span.end, window.end))
}

fn lines(value: Value) -> String {
    format!("{value:#}\n")
}
