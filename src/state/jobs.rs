//! What the workshop is given to do. One job is under way at a time, as with questions; when it is
//! answered the next is whatever waits: words that are to be cut first, since the page shows them, then
//! what the reader wants, then the next of the files that are given.

use std::collections::VecDeque;
use std::rc::Rc;

use super::{Amend, State, Status};
use crate::protocol::{Done, Failure, Job, Key, Trouble, What};

/// After so many workshops that died one after the other, none of which has answered anything, the files
/// that wait are given up: there is none to be had.
const DEATHS: u32 = 5;

/// So many documents are made anew by one job, so that others come in between.
const RENEWED: usize = 20;

/// The jobs of the workshop.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Jobs {
    /// The job under way, and its number; `None` for none.
    pub to_do: Option<(u32, Rc<Job>)>,
    /// How often anything was heard of the workshop: who waits for it begins anew each time.
    pub heard: u32,
    /// How many workshops have died: after each another one is to be started.
    pub deaths: u32,
    /// How often the workshop was to drop what it has of the files under way.
    pub stops: u32,
    /// The number of the last job.
    last: u32,
    /// How many died since anything was heard.
    in_a_row: u32,
    /// Whether it has had files: then it holds much memory, of which a worker gives nothing back.
    is_grown: bool,
    /// What the reader wants, in that order.
    waiting: Rc<VecDeque<Job>>,
}

impl Jobs {
    /// Has it done after what waits already.
    pub(super) fn push(&mut self, job: Job) {
        Rc::make_mut(&mut self.waiting).push_back(job);
    }

    /// The job under way is at its end, if it is one of these.
    fn end(&mut self, is_it: impl Fn(&Job) -> bool) {
        self.to_do.take_if(|(_, job)| is_it(job));
    }
}

impl State {
    /// Puts a job under way if none is and one waits.
    pub(super) fn assign(&mut self) {
        self.intake.go_on();
        let cut = self.amendments.to_cut();
        // Other words are wanted than those that are being cut.
        self.jobs.end(
            |job| matches!(job, Job::Cut(of) if cut.is_none_or(|cut| cut.number != of.number)),
        );
        if self.jobs.to_do.is_some() {
            return;
        }
        let next = cut.map(|cut| Job::Cut((**cut).clone()));
        let next = next.or_else(|| Rc::make_mut(&mut self.jobs.waiting).pop_front());
        let next = next.or_else(|| self.holdings.next_list());
        let next = next.or_else(|| self.intake.batch().map(Job::Take));
        let next = next.or_else(|| self.holdings.next_renewal(RENEWED).map(Job::Renew));
        if let Some(job) = next {
            use Job::{Again, Export, Merge, Page, Renew, Take};
            self.jobs.is_grown |=
                matches!(job, Again(..) | Export(_) | Merge(..) | Page(_) | Renew(_) | Take(_));
            self.jobs.last += 1;
            self.jobs.to_do = Some((self.jobs.last, Rc::new(job)));
            // While the workshop has files the next are read.
            self.intake.go_on();
        }
    }

    /// Whether the workshop had better end, to give its memory back: it has nothing to do, and nothing in it
    /// waits for the reader. The next job starts another one.
    pub fn can_rest(&self) -> bool {
        let has_work = self.jobs.to_do.is_some() || self.is_taking_in();
        self.jobs.is_grown && !has_work && self.take_out.question().is_none()
    }

    /// It was ended.
    pub(super) fn workshop_rested(&mut self) {
        self.jobs.is_grown = false;
    }

