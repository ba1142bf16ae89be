//! An electronic book: an archive of chapters, with a package that names them in their order.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::dates::day;
use super::paragraphs::one_line;
use super::parts::{Parts, broken};
use super::xml::{attribute, character};
use super::{Cause, Content, Limits, xhtml};

/// The text of a book, all its chapters in order, and what it says of itself.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Content, Cause> {
    let mut parts = Parts::open(bytes, limits)?;
    let path = package_path(&mut parts)?;
    let package = parts.xml(&path)?.ok_or_else(|| broken(format!("the book has no {path}")))?;
    let package = Package::read(&package)?;
    let names = names(&parts);
    let locked = locked(&mut parts)?;
    let mut text = String::new();
    let mut missing = 0;
    let mut taken = HashSet::new();
    for chapter in &package.chapters {
        let path = resolve(&path, chapter);
        // A chapter that the book names twice is read once.
        if !taken.insert(path.clone()) {
            continue;
        }
        if locked.contains(&path) {
            return Err(Cause::Locked);
        }
        let Some(name) = names.get(&path).or_else(|| names.get(&path.to_lowercase())) else {
            missing += 1;
            continue;
        };
        let Some(chapter) = parts.xml(name)? else { continue };
        let chapter = xhtml::text(&chapter);
        if !text.is_empty() && !chapter.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&chapter);
    }
    if text.is_empty() {
        return Err(match missing {
            0 => Cause::Empty,
            missing => broken(format!("{missing} chapters that the book names are not in it")),
        });
    }
    Ok(Content {
        text,
        title: package.title,
        author: package.authors.join("、"),
        date: package.date,
    })
}

/// What the package says.
#[derive(Default)]
struct Package {
    title: String,
    authors: Vec<String>,
    date: String,
    /// The paths of the chapters as they are written, in reading order.
    chapters: Vec<String>,
}

impl Package {
    fn read(opf: &str) -> Result<Package, Cause> {
        let mut package = Package::default();
        let mut reader = Reader::from_str(opf);
        reader.config_mut().check_end_names = false;
        let mut items: HashMap<String, String> = HashMap::new();
        let mut order = Vec::new();
        // What is being said, and the words so far.
        let mut open: Option<(String, bool)> = None;
        let mut said = String::new();
        loop {
            match reader.read_event().map_err(|error| broken(error.to_string()))? {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "item" => {
                        let properties = attribute(&tag, "properties").unwrap_or_default();
                        let is_contents = properties.split_whitespace().any(|word| word == "nav");
                        if let (Some(id), Some(path), false) =
                            (attribute(&tag, "id"), attribute(&tag, "href"), is_contents)
                        {
                            items.insert(id, path);
                        }
                    }
                    "itemref" => order.extend(attribute(&tag, "idref")),
                    name @ ("title" | "creator" | "date") => {
                        // Of several dates that of the publication counts.
                        let is_publication =
                            attribute(&tag, "event").is_some_and(|event| event == "publication");
                        open = Some((name.to_string(), is_publication));
                        said.clear();
                    }
                    _ => {}
                },
                Event::Text(text) => said.push_str(&text.html_content()),
                Event::CData(text) => said.push_str(&text.html_content()),
                Event::GeneralRef(entity) => said.push_str(&character(&entity)),
                Event::End(_) => {
                    if let Some((name, first)) = open.take() {
                        package.says(&name, one_line(&said), first);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        package.chapters = order.iter().filter_map(|id| items.get(id).cloned()).collect();
        Ok(package)
    }

    fn says(&mut self, name: &str, said: String, counts: bool) {
        match name {
            "title" if self.title.is_empty() => self.title = said,
            "creator" if !said.is_empty() => self.authors.push(said),
            "date" if counts || self.date.is_empty() => self.date = day(&said),
            _ => {}
        }
    }
}

/// Where the package is: the container says it; a book without one may still have it.
fn package_path(parts: &mut Parts<'_>) -> Result<String, Cause> {
    if let Some(container) = parts.xml("META-INF/container.xml")? {
        let mut reader = Reader::from_str(&container);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag)
                    if tag.local_name().as_ref() == "rootfile" =>
                {
                    if let Some(path) = attribute(&tag, "full-path") {
                        return Ok(path);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    let found = parts.names().into_iter().find(|name| name.ends_with(".opf"));
    found.ok_or_else(|| broken("it is an archive, but has no package of a book"))
}

/// The parts by their paths, and by these in small letters.
fn names(parts: &Parts<'_>) -> HashMap<String, String> {
    let mut names = HashMap::new();
    for name in parts.names() {
        names.entry(name.to_lowercase()).or_insert_with(|| name.clone());
        names.insert(name.clone(), name);
    }
    names
}

/// The parts that only a key opens. Fonts that are only disguised are not among them.
fn locked(parts: &mut Parts<'_>) -> Result<HashSet<String>, Cause> {
    let mut locked = HashSet::new();
    let Some(encryption) = parts.xml("META-INF/encryption.xml")? else { return Ok(locked) };
    let mut reader = Reader::from_str(&encryption);
    let mut is_disguise = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "EncryptedData" => is_disguise = false,
                "EncryptionMethod" => {
                    let method = attribute(&tag, "Algorithm").unwrap_or_default();
                    is_disguise = method == "http://www.idpf.org/2008/embedding"
                        || method == "http://ns.adobe.com/pdf/enc#RC";
                }
                "CipherReference" if !is_disguise => {
                    let path = attribute(&tag, "URI").unwrap_or_default();
                    locked.insert(resolve("", &path));
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(locked)
}

/// The path of a part that another one names, from the top of the archive.
pub fn resolve(from: &str, path: &str) -> String {
    let path = unescaped(path.split(['#', '?']).next().unwrap_or_default());
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = Vec::new();
    let whole = if path.starts_with('/') { path.clone() } else { format!("{folder}/{path}") };
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A path without the percent signs of an address.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| std::str::from_utf8(after.get(..2)?).ok()).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_string())
}
