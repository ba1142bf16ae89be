//! Files of other programs become texts. Pure: bytes in, texts out, whatever the bytes are; no clock, no
//! web, and no file is ever opened here.
//!
//! A text is as the engine reads it: a paragraph a line, a blank line between two; a heading has the
//! number signs of Markdown before it. What is laid out in lines (a plain text, a page of a PDF) keeps
//! its lines: to restore them is the engine's work.

mod archive;
mod damage;
mod dates;
pub mod docx;
mod encoding;
pub mod epub;
mod format;
mod guess;
mod html;
mod lists;
mod markdown;
mod paragraphs;
mod parts;
pub mod pdf;
mod table;
mod tags;
mod xhtml;
mod xml;

use std::fmt;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

pub use archive::{Member, Members};
pub use damage::is_damaged;
pub use encoding::Encoding;
pub use guess::is_hidden;

use format::{Kind, Written};

/// What a file is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// An electronic book.
    Epub,
    /// A document of a word processor, Office Open XML.
    Docx,
    /// A document of pages.
    Pdf,
    /// A table of values apart by commas or tabs.
    Csv,
    /// A JSON object a line.
    Jsonl,
}

impl Format {
    /// Whether a file of it can be many documents: a row each.
    pub fn has_rows(self) -> bool {
        matches!(self, Format::Csv | Format::Jsonl)
    }
}

/// What a file says, and what it says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// The text; see the top of this file.
    pub text: String,
    /// The title that the file names; empty where it names none.
    pub title: String,
    /// Who wrote it, as the file says; empty where it does not.
    pub author: String,
    /// When, as the file says: `2021`, `2021-03` or `2021-03-05`; empty where it does not.
    pub date: String,
}

/// A text that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Where it is from: the path of the file; of a member of an archive `a.zip/b/c.txt`; of a row of a
    /// table, or an object among others, `x.csv#3`, counted from 1 without the head.
    pub path: String,
    /// What the file is.
    pub format: Format,
    /// What its characters were in; `None` where the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// What it says.
    pub content: Content,
    /// Whether it looks as a PDF leaves a text, so that the engine should restore it. Where it does not,
    /// each line is a paragraph, and is to stay one.
    pub is_damaged: bool,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Where it is; as [`Taken::path`].
    pub path: String,
    /// Why.
    pub cause: Cause,
}

/// What comes of a file, of a member of an archive, or of a row.
pub type Found = Result<Taken, Refused>;

/// How a person wants files to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// How much is taken.
    pub limits: Limits,
    /// What plain texts, tables and pages of the web are in; `None` to find out. Where it is wrong, the
    /// characters are wrong: it is followed whatever the bytes are.
    pub encoding: Option<Encoding>,
    /// The column, or key, that has the text of a row; `None` to go by the usual names.
    pub column: Option<String>,
}

/// A text has no more bytes than this: one document with more would take up the memory that a library of
/// many has, and most of it several times while it is made.
pub const TEXT_BYTES: u64 = 50_000_000;

/// Takes a file: gives `each` what comes of it, one after the other, so that no more than one is ever
/// held. A file that is passed over (`.DS_Store`, `Thumbs.db`) gives nothing; an archive and a table
/// give as many as they have. What `each` answers is heard: after a break nothing more comes, and the
/// break is the answer.
pub fn take(
    path: &str,
    bytes: &[u8],
    wishes: &Wishes,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    if is_hidden(name) {
        return ControlFlow::Continue(());
    }
    Taking { wishes, each, unpacked: 0 }.file(path, bytes, 0)
}

/// Whether a file is an archive, so that [`Members`] can unpack it.
pub fn is_archive(path: &str, bytes: &[u8]) -> bool {
    matches!(format::of_bytes(path, bytes), Kind::Archive)
}

/// How much is taken at most. What goes beyond is refused by name, and harms nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Bytes that may come out of an archive, a book or a document, unpacked, all together.
    pub unpacked_bytes: u64,
    /// Files in an archive.
    pub members: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { file_bytes: 200_000_000, unpacked_bytes: 1_000_000_000, members: 100_000 }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// It has no text, or nothing but white space.
    Empty,
    /// It is none of the formats.
    Unknown,
    /// It has more bytes than are taken.
    TooLarge { bytes: u64, most: u64 },
    /// Unpacked it would have more bytes than are taken.
    Bomb { most: u64 },
    /// An archive has more files than are taken.
    TooMany { most: usize },
    /// It is an archive in an archive that is itself in one.
    Nested,
    /// The name of a member of an archive leads out of it.
    BadPath,
    /// It is locked by a password.
    Locked,
    /// A PDF of so many pages without text: pictures of pages.
    Scanned { pages: u32 },
    /// A table has no column for the text; it has these.
    NoText { columns: Vec<String> },
    /// It is damaged, or not what its name says; in the words of what read it.
    Broken { what: String },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Empty => f.write_str("there is no text in it"),
            Cause::Unknown => f.write_str(
                "it is none of .txt .md .html .epub .docx .pdf .csv .jsonl .zip; convert it first",
            ),
            Cause::TooLarge { bytes, most } => {
                write!(f, "it has {bytes} bytes, more than {most}; split it first")
            }
            Cause::Bomb { most } => {
                write!(
                    f,
                    "unpacked it has more than {most} bytes; unpack it, and choose what to take"
                )
            }
            Cause::TooMany { most } => {
                write!(f, "it holds more than {most} files; unpack it, and take it in parts")
            }
            Cause::Nested => {
                f.write_str("it is an archive too deep in others; unpack the outer one")
            }
            Cause::BadPath => f.write_str("its name leads out of the archive; unpack it by hand"),
            Cause::Locked => f.write_str("it is locked by a password; save it without one"),
            Cause::Scanned { pages } => write!(
                f,
                "its {pages} pages are pictures and have no text; have a program for text recognition read it"
            ),
            Cause::NoText { columns } => {
                write!(
                    f,
                    "no column is called text; it has {}: name the one to take",
                    columns.join(", ")
                )
            }
            Cause::Broken { what } => {
                write!(f, "it is damaged or not what its name says ({what}); open and save it anew")
            }
        }
    }
}

