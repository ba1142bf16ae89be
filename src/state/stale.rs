//! Which answers are of before the newest change.

/// Which answers a correction has made out of date.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Stale {
    pub contents: bool,
    pub found: bool,
    pub hints: bool,
    pub sheet: bool,
    pub keywords: bool,
    pub located: bool,
    pub words: bool,
    /// Not only are the words others: so is the text that they were of.
    pub words_text: bool,
    pub ruby: bool,
    pub original: bool,
}

impl Stale {
    /// All of them: anything may be another.
    pub const ALL: Stale = Stale {
        contents: true,
        found: true,
        hints: true,
        sheet: true,
        keywords: true,
        located: true,
        words: true,
        words_text: true,
        ruby: true,
        original: true,
    };
}
