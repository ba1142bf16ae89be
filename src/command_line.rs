//! The command line: the same engine without a browser. What it prints is in `report.rs`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use crate::embedded;
use crate::engine::{
    self, Corpus, Engine, Fold, Folds, Misfit, Order, Patch, Query, Segmenter, Sort, concordance,
    new_words, pack,
};
use crate::folder::{self, Unreadable};
use crate::import::{Encoding, Wishes};
use crate::intake;
use crate::publish;
use crate::report::{self, Shown};

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
    /// Finds every occurrence of what a query says in a folder of texts
    Search {
        /// The folder; its sub-folders too; .txt and .md
        folder: PathBuf,
        /// What to look for: words, "a phrase", 甲 | 乙, -甲, 甲 ~20 乙, 中?电, /[0-9.]+亿元/,
        /// in:headline, date:2020, word:电子
        #[arg(allow_hyphen_values = true, required_unless_present = "queries")]
        query: Option<String>,
        #[command(flatten)]
        options: SearchOptions,
    },
    /// Makes of a folder of texts the library of a site: a file that lies beside its `index.html`,
    /// where <link rel="library" href="FILE"> names it
    Pack {
        /// The folder; its sub-folders too; .txt and .md
        folder: PathBuf,
        /// The file to write
        file: PathBuf,
    },
    /// Makes one page of a built site, with all of it inside, that opens from the disk
    Single {
        /// The site, as `cargo xtask build` has made it
        folder: PathBuf,
        /// The file to write
        file: PathBuf,
    },
    /// Makes texts of the files of other programs: .txt in any encoding, .md, .html, .epub, .docx, .pdf,
    /// .csv, .jsonl, and .zip of these. The folder that it writes is ready to be searched and packed
    Import(Import),
    /// Shows names and terms that a folder of texts has and the dictionary lacks, the surest first
    Words {
        /// The folder; its sub-folders too; .txt and .md
        folder: PathBuf,
        /// Show so many at most
        #[arg(long, value_name = "COUNT", default_value_t = PROPOSED)]
        limit: usize,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Writes into a built site, before it is sealed, plain pages of the texts in this program, and what
    /// their site.toml says
    Publish {
        /// The folder of the site
        folder: PathBuf,
    },
    /// Packs each file of a site, beside itself, as .br and .gz, and prints what its parts weigh
    Press {
        /// The folder of the site
        folder: PathBuf,
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

#[derive(clap::Args)]
struct Import {
    /// The files, and folders with their sub-folders
    #[arg(required = true, value_name = "FILES")]
    files: Vec<PathBuf>,
    /// The folder to write; what is in it is never overwritten
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What the files are in, where it is not found out: UTF-8, GB18030, Big5, UTF-16LE …
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// The column of a table, or the key of JSON, that has the text
    #[arg(long, value_name = "NAME")]
    column: Option<String>,
}

fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::named(name)
        .ok_or_else(|| "there is none of this name; UTF-8, GB18030, Big5 are some".to_owned())
}

/// So many new words are shown, or go with a library, where nothing else is said.
const PROPOSED: usize = 300;

#[derive(clap::Args)]
struct SearchOptions {
    /// Take the query as plain text, without operators
    #[arg(long)]
    literal: bool,
    /// Find exactly what was typed: no other width, case, script, marks or spaces
    #[arg(long)]
    exact: bool,
    /// The order of the articles
    #[arg(long, value_name = "ORDER", value_parser = named(Sort::ALL.map(Sort::name)))]
    sort: Option<String>,
    /// List the hits in their contexts, in the order of what stands around them
    #[arg(long, value_name = "ORDER", num_args = 0..=1, require_equals = true,
        default_missing_value = "place", value_parser = named(Order::ALL.map(Order::name)))]
    kwic: Option<String>,
    /// How many characters of context a listed hit has on each side
    #[arg(long, default_value_t = 24)]
    width: usize,
    /// Show so many articles, or listed hits, at most; all are counted
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    /// Run every line of a file as a query, and print for each a line of JSON with the time it took
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "kwic"])]
    queries: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn named(names: [&'static str; 5]) -> PossibleValuesParser {
    PossibleValuesParser::new(names)
}

impl SearchOptions {
    /// What was typed, as a query.
    fn query(&self, engine: &Engine, typed: &str) -> Query {
        let folds = if self.exact { Folds::NONE } else { Folds::ALL };
        if self.literal { Query::literal(typed, folds) } else { engine.query(typed, folds) }
    }

    /// What of the results is shown.
    fn shown(&self) -> Shown {
        let sort = |name: &String| Sort::ALL.into_iter().find(|sort| sort.name() == name);
        Shown {
            sort: self.sort.as_ref().and_then(sort).unwrap_or_default(),
            limit: self.limit.unwrap_or(usize::MAX),
        }
    }
}

/// Does what the arguments of the program say; exit status 2 where it cannot.
pub fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let command = match Arguments::parse().command {
        Command::Import(import) => return imported(import),
        command => command,
    };
    match run(command).map(|text| out.write_all(text.as_bytes()).and_then(|()| out.flush())) {
        // Whoever reads may stop early (`| head`); that is no failure of ours.
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jianyue: {error}");
            ExitCode::from(2)
        }
    }
}

