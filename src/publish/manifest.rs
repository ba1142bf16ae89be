//! What a browser installs a site as: under its publisher's name, in every language of the page.

use crate::site::{LANGUAGES, Site};

/// The files that say so, one for each language.
pub fn names() -> [String; LANGUAGES.len()] {
    LANGUAGES.map(|language| format!("{language}.webmanifest"))
}

/// Such a file with what the publisher says in place of what the program says of itself.
pub fn named(manifest: &str, site: &Site) -> String {
    let said =
        [("name", &site.title), ("short_name", &site.title), ("description", &site.description)];
    let line = |line: &str| {
        let said = said.iter().filter(|(_, words)| !words.is_empty());
        for (key, words) in said {
            if line.starts_with(&format!("  \"{key}\":")) {
                // A text is always JSON.
                let words = serde_json::to_string(words).unwrap_or_default();
                return format!("  \"{key}\": {words},\n");
            }
        }
        format!("{line}\n")
    };
    manifest.lines().map(line).collect()
}
