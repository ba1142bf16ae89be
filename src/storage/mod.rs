//! The browser's own storage of the reader's documents, as the workers use it: the workshop writes, the
//! engine's worker reads. What a document is made of is in five stores, and each write is one transaction
//! over all that it changes: a page that dies at any moment leaves the state before it or the state after.
//!
//! | store | key | value |
//! |---|---|---|
//! | `documents` | a number that only grows | the document, packed; before it the version of that format |
//! | `holdings` | the document's | what is known of it, as JSON; see `record.rs` |
//! | `originals` | a number that only grows | the bytes of a file |
//! | `ids` | the document's id | its number |
//! | `tables` | `tables` | how all characters are folded and read, packed |

mod database;
/// What is known of a document, as it is kept. Pure.
pub mod record;

pub use database::{Added, Change, Database, Fault, Packed};
