//! The files of a site packed, beside themselves: `.br` and `.gz`, for hosts that serve them so and do not
//! pack by themselves; and what each part of the site weighs.

use std::cmp::Reverse;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fmt, fs, thread};

use crate::embedded;
use crate::folder::{self, Unreadable};

/// The endings of files that packing makes smaller.
const PACKED: [&str; 10] =
    ["html", "js", "css", "wasm", "txt", "json", "xml", "svg", "webmanifest", "pack"];

/// A smaller file is one packet in any case.
const LEAST_BYTES: usize = 1_000;

/// Packs each file of a folder, as small as it gets. The same file gives the same bytes.
///
/// # Errors
///
/// [`Unreadable`] if a file cannot be read or written.
pub fn press(folder: &Path) -> Result<(), Unreadable> {
    let mut files = files(folder)?;
    // The largest first, so that none is alone at the end.
    files.sort_by_cached_key(|file| Reverse(fs::metadata(file).map_or(0, |data| data.len())));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            press_file(file)?;
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let ends = threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        ends.collect()
    })
}

fn press_file(file: &Path) -> Result<(), Unreadable> {
    let bytes = fs::read(file).map_err(|error| Unreadable::Io(file.to_owned(), error))?;
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if bytes.len() < LEAST_BYTES || !PACKED.contains(&ending) {
        return Ok(());
    }
    for (more, packed) in [("br", press::brotli(&bytes)), ("gz", press::gzip(&bytes))] {
        let to = beside(file, more);
        fs::write(&to, packed).map_err(|error| Unreadable::Unwritten(to, error))?;
    }
    Ok(())
}

/// All files of a folder but the packed ones.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    let (mut files, unreadable) = folder::files(folder);
    match unreadable.into_iter().next() {
        Some(first) => Err(first),
        None => {
            files.retain(|file| {
                file.extension().is_none_or(|ending| ending != "br" && ending != "gz")
            });
            Ok(files)
        }
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// A part of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The page, and the scripts that start it.
    Page,
    /// How it looks.
    Styles,
    /// The worker that searches before the program is there, with what it needs of the texts.
    Early,
    /// The program that draws the page.
    App,
    /// The worker that searches, with the texts in it.
    Engine,
    /// What is fetched when someone wants it: the converter, the workshop, the readings.
    Lazy,
    /// The plain pages and the articles as they are seen first, and the rest: the program fetches none of them.
    Pages,
}

impl Part {
    /// All of them, in the order in which a first visit fetches the first five.
    pub const ALL: [Part; 7] =
        [Part::Page, Part::Styles, Part::Early, Part::App, Part::Engine, Part::Lazy, Part::Pages];

    fn name(self) -> &'static str {
        match self {
            Part::Page => "page",
            Part::Styles => "styles",
            Part::Early => "early search",
            Part::App => "app",
            Part::Engine => "engine",
            Part::Lazy => "lazy parts",
            Part::Pages => "plain pages",
        }
    }

    fn of(path: &str) -> Part {
        let begins = |with: &[&str]| with.iter().any(|with| path.starts_with(with));
        match path {
            _ if begins(&["index.html", "first-", "start-"]) => Part::Page,
            _ if begins(&["style-"]) => Part::Styles,
            _ if begins(&["early"]) => Part::Early,
            _ if begins(&["app-"]) => Part::App,
            _ if begins(&["worker"]) => Part::Engine,
            _ if begins(&["converter", "workshop", "pinyin/"]) => Part::Lazy,
            _ => Part::Pages,
        }
    }
}

/// What a part of a site weighs, in bytes: as it is, and as it is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Which part.
    pub part: Part,
    /// As it is.
    pub raw: usize,
    /// Packed with gzip.
    pub gzip: usize,
    /// Packed with brotli.
    pub brotli: usize,
}

/// What the parts of a site weigh that was packed.
///
/// # Errors
///
/// [`Unreadable`] if a file cannot be read.
pub fn weights(folder: &Path) -> Result<Vec<Weight>, Unreadable> {
    let mut weights: Vec<Weight> =
        Part::ALL.into_iter().map(|part| Weight { part, raw: 0, gzip: 0, brotli: 0 }).collect();
    for file in files(folder)? {
        let size = |file: &Path| fs::metadata(file).map(|data| data.len() as usize);
        let raw = size(&file).map_err(|error| Unreadable::Io(file.clone(), error))?;
        let packed = |ending| size(&beside(&file, ending)).unwrap_or(raw);
        let below = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        let part = Part::of(&below);
        for weight in weights.iter_mut().filter(|weight| weight.part == part) {
            weight.raw += raw;
            weight.gzip += packed("gz");
            weight.brotli += packed("br");
        }
    }
    Ok(weights)
}

/// What is fetched until a first visit's first search is answered. Where there is no early search (its texts are too
/// many) that is all but the lazy parts and the plain pages.
pub fn first_answer(weights: &[Weight]) -> Weight {
    let has_early = weights.iter().any(|weight| weight.part == Part::Early && weight.raw > 0);
    sum(weights, if has_early { Part::Early } else { Part::Engine })
}

/// What is fetched until all of the page is there.
pub fn first_visit(weights: &[Weight]) -> Weight {
    sum(weights, Part::Engine)
}

/// The weight of the parts up to this one.
fn sum(weights: &[Weight], part: Part) -> Weight {
    let parts = weights.iter().filter(|weight| weight.part <= part);
    parts.fold(Weight { part, raw: 0, gzip: 0, brotli: 0 }, |sum, weight| Weight {
        part,
        raw: sum.raw + weight.raw,
        gzip: sum.gzip + weight.gzip,
        brotli: sum.brotli + weight.brotli,
    })
}

/// A table of weights, with what the texts are of the workers, and what comes before a first answer and before all of
/// the page.
pub struct Report<'a>(pub &'a [Weight]);

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:20} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli")?;
        let mut line = |name: &str, raw: usize, gzip: usize, brotli: usize| {
            writeln!(f, "{name:20} {raw:>10} {gzip:>10} {brotli:>10}")
        };
        for weight in self.0 {
            line(weight.part.name(), weight.raw, weight.gzip, weight.brotli)?;
            let texts = match weight.part {
                Part::Early => embedded::EARLY,
                Part::Engine => embedded::LIBRARY,
                _ => continue,
            };
            let (gzip, brotli) = (press::gzip(texts).len(), press::brotli(texts).len());
            line("  its corpus", texts.len(), gzip, brotli)?;
        }
        for (name, all) in
            [("first answer", first_answer(self.0)), ("first visit", first_visit(self.0))]
        {
            line(name, all.raw, all.gzip, all.brotli)?;
        }
        Ok(())
    }
}
