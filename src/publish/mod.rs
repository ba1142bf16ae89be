//! What a built site has besides the program: a plain page of each article, for readers without
//! JavaScript and for search engines, and each file packed, for hosts that do not pack.
//!
//! The last steps of a build call both on the folder that Trunk has built (`xtask/src/seal/`).

/// What the publisher says of the site, in the page's head.
mod head;
/// What is seen before the program is there.
mod first;
/// What it is installed as.
pub mod manifest;
/// Texts as HTML.
pub mod markup;
/// The plain pages.
mod pages;
/// The files packed, and what they weigh.
mod packed;
/// All of it as one page that opens from the disk.
mod single;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use crate::embedded;
use crate::engine::{Engine, pack};
use crate::folder::Unreadable;
use crate::site::{FILE, Site};
use crate::ui::Language;

use first::first;
pub use head::dressed;
pub use packed::{Part, Report, Weight, first_answer, first_visit, press, weights};
pub use pages::{LIST, pages};
pub use single::single;

/// What this build was told of its site.
///
/// # Errors
///
/// None that the build has not said.
pub fn built() -> Result<(Site, Engine), Unreadable> {
    let site = Site::parse(embedded::SITE[0])
        .map_err(|fault| Unreadable::Site(Path::new(FILE).to_owned(), fault))?;
    let engine = pack::read(embedded::LIBRARY).map_err(Unreadable::Bad)?;
    Ok((site, engine))
}

/// Writes into a built site what this program's texts and their publisher add to it; answers how many
/// files it has written. Where `JIANYUE_SINGLE` names a file the site is also made as one page, afterwards.
///
/// # Errors
///
/// [`Unreadable`] if a file cannot be read or written.
pub fn publish(folder: &Path) -> Result<usize, Unreadable> {
    let (site, mut engine) = built()?;
    Language::tagged(&site.language).unwrap_or_default().speak();
    let mut files = pages(&site, &mut engine, embedded::SITE[1]);
    let single = env::var("JIANYUE_SINGLE").ok();
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| Unreadable::Io(index.clone(), error))?;
    let (page, articles) = first(&page, &site, engine);
    write(&index, &dressed(&page, &site, single.as_deref()))?;
    files.extend(articles);
    for name in manifest::names() {
        let file = folder.join(name);
        // Only Trunk puts them there.
        if let Ok(text) = fs::read_to_string(&file) {
            write(&file, &manifest::named(&text, &site))?;
        }
    }
    for (path, text) in &files {
        let file = folder.join(path);
        if let Some(above) = file.parent() {
            fs::create_dir_all(above)
                .map_err(|error| Unreadable::Unwritten(above.to_owned(), error))?;
        }
        write(&file, text)?;
    }
    Ok(files.len() + 1)
}

/// The files by their paths, in the order of these.
pub type Files = BTreeMap<String, String>;

fn write(file: &Path, text: &str) -> Result<(), Unreadable> {
    fs::write(file, text).map_err(|error| Unreadable::Unwritten(file.to_owned(), error))
}
