//! What there is to learn of a text beyond what is found in it: the words that an article is about,
//! and what stands around a word.

mod card;
mod keywords;

pub use card::{Card, Neighbours};
pub use keywords::{Keyword, keywords};
