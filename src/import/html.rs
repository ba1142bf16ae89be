//! A page of the web becomes paragraphs. Only its tags are read, one after the other, in one pass: no
//! tree is built, so that no nesting, however deep, costs more than its length.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::lists::Lists;
use super::tags::{
    attribute, ends_itself, is_block, is_closed_by, is_closed_with, is_hidden, is_void,
};
use super::{Cause, Content, guess};

/// A tag with more attributes than this is none. (Each is compared with all before it.)
const ATTRIBUTES: usize = 20_000;

/// Reads a page.
///
/// # Errors
///
/// [`Cause::Broken`] where a tag goes on for ever.
pub(super) fn read(text: &str) -> Result<Content, Cause> {
    if has_endless_tag(text) {
        return Err(Cause::Broken { what: "one of its tags does not end".to_owned() });
    }
    let is_xml = text.trim_start().starts_with("<?xml");
    let page = Page { is_xml, ..Page::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(page)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    Ok(tokenizer.sink.0.into_inner().finish())
}

/// Whether something that begins as a tag has more in it than any tag.
fn has_endless_tag(text: &str) -> bool {
    let mut parts = None;
    let mut before = ' ';
    for c in text.chars() {
        match (c, &mut parts) {
            ('>', _) => parts = None,
            (c, None) if before == '<' && (c.is_ascii_alphabetic() || c == '/') => parts = Some(0),
            (' ' | '\n' | '\t' | '/' | '"' | '\'', Some(count)) => *count += 1,
            _ => {}
        }
        if parts.is_some_and(|count: usize| count > ATTRIBUTES) {
            return true;
        }
        before = c;
    }
    false
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return page.open(&tag),
            Token::TagToken(tag) => page.close(&tag.name),
            Token::CharacterTokens(text) => page.say(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What is between what was written and what comes next, the strongest last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line end of the file, which shows as a space between words, and not between Chinese characters.
    Wrap,
    Cell,
    Line,
    Paragraph,
}

/// What of a page was read.
#[derive(Default)]
struct Page {
    is_xml: bool,
    text: String,
    gap: Gap,
    /// What the next line begins with: the marks of a heading, of an item.
    mark: String,
    /// The element that does not show, and how many of its name are open in it.
    hidden: Option<(String, usize)>,
    lists: Lists,
    /// Where the text of the cell begins that is open, and whether it is the first of its row.
    cell: Option<usize>,
    is_row_begun: bool,
    is_pre: bool,
    heading: Option<String>,
    in_title: bool,
    title: String,
    first_heading: String,
    named: Named,
}

/// What the head of a page says of it.
#[derive(Default)]
struct Named {
    title: String,
    author: String,
    date: String,
    time: String,
}

impl Page {
    fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let is_closed = tag.self_closing && self.is_xml;
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name && !is_closed {
                if ends_itself(name) && *depth == 1 {
                    self.hidden = None;
                } else {
                    *depth += 1;
                }
            } else if is_closed_by(hidden, name) {
                self.hidden = None;
            }
        }
        if self.hidden.is_none() {
            self.show(tag, name, is_closed);
        }
        if is_closed {
            if self.hidden.is_none() {
                self.close(name);
            }
            return TokenSinkResult::Continue;
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }

    /// A tag that opens where what is in it may show.
    fn show(&mut self, tag: &Tag, name: &str, is_closed: bool) {
        if name == "meta" {
            self.named.read(tag);
            return;
        }
        if is_hidden(tag, name) {
            if is_block(name) {
                self.raise(Gap::Paragraph);
            }
            if !is_closed && !is_void(name) {
                self.hidden = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "title" => self.in_title = self.title.is_empty(),
            "br" => {
                let is_second = self.gap == Gap::Line;
                self.raise(match (self.heading.is_some(), is_second) {
                    (true, _) => Gap::Space,
                    (false, true) => Gap::Paragraph,
                    (false, false) => Gap::Line,
                });
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.raise(Gap::Paragraph);
                let level = name.chars().filter_map(|c| c.to_digit(10)).sum::<u32>() as usize;
                self.mark = format!("{} ", "#".repeat(level));
                self.heading = Some(String::new());
            }
            "ol" | "ul" | "menu" | "dir" => {
                self.raise(if self.lists.is_empty() { Gap::Paragraph } else { Gap::Line });
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                self.lists.open(if name == "ol" { start.unwrap_or(1) } else { 0 });
            }
            "li" => {
                self.raise(Gap::Line);
                self.mark = self.lists.mark();
            }
            "dt" | "dd" | "option" => self.raise(Gap::Line),
            "tr" => {
                self.raise(Gap::Line);
                self.is_row_begun = false;
            }
            "td" | "th" => self.open_cell(),
            "time" if self.named.time.is_empty() => {
                self.named.time = attribute(tag, "datetime").unwrap_or_default().to_owned();
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                self.raise(Gap::Paragraph);
                self.is_pre = true;
            }
            // A paragraph that opens a cell or an item stands where they do.
            name if is_block(name) => {
                let is_first = self.cell == Some(self.text.len()) || !self.mark.is_empty();
                if !is_first {
                    self.raise(Gap::Paragraph);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
                return;
            }
            if !is_closed_with(hidden, name) {
                return;
            }
            self.hidden = None;
        }
        match name {
            "title" => self.in_title = false,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                if let Some(heading) = self.heading.take()
                    && self.first_heading.is_empty()
                {
                    self.first_heading = heading;
                }
                self.mark.clear();
                self.raise(Gap::Paragraph);
            }
            "ol" | "ul" | "menu" | "dir" => {
                self.lists.close();
                self.mark.clear();
                self.raise(if self.lists.is_empty() { Gap::Paragraph } else { Gap::Line });
            }
            "li" => {
                self.mark.clear();
                self.raise(Gap::Line);
            }
            "dt" | "dd" | "tr" | "option" => self.raise(Gap::Line),
            "td" | "th" => self.close_cell(),
            "pre" | "listing" | "xmp" => {
                self.is_pre = false;
                self.raise(Gap::Paragraph);
            }
            "p" if self.gap < Gap::Line && self.cell == Some(self.text.len()) => {}
            name if is_block(name) => self.raise(Gap::Paragraph),
            _ => {}
        }
    }

    /// The cells of a row stand beside each other, unless one of them is a whole page.
    fn open_cell(&mut self) {
        self.close_cell();
        if self.is_row_begun {
            self.gap = self.gap.max(Gap::Cell);
        } else {
            self.raise(Gap::Line);
        }
        self.is_row_begun = true;
        self.cell = Some(self.text.len());
    }

    fn close_cell(&mut self) {
        let Some(start) = self.cell.take() else { return };
        let has_lines = self.text.get(start..).is_some_and(|cell| cell.trim().contains('\n'));
        // What its last paragraph asked for is not wanted where the row goes on.
        if !has_lines && self.text.len() > start {
            self.gap = Gap::None;
        } else if has_lines {
            self.raise(Gap::Paragraph);
        }
    }

    fn say(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '\n' if self.is_pre => {
                    self.raise(if self.gap == Gap::Line { Gap::Paragraph } else { Gap::Line });
                }
                '\n' | '\r' => self.raise(Gap::Wrap),
                ' ' | '\t' | '\u{c}' | '\u{a0}' => self.raise(Gap::Space),
                // The indent of a paragraph.
                '\u{3000}' if self.gap >= Gap::Cell || self.text.is_empty() => {}
                '\u{feff}' | '\u{200b}' => {}
                c => self.write(c),
            }
        }
    }

    fn write(&mut self, c: char) {
        let last = self.text.chars().next_back();
        let is_new_line = self.gap >= Gap::Line || self.text.is_empty();
        let between = match (self.gap, last) {
            (_, None) | (Gap::None, _) => "",
            (Gap::Wrap, Some(last)) if is_wide(last) && is_wide(c) => "",
            (Gap::Space | Gap::Wrap, _) => " ",
            (Gap::Cell, _) => "\t",
            (Gap::Line, _) => "\n",
            (Gap::Paragraph, _) => "\n\n",
        };
        self.text.push_str(between);
        if is_new_line {
            self.text.push_str(&self.mark);
            self.mark.clear();
        }
        if let Some(heading) = &mut self.heading {
            if !heading.is_empty() {
                heading.push_str(between.trim_matches('\n'));
            }
            heading.push(c);
        }
        self.gap = Gap::None;
        self.text.push(c);
    }

    fn raise(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn finish(self) -> Content {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (title, heading) = (one_line(&self.title), self.first_heading);
        // A title has the name of the site after that of the article.
        let title = match (one_line(&self.named.title), heading) {
            (named, _) if !named.is_empty() => named,
            (_, heading) if title.is_empty() || !heading.is_empty() && title.contains(&heading) => {
                heading
            }
            _ => title,
        };
        let date = guess::date(&self.named.date).or_else(|| guess::date(&self.named.time));
        Content {
            text: self.text,
            title,
            author: one_line(&self.named.author),
            date: date.unwrap_or_default(),
        }
    }
}

impl Named {
    fn read(&mut self, tag: &Tag) {
        let name = ["property", "name", "itemprop"].iter().find_map(|name| attribute(tag, name));
        let (Some(name), Some(value)) = (name, attribute(tag, "content")) else { return };
        let field = match name.to_ascii_lowercase().as_str() {
            "og:title" | "articletitle" | "dc.title" | "citation_title" => &mut self.title,
            "author" | "dc.creator" | "dcterms.creator" | "byl" | "citation_author" => {
                &mut self.author
            }
            "article:author" | "og:article:author" if !value.contains("://") => &mut self.author,
            "article:published_time"
            | "og:published_time"
            | "pubdate"
            | "publishdate"
            | "date"
            | "dc.date"
            | "dcterms.created"
            | "dcterms.date"
            | "datepublished"
            | "publish_time"
            | "firstcreatetime"
            | "citation_date" => &mut self.date,
            _ => return,
        };
        if field.is_empty() {
            value.clone_into(field);
        }
    }
}

fn is_wide(c: char) -> bool {
    c >= '\u{2e80}' || ('\u{2010}'..='\u{2026}').contains(&c)
}
