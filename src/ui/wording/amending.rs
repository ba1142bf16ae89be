//! What the page says of corrections of words.

use super::*;
use crate::protocol::{BadLine, BadWord};
use crate::state::{Amendment, Cutting};

/// What the reader says of a text.
pub fn amendment(word: &str, said: &Amendment) -> String {
    match (said, said.parts(word)) {
        (Amendment::Word { tag, .. }, _) if tag.is_empty() => amended_word(word),
        (Amendment::Word { tag, .. }, _) => amended_word_as(&tag_name(tag), word),
        (_, Some([one, other])) => amended_split(one, other, word),
        (_, None) => amended_no_word(word),
    }
}

/// How far the page is with the words.
pub fn cutting(now: &Cutting) -> String {
    match now {
        Cutting::Done => String::new(),
        Cutting::Loading => CUTTING_LOADING.to_string(),
        Cutting::Left(count) => cutting_left(*count),
        Cutting::Failed(why) => cutting_failed(why),
    }
}

/// A line of a user dictionary that was left out, and why.
pub fn bad_line(BadLine { line, text, cause }: &BadLine) -> String {
    let why = match cause {
        BadWord::NotUnderstood => BAD_WORD_NOT_UNDERSTOOD,
        BadWord::TooLong => BAD_WORD_TOO_LONG,
    };
    messages::bad_line(&line.to_string(), text, why)
}
