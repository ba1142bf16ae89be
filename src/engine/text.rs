//! Places in a text, and folding: the form in which texts and queries are compared,
//! with the way back to the characters as printed.

use serde::{Deserialize, Serialize};

use super::sort;

/// A piece of a text: byte offsets on character boundaries, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The piece of `text` that this span covers; empty if the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// Puts things that lie in a text in the order of their places, and keeps only those that lie apart:
/// of two that overlap the one that begins first, of those that begin together the longest.
pub fn keep_apart<T>(things: &mut Vec<T>, span: impl Fn(&T) -> Span) {
    sort::by_number(things, |thing| {
        let Span { start, end } = span(thing);
        u64::from(start) << 32 | u64::from(!end)
    });
    let mut end = 0;
    things.retain(|thing| {
        let is_apart = span(thing).start >= end;
        if is_apart {
            end = span(thing).end;
        }
        is_apart
    });
}

/// What makes no difference when searching, as far as one wants it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Folds(u8);

impl Folds {
    /// Full and half width: `ＩＢＭ`, `IBM`.
    pub const WIDTH: Folds = Folds(1);
    /// Upper and lower case.
    pub const CASE: Folds = Folds(2);
    /// Traditional and simplified characters: `後`, `后`.
    pub const SCRIPT: Folds = Folds(4);
    /// Variants of a character: compatibility characters, Kangxi radicals.
    pub const VARIANTS: Folds = Folds(8);
    /// Brackets, quotation marks, dashes, middle dots and ellipses of all kinds.
    pub const MARKS: Folds = Folds(16);
    /// Spaces between Chinese characters.
    pub const SPACES: Folds = Folds(32);
    /// Separators of thousands in numbers: `1,200`, `1200`.
    pub const THOUSANDS: Folds = Folds(64);
    /// All of them: how a query is meant where nothing else is said.
    pub const ALL: Folds = Folds(127);
    /// None of them: exactly as typed.
    pub const NONE: Folds = Folds(0);

    /// Each of them.
    pub const EACH: [Folds; 7] = [
        Folds::WIDTH,
        Folds::CASE,
        Folds::SCRIPT,
        Folds::VARIANTS,
        Folds::MARKS,
        Folds::SPACES,
        Folds::THOUSANDS,
    ];

    /// Whether all of `others` are among these.
    pub fn has(self, others: Folds) -> bool {
        self.0 & others.0 == others.0
    }

    /// These and `others`.
    pub fn with(self, others: Folds) -> Folds {
        Folds(self.0 | others.0)
    }

    /// These without `others`.
    pub fn without(self, others: Folds) -> Folds {
        Folds(self.0 & !others.0)
    }
}

impl Default for Folds {
    fn default() -> Folds {
        Folds::ALL
    }
}

/// Which characters count as the same when searching.
///
/// Every fold of one character is in a table made at build time. Two rules are not of one
/// character: white space is dropped unless Latin letters or digits stand on both sides of it (one
/// space is left there), and invisible characters are dropped. Folding a folded text changes
/// nothing.
#[derive(Clone)]
pub struct Fold {
    /// For each character of the basic plane its folded form; 0 where that is itself, and [`BEYOND`] where
    /// it is not of that plane.
    plane: Box<[u16]>,
    /// The same for the characters beyond, and those that become such, sorted.
    beyond: Vec<(char, char)>,
    /// The table of each fold of one character, sorted; in the order of [`STEPS`].
    steps: Vec<Vec<(char, char)>>,
}

/// In the place of a folded form: it is among those beyond. No character becomes this one.
const BEYOND: u16 = 1;

/// The characters and what they become, of one table; sorted.
fn pairs(codes: &[u32], ways: &[i32]) -> Vec<(char, char)> {
    let (mut code, mut way) = (0u32, 0i32);
    let pair = codes.iter().zip(ways).map(|(&further, &longer)| {
        (code, way) = (code.wrapping_add(further), way.wrapping_add(longer));
        char::from_u32(code).zip(char::from_u32(code.wrapping_add_signed(way)))
    });
    pair.flatten().collect()
}

/// The folds of one character, in the order in which the tables have them.
const STEPS: [Folds; 5] = [Folds::WIDTH, Folds::CASE, Folds::SCRIPT, Folds::VARIANTS, Folds::MARKS];

impl Fold {
    /// Reads the tables that the build made (see `src/fold/mod.rs`): for each fold of one character
    /// the distances from one character to the next, and by how much the way to what it becomes
    /// differs from the one before. What is no such table folds nothing.
    pub fn new(tables: &[u8]) -> Fold {
        let coded: [(Vec<u32>, Vec<i32>); STEPS.len()] =
            postcard::from_bytes(tables).unwrap_or_default();
        let steps = coded.iter().map(|(codes, ways)| pairs(codes, ways)).collect();
        let (plane, beyond) = (vec![0u16; 0x1_0000].into_boxed_slice(), Vec::new());
        let mut fold = Fold { plane, beyond, steps };
        let mut all = Vec::new();
        for &(from, _) in fold.steps.iter().flatten() {
            all.push((from, fold.char_by(from, Folds::ALL)));
        }
        for (from, to) in all {
            match (u16::try_from(from as u32), u16::try_from(to as u32)) {
                (Ok(from), Ok(to)) => fold.plane[usize::from(from)] = to,
                (is_of_plane, _) => {
                    if let Ok(from) = is_of_plane {
                        fold.plane[usize::from(from)] = BEYOND;
                    }
                    fold.beyond.push((from, to));
                }
            }
        }
        sort::by_number(&mut fold.beyond, |pair| u64::from(pair.0));
        fold.beyond.dedup();
        fold
    }

