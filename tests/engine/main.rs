//! Tests of the engine, natively: no browser, no worker.

mod fold;
mod highlight;
mod pack;
mod restore;
mod search;
mod segment;
mod truth;

use std::sync::OnceLock;

use jianyue::embedded;
use jianyue::engine::{Engine, Fold, pack as packing};

/// The five seeds, as the browser has them.
fn seeds() -> &'static Engine {
    static SEEDS: OnceLock<Engine> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let corpus = packing::read(embedded::LIBRARY).expect("the build wrote the library");
        Engine::new(corpus, Fold::new(embedded::FOLD))
    })
}