/// A file, and all that is in it, being taken.
struct Taking<'a> {
    wishes: &'a Wishes,
    each: &'a mut dyn FnMut(Found) -> ControlFlow<()>,
    /// Bytes that came out of archives so far.
    unpacked: u64,
}

impl Taking<'_> {
    /// Takes a file that is in so many archives.
    fn file(&mut self, path: &str, bytes: &[u8], depth: u8) -> ControlFlow<()> {
        let (size, most) = (bytes.len() as u64, self.wishes.limits.file_bytes);
        if size > most {
            return self.refuse(path, Cause::TooLarge { bytes: size, most });
        }
        if bytes.is_empty() {
            return self.refuse(path, Cause::Empty);
        }
        match format::of_bytes(path, bytes) {
            Kind::Archive if depth > 1 => self.refuse(path, Cause::Nested),
            Kind::Archive => archive::take(self, path, bytes, depth),
            Kind::Locked => self.refuse(path, Cause::Locked),
            Kind::Book(format) => match book(format, bytes, &self.wishes.limits) {
                Ok(content) => self.give(path, format, None, content),
                Err(cause) => self.refuse(path, cause),
            },
            Kind::Other => self.written(path, bytes),
        }
    }

    /// Takes a file that is characters throughout.
    fn written(&mut self, path: &str, bytes: &[u8]) -> ControlFlow<()> {
        let Some(decoded) = encoding::decode(bytes, self.wishes.encoding) else {
            let cause = match format::by_ending(path) {
                Some(_) => Cause::Broken { what: "its bytes are no text".to_owned() },
                None => Cause::Unknown,
            };
            return self.refuse(path, cause);
        };
        let encoding = Some(decoded.encoding);
        let text = lines(decoded.text);
        let (format, content) = match format::of_text(path, &text) {
            Written::Plain => (Format::Text, Content { text, ..Content::default() }),
            Written::Markdown => (Format::Markdown, markdown::read(&text)),
            Written::Html => match html::read(&text) {
                Ok(content) => (Format::Html, content),
                Err(cause) => return self.refuse(path, cause),
            },
            Written::Table(separator) => {
                let column = self.wishes.column.as_deref();
                return table::rows(&text, separator, column, &mut |row| {
                    self.row(path, row, Format::Csv, encoding)
                });
            }
            Written::Objects(apart) => {
                let column = self.wishes.column.as_deref();
                return table::objects(&text, apart, column, &mut |row| {
                    self.row(path, row, Format::Jsonl, encoding)
                });
            }
        };
        self.give(path, format, encoding, content)
    }

    /// What comes of a row, or of a table as a whole where it has no number.
    fn row(
        &mut self,
        path: &str,
        (number, row): (Option<usize>, Result<Content, Cause>),
        format: Format,
        encoding: Option<Encoding>,
    ) -> ControlFlow<()> {
        let path = match number {
            Some(number) => format!("{path}#{number}"),
            None => path.to_owned(),
        };
        match row {
            Ok(content) => self.give(&path, format, encoding, content),
            Err(cause) => self.refuse(&path, cause),
        }
    }

    fn give(
        &mut self,
        path: &str,
        format: Format,
        encoding: Option<Encoding>,
        mut content: Content,
    ) -> ControlFlow<()> {
        let (bytes, most) = (content.text.len() as u64, TEXT_BYTES);
        if bytes > most {
            return self.refuse(path, Cause::TooLarge { bytes, most });
        }
        if content.text.trim().is_empty() {
            return self.refuse(path, Cause::Empty);
        }
        let is_laid_out = !matches!(format, Format::Html | Format::Epub | Format::Docx);
        let is_damaged = is_laid_out && is_damaged(&content.text);
        guess::complete(&mut content, if format.has_rows() { "" } else { path }, is_damaged);
        (self.each)(Ok(Taken { path: path.to_owned(), format, encoding, content, is_damaged }))
    }

    fn refuse(&mut self, path: &str, cause: Cause) -> ControlFlow<()> {
        (self.each)(Err(Refused { path: path.to_owned(), cause }))
    }
}

/// Books, documents and pages, which are no plain characters.
fn book(format: Format, bytes: &[u8], limits: &Limits) -> Result<Content, Cause> {
    match format {
        Format::Epub => epub::read(bytes, limits),
        Format::Docx => docx::read(bytes, limits),
        Format::Pdf => pdf::read(bytes, limits),
        Format::Text | Format::Markdown | Format::Html | Format::Csv | Format::Jsonl => {
            Err(Cause::Unknown)
        }
    }
}

/// A text with the line ends of Unix.
fn lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
