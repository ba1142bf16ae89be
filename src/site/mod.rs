//! What `site.toml` beside the texts of a folder says of the site that is made of them. Pure.

/// The colour of its links.
pub mod accent;

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

pub use accent::Accent;

/// The name of the file.
pub const FILE: &str = "site.toml";

/// The languages that the page speaks.
pub const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// A site. What is empty is not said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Site {
    /// Its name.
    pub title: String,
    /// What it is, in a sentence.
    pub description: String,
    /// The language of a reader who has chosen none: one of [`LANGUAGES`].
    pub language: String,
    /// The colour of its links and marks; `None` for the program's own.
    pub accent: Option<Accent>,
    /// The file, beside this one, of the page about it.
    pub about: String,
    /// The address that it is published at, with `/` at its end: only what stands outside of the site
    /// needs it.
    pub base: String,
    /// Its articles in order. Those that no group has come after them.
    pub groups: Vec<Group>,
}

/// Some articles under a heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// The heading; empty for none.
    pub heading: String,
    /// The names of articles, as paths without ending; one that ends in `/` is all of a sub-folder.
    pub articles: Vec<String>,
    /// The line of the file that has each of them.
    pub lines: Vec<usize>,
}

/// Over how many articles each heading is, and its words.
pub type Headings = Vec<(u32, String)>;

/// Why the file is not taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and the way out.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Option<String>,
    description: Option<String>,
    language: Option<Spanned<String>>,
    accent: Option<Spanned<String>>,
    about: Option<Spanned<String>>,
    base: Option<Spanned<String>>,
    #[serde(default)]
    group: Vec<WrittenGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGroup {
    heading: Option<String>,
    articles: Vec<Spanned<String>>,
}

impl Site {
    /// Reads the text of the file.
    ///
    /// # Errors
    ///
    /// [`Fault`] for the first thing in it that is not known or cannot be.
    pub fn parse(text: &str) -> Result<Site, Fault> {
        let at = |range: Range<usize>, what: String| Fault { line: line(text, range.start), what };
        let written: Written = toml::from_str(text).map_err(|error| {
            let what = format!("{}. {KEYS}", error.message().trim_end());
            at(error.span().unwrap_or_default(), what)
        })?;
        let checked = |value: Option<Spanned<String>>, check: &dyn Fn(&str) -> Option<String>| {
            let Some(value) = value else { return Ok(String::new()) };
            match check(value.get_ref().trim()) {
                None => Ok(value.get_ref().trim().to_owned()),
                Some(what) => Err(at(value.span(), what)),
            }
        };
        let accent = match written.accent {
            None => None,
            Some(value) => {
                Some(Accent::parse(value.get_ref().trim()).map_err(|what| at(value.span(), what))?)
            }
        };
        Ok(Site {
            title: written.title.unwrap_or_default().trim().to_owned(),
            description: written.description.unwrap_or_default().trim().to_owned(),
            language: checked(written.language, &|tag| {
                let known = LANGUAGES.contains(&tag);
                (!known)
                    .then(|| format!("the page does not speak {tag:?}; write one of {LANGUAGES:?}"))
            })?,
            accent,
            about: checked(written.about, &|name| {
                let is_one = name.ends_with(".md") && !name.contains(['/', '\\']);
                (!is_one).then(|| {
                    format!("{name:?} is no Markdown file beside {FILE}; write its name, as in \"about.md\"")
                })
            })?,
            base: checked(written.base, &|address| {
                let is_one = ["https://", "http://"].iter().any(|scheme| {
                    address.strip_prefix(scheme).is_some_and(|rest| rest.find('/') > Some(0))
                }) && address.ends_with('/')
                    && !address.contains(|c: char| c.is_whitespace() || "\"'<>?#".contains(c));
                (!is_one).then(|| {
                    format!("{address:?} is no whole address; write it with https:// before and / at the end")
                })
            })?,
            groups: written
                .group
                .into_iter()
                .map(|group| Group {
                    heading: group.heading.unwrap_or_default().trim().to_owned(),
                    lines: group
                        .articles
                        .iter()
                        .map(|name| line(text, name.span().start))
                        .collect(),
                    articles: group.articles.into_iter().map(Spanned::into_inner).collect(),
                })
                .collect(),
        })
    }

    /// The place of each of these articles in the site's order, and the headings in it. Empty words, for
    /// those without one, are there only beside others.
    ///
    /// # Errors
    ///
    /// [`Fault`] for a name that no article has, or that stands there twice.
    pub fn order(&self, ids: &[&str]) -> Result<(Vec<usize>, Headings), Fault> {
        let (mut order, mut headings) = (Vec::new(), Vec::new());
        let mut is_placed = vec![false; ids.len()];
        for group in &self.groups {
            let before = order.len();
            for (name, &line) in group.articles.iter().zip(&group.lines) {
                let is_meant = |id: &str| id == name || name.ends_with('/') && id.starts_with(name);
                let meant: Vec<usize> = (0..ids.len()).filter(|&at| is_meant(ids[at])).collect();
                let Some(&first) = meant.first() else {
                    let example = ids.first().unwrap_or(&"");
                    let what = format!(
                        "there is no article {name:?}; write its path without the ending, as in {example:?}, or that of a sub-folder with / at the end"
                    );
                    return Err(Fault { line, what });
                };
                let is_again = !name.ends_with('/') && is_placed[first];
                if is_again {
                    let what = format!("{name:?} stands in a line before too; leave one of them");
                    return Err(Fault { line, what });
                }
                for at in meant {
                    if !std::mem::replace(&mut is_placed[at], true) {
                        order.push(at);
                    }
                }
            }
            headings.push(((order.len() - before) as u32, group.heading.clone()));
        }
        let rest = order.len();
        order.extend((0..ids.len()).filter(|&at| !is_placed[at]));
        headings.push(((order.len() - rest) as u32, String::new()));
        headings.retain(|(count, _)| *count > 0);
        if headings.iter().all(|(_, heading)| heading.is_empty()) {
            headings.clear();
        }
        Ok((order, headings))
    }
}

/// What can be said, for those who wrote something else.
const KEYS: &str = "What can be said: title, description, language, accent, about, base, and \
    [[group]] with heading and articles";

/// The line (from 1) that has a place in a text.
fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}
