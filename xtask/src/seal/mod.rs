//! The last step of building the site. Trunk calls it (`Trunk.toml`) before it puts the site in its place.
//!
//! - the command line (`src/publish/`) writes the plain pages, and what the publisher says of the site
//! - [`early`] builds the early search into it
//! - [`names`] gives every file that the page starts or fetches a name of what it holds
//! - [`page`] gives the page its content security policy, and a script that starts the program
//! - [`style`] takes the comments out of the style sheet
//! - [`files`] lists all of it, for the service worker
//! - [`offline`] tells that worker the version, and the page of the worker
//! - [`digest`] says in short what a file holds
//! - the command line packs the files, and prints what they weigh
//!
//! A page that Trunk serves while it is worked on is left as it is: it reloads itself by a script inside
//! the page.

mod digest;
mod early;
mod files;
mod names;
mod offline;
mod page;
mod style;

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failure::Failure;
use crate::{project, run};
pub use files::paths;

/// Seals the site that Trunk has built.
pub fn seal() -> Result<(), Failure> {
    if env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new("there is no TRUNK_STAGING_DIR: Trunk calls this when it builds the site")
    })?;
    run::show(project::jianyue("publish").arg(&folder))?;
    let file = folder.join("index.html");
    let page = String::from_utf8_lossy(&read(&file)?).into_owned();
    if !names::linked(&page, names::EARLY).is_empty() {
        early::build(&folder)?;
    }
    let page = style::lean(&page, &folder)?;
    let named = names::named(&page, &folder)?;
    let sealed = page::sealed(&named.page, &named.engine, &named.early).map_err(Failure::new)?;
    let (name, script) = &sealed.start;
    write(&folder.join(name), script.as_bytes())?;
    let page = offline::linked(&sealed.page).map_err(Failure::new)?;
    write(&file, page.as_bytes())?;
    let list = files::list(&folder)?;
    write(&folder.join(files::NAME), list.as_bytes())?;
    let script = folder.join(offline::NAME);
    let text = String::from_utf8_lossy(&read(&script)?).into_owned();
    let text = offline::of_version(&text, files::version(&list)).map_err(Failure::new)?;
    write(&script, text.as_bytes())?;
    run::show(project::jianyue("press").arg(&folder))
}

/// The bytes of a file.
pub fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(file).map_err(|error| Failure::new(format!("cannot read {}: {error}", file.display())))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(file, bytes)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", file.display())))
}
