//! Where the project's folders are, and which wasm-bindgen it is built with.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::run;

pub struct Project {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the person's settings put it.
    pub target: PathBuf,
}

impl Project {
    /// The project that the current folder belongs to.
    pub fn open() -> Result<Self, Failure> {
        let mut metadata = Command::new(cargo());
        metadata.args(["metadata", "--no-deps", "--format-version=1"]);
        let json = run::read(&mut metadata)?;
        let field = |name| {
            last_json_string(&json, name).map(PathBuf::from).ok_or_else(|| {
                Failure::new(format!(
                    "`cargo metadata` names no {name}; is this Rust 1.95 or newer?"
                ))
            })
        };
        Ok(Project { root: field("workspace_root")?, target: field("target_directory")? })
    }

    /// The folder of everything that setup installs.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The version of wasm-bindgen in `Cargo.lock`. The command line tool must
    /// be the same to the last digit: the two share an unstable format.
    pub fn wasm_bindgen_version(&self) -> Result<String, Failure> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(|error| {
            Failure::new(format!(
                "cannot read {}: {error}. It belongs to the project: get it back with git.",
                path.display()
            ))
        })?;
        locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
            Failure::new(format!(
                "{} names no wasm-bindgen, so the app cannot be built from it",
                path.display()
            ))
        })
    }

    /// Flags for rustc, set apart by spaces, by which no program names a folder of this machine: the same
    /// sources give the same program anywhere.
    pub fn nameless(&self) -> String {
        let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
            let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
            Some(PathBuf::from(home).join(".cargo"))
        });
        // Of two that fit rustc takes the last.
        let mut folders = vec![(self.root.clone(), "/jianyue"), (self.target.clone(), "/target")];
        if let Some(crates) = cargo.map(|cargo| cargo.join("registry").join("src")) {
            // Below it one for each place that crates come from, with a name of cargo's making.
            let entries = fs::read_dir(&crates).into_iter().flatten().flatten();
            folders.push((crates, "/crates"));
            folders.extend(entries.map(|entry| (entry.path(), "/crates")));
        }
        let flags = folders.iter().map(|(folder, name)| (folder.display().to_string(), name));
        let flags = flags.filter(|(folder, _)| !folder.contains(char::is_whitespace));
        let flags = flags.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"));
        flags.collect::<Vec<_>>().join(" ")
    }

    /// `path` as a person reads it: relative to the project where it is inside.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

/// The cargo that started this task, so that a chosen toolchain stays chosen.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The project's command line, which can do what this program, with nothing but Rust's own library, cannot.
pub fn jianyue(command: &str) -> Command {
    let mut program = Command::new(cargo());
    program.args(["run", "--quiet", "--bin", "jianyue", "--", command]);
    program
}

/// The version of the package `name` in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Option<String> {
    let name_line = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name_line);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

/// The value of the last `"name":"…"` in `json`. The last, because cargo writes
/// its own fields after the packages, whose metadata may hold any name.
fn last_json_string(json: &str, name: &str) -> Option<String> {
    let opening = format!("\"{name}\":\"");
    let start = json.rfind(&opening)? + opening.len();
    let mut value = String::new();
    let mut chars = json[start..].chars();
    loop {
        match chars.next()? {
            '"' => return Some(value),
            // In a path only the backslash and the quote come escaped.
            '\\' => value.push(chars.next()?),
            other => value.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.76\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.126\"
";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(locked_version(lock, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }

    #[test]
    fn a_field_of_cargo_metadata_is_the_last_of_its_name() {
        let json = r#"{"packages":[{"metadata":{"target_directory":"no"}}],"target_directory":"C:\\a b\\目标","version":1}"#;
        assert_eq!(last_json_string(json, "target_directory").as_deref(), Some(r"C:\a b\目标"));
        assert_eq!(last_json_string(json, "workspace_root"), None);
        assert_eq!(last_json_string(r#"{"workspace_root":"cut"#, "workspace_root"), None);
    }
}
