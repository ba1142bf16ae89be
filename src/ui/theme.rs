//! The colours of the page: what can be chosen, and its names in the page and in the browser's
//! storage.

/// The choice of the reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light: ink on paper.
    Light,
    /// Ink on old paper.
    Sepia,
    /// Dark.
    Dark,
    /// White on black, and nothing in between.
    Contrast,
}

impl Theme {
    /// All of them, as they are offered.
    pub const ALL: [Theme; 5] =
        [Theme::Auto, Theme::Light, Theme::Sepia, Theme::Dark, Theme::Contrast];

    /// The name in `data-theme` and in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Sepia => "sepia",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The one that the switch goes to from this one.
    pub fn next(self) -> Theme {
        let at = Theme::ALL.iter().position(|&theme| theme == self).map_or(0, |at| at + 1);
        Theme::ALL[at % Theme::ALL.len()]
    }
}
