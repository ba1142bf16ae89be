//! Which characters count as the same when searching, as a table, made at build time from open
//! data: Unicode's compatibility decompositions (full width, Kangxi radicals, compatibility
//! ideographs), its lower case, and OpenCC's characters from traditional to simplified
//! (`TSCharacters.txt` beside this file, Apache-2.0, github.com/ByVoid/OpenCC).

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// OpenCC's table: a line is a traditional character, a tab, its simplified forms, the usual
/// one first.
const TRADITIONAL: &str = include_str!("TSCharacters.txt");

/// Pairs of a character and its folded form, one after the other; characters that are their own
/// folded form are left out. A folded form is not folded further.
pub fn pairs() -> String {
    let simplified: HashMap<char, char> = TRADITIONAL.lines().filter_map(simplification).collect();
    let simple = |c: char| simplified.get(&c).copied().unwrap_or(c);
    let fold = |c: char| lower(simple(lower(plain(c))));
    let mut pairs = String::new();
    for c in char::MIN..=char::MAX {
        // Each step leads to a plainer character; four are more than any takes.
        let folded = fold(fold(fold(fold(c))));
        if folded != c && !folded.is_whitespace() {
            pairs.extend([c, folded]);
        }
    }
    pairs
}

/// The two characters of a line of OpenCC's table; `None` for its comments.
fn simplification(line: &str) -> Option<(char, char)> {
    let (traditional, simplified) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    Some((one(traditional.chars())?, simplified.chars().next()?))
}

/// The compatibility form, where it is one character.
fn plain(c: char) -> char {
    one(std::iter::once(c).nfkc()).unwrap_or(c)
}

/// The lower case, where it is one character.
fn lower(c: char) -> char {
    one(c.to_lowercase()).unwrap_or(c)
}

fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}
