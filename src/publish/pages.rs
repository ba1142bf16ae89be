//! The plain pages: one of each article, their list, the page about the site, and where all of them are.

use pulldown_cmark::{Event, Options, Parser, html};

use super::Files;
use super::markup::{Markup, element, encoded, text};
use crate::embedded::PAGES_STYLE;
use crate::engine::{Engine, Role};
use crate::protocol::{Entry, Passage, Request, Response, Sheet, Wanted, answer};
use crate::site::Site;
use crate::state::View;
use crate::ui::{Language, OF_DOCUMENTS, wording};

/// The page that lists all articles.
pub const LIST: &str = "articles.html";

/// The folder of their pages.
const FOLDER: &str = "articles";

/// The page about the site.
const ABOUT: &str = "about.html";

const STYLE: &str = "articles.css";

/// So many addresses a map of a site may have.
const MAPPED: usize = 50_000;

/// So many characters of an article describe it.
const DESCRIBED: usize = 120;

/// Nothing runs on a plain page, and nothing comes from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// All plain pages of a site, in the language that is spoken; `about` is the text of the page about it.
pub fn pages(site: &Site, engine: &mut Engine, about: &str) -> Files {
    let mut files = Files::new();
    let mut entries = Vec::new();
    while let Response::Contents(more) = answer(engine, &Request::Contents(entries.len() as u32))
        && !more.is_empty()
    {
        entries.extend(more);
    }
    files.insert(LIST.to_owned(), list(site, &entries));
    if !site.about.is_empty() {
        files.insert(ABOUT.to_owned(), about_page(site, about));
    }
    for (at, entry) in entries.iter().enumerate() {
        let request = Request::Read(entry.id.clone(), Wanted::from(""));
        if let Response::Page(Some(sheet)) = answer(engine, &request) {
            let before = at.checked_sub(1).and_then(|before| entries.get(before));
            let page = article(site, &sheet, &entry.opening, before, entries.get(at + 1));
            files.insert(path(&entry.id), page);
        }
    }
    if !site.base.is_empty() {
        map(site, &entries, &mut files);
    }
    let accent = site.accent.map(|accent| accent.css()).unwrap_or_default();
    files.insert(STYLE.to_owned(), format!("{PAGES_STYLE}{accent}\n"));
    files
}

/// The path of an article's page.
fn path(id: &str) -> String {
    format!("{FOLDER}/{id}.html")
}

/// What the head of a page says.
struct Head<'a> {
    title: &'a str,
    description: &'a str,
    path: &'a str,
}

