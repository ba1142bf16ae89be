//! How Chinese characters are read, as a table made at build time from open data: the readings
//! that the Dictionary of General Standard Chinese Characters gives those 8,105 characters, as
//! the Unihan database has them (`TGHZ2013.txt` beside this file, Unicode licence,
//! unicode.org/reports/tr38). Archaic readings are not in that dictionary; with them, `ss` would
//! be 招商 before 设施.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

/// The readings without tones. A line is a syllable, a space, and its characters in the order of
/// their codes, each as the distance from the one before, counted from U+3400 and written as
/// the character with that number above U+0030: seven tenths of the size of the characters
/// themselves, four fifths when compressed. `ü` is written `v`, and `üe` also `ue`, as both are
/// typed. The 196 rarest characters, beyond U+9FFF, are left out.
///
/// `dictionary`: a line is a character, a tab, and its readings with spaces between. Only of the
/// characters that `is_wanted` are the readings taken.
pub fn table(dictionary: &str, is_wanted: impl Fn(char) -> bool) -> String {
    let mut characters: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for (c, readings) in dictionary.lines().filter_map(entry).filter(|&(c, _)| is_wanted(c)) {
        for syllable in readings.split(' ').map(without_tone) {
            if let Some(stem) = syllable.strip_suffix("ve") {
                characters.entry(format!("{stem}ue")).or_default().insert(c);
            }
            characters.entry(syllable).or_default().insert(c);
        }
    }
    let mut table = String::new();
    for (syllable, characters) in characters {
        table += &syllable;
        table.push(' ');
        let mut before = 0x3400;
        for code in characters.into_iter().map(u32::from) {
            table.extend(char::from_u32(0x30 + code - before));
            before = code;
        }
        table.push('\n');
    }
    table
}

/// A character and its readings; `None` for a comment, and for a character beyond U+9FFF.
fn entry(line: &str) -> Option<(char, &str)> {
    let (c, readings) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    Some((c.chars().next().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c))?, readings))
}

/// A syllable in plain letters.
fn without_tone(reading: &str) -> String {
    let reading: String = reading.nfd().collect();
    reading.replace("u\u{308}", "v").chars().filter(char::is_ascii_lowercase).collect()
}