    /// The workshop answered, at a time in milliseconds.
    pub(super) fn workshop_answered(&mut self, done: Done, now: u64) {
        if done.build != self.build {
            return self.status = Status::Failed(Failure::OtherBuild);
        }
        (self.jobs.heard, self.jobs.in_a_row) = (self.jobs.heard + 1, 0);
        match done.what {
            What::Cut(cut) => self.amend(Amend::Cut(cut)),
            What::Listed(all) => {
                self.jobs.end(|job| matches!(job, Job::List));
                self.holdings.list_came(all);
            }
            What::Taken(taken) => {
                // A document that was to be made anew may not be taken.
                let is_done = taken.is_done;
                self.jobs.end(|job| match job {
                    Job::Take(batch) => is_done && batch.number == taken.number,
                    job => is_done && matches!(job, Job::Again(..) | Job::Renew(_)),
                });
                if !taken.holdings.is_empty() {
                    self.holdings.came(&taken.holdings);
                }
                self.intake.answered(taken, now);
                // Of an archive that waits for the reader's word nothing is to be said.
                let nothing = (self.intake.taken, self.intake.known, self.intake.refused_count());
                if self.take_out.question().is_some() && nothing == (0, 0, 0) {
                    self.intake.dismiss();
                }
            }
            What::Packed(done, all) => self.take_out.packed(done, all),
            What::Exported(exported) => {
                self.jobs
                    .end(|job| matches!(job, Job::Export(_) | Job::Page(_)) && exported.is_last);
                self.take_out.exported(exported);
            }
            What::Brought(brought) => self.take_out.brought(brought),
            What::Merged(merged) => {
                let is_done = merged.is_done;
                self.jobs.end(|job| match job {
                    Job::Merge(number, _) => is_done && *number == merged.number,
                    _ => false,
                });
                if !merged.holdings.is_empty() {
                    self.holdings.came(&merged.holdings);
                }
                self.take_out.merged(merged);
            }
            What::Changed(changed) => {
                let again = |(_, job): &(u32, Rc<Job>)| matches!(**job, Job::Again(..));
                if changed.is_empty() && self.jobs.to_do.as_ref().is_some_and(again) {
                    self.holdings.trouble = Some(Trouble::NoText);
                }
                let is_it =
                    |job: &Job| matches!(job, Job::Describe(_) | Job::Again(..) | Job::Renew(_));
                self.jobs.end(is_it);
                self.reshelve(changed.iter().map(|holding| holding.key));
                self.holdings.changed(changed);
            }
            What::Removed(keys) => {
                self.jobs.end(|job| matches!(job, Job::Remove(_)));
                self.reshelve(keys.iter().copied());
                self.holdings.removed(&keys);
            }
            What::Failed(trouble) => self.job_failed(trouble),
        }
        self.refresh_at_the_end();
    }

    /// The job under way could not be done.
    fn job_failed(&mut self, trouble: Trouble) {
        let job = self.jobs.to_do.take();
        self.take_out.failed(job.as_ref().map(|(_, job)| &**job));
        match (job.as_ref().map(|(_, job)| &**job), trouble) {
            (Some(Job::Cut(_)), Trouble::Program(why)) => self.amend(Amend::Broke(why)),
            (Some(Job::Take(_)), Trouble::Program(why)) => self.intake.broke(&why),
            (_, trouble) => {
                // Where there is no room for one, there is none for the others.
                if matches!(trouble, Trouble::Full | Trouble::Closed(_)) {
                    self.intake.give_up();
                }
                self.holdings.trouble = Some(trouble);
            }
        }
    }

    /// The workshop has died, or is silent; what the browser says.
    pub(super) fn workshop_broke(&mut self, why: String) {
        let jobs = &mut self.jobs;
        (jobs.deaths, jobs.in_a_row) = (jobs.deaths + 1, jobs.in_a_row + 1);
        jobs.is_grown = false;
        self.job_failed(Trouble::Program(why.clone()));
        // The archives that waited have gone with it.
        if self.take_out.forget_questions() {
            self.holdings.trouble = Some(Trouble::Program(why.clone()));
        }
        if self.jobs.in_a_row >= DEATHS && self.intake.is_running() {
            self.intake.give_up();
            self.holdings.trouble = Some(Trouble::Program(why));
        }
        self.refresh_at_the_end();
    }

    /// No more of the files that are given are wanted.
    pub(super) fn stop_intake(&mut self) {
        if self.intake.is_running() {
            self.jobs.stops += 1;
            self.intake.stop();
        }
    }

    /// The engine has to hear that documents are others now, or are gone.
    pub(super) fn reshelve(&mut self, keys: impl Iterator<Item = Key>) {
        self.holdings.shelf.to_tell.extend(keys);
    }
}
