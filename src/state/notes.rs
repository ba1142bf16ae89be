//! The reader's notes: made, changed, removed and taken back; where in the open page each is read.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::notes_listed::ordered;
use super::{State, View};
use crate::notes::{Addresses, Kind, Note, Notes, Passage, from_record, import, new_id, to_record};
use crate::protocol::{Anchor, Place, Request, Spot, Trace};

/// How the page says a passage in an address.
pub const ADDRESSES: Addresses = Addresses { write: written, read };

/// So many units of UTF-16 of a paragraph a bookmark holds on to.
const HELD: u32 = 40;

/// A note so many blocks from the one that is read is still in sight, or was just now.
const NEAR: u32 = 10;

/// What can happen to the notes.
#[derive(Debug, Clone, PartialEq)]
pub enum Noting {
    /// A passage of the open document is to be marked.
    Marked {
        /// What is selected; `None` for nothing.
        selected: Option<(Spot, Spot)>,
        /// The paragraph that is read.
        read: Option<(Spot, Spot)>,
        /// What is wanted of it.
        want: Want,
        /// When, as [`Note::made`] has it.
        made: String,
    },
    /// A note was changed.
    Changed(String, Note),
    /// It was removed.
    Removed(String),
    /// What was done last is to be undone.
    Undone,
    /// What was done last need not be said any longer.
    Heard,
    /// A note was opened, or is no longer.
    Opened(Option<String>),
    /// The note at this place of the open document was opened, if there is one.
    OpenedAt(Spot),
    /// A note is current.
    Current(String),
    /// On to the next note of the open document, or back to the one before; from this block where
    /// none is current.
    Stepped(bool, u32),
    /// A note is to be at the place where it was found.
    Settled(String),
    /// Notes were read from a file.
    Imported(String),
    /// Another open page has kept a note, or removed it.
    Elsewhere(String, Option<String>),
    /// The browser keeps the notes beyond this page, or does not.
    Kept(bool),
}

/// What is wanted of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// A mark, of the kind that was used last.
    Mark,
    /// A mark, and to write at it. Where nothing is selected and a note is current, to write at that.
    Note,
    /// To come back to its beginning.
    Bookmark,
}

/// What was done last, which can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Which note.
    pub id: String,
    /// How it was before; `None` where it was not.
    pub before: Option<Note>,
    /// How it is now; `None` where it is not.
    pub after: Option<Note>,
    /// Whether nothing was to do: the passage was marked already.
    pub is_idle: bool,
}

/// What came of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// It was none of notes.
    Unread,
    /// So many of its notes were new, so many known, and so many annotations of no passage.
    Read(u32, u32, u32),
}

/// The notes of the reader. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notebook {
    /// The notes.
    pub all: Rc<Notes>,
    /// The texts that they are kept as, by their ids; also those that this page cannot read.
    pub records: Rc<BTreeMap<String, String>>,
    /// The texts that could not be read at the start, and were set aside.
    pub damaged: Rc<[String]>,
    /// Whether the browser does not keep them beyond this page.
    pub is_lost: bool,
    /// The note that is open.
    pub open: Option<String>,
    /// The current note.
    pub now: Option<String>,
    /// How often a note was gone to: also to the same one again.
    pub gone_to: u32,
    /// What was done last; `None` once that was heard.
    pub done: Option<Done>,
    /// What came of the last file.
    pub imported: Option<Imported>,
    /// The kind that was used last.
    kind: Kind,
    /// Where notes are read; `None` for one that is not on its page. Of those not here it is not
    /// known.
    traces: Rc<Traces>,
    /// The passage that is to be marked.
    making: Option<Making>,
}

/// Where notes are read, in the order of their ids.
type Traces = Vec<(String, Option<Trace>)>;

/// A passage on its way to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Making {
    doc: String,
    from: Spot,
    to: Spot,
    want: Want,
    made: String,
}

/// A note where it is read on the open page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The note's id.
    pub id: String,
    /// How it is marked.
    pub kind: Kind,
    /// Where it begins.
    pub from: Spot,
    /// Where it ends.
    pub to: Spot,
    /// Whether it says more than that.
    pub says: bool,
}

impl Notebook {
    /// The notes of texts that were kept, and the texts that could not be read.
    pub fn new(records: BTreeMap<String, String>, damaged: Vec<String>) -> Notebook {
        // Collecting would bring along how to sort.
        let mut all = Notes::new();
        for (id, text) in &records {
            if let Some(note) = from_record(text, ADDRESSES) {
                all.insert(id.clone(), note);
            }
        }
        let all = Rc::new(all);
        Notebook { all, records: Rc::new(records), damaged: damaged.into(), ..Notebook::default() }
    }

