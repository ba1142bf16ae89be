//! At compile time: `seeds/` → engine → `library.pack`, and `early.pack`, which is only searched; the tables of folded
//! characters, of readings and of what the page says; and the dictionary, all into `OUT_DIR`. This is a second crate
//! root over the same engine: a web import in the engine breaks the build here.

#[allow(dead_code, unused_imports)]
mod engine;
mod fold;
#[allow(dead_code)]
mod folder;
mod pinyin;
#[allow(dead_code)]
mod site;
mod wording_table;

use std::collections::HashSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use engine::pack::{self, Tables};
use engine::{Corpus, Fold, Patch};

/// The variable that names the folder of texts where that is not `seeds/`.
const SEEDS: &str = "JIANYUE_SEEDS";

/// So many new words go with the library at most: some kilobytes.
const NEW_WORDS: usize = 300;

/// Over more than so many bytes there is no early search: where the texts are most of what is fetched, the program,
/// which has them too, would be there hardly later.
const EARLY_BYTES: usize = 1_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={SEEDS}");
    let seeds = env::var_os(SEEDS).map_or_else(|| PathBuf::from("seeds"), PathBuf::from);
    for changed in [seeds.as_path(), "src".as_ref(), "Cargo.toml".as_ref(), "Cargo.lock".as_ref()] {
        println!("cargo::rerun-if-changed={}", changed.display());
    }
    let out = env::var("OUT_DIR")?;
    dictionary(Path::new(&out))?;
    let (words, lexicon) = folder::segmenter(&seeds).map_err(said)?;
    let site = folder::site(&seeds).map_err(said)?;
    let (mut corpus, headings) = folder::ordered(&seeds, &site, &words).map_err(said)?;
    publisher(Path::new(&out), &seeds, &site)?;
    for doc in corpus.docs.iter().filter(|doc| !doc.patch.is_empty()) {
        for misfit in engine::revise(&doc.page, &Patch::parse(&doc.patch)).1 {
            let (line, cause, text) = (misfit.line, misfit.cause.name(), misfit.text);
            println!("cargo::warning={}.patch: line {line} is left out ({cause}): {text}", doc.id);
        }
    }
    words.segment(&mut corpus);
    let tables = fold::tables(|_| true);
    fs::write(Path::new(&out).join("fold.bin"), &tables)?;
    let dictionary = fs::read_to_string("src/pinyin/TGHZ2013.txt")?;
    fs::write(Path::new(&out).join("pinyin.txt"), pinyin::table(&dictionary, |_| true))?;
    let fold = Fold::new(&tables);
    let here = characters(&corpus, &fold);
    // A Chinese character that comes to nothing that the library has is not found in it, folded or
    // not, and phrases are only suggested from what is there: so for the library these parts of the
    // tables are as good as all of them, and a third of the size.
    let fold = fold::tables(|c| !engine::is_han(c) || here.contains(&fold.char(c)));
    let readings = pinyin::table(&dictionary, |c| here.contains(&c));
    let new_words = engine::new_words(&corpus, &words, NEW_WORDS);
    let lexicon = lexicon.to_text();
    let early = corpus_as_searched(&corpus, &fold);
    fs::write(Path::new(&out).join("early.pack"), early)?;
    let pack = pack::write(&corpus, &Tables { fold, readings, new_words, lexicon, headings });
    fs::write(Path::new(&out).join("library.pack"), &pack)?;
    wording(Path::new(&out))?;
    // That of the first screen: the early search says all in it.
    let language = if site.language.is_empty() { site::LANGUAGES[0] } else { &site.language };
    println!("cargo::rustc-env=JIANYUE_LANGUAGE={language}");
    // The page compares this with its worker's, so that a worker of an older site is noticed.
    let mut all = pack;
    sources(Path::new("src"), &mut all)?;
    println!("cargo::rustc-env=JIANYUE_BUILD={:016x}", fnv1a(&all));
    Ok(())
}

/// An error as a person reads it: what ends a build script is printed as the program has it.
fn said(error: folder::Unreadable) -> Box<dyn Error> {
    println!("cargo::error={error}");
    "the texts cannot be taken".into()
}

