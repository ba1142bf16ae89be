//! The lines of a source, with their widths and the blank lines between them.

use std::borrow::Cow;
use std::ops::Deref;

use super::super::corpus::{Reason, Removal};
use super::super::text::{self, is_han, is_invisible, is_latin};
use super::roles::{self, Says};

/// A line that holds something.
pub struct Line<'a> {
    /// Its number in the source, from 1.
    pub number: u32,
    /// What it holds; spaces at its ends are not part of it.
    pub pieces: Pieces<'a>,
    /// The text of the pieces, together.
    pub text: Cow<'a, str>,
    /// What that text says it is.
    pub says: Says,
    /// How many characters it has.
    pub count: u32,
    /// How wide it was printed, in halves of a Chinese character's width.
    pub width: u32,
    /// How many of its characters are marks as wide as a character: each can be squeezed by half.
    pub marks: u32,
    /// Whether there is a space in it.
    pub spaced: bool,
    /// Whether it has a mark of running text: `，`, `。`, `；`.
    pub prose: bool,
    /// How it ends.
    pub end: End,
    /// Whether a blank line, or more, comes before it.
    pub gap: bool,
    /// Whether it begins a frame of the page: the extraction marks that by a space, or a form
    /// feed, before the first line.
    pub frame: bool,
    /// How far it is indented by spaces, in halves of a Chinese character's width.
    pub indent: u32,
    /// Whether it stands as it is, spaces and all: a row of a table, a heading of Markdown, code,
    /// the number of a page.
    pub verbatim: bool,
    /// Whether it was printed twice.
    pub shadowed: bool,
}

impl<'a> Line<'a> {
    /// A line of these pieces.
    pub fn new(number: u32, pieces: Pieces<'a>, gap: bool, frame: bool) -> Line<'a> {
        let text = match &*pieces {
            [piece] => Cow::Borrowed(piece.text),
            pieces => pieces.iter().map(|piece| piece.text).collect(),
        };
        let (mut count, mut printed, mut marks) = (0, 0, 0);
        let (mut spaced, mut prose) = (false, false);
        for c in text.chars() {
            let wide = width(c);
            count += 1;
            printed += wide;
            if !is_han(c) {
                marks += u32::from(wide == 2 && !c.is_alphanumeric());
                spaced |= c.is_whitespace();
                prose |= matches!(c, '，' | '。' | '；');
            }
        }
        let end = end(&text);
        let says = roles::says(&text);
        Line {
            number,
            pieces,
            text,
            says,
            count,
            width: printed,
            marks,
            spaced,
            prose,
            end,
            gap,
            frame,
            indent: 0,
            verbatim: false,
            shadowed: false,
        }
    }

    /// The character of the line, from 1, that its text ends with.
    pub fn last_column(&self) -> u32 {
        self.pieces.last().map_or(1, |piece| piece.column + piece.text.chars().count() as u32 - 1)
    }
}

/// How a line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With a mark that a sentence cannot end with: `，`, `、`, an opening bracket.
    Open,
    /// With a mark that ends a sentence.
    Closed,
    /// With anything else.
    Plain,
}

/// How a text ends, closing quotation marks and brackets aside.
fn end(text: &str) -> End {
    let last = text.chars().next_back();
    let mut inner = text.trim_end_matches(['”', '’', '」', '』', '）', ')', '"']).chars().rev();
    match (inner.next(), last) {
        (Some('。' | '！' | '？' | '!' | '?' | '…'), _) | (_, Some('：' | ':')) => {
            End::Closed
        }
        (Some('.'), _) if inner.next().is_some_and(|c| is_latin(c) || c == ')') => End::Closed,
        (_, Some('，' | '、' | '；' | ',' | '“' | '‘' | '（' | '(' | '《' | '「')) => {
            End::Open
        }
        _ => End::Plain,
    }
}

/// Chooses how the lines were measured when they were broken: by printed width, as type is set,
/// or by the number of characters, as programs wrap text. Programs make the lines of a whole text
/// equally long, and none longer.
///
/// Whether it is the number of characters.
pub fn choose_measure(lines: &mut [Line<'_>]) -> bool {
    let counted: Vec<u32> = lines.iter().map(|line| 2 * line.count).collect();
    let printed: Vec<u32> = lines.iter().map(|line| line.width).collect();
    let (alike, length) = most_alike(&counted);
    let longer = counted.iter().filter(|&&width| width > length).count();
    let by_count =
        alike > most_alike(&printed).0 && alike * 3 > lines.len() && longer * 50 <= lines.len();
    if by_count {
        for (line, width) in lines.iter_mut().zip(counted) {
            line.width = width;
            line.marks = 0;
        }
    }
    by_count
}

/// Forgets blank lines where one stands after every line, also inside paragraphs: most lines are
/// full there, equally wide, and end in the middle of a sentence.
pub fn close_gaps(lines: &mut [Line<'_>]) {
    let cut = lines.iter().filter(|line| line.end != End::Closed);
    let (alike, _) = most_alike(&cut.map(|line| line.width).collect::<Vec<_>>());
    let apart = lines.len() > 3 && lines.iter().skip(1).all(|line| line.gap);
    if apart && alike * 2 > lines.len() {
        lines.iter_mut().for_each(|line| line.gap = false);
    }
}

/// How many of the widths are the same, at most, and which width that is.
fn most_alike(widths: &[u32]) -> (usize, u32) {
    let mut widths = widths.to_vec();
    widths.sort_unstable();
    let alike = widths.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0]));
    alike.max().unwrap_or((0, 0))
}

