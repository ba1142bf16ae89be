//! A font: which characters its codes show, and how far each goes on.

use hayro_cmap::{CMap, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::super::Cause;
use super::budget::Budget;
use super::codes::{self, Codes};
use super::encodings;
use super::widths::{Widths, number};

/// A font as far as text needs it.
pub struct Font {
    /// What the font says of its codes before all else.
    to_unicode: Option<CMap>,
    kind: Kind,
    widths: Widths,
    /// How far lines that run down go on with each glyph, in ems.
    pub down: f64,
}

enum Kind {
    /// A byte is a code; what each shows, as far as it is known.
    Simple(Box<[Option<char>; 256]>),
    Composite(Box<Codes>),
}

/// What a code shows.
pub struct Shown {
    /// `None` where nothing says which characters it is.
    pub characters: Option<String>,
    /// In ems.
    pub width: f64,
    /// Whether the spacing of words is added to it.
    pub is_space: bool,
}

impl Font {
    /// Reads a font.
    pub fn new(font: &Dict<'_>, budget: &mut Budget) -> Result<Font, Cause> {
        let to_unicode = match font.get::<Stream<'_>>("ToUnicode") {
            Some(stream) => {
                budget.decode(&stream)?.and_then(|map| CMap::parse(&map, load_embedded))
            }
            None => None,
        };
        let part = font
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|parts| parts.iter::<Dict<'_>>().next());
        let Some(part) = part else {
            // The glyphs of a font of drawings have units of their own.
            let is_drawn =
                font.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_ref() == b"Type3");
            let matrix = font.get::<Array<'_>>("FontMatrix");
            let first = matrix.and_then(|matrix| matrix.iter::<Number>().next());
            let unit = first.filter(|_| is_drawn).map_or(0.001, |unit| unit.as_f64().abs());
            let kind = Kind::Simple(Box::new(encodings::of_simple(font)));
            return Ok(Font { to_unicode, kind, widths: Widths::of_simple(font, unit), down: 1.0 });
        };
        let down = part.get::<Array<'_>>("DW2").and_then(|two| two.iter::<Number>().nth(1));
        Ok(Font {
            to_unicode,
            kind: Kind::Composite(Box::new(Codes::new(font, &part, budget)?)),
            widths: Widths::of_composite(&part),
            down: down.map_or(1.0, |down| down.as_f64().abs() / 1000.0),
        })
    }

    /// Whether its lines run down.
    pub fn is_vertical(&self) -> bool {
        matches!(&self.kind, Kind::Composite(codes) if codes.is_vertical)
    }

    /// What the bytes show, code by code.
    pub fn show(&self, bytes: &[u8], mut show: impl FnMut(Shown)) {
        let said = |code| self.to_unicode.as_ref().and_then(|map| codes::characters(map, code));
        match &self.kind {
            Kind::Simple(characters) => {
                for &byte in bytes {
                    let code = u32::from(byte);
                    let known = || characters[usize::from(byte)].map(encodings::spelled);
                    show(Shown {
                        characters: said(code).or_else(known),
                        width: self.widths.of(code),
                        is_space: byte == b' ',
                    });
                }
            }
            Kind::Composite(codes) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let (code, length, glyph) = codes.next(rest);
                    rest = &rest[length.max(1)..];
                    show(Shown {
                        characters: said(code).or_else(|| codes.characters(code, glyph)),
                        width: self.widths.of(glyph),
                        is_space: length == 1 && code == 32,
                    });
                }
            }
        }
    }
}

/// The encoding of a simple font.
#[derive(Default)]
pub struct Encoding {
    /// The name of the one that it is based on.
    pub base: Option<Vec<u8>>,
    /// The codes that differ, with the names of their glyphs.
    pub differences: Vec<(u8, Vec<u8>)>,
}

/// Reads the encoding of a simple font.
pub fn encoding(font: &Dict<'_>) -> Encoding {
    let name = |name: Name<'_>| name.as_ref().to_vec();
    if let Some(base) = font.get::<Name<'_>>("Encoding") {
        return Encoding { base: Some(name(base)), differences: Vec::new() };
    }
    let Some(encoding) = font.get::<Dict<'_>>("Encoding") else { return Encoding::default() };
    let mut at = 0usize;
    let mut found = Vec::new();
    let list = encoding.get::<Array<'_>>("Differences");
    for object in list.iter().flat_map(|list| list.iter::<Object<'_>>()) {
        match object {
            Object::Number(code) => at = code.as_f64().clamp(0.0, 256.0) as usize,
            Object::Name(glyph) => {
                // A font has no more codes than these, whatever its list says.
                if found.len() >= 256 {
                    break;
                }
                if let Ok(code) = u8::try_from(at) {
                    found.push((code, name(glyph)));
                }
                at = at.saturating_add(1);
            }
            _ => {}
        }
    }
    Encoding { base: encoding.get::<Name<'_>>("BaseEncoding").map(name), differences: found }
}

/// Whether the font is one of signs, whose codes are its own.
pub fn is_of_signs(font: &Dict<'_>) -> bool {
    let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    number(&descriptor, "Flags").is_some_and(|flags| flags as u32 & 4 != 0)
}
