//! What goes with a release is whole and up to date: licences, notices, the changelog, the workflow; what makes
//! an app of the site.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The crates that are linked into the program of a target: name, version and licence of each.
fn linked(target: &[&str]) -> BTreeSet<(String, String, String)> {
    let mut tree = Command::new(env!("CARGO"));
    tree.args(["tree", "--locked", "--package", "jianyue", "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "none", "--no-dedupe", "--format", "{p}\t{l}"]).args(target);
    let output = tree.output().expect("cargo is there: it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let of = |line: &str| {
        let (package, licence) = line.split_once('\t').expect("two fields");
        let mut words = package.split(' ');
        let name = words.next().expect("a name").to_owned();
        let version = words.next().expect("a version").trim_start_matches('v').to_owned();
        (name, version, licence.to_owned())
    };
    lines.lines().map(of).collect()
}

/// The crates of the site and of the command line.
fn all_linked() -> BTreeSet<(String, String, String)> {
    let mut all = linked(&["--target", "wasm32-unknown-unknown"]);
    all.extend(linked(&[]));
    all.retain(|(name, ..)| !["jianyue", "press"].contains(&name.as_str()));
    assert!(all.len() > 100, "the crates are there");
    all
}

#[test]
fn every_linked_crate_is_on_the_page_of_licences() {
    let page = text("licences/third-party.html");
    for (name, version, _) in all_linked() {
        assert!(
            page.contains(&format!(">{name} {version}</a> (")),
            "{name} {version} is not there: `cargo xtask licences` writes the page anew"
        );
    }
}

#[test]
fn the_page_of_licences_names_no_crate_that_is_gone() {
    let (page, lock) = (text("licences/third-party.html"), text("Cargo.lock"));
    for item in page.lines().filter(|line| line.starts_with("<li><a ")) {
        let crate_ = item.split('>').nth(2).and_then(|rest| rest.split('<').next());
        let (name, version) = crate_.and_then(|named| named.split_once(' ')).expect(item);
        assert!(
            lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")),
            "{name} {version} is gone: `cargo xtask licences` writes the page anew"
        );
    }
}

#[test]
fn no_linked_crate_asks_for_more_than_a_notice() {
    for (name, version, licence) in all_linked() {
        assert!(!licence.is_empty(), "{name} {version} says no licence");
        for word in ["GPL", "MPL", "EPL", "CDDL", "EUPL", "OSL"] {
            assert!(!licence.contains(word), "{name} {version} is under {licence}");
        }
    }
}

#[test]
fn the_page_of_licences_holds_the_notices() {
    let page = text("licences/third-party.html").replace("&lt;", "<").replace("&amp;", "&");
    assert!(page.contains(text("NOTICE").trim()), "`cargo xtask licences` writes the page anew");
    assert!(text("index.html").contains("href=\"licences/third-party.html\""), "it is in the site");
    assert!(!page.contains("<script") && !page.contains(" src="), "it is a page of text");
    assert!(!page.contains("file://") && !page.contains(env!("CARGO_MANIFEST_DIR")));
}

/// What README says where texts and data come from is what NOTICE gives the terms of.
#[test]
fn the_notices_name_every_source() {
    let (readme, notice) = (text("README.md"), text("NOTICE"));
    let (_, sources) = readme.split_once("## Where the texts and data come from").expect("the end");
    let links = sources.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|link| link.starts_with("https://")) {
        let name = link.trim_end_matches('/').rsplit('/').next().expect("a last part");
        assert!(notice.contains(name), "NOTICE does not name {link}");
    }
    for folder in ["seeds/", "tests/engine/truth/"] {
        assert!(notice.contains(folder), "{folder}");
    }
}

#[test]
fn the_version_is_in_the_changelog_and_the_licences_are_there() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(text("CHANGELOG.md").contains(&format!("\n## [{version}]")), "CHANGELOG.md: {version}");
    assert!(text("LICENSE-MIT").starts_with("MIT License\n"));
    assert!(text("LICENSE-APACHE").contains("Apache License\n"));
    assert!(text("Cargo.toml").contains("license = \"MIT OR Apache-2.0\""));
}

/// The workflow runs the commands of the README and no others.
#[test]
fn the_workflow_runs_two_commands() {
    let workflow = text(".github/workflows/site.yml");
    let runs: Vec<_> = workflow.lines().filter_map(|line| line.split_once("run: ")).collect();
    let runs: Vec<_> = runs.into_iter().map(|(_, command)| command).collect();
    assert_eq!(runs, ["cargo xtask test", "cargo xtask build"]);
    let readme = text("README.md");
    assert!(runs.iter().all(|command| readme.contains(command)), "README says them");
    assert!(workflow.contains("permissions:\n  contents: read\n"), "it may do nothing by default");
}

/// A field of a manifest.
fn field(manifest: &serde_json::Value, name: &str) -> String {
    manifest[name].as_str().unwrap_or_else(|| panic!("{name}: {manifest}")).to_owned()
}

#[test]
fn the_manifests_differ_only_in_their_language() {
    let page = text("index.html");
    let mut all = Vec::new();
    for language in ["zh-Hans", "zh-Hant", "en"] {
        let file = format!("src/ui/manifests/{language}.webmanifest");
        let mut manifest: serde_json::Value = serde_json::from_str(&text(&file)).expect(&file);
        assert_eq!(field(&manifest, "lang"), language);
        // From the first screen on the frame has the colour of the page.
        assert!(page.contains(&format!("content=\"{}\"", field(&manifest, "theme_color"))));
        assert!(page.contains(&format!("href=\"{file}\"")), "{file} is in the site");
        let name = field(&manifest, "name");
        assert!(
            text(&format!("src/ui/wording/{language}.ftl")).contains(&format!("-brand = {name}\n"))
        );
        let fields = manifest.as_object_mut().expect("fields");
        for own in ["lang", "name", "short_name", "description"] {
            fields.remove(own).expect(own);
        }
        all.push(manifest);
    }
    assert!(all.iter().all(|other| *other == all[0]));
}

#[test]
fn the_icons_are_there_as_large_as_the_manifest_says() {
    let manifest: serde_json::Value =
        serde_json::from_str(&text("src/ui/manifests/en.webmanifest")).expect("JSON");
    for icon in manifest["icons"].as_array().expect("icons") {
        let (src, sizes) = (field(icon, "src"), field(icon, "sizes"));
        let bytes =
            fs::read(format!("src/ui/{src}")).unwrap_or_else(|error| panic!("{src}: {error}"));
        if sizes == "any" {
            continue;
        }
        // Width and height are the first things that a PNG says.
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four"));
        assert_eq!(format!("{}x{}", side(16), side(20)), sizes, "{src}");
        assert!(bytes.len() < 16_384, "{src} is kept with the first visit");
    }
}