    /// What a character becomes by some of the folds.
    fn char_by(&self, c: char, folds: Folds) -> char {
        let mut folded = c;
        // Each round leads to a plainer character; few take more than two.
        for _ in 0..ROUNDS {
            let before = folded;
            for (_, step) in STEPS.iter().zip(&self.steps).filter(|(step, _)| folds.has(**step)) {
                if let Ok(at) = step.binary_search_by_key(&folded, |pair| pair.0) {
                    folded = step[at].1;
                }
            }
            if folded == before {
                break;
            }
        }
        folded
    }

    /// The folded form of one character.
    pub fn char(&self, c: char) -> char {
        match self.plane.get(c as usize) {
            Some(0) => c,
            Some(&to) if to != BEYOND => char::from_u32(u32::from(to)).unwrap_or(c),
            _ => match self.beyond.binary_search_by_key(&c, |pair| pair.0) {
                Ok(i) => self.beyond[i].1,
                Err(_) => c,
            },
        }
    }

    /// Whether two texts are the same but for some of the folds; they have to be the same by all of
    /// them. Separators of thousands are not looked at.
    pub fn is_same(&self, one: &str, other: &str, folds: Folds) -> bool {
        let space = |c: char| if folds.has(Folds::WIDTH) && c.is_whitespace() { ' ' } else { c };
        let plain = |text: &str| -> Vec<char> {
            let shown = text.chars().filter(|&c| !is_invisible(c));
            let kept = shown.filter(|c| !folds.has(Folds::SPACES) || !c.is_whitespace());
            kept.map(|c| space(self.char_by(c, folds))).collect()
        };
        plain(one) == plain(other)
    }

    /// The folded form of a text.
    pub fn text(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        self.each(text, |_, c| folded.push(c));
        folded
    }

    /// Where `spans` of `folded`, which is the folded form of `text`, lie in `text` itself: from the
    /// first byte of the first character to the end of the last, so that dropped space at the edges
    /// is not marked. `spans` are in order and do not overlap; so are the answers.
    pub fn unfold(&self, text: &str, folded: &str, spans: &[Span]) -> Vec<Span> {
        let mut found = Vec::with_capacity(spans.len());
        let mut folding = self.folding(text);
        let mut at = 0;
        for span in spans {
            let (first, end) = (span.start as usize, span.end as usize);
            let mut start = None;
            while at < end {
                // Most of a text is its own folded form; that is not gone through one by one.
                let most = if start.is_none() { first } else { end - 1 };
                at += folding.pass(&folded[at..], most.saturating_sub(at));
                let Some((source, c)) = folding.next() else { return found };
                at += c.len_utf8();
                if start.is_none() && first < at {
                    start = Some(source as u32);
                }
                if let Some(start) = start
                    && end <= at
                {
                    let length = text[source..].chars().next().map_or(0, char::len_utf8);
                    found.push(Span { start, end: (source + length) as u32 });
                }
            }
        }
        found
    }

    /// Where `spans` of a text lie in its folded form: the inverse of [`unfold`](Fold::unfold). Those
    /// of which nothing is left are left out.
    pub fn refold(&self, text: &str, spans: &[Span]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::with_capacity(spans.len());
        let mut wanted = spans.iter().peekable();
        let mut at = 0;
        let mut start = None;
        let mut last = 0;
        self.each(text, |source, c| {
            while wanted.next_if(|span| span.end as usize <= source).is_some() {
                found.extend(start.take().map(|start| Span { start, end: last }));
            }
            if wanted.peek().is_some_and(|span| span.start as usize <= source) && c != ' ' {
                start = start.or(Some(at));
            }
            at += c.len_utf8() as u32;
            if c != ' ' {
                last = at;
            }
        });
        found.extend(start.map(|start| Span { start, end: last }));
        found
    }

    /// All characters that are the same as `c` by these folds, `c` too.
    pub fn alike(&self, c: char, folds: Folds) -> Vec<char> {
        let folded = self.char_by(c, folds);
        let keys = self.steps.iter().flatten().map(|pair| pair.0);
        let mut alike: Vec<char> =
            keys.filter(|&key| self.char_by(key, folds) == folded).chain([c, folded]).collect();
        sort::by_number(&mut alike, |&c| u64::from(c));
        alike.dedup();
        alike
    }

