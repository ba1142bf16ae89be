//! What can happen to the page.

use super::amendments::Amend;
use super::export::Target;
use super::holdings::LibraryStep;
use super::lists::ListStep;
use super::new_words::NewWord;
use super::notes::Noting;
use super::update::UpdateStep;
use super::view::{View, Width};
use crate::converter::Converted;
use crate::protocol::{Answer, Columns, Folds, Form, Order, Sort, Spot};
use crate::script::Script;

/// What can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Something was typed into the search field.
    Typed(String),
    /// These are to make no difference, and nothing else.
    Folded(Folds),
    /// The results are to be in this order.
    Sorted(Sort),
    /// The hits are to be listed in their contexts in this order, or no longer.
    Listed(Option<Order>),
    /// They are to be listed with so many characters of context.
    Widened(Width),
    /// The list is to be thinned out to so many lines; 0 for all.
    Thinned(u32),
    /// A line of the list (from 0) is chosen, or no longer.
    Chose(u32, bool),
    /// So are all the lines from the one before that to this one.
    ChoseTo(u32, bool),
    /// All lines of the list, also those not shown yet, are chosen, or none is.
    ChoseAll(bool),
    /// The chosen lines, or all where none is, are to be had in this form, with these
    /// names of the columns.
    Export(Form, Target, Columns),
    /// They were taken out of the page; or the browser did not let them be.
    Delivered(bool),
    /// More of the results are to be shown.
    ShowMore,
    /// More of the passages of this article are to be shown.
    ShowMoreOf(String),
    /// Enter was pressed in the search field: on to the next hit of the open document, or if it
    /// has none, to the best hit of all. What is not known yet is waited for.
    Entered,
    /// A document was opened, at a hit or at its beginning.
    Opened(String, Option<u32>),
    /// The open document was closed.
    Closed,
    /// On to the next article of the list, or back to the one before.
    Turned(Turn),
    /// On to the next hit, round the end.
    Next,
    /// Back to the hit before, round the beginning.
    Previous,
    /// The source is to be shown beside the document, or no longer.
    ToggledOriginal,
    /// That was painted: now it is, or it is not.
    Followed,
    /// The reader corrects a document by this patch and no other; `None`: by the one of the file
    /// beside its text.
    Corrected(String, Option<String>),
    /// So was it corrected in another open page.
    CorrectedElsewhere(String, Option<String>),
    /// The words of the open document are to be seen, or no longer.
    ToggledWords,
    /// It is to be shown how articles are read aloud, or no longer.
    ShowRuby(bool),
    /// Articles are to be shown in this script; `None`: as they are printed.
    ShowIn(Option<Script>),
    /// An article was converted, or could not be.
    Converted(Box<Converted>),
    /// The word at this place of the open document was asked about.
    AskedAt(Spot),
    /// On to the next word, or back to the one before; from this block where none is current.
    SteppedWord(bool, u32),
    /// The current word was asked about.
    AskedWord,
    /// The passage between two places of the open document is to be cited.
    Quoted(Spot, Spot),
    /// Something happened to the notes.
    Noted(Noting),
    /// Something happened to the keyword lists.
    List(ListStep),
    /// A word that the dictionary lacks is one, of this part of speech.
    AcceptedWord(String, String),
    /// Something else was done with such words.
    NewWord(NewWord),
    /// Something happened to the reader's corrections of words.
    Word(Amend),
    /// Something happened to the documents of the reader's own.
    Library(LibraryStep),
    /// Something happened to a newer version of the site.
    Update(UpdateStep),
    /// The recent queries are to be forgotten.
    Forgot,
    /// The browser keeps the corrections beyond this page, or does not.
    Kept(bool),
    /// Another address was gone to: a link, or the back or forward button.
    Went(View),
    /// The engine answered.
    Answered(Answer),
    /// The question of this number has waited for long.
    Waited(u32),
    /// The worker cannot be started or has died; what the browser says.
    Broke(String),
}

impl Action {
    /// Whether it comes from the workers or the browser, and not from the reader.
    pub(super) fn is_heard(&self) -> bool {
        matches!(
            self,
            Action::Answered(_)
                | Action::Followed
                | Action::Waited(_)
                | Action::Kept(_)
                | Action::Library(_)
                | Action::Update(_)
        )
    }
}

/// A step from one article to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// To the one before.
    Back,
    /// To the next.
    On,
}
