//! The style sheet as it is served: without the comments and the indents, an eighth of what it weighs packed.

use std::path::Path;

use super::{names, read};
use crate::failure::Failure;

/// The page with a leaner style sheet, which it writes into `folder` in the place of Trunk's, whose name says what that
/// held.
pub fn lean(page: &str, folder: &Path) -> Result<String, Failure> {
    let [name] = names::linked(page, "stylesheet")[..] else {
        return Err(Failure::new(
            "index.html does not have one <link rel=\"stylesheet\" href=\"./…\">",
        ));
    };
    let text = String::from_utf8_lossy(&read(&folder.join(name))?).into_owned();
    let text = without_comments(&text);
    let new = names::replace(folder, name, "style", "css", text.as_bytes())?;
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
    use std::fs;

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
