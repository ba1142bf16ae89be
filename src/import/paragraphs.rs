//! Paragraphs as they are found become a text: one a line, a blank line between two, headings with
//! the number signs of Markdown, the rows of a table with its bars.

/// A text that is being written.
#[derive(Default)]
pub struct Paragraphs {
    text: String,
    /// What of the paragraph is there already, its white space as it came.
    current: String,
    /// What the paragraph begins with, if it is the first of an item of a list.
    mark: String,
    /// Whether what was written last is a row, or an item, so that another one follows without a blank line.
    in_table: bool,
    in_list: bool,
}

impl Paragraphs {
    /// More of the paragraph.
    pub fn push(&mut self, text: &str) {
        self.current.push_str(text);
    }

    /// The paragraph ends here. `level`: of a heading, from 1; 0 of all else. One without anything but
    /// white space is none.
    pub fn end(&mut self, level: usize) {
        let paragraph = one_line(&self.current);
        self.current.clear();
        if paragraph.is_empty() {
            return;
        }
        self.in_table = false;
        if self.in_list && !self.mark.is_empty() {
            self.text.push('\n');
        } else {
            self.part();
        }
        self.in_list = !self.mark.is_empty();
        self.text.push_str(&std::mem::take(&mut self.mark));
        if level > 0 {
            self.text.push_str(&"######"[..level.min(6)]);
            self.text.push(' ');
        }
        self.text.push_str(&paragraph);
    }

    /// What comes next is an item of a list, and begins with this; with nothing: it is none.
    pub fn mark(&mut self, mark: String) {
        self.mark = mark;
    }

    /// The paragraph ends here, and keeps its lines.
    pub fn end_lines(&mut self) {
        let current = std::mem::take(&mut self.current);
        let lines = current.trim_end().trim_start_matches(['\r', '\n']);
        if !lines.trim().is_empty() {
            self.in_table = false;
            self.part();
            self.text.push_str(lines);
        }
    }

    /// A row of a table. One cell alone is a paragraph.
    pub fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        match &cells[..] {
            [] => {}
            [cell] => {
                self.push(cell);
                self.end(0);
            }
            cells if cells.iter().all(String::is_empty) => {}
            cells => {
                if self.in_table {
                    self.text.push('\n');
                } else {
                    self.part();
                }
                self.in_table = true;
                self.text.push_str("| ");
                self.text.push_str(&cells.join(" | "));
                self.text.push_str(" |");
            }
        }
    }

    /// The next row is one of another table.
    pub fn end_table(&mut self) {
        self.in_table = false;
    }

    /// The text that has been written.
    pub fn finish(mut self) -> String {
        self.end(0);
        self.text
    }

    fn part(&mut self) {
        self.in_list = false;
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }
}

/// The text with each stretch of white space as one space. A line end between two characters that are
/// written without spaces is only how the file was wrapped, and goes.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text.trim_matches(is_space);
    while let Some(from) = rest.find(is_space) {
        let (before, space) = rest.split_at(from);
        let end = space.find(|c| !is_space(c)).unwrap_or(space.len());
        let (space, after) = space.split_at(end);
        line.push_str(before);
        let is_wrap = space.contains(['\n', '\r'])
            && line.chars().next_back().is_some_and(is_wide)
            && after.chars().next().is_some_and(is_wide);
        if !is_wrap {
            line.push_str(if space.starts_with('\u{3000}') { "\u{3000}" } else { " " });
        }
        rest = after;
    }
    line.push_str(rest);
    line
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// Whether it is a character of the scripts without spaces, or a mark of their width.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' | '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}')
}
