//! Galleys: stretches of running text that were set together, in one frame and one column width.

use super::super::corpus::{Block, Role};
use super::roles;
use super::sections::Unit;

/// How a block was set on the page.
pub struct Setting {
    /// Whether it begins a frame.
    pub frame: bool,
    /// The width of its column in half characters; `None` where its lines show none.
    pub column: Option<u32>,
    /// Whether it leads its article: set so narrow that a blank stands after every line.
    pub is_lede: bool,
    /// Whether blank lines, or the ends of the text, stand before and after it.
    pub alone: bool,
    /// Whether it was printed with a shadow, as titles and what stands on pictures are.
    pub shadowed: bool,
}

/// Running text that was set together: its blocks (by index) in the order of the source,
/// paragraphs and the headings among them.
pub type Galley = Vec<usize>;

/// What of the galleys is placed as a whole: each paragraph, or a galley that has headings. A
/// column of three fifths of the page's usual width, or less, is a lede's.
pub fn units(galleys: &[Galley], blocks: &[Block], settings: &[Setting]) -> Vec<Unit> {
    let mut columns: Vec<u32> = settings.iter().filter_map(|setting| setting.column).collect();
    columns.sort_unstable();
    let usual = columns.get(columns.len() / 2).copied().unwrap_or(0);
    let is_narrow =
        |setting: &Setting| setting.column.is_some_and(|column| column * 5 <= usual * 3);
    let mut units = Vec::new();
    for galley in galleys {
        let has_sections = galley.iter().any(|&block| blocks[block].role == Role::Subhead);
        let top = galley[0];
        let leads = |block: usize| settings[block].is_lede || is_narrow(&settings[block]);
        let is_apart = settings[top].frame
            || top == 0
            || blocks[top - 1].role != Role::Body
            || leads(top) != leads(top - 1);
        let unit = Unit { blocks: Vec::new(), opens: true, is_apart, is_lede: false, has_sections };
        if has_sections {
            units.push(Unit { blocks: galley.clone(), ..unit });
            continue;
        }
        for (i, &block) in galley.iter().enumerate() {
            let is_lede = leads(block);
            units.push(Unit { blocks: vec![block], opens: i == 0, is_lede, ..unit });
        }
    }
    units
}

/// The galleys of a page. A heading between two paragraphs stays with the one below it, unless it
/// is one of the `torn`.
pub fn galleys(blocks: &[Block], settings: &[Setting], torn: &[usize]) -> Vec<Galley> {
    let mut galleys: Vec<Galley> = Vec::new();
    // Whether the next paragraph goes on with the last galley.
    let mut open = false;
    for i in 0..blocks.len() {
        if settings[i].frame {
            open = false;
        }
        let is_body = |i: usize| blocks.get(i).is_some_and(|block| block.role == Role::Body);
        let starts_frame = |i: usize| settings.get(i).is_some_and(|setting| setting.frame);
        let heads = blocks[i].role == Role::Subhead
            && i > 0
            && is_body(i - 1)
            && is_body(i + 1)
            && !torn.contains(&i)
            && !starts_frame(i)
            && !starts_frame(i + 1);
        if heads {
            let same = same_column(&settings[i - 1], &settings[i + 1]);
            match galleys.last_mut().filter(|_| open && same) {
                Some(last) => last.push(i),
                None => galleys.push(vec![i]),
            }
            open = true;
        } else if is_body(i) {
            let goes_on = open
                && galleys.last().is_some_and(|last| {
                    let before = last.iter().rev().find(|&&block| is_body(block));
                    before.is_none_or(|&before| same_column(&settings[before], &settings[i]))
                });
            match galleys.last_mut().filter(|_| goes_on) {
                Some(last) => last.push(i),
                None => galleys.push(vec![i]),
            }
            open = true;
        } else {
            let signs = blocks[i].role == Role::Byline && !roles::is_speaker(&blocks[i].text);
            open = signs && open;
        }
    }
    galleys
}

fn same_column(one: &Setting, other: &Setting) -> bool {
    one.is_lede == other.is_lede
        && one.column.zip(other.column).is_none_or(|(one, other)| one.abs_diff(other) <= 1)
}
