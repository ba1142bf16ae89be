//! Every sentence the page says. The sentences themselves are in `wording/*.ftl`, one file for each
//! language; here is what chooses between them and fills them.

use crate::engine::{
    Account, Cause, Change, Correction, Misfit, Place, Reason, Role, Rule, Sort, SourceLine,
};
use crate::protocol::Failure;
use crate::state::{State, Status, View};
use crate::ui::{Language, Site};

/// Of corrections of words.
mod amending;
/// The names of all messages.
mod messages;
/// Of searching: the list of hits, what narrows a query, the language.
mod search;
/// Of keyword lists.
mod lists;
/// Of the keys and the palette.
mod handling;
/// Of the notes.
mod notes;
/// Of the documents of the reader's own.
mod own;
/// Of the reading page and its settings.
mod reading;
/// A message in the language that is spoken.
mod text;
/// How a query was understood.
mod understood;

pub use amending::{amendment, bad_line, cutting};
pub use handling::{by_key, command, key, key_refused};
pub use lists::{list_file, list_said, odd, style, tally_file, tally_name};
pub use messages::*;
pub use notes::{
    imported, note_done, note_kind, note_state, notes_by, notes_columns, notes_file, notes_said,
    tag_count,
};
pub use own::{
    brought_lines, bytes, cause, format, merging, page_file, recall, refused, stored,
    take_out_file, taken, taken_out, taking, taking_state, texts, trouble,
};
pub use reading::{
    citation_form, copy_as, damaged, face, leading, lines_of, measure, pinyin, script, script_note,
    size, spaced, theme, theme_switch, vertical,
};
pub use search::{
    EXAMPLES, columns, ending, exported, fold, from, hits_facet, lines, lines_file, most, narrow,
    order, proposed, role_facet, tag_facet, tag_name, times, told_apart, width, word_facet,
    year_facet,
};
pub use text::{Text, Value};
pub use understood::understood;

/// What to do where nothing was found.
pub const NO_HIT_HINTS: [Text; 3] = [NO_HIT_SHORTER, NO_HIT_TYPO, NO_HIT_SPACES];

const MONTHS: [Text; 12] = [
    MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10,
    MONTH_11, MONTH_12,
];

/// The language that is spoken, for `lang` where it stands within text of documents.
pub fn lang() -> &'static str {
    Language::now().tag()
}

/// How long reading takes, at 450 characters a minute.
pub fn reading_time(chars: u32) -> String {
    messages::reading_time(chars.div_ceil(450).max(1))
}

/// `2021年`, `2021年3月`, `2021年3月5日`; what is no date stands as it is.
pub fn date(iso: &str) -> String {
    let parts: Option<Vec<u32>> = iso.split('-').map(|part| part.parse().ok()).collect();
    let month = |month: u32| MONTHS.get((month as usize).wrapping_sub(1)).copied();
    match parts.as_deref() {
        Some([year]) => date_year(&year.to_string()),
        Some([year, m]) => match month(*m) {
            Some(month) => date_month(month, &year.to_string()),
            None => iso.to_owned(),
        },
        Some([year, m, day]) => match month(*m) {
            Some(month) => date_day(&day.to_string(), month, &year.to_string()),
            None => iso.to_owned(),
        },
        _ => iso.to_owned(),
    }
}

/// How large the library is.
pub fn library(articles: usize, chars: u32) -> String {
    messages::library(articles as u32, &length(chars))
}

/// How much was found.
pub fn found(articles: u32, hits: u32) -> String {
    messages::found(articles, hits)
}

/// The name of an order of results.
pub fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Fit => SORT_FIT,
        Sort::Date => SORT_DATE,
        Sort::Title => SORT_TITLE,
        Sort::Count => SORT_COUNT,
        Sort::Place => SORT_PLACE,
    }
}

/// Where among the hits the reader is; `–` before the first is gone to.
pub fn place(hit: Option<u32>, hits: u32) -> String {
    match hit {
        Some(hit) => format!("{} / {}", grouped(hit), grouped(hits)),
        None => format!("– / {}", grouped(hits)),
    }
}

/// The line of the source.
pub fn line(line: u32) -> String {
    messages::line(&line.to_string())
}

/// Where a snippet stands, if not in running text.
pub fn role(role: Role) -> Option<Text> {
    (role != Role::Body).then(|| role_name(role))
}

/// What a block is.
pub fn role_name(role: Role) -> Text {
    match role {
        Role::Body => ROLE_BODY,
        Role::Headline => ROLE_HEADLINE,
        Role::Kicker => ROLE_KICKER,
        Role::Subhead => ROLE_SUBHEAD,
        Role::Byline => ROLE_BYLINE,
        Role::Caption => ROLE_CAPTION,
        Role::Credit => ROLE_CREDIT,
        Role::Sidebar => ROLE_SIDEBAR,
        Role::Pullquote => ROLE_PULLQUOTE,
        Role::Label => ROLE_LABEL,
    }
}

/// The way back to the results.
pub fn back_to(articles: u32, hits: u32) -> String {
    messages::back_to(&found(articles, hits))
}

