//! A search before the page's program is there, on a first visit. The worker `early` weighs little more than a quarter
//! of the program and the engine: it has of the texts only what is searched, and answers what is typed with the left pane as HTML, made
//! by the program's own components. So nothing moves when that takes over (`src/ui/hooks/first.rs`).
//! `xtask/src/seal/start.js` starts it, asks it and shows what it answers.

use std::rc::Rc;

use yew::LocalServerRenderer;

use crate::engine::Engine;
use crate::protocol::{Sought, Wanted, found_by_article, query};
use crate::state::SHOWN;
use crate::ui::components::{EarlyList, EarlyListProps};

/// The signs of expressions, which only the program has.
const EXPRESSIONS: [char; 3] = ['/', '*', '?'];

/// The left pane with what is found for what was typed; `None` where only the program can say it.
pub async fn found(engine: &Engine, typed: &str) -> Option<String> {
    if typed.trim().is_empty() || typed.contains(EXPRESSIONS) {
        return None;
    }
    let sought = Sought { wanted: Wanted::from(typed), shown: SHOWN, ..Sought::default() };
    let query = query(engine, &sought.wanted);
    let found = Rc::new(found_by_article(engine, &sought, &query, &engine.search(&query)));
    let renderer = LocalServerRenderer::<EarlyList>::with_props(EarlyListProps { sought, found });
    Some(renderer.hydratable(false).render().await)
}
