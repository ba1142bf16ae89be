//! What the page says of searching: the list of hits, what narrows a query, the language of queries.

use super::messages::*;
use super::{Text, Value, grouped, line, messages, role_name};
use crate::engine::{Folds, Order, Role};
use crate::protocol::{Columns, Form};
use crate::state::{Export, Stage, Target};

/// Queries that show the language, and what they find.
pub const EXAMPLES: [(Text, Text); 14] = [
    (EXAMPLE_ALL, EXAMPLE_ALL_DOES),
    (EXAMPLE_PHRASE, EXAMPLE_PHRASE_DOES),
    (EXAMPLE_OR, EXAMPLE_OR_DOES),
    (EXAMPLE_NOT, EXAMPLE_NOT_DOES),
    (EXAMPLE_BRACKETS, EXAMPLE_BRACKETS_DOES),
    (EXAMPLE_NEAR, EXAMPLE_NEAR_DOES),
    (EXAMPLE_ONE, EXAMPLE_ONE_DOES),
    (EXAMPLE_SOME, EXAMPLE_SOME_DOES),
    (EXAMPLE_REGEX, EXAMPLE_REGEX_DOES),
    (EXAMPLE_IN, EXAMPLE_IN_DOES),
    (EXAMPLE_BY, EXAMPLE_BY_DOES),
    (EXAMPLE_DATE, EXAMPLE_DATE_DOES),
    (EXAMPLE_WORD, EXAMPLE_WORD_DOES),
    (EXAMPLE_POS, EXAMPLE_POS_DOES),
];

/// The names of the columns of a list of hits as a file.
pub fn columns() -> Columns {
    [ARTICLE, DATE, LINE_NUMBER, BEFORE, HIT, AFTER].map(|name| name.to_string())
}

/// How much is told apart, beside the box that is for all of it.
pub fn told_apart(count: usize) -> String {
    match count {
        0 => TOLD_APART_NONE.to_string(),
        _ if count == Folds::EACH.len() => TOLD_APART_ALL.to_string(),
        count => told_apart_some(count as u32),
    }
}

/// What can be told apart.
pub fn fold(fold: Folds) -> Text {
    match fold {
        Folds::WIDTH => FOLD_WIDTH,
        Folds::CASE => FOLD_CASE,
        Folds::SCRIPT => FOLD_SCRIPT,
        Folds::VARIANTS => FOLD_VARIANTS,
        Folds::MARKS => FOLD_MARKS,
        Folds::SPACES => FOLD_SPACES,
        _ => FOLD_SEPARATORS,
    }
}

/// How often a suggestion occurs.
pub fn times(count: u32) -> String {
    format!(" {}", grouped(count))
}

/// How many lines the list has, and how many of them are chosen.
pub fn lines(listed: u32, total: u32, chosen: u32) -> String {
    match chosen {
        0 if listed < total => lines_sampled(listed),
        0 => lines_all(listed),
        chosen => lines_chosen(chosen),
    }
}

/// Where a line of the list is from, after the title.
pub fn from(date: &str, at: u32) -> String {
    match date {
        "" => line(at),
        date => messages::from(&super::date(date), &line(at)),
    }
}

/// The name of an order of lines.
pub fn order(order: Order) -> Text {
    match order {
        Order::Place => ORDER_PLACE,
        Order::Before => ORDER_BEFORE,
        Order::After => ORDER_AFTER,
        Order::Article => ORDER_ARTICLE,
        Order::Date => ORDER_DATE,
    }
}

/// How many characters stand on each side of a hit.
pub fn width(width: u32) -> String {
    width_of(width)
}

/// To how many lines a list is thinned out.
pub fn most(most: u32) -> String {
    match most {
        0 => MOST_ALL.to_string(),
        most => most_of(most),
    }
}

/// What became of a list that leaves the page.
pub fn exported(export: &Export) -> String {
    match (&export.stage, export.target) {
        (Stage::Asked | Stage::Made(_), _) => String::new(),
        (Stage::Done, Target::Clipboard) => copied(export.count),
        (Stage::Done, Target::File) => saved(export.count),
        (Stage::Refused, _) => REFUSED.to_string(),
    }
}