/// A run of characters of a line.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// The character of the line where it begins, from 1.
    pub column: u32,
    /// The characters.
    pub text: &'a str,
}

/// The runs of characters of a line; most have one.
pub enum Pieces<'a> {
    /// One run.
    One(Piece<'a>),
    /// Any number of them.
    Many(Vec<Piece<'a>>),
}

impl<'a> Deref for Pieces<'a> {
    type Target = [Piece<'a>];

    fn deref(&self) -> &[Piece<'a>] {
        match self {
            Pieces::One(piece) => std::slice::from_ref(piece),
            Pieces::Many(pieces) => pieces,
        }
    }
}

/// How wide a character is set, in halves of a Chinese character's width.
pub fn width(c: char) -> u32 {
    let wide = is_han(c)
        || matches!(
            c,
            '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '\u{2e80}'
                ..='\u{ffdc}' | '■' | '●' | '▲' | '◆'
        );
    if wide { 2 } else { 1 }
}

/// Splits a source into its lines; blank ones are only counted. Line ends are those of Unix,
/// Windows and the old Mac. Invisible characters are taken out and listed.
pub fn lines<'a>(source: &'a str, removed: &mut Vec<Removal>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut gap = false;
    let mut in_code = false;
    for (i, raw) in text::lines(source).enumerate() {
        let number = i as u32 + 1;
        let pieces = pieces(raw, number, removed);
        if pieces.is_empty() {
            gap = true;
            continue;
        }
        let frame = raw.starts_with(' ') && !raw.starts_with("  ") || raw.contains('\u{c}');
        let mut line = Line::new(number, pieces, gap, frame);
        line.indent = indent(raw);
        let fence = line.text.starts_with("```");
        line.verbatim = in_code || fence || is_row(&line) || roles::is_page_number(&line.text);
        in_code ^= fence;
        lines.push(line);
        gap = false;
    }
    lines
}

/// How far the spaces before a line indent it.
fn indent(raw: &str) -> u32 {
    let spaces = raw.chars().take_while(|c| c.is_whitespace());
    spaces.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

/// Whether a line is a row of a table (its cells stand apart by a tab or by three spaces) or a
/// heading or row of Markdown.
fn is_row(line: &Line<'_>) -> bool {
    let mut run = 0;
    let mut apart = line.text.chars().map(|c| {
        run = if c.is_whitespace() { run + 1 } else { 0 };
        c == '\t' || run == 3
    });
    let is_marked = line.text.starts_with('|') || roles::is_marked(&line.text);
    is_marked || line.spaced && apart.any(|apart| apart)
}

/// The pieces of a line: what is left without the spaces at its ends and what is invisible.
fn pieces<'a>(raw: &'a str, number: u32, removed: &mut Vec<Removal>) -> Pieces<'a> {
    let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let offset = trimmed.as_ptr() as usize - raw.as_ptr() as usize;
    if !raw.contains(is_invisible) {
        let column = raw[..offset].chars().count() as u32 + 1;
        let piece = Piece { column, text: trimmed };
        return if trimmed.is_empty() { Pieces::Many(Vec::new()) } else { Pieces::One(piece) };
    }
    let mut pieces = Vec::new();
    let mut column = 0;
    let mut start: Option<(u32, usize)> = None;
    for (at, c) in raw.char_indices() {
        column += 1;
        let inside = (offset..offset + trimmed.len()).contains(&at);
        if inside && !is_invisible(c) {
            start = start.or(Some((column, at)));
            continue;
        }
        if let Some((column, from)) = start.take() {
            pieces.push(Piece { column, text: &raw[from..at] });
        }
        if is_invisible(c) {
            let (line, chars) = (number, c.to_string());
            removed.push(Removal { line, column, chars, reason: Reason::Invisible });
        }
    }
    if let Some((column, from)) = start {
        pieces.push(Piece { column, text: &raw[from..] });
    }
    Pieces::Many(pieces)
}