    /// Where a note is read. The outer `None` while that is not known; the inner if it is not on its
    /// page.
    pub fn trace(&self, id: &str) -> Option<Option<Trace>> {
        Some(self.traces[self.traces.binary_search_by(|of| of.0.as_str().cmp(id)).ok()?].1)
    }

    /// Where its passage stands in the source.
    pub fn passage(&self, id: &str) -> Option<Passage> {
        let anchor = &self.all.get(id)?.anchor;
        let moved = self.trace(id).flatten().and_then(|trace| trace.moved);
        moved.or(Some((anchor.from, anchor.to))).filter(|(from, _)| from.line > 0)
    }

    /// Those of a document that are on its page, in reading order.
    pub fn marks(&self, doc: &str) -> Vec<Mark> {
        let of_doc = self.all.iter().filter(|(_, note)| note.doc == doc);
        let mark = |(id, note): (&String, &Note)| {
            let Trace { from, to, .. } = self.trace(id).flatten()?;
            Some(Mark { id: id.clone(), kind: note.kind, from, to, says: note.says() })
        };
        ordered(of_doc.filter_map(mark).map(|mark| {
            let Mark { from, to, .. } = &mark;
            (format!("{:8}{:8}{:8}{:8}", from.block, from.at, to.block, to.at), mark)
        }))
    }

    /// Puts a note in place of another, or of none; or removes it.
    fn put(&mut self, id: &str, note: Option<Note>) -> Option<Note> {
        let (all, records) = (Rc::make_mut(&mut self.all), Rc::make_mut(&mut self.records));
        let before = match &note {
            Some(note) => {
                records.insert(id.to_owned(), to_record(id, note, ADDRESSES));
                all.insert(id.to_owned(), note.clone())
            }
            None => {
                records.remove(id);
                all.remove(id)
            }
        };
        let anchor =
            |note: &Option<Note>| note.as_ref().map(|note| (note.doc.clone(), note.anchor.clone()));
        if anchor(&before) != anchor(&note) {
            Rc::make_mut(&mut self.traces).retain(|of| of.0 != id);
        }
        if note.is_none() {
            self.open.take_if(|open| open == id);
            self.now.take_if(|now| now == id);
        }
        before
    }

    /// The same, to be said and undone.
    fn change(&mut self, id: String, after: Option<Note>) {
        let before = self.put(&id, after.clone());
        self.done = Some(Done { id, before, after, is_idle: false });
    }

    /// Takes the notes of a file: new ones, and those changed later than the ones that are here.
    fn import(&mut self, text: &str) -> Imported {
        let Some((notes, unread)) = import(text, ADDRESSES) else { return Imported::Unread };
        let (mut new, mut known) = (0, 0);
        for (id, note) in notes {
            match self.all.get(&id) {
                Some(here) if here.changed >= note.changed => known += 1,
                here => {
                    *(if here.is_some() { &mut known } else { &mut new }) += 1;
                    self.put(&id, Some(note));
                }
            }
        }
        Imported::Read(new, known, unread as u32)
    }
}

impl State {
    /// The state with notes that are known from before.
    #[must_use]
    pub fn with_notes(self, notes: Notebook) -> State {
        State { notes, ..self }.ask()
    }

