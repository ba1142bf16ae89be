//! Tests of the engine, natively: no browser, no worker.

mod anchor;
mod clean;
mod completions;
mod concordance;
mod fold;
mod highlight;
mod holdings;
mod new_words;
mod lexicon;
mod operators;
mod original;
mod pack;
mod prose;
mod patch;
mod pronunciation;
mod query;
mod quotation;
mod restore;
mod revise;
mod search;
mod segment;
mod source;
mod study;
mod suggest;
mod titles;
mod truth;

use std::sync::OnceLock;

use jianyue::embedded;
use jianyue::engine::{Engine, Fold, pack as packing};

/// What folds; made once, since reading the tables takes long without optimisation.
fn fold() -> Fold {
    static FOLD: OnceLock<Fold> = OnceLock::new();
    FOLD.get_or_init(|| Fold::new(embedded::FOLD)).clone()
}

/// The five seeds whose truth is known, as the browser has them. `seeds/` may hold others.
fn seeds() -> &'static Engine {
    static SEEDS: OnceLock<Engine> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let all = packing::read(embedded::LIBRARY).expect("the build wrote the library");
        let mut corpus = all.corpus().clone();
        let known = truth::files();
        corpus.docs.retain(|doc| known.contains(&doc.id));
        Engine::new(corpus, fold())
    })
}
