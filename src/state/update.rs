//! A newer version of the site, and what becomes of this page then. It is taken when the reader says so, and by
//! all pages: each of them that would lose nothing is loaded anew, the others say so and wait.

use super::State;

/// What the page knows of a newer version.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Update {
    /// There is none.
    #[default]
    None,
    /// It is there whole, and waits to be taken.
    Ready,
    /// Not now, the reader said; it comes when all pages are closed.
    Later,
    /// The reader takes it.
    Asked,
    /// Another page has taken it; this one is of the version before, and something is under way in it.
    Behind,
    /// The page is to be loaded anew.
    Due,
}

/// What can happen with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UpdateStep {
    /// A newer version is there.
    Found,
    /// The reader takes it.
    Taken,
    /// The reader does not, now.
    PutOff,
    /// The newer version answers from now on. Whether the reader is typing something.
    Replaced {
        /// Whether the reader is typing something.
        is_typing: bool,
    },
}

impl State {
    pub(super) fn update(&mut self, step: UpdateStep) {
        self.update = match (step, self.update) {
            (UpdateStep::Found, Update::None) => Update::Ready,
            (UpdateStep::Taken, Update::Ready) => Update::Asked,
            (UpdateStep::Taken, Update::Behind) => Update::Due,
            (UpdateStep::PutOff, Update::Ready | Update::Behind) => Update::Later,
            (UpdateStep::Replaced { .. }, Update::Asked) => Update::Due,
            (UpdateStep::Replaced { is_typing }, _) if is_typing || self.is_busy() => {
                Update::Behind
            }
            (UpdateStep::Replaced { .. }, _) => Update::Due,
            (_, as_it_is) => as_it_is,
        };
    }

    /// Whether something is under way that would be lost.
    fn is_busy(&self) -> bool {
        let out = &self.take_out;
        self.intake.is_running()
            || out.is_wanted
            || out.packing.is_some()
            || out.is_merging()
            || out.question().is_some()
            || self.notes.open.is_some()
    }
}