    /// Calls `each` with every folded character and the byte where its source begins.
    pub fn each(&self, text: &str, mut each: impl FnMut(usize, char)) {
        let mut folding = self.folding(text);
        loop {
            // Most of a text: gone through without a look at what it could be besides.
            while folding.space.is_none()
                && folding.held.is_none()
                && let Some(c) = common_han(&text.as_bytes()[folding.at..])
            {
                let folded = self.char(c);
                each(folding.at, folded);
                folding.before = Some(folded);
                folding.at += c.len_utf8();
            }
            match folding.next() {
                Some((at, c)) => each(at, c),
                None => return,
            }
        }
    }

    /// Calls `each` with the folded text piece by piece: with the byte where the source of the piece begins,
    /// the piece, and whether its source is the same.
    pub fn each_run(&self, text: &str, mut each: impl FnMut(usize, &str, bool)) {
        let mut folding = self.folding(text);
        loop {
            let start = folding.at;
            if folding.space.is_none() && folding.held.is_none() {
                let bytes = text.as_bytes();
                let mut at = start;
                while let Some(code) = common_code(&bytes[at..])
                    && self.plane.get(usize::from(code)) == Some(&0)
                {
                    at += 3;
                }
                folding.at = at;
            }
            if folding.at > start {
                let run = &text[start..folding.at];
                folding.before = run.chars().next_back();
                each(start, run, true);
                continue;
            }
            match folding.next() {
                Some((at, c)) => each(at, c.encode_utf8(&mut [0; 4]), false),
                None => return,
            }
        }
    }

    fn folding<'a>(&'a self, text: &'a str) -> Folding<'a> {
        Folding { fold: self, text, at: 0, before: None, space: None, held: None }
    }
}

/// A text on its way to its folded form: every folded character, and the byte where its source
/// begins.
struct Folding<'a> {
    fold: &'a Fold,
    text: &'a str,
    /// So many bytes of the text are folded.
    at: usize,
    /// The last folded character that is no space.
    before: Option<char>,
    /// Where the white space began that was gone through since.
    space: Option<usize>,
    /// What comes after the space that was just told.
    held: Option<(usize, char)>,
}

impl Iterator for Folding<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        if let Some(held) = self.held.take() {
            return Some(held);
        }
        for c in self.text[self.at..].chars() {
            let at = self.at;
            self.at += c.len_utf8();
            if is_invisible(c) {
                continue;
            }
            if c.is_whitespace() {
                self.space = self.space.or(Some(at));
                continue;
            }
            let folded = self.fold.char(c);
            let (space, before) = (self.space.take(), self.before.replace(folded));
            if let (Some(space), Some(before)) = (space, before)
                && is_latin(before)
                && is_latin(folded)
            {
                self.held = Some((at, folded));
                return Some((space, ' '));
            }
            return Some((at, folded));
        }
        None
    }
}

impl Folding<'_> {
    /// Goes past characters that are their own folded form, as many as lie within the first `most`
    /// bytes of `folded`, which is what the rest becomes. How many bytes those are.
    ///
    /// What is dropped cannot be taken for what is kept: of all white space and invisible characters
    /// folded texts have the plain space only, and that is left for [`next`](Folding::next).
    fn pass(&mut self, folded: &str, most: usize) -> usize {
        if self.space.is_some() || self.held.is_some() {
            return 0;
        }
        let rest = &self.text[self.at..];
        let same = common(rest.as_bytes(), &folded.as_bytes()[..most.min(folded.len())]);
        let same = rest[..rest.floor_char_boundary(same)].trim_end_matches(' ');
        self.before = same.chars().next_back().or(self.before);
        self.at += same.len();
        same.len()
    }
}

/// The code of the character that a text begins with, if it is one of those from U+4000 to U+9FFF, of three
/// bytes each: none of them is white space or does not show.
fn common_code(bytes: &[u8]) -> Option<u16> {
    match *bytes {
        [first @ 0xe4..=0xe9, second, third, ..] => {
            let bits = |byte: u8| u16::from(byte & 0x3f);
            Some(u16::from(first & 0xf) << 12 | bits(second) << 6 | bits(third))
        }
        _ => None,
    }
}

/// That character.
fn common_han(bytes: &[u8]) -> Option<char> {
    common_code(bytes).and_then(|code| char::from_u32(u32::from(code)))
}

/// How many bytes two texts have in common from their beginnings.
fn common(one: &[u8], other: &[u8]) -> usize {
    const AT_ONCE: usize = 16;
    let chunks = one.chunks_exact(AT_ONCE).zip(other.chunks_exact(AT_ONCE));
    let whole = AT_ONCE * chunks.take_while(|(one, other)| one == other).count();
    let rest = one[whole..].iter().zip(&other[whole..]);
    whole + rest.take_while(|(one, other)| one == other).count()
}

/// More rounds of folds than any character takes.
const ROUNDS: usize = 8;

/// The lines of a text. Line ends are those of Unix, Windows and the old Mac.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let end = if text[at..].starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&text[at + end..]);
        Some(&text[..at])
    })
}

/// A Latin letter or a digit: what words set apart by spaces are made of.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c)
}

/// A Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}

/// A character that is in the file but not on the page: marks of direction, of joining, of
/// byte order; soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
