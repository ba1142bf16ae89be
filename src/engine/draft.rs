//! A page taken apart, so that it can be changed: its blocks in reading order, each as the runs
//! of the source that it is made of; and put together again.

use super::corpus::{Article, Block, Origin, Page, Place, Removal, Role, Word};
use super::sort;

/// A page that is being changed.
pub struct Draft {
    /// The blocks, in reading order.
    pub parts: Vec<Part>,
    /// The articles; their blocks are those of the parts.
    pub articles: Vec<Article>,
}

/// A block that is being changed.
pub struct Part {
    /// What it is on the page.
    pub role: Role,
    /// How sure the role is, in percent.
    pub sure: u8,
    /// What it is made of, in order; never empty.
    pub pieces: Vec<Piece>,
    /// Its article.
    pub article: usize,
    /// Its words; to be emptied when its text changes.
    pub words: Vec<Word>,
}

/// A run of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub place: Place,
    /// Its characters.
    pub text: String,
    /// How sure it is, in percent, that it goes on from the piece before, or begins its block.
    pub sure: u8,
    /// Whether a space that the source does not have sets it apart from the piece before.
    pub spaced: bool,
}

impl Draft {
    /// Takes a page apart. Blocks that its order or its articles forget are read last, and belong
    /// to the first.
    pub fn new(page: &Page) -> Draft {
        let mut article_of = vec![0; page.blocks.len()];
        for (a, article) in page.articles.iter().enumerate() {
            for &block in &article.blocks {
                if let Some(of) = article_of.get_mut(block as usize) {
                    *of = a;
                }
            }
        }
        let mut left: Vec<Option<&Block>> = page.blocks.iter().map(Some).collect();
        let order = page.reading_order.iter().map(|&i| i as usize).chain(0..page.blocks.len());
        let mut parts = Vec::with_capacity(page.blocks.len());
        for i in order {
            if let Some(block) = left.get_mut(i).and_then(Option::take) {
                let Block { role, sure, ref words, .. } = *block;
                let (pieces, words) = (pieces(block), words.clone());
                parts.push(Part { role, sure, pieces, article: article_of[i], words });
            }
        }
        let mut articles = page.articles.clone();
        if articles.is_empty() {
            articles.push(Article { title: page.title.clone(), ..Article::default() });
        }
        Draft { parts, articles }
    }

    /// Puts the blocks, their order and the articles together, and counts the line ends that the
    /// blocks go over. Articles without a block are gone.
    pub fn finish(self, page: &mut Page) {
        let Draft { parts, mut articles } = self;
        for article in &mut articles {
            article.blocks.clear();
        }
        let mut by_source: Vec<usize> = (0..parts.len()).collect();
        sort::by_key(&mut by_source, |&part| parts[part].place());
        let mut index = vec![0; parts.len()];
        for (i, &part) in by_source.iter().enumerate() {
            index[part] = i as u32;
        }
        page.reading_order = index.clone();
        page.joined = 0;
        let mut blocks: Vec<(u32, Block)> = Vec::with_capacity(parts.len());
        for (part, &i) in parts.into_iter().zip(&index) {
            let ends = part.pieces.windows(2).filter(|two| two[0].place.line != two[1].place.line);
            page.joined += ends.count() as u32;
            articles[part.article].blocks.push(i);
            blocks.push((i, part.block()));
        }
        sort::by_number(&mut blocks, |&(i, _)| u64::from(i));
        page.blocks = blocks.into_iter().map(|(_, block)| block).collect();
        articles.retain(|article| !article.blocks.is_empty());
        page.articles = articles;
    }

    /// What the title and the byline of each article come from.
    pub fn heads(&self) -> Vec<Head> {
        (0..self.articles.len()).map(|article| Head::of(self, article)).collect()
    }

    /// Names the articles, and the page, whose headlines or byline are others than `before`. What
    /// has lost its headline keeps its name.
    pub fn name(&mut self, page: &mut Page, before: &[Head]) {
        let mut renamed = false;
        for (a, old) in before.iter().enumerate() {
            let Head { headlines, byline } = Head::of(self, a);
            if headlines != old.headlines && !headlines.is_empty() {
                self.articles[a].title = headlines.join(" ");
                renamed = true;
            }
            if byline != old.byline {
                self.articles[a].byline = byline.unwrap_or_default();
            }
        }
        let is_read = |a: &usize| self.parts.iter().any(|part| part.article == *a);
        let mut titles = (0..before.len()).filter(is_read).map(|a| &self.articles[a].title);
        if renamed && let Some(title) = titles.find(|title| !title.is_empty()) {
            page.title.clone_from(title);
        }
    }

    /// Which block begins at a place.
    pub fn at(&self, place: Place) -> Option<usize> {
        self.parts.iter().position(|part| part.place() == place)
    }

    /// Which block holds the character at a place, in which piece, and at which byte of it.
    pub fn within(&self, place: Place) -> Option<(usize, usize, usize)> {
        self.parts.iter().enumerate().find_map(|(i, part)| {
            let held = part.pieces.iter().enumerate().find_map(|(p, piece)| {
                let offset = place.column.checked_sub(piece.place.column)? as usize;
                let same = piece.place.line == place.line;
                let (byte, c) = piece.text.char_indices().nth(offset).filter(|_| same)?;
                (!c.is_whitespace()).then_some((p, byte))
            });
            held.map(|(p, byte)| (i, p, byte))
        })
    }

