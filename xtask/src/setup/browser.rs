//! The browser of the tests, Chromium or Chrome, and the driver that belongs to it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Setup, debian};
use crate::failure::Failure;
use crate::project::Project;
use crate::run;

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Debian's names first: there the driver is the one of the package.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Without a window, as root too, and silent: no test may depend on what a
/// browser asks of its maker's servers.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

pub struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

pub fn find_or_install(setup: &Setup) -> Result<Browser, Failure> {
    let mut found = (chrome()?, driver()?);
    if (found.0.is_none() || found.1.is_none()) && debian::is_here() {
        setup.install(&PACKAGES.join(" "), "Debian's packages, a browser for the tests", || {
            debian::install(&PACKAGES)
        })?;
        found = (chrome()?, driver()?);
    }
    match found {
        (Some(chrome), Some(driver)) => {
            setup.found("browser", &chrome.display().to_string());
            setup.found("its driver", &driver.display().to_string());
            Ok(Browser { chrome, driver })
        }
        (None, _) => Err(Failure::new(
            "the tests need a browser, and there is none. Install Chromium or Chrome, or set CHROME to where it is.",
        )),
        (Some(chrome), None) => Err(Failure::new(format!(
            "the tests need the chromedriver of {}, and there is none on PATH. Install the one of the \
             same version (`npx @puppeteer/browsers install chromedriver@stable` brings the newest), and set \
             CHROMEDRIVER to where it is.",
            chrome.display()
        ))),
    }
}

impl Browser {
    /// Tells `command`, which runs tests, where the browser is.
    pub fn lend_to(&self, command: &mut Command, project: &Project) -> Result<(), Failure> {
        let settings = project.tools().join("webdriver.json");
        fs::create_dir_all(project.tools())
            .and_then(|()| fs::write(&settings, self.driver_settings()))
            .map_err(|error| {
                Failure::new(format!("cannot write {}: {error}", settings.display()))
            })?;
        command
            .env("CHROME", &self.chrome)
            .env("CHROMEDRIVER", &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
        Ok(())
    }

    /// What wasm-bindgen's test runner hands to the driver.
    fn driver_settings(&self) -> String {
        let flags: Vec<String> = FLAGS.iter().map(|flag| json_string(flag)).collect();
        format!(
            "{{\"goog:chromeOptions\": {{\"binary\": {}, \"args\": [{}]}}}}\n",
            json_string(&self.chrome.to_string_lossy()),
            flags.join(", ")
        )
    }
}

fn chrome() -> Result<Option<PathBuf>, Failure> {
    let elsewhere = || usual_places().into_iter().find(|path| run::is_program(path));
    Ok(named_by("CHROME")?
        .or_else(|| NAMES.iter().find_map(|name| run::find(name)))
        .or_else(elsewhere))
}

fn driver() -> Result<Option<PathBuf>, Failure> {
    Ok(named_by("CHROMEDRIVER")?.or_else(|| run::find("chromedriver")))
}

/// The program that the environment variable names. A wrong name is a failure:
/// another browser than the one asked for would be a surprise.
pub(super) fn named_by(variable: &str) -> Result<Option<PathBuf>, Failure> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if !run::is_program(&path) => Err(Failure::new(format!(
            "{variable} is {}, but there is no program; correct it or unset it",
            path.display()
        ))),
        named => Ok(named),
    }
}

/// Where macOS and Windows have their browsers, which is not on PATH.
fn usual_places() -> Vec<PathBuf> {
    let folders = |names: &[&str]| {
        names.iter().filter_map(env::var_os).map(PathBuf::from).collect::<Vec<_>>()
    };
    if cfg!(target_os = "macos") {
        let programs = [
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Chromium.app/Contents/MacOS/Chromium",
        ];
        let mut roots = vec![PathBuf::from("/")];
        roots.extend(folders(&["HOME"]));
        roots
            .iter()
            .flat_map(|root| programs.map(|program| root.join("Applications").join(program)))
            .collect()
    } else if cfg!(windows) {
        folders(&["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"])
            .iter()
            .map(|root| root.join(Path::new("Google/Chrome/Application/chrome.exe")))
            .collect()
    } else {
        Vec::new()
    }
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_gets_the_browser_and_its_flags_as_json() {
        let chrome = PathBuf::from(r"C:\Program Files\chrome.exe");
        let settings = Browser { chrome, driver: PathBuf::new() }.driver_settings();
        assert!(settings.starts_with(
            r#"{"goog:chromeOptions": {"binary": "C:\\Program Files\\chrome.exe", "args": ["--headless", "--no-sandbox""#
        ));
        assert!(settings.ends_with("\"--disable-sync\"]}}\n"));
    }
}
