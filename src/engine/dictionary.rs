//! The dictionary as small as it gets: it is most of what has to be fetched before the first text can be
//! cut in the browser. The words are in order, of each is kept what differs from the one before, and
//! what is alike lies together: packed so, it is a quarter smaller than its text packed.
//!
//! Layout: the tags, a line, apart by spaces; then four numbers of 32 bits, little endian, the lengths
//! of what follows: for each word a byte, of which the high half says how many characters it shares with
//! the one before, the low half how many follow, less one; these characters, as UTF-8; the frequencies,
//! seven bits a byte, the least first, the highest bit set on all but the last; a byte for the tag.

use std::fmt::Write;

/// How many characters a word shares with the one before at most, and how many follow at most, less one.
const MOST: usize = 15;

/// Packs a dictionary in jieba's format. Lines that have not a word, its frequency and its tag, and
/// words that are longer than sixteen characters, are left out; the order is lost.
pub fn packed(dictionary: &str) -> Vec<u8> {
    let mut lines: Vec<(&str, u32, &str)> = dictionary.lines().filter_map(line).collect();
    // Of lines about one word the last counts.
    lines.reverse();
    lines.sort_by_key(|line| line.0);
    lines.dedup_by_key(|line| line.0);
    let mut tags: Vec<&str> = lines.iter().map(|line| line.2).collect();
    tags.sort_unstable();
    tags.dedup();
    let mut columns: [Vec<u8>; 4] = Default::default();
    let mut last = "";
    for &(word, mut frequency, tag) in &lines {
        let length = word.chars().count();
        let alike = word.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
        let shared = alike.min(MOST).min(length - 1);
        columns[0].push((shared << 4 | (length - shared - 1)) as u8);
        columns[1].extend(word.chars().skip(shared).collect::<String>().bytes());
        while frequency > 0x7f {
            columns[2].push(frequency as u8 | 0x80);
            frequency >>= 7;
        }
        columns[2].push(frequency as u8);
        columns[3].push(tags.binary_search(&tag).unwrap_or_default() as u8);
        last = word;
    }
    let mut packed = tags.join(" ").into_bytes();
    packed.push(b'\n');
    columns.iter().for_each(|column| packed.extend((column.len() as u32).to_le_bytes()));
    columns.iter().for_each(|column| packed.extend(column));
    packed
}

fn line(line: &str) -> Option<(&str, u32, &str)> {
    let mut fields = line.split_ascii_whitespace();
    let (word, frequency, tag) = (fields.next()?, fields.next()?.parse().ok()?, fields.next()?);
    (word.chars().count() <= MOST + 1).then_some((word, frequency, tag))
}

/// The text of a packed dictionary, in jieba's format; as far as it can be read.
pub fn unpacked(packed: &[u8]) -> String {
    let mut text = String::with_capacity(packed.len() * 2);
    // What is missing ends it.
    let _ = each(packed, |Line { word, frequency, tag, .. }| add(&mut text, word, frequency, tag));
    text
}

/// What of a packed dictionary these texts are cut by, in jieba's format: to read all of it takes twenty
/// times as long as to go through it. The words that no part of the texts can be are left out, and count
/// as one that no text has: how frequent a word is, is a share of all. So these texts, and parts of them,
/// are cut as by the whole dictionary.
pub fn unpacked_for<'a>(packed: &[u8], texts: impl Iterator<Item = &'a str>) -> String {
    let neighbours = Neighbours::of(texts);
    let (mut text, mut others) = (String::new(), 0);
    // How many characters at the beginning of the last word are neighbours in the texts too.
    let mut there = 0;
    let _ = each(packed, |Line { word, shared, frequency, tag }| {
        let mut before = NONE;
        there = there.min(shared);
        for (at, c) in word.chars().enumerate() {
            if at == there && neighbours.have(before, c) {
                there += 1;
            }
            before = c;
        }
        match word.chars().nth(there) {
            None => add(&mut text, word, frequency, tag),
            Some(_) => others += u64::from(frequency),
        }
    });
    // No character of it is assigned.
    add(&mut text, "\u{e000}\u{e001}", u32::try_from(others).unwrap_or(u32::MAX), "x");
    text
}

fn add(text: &mut String, word: &str, frequency: u32, tag: &str) {
    let _ = writeln!(text, "{word} {frequency} {tag}");
}

/// Which characters stand side by side in texts. It may say so of some that do not: they share a place
/// with others.
struct Neighbours {
    places: Vec<u64>,
}

/// What stands before a first character.
const NONE: char = '\0';

impl Neighbours {
    /// Of so many places one is taken by a pair of characters: five hundred times as many as a page has.
    const PLACES: usize = 1 << 21;

    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Neighbours {
        let mut places = vec![0; Neighbours::PLACES / 64];
        for text in texts {
            let mut before = NONE;
            for c in text.chars() {
                for pair in [(before, c), (NONE, c)] {
                    let place = Neighbours::place(pair);
                    places[place / 64] |= 1 << (place % 64);
                }
                before = c;
            }
        }
        Neighbours { places }
    }

    fn have(&self, before: char, c: char) -> bool {
        let place = Neighbours::place((before, c));
        self.places.get(place / 64).is_some_and(|of| of >> (place % 64) & 1 == 1)
    }

    /// Multipliers of Knuth's kind scatter neighbours of the code chart.
    fn place((before, c): (char, char)) -> usize {
        let mixed =
            u32::from(before).wrapping_mul(0x9e37_79b1) ^ u32::from(c).wrapping_mul(0x85eb_ca6b);
        (mixed ^ mixed >> 15) as usize % Neighbours::PLACES
    }
}

/// A word of the dictionary.
struct Line<'a> {
    word: &'a str,
    /// How many characters it begins with that the word before begins with too.
    shared: usize,
    frequency: u32,
    tag: &'a str,
}

/// Goes through a packed dictionary; `None` where something of it is missing.
fn each(packed: &[u8], mut take: impl FnMut(Line<'_>)) -> Option<()> {
    let (tags, mut rest) =
        packed.split_at_checked(packed.iter().position(|&byte| byte == b'\n')?)?;
    let tags: Vec<&str> = std::str::from_utf8(tags).ok()?.split(' ').collect();
    rest = rest.get(1..)?;
    let (lengths, mut rest) = rest.split_first_chunk::<16>()?;
    let mut column = |at: usize| {
        let length = u32::from_le_bytes(lengths[at * 4..][..4].try_into().ok()?) as usize;
        let (column, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(column)
    };
    let (heads, chars, frequencies, tag_of) = (column(0)?, column(1)?, column(2)?, column(3)?);
    let mut chars = std::str::from_utf8(chars).ok()?.chars();
    let mut frequencies = frequencies.iter();
    let mut word = String::new();
    for (&head, &tag) in heads.iter().zip(tag_of) {
        let shared = usize::from(head >> 4);
        word.truncate(word.char_indices().nth(shared).map_or(word.len(), |(at, _)| at));
        word.extend(chars.by_ref().take(usize::from(head & 15) + 1));
        let (mut frequency, mut shift) = (0u32, 0);
        loop {
            let &byte = frequencies.next()?;
            frequency |= u32::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        take(Line { word: &word, shared, frequency, tag: tags.get(usize::from(tag))? });
    }
    Some(())
}
