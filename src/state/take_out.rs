//! All that is the reader's own, on its way out of the page as one file, or some of it as a page of its own;
//! and such a file given to the page, which asks what is to be taken of it before anything is.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::State;
use crate::protocol::{Brought, Exported, Job, Merged, OnePage, Refused, Trouble};

/// What can happen to it.
#[derive(Debug, Clone, PartialEq)]
pub enum TakeOutStep {
    /// All is to be had as a file.
    Wanted,
    /// These members, names and texts, the page adds to it.
    Gathered(Vec<(String, String)>),
    /// These texts are to be had as a page of their own.
    PageWanted(Texts),
    /// A page for them is to be had at this address, and theirs is called so. It is saved as it is where it
    /// is that of the library.
    PageFound(String, String),
    /// The browser has saved a file.
    Saved,
    /// Of the archive that was asked about the documents are wanted, or not, and these records.
    Answered(bool, Recall),
    /// The records are kept; or the browser has no room for all of them.
    Recalled(bool),
    /// What came of it was seen.
    Seen,
}

/// What a page of its own has in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// The library.
    Library,
    /// All documents of the reader's own.
    Own,
    /// Those of a collection.
    Collection(String),
}

/// Which of an archive's records the page takes: notes, lists, corrections, settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Recall {
    /// Those that are not here.
    #[default]
    Missing,
    /// All, also in the place of those that are here.
    All,
    /// None.
    None,
}

/// Records of an archive that are to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToRecall {
    /// All that the page kept where the archive was written: an object of names and texts, as JSON.
    pub browser: String,
    /// Which of them are wanted.
    pub wanted: Recall,
    /// By the ids that documents have in the archive those that they have here, where these are others.
    pub renamed: BTreeMap<String, String>,
}

/// An archive of which something is taken.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merging {
    /// It.
    pub brought: Brought,
    /// Which of the records are wanted.
    pub records: Recall,
    /// How many documents have come, and how many were there already; with those of archives before that
    /// nobody has seen yet.
    pub taken: u32,
    pub known: u32,
    /// What was not taken.
    pub refused: Vec<Refused>,
    /// Whether all documents have come.
    pub is_done: bool,
    /// Whether the reader has seen what was not taken.
    is_seen: bool,
}

/// All that is the reader's own, on its way out or in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TakeOut {
    /// Whether the page is to gather what it adds.
    pub is_wanted: bool,
    /// What a page is wanted of, until one is found to put it into.
    pub page_wanted: Option<Texts>,
    /// The name of the page that is written, or was written last; `None` for an archive.
    pub page_name: Option<String>,
    /// How many documents of how many are in the file that is written; `None` for no file.
    pub packing: Option<(u32, u32)>,
    /// The files that were written last: one, or the parts of it.
    pub exported: Vec<Exported>,
    /// How many of them are saved.
    pub saved: usize,
    /// The archive of which something is taken, or was taken last.
    pub merging: Option<Rc<Merging>>,
    /// The records of archives that are merged.
    records: Rc<Vec<ToRecall>>,
    /// Those that wait for an answer.
    questions: VecDeque<Rc<Brought>>,
}

impl TakeOut {
    /// The archive that is asked about.
    pub fn question(&self) -> Option<&Rc<Brought>> {
        // One after the other.
        self.questions.front().filter(|_| !self.is_merging())
    }

    /// The file that is to be saved.
    pub fn to_save(&self) -> Option<&Exported> {
        self.exported.get(self.saved)
    }

    /// Whether all of it is saved.
    pub fn is_saved(&self) -> bool {
        self.packing.is_none() && !self.exported.is_empty() && self.to_save().is_none()
    }

    /// The records that are to be taken now: when no archive is left to be asked about, since the page is
    /// loaded anew then.
    pub fn to_recall(&self) -> Option<&Rc<Vec<ToRecall>>> {
        let is_last = self.questions.is_empty() && !self.is_merging() && !self.waits();
        Some(&self.records).filter(|records| is_last && !records.is_empty())
    }

    /// Whether the records come only when it was seen what was not taken.
    pub fn waits(&self) -> bool {
        let is_unseen = |of: &Merging| of.is_done && !of.is_seen && !of.refused.is_empty();
        !self.records.is_empty() && self.merging.as_deref().is_some_and(is_unseen)
    }

    /// Whether something is being taken of an archive.
    pub fn is_merging(&self) -> bool {
        self.merging.as_ref().is_some_and(|of| !of.is_done)
    }

    /// Whether there is nothing to be said of it.
    pub fn is_idle(&self) -> bool {
        !self.is_wanted
            && self.page_wanted.is_none()
            && self.packing.is_none()
            && self.exported.is_empty()
            && self.merging.is_none()
            && self.records.is_empty()
            && self.questions.is_empty()
    }

