//! Files of other programs become a folder of texts, on the disk: for the command line. What the texts
//! are is `import`'s to say; here they are read and written.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::folder;
use crate::import::{self, Cause, Content, Format, Refused, Taken, Wishes};

/// No part of a path that is written is longer, in bytes, with its ending and the number that makes it
/// unique: systems allow 255.
const LONGEST: usize = 200;

/// A number that makes a name unique, and an ending, are no longer.
const AFTER: usize = 20;

/// In so many lines of a text its title and byline stand, where it has them.
const HEAD: usize = 10;

/// What came of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Intake {
    /// Texts that are in the folder now.
    pub texts: usize,
    /// Of these, so many that a PDF damaged.
    pub damaged: usize,
    /// Files, members of archives and rows that were not taken.
    pub refused: usize,
}

/// Imports files, and folders with all that is in them, into the folder `out`; says of each that is not
/// taken where it is and why. A text that is plain and damaged becomes a `.txt` as it is, any other plain
/// text too; what has headings and a title of its own becomes Markdown. No file is overwritten.
pub fn import(
    files: &[PathBuf],
    out: &Path,
    wishes: &Wishes,
    say: &mut dyn FnMut(&dyn fmt::Display),
) -> Intake {
    let mut intake = Intake::default();
    let mut names = Names::default();
    for (file, base) in all(files, out, &mut intake, say) {
        let path = file.to_string_lossy().into_owned();
        let mut refuse = |path: &str, cause: &dyn fmt::Display, intake: &mut Intake| {
            intake.refused += 1;
            say(&format_args!("{path}: {cause}"));
        };
        let bytes = match read(&file, wishes) {
            Ok(bytes) => bytes,
            Err(unread) => {
                refuse(&path, &unread, &mut intake);
                continue;
            }
        };
        let _ = import::take(&path, &bytes, wishes, &mut |found| {
            let taken = match found {
                Ok(taken) => taken,
                Err(Refused { path, cause }) => {
                    refuse(&path, &cause, &mut intake);
                    return ControlFlow::Continue(());
                }
            };
            let below = taken.path.strip_prefix(&base).unwrap_or(&taken.path);
            let (text, ending) = written(&taken);
            match write(out, &mut names, below, ending, &text) {
                Ok(()) => {
                    intake.texts += 1;
                    intake.damaged += usize::from(taken.is_damaged);
                }
                Err(error) => refuse(&taken.path, &error, &mut intake),
            }
            ControlFlow::Continue(())
        });
    }
    intake
}

/// All files, each with what of its path is not wanted below the new folder.
fn all(
    files: &[PathBuf],
    out: &Path,
    intake: &mut Intake,
    say: &mut dyn FnMut(&dyn fmt::Display),
) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for file in files {
        if file.is_dir() {
            let (inside, unreadable) = folder::files(file);
            for unread in unreadable {
                intake.refused += 1;
                say(&unread);
            }
            let base = file.to_string_lossy().into_owned();
            // What an earlier import wrote is no file to be imported.
            let inside = inside.into_iter().filter(|inside| !inside.starts_with(out));
            all.extend(inside.map(|inside| (inside, base.clone())));
        } else {
            let base = file.parent().map(|parent| parent.to_string_lossy().into_owned());
            all.push((file.clone(), base.unwrap_or_default()));
        }
    }
    all
}

/// Why a file is not read or written.
enum Unread {
    Io(io::Error),
    Cause(Cause),
    Exists(PathBuf),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::Io(error) => write!(f, "{error}; check the path and its permissions"),
            Unread::Cause(cause) => cause.fmt(f),
            Unread::Exists(file) => {
                write!(
                    f,
                    "{} is there already and is another text; name another folder",
                    file.display()
                )
            }
        }
    }
}

/// The bytes of a file; one that is too large is not read at all.
fn read(file: &Path, wishes: &Wishes) -> Result<Vec<u8>, Unread> {
    let (bytes, most) = (fs::metadata(file).map_err(Unread::Io)?.len(), wishes.limits.file_bytes);
    if bytes > most {
        return Err(Unread::Cause(Cause::TooLarge { bytes, most }));
    }
    fs::read(file).map_err(Unread::Io)
}

