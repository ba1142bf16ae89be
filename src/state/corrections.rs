//! The reader's corrections of the restoration.

use std::rc::Rc;

use super::State;

impl State {
    /// The corrections of the open page, be they the reader's or of the file beside the text.
    pub fn patch(&self) -> &str {
        let own = self.view.doc.as_ref().and_then(|id| self.patches.get(id));
        own.or(self.page().map(|sheet| &sheet.patch)).map_or("", String::as_str)
    }

    /// Whether the open document has corrections of the reader's own.
    pub fn is_corrected(&self) -> bool {
        self.view.doc.as_ref().is_some_and(|id| self.patches.contains_key(id))
    }

    /// What the reader's corrections of the open document were before the last change; the outer
    /// `None` if the last change was of another document, or there was none yet.
    pub fn patch_before(&self) -> Option<&Option<String>> {
        let (id, before) = self.before.as_ref()?;
        (Some(id) == self.view.doc.as_ref()).then_some(before)
    }

    /// Corrects a document. Answers how the reader had corrected it before.
    pub(super) fn correct(&mut self, id: &str, patch: Option<String>) -> Option<String> {
        // What was a line of the list may be another one now.
        (self.chosen, self.last_chosen, self.export) = (Rc::default(), None, None);
        let patches = Rc::make_mut(&mut self.patches);
        match patch {
            Some(patch) => patches.insert(id.to_owned(), patch),
            None => patches.remove(id),
        }
    }
}