    /// A file is begun.
    fn begin(&mut self, page_name: Option<String>) {
        (self.packing, self.page_name) = (Some((0, 0)), page_name);
        (self.exported, self.saved) = (Vec::new(), 0);
    }

    pub(super) fn packed(&mut self, done: u32, all: u32) {
        if self.packing.is_some() {
            self.packing = Some((done, all));
        }
    }

    pub(super) fn exported(&mut self, exported: Exported) {
        if self.packing.is_some() {
            self.packing.take_if(|_| exported.is_last);
            self.exported.push(exported);
        }
    }

    pub(super) fn brought(&mut self, brought: Brought) {
        self.questions.push_back(Rc::new(brought));
    }

    pub(super) fn merged(&mut self, merged: Merged) {
        let Some(merging) = &mut self.merging else { return };
        let merging = Rc::make_mut(merging);
        if merging.brought.number != merged.number || merging.is_done {
            return;
        }
        merging.taken += merged.holdings.len() as u32;
        merging.known += merged.known;
        merging.is_seen &= merged.refused.is_empty();
        merging.refused.extend(merged.refused);
        merging.is_done = merged.is_done;
        if merging.is_done && merging.records != Recall::None {
            let browser = std::mem::take(&mut merging.brought.browser);
            let (wanted, renamed) = (merging.records, merged.renamed);
            Rc::make_mut(&mut self.records).push(ToRecall { browser, wanted, renamed });
        }
    }

    /// A job could not be done. Of an archive no records are taken without its documents: it can be
    /// given again.
    pub(super) fn failed(&mut self, job: Option<&Job>) {
        match job {
            Some(Job::Export(_) | Job::Page(_)) => self.packing = None,
            Some(Job::Merge(..)) => (self.merging, self.records) = (None, Rc::default()),
            _ => {}
        }
    }

    /// The archives that wait are there no more. Whether there were any.
    pub(super) fn forget_questions(&mut self) -> bool {
        !std::mem::take(&mut self.questions).is_empty()
    }

    fn seen(&mut self) {
        if self.is_saved() {
            (self.exported, self.saved) = (Vec::new(), 0);
        }
        match &mut self.merging {
            Some(merging) if !self.records.is_empty() => {
                let merging = Rc::make_mut(merging);
                merging.is_seen = merging.is_done;
            }
            merging => _ = merging.take_if(|of| of.is_done),
        }
    }
}

impl State {
    /// Something happened to all that is the reader's own.
    pub(super) fn step_take_out(&mut self, step: TakeOutStep) {
        let take_out = &mut self.take_out;
        match step {
            TakeOutStep::Wanted => take_out.is_wanted |= take_out.packing.is_none(),
            TakeOutStep::PageWanted(texts) => {
                take_out.page_wanted = Some(texts).filter(|_| take_out.packing.is_none());
            }
            TakeOutStep::PageFound(address, name) => {
                let collection = match take_out.page_wanted.take() {
                    None | Some(Texts::Library) => return,
                    Some(Texts::Own) => None,
                    Some(Texts::Collection(name)) => Some(name),
                };
                take_out.begin(Some(name.clone()));
                let (patches, lexicon) =
                    ((*self.patches).clone(), self.amendments.lexicon().to_text());
                let page = OnePage { address, name, collection, patches, lexicon };
                self.jobs.push(Job::Page(page));
            }
            TakeOutStep::Gathered(added) => {
                if std::mem::take(&mut take_out.is_wanted) {
                    take_out.begin(None);
                    self.jobs.push(Job::Export(added));
                }
            }
            TakeOutStep::Saved => take_out.saved += 1,
            TakeOutStep::Answered(documents, records) => {
                if take_out.question().is_none() {
                    return;
                }
                let Some(brought) = take_out.questions.pop_front() else { return };
                self.jobs.push(Job::Merge(brought.number, documents));
                if documents || records != Recall::None {
                    let brought = (*brought).clone();
                    let before = take_out.merging.take().map(|of| (*of).clone());
                    let before = Merging { is_done: false, ..before.unwrap_or_default() };
                    take_out.merging = Some(Rc::new(Merging { brought, records, ..before }));
                }
            }
            TakeOutStep::Recalled(is_kept) => {
                take_out.records = Rc::default();
                if !is_kept {
                    self.holdings.trouble = Some(Trouble::Full);
                }
            }
            TakeOutStep::Seen => take_out.seen(),
        }
    }

    /// Whether files, or the documents of an archive, are on their way in.
    pub(super) fn is_taking_in(&self) -> bool {
        self.intake.is_running() || self.take_out.is_merging()
    }
}
