//! What there is to learn of a text beyond what is found in it: the words that an article is about,
//! what stands around a word, how it is read aloud, and words that the dictionary lacks.

mod card;
mod grams;
mod keywords;
mod new_words;
mod pronunciation;

pub use card::{Card, Neighbours};
pub use keywords::{Keyword, keywords};
pub use new_words::{NewWord, Proposal, new_words};
pub use pronunciation::{Pronunciation, Ruby};
