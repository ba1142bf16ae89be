//! The tools: found, or else installed, and how to run with them.
//!
//! - [`wasm_target`] Rust's library for WebAssembly
//! - [`cargo_tool`] trunk, wasm-bindgen, cargo-about and geckodriver, built from their sources
//! - [`wasm_opt`] wasm-opt, from npm
//! - [`npm`] packages from npm that judge pages
//! - [`browser`] Chromium or Chrome, and its driver
//! - [`firefox`] Firefox, and its driver
//! - [`debian`] Debian's packages, where it must be
//! - [`place`] a tool is wholly in its folder, or not there at all

pub mod browser;
mod cargo_tool;
mod debian;
pub mod firefox;
mod npm;
mod place;
mod wasm_opt;
mod wasm_target;

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::failure::Failure;
use crate::project::{self, Project};
use crate::run;
use crate::stand_in;
use browser::Browser;
use firefox::Firefox;
pub use wasm_target::TRIPLE;
use wasm_target::WasmTarget;

pub struct Setup<'a> {
    project: &'a Project,
    /// Also say what was found, not only what is installed.
    aloud: bool,
}

/// What compiles for the browser, and builds a site of it.
pub struct Workshop {
    target: WasmTarget,
    /// The folders of the tools, to have on PATH before all others.
    folders: Vec<PathBuf>,
}

impl<'a> Setup<'a> {
    /// Speaks only when something is missing.
    pub fn new(project: &'a Project) -> Self {
        Setup { project, aloud: false }
    }

    /// Also says what it found.
    pub fn aloud(project: &'a Project) -> Self {
        Setup { project, aloud: true }
    }

    /// Every tool there is; all that can be had is installed before the first
    /// failure is told.
    pub fn everything(&self) -> Result<(), Failure> {
        let (browser, firefox) = (self.browser(), self.firefox());
        let axe = self.axe();
        self.for_release()?;
        browser?;
        firefox?;
        axe?;
        println!("Everything is there.");
        Ok(())
    }

    /// What `trunk serve` needs.
    pub fn for_serving(&self) -> Result<Workshop, Failure> {
        let mut workshop = self.for_wasm_tests()?;
        workshop.folders.push(cargo_tool::find_or_install(self, &cargo_tool::trunk())?);
        Ok(workshop)
    }

    /// What `trunk build --release` needs. wasm-opt only makes the site smaller:
    /// where it cannot be had, a warning is enough.
    pub fn for_release(&self) -> Result<Workshop, Failure> {
        let mut workshop = self.for_serving()?;
        match wasm_opt::find_or_install(self) {
            Ok(folder) => workshop.folders.push(folder),
            Err(failure) => {
                eprintln!(
                    "warning: {failure}\n         The site is built without it, and is bigger for that."
                );
                workshop.folders.push(stand_in::place(self.project)?);
            }
        }
        Ok(workshop)
    }

    /// What `cargo test --target wasm32-unknown-unknown` needs, but for the browser.
    pub fn for_wasm_tests(&self) -> Result<Workshop, Failure> {
        let target = wasm_target::find_or_install(self)?;
        let wasm_bindgen = cargo_tool::wasm_bindgen(self.project.wasm_bindgen_version()?);
        let mut folders: Vec<PathBuf> = target.folder().map(PathBuf::from).into_iter().collect();
        folders.push(cargo_tool::find_or_install(self, &wasm_bindgen)?);
        let workshop = Workshop { target, folders };
        self.fetch_crates(&workshop)?;
        Ok(workshop)
    }

    pub fn browser(&self) -> Result<Browser, Failure> {
        browser::find_or_install(self)
    }

    pub fn firefox(&self) -> Result<Firefox, Failure> {
        firefox::find_or_install(self)
    }

    /// The script with the rules of accessibility that the end-to-end tests judge each view by.
    pub fn axe(&self) -> Result<PathBuf, Failure> {
        let folder = npm::find_or_install(self, &npm::AXE, "for the tests of accessibility")?;
        Ok(folder.join("axe.min.js"))
    }

    /// The program that judges a page as a whole, run with Node.js.
    pub fn lighthouse(&self) -> Result<PathBuf, Failure> {
        let folder = npm::find_or_install(self, &npm::LIGHTHOUSE, "for `cargo xtask bench`")?;
        Ok(folder.join("cli").join("index.js"))
    }

    /// The program that collects the licences of the crates, which are all there then.
    pub fn licences(&self) -> Result<PathBuf, Failure> {
        let folder = cargo_tool::find_or_install(self, &cargo_tool::cargo_about())?;
        let mut fetch = Command::new(project::cargo());
        fetch.args(["fetch", "--locked"]).current_dir(&self.project.root);
        run::read(&mut fetch)
            .map_err(|failure| failure.during("fetching the crates of all systems"))?;
        run::find_among(&[folder], "cargo-about")
            .ok_or_else(|| Failure::new("there is no cargo-about where it was installed"))
    }

    /// Trunk runs offline, so that it downloads no tools behind one's back; the
    /// crates therefore have to be there before. Where they are, this takes no time.
    fn fetch_crates(&self, workshop: &Workshop) -> Result<(), Failure> {
        // The second brings what Rust's own library is made of, where it is compiled
        // along: cargo takes that for the named target only.
        for arguments in [&["fetch"][..], &["fetch", "--target", wasm_target::TRIPLE]] {
            let mut fetch = workshop.cargo()?;
            fetch.args(arguments).current_dir(&self.project.root);
            run::read(&mut fetch)
                .map_err(|failure| failure.during("fetching the crates the app is made of"))?;
        }
        Ok(())
    }

    fn found(&self, what: &str, place: &str) {
        if self.aloud {
            println!("found      {what}: {place}");
        }
    }

    /// Says what `work` installs and where, and how long it took.
    fn install<T>(
        &self,
        what: &str,
        place: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        println!("installs   {what}: {place}");
        let start = Instant::now();
        let done = work().map_err(|failure| failure.during(&format!("installing {what}")))?;
        println!("installed  {what} in {} s", start.elapsed().as_secs());
        Ok(done)
    }
}

impl Workshop {
    /// The cargo that compiles for the browser.
    pub fn cargo(&self) -> Result<Command, Failure> {
        self.prepared(Command::new(self.target.cargo()))
    }

    pub fn trunk(&self) -> Result<Command, Failure> {
        self.tool("trunk")
    }

    /// One of the installed programs, to be run.
    pub fn tool(&self, name: &str) -> Result<Command, Failure> {
        self.prepared(Command::new(self.program(name)?))
    }

    /// Where one of the installed programs is.
    pub fn program(&self, name: &str) -> Result<PathBuf, Failure> {
        run::find_among(&self.folders, name).ok_or_else(|| {
            Failure::new(format!(
                "{name} is gone from target/tools; remove that folder, and it is set up anew"
            ))
        })
    }

    fn prepared(&self, mut command: Command) -> Result<Command, Failure> {
        self.target.prepare(&mut command);
        command.env("PATH", run::path_with(&self.folders)?);
        Ok(command)
    }
}
