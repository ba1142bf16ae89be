//! Rust's own library for WebAssembly, without which nothing compiles for the browser.
//!
//! With rustup it is a matter of seconds. Where rustup, or its server, is out of
//! reach, Debian has a newer Rust with the source of its library; the library is
//! then compiled along with the app. That takes Debian's compiler as well: an
//! older one does not compile the newer library.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{Setup, debian, place};
use crate::failure::Failure;
use crate::project;
use crate::run;

pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// What Debian calls its Rust for web applications, the library's source, and a linker for wasm.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// The name of the folder of links to Debian's Rust. Where it is, the choice has
/// been made, and rustup is not asked again at each start.
const DEBIAN_FOLDER: &str = "rust-of-debian";

/// Long enough for 20 MB on a slow line; a server out of reach fails sooner.
const RUSTUP_LIMIT: Duration = Duration::from_secs(120);

pub enum WasmTarget {
    /// The toolchain in use has the library.
    Ready,
    /// Debian's toolchain, in this folder, compiles the library along with the app.
    Debian(PathBuf),
}

pub fn find_or_install(setup: &Setup) -> Result<WasmTarget, Failure> {
    let libraries = libraries()?;
    if libraries.is_dir() {
        setup.found(TRIPLE, &libraries.display().to_string());
        return Ok(WasmTarget::Ready);
    }
    let linked = setup.project.tools().join(DEBIAN_FOLDER).is_dir() && debian::has(&PACKAGES);
    if !linked && rustup_adds_it(setup) {
        return Ok(WasmTarget::Ready);
    }
    if !debian::is_here() {
        return Err(Failure::new(format!(
            "Rust has no library for {TRIPLE}, and `rustup target add {TRIPLE}` failed or there is no rustup. \
             With rustup, run that command to see why; with another Rust, install its {TRIPLE} target."
        )));
    }
    install_debians(setup).map(WasmTarget::Debian).map_err(|failure| {
        failure.during(&format!(
            "`rustup target add {TRIPLE}` failed, and so did Debian's packages instead"
        ))
    })
}

impl WasmTarget {
    pub fn cargo(&self) -> OsString {
        match self {
            WasmTarget::Ready => project::cargo(),
            WasmTarget::Debian(folder) => folder.join("cargo").into(),
        }
    }

    /// The folder of its cargo and rustc, where that is not the one in use anyway.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            WasmTarget::Ready => None,
            WasmTarget::Debian(folder) => Some(folder),
        }
    }

    /// Sets what `command`, or what it starts in turn, needs to compile for wasm.
    pub fn prepare(&self, command: &mut Command) {
        if let WasmTarget::Debian(folder) = self {
            // What `cargo xtask` was started with points to another toolchain.
            for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
                command.env_remove(name);
            }
            command
                .env("RUSTC", folder.join("rustc"))
                // Compiling the library is an unstable option; the compiler of the same
                // package is the one it was written for.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
        }
    }
}

/// Where the toolchain in use keeps, or would keep, the library.
fn libraries() -> Result<PathBuf, Failure> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TRIPLE]);
    run::read(&mut rustc).map(PathBuf::from)
}

fn rustup_adds_it(setup: &Setup) -> bool {
    let Some(rustup) = run::find("rustup") else {
        return false;
    };
    let added = setup.install(TRIPLE, "to rustup's toolchain", || {
        let mut add = Command::new(rustup);
        add.args(["target", "add", TRIPLE]);
        if run::succeeds_within(RUSTUP_LIMIT, &mut add) && libraries()?.is_dir() {
            return Ok(());
        }
        Err(Failure::new("`rustup target add` failed; its server may be out of reach"))
    });
    if let Err(failure) = &added {
        println!("           {failure}");
    }
    added.is_ok()
}

fn install_debians(setup: &Setup) -> Result<PathBuf, Failure> {
    if !debian::has(&PACKAGES) {
        setup.install(&PACKAGES.join(" "), "Debian's packages, 400 MB", || {
            debian::install(&PACKAGES)
        })?;
    }
    place::in_place(setup, DEBIAN_FOLDER, "(links to Debian's cargo and rustc)", |folder| {
        for program in ["cargo", "rustc", "rustdoc"] {
            link(&Path::new("/usr/bin").join(program), &folder.join(program))?;
        }
        Ok(())
    })
}

#[cfg(unix)]
fn link(program: &Path, place: &Path) -> Result<(), Failure> {
    std::os::unix::fs::symlink(program, place)
        .map_err(|error| Failure::new(format!("cannot make the link {}: {error}", place.display())))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<(), Failure> {
    Err(Failure::new("there is no Debian on this system"))
}
