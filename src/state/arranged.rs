//! The list of all articles as the reader wants it: those of some titles, in an order.

use std::collections::BTreeMap;

use super::Articles;
use crate::protocol::{Entry, Sort};

/// The orders that the list can have.
pub const ORDERS: [Sort; 3] = [Sort::Place, Sort::Date, Sort::Title];

/// The articles that have what was typed in their titles, case aside, in an order of [`ORDERS`]; by
/// date the newest first, those without a date last; equal ones as the library has them.
pub fn arranged<'a>(contents: &'a Articles, typed: &str, sort: Sort) -> Vec<&'a Entry> {
    let typed = typed.trim().to_lowercase();
    let fits = |entry: &&Entry| typed.is_empty() || entry.title.to_lowercase().contains(&typed);
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in contents.iter().filter(fits) {
        let key = match sort {
            Sort::Date => &entry.date,
            Sort::Title => &entry.title,
            _ => "",
        };
        groups.entry(key).or_default().push(entry);
    }
    let mut groups: Vec<Vec<&Entry>> = groups.into_values().collect();
    if sort == Sort::Date {
        groups.reverse();
    }
    groups.concat()
}
