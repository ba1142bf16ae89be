//! The codes of composite fonts: how many bytes each takes, which glyph of a collection of characters it
//! names, and which character that is.

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::object::{Dict, Name, Stream, String as Bytes};

use super::super::Cause;
use super::budget::Budget;
use super::encodings::plain;

/// How the codes of a font are read.
pub struct Codes {
    /// `None` where each two bytes are the number of a glyph.
    cmap: Option<CMap>,
    /// From numbers of glyphs to characters, for the collections of Adobe.
    characters: Option<CMap>,
    /// Whether the codes are UTF-16.
    is_unicode: bool,
    /// Whether lines run down.
    pub is_vertical: bool,
}

impl Codes {
    /// Of a font and the font that it is composed of.
    pub fn new(font: &Dict<'_>, part: &Dict<'_>, budget: &mut Budget) -> Result<Codes, Cause> {
        let name = font.get::<Name<'_>>("Encoding");
        let name = name.as_ref().map_or(&b""[..], |name| name.as_ref());
        let is_identity = name.is_empty() || name.starts_with(b"Identity");
        let mut cmap = if is_identity { None } else { embedded(CMapName::from_bytes(name)) };
        if let Some(stream) = font.get::<Stream<'_>>("Encoding")
            && let Some(data) = budget.decode(&stream)?
        {
            cmap = CMap::parse(&data, load_embedded);
        }
        let info = part.get::<Dict<'_>>("CIDSystemInfo").unwrap_or_default();
        let said = |key: &str| info.get::<Bytes<'_>>(key).map(|said| said.as_bytes().to_vec());
        let family = CidFamily::from_registry_ordering(
            &said("Registry").unwrap_or_default(),
            &said("Ordering").unwrap_or_default(),
        );
        let of_codes = cmap.as_ref().and_then(|cmap| cmap.metadata().character_collection.clone());
        let characters =
            family.ucs2_cmap().or_else(|| of_codes?.family.ucs2_cmap()).and_then(embedded);
        let runs_down = cmap.as_ref().and_then(|cmap| cmap.metadata().writing_mode);
        Ok(Codes {
            is_vertical: name.ends_with(b"-V") || runs_down == Some(WritingMode::Vertical),
            is_unicode: name.starts_with(b"Uni"),
            cmap,
            characters,
        })
    }

    /// The first code: itself, how many bytes it takes, and the glyph that it names.
    pub fn next(&self, bytes: &[u8]) -> (u32, usize, u32) {
        let whole = |length: usize| {
            bytes[..length].iter().fold(0u32, |code, &byte| code << 8 | u32::from(byte))
        };
        let Some(cmap) = &self.cmap else {
            let length = bytes.len().min(2);
            return (whole(length), length, whole(length));
        };
        for length in 1..=bytes.len().min(4) {
            let code = whole(length);
            if let Some(glyph) = cmap.lookup_cid_code(code, length as u8) {
                return (code, length, glyph);
            }
        }
        // A code that names nothing: as long as those around it are.
        let usual = match bytes.first() {
            Some(0xd8..=0xdb) if self.is_unicode => 4,
            Some(0..=0x7f) if !self.is_unicode => 1,
            _ => 2,
        };
        let length = bytes.len().min(usual);
        (whole(length), length, 0)
    }

    /// The characters of a glyph, where the collection says them.
    pub fn characters(&self, code: u32, glyph: u32) -> Option<String> {
        if let Some(found) = self.characters.as_ref().and_then(|map| characters(map, glyph)) {
            return Some(found);
        }
        let high = char::decode_utf16(
            [(code >> 16) as u16, code as u16].into_iter().skip_while(|&u| u == 0),
        );
        self.is_unicode
            .then(|| high.filter_map(Result::ok).collect())
            .filter(|found: &String| !found.is_empty())
    }
}

/// The characters that a map from codes to Unicode says; `None` also where it says that there are none.
pub fn characters(map: &CMap, code: u32) -> Option<String> {
    let found = match map.lookup_bf_string(code)? {
        BfString::Char(found) => plain(found).to_string(),
        // The selectors of a variant stand behind the character, and say nothing of which it is.
        BfString::String(found) => found
            .chars()
            .filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'))
            .map(plain)
            .collect(),
    };
    let says_nothing = |c: char| c == '\u{fffd}' || c == '\0';
    (!found.is_empty() && !found.chars().all(says_nothing)).then_some(found)
}

fn embedded(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}
