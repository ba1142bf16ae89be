//! The body of a document becomes paragraphs and rows. Deleted text is out, inserted text in; of ruby
//! the base, of a field what it shows; text boxes and notes stand after the paragraph that they are at.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::Cause;
use super::super::paragraphs::Paragraphs;
use super::super::parts::broken;
use super::super::xml::{attribute, character};
use super::numbers::Numbers;
use super::styles::{Styles, outline};

/// How deep paragraphs and tables may stand in each other, through text boxes and cells.
const DEPTH: usize = 60;

/// A line that the author broke within a paragraph.
const BREAK: char = '\u{2028}';

/// The notes of a document by their kind and id.
pub type Notes = HashMap<(&'static str, String), Vec<Piece>>;

/// What a document is made of.
pub enum Piece {
    Paragraph { text: String, level: usize },
    Row(Vec<String>),
    EndOfTable,
}

/// What is open around the place that is being read.
enum Open {
    Paragraph(Paragraph),
    /// The cells of the row that is being read.
    Table(Vec<Vec<Piece>>),
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    level: Option<usize>,
    list: Option<String>,
    depth: Option<usize>,
    /// Whether its end was deleted, so that it goes on in the next one.
    goes_on: bool,
    /// Text boxes and notes at it.
    after: Vec<Piece>,
}

/// A body, or a part of notes, that is being read.
pub struct Body<'s> {
    styles: &'s Styles,
    numbers: &'s mut Numbers,
    notes: Notes,
    open: Vec<Open>,
    done: Vec<Piece>,
    /// The text of a paragraph whose end was deleted.
    begun: String,
    /// How many elements are open within one that is left out, itself included.
    left_out: usize,
    is_text: bool,
    is_properties: bool,
}

