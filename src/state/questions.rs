//! The policy for questions: at most one is under way, and when it is answered the next is whatever
//! the view then lacks. A search gives way at once to what is newer.

use std::mem::take;
use std::rc::Rc;

use super::words::Asked;
use super::{Articles, Export, Quoting, Read, Stage, State, Status, View};
use crate::protocol::{
    Answer, ENTRIES, Failure, Hints, Keyword, Lines, Question, Request, Response, SNIPPETS, Sought,
    Wanted,
};

impl State {
    /// What the view needs and is not there: the page first, since it is what is read; each only
    /// when the engine knows of the corrections that it is about.
    fn lacks(&self) -> Option<Request> {
        let View { doc, query, .. } = &self.view;
        if let Some(lexicon) = self.amendments.to_tell() {
            return Some(lexicon);
        }
        if let Some(others) = self.holdings.to_tell() {
            return Some(others);
        }
        let has_results = || {
            let sought = self.found.as_ref().filter(|(_, found)| found.is_done);
            !self.stale.found && sought.is_some_and(|(sought, _)| *sought == self.sought())
        };
        if let Some(doc) = doc {
            if !self.is_told(doc) {
                return Some(self.tell(doc));
            }
            let newest = self.corrected.as_ref().or(self.sheet.as_ref());
            if !newest.is_some_and(|sheet| self.is_of_view(sheet)) || self.stale.sheet {
                return Some(Request::Read(doc.clone(), self.view.wanted()));
            }
            let is_located = |(id, passage, _): &(String, _, _)| {
                id == doc && Some(*passage) == self.view.passage && !self.stale.located
            };
            if let Some((from, to)) = self.view.passage
                && !self.located.as_ref().is_some_and(is_located)
            {
                return Some(Request::Locate(doc.clone(), from, to));
            }
            if let Some(places) = self.lacks_places(doc).filter(|_| self.page().is_some()) {
                return Some(places);
            }
            let is_of_doc = |(id, _): &super::words::Words| id == doc && !self.stale.words;
            if self.view.words && !self.words.as_ref().is_some_and(is_of_doc) {
                return Some(Request::Words(doc.clone()));
            }
            let is_of_doc = |(id, _): &super::ruby::Rubies| id == doc && !self.stale.ruby;
            if self.shows_ruby && !self.ruby.as_ref().is_some_and(is_of_doc) {
                return Some(Request::Ruby(doc.clone()));
            }
            if let Some(Asked { doc, word, card, is_stale }) = &self.asked_of
                && (card.is_none() || *is_stale)
            {
                return Some(Request::Card(doc.clone(), word.clone()));
            }
            if let Some(Quoting { doc, from, to, quotation: None }) = &self.quoted {
                return Some(Request::Quote(doc.clone(), *from, *to));
            }
            if let Some(request) = self.lacks_of_notes(doc) {
                return Some(request);
            }
            let is_there = self.original.as_ref().is_some_and(|(id, _)| id == doc);
            if self.view.original && (!is_there || self.stale.original) {
                return Some(Request::Original(doc.clone()));
            }
        }
        let known = self.patches.keys().chain(self.told.keys());
        if let Some(id) = known.filter(|id| !self.is_told(id)).min() {
            return Some(self.tell(id));
        }
        if !query.is_empty() && !has_results() {
            return Some(Request::Search(self.sought()));
        }
        let is_of_view = |(of, _): &(Wanted, Rc<Hints>)| *of == self.view.wanted();
        if !query.is_empty() && (self.stale.hints || !self.hints.as_ref().is_some_and(is_of_view)) {
            return Some(Request::Hints(self.view.wanted()));
        }
        if let Some((id, &most)) = self.more.first_key_value() {
            return Some(Request::Passages(id.clone(), self.view.wanted(), most));
        }
        if let Some(ids) = self.holdings.lacks_found() {
            return Some(ids);
        }
        if let Some(table) = self.lacks_table() {
            return Some(table);
        }
        if self.contents.is_none() || self.stale.contents {
            return Some(Request::Contents(self.coming.len() as u32));
        }
        let is_about = |(id, _): &(String, Rc<[Keyword]>)| Some(id) == doc.as_ref();
        if let Some(doc) = doc.as_ref().filter(|_| self.page().is_some())
            && (self.stale.keywords || !self.keywords.as_ref().is_some_and(is_about))
        {
            return Some(Request::Keywords(doc.clone()));
        }
        // The documents of the reader's own come in turn with all that can wait.
        let shelve = |is_last| self.holdings.to_shelve(is_last);
        shelve(false).or_else(|| self.lacks_at_leisure()).or_else(|| shelve(true))
    }

