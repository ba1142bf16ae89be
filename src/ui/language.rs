//! The language of the page: what can be chosen, what a browser asks for, and which one is spoken.

use std::cell::Cell;

/// The language of documents, as HTML names it: Chinese, be it traditional or simplified.
pub const OF_DOCUMENTS: &str = "zh";

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese in simplified characters.
    #[default]
    Simplified,
    /// Chinese in traditional characters.
    Traditional,
    /// English.
    English,
}

thread_local! {
    /// The language in which everything is said that is rendered from now on.
    static SPOKEN: Cell<Language> = const { Cell::new(Language::Simplified) };
}

impl Language {
    /// All of them, in the order of their switch.
    pub const ALL: [Language; 3] = [Language::Simplified, Language::Traditional, Language::English];

    /// The name in `lang` and in storage.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Simplified => "zh-Hans",
            Language::Traditional => "zh-Hant",
            Language::English => "en",
        }
    }

    /// The language of a tag that [`Language::tag`] gives; `None` for any other.
    pub fn tagged(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language for a reader whose browser asks for these, the best first: the first of them
    /// that the page speaks, or else English; simplified Chinese where it asks for none.
    pub fn preferred<'a>(asked: impl IntoIterator<Item = &'a str>) -> Language {
        let mut asked = asked.into_iter().peekable();
        if asked.peek().is_none() {
            return Language::default();
        }
        asked.find_map(spoken).unwrap_or(Language::English)
    }

    /// From now on everything is said in this language.
    pub fn speak(self) {
        SPOKEN.set(self);
    }

    /// The language in which everything is said.
    pub fn now() -> Language {
        SPOKEN.get()
    }
}

/// The language that a browser means by a tag; `None` if the page does not speak it.
fn spoken(tag: &str) -> Option<Language> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let is_traditional =
        |parts: &[&str]| !parts.contains(&"hans") && parts.iter().any(|part| is_of_there(part));
    match parts.next() {
        Some("en") => Some(Language::English),
        Some("zh") if is_traditional(&parts.collect::<Vec<_>>()) => Some(Language::Traditional),
        Some("zh") => Some(Language::Simplified),
        _ => None,
    }
}

/// Whether a part of a tag says that the characters are traditional.
fn is_of_there(part: &str) -> bool {
    matches!(part, "hant" | "tw" | "hk" | "mo")
}
