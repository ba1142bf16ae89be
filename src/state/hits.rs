//! From hit to hit, and where Enter leads.

use super::State;

impl State {
    /// Does what Enter means as soon as it is known.
    pub(super) fn enter(&mut self) {
        if self.view.doc.is_some() && !self.is_marked() {
            return;
        }
        if self.page().is_some_and(|sheet| sheet.hits > 0) {
            self.entered = false;
            self.step(|hit, hits| hit % hits + 1, 1);
        } else if self.view.query.is_empty() {
            self.entered = false;
        } else if let Some(first) = self.first() {
            self.entered = false;
            if let Some((doc, hit)) = first {
                (self.view.doc, self.view.hit) = (Some(doc), Some(hit));
            }
        }
    }

    /// The document and the hit that stand first in what is shown: the first line of the list, or
    /// the best article. The inner `None` if nothing was found, the outer while that is not known.
    fn first(&self) -> Option<Option<(String, u32)>> {
        if self.view.lines.is_some() {
            let (_, found) = self.list()?;
            return Some(found.lines.first().map(|line| (line.id.clone(), line.hit)));
        }
        let (sought, found) = self.found.as_ref()?;
        self.results().filter(|_| sought.lines.is_none())?;
        Some(found.docs.first().map(|best| (best.id.clone(), 1)))
    }

    /// Goes to another hit of the open page: by `step` from the current one, or to `first`.
    pub(super) fn step(&mut self, step: impl Fn(u32, u32) -> u32, first: u32) {
        let hits = self.page().map_or(0, |sheet| sheet.hits);
        if hits > 0 {
            self.view.hit = Some(self.view.hit.map_or(first.min(hits), |hit| step(hit, hits)));
        }
    }
}
