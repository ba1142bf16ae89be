//! A list of hits on its way out of the page: asked for, made by the engine, taken away.

use std::rc::Rc;

use crate::protocol::{Columns, Form, Sought};

/// A list of hits on its way out of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// What it is a list of.
    pub sought: Sought,
    /// Its form.
    pub form: Form,
    /// The lines of it (from 0); all where there are none.
    pub lines: Vec<u32>,
    /// The names of its columns.
    pub columns: Columns,
    /// How many lines that makes.
    pub count: u32,
    /// Where it goes.
    pub target: Target,
    /// How far it is.
    pub stage: Stage,
}

/// Where a list of hits goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To the clipboard.
    Clipboard,
    /// To a file that the browser saves.
    File,
}

/// How far a list of hits is on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The engine is to make it.
    Asked,
    /// It is made, and is to be taken away once.
    Made(Rc<str>),
    /// It was taken away.
    Done,
    /// The browser did not let it be.
    Refused,
}