    /// Puts characters that were taken out back to where they stood: beside those that stand
    /// before them on their line, or after them; those of a line of their own at the end of the
    /// line before.
    pub fn put_back(&mut self, removals: &[&Removal]) {
        let mut places: Vec<(Place, usize, usize)> = Vec::new();
        for (i, part) in self.parts.iter().enumerate() {
            places.extend(part.pieces.iter().enumerate().map(|(p, piece)| (piece.place, i, p)));
        }
        sort::by_key(&mut places, |&place| place);
        // For each block: before or after which of its pieces, and what.
        let mut back: Vec<Vec<((usize, u8), Piece)>> = vec![Vec::new(); self.parts.len()];
        let mut homeless = Vec::new();
        for removal in removals {
            let place = Place { line: removal.line, column: removal.column };
            let next = places.partition_point(|&(other, ..)| other < place);
            let before = next.checked_sub(1).and_then(|i| places.get(i));
            let after = places.get(next);
            let same = |near: &&(Place, usize, usize)| near.0.line == place.line;
            let mut piece = Piece { place, text: removal.chars.clone(), sure: 100, spaced: false };
            let goes_before = before.filter(same).is_none() && after.filter(same).is_some();
            match (before.filter(|_| !goes_before), after) {
                (Some(&(_, i, p)), _) => back[i].push(((p, 2), piece)),
                (None, Some(&(_, i, p))) => {
                    // What begins the line now is what the line's end was doubtful about.
                    let old = &mut self.parts[i].pieces[p];
                    piece.sure = std::mem::replace(&mut old.sure, 100);
                    piece.spaced = std::mem::take(&mut old.spaced);
                    back[i].push(((p, 0), piece));
                }
                (None, None) => homeless.push(piece),
            }
        }
        for (part, back) in self.parts.iter_mut().zip(back) {
            if !back.is_empty() {
                let pieces = std::mem::take(&mut part.pieces).into_iter().enumerate();
                let mut all: Vec<_> = pieces.map(|(p, piece)| ((p, 1), piece)).collect();
                all.extend(back);
                sort::by_key(&mut all, |&(order, _)| order);
                part.pieces = all.into_iter().map(|(_, piece)| piece).collect();
                part.trim_end();
                part.words.clear();
            }
        }
        if !homeless.is_empty() {
            let (role, words) = (Role::Body, Vec::new());
            self.parts.push(Part { role, sure: 100, pieces: homeless, article: 0, words });
        }
    }
}

/// What an article's title and byline come from.
pub struct Head {
    /// The texts of its headlines.
    pub headlines: Vec<String>,
    /// Its first byline; `None` where it has none.
    pub byline: Option<String>,
}

impl Head {
    /// That of one of the articles.
    pub fn of(draft: &Draft, article: usize) -> Head {
        let of = |role| {
            let parts = draft.parts.iter().filter(move |part| part.article == article);
            parts.filter(move |part| part.role == role).map(Part::text)
        };
        Head { headlines: of(Role::Headline).collect(), byline: of(Role::Byline).next() }
    }
}

impl Part {
    /// The source character that it begins with.
    pub fn place(&self) -> Place {
        self.pieces.first().map_or(Place::default(), |piece| piece.place)
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.text_from(0, 0)
    }

    /// Its text from a byte of one of its pieces on.
    pub fn text_from(&self, piece: usize, byte: usize) -> String {
        let mut text = String::new();
        for (i, piece) in self.pieces.iter().skip(piece).enumerate() {
            if i > 0 && piece.spaced {
                text.push(' ');
            }
            let from = if i == 0 { byte } else { 0 };
            text.push_str(piece.text.get(from..).unwrap_or(""));
        }
        text
    }

    /// Drops the white space that it ends with: between blocks it is nobody's.
    pub fn trim_end(&mut self) {
        while let Some(last) = self.pieces.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
    }

    fn block(self) -> Block {
        let mut text = String::new();
        let mut origin = Vec::with_capacity(self.pieces.len());
        for (i, Piece { place, text: piece, sure, spaced }) in self.pieces.into_iter().enumerate() {
            if i > 0 && spaced {
                text.push(' ');
            }
            let Place { line, column } = place;
            origin.push(Origin { at: text.len() as u32, line, column, sure });
            text.push_str(&piece);
        }
        Block { role: self.role, sure: self.sure, text, origin, words: self.words }
    }
}

/// The runs of the source that a block is made of. A line's text ends with no space of its own,
/// so one that stands before the next line was put there.
pub fn pieces(block: &Block) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(block.origin.len());
    let mut spaced = false;
    for (i, &Origin { at, line, column, sure }) in block.origin.iter().enumerate() {
        let next = block.origin.get(i + 1);
        let end = next.map_or(block.text.len(), |next| next.at as usize);
        let run = block.text.get(at as usize..end).unwrap_or("");
        let is_last = next.is_none_or(|next| next.line != line);
        let text = if is_last { run.trim_end() } else { run };
        pieces.push(Piece { place: Place { line, column }, text: text.to_owned(), sure, spaced });
        spaced = text.len() < run.len();
    }
    pieces
}
