//! The texts of a folder, read from the disk: for the build, which embeds `seeds/`, and for the
//! command line. The one place where documents come from files.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::engine::{self, Corpus, Error, Lexicon, Segmenter};
use crate::site::{self, Fault, Headings, Site};

/// The endings of files that are texts.
const TEXTS: [&str; 2] = ["txt", "md"];

/// The file of a folder that is no text of it, but says something of words.
pub const LEXICON: &str = "userdict.txt";

/// A folder or file that cannot be read, or written.
#[derive(Debug)]
pub enum Unreadable {
    /// The system does not let it be read.
    Io(PathBuf, io::Error),
    /// The system does not let it be written.
    Unwritten(PathBuf, io::Error),
    /// It is not what a build of the site has made.
    NoSite(PathBuf),
    /// There is no text in the folder.
    Empty(PathBuf),
    /// The document is not what it should be.
    Bad(Error),
    /// What is said of the site is not understood.
    Site(PathBuf, Fault),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Io(path, error) => {
                write!(
                    f,
                    "{}: cannot be read ({error}); check the path and its permissions",
                    path.display()
                )
            }
            Unreadable::Unwritten(path, error) => {
                write!(
                    f,
                    "{}: cannot be written ({error}); name a file in a folder that is yours",
                    path.display()
                )
            }
            Unreadable::NoSite(path) => {
                write!(
                    f,
                    "{}: is no site as `cargo xtask build` makes it; build it first",
                    path.display()
                )
            }
            Unreadable::Empty(path) => {
                write!(
                    f,
                    "{}: no .txt or .md file in this folder; name a folder of texts",
                    path.display()
                )
            }
            Unreadable::Bad(error) => error.fmt(f),
            Unreadable::Site(path, fault) => write!(f, "{}: {fault}", path.display()),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Reads all texts of a folder and its sub-folders, in the order of its `site.toml`, or of their paths.
/// The words of the blocks are left empty.
///
/// # Errors
///
/// [`Unreadable`], for the first file that cannot be read.
pub fn corpus(folder: &Path, words: &Segmenter) -> Result<Corpus, Unreadable> {
    ordered(folder, &site(folder)?, words).map(|(corpus, _)| corpus)
}

/// What `site.toml` of a folder says; nothing where there is none.
///
/// # Errors
///
/// [`Unreadable`] if there is one and it cannot be read, or what it says cannot be; or if the page that
/// it names is not there.
pub fn site(folder: &Path) -> Result<Site, Unreadable> {
    let file = folder.join(site::FILE);
    let site = Site::parse(&if_there(&file)?).map_err(|fault| Unreadable::Site(file, fault))?;
    if !site.about.is_empty() {
        text(&folder.join(&site.about))?;
    }
    Ok(site)
}

/// The texts of a folder in the order of its site, and the headings in it; see [`Site::order`].
///
/// # Errors
///
/// As those of [`corpus`] and [`Site::order`].
pub fn ordered(
    folder: &Path,
    site: &Site,
    words: &Segmenter,
) -> Result<(Corpus, Headings), Unreadable> {
    let (mut files, unreadable) = files(folder);
    if let Some(first) = unreadable.into_iter().next() {
        return Err(first);
    }
    let others = [LEXICON, &site.about].map(|name| folder.join(name));
    files.retain(|file| is_text(file) && !others.contains(file));
    let mut docs = Vec::new();
    for file in &files {
        docs.push(Some(doc(folder, file, words)?));
    }
    if docs.is_empty() {
        return Err(Unreadable::Empty(folder.to_owned()));
    }
    let ids: Vec<&str> = docs.iter().flatten().map(|doc| doc.id.as_str()).collect();
    let order = site.order(&ids);
    let (order, headings) =
        order.map_err(|fault| Unreadable::Site(folder.join(site::FILE), fault))?;
    let docs = order.into_iter().filter_map(|at| docs[at].take()).collect();
    Ok((Corpus { docs }, headings))
}

/// What cuts the texts of a folder into words: the dictionary, and what the folder's user dictionary
/// (`userdict.txt`), if there is one, says besides; that as well.
///
/// # Errors
///
/// [`Unreadable`] if there is one and it cannot be read, or one of its lines.
pub fn segmenter(folder: &Path) -> Result<(Segmenter, Lexicon), Unreadable> {
    let file = folder.join(LEXICON);
    let (lexicon, bad) = Lexicon::parse(&if_there(&file)?);
    if let Some(bad) = bad.into_iter().next() {
        let file = file.to_string_lossy().into_owned();
        return Err(Unreadable::Bad(Error::BadWord { file, bad }));
    }
    let words = Segmenter::embedded();
    let words = if lexicon.is_empty() { words } else { words.with_lexicon(&lexicon) };
    Ok((words, lexicon))
}

/// Reads one text, and the corrections of it in the file beside it (`NAME.patch`), if there is
/// one; they are not applied. Its id is its path below `folder`, without the ending.
///
/// # Errors
///
/// [`Unreadable`] if a file cannot be read or is not UTF-8.
pub fn doc(folder: &Path, file: &Path, words: &Segmenter) -> Result<engine::Doc, Unreadable> {
    let bytes = fs::read(file).map_err(|error| Unreadable::Io(file.to_owned(), error))?;
    let below = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    let mut doc = engine::read(&parts.join("/"), &file.to_string_lossy(), &bytes, Some(words))
        .map_err(Unreadable::Bad)?;
    doc.patch = if_there(&file.with_extension("patch"))?;
    Ok(doc)
}

/// Reads a file as text; empty if there is no such file.
fn if_there(file: &Path) -> Result<String, Unreadable> {
    match text(file) {
        Err(Unreadable::Io(_, error)) if error.kind() == io::ErrorKind::NotFound => {
            Ok(String::new())
        }
        read => read,
    }
}

/// Reads a file as text.
///
/// # Errors
///
/// [`Unreadable`] if it cannot be read or is not UTF-8.
pub fn text(file: &Path) -> Result<String, Unreadable> {
    let bytes = fs::read(file).map_err(|error| Unreadable::Io(file.to_owned(), error))?;
    let text = engine::utf8(&file.to_string_lossy(), &bytes).map_err(Unreadable::Bad)?;
    Ok(text.to_owned())
}

/// All files of a folder and its sub-folders but hidden ones, in the order of their paths; and what of it
/// cannot be read.
pub fn files(folder: &Path) -> (Vec<PathBuf>, Vec<Unreadable>) {
    let (mut files, mut unreadable) = (Vec::new(), Vec::new());
    walk(folder, &mut files, &mut unreadable);
    files.sort();
    (files, unreadable)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, unreadable: &mut Vec<Unreadable>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return unreadable.push(Unreadable::Io(folder.to_owned(), error)),
    };
    for entry in entries {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(error) => return unreadable.push(Unreadable::Io(folder.to_owned(), error)),
        };
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        } else if path.is_dir() {
            walk(&path, files, unreadable);
        } else {
            files.push(path);
        }
    }
}

fn is_text(file: &Path) -> bool {
    file.extension().is_some_and(|e| TEXTS.iter().any(|text| e.eq_ignore_ascii_case(text)))
}