/// What the restoration did to a page.
pub fn account(account: &Account) -> String {
    let Account { joined, doubled, spaces, hyphens, invisible } = *account;
    let mut text = messages::account(doubled, joined, spaces);
    if hyphens > 0 {
        text += &account_hyphens(hyphens);
    }
    if invisible > 0 {
        text += &account_invisible(invisible);
    }
    text
}

/// How many lines of the patch were not followed.
pub fn misfits(count: usize) -> String {
    messages::misfits(count as u32)
}

/// How many more, besides those that are said one by one.
pub fn more_misfits(count: usize) -> String {
    messages::more_misfits(&misfits(count))
}

/// A line of the patch that was not followed, and why.
pub fn misfit(Misfit { line, text, cause }: &Misfit) -> String {
    let why = match cause {
        Cause::NotUnderstood => MISFIT_NOT_UNDERSTOOD,
        Cause::NoSuchPlace => MISFIT_NO_SUCH_PLACE,
        Cause::OtherText => MISFIT_OTHER_TEXT,
        Cause::NothingBefore => MISFIT_NOTHING_BEFORE,
    };
    messages::misfit(&line.to_string(), text, why)
}

/// A correction in words.
pub fn correction(Correction { place, quote, change }: &Correction) -> String {
    let Place { line, .. } = place;
    let line = &line.to_string();
    match change {
        Change::Role(role) => correction_role(line, quote, role_name(*role)),
        Change::Split => correction_split(line, quote),
        Change::Join => correction_join(line, quote),
        Change::Before(before) => correction_before(&before.line.to_string(), line, quote),
        Change::Last => correction_last(line, quote),
    }
}

/// A rule of the restoration.
pub fn rule(rule: Rule) -> Text {
    match rule {
        Rule::Lines => RULE_LINES,
        Rule::Shadows => RULE_SHADOWS,
        Rule::Spaces => RULE_SPACES,
        Rule::Hyphens => RULE_HYPHENS,
        Rule::Order => RULE_ORDER,
    }
}

/// Why characters were taken out.
pub fn reason(reason: Reason) -> Text {
    match reason {
        Reason::LayoutSpace => REASON_LAYOUT_SPACE,
        Reason::Doubled => REASON_DOUBLED,
        Reason::LineEndHyphen => REASON_LINE_END_HYPHEN,
        Reason::Invisible => REASON_INVISIBLE,
    }
}

/// How sure the restoration is of a doubtful thing.
pub fn doubt(sure: u8) -> String {
    messages::doubt(u32::from(sure))
}

/// What the buttons of a block say to a screen reader.
pub fn of_block(does: Text, quote: &str) -> String {
    messages::of_block(does, quote)
}

/// What the button of a source line says to a screen reader.
pub fn split_at(line: &SourceLine) -> String {
    messages::split_at(&line.number.to_string())
}

/// The first line of a new patch.
pub fn patch_head(id: &str) -> String {
    format!("{}\n", messages::patch_head(id))
}

/// The name of the file that a patch is saved to.
pub fn patch_file(id: &str) -> String {
    format!("{}.patch", id.rsplit('/').next().unwrap_or(id))
}

/// Why the engine cannot work, and the way out.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::OtherBuild => FAILURE_OTHER_BUILD.to_string(),
        Failure::BrokenLibrary(what) => failure_broken_library(what),
        Failure::OtherVersion { found, wanted } => {
            failure_other_version(&found.to_string(), &wanted.to_string())
        }
        Failure::Fetch { address, cause } => failure_fetch(address, cause),
        Failure::Program(what) => what.clone(),
    }
}

/// The title of the window.
pub fn title(state: &State) -> String {
    let View { doc, query, .. } = &state.view;
    match (state.page().filter(|_| doc.is_some()), query.trim()) {
        (Some(sheet), _) => title_page(&site(), &sheet.title),
        (None, _) if state.view.at_lists => title_page(&site(), LISTS),
        (None, "") => site(),
        (None, query) => title_query(query, &site()),
    }
}

/// The name of the site; that of the program where the publisher gave it none.
pub fn site() -> String {
    Site::now().name.map_or_else(|| BRAND.to_string(), |name| name.to_string())
}

/// What a screen reader is told when something changes.
pub fn said(state: &State) -> String {
    let query = state.view.query.trim();
    match (&state.status, state.page(), state.view.hit, state.results()) {
        (Status::Failed(_), ..) => FAILED.to_string(),
        (Status::Silent, ..) => SILENT.to_string(),
        _ if let Some(said) = &state.lists.said => list_said(said),
        _ if let Some(word) = state.word_text() => word,
        _ if let Some(note) = notes_said(state) => note,
        (_, Some(sheet), Some(hit), _) => hit_said(&nth(hit), &hits(sheet.hits)),
        (.., Some(results)) if !query.is_empty() => match results.articles {
            0 => no_hit(query),
            articles => found_said(&found(articles, results.total)),
        },
        _ => String::new(),
    }
}

/// `31204` as `31,204`.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
