//! All that is the reader's own on its way out of the page and in: what the page keeps goes with it, the
//! file is saved, what of another one is wanted is written into the browser's storage. Then the page is
//! loaded anew, since much of that is read only when it begins.

use yew::prelude::*;

use super::clock::{local_day, now};
use super::parts::parts;
use super::records::{kept, write_all};
use super::reload::reload;
use super::{dialog, files};
use crate::protocol::{BROWSER, KEPT};
use crate::state::{Action, LibraryStep, State, TakeOutStep, Texts};
use crate::ui::commands::open_library;
use crate::ui::components::{LIBRARY, TAKE_IN, notes_markdown};
use crate::ui::recall::{Kept, to_json, to_write};
use crate::ui::wording;

/// Gathers what the page adds, saves what is written, asks about what is given.
#[hook]
pub fn use_take_out(state: &State, act: &Callback<Action>) {
    let tell = |step: TakeOutStep| Action::Library(LibraryStep::TakeOut(step));
    let take_out = &state.take_out;
    {
        let (state, act) = (state.clone(), act.clone());
        use_effect_with(take_out.is_wanted, move |is_wanted| {
            if *is_wanted {
                act.emit(tell(TakeOutStep::Gathered(gathered(&state))));
            }
        });
    }
    {
        let act = act.clone();
        use_effect_with(take_out.page_wanted.clone(), move |wanted| {
            let (Some(texts), Some(address)) = (wanted, parts("single").pop()) else { return };
            if *texts == Texts::Library {
                files::save_from(&wording::page_file(&wording::site()), &address);
            }
            act.emit(tell(TakeOutStep::PageFound(address, wording::texts(texts))));
        });
    }
    {
        let act = act.clone();
        let page = take_out.page_name.clone();
        let to_save = take_out.to_save().cloned().map(|exported| (exported, take_out.saved));
        use_effect_with(to_save, move |to_save| {
            if let Some((exported, before)) = to_save {
                let name = match &page {
                    Some(page) => wording::page_file(page),
                    None => wording::take_out_file(*before, &local_day(&now())),
                };
                files::save_from(&name, &exported.address);
                act.emit(tell(TakeOutStep::Saved));
            }
        });
    }
    {
        let act = act.clone();
        use_effect_with(take_out.question().map(|of| of.number), move |asked| {
            if asked.is_some() {
                open_library(&act);
                dialog::focus(LIBRARY, TAKE_IN);
            }
        });
    }
    {
        let act = act.clone();
        use_effect_with(take_out.to_recall().cloned(), move |records| {
            let Some(records) = records else { return };
            let (mut is_kept, mut is_other) = (true, false);
            for records in &**records {
                let new = to_write(records, &all_kept());
                is_other |= !new.is_empty();
                is_kept &= write_all(&new);
            }
            act.emit(tell(TakeOutStep::Recalled(is_kept)));
            if is_kept && is_other {
                reload();
            }
        });
    }
}

/// What the page keeps, by the whole names.
fn all_kept() -> Kept {
    kept(KEPT).into_iter().map(|(id, text)| (format!("{KEPT}{id}"), text)).collect()
}

/// The members that the page adds: what it keeps as it is, and the same for people.
fn gathered(state: &State) -> Vec<(String, String)> {
    let lists = state.lists.kept.values().map(ToString::to_string).collect();
    let for_people = [
        ("notes.md", notes_markdown(&state.notes.all), state.notes.all.is_empty()),
        ("userdict.txt", state.amendments.lexicon().to_text(), false),
        ("lists.txt", lists, state.lists.kept.is_empty()),
    ];
    let for_people =
        for_people.into_iter().filter(|(_, text, is_empty)| !is_empty && !text.is_empty());
    let browser = [(BROWSER.to_owned(), to_json(&all_kept()))];
    browser.into_iter().chain(for_people.map(|(name, text, _)| (name.to_owned(), text))).collect()
}
