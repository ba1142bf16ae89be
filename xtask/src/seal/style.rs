//! The style sheet as it is served: without the comments and the indents, an eighth of what it weighs packed.

use std::fs;
use std::path::Path;

use super::digest::Digest;
use super::{read, write};
use crate::failure::Failure;

/// How the page names it. Trunk has named the file after what it held.
const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// The page with a leaner style sheet, which it writes into `folder` in the place of Trunk's.
pub fn lean(page: &str, folder: &Path) -> Result<String, Failure> {
    let name = page.split_once(LINK).and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    let name = name.ok_or_else(|| Failure::new(format!("index.html has no {LINK}…")))?;
    let file = folder.join(name);
    let text = String::from_utf8_lossy(&read(&file)?).into_owned();
    let text = without_comments(&text);
    let new = format!("style-{}.css", Digest::of(text.as_bytes()).short());
    write(&folder.join(&new), text.as_bytes())?;
    fs::remove_file(&file)
        .map_err(|error| Failure::new(format!("cannot remove {}: {error}", file.display())))?;
    Ok(page.replacen(name, &new, 1))
}

/// CSS without comments, indents and empty lines. No string of ours has the signs of a comment in it.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept += rest;
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::with_capacity(kept.len()), |css, line| css + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indents_go_and_nothing_else() {
        let css = "/* a\n b */\n.a { color: red; /* why */ }\n\n@media print {\n  .b > .c { margin: 0 }\n}\n";
        assert_eq!(
            without_comments(css),
            ".a { color: red;  }\n@media print {\n.b > .c { margin: 0 }\n}\n"
        );
        assert_eq!(without_comments("/**/a{}/* open"), "a{}\n");
    }

    #[test]
    fn the_page_names_the_new_one() {
        let folder = std::env::temp_dir().join(format!("jianyue-style-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("style-0.css"), "/* c */\na {}").expect("written");
        let page =
            lean("<link rel=\"stylesheet\" href=\"./style-0.css\"/>", &folder).expect("lean");
        let name = page.split("./").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
        assert_eq!(fs::read_to_string(folder.join(name)).expect("there"), "a {}\n");
        assert!(!folder.join("style-0.css").exists());
        assert!(lean("<head>", &folder).is_err());
        fs::remove_dir_all(&folder).expect("removed");
    }
}
