//! Packages from npm, in a fixed version and with the checksum that this file's callers know.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{Setup, place};
use crate::failure::Failure;
use crate::run;

/// A package, and what its archive has to be.
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// As npm writes it: the kind of the checksum, and the checksum in base 64.
    pub integrity: &'static str,
}

/// The rules of accessibility that the end-to-end tests judge each view by.
pub const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    integrity: "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
};

/// 12 is the last that Node.js 18 and 20 run; 13 wants 22.
pub const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: "12.8.2",
    integrity: "sha512-+5SKYzVaTFj22MgoYDPNrP9tlD2/Ay7j3SxPSFD9FpPyVxGr4UtOQGKyrdZ7wCmcnBaFk0mCkPfARU3CsE0nvA==",
};

/// The folder of the installed package; `remark` says what it is for.
pub fn find_or_install(setup: &Setup, package: &Package, remark: &str) -> Result<PathBuf, Failure> {
    let Package { name, version, integrity } = package;
    let title = format!("{name}-{version}");
    let folder = place::in_place(setup, &title, &format!("({remark}, from npm)"), |folder| {
        let Some(npm) = run::find("npm") else {
            return Err(Failure::new("there is no npm on PATH. Install Node.js, which has it."));
        };
        let mut install = Command::new(npm);
        // Nothing of a package runs before its checksum is known to be right.
        install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund"]);
        install.args(["--loglevel=error", "--prefix"]).arg(folder);
        run::show(install.arg(format!("{name}@{version}")))?;
        // npm compares each archive with the checksum that its lock file then names.
        let lock = folder.join("package-lock.json");
        match fs::read_to_string(&lock) {
            Ok(text) if text.contains(integrity) => Ok(()),
            Ok(_) => Err(Failure::new(format!(
                "what npm gave as {title} is not what it was: its checksum is not {integrity}"
            ))),
            Err(error) => Err(Failure::new(format!("cannot read {}: {error}", lock.display()))),
        }
    })?;
    Ok(folder.join("node_modules").join(name))
}
