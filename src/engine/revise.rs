//! A restored page as a person has corrected it. Rules that are switched off are taken back from
//! the page, not restored anew: what restoring needed may not be at hand any more. Then the
//! corrections follow, in their order. Whatever a patch says, nothing is lost: what does not fit
//! is left out and said.

use super::corpus::{Page, Place, Reason, Removal};
use super::draft::{Draft, Head, Part, Piece};
use super::patch::{Cause, Change, Correction, Entry, Misfit, Patch, Rule};
use super::sort;
use super::text::is_latin;

/// A page with its patch applied, and the lines of the patch that were not followed.
pub fn revise(page: &Page, patch: &Patch) -> (Page, Vec<Misfit>) {
    let mut misfits = Vec::new();
    if patch.is_idle() {
        return (page.clone(), misfits);
    }
    let has_corrections = patch.entries.iter().any(|entry| matches!(entry, Entry::Correct(_)));
    let restored = has_corrections.then(|| Draft::new(page));
    let mut draft = Draft::new(page);
    let mut revised = page.clone();
    switch_off(&mut draft, &mut revised, patch);
    let heads = draft.heads();
    for (line, entry) in (1..).zip(&patch.entries) {
        let result = match (entry, &restored) {
            (Entry::Correct(correction), Some(restored)) => {
                correct(&mut draft, restored, correction)
            }
            (Entry::Unknown(_), _) => Err(Cause::NotUnderstood),
            (Entry::Correct(_) | Entry::Comment(_) | Entry::Off(_), _) => Ok(()),
        };
        if let Err(cause) = result {
            misfits.push(Misfit { line, text: entry.to_string(), cause });
        }
    }
    draft.name(&mut revised, &heads);
    draft.finish(&mut revised);
    (revised, misfits)
}

/// Takes back what the rules did that are switched off.
fn switch_off(draft: &mut Draft, page: &mut Page, patch: &Patch) {
    let stays = |removal: &Removal| match removal.reason {
        Reason::Doubled => !patch.is_off(Rule::Shadows),
        Reason::LayoutSpace => !patch.is_off(Rule::Spaces),
        // Where the lines stand apart nothing is cut at their ends.
        Reason::LineEndHyphen => !patch.is_off(Rule::Hyphens) && !patch.is_off(Rule::Lines),
        Reason::Invisible => true,
    };
    let back: Vec<&Removal> = page.removed.iter().filter(|&removal| !stays(removal)).collect();
    draft.put_back(&back);
    page.removed.retain(stays);
    if patch.is_off(Rule::Lines) {
        let parts = std::mem::take(&mut draft.parts);
        draft.parts = parts.into_iter().flat_map(in_lines).collect();
    }
    if patch.is_off(Rule::Order) {
        sort::by_key(&mut draft.parts, Part::place);
        draft.parts.iter_mut().for_each(|part| part.article = 0);
        draft.articles.truncate(1);
        draft.articles[0].title.clone_from(&page.title);
        draft.articles[0].byline = Head::of(draft, 0).byline.unwrap_or_default();
    }
}

/// A block for each source line of a block.
fn in_lines(part: Part) -> Vec<Part> {
    let is_whole = part.pieces.windows(2).all(|two| two[0].place.line == two[1].place.line);
    if is_whole {
        return vec![part];
    }
    let line = |pieces: &[Piece]| {
        let mut pieces = pieces.to_vec();
        begin(&mut pieces);
        Part { pieces, words: Vec::new(), ..part }
    };
    part.pieces.chunk_by(|a, b| a.place.line == b.place.line).map(line).collect()
}

/// Makes pieces the first of a block, because a person says so.
fn begin(pieces: &mut [Piece]) {
    if let Some(first) = pieces.first_mut() {
        (first.sure, first.spaced) = (100, false);
    }
}

