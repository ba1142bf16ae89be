//! The names of files in an archive that is written: such that any system can unpack them, and no two
//! alike, whether it tells capitals apart or not.

use std::collections::BTreeSet;

use crate::import::is_hidden;

/// Of the name of a file or folder so many characters are kept of its beginning, and so many of its end.
const LONGEST: (usize, usize) = (60, 20);

/// The names that are given.
#[derive(Default)]
pub struct MemberNames {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl MemberNames {
    /// A name that nothing else has, as like to this path as can be.
    pub fn name(&mut self, path: &str) -> String {
        let parts: Vec<String> = path.split('/').map(safe).collect();
        let mut whole = String::new();
        for (at, part) in parts.iter().enumerate() {
            let is_file = at + 1 == parts.len();
            let is_free = |name: &String| {
                let name = name.to_lowercase();
                let is_folder = is_file && self.folders.contains(&name);
                !is_folder && !self.files.contains(&name)
            };
            let all = (1..).map(|count| format!("{whole}{}", numbered(part, count)));
            whole = { all }.find(is_free).unwrap_or_default();
            if is_file {
                self.files.insert(whole.to_lowercase());
            } else {
                self.folders.insert(whole.to_lowercase());
                whole.push('/');
            }
        }
        whole
    }
}

/// `a.txt`, `a (2).txt`, …
fn numbered(name: &str, count: u32) -> String {
    if count == 1 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem} ({count}).{ending}"),
        None => format!("{name} ({count})"),
    }
}

/// The name of a file or folder without what some system does not take, and not hidden.
fn safe(name: &str) -> String {
    let is_odd = |c: char| {
        c.is_control()
            || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\')
            // They turn round what stands after them.
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let all: Vec<char> = name.trim().chars().map(|c| if is_odd(c) { '_' } else { c }).collect();
    let (first, last) = LONGEST;
    let name: String = if all.len() > first + last {
        all[..first].iter().chain(&all[all.len() - last..]).collect()
    } else {
        all.into_iter().collect()
    };
    let name = name.trim_end_matches(['.', ' ']);
    if name.is_empty() || is_hidden(name) { format!("_{name}") } else { name.to_owned() }
}
