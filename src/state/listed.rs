//! The list of hits in their contexts: its lines chosen, and taken out of the page.

use std::rc::Rc;

use super::{Export, Stage, State, Target};
use crate::protocol::{Columns, Form, Found, Lines, Sought};

impl State {
    /// The list of hits that the view says, with what it is of; `None` while it is not all there.
    pub fn list(&self) -> Option<&(Sought, Rc<Found>)> {
        let is_of_view = |sought: &Sought| {
            sought.lines.is_some_and(|Lines { order, most, .. }| {
                (sought.wanted.clone(), Some(order), most) == self.view.list()
            })
        };
        let found = self.found.as_ref().filter(|(_, found)| found.is_done && !self.stale.found);
        found.filter(|(sought, _)| is_of_view(sought))
    }

    /// Chooses the lines between two, these too, or lets go of them. A place in a list that is about
    /// to become another says nothing.
    pub(super) fn choose(&mut self, one: u32, other: u32, is_chosen: bool) {
        let lines = one.min(other)..=one.max(other);
        if !is_chosen {
            Rc::make_mut(&mut self.chosen).retain(|line| !lines.contains(line));
        } else if self.list().is_some() {
            Rc::make_mut(&mut self.chosen).extend(lines);
        } else {
            return;
        }
        self.last_chosen = Some(other);
    }

    /// Puts the chosen lines, or all of them, on their way.
    pub(super) fn export(&mut self, form: Form, target: Target, columns: Columns) {
        let Some((sought, found)) = self.list() else { return };
        let (sought, listed) = (sought.clone(), found.listed);
        let lines: Vec<u32> = self.chosen.iter().copied().collect();
        let count = if lines.is_empty() { listed } else { lines.len() as u32 };
        self.export =
            Some(Export { sought, form, lines, columns, count, target, stage: Stage::Asked });
    }
}
