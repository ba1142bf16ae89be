//! The colour of a site's links and marks, in each theme: it has to be read on all of the theme's papers.

/// A colour: red, green, blue.
type Colour = [u8; 3];

/// A colour for the themes that have one of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// On light paper: as it was said.
    pub light: Colour,
    /// On old paper: darker, if it has to be.
    pub sepia: Colour,
    /// On dark paper: lighter, if it has to be.
    pub dark: Colour,
}

/// What the colour stands on: `--paper`, `--sheet` and `--wash` of `style.css`.
pub const LIGHT: [Colour; 3] = [[0xf8, 0xf5, 0xee], [0xfd, 0xfb, 0xf6], [0xf1, 0xe9, 0xda]];
/// The same of old paper.
pub const SEPIA: [Colour; 3] = [[0xf1, 0xe4, 0xc9], [0xf6, 0xeb, 0xd4], [0xe8, 0xd8, 0xb6]];
/// The same of dark paper.
pub const DARK: [Colour; 3] = [[0x1b, 0x1a, 0x18], [0x20, 0x1f, 0x1c], [0x2a, 0x27, 0x23]];

/// What WCAG 2.2 asks of text.
const LEAST: f64 = 4.5;

impl Accent {
    /// Reads `#rrggbb`.
    ///
    /// # Errors
    ///
    /// What is wrong and the way out, if it is no colour, or too light to be read on light paper.
    pub fn parse(text: &str) -> Result<Accent, String> {
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        });
        let Some(number) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            return Err(format!("{text:?} is no colour; write it as in \"#a5331f\""));
        };
        let [_, red, green, blue] = number.to_be_bytes();
        let light = [red, green, blue];
        let (nearest, least) = (readable(light, &LIGHT, 0), least(light, &LIGHT));
        if nearest != light {
            // Down: 4.496 is not enough and should not look so.
            let least = (least * 100.0).floor() / 100.0;
            return Err(format!(
                "{text} has a contrast of {least:.2} with the light paper, and text needs {LEAST}; write {} or a darker one",
                hex(nearest)
            ));
        }
        Ok(Accent { light, sepia: readable(light, &SEPIA, 0), dark: readable(light, &DARK, 255) })
    }

    /// The rules of a style sheet that set it, to stand after those of the page.
    pub fn css(&self) -> String {
        let Accent { light, sepia, dark } = self;
        let (light, sepia, dark) = (hex(*light), hex(*sepia), hex(*dark));
        format!(
            ":root{{--seal:light-dark({light},{dark})}}:root[data-theme=\"sepia\"]{{--seal:{sepia}}}"
        )
    }
}

/// The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

fn least(colour: Colour, papers: &[Colour]) -> f64 {
    papers.iter().map(|&paper| contrast(colour, paper)).fold(f64::MAX, f64::min)
}

/// The colour, or the first on the way to `end` (0: black, 255: white) that is read on all papers.
fn readable(colour: Colour, papers: &[Colour], end: u8) -> Colour {
    let mixed = |step: u32| {
        colour.map(|part| ((u32::from(part) * (100 - step) + u32::from(end) * step) / 100) as u8)
    };
    (0..=100).map(mixed).find(|&mixed| least(mixed, papers) >= LEAST).unwrap_or([end; 3])
}

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
