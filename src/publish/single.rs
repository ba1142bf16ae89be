//! A built site as one page that opens from the disk, by a double click: app, workers, texts and looks in
//! it, packed with gzip. Browsers let a page from the disk load no script and no module, and its workers
//! nothing at all; so each worker is one whole script, which the page makes an address of.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use press::gzip;
use regex_lite::{Captures, Regex};
use sha2::{Digest, Sha256};

use crate::embedded::SINGLE;
use crate::folder::Unreadable;
use crate::workshop::one_page;

/// The links of the page to its workers (`ui/hooks/parts.rs`).
const WORKERS: [&str; 3] = ["engine", "converter", "workshop"];

/// Links to what is given with its address, as the page gives them.
const DATA: [&str; 2] = ["readings", "icon"];

/// What leads to this page itself, to be exported; `single.js` says where.
const SELF: &str = "<link rel=\"single\">\n";

/// Nothing is asked for anywhere; what runs is named by what it says.
const POLICY: &str = "default-src 'none'; script-src {scripts} blob: 'wasm-unsafe-eval'; worker-src blob:; \
    connect-src data:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The page of the site in `folder`, as `cargo xtask build` has made it, as one.
///
/// # Errors
///
/// [`Unreadable`] if a file of it cannot be read, or it is no such site.
pub fn single(folder: &Path) -> Result<String, Unreadable> {
    let site = Site { folder: folder.to_owned() };
    let page = site.text("index.html")?;
    let (mut workers, mut scripts) = (String::new(), Vec::new());
    let (mut app, mut library, mut fault) = (None, String::new(), None);
    let part = Regex::new(r#"<(link|script|meta)\b([^>]*)>(?:</script>)?\n?"#).expect("a pattern");
    let page = part.replace_all(&page, |tag: &Captures<'_>| {
        let whole = tag[0].to_owned();
        let of = |name: &str| attribute(&tag[2], name);
        let path = of("href").or(of("src")).unwrap_or_default();
        let path = path.strip_prefix("./").unwrap_or(path);
        let replaced = match (&tag[1], of("rel").unwrap_or_default()) {
            ("meta", _) if of("http-equiv").is_some() => Ok("{policy}\n".to_owned()),
            ("meta", _) => Ok(whole),
            ("script", _) if of("type") == Some("module") => Ok(String::new()),
            ("script", _) => site.text(path).map(|script| {
                scripts.push(script.clone());
                format!("<script>{script}</script>\n")
            }),
            (_, "stylesheet") => site.text(path).map(|style| format!("<style>{style}</style>\n")),
            (_, "app") => site.program(path).map(|program| {
                app = Some(program);
                String::new()
            }),
            (_, rel) if WORKERS.contains(&rel) => site.program(path).map(|program| {
                workers += &format!(
                    "<script type=\"text/plain\" data-worker=\"{rel}\">{program}</script>\n"
                );
                format!("<link rel=\"{rel}\" type=\"text/javascript\">\n")
            }),
            (_, "library") => site.bytes(path).map(|pack| {
                library = one_page::library(&pack);
                one_page::LINK.to_owned()
            }),
            (_, rel) if DATA.contains(&rel) && !path.starts_with("data:") => {
                site.data(path).map(|data| format!("<link rel=\"{rel}\" href=\"{data}\">\n"))
            }
            (_, rel) if DATA.contains(&rel) => Ok(whole),
            // What a browser fetches besides: there is no more.
            _ => Ok(String::new()),
        };
        replaced.unwrap_or_else(|why| {
            fault.get_or_insert(why);
            String::new()
        })
    });
    if let Some(fault) = fault {
        return Err(fault);
    }
    let Some(app) = app.filter(|_| page.contains("{policy}")) else {
        return Err(Unreadable::NoSite(folder.to_owned()));
    };
    scripts.push(format!("{SINGLE}{app}"));
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let policy = POLICY.replace("{scripts}", &hashes.join(" "));
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let start = scripts.last().map(|script| format!("<script type=\"module\">{script}</script>\n"));
    let page = page.replacen("{policy}", &policy, 1);
    let page = page.replacen("</head>", &format!("{}{SELF}</head>", one_page::of_build()), 1);
    let parts = format!("{library}{workers}{}", start.unwrap_or_default());
    Ok(page.replacen("</body>", &format!("{parts}</body>"), 1))
}

/// The value of an attribute, as the build writes it: between double quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// The files of a built site.
struct Site {
    folder: PathBuf,
}

impl Site {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let file = self.folder.join(path);
        fs::read(&file).map_err(|error| Unreadable::Io(file, error))
    }

    /// A file that is to stand in the page.
    fn text(&self, path: &str) -> Result<String, Unreadable> {
        let text = String::from_utf8_lossy(&self.bytes(path)?).into_owned();
        let ends =
            path != "index.html" && ["</script", "</style"].iter().any(|end| text.contains(end));
        if ends { Err(Unreadable::NoSite(self.folder.join(path))) } else { Ok(text) }
    }

    /// A file as an address.
    fn data(&self, path: &str) -> Result<String, Unreadable> {
        let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("txt") => "text/plain",
            _ => "application/octet-stream",
        };
        Ok(format!("data:{kind};base64,{}", BASE64_STANDARD.encode(self.bytes(path)?)))
    }

    /// A script that wasm-bindgen has made, and the program that it loads, as one script.
    fn program(&self, path: &str) -> Result<String, Unreadable> {
        let script = self.text(path)?;
        // A worker of a site starts by itself, from its file.
        let script = script.trim_end().trim_end_matches("__wbg_init();");
        let of = Regex::new(r"new URL\('([^']+\.wasm)', import\.meta\.url\)").expect("a pattern");
        let named = of.captures(script).and_then(|found| found.get(1)).map_or("", |it| it.as_str());
        // Trunk gives the app's own another name, and names it where it starts it.
        let own = path.replace(".js", "_bg.wasm");
        let wasm = if self.folder.join(named).is_file() { named } else { &own };
        let packed = gzip(&self.bytes(wasm)?);
        // As a script that is no module it has no exports, and no address of its own.
        let exports = Regex::new(r"(?m)^export (?:\{[^}]*\};)?").expect("a pattern");
        let script = of.replace_all(script, "undefined");
        let script = exports.replace_all(&script, "");
        let packed = BASE64_STANDARD.encode(packed);
        Ok(format!(
            "{script}\n__wbg_init({{module_or_path: new Response(\n  \
             new Blob([Uint8Array.from(atob('{packed}'), sign => sign.charCodeAt(0))])\n    \
             .stream().pipeThrough(new DecompressionStream('gzip')),\n  \
             {{headers: {{'content-type': 'application/wasm'}}}})}});\n"
        ))
    }
}

/// How a policy names a script.
fn hash(script: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script.as_bytes())))
}
