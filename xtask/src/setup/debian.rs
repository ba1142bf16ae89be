//! Debian's packages, for what can be had no other way.

use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::run;

/// Whether this machine runs Debian itself; other systems built on it have other packages.
pub fn is_here() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
        && run::find("apt-get").is_some()
}

pub fn has(packages: &[&str]) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}\\n"]).args(packages);
    run::read(&mut query).is_ok_and(|said| said.lines().all(|line| line == "installed"))
}

pub fn install(packages: &[&str]) -> Result<(), Failure> {
    let command = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    let Some(rights) = rights() else {
        return Err(Failure::new(format!(
            "it takes root's rights, which this task has not. Run `sudo {command}` and start again."
        )));
    };
    let apt_get = |arguments: &[&str]| {
        let words =
            [rights, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).stdin(std::process::Stdio::null());
        run::show(&mut command)
    };
    // Without fresh lists, apt asks for versions that the archive no longer has.
    apt_get(&["update", "-qq"])?;
    let options = [
        "install",
        "-qq",
        "-o=Dpkg::Use-Pty=0",
        "-o=DPkg::Lock::Timeout=300",
        "--no-install-recommends",
    ];
    apt_get(&[&options, packages].concat())
}

/// The words to put before a command for it to run as root; none where that is not possible.
fn rights() -> Option<&'static [&'static str]> {
    if run::read(Command::new("id").arg("-u")).is_ok_and(|user| user == "0") {
        Some(&[])
    } else if run::read(Command::new("sudo").args(["-n", "true"])).is_ok() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

fn names_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line, "ID=debian" | "ID=\"debian\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_told_from_what_is_built_on_it() {
        assert!(names_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!names_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!names_debian("VERSION_ID=debian"));
    }
}
