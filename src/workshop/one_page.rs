//! The site as one page that opens from the disk (`publish/single.rs`), with other texts in it than those
//! that it was made of. Whatever stands in these is packed, and then only letters of base 64: nothing of it
//! can end the script that it lies in. Pure.

use std::collections::BTreeMap;
use std::io::Write;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::making::OWN;
use crate::embedded::{BUILD, FOLD, PINYIN};
use crate::engine::pack::{self, Tables};
use crate::engine::{Doc, Lexicon, Segmenter};

/// Says in the head that the page has a library of its own: `first.js` looks for it, and `single.js` says
/// there where it is.
pub const LINK: &str = "<link rel=\"library\">\n";

/// Where that lies: a script that is none.
const LIBRARY: (&str, &str) = ("<script type=\"text/plain\" data-library=\"\">", "</script>\n");

/// What is seen until the program is there.
const SCREEN: (&str, &str) = ("\n  <div", "\n  <section class=\"notice notice-starting\">");

/// What of the head says what the page is called.
const TITLE: (&str, &str) = ("<title>", "</title>");
const NAME: (&str, &str) = ("<meta name=\"application-name\" content=\"", "\">");
const DESCRIPTION: (&str, &str) = ("<meta name=\"description\" content=\"", "\">");

const HEAD_END: &str = "</head>";
const BODY: (&str, &str) = ("<body>", "</body>");

/// What the head of a page says of the build that it is of: a library is only read by one that packs it alike.
pub fn of_build() -> String {
    format!("<meta name=\"build\" content=\"{BUILD}\">\n")
}

/// Whether a page is of this build.
pub fn is_of_build(page: &str) -> bool {
    page.contains(&of_build())
}

/// A library as it lies in a page.
pub fn library(pack: &[u8]) -> String {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    // Memory takes all that is written.
    let _ = packed.write_all(pack);
    let mut script = LIBRARY.0.to_owned();
    BASE64_STANDARD.encode_string(packed.finish().unwrap_or_default(), &mut script);
    script + LIBRARY.1
}

/// The page under this name and with this library, in place of whichever it has: the parts of it, in their
/// order. `None` where it is no such page.
pub fn with_library(page: &str, name: &str, pack: &[u8]) -> Option<[String; 3]> {
    let name = escaped(name);
    let (head, rest) = page.split_once(BODY.0)?;
    let mut head = head.replace(LINK, "");
    let named = between(&head, NAME, &name).unwrap_or_else(|| {
        let (opening, closing) = NAME;
        head.replacen(HEAD_END, &format!("{opening}{name}{closing}\n{HEAD_END}"), 1)
    });
    head = between(&named, TITLE, &name)?;
    head = between(&head, DESCRIPTION, &name).unwrap_or(head);
    head = head.replacen(HEAD_END, &format!("{LINK}{HEAD_END}"), 1);
    // The script before it may say what it likes.
    let screen =
        rest.find(SCREEN.1).and_then(|end| rest[..end].rfind(SCREEN.0).map(|at| (at, end)));
    let (before, after) = screen.map(|(at, end)| (&rest[..at], &rest[end + SCREEN.1.len()..]))?;
    let screen = format!(
        "\n  <div class=\"app\"><header class=\"masthead\"><span class=\"brand\">{name}</span></header></div>"
    );
    let head = format!("{head}{}{before}{screen}{}", BODY.0, SCREEN.1);
    let after = match after.split_once(LIBRARY.0) {
        Some((body, rest)) => format!("{body}{}", rest.split_once(LIBRARY.1)?.1),
        None => after.to_owned(),
    };
    let (body, end) = after.rsplit_once(BODY.1)?;
    Some([head + body, library(pack), format!("{}{end}", BODY.1)])
}

/// The text with another between these two; `None` where they are not in it.
fn between(text: &str, (opening, closing): (&str, &str), other: &str) -> Option<String> {
    let (before, rest) = text.split_once(opening)?;
    let (_, after) = rest.split_once(closing)?;
    Some(format!("{before}{opening}{other}{closing}{after}"))
}

/// A text as HTML has it, also in an attribute.
fn escaped(text: &str) -> String {
    let signs = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")];
    signs.iter().fold(text.to_owned(), |text, (sign, name)| text.replace(*sign, name))
}

/// Documents that are to be the library of a page.
pub struct Texts {
    docs: Vec<Vec<u8>>,
    /// The reader's corrections of them, by their ids.
    patches: BTreeMap<String, String>,
    /// What the reader says of words, as a user dictionary.
    lexicon: String,
    /// What cuts them by that; `None` where nothing is said.
    words: Option<Segmenter>,
    /// Whether it is said which collections they are in.
    has_collections: bool,
}

impl Texts {
    /// None yet; with what the reader corrects of documents, and says of words, as a user dictionary.
    /// `plain` cuts by the dictionary alone, and is not wanted where nothing is said. Which collections
    /// documents are in is said only where `has_collections` holds.
    pub fn new(
        patches: BTreeMap<String, String>,
        lexicon: String,
        plain: Option<&Segmenter>,
        has_collections: bool,
    ) -> Texts {
        let words = plain.map(|plain| plain.with_lexicon(&Lexicon::parse(&lexicon).0));
        Texts { docs: Vec::new(), patches, lexicon, words, has_collections }
    }

    /// Adds one of the reader's own, which is one of the page's there.
    pub fn add(&mut self, mut doc: Doc) {
        if let Some(patch) = self.patches.remove(&doc.id) {
            doc.patch = patch;
        }
        if let Some(id) = doc.id.strip_prefix(OWN) {
            doc.id = id.to_owned();
        }
        if !self.has_collections {
            doc.given.collections.clear();
        }
        if let Some(words) = &self.words {
            doc.page.blocks.iter_mut().for_each(|block| block.words = words.words(&block.text));
        }
        self.docs.push(pack::write_doc(&doc));
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.docs.len()
    }

    /// They, as a library: with the tables of all characters, since others may come to them.
    pub fn pack(self) -> Vec<u8> {
        let (fold, readings) = (FOLD.to_vec(), PINYIN.to_owned());
        let tables = Tables { fold, readings, lexicon: self.lexicon, ..Tables::default() };
        pack::bound(self.docs.into_iter(), &tables)
    }
}