/// Does what a correction says, or nothing.
fn correct(draft: &mut Draft, restored: &Draft, correction: &Correction) -> Result<(), Cause> {
    let Correction { place, quote, change } = correction;
    let held = draft.within(*place).ok_or(Cause::NoSuchPlace)?;
    // A rule switched off after the correction was made changes the text that it quotes.
    if !reads(draft, *place, quote) && !reads(restored, *place, quote) {
        return Err(Cause::OtherText);
    }
    // A block begins there, or text goes on there, already.
    let begins = draft.at(*place);
    match change {
        Change::Role(role) => {
            let part = &mut draft.parts[begins.ok_or(Cause::NoSuchPlace)?];
            (part.role, part.sure) = (*role, 100);
        }
        Change::Split if begins.is_none() => split(draft, held),
        Change::Join if begins == Some(0) => return Err(Cause::NothingBefore),
        Change::Join => {
            if let Some(at) = begins {
                join(draft, at);
            }
        }
        Change::Split => {}
        Change::Before(target) if target == place => {}
        Change::Before(target) => {
            let from = begins.ok_or(Cause::NoSuchPlace)?;
            draft.at(*target).ok_or(Cause::NoSuchPlace)?;
            let mut part = draft.parts.remove(from);
            let to = draft.at(*target).unwrap_or(from);
            part.article = draft.parts.get(to).map_or(part.article, |next| next.article);
            draft.parts.insert(to, part);
        }
        Change::Last => {
            let mut part = draft.parts.remove(begins.ok_or(Cause::NoSuchPlace)?);
            part.article = draft.parts.last().map_or(part.article, |last| last.article);
            draft.parts.push(part);
        }
    }
    Ok(())
}

/// Whether the text of a page from a place on begins with a quote; white space does not count.
fn reads(draft: &Draft, place: Place, quote: &str) -> bool {
    let Some((part, piece, byte)) = draft.within(place) else { return false };
    let text = draft.parts[part].text_from(piece, byte);
    let mut solid = text.chars().filter(|c| !c.is_whitespace());
    quote.chars().filter(|c| !c.is_whitespace()).all(|c| solid.next() == Some(c))
}

/// Makes a character the first of a block of its own.
fn split(draft: &mut Draft, (part, piece, byte): (usize, usize, usize)) {
    let upper = &mut draft.parts[part];
    let mut pieces = upper.pieces.split_off(piece);
    if let Some(first) = pieces.first_mut().filter(|_| byte > 0) {
        let lower = first.text.split_off(byte);
        let column = first.place.column + first.text.chars().count() as u32;
        let place = Place { column, ..first.place };
        let lower = Piece { place, text: lower, sure: 100, spaced: false };
        upper.pieces.push(std::mem::replace(first, lower));
    }
    begin(&mut pieces);
    upper.trim_end();
    upper.words.clear();
    let (role, sure, article) = (upper.role, upper.sure, upper.article);
    draft.parts.insert(part + 1, Part { role, sure, pieces, article, words: Vec::new() });
}

/// Lets a block go on from the one that is read before it.
fn join(draft: &mut Draft, at: usize) {
    let mut lower = draft.parts.remove(at);
    let upper = &mut draft.parts[at - 1];
    let spaced = are_words(&upper.text(), &lower.text());
    if let Some(first) = lower.pieces.first_mut() {
        (first.sure, first.spaced) = (100, spaced);
    }
    upper.pieces.extend(lower.pieces);
    upper.words.clear();
}

/// Whether two texts that meet are Latin words to be set apart: Latin letters meet, in prose of
/// such. A Chinese column cuts numbers and names anywhere.
fn are_words(before: &str, after: &str) -> bool {
    let latin = |chars: &mut dyn Iterator<Item = char>| {
        let near: Vec<char> = chars.take(16).collect();
        let is_prose = |c: &&char| is_latin(**c) || **c == ' ' || c.is_ascii_punctuation();
        near.first().is_some_and(|&c| is_latin(c))
            && near.iter().filter(is_prose).count() * 4 >= near.len() * 3
    };
    latin(&mut before.chars().rev()) && latin(&mut after.chars())
}