impl<'s> Body<'s> {
    /// A body with its notes.
    pub fn new(styles: &'s Styles, numbers: &'s mut Numbers, notes: Notes) -> Body<'s> {
        Body {
            styles,
            numbers,
            notes,
            open: Vec::new(),
            done: Vec::new(),
            begun: String::new(),
            left_out: 0,
            is_text: false,
            is_properties: false,
        }
    }

    /// The text of the body.
    pub fn read(mut self, xml: &str) -> Result<String, Cause> {
        self.walk(xml, |_, _| {})?;
        let mut text = Paragraphs::default();
        for piece in self.done {
            match piece {
                Piece::Paragraph { text: paragraph, level: 0 } => {
                    for line in paragraph.split(BREAK) {
                        text.push(line);
                        text.end(0);
                    }
                }
                Piece::Paragraph { text: heading, level } => {
                    text.push(&heading.replace(BREAK, " "));
                    text.end(level);
                }
                Piece::Row(cells) => text.row(&cells),
                Piece::EndOfTable => text.end_table(),
            }
        }
        Ok(text.finish())
    }

    fn walk(
        &mut self,
        xml: &str,
        mut note: impl FnMut(Option<&BytesStart<'_>>, &mut Vec<Piece>),
    ) -> Result<(), Cause> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().allow_dangling_amp = true;
        loop {
            match reader.read_event().map_err(|error| broken(error.to_string()))? {
                Event::Start(tag) if self.left_out > 0 || is_left_out(&tag) => self.left_out += 1,
                Event::Empty(_) if self.left_out > 0 => {}
                Event::Start(tag) => {
                    if is_note(tag.local_name().as_ref()) {
                        note(Some(&tag), &mut self.done);
                    }
                    self.start(&tag)?;
                }
                Event::Empty(tag) => self.empty(&tag),
                Event::End(_) if self.left_out > 0 => self.left_out -= 1,
                Event::End(tag) => {
                    self.end(tag.local_name().as_ref());
                    if is_note(tag.local_name().as_ref()) {
                        note(None, &mut self.done);
                    }
                }
                Event::Text(text) if self.is_text => self.say(&text.xml10_content()),
                Event::CData(text) if self.is_text => self.say(&text.xml10_content()),
                Event::GeneralRef(entity) if self.is_text => self.say(&character(&entity)),
                Event::Eof => break,
                _ => {}
            }
        }
        if self.open.is_empty() { Ok(()) } else { Err(broken("it ends in the middle")) }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Cause> {
        match tag.local_name().as_ref() {
            "p" => {
                let text = if self.open.is_empty() {
                    std::mem::take(&mut self.begun)
                } else {
                    String::new()
                };
                self.open.push(Open::Paragraph(Paragraph { text, ..Paragraph::default() }));
                self.is_text = false;
                self.is_properties = false;
            }
            "tbl" => self.open.push(Open::Table(Vec::new())),
            "tc" => {
                if let Some(Open::Table(cells)) = self.open.last_mut() {
                    cells.push(Vec::new());
                }
            }
            "pPr" => self.is_properties = true,
            "t" => self.is_text = true,
            _ => self.empty(tag),
        }
        if self.open.len() > DEPTH {
            return Err(broken("its text boxes and tables stand too deep in each other"));
        }
        Ok(())
    }

    /// An element that says something by being there.
    fn empty(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let value = || attribute(tag, "val").unwrap_or_default();
        if self.is_properties {
            let Some(Open::Paragraph(paragraph)) = self.open.last_mut() else { return };
            match name.as_ref() {
                "pStyle" => paragraph.style = value(),
                "outlineLvl" => paragraph.level = outline(&value()),
                "numId" => paragraph.list = Some(value()),
                "ilvl" => paragraph.depth = value().parse().ok(),
                "del" => paragraph.goes_on = true,
                _ => {}
            }
            return;
        }
        match name.as_ref() {
            // An empty paragraph ends one whose own end was deleted.
            "p" if !self.begun.is_empty() && self.open.is_empty() => {
                let text = std::mem::take(&mut self.begun);
                self.put(Piece::Paragraph { text, level: 0 });
            }
            "tab" | "ptab" => self.say(" "),
            "br" | "cr" => self.say(BREAK.encode_utf8(&mut [0; 3])),
            "noBreakHyphen" => self.say("-"),
            "sym" => self.say(&symbol(tag)),
            "footnoteReference" => self.note("footnote", tag),
            "endnoteReference" => self.note("endnote", tag),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "pPr" => self.is_properties = false,
            "p" => {
                if matches!(self.open.last(), Some(Open::Paragraph(_)))
                    && let Some(Open::Paragraph(paragraph)) = self.open.pop()
                {
                    self.finish(paragraph);
                }
            }
            "tr" => {
                if let Some(Open::Table(cells)) = self.open.last_mut() {
                    let cells = std::mem::take(cells);
                    self.row(cells);
                }
            }
            "tbl" => {
                if matches!(self.open.last(), Some(Open::Table(_)))
                    && let Some(Open::Table(cells)) = self.open.pop()
                {
                    self.spread(cells);
                    self.put(Piece::EndOfTable);
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self, paragraph: Paragraph) {
        let Paragraph { text, style, level, list, depth, goes_on, after } = paragraph;
        if goes_on && self.open.is_empty() {
            self.begun = text;
        } else if !text.trim().is_empty() {
            let of_style = self.styles.list(&style);
            let depth = depth.or_else(|| of_style.as_ref().map(|(_, depth)| *depth)).unwrap_or(0);
            let list = list.or_else(|| of_style.map(|(list, _)| list));
            let number = list.map(|list| self.numbers.next(&list, depth)).unwrap_or_default();
            let level = level.unwrap_or_else(|| self.styles.level(&style));
            self.put(Piece::Paragraph { text: numbered(number, text), level });
        }
        for piece in after {
            self.put(piece);
        }
    }

    /// A row whose cells are paragraphs, at most one each, is a row; one of a form with longer texts is
    /// read cell by cell.
    fn row(&mut self, cells: Vec<Vec<Piece>>) {
        let is_row = cells.len() > 1
            && cells.iter().all(|cell| matches!(cell[..], [] | [Piece::Paragraph { .. }]));
        if !is_row {
            return self.spread(cells);
        }
        let text = |piece| match piece {
            Piece::Paragraph { text, .. } => text.replace(BREAK, " "),
            _ => String::new(),
        };
        let cells = cells.into_iter().map(|cell| cell.into_iter().map(text).collect()).collect();
        self.row_above(Piece::Row(cells));
    }

    fn spread(&mut self, cells: Vec<Vec<Piece>>) {
        for piece in cells.into_iter().flatten() {
            self.row_above(piece);
        }
    }

    /// Puts what a row gave beside its table, not into the row.
    fn row_above(&mut self, piece: Piece) {
        let table = match self.open.last() {
            Some(Open::Table(_)) => self.open.pop(),
            _ => None,
        };
        self.put(piece);
        self.open.extend(table);
    }

    /// A piece is finished, and goes to where it stands.
    fn put(&mut self, piece: Piece) {
        match self.open.last_mut() {
            Some(Open::Paragraph(paragraph)) => paragraph.after.push(piece),
            Some(Open::Table(cells)) => match cells.last_mut() {
                Some(cell) => cell.push(piece),
                None => cells.push(vec![piece]),
            },
            None => self.done.push(piece),
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(Open::Paragraph(paragraph)) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// A note stands where it is referred to first.
    fn note(&mut self, kind: &'static str, tag: &BytesStart<'_>) {
        let id = attribute(tag, "id").unwrap_or_default();
        for piece in self.notes.remove(&(kind, id)).unwrap_or_default() {
            self.put(piece);
        }
    }
}

/// The notes of a part.
pub fn notes(xml: &str, styles: &Styles, numbers: &mut Numbers) -> Result<Notes, Cause> {
    let mut notes = Notes::new();
    let mut key = None;
    Body::new(styles, numbers, Notes::new()).walk(xml, |tag, done| match tag {
        Some(tag) => {
            let kind = if tag.local_name().as_ref() == "footnote" { "footnote" } else { "endnote" };
            key = Some((kind, attribute(tag, "id").unwrap_or_default()));
        }
        None => {
            let pieces = std::mem::take(done);
            if let Some(key) = key.take() {
                notes.insert(key, pieces);
            }
        }
    })?;
    Ok(notes)
}

fn is_note(name: &str) -> bool {
    name == "footnote" || name == "endnote"
}

/// Whether nothing in it is text that is printed: deleted or moved away, said a second time for older
/// programs, the reading of ruby, what a property was before.
fn is_left_out(tag: &BytesStart<'_>) -> bool {
    let name = tag.local_name();
    let name = name.as_ref();
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "rt" | "instrText" | "delText" | "tabs" | "sectPr"
    ) || name.ends_with("PrChange")
}

/// A number and what it numbers, apart by a space where the number does not end in a wide mark.
fn numbered(number: String, text: String) -> String {
    match number.chars().next_back() {
        None => text,
        Some('、' | '）' | '．') => number + &text,
        Some(_) if text.starts_with(char::is_whitespace) => number + &text,
        Some(_) => number + " " + &text,
    }
}

/// A character that is named by its place in a font. The fonts of signs have theirs in an area of
/// Unicode that means nothing without them; boxes and ticks of forms are known.
fn symbol(tag: &BytesStart<'_>) -> String {
    let code = attribute(tag, "char").unwrap_or_default();
    let Some(sign) = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32) else {
        return String::new();
    };
    let font = attribute(tag, "font").unwrap_or_default().to_lowercase();
    let is_signs = font.starts_with("wingdings");
    match sign as u32 & 0xff {
        _ if !('\u{f000}'..='\u{f0ff}').contains(&sign) => sign.to_string(),
        0xa8 | 0x6f | 0x71 | 0xa3 if is_signs => "□".to_string(),
        0xfe | 0x52 | 0x53 if is_signs => "☑".to_string(),
        0xfd | 0x54 | 0x51 if is_signs => "☒".to_string(),
        0xfc | 0x50 if is_signs => "✓".to_string(),
        0x6c | 0x9f if is_signs => "●".to_string(),
        0x6e if is_signs => "■".to_string(),
        code @ 0x20..=0x7e if font != "symbol" && !is_signs => {
            char::from_u32(code).map(String::from).unwrap_or_default()
        }
        _ => sign.to_string(),
    }
}
