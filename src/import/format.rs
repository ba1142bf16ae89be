//! What a file is: by its bytes where they prove it, else by the ending of its name.

use std::io::Cursor;

use zip::ZipArchive;

use super::Format;

/// What bytes are, before they are read as characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip archive of files.
    Archive,
    /// A document in the wrapping that is put around it when it is locked by a password.
    Locked,
    /// A format that is no plain characters.
    Book(Format),
    /// Characters, or unknown.
    Other,
}

/// How characters are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// As they stand.
    Plain,
    /// As Markdown.
    Markdown,
    /// As a page of the web.
    Html,
    /// As a table; its cells are apart by this byte.
    Table(u8),
    /// As JSON objects.
    Objects(Apart),
}

/// How JSON objects lie beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// One a line.
    Lines,
    /// In an array, or one after the other.
    Array,
}

/// `%PDF` may have something before it, in so many bytes.
const PDF_IN: usize = 1024;

/// Endings of files that are certainly no text and, in an archive, are not even unpacked: pictures and
/// films would use up what may be unpacked.
const NO_TEXTS: [&str; 34] = [
    "7z", "avi", "bmp", "bz2", "class", "dll", "dmg", "exe", "flac", "gif", "gz", "heic", "ico",
    "iso", "jpeg", "jpg", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "otf", "png", "psd", "rar",
    "tif", "tiff", "ttf", "wav", "webm", "webp", "woff2", "xz",
];

/// What bytes are; the name counts where they prove nothing.
pub(super) fn of_bytes(path: &str, bytes: &[u8]) -> Kind {
    let head = bytes.get(..PDF_IN).unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_archive(path, bytes);
    }
    let ending = ending(path);
    if head.starts_with(b"%PDF-")
        || ending == "pdf" && memchr::memmem::find(head, b"%PDF-").is_some()
    {
        return Kind::Book(Format::Pdf);
    }
    // Word wraps what is locked in the format of its own past.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") && ending == "docx" {
        return Kind::Locked;
    }
    match ending.as_str() {
        "pdf" if !is_marked_up(head) => Kind::Book(Format::Pdf),
        "epub" => Kind::Book(Format::Epub),
        "docx" if !is_marked_up(head) => Kind::Book(Format::Docx),
        "zip" => Kind::Archive,
        _ => Kind::Other,
    }
}

/// A book or a document is an archive with certain members.
fn of_archive(path: &str, bytes: &[u8]) -> Kind {
    // With more files than a document ever has, there is no need to look.
    let has = |archive: &ZipArchive<Cursor<&[u8]>>, name| archive.index_for_name(name).is_some();
    if let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) {
        if has(&archive, "word/document.xml") {
            return Kind::Book(Format::Docx);
        }
        if has(&archive, "META-INF/container.xml") {
            return Kind::Book(Format::Epub);
        }
    }
    match ending(path).as_str() {
        "epub" => Kind::Book(Format::Epub),
        "docx" => Kind::Book(Format::Docx),
        // Documents of other programs: their members are no texts of anyone's.
        "xlsx" | "pptx" | "odt" | "ods" | "odp" | "jar" | "apk" => Kind::Other,
        _ => Kind::Archive,
    }
}

/// How characters are to be read.
pub(super) fn of_text(path: &str, text: &str) -> Written {
    if is_html(text) {
        return Written::Html;
    }
    match ending(path).as_str() {
        "csv" => Written::Table(separator(text)),
        other => by_ending(other).unwrap_or(Written::Plain),
    }
}

/// What the ending of a name says of a file of characters; `None` where it says nothing.
pub(super) fn by_ending(path: &str) -> Option<Written> {
    let ending = ending(path);
    Some(match if ending.is_empty() { path } else { ending.as_str() } {
        "txt" | "text" => Written::Plain,
        "md" | "markdown" => Written::Markdown,
        "html" | "htm" | "xhtml" | "shtml" => Written::Html,
        "csv" => Written::Table(b','),
        "tsv" | "tab" => Written::Table(b'\t'),
        "jsonl" | "ndjson" => Written::Objects(Apart::Lines),
        "json" => Written::Objects(Apart::Array),
        _ => return None,
    })
}

/// Whether a file of this name is certainly no text.
pub(super) fn is_no_text(path: &str) -> bool {
    NO_TEXTS.binary_search(&ending(path).as_str()).is_ok()
}

/// The ending of a name without its point, in lower case; empty where there is none.
fn ending(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, ending)) if ending.len() <= 8 => ending.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// What stands between the cells of the first line most often.
fn separator(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    let mut most = b',';
    for other in [b'\t', b';'] {
        if count(other) > count(most) {
            most = other;
        }
    }
    most
}

/// Whether a text says at its beginning that it is a page of the web.
fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start();
    for _ in 0..8 {
        let comment = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
        let declared = rest.strip_prefix("<?").and_then(|rest| rest.split_once("?>"));
        match comment.or(declared) {
            Some((_, after)) => rest = after.trim_start(),
            None => break,
        }
    }
    let begins =
        |with: &str| rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    begins("<!doctype html") || begins("<html")
}

/// Whether bytes begin as a page of the web: programs save such pages under other endings.
fn is_marked_up(head: &[u8]) -> bool {
    is_html(&String::from_utf8_lossy(head))
}
