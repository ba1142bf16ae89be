//! At compile time: `seeds/` → engine → `library.pack`, and the tables of folded characters, of
//! readings and of what the page says, all into `OUT_DIR`. This is a second crate root over the same engine: a web import in the engine
//! breaks the build here.

#[allow(dead_code, unused_imports)]
mod engine;
mod fold;
#[allow(dead_code)]
mod folder;
mod pinyin;
mod wording_table;

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs, io};

use engine::pack::{self, Tables};
use engine::{Corpus, Fold, Patch, Segmenter};

/// The languages of the page.
const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// So many new words go with the library at most: some kilobytes.
const NEW_WORDS: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    for changed in ["seeds", "src", "Cargo.toml"] {
        println!("cargo::rerun-if-changed={changed}");
    }
    let out = env::var("OUT_DIR")?;
    let words = Segmenter::embedded();
    let mut corpus = folder::corpus(Path::new("seeds"), &words)?;
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
    let pack = pack::write(&corpus, &Tables { fold, readings, new_words });
    fs::write(Path::new(&out).join("library.pack"), &pack)?;
    wording(Path::new(&out))?;
    // The page compares this with its worker's, so that a worker of an older site is noticed.
    let mut all = pack;
    sources(Path::new("src"), &mut all)?;
    println!("cargo::rustc-env=JIANYUE_BUILD={:016x}", fnv1a(&all));
    Ok(())
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

/// Writes the tables of what the page says, in each of its languages.
fn wording(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        files.push((language, fs::read_to_string(format!("src/ui/wording/{language}.ftl"))?));
    }
    let tables = wording_table::tables(&files)?;
    fs::write(out.join("wording.rs"), tables.names)?;
    for (language, patterns) in LANGUAGES.iter().zip(tables.patterns) {
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