fn page(site: &Site, head: &Head<'_>, body: Vec<Markup>) -> String {
    let up = up(head.path);
    let whole = match head.title {
        title if title == wording::site() => title.to_owned(),
        title => wording::title_page(&name(site), title),
    };
    let meta = |attributes: &[(&'static str, &str)]| element("meta", attributes, []).line();
    let mut inside = vec![
        meta(&[("charset", "utf-8")]),
        meta(&[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]),
        meta(&[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        meta(&[("name", "color-scheme"), ("content", "light dark")]),
        // Empty: else browsers ask the host for one.
        element("link", &[("rel", "icon"), ("href", "data:,")], []).line(),
        element("title", &[], [text(&whole)]).line(),
        element("link", &[("rel", "stylesheet"), ("href", &format!("{up}{STYLE}"))], []).line(),
    ];
    if !head.description.is_empty() {
        inside.push(meta(&[("name", "description"), ("content", head.description)]));
    }
    if !site.base.is_empty() {
        let address = format!("{}{}", site.base, encoded(head.path));
        inside.push(element("link", &[("rel", "canonical"), ("href", &address)], []).line());
    }
    let inside =
        [element("head", &[], inside).line(), element("body", &[], body).line()].map(Markup::line);
    let html = element("html", &[("lang", Language::now().tag())], inside);
    format!("<!doctype html>\n{}\n", html.as_str())
}

/// The name of a site, or else of the program.
fn name(site: &Site) -> String {
    if site.title.is_empty() { wording::BRAND.to_string() } else { site.title.clone() }
}

/// The way from a page to the folder of the site.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

fn link(to: &str, says: &str) -> Markup {
    element("a", &[("href", to)], [text(says)])
}

/// The links that all pages have: to the program, as it is opened `at` something, to the list, and to the
/// page about the site.
fn ways(site: &Site, path: &str, at: &str, open: &str) -> Markup {
    let up = up(path);
    let mut ways = vec![link(&format!("{up}index.html{at}"), open)];
    if path != LIST {
        ways.push(link(&format!("{up}{LIST}"), &wording::PAGES_LIST));
    }
    if path != ABOUT && !site.about.is_empty() {
        ways.push(link(&format!("{up}{ABOUT}"), &wording::ABOUT_SITE));
    }
    let ways = ways.into_iter().map(Markup::line);
    element("nav", &[("aria-label", &name(site))], ways).line()
}

fn main(inside: Vec<Markup>) -> Markup {
    element("main", &[], inside).line()
}

fn list(site: &Site, entries: &[Entry]) -> String {
    let name = name(site);
    let lead =
        if site.description.is_empty() { &*wording::PAGES_LEAD } else { site.description.as_str() };
    let mut inside =
        vec![element("h1", &[], [text(&name)]).line(), element("p", &[], [text(lead)]).line()];
    for group in entries.chunk_by(|one, other| one.heading == other.heading) {
        let heading = match group[0].heading.as_str() {
            "" if group.len() < entries.len() => Some((None, wording::OTHER_ARTICLES.to_string())),
            "" => None,
            heading => Some((Some(("lang", OF_DOCUMENTS)), heading.to_owned())),
        };
        if let Some((language, words)) = heading {
            let language: Vec<_> = language.into_iter().collect();
            inside.push(element("h2", &language, [text(&words)]).line());
        }
        let rows = group.iter().map(|entry| row(entry).line());
        inside.push(element("ul", &[("class", "articles")], rows).line());
    }
    let body = vec![ways(site, LIST, "", &wording::PAGES_OPEN), main(inside)];
    page(site, &Head { title: &name, description: lead, path: LIST }, body)
}

fn row(entry: &Entry) -> Markup {
    let chinese = ("lang", OF_DOCUMENTS);
    let title = [text(&entry.title)];
    // It is the beginning of more, if it does not end as sentences do.
    let is_cut = !entry.opening.is_empty() && !entry.opening.ends_with(['。', '！', '？', '”']);
    let opening = format!("{}{}", entry.opening, if is_cut { "……" } else { "" });
    element(
        "li",
        &[],
        [
            element("a", &[("href", &encoded(&path(&entry.id))), chinese], title),
            facts(&entry.date),
            element("p", &[chinese], [text(&opening)]),
        ],
    )
}

fn facts(date: &str) -> Markup {
    if date.is_empty() {
        return Markup::default();
    }
    let date = element("time", &[("datetime", date)], [text(&wording::date(date))]);
    element("p", &[("class", "facts")], [date]).line()
}

fn article(
    site: &Site,
    sheet: &Sheet,
    opening: &str,
    before: Option<&Entry>,
    after: Option<&Entry>,
) -> String {
    let path = path(&sheet.id);
    let view = View { doc: Some(sheet.id.clone()), ..View::default() };
    // The headline of another article of the page is not its title.
    let first = sheet.blocks.iter().position(|block| block.opens).unwrap_or(sheet.blocks.len());
    let title = sheet.blocks.iter().take(first).position(|block| block.role == Role::Headline);
    let mut inside = vec![facts(&sheet.date)];
    if title.is_none() {
        inside.push(element("h1", &[], [text(&sheet.title)]).line());
    }
    for (at, block) in sheet.blocks.iter().enumerate() {
        if block.opens {
            inside.push(element("hr", &[], []).line());
        }
        inside.push(passage(block, title == Some(at)).line());
    }
    let near = |entry: &Entry, rel, says: String| {
        let to = format!("{}{}", up(&path), encoded(&self::path(&entry.id)));
        element("a", &[("rel", rel), ("href", &to)], [text(&says)]).line()
    };
    let before = before.map(|entry| near(entry, "prev", wording::pages_before(&entry.title)));
    let after = after.map(|entry| near(entry, "next", wording::pages_after(&entry.title)));
    let near =
        element("nav", &[("aria-label", &wording::PAGES_LIST)], before.into_iter().chain(after));
    let body = vec![
        ways(site, &path, &view.to_fragment(), &wording::PAGES_OPEN_ARTICLE),
        main(vec![element("article", &[("lang", OF_DOCUMENTS)], inside).line()]),
        element("footer", &[], [near]).line(),
    ];
    let described = sheet.blocks.iter().find(|block| block.role == Role::Body);
    let described = described.map_or(opening.to_owned(), words);
    let description: String = described.chars().take(DESCRIBED).collect();
    page(site, &Head { title: &sheet.title, description: &description, path: &path }, body)
}

fn words(passage: &Passage) -> String {
    passage.runs.iter().map(|run| run.text.as_str()).collect()
}

/// A block as what it is.
fn passage(block: &Passage, is_title: bool) -> Markup {
    let name = match block.role {
        Role::Headline if is_title => "h1",
        Role::Headline => "h2",
        Role::Subhead => "h3",
        Role::Sidebar => "aside",
        Role::Pullquote => "blockquote",
        _ => "p",
    };
    let class = [("class", block.role.name())];
    element(name, if name == "p" { &class } else { &[] }, [text(&words(block))])
}

fn about_page(site: &Site, markdown: &str) -> String {
    // What of it is HTML is text too.
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        event => event,
    });
    let mut written = String::new();
    html::push_html(&mut written, events);
    let body =
        vec![ways(site, ABOUT, "", &wording::PAGES_OPEN), main(vec![Markup::written(written)])];
    let head = Head { title: &wording::ABOUT_SITE, description: &site.description, path: ABOUT };
    page(site, &head, body)
}

/// Where all pages are, for search engines: maps, and the file that leads to these.
fn map(site: &Site, entries: &[Entry], files: &mut Files) {
    let about = (!site.about.is_empty()).then(|| ABOUT.to_owned());
    let paths = [String::new(), LIST.to_owned()].into_iter().chain(about);
    let paths: Vec<String> = paths.chain(entries.iter().map(|entry| path(&entry.id))).collect();
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    for (number, paths) in (1..).zip(paths.chunks(MAPPED)) {
        let address = |path: &String| {
            let address = format!("{}{}", site.base, encoded(path));
            element("url", &[], [element("loc", &[], [text(&address)])]).line()
        };
        let all = element(
            "urlset",
            &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")],
            paths.iter().map(address),
        );
        let map = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", all.as_str());
        let name =
            if number == 1 { "sitemap.xml".to_owned() } else { format!("sitemap-{number}.xml") };
        robots += &format!("Sitemap: {}{name}\n", site.base);
        files.insert(name, map);
    }
    files.insert("robots.txt".to_owned(), robots);
}
