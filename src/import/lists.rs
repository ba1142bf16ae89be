//! The lists that are open where a page is read: what stands before each of their items.

/// Items that lie in more lists than this stand where those of the last do: what is nested without end
/// costs no more than its length.
const DEEPEST: usize = 8;

/// The lists that are open, the innermost last.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

struct List {
    /// The number of the next item; 0 where they have none.
    next: u32,
    /// So many spaces stand before an item.
    indent: usize,
    /// And before those of a list in it: they begin where its text does, as Markdown has it.
    inner: usize,
}

impl Lists {
    /// A list begins. `first` is the number of its first item; 0 for none.
    pub(super) fn open(&mut self, first: u32) {
        let indent = self.0.last().map_or(0, |list| list.inner);
        self.0.push(List { next: first, indent, inner: indent });
    }

    /// It ends.
    pub(super) fn close(&mut self) {
        self.0.pop();
    }

    /// Whether none is open.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The mark of the next item, or its number, with a space behind it.
    pub(super) fn mark(&mut self) -> String {
        let is_deep = self.0.len() > DEEPEST;
        let Some(list) = self.0.last_mut() else { return "- ".to_owned() };
        let mark = if list.next > 0 { format!("{}. ", list.next) } else { "- ".to_owned() };
        if list.next > 0 {
            list.next = list.next.saturating_add(1);
        }
        list.inner = list.indent + if is_deep { 0 } else { mark.len() };
        format!("{}{mark}", " ".repeat(list.indent))
    }
}
