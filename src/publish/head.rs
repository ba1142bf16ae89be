//! The page of the program as its publisher wants it: name, description, language, colour, and the way to
//! the page about the site.

use super::markup::{Markup, element, text};
use crate::site::Site;

/// What of `index.html` is replaced, as it stands there.
const TITLE: (&str, &str) = ("<title>", "</title>");
const BRAND: (&str, &str) = ("<span class=\"brand\">", "</span>");
const DESCRIPTION: (&str, &str) = ("<meta name=\"description\" content=\"", "\">");
const END: &str = "</head>";

/// The page of a site; with the way to all of it as one page, if there is one of this name.
pub fn dressed(page: &str, site: &Site, single: Option<&str>) -> String {
    let mut page = page.to_owned();
    let mut more: Vec<Markup> = Vec::new();
    let meta = |name, content: &str| element("meta", &[("name", name), ("content", content)], []);
    if !site.title.is_empty() {
        page = between(&page, TITLE, &site.title);
        page = between(&page, BRAND, &site.title);
        more.push(meta("application-name", &site.title));
    }
    if !site.description.is_empty() {
        page = between(&page, DESCRIPTION, &site.description);
    }
    if !site.language.is_empty() {
        // What stands in the page until the program is there is Chinese, and marked where it is not.
        more.push(meta("language", &site.language));
    }
    if !site.about.is_empty() {
        more.push(element("link", &[("rel", "about"), ("href", "./about.html")], []));
    }
    if let Some(file) = single {
        more.push(element("link", &[("rel", "single"), ("href", &format!("./{file}"))], []));
    }
    if let Some(accent) = site.accent {
        more.push(element("style", &[], [Markup::written(accent.css())]));
    }
    let more: Markup = more.into_iter().map(Markup::line).collect();
    page.replacen(END, &format!("{}{END}", more.as_str()), 1)
}

/// The page with another text between these two.
fn between(page: &str, (opening, closing): (&str, &str), words: &str) -> String {
    let parts = page.split_once(opening).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(closing)?;
        Some((before, after))
    });
    match parts {
        Some((before, after)) => {
            format!("{before}{opening}{}{closing}{after}", text(words).as_str())
        }
        None => page.to_owned(),
    }
}
