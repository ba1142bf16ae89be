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
    let _ = unpack(packed, &mut text);
    text
}

fn unpack(packed: &[u8], text: &mut String) -> Option<()> {
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
        let shared =
            word.char_indices().nth(usize::from(head >> 4)).map_or(word.len(), |(at, _)| at);
        word.truncate(shared);
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
        let _ = writeln!(text, "{word} {frequency} {}", tags.get(usize::from(tag))?);
    }
    Some(())
}
