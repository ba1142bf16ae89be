//! Where in each article the reader stopped, and the text that it is kept as: a line for each
//! article, the number of the block (from 0), a space, the article's id; the last one read first.
//! A line that says nothing else is left out.

use std::collections::BTreeMap;

/// So many articles are remembered.
const MOST: usize = 500;

/// The places in articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions(Vec<(u32, String)>);

impl Positions {
    /// What a text says.
    pub fn from_text(text: &str) -> Positions {
        let place = |line: &str| {
            let (at, id) = line.split_once(' ')?;
            Some((at.parse().ok()?, id.to_owned()))
        };
        Positions(text.lines().filter_map(place).take(MOST).collect())
    }

    /// The text that they are kept as.
    pub fn to_text(&self) -> String {
        self.0.iter().map(|(at, id)| format!("{at} {id}\n")).collect()
    }

    /// The same with those articles of others that are not among these.
    #[must_use]
    pub fn with(mut self, others: &Positions) -> Positions {
        let new = others.0.iter().filter(|(_, id)| self.0.iter().all(|(_, own)| own != id));
        let new: Vec<_> = new.cloned().collect();
        self.0.extend(new);
        self.0.truncate(MOST);
        self
    }

    /// The same where these articles have other ids.
    #[must_use]
    pub fn renamed(mut self, ids: &BTreeMap<String, String>) -> Positions {
        for (_, id) in &mut self.0 {
            if let Some(other) = ids.get(id) {
                id.clone_from(other);
            }
        }
        self
    }

    /// The block of an article; 0 where nothing is known of it.
    pub fn of(&self, id: &str) -> u32 {
        self.0.iter().find(|place| place.1 == id).map_or(0, |place| place.0)
    }

    /// Remembers the block of an article. Its beginning need not be remembered.
    pub fn put(&mut self, id: &str, at: u32) {
        self.0.retain(|place| place.1 != id);
        if at > 0 {
            self.0.insert(0, (at, id.to_owned()));
            self.0.truncate(MOST);
        }
    }
}