/// Imports what it can. What it cannot is said on standard error, each with why; the exit status is then
/// 1, or 2 if it could nothing.
fn imported(import: Import) -> ExitCode {
    let Import { files, out, encoding, column } = import;
    let wishes = Wishes { encoding, column, ..Wishes::default() };
    let intake =
        intake::import(&files, &out, &wishes, &mut |refused| eprintln!("jianyue: {refused}"));
    let (texts, damaged, refused) = (intake.texts, intake.damaged, intake.refused);
    let counts = format!(
        "{}: {texts} texts, {damaged} of them to be restored; {refused} files refused\n",
        out.display()
    );
    // Whoever reads may have stopped; the texts are written all the same.
    let _ = io::stdout().write_all(counts.as_bytes());
    ExitCode::from(match (texts, refused) {
        (0, _) => 2,
        (_, 0) => 0,
        _ => 1,
    })
}

fn run(command: Command) -> Result<String, Unreadable> {
    match command {
        Command::Restore { file, json } => {
            let doc = one(&file, &folder::segmenter(beside(&file))?.0)?;
            let (page, misfits) = engine::revise(&doc.page, &Patch::parse(&doc.patch));
            warn(&file, &misfits);
            Ok(if json {
                report::restored_json(&name(&file), &page, &misfits)
            } else {
                report::restored(&page)
            })
        }
        Command::Single { folder, file } => {
            let page = publish::single(&folder)?;
            let written = fs::write(&file, &page);
            written.map_err(|error| Unreadable::Unwritten(file.clone(), error))?;
            Ok(format!("{}: {} bytes\n", file.display(), page.len()))
        }
        Command::Search { folder, query, options } => {
            let queries = options.queries.as_deref().map(folder::text).transpose()?;
            let (words, _) = folder::segmenter(&folder)?;
            let mut corpus = folder::corpus(&folder, &words)?;
            words.segment(&mut corpus);
            let engine = Engine::new(corpus, Fold::new(embedded::FOLD));
            if let Some(queries) = queries {
                let answers = queries.lines().map(|typed| {
                    let start = Instant::now();
                    let query = options.query(&engine, typed);
                    report::counted_json(&engine, typed, &query, options.shown(), start)
                });
                return Ok(answers.collect());
            }
            let query = options.query(&engine, &query.unwrap_or_default());
            let order = |name: &String| Order::ALL.into_iter().find(|order| order.name() == name);
            let kwic = options.kwic.as_ref().and_then(order);
            Ok(match (kwic, options.json) {
                (Some(order), json) => {
                    let hits = engine.all_hits(&engine.search(&query));
                    let shown = 0..options.shown().limit;
                    let lines = concordance(engine.corpus(), &hits, order, options.width, shown);
                    if json {
                        report::lines_json(&engine, &lines)
                    } else {
                        report::in_lines(&lines)
                    }
                }
                (None, true) => report::found_json(&engine, &query, options.shown()),
                (None, false) => report::found(&engine, &query, options.shown()),
            })
        }
        Command::Import(_) => Ok(String::new()),
        Command::Pack { folder, file } => {
            let (words, lexicon) = folder::segmenter(&folder)?;
            let (mut corpus, headings) = folder::ordered(&folder, &folder::site(&folder)?, &words)?;
            words.segment(&mut corpus);
            let (fold, readings) = (embedded::FOLD.to_vec(), embedded::PINYIN.to_owned());
            let new_words = new_words(&corpus, &words, PROPOSED);
            let lexicon = lexicon.to_text();
            let tables = pack::Tables { fold, readings, new_words, lexicon, headings };
            let pack = pack::write(&corpus, &tables);
            fs::write(&file, &pack).map_err(|error| Unreadable::Unwritten(file.clone(), error))?;
            let (docs, bytes) = (corpus.docs.len(), pack.len());
            Ok(format!("{}: {docs} articles, {bytes} bytes\n", file.display()))
        }
        Command::Words { folder, limit, json } => {
            let (words, _) = folder::segmenter(&folder)?;
            let mut corpus = folder::corpus(&folder, &words)?;
            words.segment(&mut corpus);
            let found = new_words(&corpus, &words, limit);
            let engine = Engine::new(corpus, Fold::new(embedded::FOLD)).with_new_words(found);
            let proposals = engine.proposals(0..engine.new_words());
            Ok(if json {
                report::proposed_json(&engine, &proposals)
            } else {
                report::proposed(&proposals)
            })
        }
        Command::Publish { folder } => {
            let count = publish::publish(&folder)?;
            Ok(format!("{}: {count} pages\n", folder.display()))
        }
        Command::Press { folder } => {
            publish::press(&folder)?;
            Ok(publish::Report(&publish::weights(&folder)?).to_string())
        }
        Command::Segment { file, json } => {
            let (words, _) = folder::segmenter(beside(&file))?;
            let mut doc = one(&file, &words)?;
            let (page, misfits) = engine::revise(&doc.page, &Patch::parse(&doc.patch));
            doc.change(page);
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
    folder::doc(beside(file), file, words)
}

/// The folder that a file is in.
fn beside(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
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
