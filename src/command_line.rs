//! The command line: the same engine without a browser. What it prints is in `report.rs`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::embedded;
use crate::engine::{self, Corpus, Engine, Fold, Folds, Misfit, Patch, Segmenter};
use crate::folder::{self, Unreadable};
use crate::report;

/// Restores, searches and segments Chinese texts.
#[derive(Parser)]
#[command(name = "jianyue", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Shows the articles of a page as they were printed
    Restore {
        /// The text, UTF-8
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Finds every occurrence of a string in a folder of texts
    Search {
        /// The folder; its sub-folders too; .txt and .md
        folder: PathBuf,
        /// What to look for
        #[arg(allow_hyphen_values = true)]
        query: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows the words of a text
    Segment {
        /// The text, UTF-8
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

/// Does what the arguments of the program say; exit status 2 where it cannot.
pub fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    match run(Arguments::parse().command)
        .map(|text| out.write_all(text.as_bytes()).and_then(|()| out.flush()))
    {
        // Whoever reads may stop early (`| head`); that is no failure of ours.
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jianyue: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<String, Unreadable> {
    match command {
        Command::Restore { file, json } => {
            let doc = one(&file, &Segmenter::embedded())?;
            let (page, misfits) = engine::revise(&doc.page, &Patch::parse(&doc.patch));
            warn(&file, &misfits);
            Ok(if json {
                report::restored_json(&name(&file), &page, &misfits)
            } else {
                report::restored(&page)
            })
        }
        Command::Search { folder, query, json } => {
            let words = Segmenter::embedded();
            let mut corpus = folder::corpus(&folder, &words)?;
            words.segment(&mut corpus);
            let engine = Engine::new(corpus, Fold::new(embedded::FOLD));
            let query = engine.query(&query, Folds::ALL);
            Ok(if json {
                report::found_json(&engine, &query)
            } else {
                report::found(&engine, &query)
            })
        }
        Command::Segment { file, json } => {
            let words = Segmenter::embedded();
            let mut doc = one(&file, &words)?;
            let misfits;
            (doc.page, misfits) = engine::revise(&doc.page, &Patch::parse(&doc.patch));
            warn(&file, &misfits);
            let mut corpus = Corpus { docs: vec![doc] };
            words.segment(&mut corpus);
            let doc = &corpus.docs[0];
            Ok(if json {
                report::segmented_json(&name(&file), doc)
            } else {
                report::segmented(doc)
            })
        }
    }
}

fn one(file: &Path, words: &Segmenter) -> Result<engine::Doc, Unreadable> {
    folder::doc(file.parent().unwrap_or(Path::new("")), file, words)
}

/// Says which lines of the patch beside a text were not followed. The rest of it was.
fn warn(file: &Path, misfits: &[Misfit]) {
    let patch = file.with_extension("patch");
    for Misfit { line, text, cause } in misfits {
        let (patch, cause) = (patch.display(), cause.name());
        eprintln!("jianyue: warning: {patch}: line {line} is left out ({cause}): {text}");
    }
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
