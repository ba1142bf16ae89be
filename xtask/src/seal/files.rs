//! Every file of the site in one list, `files.json`: what a service worker has to keep, and to check.
//!
//! `version` is a name for the whole: another one, and some file is another. Of each file: `path` below
//! the page's folder, `integrity` as `fetch` takes it, `bytes`, and `first`: whether every visit needs it until the
//! program is there and searches. The others are wanted later, or never, or on a first visit only. The list itself is not in it, nor is the
//! service worker, which says the version.

use std::fs;
use std::path::Path;

use super::digest::Digest;
use super::offline;
use super::read;
use crate::failure::Failure;

pub const NAME: &str = "files.json";

/// How the names of those begin that every visit needs.
const FIRST: [&str; 6] = ["index.html", "app-", "first-", "start-", "style-", "worker"];

/// The list of the files in `folder`, in the order of their paths.
pub fn list(folder: &Path) -> Result<String, Failure> {
    let mut lines = Vec::new();
    let mut paths = paths(folder)?;
    paths.retain(|path| path != NAME && path != offline::NAME);
    for path in paths {
        let bytes = read(&folder.join(&path))?;
        let first = FIRST.iter().any(|beginning| path.starts_with(beginning));
        lines.push(format!(
            "{{\"path\":\"{}\",\"integrity\":\"{}\",\"bytes\":{},\"first\":{first}}}",
            escaped(&path),
            Digest::of(&bytes).integrity(),
            bytes.len()
        ));
    }
    let lines = lines.join(",\n");
    let version = Digest::of(lines.as_bytes()).short();
    Ok(format!("{{\"version\":\"{version}\",\"files\":[\n{lines}\n]}}\n"))
}

/// The version that a list says.
pub fn version(list: &str) -> &str {
    list.split('"').nth(3).unwrap_or_default()
}

/// The paths of all files below a folder, sorted, with `/` on any system.
pub fn paths(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut paths = Vec::new();
    gather(folder, "", &mut paths).map_err(|error| {
        Failure::new(format!("cannot read the folder {}: {error}", folder.display()))
    })?;
    paths.sort();
    Ok(paths)
}

fn gather(folder: &Path, before: &str, paths: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// As it stands between quotation marks in JSON.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c < ' ' => escaped += &format!("\\u{:04x}", u32::from(c)),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_in_the_list_and_a_change_is_another_version() {
        let folder = std::env::temp_dir().join(format!("jianyue-files-{}", std::process::id()));
        fs::create_dir_all(folder.join("pinyin")).expect("a folder");
        for path in ["worker-1.js", "index.html", "pinyin/字.txt", NAME, offline::NAME] {
            fs::write(folder.join(path), "abc").expect("written");
        }
        let one = list(&folder).expect("listed");
        let lines: Vec<_> = one.lines().collect();
        assert_eq!(lines.len(), 5, "{one}");
        let abc =
            "\"integrity\":\"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\",\"bytes\":3";
        assert_eq!(lines[1], format!("{{\"path\":\"index.html\",{abc},\"first\":true}},"));
        assert_eq!(lines[2], format!("{{\"path\":\"pinyin/字.txt\",{abc},\"first\":false}},"));
        assert_eq!(list(&folder).expect("listed"), one);
        assert!(lines[0].contains(&format!("\"{}\"", version(&one))) && version(&one).len() == 16);
        fs::write(folder.join("pinyin/字.txt"), "abd").expect("written");
        assert_ne!(list(&folder).expect("listed").lines().next(), one.lines().next());
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn names_are_escaped() {
        assert_eq!(escaped("a\"\\\n字"), "a\\\"\\\\\\u000a字");
    }
}