    /// What can wait longest.
    fn lacks_at_leisure(&self) -> Option<Request> {
        if let Some(request) = self.lacks_of_listed_notes() {
            return Some(request);
        }
        if let Some(request) = self.new_words.lacks() {
            return Some(request);
        }
        if let Some(request) = self.amendments.to_go_on() {
            return Some(request);
        }
        let export = self.export.as_ref().filter(|export| export.stage == Stage::Asked)?;
        let Export { sought, form, lines, columns, .. } = export.clone();
        Some(Request::Export(sought, form, lines, columns))
    }

    /// What is looked for, and how it is to be shown.
    fn sought(&self) -> Sought {
        let View { sort, lines, width, most, .. } = self.view;
        let lines = lines.map(|order| Lines { order, width: width.0, most, shown: self.listed });
        Sought { wanted: self.view.wanted(), sort, shown: self.shown, lines }
    }

    /// Whether the engine knows how a document is corrected.
    fn is_told(&self, id: &str) -> bool {
        self.told.get(id).unwrap_or(&None).as_deref() == self.patches.get(id).map(String::as_str)
    }

    /// Asks for the list of articles anew, from the first.
    pub(super) fn contents_changed(&mut self) {
        self.stale.contents = true;
        self.coming = Articles::default();
    }

    fn tell(&self, id: &str) -> Request {
        Request::Revise(id.to_owned(), self.patches.get(id).cloned())
    }

    /// Puts a question under way if none is and something lacks. A search that is no longer what
    /// lacks gives way to what does, and so does what helps to look further or is counted, how an
    /// article is read, for which lists may have to be fetched, and documents that come in.
    pub(super) fn ask(mut self) -> State {
        let gives_way = |asked: &Question| {
            use Request::{Hints, Ruby, Search, Shelve, Tally};
            matches!(asked.request, Search(_) | Hints(_) | Ruby(_) | Tally(_) | Shelve)
        };
        if self.asked.as_ref().is_none_or(gives_way)
            && !matches!(self.status, Status::Failed(_))
            && let Some(request) = self.lacks()
            && self.asked.as_ref().is_none_or(|asked| asked.request != request)
        {
            self.last += 1;
            self.asked = Some(Question { number: self.last, request });
        }
        self
    }

