//! Bytes become characters: which encoding they are in, by what they say themselves, by what they hold,
//! and last by how often its letters stand beside each other in Chinese.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// So many bytes of the beginning are looked at to tell an encoding, or a text from what is none.
const HEAD: usize = 256 * 1024;

/// A declaration in a page of the web or XML stands in so many of its first bytes.
const DECLARED_IN: usize = 4096;

/// An encoding of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// The national standard of China, which has all of Unicode; GBK and GB2312 are parts of it.
    pub const GB18030: Encoding = Encoding(GB18030);

    /// The encoding that goes by a name or one of its other names, in any case: `gb2312` is GBK. `None`
    /// where the Encoding Standard of the web knows none of that name.
    pub fn named(name: &str) -> Option<Encoding> {
        encoding_rs::Encoding::for_label(name.trim().as_bytes())
            .filter(|encoding| *encoding != encoding_rs::REPLACEMENT)
            .map(Encoding)
    }

    /// Its name in that standard: `UTF-8`, `GBK`, `gb18030`, `Big5`, `UTF-16LE` …
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Whether it was made for Chinese and is not Unicode.
    pub(super) fn is_chinese(self) -> bool {
        [GBK, GB18030, BIG5].contains(&self.0)
    }

    /// The characters of bytes, with U+FFFD for what is none; a byte order mark is left out. And how many
    /// were none.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, usize) {
        let (text, is_bad) = self.0.decode_without_bom_handling(bytes);
        let bad = if is_bad { text.matches('\u{fffd}').count() } else { 0 };
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text.into_owned(),
        };
        (text, bad)
    }
}

/// A text, and the encoding that it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without a byte order mark.
    pub text: String,
    /// What they were in.
    pub encoding: Encoding,
}

/// Decodes bytes. `wished` is what a person says they are in, and is followed whatever they hold.
/// `None` where they are no text: a picture, a program.
pub fn decode(bytes: &[u8], wished: Option<Encoding>) -> Option<Decoded> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if let Some(encoding) = wished {
        // Among the files of a folder that is said to be in GBK there are pictures all the same.
        let is_text = !encoding.0.is_ascii_compatible() || !is_binary(head);
        return is_text.then(|| Decoded { text: encoding.decode(bytes).0, encoding });
    }
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return taken(bytes, encoding);
    }
    if !head.contains(&0) && is_utf8(bytes) {
        return taken(bytes, UTF_8);
    }
    if let Some(encoding) = utf16(head) {
        return taken(bytes, encoding);
    }
    if is_binary(head) {
        return None;
    }
    if let Some(encoding) = declared(bytes)
        && Encoding(encoding).decode(bytes).1 == 0
    {
        return taken(bytes, encoding);
    }
    taken(bytes, guess(bytes))
}

/// The text, unless what cannot be read, or what no text has, is more than an accident.
fn taken(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Option<Decoded> {
    let encoding = Encoding(encoding);
    let (text, bad) = encoding.decode(bytes);
    let (mut all, mut unfit) = (0, bad);
    for c in text.chars() {
        all += 1;
        unfit += usize::from(c.is_control() && !is_layout(c));
    }
    (unfit * 50 <= all || unfit <= 1 && all > 1).then_some(Decoded { text, encoding })
}

/// Line ends, tabs and page ends, which are control characters that texts have.
fn is_layout(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{1a}' | '\u{85}')
}

/// Whether bytes are UTF-8, but for a few that were cut or broken.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut beyond_ascii, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        beyond_ascii += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || bad * 50 < beyond_ascii
}

/// Whether bytes that are not UTF-16 have more control characters than an accident leaves.
fn is_binary(head: &[u8]) -> bool {
    let unfit = head.iter().filter(|byte| **byte < 0x20 && !is_layout(**byte as char)).count();
    unfit * 100 > head.len()
}

/// UTF-16 without a byte order mark: nearly all its units, read in one of the two orders, are what
/// Chinese and Latin texts are made of. In other encodings pairs of bytes fall all over the place.
fn utf16(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let (mut units, mut little, mut big) = (0_usize, 0_usize, 0_usize);
    for pair in head.chunks_exact(2) {
        if let [first, second] = *pair {
            units += 1;
            little += usize::from(is_usual(u16::from_le_bytes([first, second])));
            big += usize::from(is_usual(u16::from_be_bytes([first, second])));
        }
    }
    let (most, encoding) = if big > little { (big, UTF_16BE) } else { (little, UTF_16LE) };
    (units > 0 && big != little && most * 20 >= units * 19).then_some(encoding)
}

fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x20..=0x7e | 0x09 | 0x0a | 0x0d | 0xa0..=0xff | 0x2010..=0x203b | 0x3000..=0x303f
        | 0x3105..=0x312f | 0x4e00..=0x9fff | 0xff01..=0xff5e)
}

/// The encoding that a page of the web, or XML, says it is in.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..DECLARED_IN).unwrap_or(bytes);
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let in_xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| {
        let declaration = rest.split("?>").next()?;
        declaration.split_once("encoding")
    });
    let in_meta = || {
        head.split("<meta")
            .skip(1)
            .find_map(|tag| tag.split('>').next().and_then(|tag| tag.split_once("charset")))
    };
    let (_, said) = in_xml.or_else(in_meta)?;
    let said = said.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let name = said.split(['"', '\'', ';', '/', '>', ' ']).next()?;
    // What says so in single bytes is not in units of two.
    Encoding::named(name).map(|found| found.0).filter(|found| found.is_ascii_compatible())
}

/// The encoding that letters speak for.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, bytes.len() <= HEAD);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    // From a page of China it takes Big5 for GBK, also where there is much of it.
    if ![GBK, GB18030, BIG5].contains(&guess) {
        return guess;
    }
    let (gb, big5) = (usual_in_gb(head), usual_in_big5(head));
    if big5.0 * gb.1 > gb.0 * big5.1 { BIG5 } else { GB18030 }
}

/// How many characters bytes are in GB18030, and how many of them are the usual ones: both standards put
/// these together, before the rare ones. `(usual, all)`.
fn usual_in_gb(mut bytes: &[u8]) -> (usize, usize) {
    let (mut usual, mut all) = (0, 0);
    while let [lead, rest @ ..] = bytes {
        bytes = match (lead, rest) {
            (..0x80, rest) => rest,
            (_, [b'0'..=b'9', _, _, rest @ ..]) => {
                all += 1;
                rest
            }
            (_, [trail, rest @ ..]) => {
                all += 1;
                usual += usize::from(matches!((lead, trail), (0xa1 | 0xa3 | 0xb0..=0xd7, 0xa1..)));
                rest
            }
            (_, []) => &[],
        };
    }
    (usual, all)
}

/// The same for Big5; what is none of its characters counts as a rare one.
fn usual_in_big5(mut bytes: &[u8]) -> (usize, usize) {
    let (mut usual, mut all) = (0, 0);
    while let [lead, rest @ ..] = bytes {
        bytes = match (lead, rest) {
            (..0x80, rest) => rest,
            (0xa1..=0xf9, [0x40..=0x7e | 0xa1..=0xfe, rest @ ..]) => {
                all += 1;
                usual += usize::from(matches!(lead, 0xa1 | 0xa4..=0xc6));
                rest
            }
            (_, rest) => {
                all += 1;
                rest
            }
        };
    }
    (usual, all)
}
