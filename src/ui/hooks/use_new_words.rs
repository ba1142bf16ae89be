//! The proposed words that the reader refused, kept in the browser: a record for each. Those accepted are
//! corrections of words (`use_amendments.rs`).

use yew::prelude::*;

use super::records::{Records, kept as records, set_aside, use_records};
use crate::state::{
    Action, Decided, Decision, NewWord, NewWords, State, is_refused_record, refused_record,
};

/// What the names begin with in the browser's storage; the word follows.
const REFUSED: &str = "jianyue.refused.";

/// Where records go that cannot be read.
const DAMAGED: &str = "jianyue.refused-damaged.";

/// What is kept. What cannot be read is set aside.
pub fn kept_words() -> NewWords {
    let (mut decided, mut damaged) = (Decided::new(), 0);
    for (word, record) in records(REFUSED) {
        if is_refused_record(&record) {
            decided.insert(word, Decision::Refused);
        } else {
            set_aside(REFUSED, DAMAGED, &word);
            damaged += 1;
        }
    }
    NewWords::new(decided, damaged)
}

/// Keeps what is refused as it changes, and takes what another open page refuses.
#[hook]
pub fn use_new_words(state: &State, act: &Callback<Action>) {
    let refused = use_memo(state.new_words.decided.clone(), |decided| {
        let refused = decided.iter().filter(|(_, is)| !is.is_accepted());
        let mut records = Records::new();
        records.extend(refused.map(|(word, _)| (word.clone(), refused_record())));
        records
    });
    let is_kept = use_callback(act.clone(), |is_kept, act| {
        act.emit(Action::NewWord(NewWord::Kept(is_kept)));
    });
    let took = use_callback(act.clone(), |(word, record): (String, Option<String>), act| {
        act.emit(Action::NewWord(NewWord::Elsewhere(word, record.is_some())));
    });
    use_records(REFUSED, &refused, &is_kept, &took);
}
