//! The page's content security policy, under which a browser runs no script but the site's own files and
//! asks no host but the site's own. Trunk starts the program by a script inside the page, and has the browser
//! fetch it before anything else; a file takes the place of both (`start.js`).

use super::digest::Digest;

/// Styles may stand in the page: components set colours and places of their own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What starts the program.
const START: &str = include_str!("start.js");

/// A page, and the script that starts its program: the name and the text.
pub struct Sealed {
    pub page: String,
    pub start: (String, String),
}

/// The page with the policy, and without scripts in it; `engine` are the files of the engine, which are fetched
/// with the program, `early` those of the early search, its script first.
pub fn sealed(page: &str, engine: &[String], early: &[String]) -> Result<Sealed, String> {
    const FIRST: &str = "<head>";
    let script = cut(page, "<script type=\"module\">", "</script>")?;
    let of = |before: &str| -> Result<&str, String> {
        let name = script.split_once(before).and_then(|(_, rest)| rest.split_once('\''));
        Ok(name.ok_or_else(|| format!("Trunk's script does not say {before}…'"))?.0)
    };
    let listed = |files: &[String]| {
        files.iter().map(|file| format!("'./{file}'")).collect::<Vec<_>>().join(", ")
    };
    let start = START
        .replace("@SCRIPT@", of("from './")?)
        .replace("@PROGRAM@", of("module_or_path: './")?)
        .replace("@ENGINE@", &listed(engine))
        .replace("@EARLY@", &listed(early));
    let name = format!("start-{}.js", Digest::of(start.as_bytes()).short());
    let link = format!("<script async type=\"module\" src=\"./{name}\"></script>");
    let at_once = cut(page, "<link rel=\"preload\"", ">")?;
    let page = page.replacen(script, &link, 1).replacen(at_once, "", 1);
    // Nor does a browser fetch the script at once: the link only says which it is.
    let page = page.replacen("rel=\"modulepreload\"", "rel=\"app\"", 1);
    let files = [&link[..], "<script src=\"./first-"];
    if files.iter().fold(page.clone(), |left, file| left.replace(file, "")).contains("<script") {
        return Err("index.html has a script of a kind that is not known here".to_owned());
    }
    if !page.contains(FIRST) {
        return Err(format!("index.html has no {FIRST}"));
    }
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let page = page.replacen(FIRST, &format!("{FIRST}\n  {policy}"), 1);
    Ok(Sealed { page, start: (name, start) })
}

/// The piece of a page that begins and ends so.
fn cut<'a>(page: &'a str, opening: &str, closing: &str) -> Result<&'a str, String> {
    let start = page.find(opening).ok_or_else(|| format!("index.html has no {opening}"))?;
    let end = page[start..].find(closing).ok_or_else(|| format!("{opening} does not end"))?;
    Ok(&page[start..start + end + closing.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html>\n<head>\n  <meta charset=\"utf-8\">\n<script type=\"module\">\n\
        import init, * as bindings from './app-1.js';\n\
        const wasm = await init({ module_or_path: './app-1_bg.wasm' });\n</script>\n\
        <link rel=\"modulepreload\" href=\"./app-1.js\"><link rel=\"preload\" href=\"./app-1_bg.wasm\" as=\"fetch\"></head>";

    #[test]
    fn a_file_starts_the_program_and_the_policy_comes_first() {
        let sealed = sealed(PAGE, &["worker-2.js".to_owned()], &["early-3.js".to_owned()])
            .expect("it can be sealed");
        let (name, script) = &sealed.start;
        for says in [
            "fetch('./app-1_bg.wasm')",
            "fetchAll(['./worker-2.js'])",
            "= ['./early-3.js']",
            "import('./app-1.js')",
        ] {
            assert!(script.contains(says), "{says}: {script}");
        }
        assert!(!script.contains('@'), "{script}");
        assert!(sealed.page.contains("<link rel=\"app\" href=\"./app-1.js\">"), "{}", sealed.page);
        let link =
            format!("<script async type=\"module\" src=\"./{name}\"></script>\n<link rel=\"app\"");
        assert!(sealed.page.contains(&link), "{}", sealed.page);
        let policy = sealed.page.find("Content-Security-Policy").expect("a policy");
        assert!(policy < sealed.page.find("charset").expect("a character set"));
    }

    #[test]
    fn a_page_that_is_not_understood_is_not_sealed() {
        let another = PAGE.replace("</head>", "<script>x</script></head>");
        for page in ["<head><script type=\"module\">x", "<head>", "nothing", &another] {
            assert!(sealed(page, &[], &[]).is_err(), "{page}");
        }
    }
}
