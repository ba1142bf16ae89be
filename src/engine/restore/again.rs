//! What a second run would still do. Joined lines stand beside others than the torn ones did, and
//! what is read in another order meets other lines; so the restored text is looked at once more, as
//! if it were a source, until nothing is to be joined or taken out any more.
//!
//! Only the text is looked at again, not what a block is or where it is read: nothing is set in
//! columns where every block is a line of its own, and such a text is read as it stands.

use super::super::corpus::{Block, Page, Place, Removal};
use super::super::draft::{Draft, Part, Piece, pieces};
use super::super::segment::Segmenter;
use super::{Group, Set, block, roles};

/// A character of a block: where it stands in the source (`None` for a space that was put in), and
/// how sure it is, in percent, that the text goes on there.
type Char = (char, Option<Place>, u8);

/// Does what a second run would do to the text of a page. Whether there was anything: then there
/// are fewer blocks than before, or fewer characters in them.
pub fn again(page: &mut Page, words: Option<&Segmenter>) -> bool {
    let text = page.text();
    let Set { lines, exact, groups, sure, mut removed } = Set::new(&text, words);
    let remake = |Group { lines: range, .. }: &Group| {
        let group = &lines[range.clone()];
        let is_whole = group.len() == 1 && !group[0].spaced && !group[0].shadowed;
        (!is_whole)
            .then(|| block(roles::role(group), group, &sure[range.clone()], exact, &mut removed))
    };
    let remade: Vec<Option<Block>> = groups.iter().map(remake).collect();
    if groups.len() == lines.len() && removed.is_empty() {
        return false;
    }
    let mut draft = Draft::new(page);
    let heads = draft.heads();
    let chars: Vec<Vec<Char>> = draft.parts.iter().map(chars).collect();
    for removal in removed {
        let place = Place { line: removal.line, column: removal.column };
        let taken = together(run(&chars, place, &removal.chars).iter().copied());
        page.removed.extend(taken.into_iter().map(|Piece { place, text, .. }| Removal {
            line: place.line,
            column: place.column,
            chars: text,
            reason: removal.reason,
        }));
    }
    let mut parts = std::mem::take(&mut draft.parts).into_iter();
    for (group, block) in groups.iter().zip(remade) {
        let Some(mut first) = parts.next() else { break };
        let others: Vec<Part> = parts.by_ref().take(group.lines.len() - 1).collect();
        if let Some(block) = block {
            if others.iter().any(|other| other.role != first.role) {
                (first.role, first.sure) = (block.role, block.sure);
            }
            first.pieces = traced(&block, &chars);
        }
        draft.parts.push(first);
    }
    draft.name(page, &heads);
    draft.finish(page);
    true
}

/// The characters of a block.
fn chars(part: &Part) -> Vec<Char> {
    let mut chars = Vec::new();
    for (i, piece) in part.pieces.iter().enumerate() {
        if i > 0 && piece.spaced {
            chars.push((' ', None, CERTAIN));
        }
        let Place { line, column } = piece.place;
        let sure = std::iter::once(piece.sure).chain(std::iter::repeat(CERTAIN));
        for ((column, c), sure) in (column..).zip(piece.text.chars()).zip(sure) {
            chars.push((c, Some(Place { line, column }), sure));
        }
    }
    chars
}

/// What no line end makes doubtful, in percent.
const CERTAIN: u8 = 100;

/// The characters of a run of the restored text. Every block of it is a line, and after each comes
/// a blank one.
fn run<'c>(chars: &'c [Vec<Char>], place: Place, text: &str) -> &'c [Char] {
    let from = place.column as usize - 1;
    &chars[place.line as usize / 2][from..from + text.chars().count()]
}

/// The pieces of the source that a block is made of which was made of the restored text.
fn traced(block: &Block, chars: &[Vec<Char>]) -> Vec<Piece> {
    let mut all: Vec<Char> = Vec::new();
    for Piece { place, text, sure, spaced } in pieces(block) {
        if spaced {
            all.push((' ', None, CERTAIN));
        }
        let begins = all.len();
        all.extend(run(chars, place, &text));
        if let Some(first) = all.get_mut(begins).filter(|_| place.column == 1 && begins > 0) {
            first.2 = sure;
        }
    }
    together(all.into_iter())
}

/// Puts characters that follow each other in the source together.
fn together(chars: impl Iterator<Item = Char>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut next = None;
    let mut spaced = false;
    for (c, place, sure) in chars {
        let Some(place) = place else {
            spaced = true;
            continue;
        };
        match pieces.last_mut().filter(|_| next == Some(place) && !spaced && sure == CERTAIN) {
            Some(piece) => piece.text.push(c),
            None => pieces.push(Piece { place, text: c.to_string(), sure, spaced }),
        }
        spaced = false;
        next = Some(Place { column: place.column + 1, ..place });
    }
    pieces
}
