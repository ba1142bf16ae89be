//! The text of a chapter of a book.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::lists::Lists;
use super::paragraphs::{Paragraphs, is_wide};
use super::tags;
use super::xml::{attribute, character};

/// How often reading goes on after what is not XML. Each time is at least a character further.
const REPAIRS: usize = 1000;

/// The text: a paragraph a line, headings marked, without scripts, styles and the readings of ruby.
/// What is not well-formed is read as far as it can be.
pub fn text(xhtml: &str) -> String {
    let mut page = Page::default();
    let xhtml = &escaped(xhtml);
    let mut rest = &xhtml[..];
    for _ in 0..REPAIRS {
        match page.read(rest) {
            Some(at) => rest = &rest[at..],
            None => break,
        }
    }
    page.text.finish()
}

/// What is read of a page so far.
#[derive(Default)]
struct Page {
    text: Paragraphs,
    /// The element that is left out, and how many of its name are open.
    left_out: Option<(String, usize)>,
    /// The level of the heading that is open; 0 where none is.
    heading: usize,
    /// How many `pre` are open.
    pre: usize,
    lists: Lists,
    /// The cells of the row that is open. A table within a table is read as its paragraphs.
    row: Option<Vec<String>>,
}

impl Page {
    /// Reads to the end, or to what is not XML: then where to go on.
    fn read(&mut self, xhtml: &str) -> Option<usize> {
        let mut reader = Reader::from_str(xhtml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let before = reader.buffer_position() as usize;
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.open(&tag, false),
                Ok(Event::Empty(tag)) => self.open(&tag, true),
                Ok(Event::End(tag)) => self.close(tag.local_name().as_ref()),
                Ok(Event::Text(text)) => self.say(&text.html_content()),
                Ok(Event::CData(text)) => self.say(&text.html_content()),
                Ok(Event::GeneralRef(entity)) => self.say(&character(&entity)),
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    // The sign that opens what is no tag is a character of the text.
                    let rest = xhtml.get(before..)?;
                    let mut signs = rest.char_indices();
                    let (_, sign) = signs.next()?;
                    self.say(sign.encode_utf8(&mut [0; 4]));
                    return Some(before + sign.len_utf8());
                }
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let name = tag.local_name().as_ref().to_ascii_lowercase();
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth += usize::from(*left_out == name && !is_empty);
            return;
        }
        match &name[..] {
            "script" | "style" | "head" | "rt" | "rp" | "template" | "iframe" | "object"
            | "audio" | "video" => self.left_out = (!is_empty).then_some((name, 1)),
            // A character that no font has is a picture of it, with itself as what it shows.
            "img" | "image" => {
                let shown = attribute(tag, "alt").unwrap_or_default();
                if shown.chars().count() == 1 && shown.chars().all(is_wide) {
                    self.say(&shown);
                }
            }
            "br" => self.say(if self.pre > 0 { "\n" } else { "\u{2028}" }),
            "tr" => {
                self.end();
                self.row = Some(Vec::new());
            }
            "td" | "th" => {
                if let Some(cells) = &mut self.row {
                    cells.push(String::new());
                }
            }
            "table" => {
                self.end();
                self.row = None;
                self.text.end_table();
            }
            "ol" | "ul" => {
                self.end();
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                if !is_empty {
                    self.lists.open(if name == "ol" { start.unwrap_or(1) } else { 0 });
                }
            }
            "li" => {
                self.end();
                if self.row.is_none() {
                    self.text.mark(self.lists.mark());
                }
            }
            _ if is_block(&name) => {
                self.end();
                self.heading = level(&name);
                self.pre += usize::from(name == "pre" && !is_empty);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth -= usize::from(*left_out == name);
            if *depth == 0 {
                self.left_out = None;
            }
            return;
        }
        match &name[..] {
            "tr" => {
                if let Some(cells) = self.row.take() {
                    self.text.row(&cells);
                }
            }
            "table" => {
                self.end();
                self.text.end_table();
            }
            "ol" | "ul" | "li" => {
                self.end();
                // One without anything in it is none.
                self.text.mark(String::new());
                if name != "li" {
                    self.lists.close();
                }
            }
            _ if is_block(&name) => {
                self.end();
                self.heading = 0;
                self.pre = self.pre.saturating_sub(usize::from(name == "pre"));
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.left_out.is_some() {
            return;
        }
        if let Some(cells) = &mut self.row {
            // Between the cells there is only how the file was laid out.
            if let Some(cell) = cells.last_mut() {
                cell.push_str(&text.replace('\u{2028}', " "));
            }
            return;
        }
        let mut lines = text.split('\u{2028}');
        self.text.push(lines.next().unwrap_or_default());
        for line in lines {
            // A line that the author broke is a paragraph, but in a heading.
            match self.heading {
                0 => self.end(),
                _ => self.text.push(" "),
            }
            self.text.push(line);
        }
    }

    /// The paragraph ends, in a cell only its line.
    fn end(&mut self) {
        if let Some(cells) = &mut self.row {
            if let Some(cell) = cells.last_mut() {
                cell.push(' ');
            }
        } else if self.pre > 0 {
            self.text.end_lines();
        } else {
            self.text.end(self.heading);
        }
    }
}

/// The same with each `<` that opens no tag written as the character that it is.
fn escaped(xhtml: &str) -> String {
    let mut escaped = String::with_capacity(xhtml.len());
    let mut parts = xhtml.split('<');
    escaped.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let opens = part.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?_:".contains(c));
        escaped.push_str(if opens { "<" } else { "&lt;" });
        escaped.push_str(part);
    }
    escaped
}

fn level(name: &str) -> usize {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => usize::from(digit - b'0'),
        _ => 0,
    }
}

fn is_block(name: &str) -> bool {
    let others = ["dd", "dt", "figure", "pre", "title"];
    level(name) > 0 || tags::is_block(name) || others.contains(&name)
}