/// How the name of a file of this form ends.
pub fn ending(form: Form) -> &'static str {
    match form {
        Form::Csv => "csv",
        Form::Tsv => "tsv",
        Form::Markdown => "md",
    }
}

/// The name of the file that a list is saved to: of the query what a file name may have anywhere.
pub fn lines_file(query: &str, form: Form) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '=' | '·');
    let words = query.split(|c| !is_safe(c)).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("_").chars().take(40).collect();
    let name = name.trim_matches('-');
    let apart = if name.is_empty() { "" } else { "-" };
    format!("{LINES_FILE}{apart}{name}.{}", ending(form))
}

/// A year in which something was found; empty where it is not known.
pub fn year_facet(year: &str, articles: u32) -> String {
    let year = if year.is_empty() { YEAR_UNKNOWN.say() } else { year };
    messages::year_facet(articles, year)
}

/// A kind of text in which something was found.
pub fn role_facet(role: Role, hits: u32) -> String {
    hits_facet(role_name(role), hits)
}

/// A part of speech of the words that were found, with its name in queries; empty if not known.
pub fn tag_facet(tag: &str, hits: u32) -> String {
    hits_facet(&tag_name(tag), hits)
}

/// Hits of a kind.
pub fn hits_facet<'a>(kind: impl Into<Value<'a>>, hits: u32) -> String {
    messages::hits_facet(hits, kind)
}

/// What a proposed word is, in how many articles it occurs and how often, and its score, given in
/// hundredths.
pub fn proposed(tag: &str, articles: u32, hits: u32, score: u32) -> String {
    let score = format!("{}.{:02}", score / 100, score % 100);
    messages::new_words_of(&found(articles, hits), &score, &tag_name(tag))
}

/// A part of speech: in words, and as queries say it.
pub fn tag_name(tag: &str) -> String {
    let name = match tag {
        "" => return TAG_UNKNOWN.to_string(),
        "a" => TAG_A,
        "ad" => TAG_AD,
        "an" => TAG_AN,
        "b" => TAG_B,
        "c" => TAG_C,
        "d" => TAG_D,
        "eng" => TAG_ENG,
        "f" => TAG_F,
        "i" => TAG_I,
        "j" => TAG_J,
        "l" => TAG_L,
        "m" => TAG_M,
        "mq" => TAG_MQ,
        "n" => TAG_N,
        "nr" | "nrfg" => TAG_NR,
        "nrt" => TAG_NRT,
        "ns" => TAG_NS,
        "nt" => TAG_NT,
        "nz" => TAG_NZ,
        "o" => TAG_O,
        "p" => TAG_P,
        "q" => TAG_Q,
        "r" | "rr" | "rz" => TAG_R,
        "s" => TAG_S,
        "t" => TAG_T,
        "u" | "ud" | "ug" | "uj" | "ul" | "uv" | "uz" => TAG_U,
        "v" | "vi" | "vq" => TAG_V,
        "vd" => TAG_VD,
        "vn" => TAG_VN,
        "y" => TAG_Y,
        "z" | "zg" => TAG_Z,
        "ag" | "dg" | "ng" | "rg" | "tg" | "vg" | "mg" | "g" | "h" | "k" => TAG_MORPHEME,
        _ => TAG_OTHER,
    };
    format!("{name} {tag}")
}

/// What a query is narrowed by, where nothing is found in it.
pub fn word_facet(word: &str) -> String {
    let name = word.split_once(':').map_or(word, |(_, name)| name);
    if word.starts_with("pos:") {
        return tag_name(name);
    }
    let role = Role::ALL.into_iter().find(|role| role.name() == name);
    role.map_or_else(|| name.to_owned(), |role| role_name(role).to_string())
}

/// What a button does that narrows a query, or widens it again.
pub fn narrow(is_on: bool) -> Text {
    if is_on { NARROW_OFF } else { NARROW_ON }
}
