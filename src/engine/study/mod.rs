//! What there is to learn of a text beyond what is found in it: the words that an article is about,
//! what stands around a word,
//! and how it is read aloud.

mod card;
mod keywords;
mod pronunciation;

pub use card::{Card, Neighbours};
pub use keywords::{Keyword, keywords};
pub use pronunciation::{Pronunciation, Ruby};