    /// What something that happened to the notes makes of them.
    pub(super) fn note(&mut self, noting: Noting) {
        match noting {
            Noting::Marked { want: Want::Note, selected: None, read, .. } if self.is_near(read) => {
                self.notes.open.clone_from(&self.notes.now);
            }
            Noting::Marked { selected, read, want, made } => {
                let word = self.current_word();
                if let (Some((from, to)), Some(doc)) =
                    (selected.or(word).or(read), self.page().map(|sheet| sheet.id.clone()))
                {
                    let end = Spot { block: from.block, at: from.at + HELD };
                    let to = if want == Want::Bookmark { to.min(end) } else { to };
                    self.notes.making = Some(Making { doc, from, to, want, made });
                }
            }
            Noting::Changed(id, note) => {
                if let Some(before) = self.notes.all.get(&id) {
                    // A kind that is chosen is the one for the next.
                    if note.kind != before.kind {
                        self.notes.kind = note.kind;
                    }
                    self.notes.put(&id, Some(note));
                    self.notes.done = None;
                }
            }
            Noting::Removed(id) if self.notes.all.contains_key(&id) => self.notes.change(id, None),
            Noting::Removed(_) => {}
            Noting::Undone => {
                if let Some(done) = self.notes.done.take().filter(|done| !done.is_idle) {
                    self.notes.put(&done.id, done.before);
                }
            }
            Noting::Heard => self.notes.done = None,
            Noting::Opened(id) => {
                self.notes.open = id.filter(|id| self.notes.all.contains_key(id));
                self.notes.now = self.notes.open.clone().or(self.notes.now.take());
            }
            Noting::OpenedAt(spot) => {
                let marks = self.marks();
                // The shortest where several lie upon each other.
                let here = marks.iter().filter(|mark| (mark.from..mark.to).contains(&spot));
                let length = |mark: &&Mark| {
                    (mark.to.block - mark.from.block, mark.to.at.saturating_sub(mark.from.at))
                };
                if let Some(mark) = here.min_by_key(length) {
                    (self.notes.open, self.notes.now) =
                        (Some(mark.id.clone()), Some(mark.id.clone()));
                }
            }
            Noting::Current(id) => self.notes.now = Some(id),
            Noting::Stepped(is_on, start) => {
                self.step_note(is_on, start);
                self.notes.gone_to += 1;
            }
            Noting::Settled(id) => self.settle_note(&id),
            Noting::Imported(text) => self.notes.imported = Some(self.notes.import(&text)),
            Noting::Elsewhere(id, text) => {
                let note = text.as_ref().and_then(|text| from_record(text, ADDRESSES));
                self.notes.put(&id, note);
                if let Some(text) = text {
                    // As it is kept there, also where this page cannot read it.
                    Rc::make_mut(&mut self.notes.records).insert(id.clone(), text);
                }
                self.notes.done.take_if(|done| done.id == id);
            }
            Noting::Kept(is_kept) => self.notes.is_lost = !is_kept,
        }
    }

    /// The notes that are on the open page, in reading order.
    pub fn marks(&self) -> Vec<Mark> {
        self.page().map_or(Vec::new(), |sheet| self.notes.marks(&sheet.id))
    }

    /// Another document is looked at.
    pub(super) fn leave_notes(&mut self) {
        let stays = |id: &String| {
            self.notes.all.get(id).is_some_and(|note| Some(&note.doc) == self.view.doc.as_ref())
        };
        self.notes.now = self.notes.now.take().filter(stays);
        (self.notes.making, self.notes.done) = (None, None);
    }

    /// Whether the current note is about where the reader is, and no word is current.
    fn is_near(&self, read: Option<(Spot, Spot)>) -> bool {
        let marks = self.marks();
        let now = marks.iter().find(|mark| Some(&mark.id) == self.notes.now.as_ref());
        let is_far = |from: &Spot| read.is_some_and(|(at, _)| at.block.abs_diff(from.block) > NEAR);
        self.current_word().is_none() && now.is_some_and(|mark| !is_far(&mark.from))
    }

    /// Makes the next note current, or the one before.
    fn step_note(&mut self, is_on: bool, start: u32) {
        let marks = self.marks();
        let now = marks.iter().position(|mark| Some(&mark.id) == self.notes.now.as_ref());
        let first = marks.iter().position(|mark| mark.from.block >= start).unwrap_or(0);
        let count = marks.len().max(1);
        let at = match (now, is_on) {
            (Some(now), true) => (now + 1) % count,
            (Some(now), false) => (now + count - 1) % count,
            (None, true) => first,
            (None, false) => (first + count - 1) % count,
        };
        self.notes.now = marks.get(at).map(|mark| mark.id.clone());
    }

    /// A note is from now on at the place where it was found.
    fn settle_note(&mut self, id: &str) {
        let trace = self.notes.trace(id).flatten();
        let moved = trace.and_then(|trace| Some((trace, trace.moved?)));
        let (Some((trace, place)), Some(note)) = (moved, self.notes.all.get(id)) else { return };
        let mut note = note.clone();
        (note.anchor.from, note.anchor.to) = place;
        self.notes.put(id, Some(note));
        self.keep_trace(id, Some(Trace { moved: None, ..trace }));
    }

    fn keep_trace(&mut self, id: &str, trace: Option<Trace>) {
        let traces = Rc::make_mut(&mut self.notes.traces);
        match traces.binary_search_by(|of| of.0.as_str().cmp(id)) {
            Ok(at) => traces[at].1 = trace,
            Err(at) => traces.insert(at, (id.to_owned(), trace)),
        }
    }

