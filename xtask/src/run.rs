//! Running other programs: shown, read, or tried for a limited time.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// Runs `command` in sight of the person: the command line first, then
/// whatever the program prints.
pub fn show(command: &mut Command) -> Result<(), Failure> {
    println!("$ {}", line(command));
    forget_this_package(command);
    let status = command.status().map_err(|error| unstarted(command, &error))?;
    succeeded(command, status, "")
}

/// What `command` prints on its standard output, without the last line end.
pub fn read(command: &mut Command) -> Result<String, Failure> {
    forget_this_package(command);
    let output =
        command.stdin(Stdio::null()).output().map_err(|error| unstarted(command, &error))?;
    succeeded(command, output.status, String::from_utf8_lossy(&output.stderr).trim())?;
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// Whether `command` succeeds within `limit`; its output is not shown, and it
/// is ended when the time is over.
pub fn succeeds_within(limit: Duration, command: &mut Command) -> bool {
    forget_this_package(command);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let end = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(50)),
            Ok(None) | Err(_) => {
                end_child(&mut child);
                return false;
            }
        }
    }
}

/// `PATH` with `folders` before everything else.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString, Failure> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).map_err(|error| {
        Failure::new(format!(
            "{error}: the project lies in a folder whose name cannot stand in PATH; move it elsewhere"
        ))
    })
}

/// Where the program `name` is, as the shell would find it.
pub fn find(name: &str) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    find_among(&folders, name)
}

/// The program `name` in the first of `folders` that has it.
pub fn find_among(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    folders
        .iter()
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|candidate| is_program(candidate))
}

#[cfg(unix)]
pub fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// `cargo run` describes the package it runs in the environment. Passed on, that
/// description would make cargo rebuild crates whose build scripts look at it.
fn forget_this_package(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_stem().unwrap_or(program.as_os_str());
    let mut line = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

fn unstarted(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` could not be started: {error}", line(command)))
}

fn succeeded(command: &Command, status: ExitStatus, said: &str) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    let mut what = format!("`{}` failed ({status})", line(command));
    if !said.is_empty() {
        what.push_str(":\n");
        what.push_str(said);
    }
    Err(Failure::new(what))
}

fn end_child(child: &mut Child) {
    // It may have ended by itself in the meantime: then there is nothing to do.
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_in_the_first_folder_that_has_it() {
        let here = env::current_exe().expect("a test is a program");
        let folder = here.parent().expect("a program is in a folder");
        let name = here.file_stem().expect("a program has a name").to_string_lossy();
        let folders = [PathBuf::from("no such folder"), folder.to_owned()];
        assert_eq!(find_among(&folders, &name), Some(here.clone()));
        assert_eq!(find_among(&folders, "no-such-program"), None);
        assert_eq!(find_among(&[], &name), None);
    }

    #[test]
    fn a_failure_names_the_program_and_what_it_said() {
        let failure =
            read(Command::new("cargo").arg("no-such-command")).expect_err("no such command");
        let text = failure.to_string();
        assert!(text.contains("`cargo no-such-command` failed"), "{text}");
        assert!(text.contains("no such command"), "{text}");
    }

    #[test]
    fn what_takes_too_long_is_ended() {
        let mut endless = if cfg!(windows) {
            let mut command = Command::new("ping");
            command.args(["-n", "60", "127.0.0.1"]);
            command
        } else {
            let mut command = Command::new("sleep");
            command.arg("60");
            command
        };
        let start = Instant::now();
        assert!(!succeeds_within(Duration::from_millis(200), &mut endless));
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}
