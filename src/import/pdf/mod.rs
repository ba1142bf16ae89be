//! A document of pages. Each page becomes the lines that are printed on it, in the order in which they
//! are read as far as the page shows it; pages stand one after the other. The syntax of the file is read
//! by `hayro-syntax`, the encodings of Chinese fonts are those of `hayro-cmap`.

mod budget;
mod glyphs;
mod fonts;
mod encodings;
mod codes;
mod widths;
mod runs;
mod columns;
mod layout;

use hayro_syntax::metadata::Metadata;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::parts::broken;
use super::{Cause, Content, Limits};
use budget::Budget;
use glyphs::Reading;

/// The text of all pages, and what the file says of itself.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Content, Cause> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(Cause::TooLarge { bytes: bytes.len() as u64, most: limits.file_bytes });
    }
    let head = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(head, b"%PDF-").is_none() {
        return Err(broken("it does not begin as a PDF does"));
    }
    let mut budget = Budget::new(limits);
    budget.spend_objects(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Cause::Locked,
        LoadPdfError::Decryption(_) => broken("it is encrypted in a way that is not known"),
        LoadPdfError::Invalid => broken("its objects cannot be found"),
    })?;
    let pages = pdf.pages();
    let mut reading = Reading::new(budget);
    let mut text = String::new();
    for page in pages.iter() {
        let page = layout::text(reading.page(page)?);
        if !page.is_empty() && !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&page);
    }
    if reading.unknown > reading.known {
        return Err(broken("the fonts of this PDF do not say which characters they show"));
    }
    if text.trim().is_empty() {
        let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
        return Err(if pages > 0 && reading.pictures > 0 {
            Cause::Scanned { pages }
        } else {
            Cause::Empty
        });
    }
    let Metadata { title, author, creation_date, .. } = pdf.metadata();
    let date = creation_date.map(|date| match (date.month, date.day) {
        (1..=12, 1..=31) => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        _ => format!("{:04}", date.year),
    });
    let said = |what: &Option<Box<[u8]>>| what.as_deref().map(encodings::of_the_file);
    Ok(Content {
        text,
        title: said(title).filter(|title| is_title(title)).unwrap_or_default(),
        author: said(author).filter(|author| is_author(author)).unwrap_or_default(),
        date: date.unwrap_or_default(),
    })
}

/// Whether somebody is named, and not who happened to sit at the machine.
fn is_author(author: &str) -> bool {
    let author = author.to_lowercase();
    let nobody = [
        "anonymous",
        "(anonymous)",
        "unknown",
        "administrator",
        "admin",
        "user",
        "users",
        "windows 用户",
    ];
    !nobody.contains(&&author[..])
}

/// Whether a title is one, not what a program put there for want of it.
fn is_title(title: &str) -> bool {
    let title = title.to_lowercase();
    let endings =
        [".doc", ".docx", ".pdf", ".indd", ".wps", ".qxd", ".fbd", ".ps2", ".txt", ".html"];
    !(title.is_empty()
        || title.starts_with("microsoft word")
        || title.starts_with("untitled")
        || title.starts_with("unknown")
        || title.starts_with("无标题")
        || title.starts_with("about:")
        || endings.iter().any(|ending| title.ends_with(ending))
        || title.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' '))
}