    /// What of the notes of the open document is not known.
    pub(super) fn lacks_of_notes(&self, doc: &str) -> Option<Request> {
        if let Some(Making { doc, from, to, .. }) = &self.notes.making {
            return Some(Request::Anchor(doc.clone(), *from, *to));
        }
        self.lacks_traces(doc)
    }

    /// What of the notes of all documents is not known, where they are listed.
    pub(super) fn lacks_of_listed_notes(&self) -> Option<Request> {
        if !self.view.notes {
            return None;
        }
        let untraced = |(id, _): &(&String, &Note)| self.notes.trace(id).is_none();
        let (_, note) = self.notes.all.iter().find(untraced)?;
        self.lacks_traces(&note.doc)
    }

    fn lacks_traces(&self, doc: &str) -> Option<Request> {
        let untraced =
            |(id, note): &(&String, &Note)| note.doc == doc && self.notes.trace(id).is_none();
        let untraced = self.notes.all.iter().filter(untraced);
        let anchors: Vec<Anchor> = untraced.map(|(_, note)| note.anchor.clone()).collect();
        (!anchors.is_empty()).then(|| Request::Trace(doc.to_owned(), anchors))
    }

    /// The passage that was to be marked is known.
    pub(super) fn anchored(&mut self, doc: &str, from: Spot, to: Spot, anchor: Option<Anchor>) {
        let is_it =
            |making: &mut Making| (making.doc.as_str(), making.from, making.to) == (doc, from, to);
        let Some(making) = self.notes.making.take_if(is_it) else { return };
        let Some(anchor) = anchor else { return };
        let kind = match making.want {
            Want::Bookmark => Kind::Bookmark,
            Want::Mark | Want::Note => self.notes.kind,
        };
        let is_same = |(_, note): &(&String, &Note)| {
            note.doc == doc
                && (note.anchor.from, note.anchor.to) == (anchor.from, anchor.to)
                && (note.kind == Kind::Bookmark) == (kind == Kind::Bookmark)
        };
        let same = self.notes.all.iter().find(is_same).map(|(id, note)| (id.clone(), note.clone()));
        let id = match same {
            Some((id, note)) => {
                let (before, after) = (Some(note.clone()), Some(note));
                self.notes.done = Some(Done { id: id.clone(), before, after, is_idle: true });
                id
            }
            None => {
                let id = new_id(&self.notes.all, &making.made);
                let title = self.page().map(|sheet| sheet.title.clone()).unwrap_or_default();
                let (made, changed) = (making.made.clone(), making.made);
                let doc = doc.to_owned();
                let note = Note { kind, doc, title, anchor, made, changed, ..Note::default() };
                self.notes.change(id.clone(), Some(note));
                id
            }
        };
        self.notes.now = Some(id.clone());
        if making.want == Want::Note {
            (self.notes.open, self.notes.done) = (Some(id), None);
        }
    }

    /// It is known where passages are read.
    pub(super) fn traced(&mut self, doc: &str, anchors: &[Anchor], traces: Vec<Option<Trace>>) {
        for (anchor, trace) in anchors.iter().zip(traces) {
            let of_it = |(_, note): &(&String, &Note)| note.doc == doc && note.anchor == *anchor;
            let ids: Vec<String> =
                self.notes.all.iter().filter(of_it).map(|(id, _)| id.clone()).collect();
            for id in ids {
                self.keep_trace(&id, trace);
                // Where no place was recorded, this is it.
                if anchor.from.line == 0 {
                    self.settle_note(&id);
                }
            }
        }
    }

    /// A document is read otherwise from now on.
    pub(super) fn forget_traces(&mut self, doc: &str) {
        let all = self.notes.all.clone();
        let is_of = |id: &String| all.get(id).is_some_and(|note| note.doc == doc);
        if self.notes.traces.iter().any(|(id, _)| is_of(id)) {
            Rc::make_mut(&mut self.notes.traces).retain(|(id, _)| !is_of(id));
        }
    }
}

/// The view of a passage, with the notes listed.
pub fn passage_view(doc: &str, passage: Option<Passage>) -> View {
    View { doc: Some(doc.to_owned()), passage, notes: true, ..View::default() }
}

fn written(doc: &str, passage: Option<(Place, Place)>) -> String {
    let doc = Some(doc.to_owned()).filter(|doc| !doc.is_empty());
    View { doc, passage, ..View::default() }.to_fragment()
}

fn read(address: &str) -> (Option<String>, Option<Passage>) {
    let view = View::from_fragment(address.split_once('#').map_or("", |(_, fragment)| fragment));
    (view.doc, view.passage)
}
