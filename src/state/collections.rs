//! Collections in queries, and their names as they are typed.

use super::narrow::{is_narrowed, narrowed};

/// A name as it is kept. What would end the quotation that it stands in, in a query, is another sign.
pub fn collection_name(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<&str>>().join(" ").replace('"', "″")
}

/// Several names, commas between them, none twice.
pub fn collection_names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split([',', '\u{ff0c}', '\u{3001}']).map(collection_name) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What in a query says that only this collection is meant.
fn word(name: &str) -> String {
    format!("set:\"{name}\"")
}

/// The place of the collection that a query is narrowed to; `None` for none of these.
pub fn collection_of(query: &str, names: &[String]) -> Option<usize> {
    names.iter().position(|name| is_narrowed(query, &word(name)))
}

/// The query narrowed to this collection and none of the others; `None`: to none.
pub fn in_collection(query: &str, names: &[String], wanted: Option<&str>) -> String {
    let of_none = match collection_of(query, names).and_then(|at| names.get(at)) {
        Some(name) => narrowed(query, &word(name)),
        None => query.to_owned(),
    };
    wanted.map_or(of_none.clone(), |name| narrowed(&of_none, &word(name)))
}
