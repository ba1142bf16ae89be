//! A damaged page becomes articles. Each step is one file, in the order in which it is taken:
//! what the PDF gave (lines), what was printed twice (shadows), how wide the columns were
//! (columns), which lines belong together (paragraphs) without the spaces of the layout (spaces),
//! what each piece is (roles), what was set together (galleys), which paragraphs belong under
//! which heading (sections), who speaks in a box of statements (voices), whose they are and in what
//! order (articles), what else goes with them (rest), and when the page was printed (date). Then
//! what a second run would still do is done (again), so that a restored text stays as it is.
//!
//! Nothing is ever added but a space where Latin words or the parts of a heading meet at a line
//! end, no character is changed, and all that is taken out is listed.

mod lines;
mod shadows;
mod columns;
mod paragraphs;
mod spaces;
mod roles;
mod galleys;
mod sections;
mod voices;
mod articles;
mod rest;
mod date;
mod again;

use super::corpus::{Block, Origin, Page, Reason, Removal, Role};
use super::segment::Segmenter;
use super::text::is_latin;
use galleys::Setting;
use lines::{Line, Piece};
use paragraphs::Group;

/// Restores a page by its layout and language alone. Total: any text gives a page.
pub fn restore(source: &str) -> Page {
    restore_with(source, None)
}

/// Restores a page. `words` is the dictionary that says whether a word is whole across a line end;
/// `None` where there is none at hand.
pub fn restore_with(source: &str, words: Option<&Segmenter>) -> Page {
    let Set { lines, exact, groups, sure, mut removed } = Set::new(source, words);
    let mut page = Page::default();
    let mut settings = Vec::with_capacity(groups.len());
    page.blocks.reserve(groups.len());
    for Group { lines: range, column } in groups {
        let group = &lines[range.clone()];
        let gaps = group[1..].iter().filter(|line| line.gap).count();
        let is_lede = group.len() > 2 && gaps * 3 >= (group.len() - 1) * 2;
        let shadowed = group.iter().any(|line| line.shadowed);
        let alone = is_apart(&lines, range.start) && is_apart(&lines, range.end);
        settings.push(Setting { frame: group[0].frame, column, is_lede, alone, shadowed });
        page.joined += group.len() as u32 - 1;
        page.blocks.push(block(roles::role(group), group, &sure[range], exact, &mut removed));
    }
    roles::settle(&mut page.blocks);
    articles::arrange(&mut page, &settings);
    page.date = date::date(&page.blocks);
    page.removed = removed;
    while again::again(&mut page, words) {}
    page.removed.sort_by_key(|removal| (removal.line, removal.column));
    page
}

/// The lines of a text, and which belong together.
struct Set<'a> {
    lines: Vec<Line<'a>>,
    /// Whether the lines were cut by the number of their characters.
    exact: bool,
    groups: Vec<Group>,
    /// For each line how sure it is, in percent, that it goes on with its block, or begins it.
    sure: Vec<u8>,
    /// What does not show and what was printed twice.
    removed: Vec<Removal>,
}

impl<'a> Set<'a> {
    fn new(source: &'a str, words: Option<&Segmenter>) -> Set<'a> {
        let mut removed = Vec::new();
        let mut lines = lines::lines(source, &mut removed);
        for line in &mut lines {
            shadows::undouble(line, &mut removed);
        }
        let exact = lines::choose_measure(&mut lines);
        lines::close_gaps(&mut lines);
        let (groups, sure) = paragraphs::group(&lines, exact, words);
        Set { lines, exact, groups, sure, removed }
    }
}

/// Whether a blank line, or the end of the text, stands before line `i`.
fn is_apart(lines: &[Line<'_>], i: usize) -> bool {
    i == 0 || lines.get(i).is_none_or(|line| line.gap)
}

/// The block that lines make: their pieces one after the other. `exact`: the lines were cut by the
/// number of their characters, in the middle of Latin words too.
fn block(
    (role, certain): (Role, u8),
    lines: &[Line<'_>],
    sure: &[u8],
    exact: bool,
    removed: &mut Vec<Removal>,
) -> Block {
    let mut text = String::with_capacity(lines.iter().map(|line| line.text.len()).sum());
    let mut origin: Vec<Origin> = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let pieces = spaces::close_up(line, role != Role::Body, removed);
        let first = pieces.first().and_then(|piece| piece.text.chars().next());
        if i > 0
            && let (Some(before), Some(after)) = (text.chars().next_back(), first)
        {
            let hyphen = spaces::is_line_end_hyphen(&text, after);
            if hyphen {
                text.pop();
                removed.push(Removal {
                    line: lines[i - 1].number,
                    column: lines[i - 1].last_column(),
                    chars: "-".to_owned(),
                    reason: Reason::LineEndHyphen,
                });
            } else if (is_latin(before) || before.is_ascii_punctuation())
                && is_latin(after)
                && (spaces::are_words(&text, line) || !exact && spaces::are_letters(before, after))
                || role != Role::Body && spaces::clauses_meet(&lines[i - 1], line)
            {
                text.push(' ');
            }
        }
        for (p, &Piece { column, text: piece }) in pieces.iter().enumerate() {
            let at = text.len() as u32;
            let sure = if p == 0 { sure[i] } else { 100 };
            origin.push(Origin { at, line: line.number, column, sure });
            text.push_str(piece);
        }
    }
    Block { role, sure: certain, text, origin, words: Vec::new() }
}