/// Writes what the publisher says of the site: `site.toml`, and the page about it; both empty where there
/// is none.
fn publisher(out: &Path, seeds: &Path, site: &site::Site) -> io::Result<()> {
    for (name, from) in [("site.toml", site::FILE), ("about.md", &site.about)] {
        let from = seeds.join(from);
        let text = if from.is_file() { fs::read(from)? } else { Vec::new() };
        fs::write(out.join(name), text)?;
    }
    Ok(())
}

/// Writes the dictionary that the texts are cut by into `dictionary.bin`, for the segmenter of the page.
/// jieba-rs has it among its sources; in its programs it is packed by a library that a browser has not.
fn dictionary(out: &Path) -> Result<(), Box<dyn Error>> {
    let (file, of) = (out.join("dictionary.bin"), out.join("dictionary.of"));
    let found = fs::read_to_string("Cargo.lock")?;
    let version = found.split("name = \"jieba-rs\"").nth(1).and_then(|rest| rest.split('"').nth(1));
    let made_of = format!("jieba-rs {}", version.ok_or("Cargo.lock has no jieba-rs")?);
    if file.exists() && fs::read_to_string(&of).is_ok_and(|before| before == made_of) {
        return Ok(());
    }
    let text = fs::read_to_string(sources_of_jieba()?.join("src/data/dict.txt"))?;
    fs::write(file, engine::packed_dictionary(&text))?;
    Ok(fs::write(of, made_of)?)
}

/// The folder of jieba-rs, as cargo says. First without the network: what is built is there; but cargo
/// tells nothing before it has the crates of the tests too.
fn sources_of_jieba() -> Result<PathBuf, Box<dyn Error>> {
    let platform = env::var("HOST")?;
    let mut said = String::new();
    for offline in [&["--offline"][..], &[]] {
        let output = Command::new(env::var("CARGO")?)
            .args(["metadata", "--format-version=1", "--filter-platform", &platform])
            .args(offline)
            .output()?;
        if !output.status.success() {
            said = String::from_utf8_lossy(&output.stderr).into_owned();
            continue;
        }
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let jieba = packages.filter(|package| package["name"] == "jieba-rs");
        let manifest = jieba.filter_map(|package| package["manifest_path"].as_str()).next();
        let folder = manifest.and_then(|manifest| Path::new(manifest).parent());
        return Ok(folder.ok_or("cargo metadata names no jieba-rs")?.to_owned());
    }
    Err(format!("cargo metadata does not say where jieba-rs is: {said}").into())
}

/// The folded characters of a corpus, also of what restoration took out: a correction can bring
/// that back; and of the documents' names, which `doc:` looks at.
fn characters(corpus: &Corpus, fold: &Fold) -> HashSet<char> {
    let texts = corpus.docs.iter().flat_map(|doc| {
        let blocks = doc.page.blocks.iter().map(|block| block.text.as_str());
        let removed = doc.page.removed.iter().map(|removal| removal.chars.as_str());
        blocks.chain(removed).chain([doc.id.as_str()])
    });
    texts.flat_map(str::chars).map(|c| fold.char(c)).collect()
}

/// The pack of the early search; empty where there is none. A patch changes what is searched: it is put on here.
fn corpus_as_searched(corpus: &Corpus, fold: &[u8]) -> Vec<u8> {
    let mut corpus = corpus.clone();
    for doc in corpus.docs.iter_mut().filter(|doc| !doc.patch.is_empty()) {
        doc.page = engine::revise(&doc.page, &Patch::parse(&doc.patch)).0;
    }
    let pack = pack::write_early(corpus, fold.to_owned());
    if pack.len() > EARLY_BYTES { Vec::new() } else { pack }
}

/// Writes the tables of what the page says, in each of its languages.
fn wording(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for language in site::LANGUAGES {
        files.push((language, fs::read_to_string(format!("src/ui/wording/{language}.ftl"))?));
    }
    let tables = wording_table::tables(&files)?;
    fs::write(out.join("wording.rs"), tables.names)?;
    for (language, patterns) in site::LANGUAGES.iter().zip(tables.patterns) {
        fs::write(out.join(format!("wording.{language}.txt")), patterns)?;
    }
    Ok(())
}

/// Adds the text of every source file below a folder, in the order of their names.
fn sources(folder: &Path, all: &mut Vec<u8>) -> io::Result<()> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, all)?;
        } else {
            all.extend(fs::read(path)?);
        }
    }
    Ok(())
}

/// A short name for some bytes (Fowler, Noll and Vo's hash, 64 bits, variant 1a).
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