/// A text as it is written, and the ending of its name.
fn written(taken: &Taken) -> (String, &'static str) {
    match taken.format {
        Format::Text => (taken.content.text.clone(), "txt"),
        _ if taken.is_damaged => (taken.content.text.clone(), "txt"),
        _ => (headed(&taken.content), "md"),
    }
}

/// A text under its title, its author and its date, as the engine knows them again, where it does not
/// have them itself.
fn headed(content: &Content) -> String {
    let Content { text, title, author, date } = content;
    let head: String = text.lines().filter(|line| !line.is_empty()).take(HEAD).collect();
    let mut lines = Vec::new();
    if !title.is_empty() && !head.contains(title.as_str()) {
        lines.push(format!("# {title}"));
    }
    if !author.is_empty() && !head.contains(author.as_str()) {
        lines.push(format!("作者：{author}"));
    }
    if let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] {
        let (month, day) = (month.trim_start_matches('0'), day.trim_start_matches('0'));
        let date = format!("{year}年{month}月{day}日");
        if !head.contains(&date) {
            lines.push(date);
        }
    }
    lines.push(text.trim_matches('\n').to_owned());
    lines.join("\n\n") + "\n"
}

/// Writes a text below the folder. One that is there already as it is to be stays.
fn write(
    out: &Path,
    names: &mut Names,
    below: &str,
    ending: &str,
    text: &str,
) -> Result<(), Unread> {
    let file = out.join(names.name(below, ending));
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(Unread::Io)?;
    }
    match fs::File::create_new(&file) {
        Ok(mut new) => new.write_all(text.as_bytes()).map_err(Unread::Io),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let is_same = fs::read(&file).is_ok_and(|old| old == text.as_bytes());
            if is_same { Ok(()) } else { Err(Unread::Exists(file)) }
        }
        Err(error) => Err(Unread::Io(error)),
    }
}

/// The names that were given, in lower case: some systems know no other.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// A path that every system can have, and that no other text was given. Archives and tables are
    /// folders; a row has its number.
    fn name(&mut self, below: &str, ending: &str) -> String {
        let (below, row) = match below.rsplit_once('#') {
            Some((table, row)) if is_row(table, row) => (table, format!("{row:0>5}")),
            _ => (below, String::new()),
        };
        let mut parts: Vec<String> = below
            .split(['/', '\\'])
            .filter(|part| !part.is_empty() && !part.bytes().all(|byte| byte == b'.'))
            .map(|part| safe(without_ending(part)))
            .collect();
        if !row.is_empty() || parts.is_empty() {
            parts.push(if row.is_empty() { "_".to_owned() } else { row });
        }
        let path = parts.join("/");
        let is_lexicon =
            |path: &str| format!("{path}.{ending}").eq_ignore_ascii_case(folder::LEXICON);
        let mut name = path.clone();
        let mut number = 1;
        while is_lexicon(&name) || !self.0.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{path} ({number})");
        }
        format!("{name}.{ending}")
    }
}

fn is_row(table: &str, row: &str) -> bool {
    let lower = table.to_lowercase();
    let is_table =
        [".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json"].iter().any(|e| lower.ends_with(e));
    is_table && !row.is_empty() && row.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name without an ending that says a format.
fn without_ending(name: &str) -> &str {
    const ENDINGS: [&str; 18] = [
        "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "epub", "docx", "pdf",
        "csv", "tsv", "tab", "jsonl", "ndjson", "json", "zip",
    ];
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) =>
        {
            stem
        }
        _ => name,
    }
}

/// A part of a path that every system allows, cut where it is too long.
fn safe(part: &str) -> String {
    let mut name: String = part
        .chars()
        .map(|c| if c.is_control() || "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    name.truncate(name.floor_char_boundary(LONGEST - AFTER));
    let end = name.trim_end_matches(['.', ' ']).len();
    name.truncate(end);
    let device = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let is_device = ["CON", "PRN", "AUX", "NUL"].contains(&device.as_str())
        || device.len() == 4 && (device.starts_with("COM") || device.starts_with("LPT"));
    // A name that begins with a point is one that folders of texts pass over.
    if is_device || name.is_empty() || name.starts_with(['.', ' ']) {
        name.insert(0, '_');
    }
    name
}