    pub(super) fn answered(&mut self, answer: Answer) {
        if self.asked.as_ref().is_none_or(|asked| asked.number != answer.number) {
            return;
        }
        let Some(Question { number, request }) = self.asked.take() else { return };
        if answer.build != self.build {
            self.status = Status::Failed(Failure::OtherBuild);
            return;
        }
        self.status = Status::Ready;
        if request != Request::Shelve {
            self.holdings.yielded();
        }
        match (request, answer.response) {
            (_, Response::Failed(why)) => self.status = Status::Failed(why),
            (Request::Contents(from), Response::Contents(piece)) => {
                // Of a list that has changed since the rest is no use.
                if from as usize != self.coming.len() {
                    return;
                }
                let is_last = piece.len() < ENTRIES;
                self.coming.push(piece);
                if is_last {
                    self.contents = Some(Rc::new(take(&mut self.coming)));
                    self.stale.contents = false;
                }
            }
            (Request::Search(sought), Response::Found(mut found)) => {
                // Passages that were asked for stay.
                if let Some((before, old)) = self.found.as_ref().filter(|_| !self.stale.found)
                    && before.wanted == sought.wanted
                {
                    for old in old.docs.iter().filter(|old| old.snippets.len() > SNIPPETS) {
                        if let Some(new) = found.docs.iter_mut().find(|new| new.id == old.id) {
                            new.snippets.clone_from(&old.snippets);
                        }
                    }
                }
                // The rest of it is still to come.
                if !found.is_done {
                    let request = Request::Search(sought.clone());
                    self.asked = Some(Question { number, request });
                }
                self.found = Some((sought, Rc::new(found)));
                self.stale.found = false;
            }
            (Request::Hints(wanted), Response::Hints(hints)) => {
                self.hints = Some((wanted, Rc::new(hints)));
                self.stale.hints = false;
            }
            (Request::Passages(id, wanted, most), Response::Passages(snippets)) => {
                // Those asked for are there; or more were asked for meanwhile.
                if self.more.get(&id) == Some(&most) {
                    self.more.remove(&id);
                }
                if let Some((sought, found)) = &mut self.found
                    && sought.wanted == wanted
                    && let Some(doc) = Rc::make_mut(found).docs.iter_mut().find(|doc| doc.id == id)
                    && doc.snippets.len() < snippets.len()
                {
                    doc.snippets = snippets;
                }
            }
            (Request::Export(sought, form, lines, _), Response::Exported(text)) => {
                // Another may have been asked for meanwhile.
                let asked = |export: &&mut Export| {
                    (&export.sought, export.form, &export.lines) == (&sought, form, &lines)
                };
                if let Some(export) = self.export.as_mut().filter(asked) {
                    export.stage = Stage::Made(text.into());
                }
            }
            (Request::Read(id, query), Response::Page(sheet)) => {
                // A document of the reader's own may come yet.
                if let Some(hits) = sheet.as_ref().map(|sheet| sheet.hits)
                    && Some(&id) == self.view.doc.as_ref()
                    && query == self.view.wanted()
                {
                    self.view.hit = self.view.hit.map(|hit| hit.min(hits)).filter(|&hit| hit > 0);
                }
                let sheet = Some((id, query, sheet.map(Rc::new)));
                let is_same = self.page().is_some();
                let waits = self.view.original && self.stale.original && is_same;
                self.corrected = None;
                *(if waits { &mut self.corrected } else { &mut self.sheet }) = sheet;
                self.stale.sheet = false;
            }
            (Request::Quote(id, from, to), Response::Quoted(quotation)) => {
                let is_it = |of: &&mut Quoting| (&of.doc, of.from, of.to) == (&id, from, to);
                match (self.quoted.as_mut().filter(is_it), quotation) {
                    (Some(quoted), Some(it)) => quoted.quotation = Some(Rc::new(it)),
                    (Some(_), None) => self.quoted = None,
                    (None, _) => {}
                }
            }
            (Request::Locate(id, from, to), Response::Located(spots)) => {
                self.located = Some((id, (from, to), spots));
                self.stale.located = false;
            }
            (Request::Words(id), Response::Words(words)) => {
                let is_same = self.words.as_ref().is_some_and(|(of, _)| *of == id);
                let place = self.place_of_word().filter(|_| is_same);
                self.words = Some((id, words.into()));
                (self.stale.words, self.stale.words_text) = (false, false);
                place.into_iter().for_each(|place| self.choose_word(place));
            }
            (Request::Ruby(id), Response::Ruby(ruby)) => {
                self.ruby = Some((id, ruby.map(Into::into)));
                self.stale.ruby = false;
            }
            (Request::Card(doc, word), Response::Card(card)) => {
                let is_it = |asked: &&mut Asked| asked.doc == doc && asked.word == word;
                if let Some(asked) = self.asked_of.as_mut().filter(is_it) {
                    (asked.card, asked.is_stale) = (Some(Rc::new(*card)), false);
                }
            }
            (Request::Keywords(id), Response::Keywords(keywords)) => {
                self.keywords = Some((id, keywords.into()));
                self.stale.keywords = false;
            }
            (Request::Tally(asked), Response::Tallied(table)) => self.lists.tallied(asked, table),
            (Request::Places(id, queries), Response::Places(places)) => {
                self.lists.placed(id, queries, places.into());
            }
            (Request::NewWords(first, _), Response::NewWords(proposals)) => {
                self.new_words.answered(first, proposals);
            }
            (Request::Original(id), Response::Original(original)) => {
                self.original = Some((id, original.map(Rc::new)));
                self.stale.original = false;
            }
            (Request::Anchor(id, from, to), Response::Anchored(anchor)) => {
                self.anchored(&id, from, to, anchor);
            }
            (Request::Trace(id, anchors), Response::Traced(traces)) => {
                self.traced(&id, &anchors, traces);
            }
            (Request::Revise(id, patch), Response::Revised { .. }) => {
                self.forget_traces(&id);
                let is_of = |read: &Option<Read>| read.as_ref().is_some_and(|(of, ..)| *of == id);
                self.stale.sheet |= is_of(&self.sheet) || is_of(&self.corrected);
                self.stale.original |= self.original.as_ref().is_some_and(|(of, _)| *of == id);
                if self.words.as_ref().is_some_and(|(of, _)| *of == id) {
                    (self.stale.words, self.stale.words_text) = (true, true);
                }
                self.stale.ruby |= self.ruby.as_ref().is_some_and(|(of, _)| *of == id);
                self.stale.located |= self.located.as_ref().is_some_and(|(of, ..)| *of == id);
                self.stale.keywords |= self.keywords.as_ref().is_some_and(|(of, _)| *of == id);
                self.new_words.recount();
                (self.stale.found, self.stale.hints) = (true, true);
                self.contents_changed();
                self.lists.revised(&id);
                self.told.insert(id, patch);
                self.amendments.revised();
            }
            (Request::Shelve, Response::Shelved { count, is_done, outdated }) => {
                self.shelved(count, is_done, outdated);
            }
            (Request::Reshelve(keys), Response::Shelved { outdated, .. }) => {
                self.reshelved(&keys, outdated);
            }
            (Request::FoundIds(wanted), Response::FoundIds(ids)) => self.found_ids(&wanted, ids),
            (request, Response::Uncut(piece, has_changed)) => {
                let are_others = self.amendments.answered(&request, piece, has_changed);
                if are_others {
                    let stale = &mut self.stale;
                    (stale.found, stale.hints, stale.words) = (true, true, true);
                    (stale.sheet, stale.keywords, stale.ruby) = (true, true, true);
                    self.asked_of.iter_mut().for_each(|asked| asked.is_stale = true);
                }
            }
            // An answer of the wrong kind answers nothing; the question is asked again.
            _ => {}
        }
    }
}
