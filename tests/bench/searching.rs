//! How fast a query is answered on 1, 10 and 100 MB: every document found, counted and ranked, with
//! all folds, beside what memchr's memmem alone takes to go through the same folded text. The
//! texts are generated (the same every time), or those of the folder that is given.

use std::path::Path;
use std::time::{Duration, Instant};

use jianyue::embedded::FOLD;
use jianyue::engine::{Corpus, Engine, Fold, Folds, Query, Segmenter, Sort, read};
use jianyue::folder;
use jianyue::protocol::{Tallied, Tally};
use memchr::memmem;

use crate::corpus::{generated, queries};

/// How large the corpora are.
pub const SIZES: [usize; 3] = [1_000_000, 10_000_000, 100_000_000];

/// How many plain queries are asked of each.
pub const QUERIES: usize = 300;

/// As the worker counts terms, so much text at a time.
const PIECE_BYTES: usize = 24_000_000;

/// Queries of the language, and what they are called.
pub const OTHERS: [(&str, &str); 7] = [
    ("two terms", "经济 社会"),
    ("or", "经济 | 社会"),
    ("not", "经济 -社会"),
    ("near", "经济 ~20 社会"),
    ("wild", "经*会"),
    ("expression", "/[0-9.]+[万亿]/"),
    ("word", "word:经济"),
];

/// Measures them all; `folder` holds other texts than those generated.
pub fn searching(folder: Option<&Path>) {
    println!("\nsearch natively: found, counted, ranked        MB   median ms   p95 ms     GB/s");
    match folder {
        Some(_) => measure(library(folder, 0)),
        None => SIZES.iter().for_each(|&bytes| measure(library(None, bytes))),
    }
}

/// The texts of a folder, or else generated ones of so many bytes, with their words.
pub fn library(folder: Option<&Path>, bytes: usize) -> Corpus {
    let words = Segmenter::embedded();
    let mut corpus = if let Some(folder) = folder {
        folder::corpus(folder, &words).expect("the folder of texts that was given can be read")
    } else {
        let texts = generated(bytes, 20_261_121);
        let doc = |(id, text): &(String, String)| read(id, id, text.as_bytes(), None);
        Corpus { docs: texts.iter().map(|text| doc(text).expect("UTF-8")).collect() }
    };
    words.segment(&mut corpus);
    corpus
}

fn measure(corpus: Corpus) {
    let fold = Fold::new(FOLD);
    let texts: Vec<(String, String)> =
        corpus.docs.iter().map(|doc| (doc.id.clone(), doc.page.text())).collect();
    let typed = queries(&texts, QUERIES, 20_261_122);
    let blocks = corpus.docs.iter().flat_map(|doc| &doc.page.blocks);
    let folded: String = blocks.map(|block| fold.text(&block.text) + "\n").collect();
    let engine = Engine::new(corpus, fold.clone());
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for typed in &typed {
        let query = Query::literal(typed, Folds::ALL);
        let start = Instant::now();
        let matches = engine.ranked(&engine.search(&query), Sort::Fit);
        ours.push(start.elapsed());
        let needle = fold.text(typed);
        let start = Instant::now();
        let count = memmem::find_iter(folded.as_bytes(), &needle).count();
        bare.push(start.elapsed());
        let found: usize = matches.iter().map(|found| found.count as usize).sum();
        // A number is found in its other spellings too.
        let is_number = typed.contains(|c: char| c.is_ascii_digit());
        assert!(found == count || is_number && found > count, "{typed}: {found}, not {count}");
    }
    line("plain, of 1 to 12 characters", folded.len(), &mut ours);
    line("  memmem alone", folded.len(), &mut bare);
    for (name, typed) in OTHERS {
        let query = engine.query(typed, Folds::ALL);
        let time = |_| {
            let start = Instant::now();
            let matches = engine.ranked(&engine.search(&query), Sort::Fit);
            assert!(matches.iter().all(|found| found.count > 0));
            start.elapsed()
        };
        line(name, folded.len(), &mut (0..9).map(time).collect::<Vec<_>>());
    }
    list(&engine, folded.len(), &typed);
}

/// A keyword list of a hundred terms, counted as the worker does: all of it, and its pieces, between
/// which other questions are heard.
fn list(engine: &Engine, bytes: usize, typed: &[String]) {
    let literal =
        |typed: &&String| Query::parse(typed, Folds::ALL) == Query::literal(typed, Folds::ALL);
    let queries: Vec<String> = typed.iter().filter(literal).take(100).cloned().collect();
    let asked = Tallied { queries, by_count: true, shown: 30 };
    let (mut all, mut pieces) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let (mut tally, start) = (Tally::default(), Instant::now());
        loop {
            let piece = Instant::now();
            let is_done = tally.go_on(engine, &asked, PIECE_BYTES);
            pieces.push(piece.elapsed());
            if is_done {
                break;
            }
        }
        let table = tally.table(engine, &asked);
        all.push(start.elapsed());
        assert!(table.totals.iter().all(|&total| total > 0));
    }
    line("a list of 100 terms, counted", bytes, &mut all);
    line("  a piece of that", bytes, &mut pieces);
}

fn line(name: &str, bytes: usize, times: &mut [Duration]) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64();
    let (size, rate) = (bytes as f64 / 1e6, bytes as f64 / at(50) / 1e9);
    println!("{name:40} {size:>8.2} {:>11.3} {:>8.3} {rate:>8.2}", at(50) * 1e3, at(95) * 1e3);
}
