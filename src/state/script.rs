//! The open article in the other script.

use std::rc::Rc;

use super::State;
use crate::converter::{Converted, ToConvert};
use crate::protocol::Sheet;
use crate::script::Script;

impl State {
    /// The script that articles are shown in; `None` for the one that they are printed in.
    pub fn script(&self) -> Option<Script> {
        self.script
    }

    /// What is to be converted before the open page can be shown as it is wanted; `None` if nothing
    /// is, or if it could not be.
    pub fn to_convert(&self) -> Option<ToConvert> {
        let (script, page) = (self.script?, self.page()?);
        let texts = texts(page);
        let is_done = |Converted { asked, .. }: &Converted| {
            asked.doc == page.id && asked.script == script && asked.texts == texts
        };
        let is_done = self.converted.as_deref().is_some_and(is_done);
        (!is_done).then(|| ToConvert { doc: page.id.clone(), script, texts })
    }

    /// What was converted last, if it is of the open page and in the script that is wanted.
    pub fn converted(&self) -> Option<&Rc<Converted>> {
        let of = |converted: &&Rc<Converted>| {
            Some(&converted.asked.doc) == self.view.doc.as_ref()
                && Some(converted.asked.script) == self.script
        };
        self.converted.as_ref().filter(of)
    }
}

/// The texts of a page, block by block.
fn texts(page: &Sheet) -> Vec<String> {
    let blocks = page.blocks.iter();
    blocks.map(|block| block.runs.iter().map(|run| run.text.as_str()).collect()).collect()
}

/// A page in the other script, its hits where they were; `None` where the texts are not those that were
/// converted, or could not be.
pub fn in_script(page: &Sheet, converted: &Converted) -> Option<Sheet> {
    let texts = converted.texts.as_ref().ok().filter(|_| converted.asked.texts == texts(page))?;
    let mut page = page.clone();
    for (block, text) in page.blocks.iter_mut().zip(texts) {
        let mut characters = text.chars();
        for run in &mut block.runs {
            let length = run.text.chars().count();
            run.text = characters.by_ref().take(length).collect();
        }
    }
    Some(page)
}
