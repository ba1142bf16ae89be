//! What the reader says of proposed words, kept in the browser: a record for each.

use std::rc::Rc;

use yew::prelude::*;

use super::records::{Records, kept as records, set_aside, use_records};
use crate::state::{Action, Decided, Decision, NewWord, NewWords, State};

/// What the names of accepted words begin with in the browser's storage; the word follows.
const ACCEPTED: &str = "jianyue.word.";

/// And those of refused ones.
const REFUSED: &str = "jianyue.refused.";

/// Where records go that cannot be read.
const DAMAGED: [&str; 2] = ["jianyue.word-damaged.", "jianyue.refused-damaged."];

/// What is kept. What cannot be read is set aside.
pub fn kept_words() -> NewWords {
    let (mut decided, mut damaged) = (Decided::new(), 0);
    for (kind, aside, is_accepted) in [(REFUSED, DAMAGED[1], false), (ACCEPTED, DAMAGED[0], true)] {
        for (word, record) in records(kind) {
            match Decision::read(&record, &word, is_accepted) {
                Some(decision) => _ = decided.insert(word, decision),
                None => {
                    set_aside(kind, aside, &word);
                    damaged += 1;
                }
            }
        }
    }
    NewWords::new(decided, damaged)
}

/// Keeps what is decided as it changes, and takes what another open page decides.
#[hook]
pub fn use_new_words(state: &State, act: &Callback<Action>) {
    let decided = &state.new_words.decided;
    let accepted = use_memo(decided.clone(), |decided| of(decided, true));
    let refused = use_memo(decided.clone(), |decided| of(decided, false));
    let is_kept = use_callback(act.clone(), |is_kept, act| {
        act.emit(Action::NewWord(NewWord::Kept(is_kept)));
    });
    let took = |is_accepted: bool| {
        move |(word, record): (String, Option<String>), act: &Callback<Action>| {
            let read = |record: String| Decision::read(&record, &word, is_accepted);
            let decision = record.map(read);
            // What another page wrote and cannot be read here is left to it.
            if decision != Some(None) {
                let what = NewWord::Elsewhere(word, is_accepted, decision.flatten());
                act.emit(Action::NewWord(what));
            }
        }
    };
    let took_accepted = use_callback(act.clone(), took(true));
    let took_refused = use_callback(act.clone(), took(false));
    use_records(ACCEPTED, &accepted, &is_kept, &took_accepted);
    use_records(REFUSED, &refused, &is_kept, &took_refused);
}

/// The records of what is accepted, or of what is refused.
fn of(decided: &Rc<Decided>, accepted: bool) -> Records {
    let all = decided.iter().filter(|(_, is)| is.is_accepted() == accepted);
    all.map(|(word, is)| (word.clone(), is.record(word))).collect()
}
