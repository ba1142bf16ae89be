//! The page's content security policy, under which a browser runs no script but the site's own files and
//! asks no host but the site's own. Trunk starts the program by a script inside the page; that becomes a
//! file.

use super::digest::Digest;

/// Styles may stand in the page: components set colours and places of their own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// A page, and the scripts that were in it: their names and texts.
pub struct Sealed {
    pub page: String,
    pub scripts: Vec<(String, String)>,
}

/// The page with the policy, and without scripts in it. What starts the program fetches the files of the
/// engine besides, so that these do not wait until the program asks for them.
pub fn sealed(page: &str, engine: &[String]) -> Result<Sealed, String> {
    const OPENING: &str = "<script type=\"module\">";
    const CLOSING: &str = "</script>";
    const FIRST: &str = "<head>";
    let (mut sealed, mut scripts) = (String::with_capacity(page.len()), Vec::new());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let (script, after) =
            after.split_once(CLOSING).ok_or("a script of index.html does not end")?;
        let fetched = engine.iter().map(|file| {
            format!("fetch('./{file}').then((file) => file.arrayBuffer()).catch(() => {{}});\n")
        });
        let script: String = fetched.chain([script.trim().to_owned() + "\n"]).collect();
        let name = format!("start-{}.js", Digest::of(script.as_bytes()).short());
        sealed += before;
        sealed += &format!("<script type=\"module\" src=\"./{name}\">{CLOSING}");
        scripts.push((name, script));
        rest = after;
    }
    sealed += rest;
    let files = ["<script type=\"module\" src=\"", "<script src=\"./first-"];
    if files.iter().fold(sealed.clone(), |left, file| left.replace(file, "")).contains("<script") {
        return Err("index.html has a script of a kind that is not known here".to_owned());
    }
    if !sealed.contains(FIRST) {
        return Err(format!("index.html has no {FIRST}"));
    }
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let page = sealed.replacen(FIRST, &format!("{FIRST}\n  {policy}"), 1);
    Ok(Sealed { page, scripts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_become_files_and_the_policy_comes_first() {
        let page = "<!doctype html>\n<html>\n<head>\n  <meta charset=\"utf-8\">\n\
            <script type=\"module\">\nimport init from './app.js';\nawait init();\n</script>\n</head>";
        let sealed = sealed(page, &["worker.js".to_owned()]).expect("it can be sealed");
        let [(name, script)] = &sealed.scripts[..] else { panic!("one script") };
        let (first, rest) = script.split_once('\n').expect("lines");
        assert!(first.starts_with("fetch('./worker.js')"), "{first}");
        assert_eq!(rest, "import init from './app.js';\nawait init();\n");
        let link = format!("<script type=\"module\" src=\"./{name}\"></script>");
        assert!(sealed.page.contains(&link) && !sealed.page.contains("await init"));
        let policy = sealed.page.find("Content-Security-Policy").expect("a policy");
        assert!(policy < sealed.page.find("charset").expect("a character set"));
    }

    #[test]
    fn a_page_that_is_not_understood_is_not_sealed() {
        for page in ["<head><script type=\"module\">x", "<head><script>x</script>", "nothing"] {
            assert!(sealed(page, &[]).is_err(), "{page}");
        }
    }
}
