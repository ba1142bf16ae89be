//! How far each glyph of a font goes on, in ems.

use std::collections::{BTreeMap, HashMap};

use hayro_syntax::object::{Array, Dict, Number, Object};

/// A font has fewer glyphs than this.
const GLYPHS: u32 = 0x10000;

/// The widths of a font.
pub struct Widths {
    /// Of ranges of glyphs: the last, and the width.
    ranges: BTreeMap<u32, (u32, f64)>,
    single: HashMap<u32, f64>,
    other: f64,
}

impl Widths {
    /// Of a simple font, whose glyphs are its codes.
    pub fn of_simple(font: &Dict<'_>, unit: f64) -> Widths {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let missing = number(&descriptor, "MissingWidth").filter(|&width| width > 0.0);
        let widths = font.get::<Array<'_>>("Widths");
        let first = number(font, "FirstChar").unwrap_or(0.0) as u32;
        let mut single = HashMap::new();
        for (at, width) in
            (first..GLYPHS).zip(widths.iter().flat_map(|widths| widths.iter::<Number>())).take(256)
        {
            single.insert(at, width.as_f64() * unit);
        }
        // The fonts that every reader has need not say theirs: half an em is what they are about.
        Widths { ranges: BTreeMap::new(), single, other: missing.map_or(0.5, |width| width * unit) }
    }

    /// Of a composite font.
    pub fn of_composite(part: &Dict<'_>) -> Widths {
        let mut widths = Widths {
            ranges: BTreeMap::new(),
            single: HashMap::new(),
            other: number(part, "DW").unwrap_or(1000.0) / 1000.0,
        };
        let Some(list) = part.get::<Array<'_>>("W") else { return widths };
        let mut numbers: Vec<f64> = Vec::new();
        for object in list.iter::<Object<'_>>() {
            match object {
                Object::Number(number) => numbers.push(number.as_f64()),
                Object::Array(array) => {
                    let first = numbers.pop().unwrap_or(0.0) as u32;
                    numbers.clear();
                    for (at, width) in (first..GLYPHS).zip(array.iter::<Number>()) {
                        widths.single.insert(at, width.as_f64() / 1000.0);
                    }
                }
                _ => {}
            }
            if let [first, last, width] = numbers[..] {
                widths.ranges.insert(first as u32, (last as u32, width / 1000.0));
                numbers.clear();
            }
        }
        widths
    }

    /// Of a glyph.
    pub fn of(&self, glyph: u32) -> f64 {
        if let Some(&width) = self.single.get(&glyph) {
            return width;
        }
        match self.ranges.range(..=glyph).next_back() {
            Some((_, &(last, width))) if glyph <= last => width,
            _ => self.other,
        }
    }
}

/// The number under this key.
pub fn number(dict: &Dict<'_>, key: &str) -> Option<f64> {
    dict.get::<Number>(key).map(|number| number.as_f64())
}
