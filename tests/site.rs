//! A site as its publisher wants it: what `site.toml` says, the plain pages, the files packed.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use jianyue::embedded::FOLD;
use jianyue::engine::{Block, Corpus, Doc, Engine, Fold, Page, Role, Segmenter};
use jianyue::folder;
use jianyue::publish::{self, dressed, manifest, pages};
use jianyue::site::{Accent, Group, Site, accent};
use jianyue::ui::Language;

const WHOLE: &str = "\
title = \"高新区报道\"
description = \"五版报纸\"
language = \"en\"
accent = \"#1a5fb4\"
about = \"about.md\"
base = \"https://example.org/texts/\"

[[group]]
heading = \"2020 年\"
articles = [\"b\", \"old/\"]

[[group]]
articles = [
    \"a\",
]
";

#[test]
fn what_is_said_is_read() {
    let site = Site::parse(WHOLE).expect("it is well said");
    let said = [&site.title, &site.description, &site.language, &site.about, &site.base];
    assert_eq!(said, ["高新区报道", "五版报纸", "en", "about.md", "https://example.org/texts/"]);
    assert_eq!(site.accent.map(|accent| accent.light), Some([0x1a, 0x5f, 0xb4]));
    let group = |heading: &str, articles: &[&str], lines: &[usize]| Group {
        heading: heading.to_owned(),
        articles: articles.iter().map(|name| name.to_string()).collect(),
        lines: lines.to_vec(),
    };
    let groups = [group("2020 年", &["b", "old/"], &[10, 10]), group("", &["a"], &[14])];
    assert_eq!(site.groups, groups);
    assert_eq!(Site::parse(""), Ok(Site::default()));
}

/// What is wrong with a file: the line, and what the message has.
#[track_caller]
fn refused(text: &str, line: usize, says: &[&str]) {
    let fault = Site::parse(text).expect_err("it cannot be");
    assert_eq!(fault.line, line, "{fault}");
    for words in says {
        assert!(fault.to_string().contains(words), "{fault}");
    }
}

#[test]
fn what_cannot_be_is_said_with_its_line_and_the_way_out() {
    refused("title = \"x\"\ntitel = \"y\"", 2, &["titel", "description", "[[group]]"]);
    refused("title = 5", 1, &["string", "title"]);
    refused("title = \"x", 1, &["What can be said"]);
    refused("\n\nlanguage = \"fr\"", 3, &["\"fr\"", "zh-Hant"]);
    refused("accent = \"red\"", 1, &["#a5331f"]);
    refused("accent = \"#77aaff\"", 1, &["1.93", "4.5", "light paper", "write #"]);
    refused("about = \"../about.md\"", 1, &["about.md"]);
    refused("base = \"example.org\"", 1, &["https://"]);
    refused("base = \"https://example.org/x\"", 1, &["/ at the end"]);
    refused("base = \"https:///\"", 1, &["whole address"]);
    refused("[[group]]\nheading = \"x\"\narticle = [\"a\"]", 3, &["article"]);
}

#[test]
fn any_colour_that_is_taken_is_read_on_every_paper() {
    let mut taken = 0;
    for number in (0..0x100_0000).step_by(9_973) {
        let text = format!("#{number:06x}");
        match Accent::parse(&text) {
            Ok(Accent { light, sepia, dark }) => {
                taken += 1;
                for (colour, papers) in
                    [(light, accent::LIGHT), (sepia, accent::SEPIA), (dark, accent::DARK)]
                {
                    for paper in papers {
                        assert!(accent::contrast(colour, paper) >= 4.5, "{text} on {paper:?}");
                    }
                }
            }
            // The one that is offered instead is taken.
            Err(what) => {
                let offered = what.split("write ").nth(1).and_then(|rest| rest.split(' ').next());
                assert!(Accent::parse(offered.expect("a colour")).is_ok(), "{what}");
            }
        }
    }
    assert!(taken > 400, "{taken}");
}

#[test]
fn the_papers_are_those_of_the_style_sheet() {
    let style = fs::read_to_string("src/ui/style.css").expect("it is there");
    let hex = |[red, green, blue]: [u8; 3]| format!("#{red:02x}{green:02x}{blue:02x}");
    for (at, name) in ["paper", "sheet", "wash"].iter().enumerate() {
        let (light, dark) = (hex(accent::LIGHT[at]), hex(accent::DARK[at]));
        let both = format!("--{name}: light-dark({light}, {dark});");
        assert!(style.contains(&both), "{both}");
        let sepia = format!("--{name}: {};", hex(accent::SEPIA[at]));
        assert!(style.contains(&sepia), "{sepia}");
    }
}

/// A folder of files, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> Folder {
        let folder = std::env::temp_dir().join(format!("jianyue-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in files {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, text).expect("written");
        }
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What becomes of a folder with this `site.toml`: its articles in order, each after the heading that it
/// is the first under; or the message.
fn ordered(site: &str) -> String {
    let name = format!("ordered-{}", site.len());
    let files = [
        ("site.toml", site),
        ("about.md", "# 说明"),
        ("a.txt", "甲"),
        ("b.txt", "乙"),
        ("old/c.txt", "丙"),
        ("old/d.txt", "丁"),
    ];
    let folder = Folder::with(&name, &files);
    let site = match folder::site(&folder.0) {
        Ok(site) => site,
        Err(error) => return error.to_string(),
    };
    match folder::ordered(&folder.0, &site, &Segmenter::embedded()) {
        Ok((corpus, headings)) => {
            let engine = Engine::new(corpus, Fold::new(FOLD)).with_headings(headings);
            let ids = engine.corpus().docs.iter().map(|doc| doc.id.as_str());
            let under = ids.zip(engine.headings()).map(|(id, under)| format!("{under}:{id}"));
            under.collect::<Vec<_>>().join(" ")
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn articles_stand_in_the_order_and_under_the_headings_that_are_said() {
    let no_page = ":a :about :b :old/c :old/d";
    assert_eq!(ordered("title = \"x\""), no_page);
    assert_eq!(ordered("about = \"about.md\""), ":a :b :old/c :old/d");
    let about = "about = \"about.md\"\n[[group]]\n";
    assert_eq!(
        ordered(&format!("{about}heading = \"旧\"\narticles = [\"old/d\", \"old/\"]")),
        "旧:old/d 旧:old/c :a :b"
    );
    assert_eq!(ordered(&format!("{about}articles = [\"b\"]")), ":b :a :old/c :old/d");
    let twice = ordered(&format!("{about}articles = [\n\"b\",\n\"b\"]"));
    assert!(twice.contains("site.toml: line 5: \"b\" stands"), "{twice}");
    let none = ordered(&format!("{about}articles = [\"c\"]"));
    assert!(none.contains("site.toml: line 3: there is no article \"c\""), "{none}");
    let no_about = ordered("about = \"other.md\"");
    assert!(no_about.contains("other.md"), "{no_about}");
}

fn block(role: Role, text: &str) -> Block {
    Block { role, sure: 100, text: text.to_owned(), origin: Vec::new(), words: Vec::new() }
}

fn doc(id: &str, title: &str, blocks: Vec<Block>) -> Doc {
    let reading_order = (0..blocks.len() as u32).collect();
    let page = Page { title: title.to_owned(), blocks, reading_order, ..Page::default() };
    Doc { id: id.to_owned(), page, ..Doc::default() }
}

fn engine() -> Engine {
    let docs = vec![
        doc(
            "旧/一#?",
            "<b>甲</b>",
            vec![block(Role::Body, "a < b & <script>alert(1)</script>\u{1}")],
        ),
        doc(
            "二",
            "乙",
            vec![
                block(Role::Headline, "乙"),
                block(Role::Subhead, "节"),
                block(Role::Pullquote, "引"),
            ],
        ),
        doc("articles", "丙", Vec::new()),
    ];
    let headings = vec![(1, "旧的 & 新的".to_owned()), (2, String::new())];
    Engine::new(Corpus { docs }, Fold::new(FOLD)).with_headings(headings)
}

#[test]
fn a_text_is_nothing_but_text_on_its_page() {
    Language::Simplified.speak();
    let files = pages(
        &Site::parse(WHOLE).expect("said"),
        &mut engine(),
        "# 关于\n\n甲<script>x</script> [b](index.html)",
    );
    for (path, html) in &files {
        assert!(!html.contains("<script") && !html.contains("<b>"), "{path}: {html}");
    }
    let page = &files["articles/旧/一#?.html"];
    let body = "<p class=\"body\">a &lt; b &amp; &lt;script&gt;alert(1)&lt;/script&gt;\u{fffd}</p>";
    assert!(page.contains(body), "{page}");
    assert!(page.contains("<h1>&lt;b&gt;甲&lt;/b&gt;</h1>"), "{page}");
    let page = &files["articles/二.html"];
    assert!(page.contains("<h1>乙</h1>\n<h3>节</h3>\n<blockquote>引</blockquote>"), "{page}");
    assert!(files["articles.html"].contains("<h2 lang=\"zh\">旧的 &amp; 新的</h2>"));
    assert!(
        files["about.html"].contains("甲&lt;script&gt;x&lt;/script&gt; <a href=\"index.html\">")
    );
    assert!(files["articles.css"].contains(":root{--seal:light-dark(#1a5fb4,"));
}

/// An address as the path of a file below the site, seen from a page of it.
fn target(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('#').next().expect("a path").split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{address} leaves the site"),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits =
                    [rest.next(), rest.next()].map(|digit| char::from(digit.expect("two")));
                u8::from_str_radix(&String::from_iter(digits), 16).expect("hexadecimal")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn every_link_of_the_plain_pages_leads_to_a_file_of_the_site() {
    Language::Simplified.speak();
    let site = Site::parse(WHOLE).expect("said");
    let files = pages(&site, &mut engine(), "");
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for address in html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if address == "data:," {
                continue;
            }
            let to = match address.strip_prefix(&site.base) {
                Some(below) => target("", below),
                None => target(path, address),
            };
            assert!(files.contains_key(&to) || to == "index.html", "{path} leads to {to}");
        }
    }
    let order = |page: &str| {
        let links = files[page].split("rel=\"").skip(1);
        links.filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("articles/二.html"), "icon stylesheet canonical prev next");
    assert_eq!(order("articles/articles.html"), "icon stylesheet canonical prev");
}

#[test]
fn there_is_a_map_where_the_address_is_known() {
    Language::Simplified.speak();
    let files = pages(&Site::parse(WHOLE).expect("said"), &mut engine(), "");
    let map = &files["sitemap.xml"];
    assert_eq!(map.matches("<loc>https://example.org/texts/").count(), 6, "{map}");
    assert!(map.contains("/texts/articles/%E6%97%A7/%E4%B8%80%23%3F.html</loc>"), "{map}");
    assert!(files["robots.txt"].ends_with("\nSitemap: https://example.org/texts/sitemap.xml\n"));
    let files = pages(&Site::default(), &mut engine(), "");
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("robots.txt"));
    assert!(!files.contains_key("about.html"));
}

#[test]
fn the_program_s_page_says_what_its_publisher_says() {
    let index = fs::read_to_string("index.html").expect("it is there");
    assert_eq!(dressed(&index, &Site::default(), None), index);
    let single = "<link rel=\"single\" href=\"./jianyue.html\">";
    assert!(dressed(&index, &Site::default(), Some("jianyue.html")).contains(single));
    let site = Site { title: "甲 & \"乙\"".to_owned(), ..Site::parse(WHOLE).expect("said") };
    let page = dressed(&index, &site, None);
    for part in [
        "<html lang=\"zh-Hans\">",
        "<title>甲 &amp; &quot;乙&quot;</title>",
        "<span class=\"brand\">甲 &amp; &quot;乙&quot;</span>",
        "<meta name=\"description\" content=\"五版报纸\">",
        "<meta name=\"application-name\" content=\"甲 &amp; &quot;乙&quot;\">",
        "<meta name=\"language\" content=\"en\">",
        "<link rel=\"about\" href=\"./about.html\">",
        "<style>:root{--seal:light-dark(#1a5fb4,",
    ] {
        assert_eq!(page.matches(part).count(), 1, "{part}");
    }
}

#[test]
fn a_site_is_installed_under_its_publisher_s_name() {
    let site = Site { title: "甲 \"乙\"".to_owned(), ..Site::parse(WHOLE).expect("said") };
    for name in manifest::names() {
        let ours = fs::read_to_string(format!("src/ui/manifests/{name}")).expect("it is there");
        assert_eq!(manifest::named(&ours, &Site::default()), ours);
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        let (mut theirs, ours) = (read(&manifest::named(&ours, &site)), read(&ours));
        for (key, said) in
            [("name", "甲 \"乙\""), ("short_name", "甲 \"乙\""), ("description", "五版报纸")]
        {
            assert_eq!(theirs[key], said, "{name}");
            theirs[key] = ours[key].clone();
        }
        assert_eq!(theirs, ours, "{name}: nothing else is another");
    }
}

#[test]
fn files_are_packed_and_the_same_file_always_to_the_same_bytes() {
    let text = "重庆高新区".repeat(400);
    let files = [("index.html", text.as_str()), ("small.js", "x"), ("picture.webp", &text)];
    let packed = |name: &str| {
        let folder = Folder::with(name, &files);
        publish::press(&folder.0).expect("packed");
        let read = |file: &str| fs::read(folder.0.join(file)).expect("packed");
        let all = folder::files(&folder.0).0.len();
        assert_eq!(all, 5, "one is small, one is no text");
        let weights = publish::weights(&folder.0).expect("weighed");
        (read("index.html.br"), read("index.html.gz"), weights)
    };
    let (brotli, gzip, weights) = packed("press-1");
    assert_eq!(packed("press-2"), (brotli.clone(), gzip.clone(), weights.clone()));
    let mut read = String::new();
    brotli::Decompressor::new(&brotli[..], 4096).read_to_string(&mut read).expect("brotli");
    assert_eq!(read, text);
    read.clear();
    flate2::read::GzDecoder::new(&gzip[..]).read_to_string(&mut read).expect("gzip");
    assert_eq!(read, text);
    assert_eq!(gzip[4..8], [0; 4], "no time is in it");
    let page = weights.iter().find(|weight| weight.part == publish::Part::Page).expect("a part");
    assert_eq!((page.raw, page.brotli, page.gzip), (text.len(), brotli.len(), gzip.len()));
    let rest = weights.iter().find(|weight| weight.part == publish::Part::Pages).expect("a part");
    assert_eq!(rest.brotli, 1 + text.len(), "what is not packed is served as it is");
}

#[test]
fn before_a_first_answer_comes_the_early_search_or_else_the_program_and_the_engine() {
    let weighed = |files: &[(&str, &str)]| {
        let folder = Folder::with(&format!("weights-{}", files.len()), files);
        let weights = publish::weights(&folder.0).expect("weighed");
        (publish::first_answer(&weights).raw, publish::first_visit(&weights).raw)
    };
    let files = [
        ("index.html", "1"),
        ("start-0.js", "10"),
        ("style-0.css", "100"),
        ("app-0_bg.wasm", "1000"),
        ("worker_bg-0.wasm", "10000"),
        ("workshop-0.js", "lazy"),
        ("articles.html", "a plain page"),
        ("early_bg-0.wasm", "early!"),
    ];
    assert_eq!(weighed(&files), (1 + 2 + 3 + 6, 1 + 2 + 3 + 6 + 4 + 5));
    assert_eq!(weighed(&files[..7]), (15, 15), "its texts are too many");
}

#[test]
fn the_site_of_the_seeds_has_a_page_of_each() {
    let folder = Folder::with("publish", &[("index.html", "<head></head>")]);
    let count = publish::publish(&folder.0).expect("published");
    let pages = folder::files(&folder.0.join("articles")).0;
    let seeds = folder::files(Path::new("seeds")).0;
    assert_eq!((pages.len(), count), (seeds.len(), seeds.len() + 3));
}
