//! The list of all articles as the reader wants it: those of some titles, in an order.

use std::cmp::{Ordering, Reverse};

use super::Articles;
use crate::protocol::{Entry, Sort};

/// The orders that the list can have.
pub const ORDERS: [Sort; 3] = [Sort::Place, Sort::Date, Sort::Title];

/// The articles that have what was typed in their titles, case aside, in an order of [`ORDERS`]; by
/// date the newest first, those without a date last; equal ones as the library has them.
pub fn arranged<'a>(contents: &'a Articles, typed: &str, sort: Sort) -> Vec<&'a Entry> {
    let typed = typed.trim().to_lowercase();
    let fits = |entry: &&Entry| typed.is_empty() || entry.title.to_lowercase().contains(&typed);
    let mut entries: Vec<&Entry> = contents.iter().filter(fits).collect();
    let compare = |one: &&Entry, other: &&Entry| match sort {
        Sort::Date => Reverse(&one.date).cmp(&Reverse(&other.date)),
        Sort::Title => one.title.cmp(&other.title),
        _ => Ordering::Equal,
    };
    entries.sort_by(compare);
    entries
}
