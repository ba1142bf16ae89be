//! Of the documents of the reader's own: how they come in, why some do not, how much room they take.

use super::*;
use crate::protocol::{Brought, Cause, Exported, Format, Refused, Trouble};
use crate::state::{Intake, Merging, Recall, Stored, Texts};

/// `834 B`, `12 KB`, `3.4 MB`, `1.2 GB`.
pub fn bytes(bytes: u64) -> String {
    let tenths = |unit: u64, name: &str| {
        let rounded = |parts: u64| bytes.saturating_mul(parts).saturating_add(unit / 2) / unit;
        match (rounded(10), rounded(1)) {
            (tenths @ 0..100, _) if tenths % 10 > 0 => {
                format!("{}.{} {name}", tenths / 10, tenths % 10)
            }
            (_, whole) => format!("{} {name}", grouped(whole as u32)),
        }
    };
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => tenths(1_000, "KB"),
        1_000_000..1_000_000_000 => tenths(1_000_000, "MB"),
        _ => tenths(1_000_000_000, "GB"),
    }
}

/// How long something takes, in whole minutes where it is more than one.
fn duration(time: u64) -> String {
    match time {
        0..90 => seconds(time as u32),
        _ => minutes(time.div_ceil(60) as u32),
    }
}

/// How far the import is, said only now and then.
pub fn taking(intake: &Intake) -> String {
    if intake.is_stopped {
        return TAKING_STOPPING.to_string();
    }
    match intake.percent() {
        None => TAKING_LOOKING.to_string(),
        Some(percent) => taking_percent(percent / 10 * 10),
    }
}

/// How many files, how many bytes, how fast.
pub fn taking_state(intake: &Intake) -> Vec<String> {
    let ((given, size), (done, done_size)) = (intake.given, intake.done);
    let rate = intake.rate().zip(intake.seconds_left());
    let lines = [
        Some(taking_files(done, given, &bytes(done_size), &bytes(size))),
        rate.map(|(rate, left)| taking_rate(&bytes(rate), &duration(left))),
        Some(taking_counts(intake.known, intake.refused_count(), intake.taken)),
    ];
    lines.into_iter().flatten().collect()
}

/// What became of the files.
pub fn taken(intake: &Intake) -> String {
    messages::taken(intake.known, intake.refused_count(), intake.taken)
}

/// A file that was not taken, why, and the way out.
pub fn refused(Refused { path, cause }: &Refused) -> String {
    refused_file(path, &self::cause(cause))
}

/// Why a file is not taken, and the way out.
pub fn cause(cause: &Cause) -> String {
    match cause {
        Cause::Empty => CAUSE_EMPTY.to_string(),
        Cause::Unknown => CAUSE_UNKNOWN.to_string(),
        Cause::TooLarge { bytes: size, most } => cause_too_large(&bytes(*most), &bytes(*size)),
        Cause::Bomb { most } => cause_bomb(&bytes(*most)),
        Cause::TooMany { most } => cause_too_many(*most as u32),
        Cause::Nested => CAUSE_NESTED.to_string(),
        Cause::BadPath => CAUSE_BAD_PATH.to_string(),
        Cause::Locked => CAUSE_LOCKED.to_string(),
        Cause::Scanned { pages } => cause_scanned(*pages),
        Cause::NoText { columns } => cause_no_text(&columns.join(", ")),
        Cause::Broken { what } => cause_broken(what),
    }
}

/// Why the workshop cannot do something, and the way out.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Full => TROUBLE_FULL.to_string(),
        Trouble::Closed(what) => trouble_closed(what),
        Trouble::NoText => TROUBLE_NO_TEXT.to_string(),
        Trouble::NoPage(what) => trouble_no_page(what),
        Trouble::OtherPage => TROUBLE_OTHER_PAGE.to_string(),
        Trouble::Program(what) => trouble_program(what),
    }
}

/// How much room is used, and how much is free.
pub fn stored(stored: &Stored) -> String {
    match stored.most {
        0 => messages::stored(&bytes(stored.used)),
        most => stored_of(&bytes(most.saturating_sub(stored.used)), &bytes(stored.used)),
    }
}

/// What a file was.
pub fn format(format: Format) -> String {
    match format {
        Format::Text => FORMAT_TEXT.to_string(),
        Format::Csv => FORMAT_TABLE.to_string(),
        Format::Markdown => "Markdown".to_owned(),
        Format::Html => "HTML".to_owned(),
        Format::Epub => "EPUB".to_owned(),
        Format::Docx => "Word".to_owned(),
        Format::Pdf => "PDF".to_owned(),
        Format::Jsonl => "JSONL".to_owned(),
    }
}

/// The name of a file with all of it, or of the part after so many.
pub fn take_out_file(before: usize, day: &str) -> String {
    match before {
        0 => take_out_name(day),
        before => take_out_name_of(day, before as u32 + 1),
    }
}

/// What texts are called, and the page with them.
pub fn texts(texts: &Texts) -> String {
    match texts {
        Texts::Library => SINGLE_LIBRARY.to_string(),
        Texts::Own => SINGLE_OWN.to_string(),
        Texts::Collection(name) => name.clone(),
    }
}

/// The name of a file with a page of this name: without what some systems let no file's name have.
pub fn page_file(name: &str) -> String {
    let barred = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let name: String = name.chars().map(|c| if barred(c) { '_' } else { c }).collect();
    format!("{}.html", name.trim_start_matches('.'))
}

/// All of it is in a file, or in several.
pub fn taken_out(all: &[Exported]) -> Vec<String> {
    let documents = all.iter().map(|of| of.documents).sum::<u32>();
    let size = bytes(all.iter().map(|of| of.bytes).sum());
    let parts = (all.len() > 1).then(|| exported_all_parts(all.len() as u32));
    [Some(exported_all(documents, &size)), parts].into_iter().flatten().collect()
}

/// What an archive has.
pub fn brought_lines(of: &Brought) -> Vec<String> {
    let renamed = (of.renamed > 0).then(|| brought_renamed(of.renamed));
    [Some(brought_documents(of.documents, of.known)), renamed].into_iter().flatten().collect()
}

/// Which of its records are taken.
pub fn recall(recall: Recall) -> Text {
    match recall {
        Recall::Missing => BROUGHT_RECORDS_MISSING,
        Recall::All => BROUGHT_RECORDS_ALL,
        Recall::None => BROUGHT_RECORDS_NONE,
    }
}

/// How far it is with an archive, or what came of it.
pub fn merging(of: &Merging) -> String {
    let say = if of.is_done { messages::merged } else { messages::merging };
    say(of.known, of.refused.len() as u32, of.taken)
}
