//! The whole screen: masthead, list or results on the left, reading page on the right. On a narrow
//! screen the style sheet shows one of the two: the reading page when a document is open.

use std::rc::Rc;

use yew::prelude::*;

use super::cutting::cutting;
use super::list_pane::list_pane;
use super::note_done::note_done;
use super::take_out::take_out_line;
use super::taking::taking_line;
use super::update::update_line;
use super::{
    Collections, Contents, Help, Later, Lexicon, Library, Link, Masthead, NewWords, NoteCard,
    Notes, Notice, Palette, Reading, RecentQueries, Results, Settings, ThumbBar,
};
use crate::state::{Action, KeywordLists, ListsOn, State, Status, View};
use crate::ui::commands::open_library;
use crate::ui::hooks::{first_list, first_results, focus_content, reload};
use crate::ui::{Language, Preferences, Site, wording};

/// The id of the right pane.
pub const READING_PANE: &str = "reading";

/// So long after the first screen the dialogs are made.
const AFTER_START_MS: u32 = 400;

#[derive(Properties, PartialEq)]
pub struct ScreenProps {
    /// What is shown.
    pub state: State,
    /// What happens.
    pub act: Callback<Action>,
    /// Switches to another language.
    pub switch_language: Callback<Language>,
    /// How the reader wants the page.
    pub preferences: Preferences,
    /// Changes that.
    pub change: Callback<Preferences>,
    /// How many of the preferences that were kept could not be read.
    #[prop_or_default]
    pub damaged: usize,
    /// Whether this is the first screen, before the program is there: nothing can be done in it.
    #[prop_or_default]
    pub is_still: bool,
}

#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    // All links know which keyword lists are on, and where a word can be added which there are.
    let State { view, lists, .. } = &props.state;
    html! {
        <ContextProvider<Rc<ListsOn>> context={view.lists.clone()}>
            <ContextProvider<Rc<KeywordLists>> context={lists.kept.clone()}>
                { whole(props) }
            </ContextProvider<Rc<KeywordLists>>>
        </ContextProvider<Rc<ListsOn>>>
    }
}

fn whole(props: &ScreenProps) -> Html {
    let ScreenProps { state, act, switch_language, preferences, change, is_still, .. } = props;
    let query = AttrValue::from(state.view.query.clone());
    // As what stands there now, so that the pane is not wide before the list is there.
    let is_listed = match state.found.as_ref().filter(|_| is_searching(state)) {
        Some((sought, _)) => sought.lines.is_some(),
        None => false,
    };
    let is_reading = state.view.doc.is_some() || state.view.at_lists;
    let open = if is_reading { "reading" } else { "list" };
    // What the results are of, and whether they are complete: for tests and measurements.
    let found = state.found.as_ref();
    let of = found.map(|(sought, _)| sought.wanted.query.clone());
    let total = found.filter(|(_, found)| found.is_done).map(|(_, found)| found.total.to_string());
    html! {
        <ContextProvider<Preferences> context={*preferences}>
            <div
                class="app"
                data-status={if *is_still { "still" } else { name(&state.status) }}
                data-open={open}
                data-listed={is_listed.then_some("")}
                data-of={of}
                data-total={total}
            >
                <a class="skip" href={format!("#{READING_PANE}")} onclick={skip}>{ wording::SKIP }</a>
                <Masthead
                    {query}
                    act={act.clone()}
                    switch_language={switch_language.clone()}
                    preferences={*preferences}
                    change={change.clone()}
                />
                <p class="unseen" role="status">{ wording::said(state) }</p>
                { trouble(state) }
                { update_line(state.update, act) }
                { cutting(&state.amendments.cutting(), act) }
                { taking_line(&state.intake, act) }
                { take_out_line(&state.take_out, act) }
                <p class="drop-target" aria-hidden="true">{ wording::OWN_OVER }</p>
                // On a narrow screen either of the two is all there is: the main thing is both.
                <main class="panes">
                    { list(state, act) }
                    <section id={READING_PANE} class="reading" tabindex="-1" aria-label={wording::READING}>
                        <Reading state={state.clone()} act={act.clone()} />
                    </section>
                </main>
                { note_done(state.notes.done.as_ref(), act) }
                { note_card(state, act) }
                <ThumbBar state={state.clone()} act={act.clone()} />
                if !is_still {
                    { dialogs(props) }
                }
            </div>
        </ContextProvider<Preferences>>
    }
}

/// What is seen only when it is called. One by one: each is some milliseconds of work.
fn dialogs(props: &ScreenProps) -> Html {
    let ScreenProps { state, act, preferences, change, damaged, .. } = props;
    html! {
        <>
                <Later after={AFTER_START_MS}>
                    <Help act={act.clone()} preferences={*preferences} />
                </Later>
                <Later after={AFTER_START_MS + 100}>
                    <Palette
                        view={state.view.clone()}
                        contents={state.contents.clone()}
                        act={act.clone()}
                        preferences={*preferences}
                        change={change.clone()}
                    />
                </Later>
                <Later after={AFTER_START_MS + 200}>
                    <Settings preferences={*preferences} change={change.clone()} damaged={*damaged} />
                </Later>
                <Later after={AFTER_START_MS + 300}>
                    <NewWords words={state.new_words.clone()} act={act.clone()} />
                </Later>
                <Later after={AFTER_START_MS + 400}>
                    <Lexicon amendments={state.amendments.clone()} act={act.clone()} />
                </Later>
                <Later after={AFTER_START_MS + 500}>
                    <Library
                        holdings={state.holdings.clone()}
                        intake={state.intake.clone()}
                        take_out={state.take_out.clone()}
                        act={act.clone()}
                    />
                </Later>
        </>
    }
}

/// Goes past the masthead. The address stays: what it says after `#` is the view, not a place.
fn skip(event: MouseEvent) {
    event.prevent_default();
    focus_content();
}

fn is_searching(state: &State) -> bool {
    !state.view.query.trim().is_empty() && !state.view.notes
}

fn list(state: &State, act: &Callback<Action>) -> Html {
    let is_searching = is_searching(state);
    let name = match is_searching {
        _ if state.view.notes => wording::NOTES,
        true => wording::RESULTS,
        false => wording::CONTENTS,
    };
    let original = state.view.original;
    let early = match &state.found {
        None if is_searching => first_results(&state.view.query),
        _ => None,
    };
    let list = match (&state.found, &state.contents) {
        _ if let Some(results) = &early => Html::VRef(results.clone()),
        _ if state.view.notes => {
            let (notes, contents, shown) =
                (state.notes.clone(), state.contents.clone(), state.shown as usize);
            html! { <Notes {notes} {contents} {shown} view={state.view.clone()} act={act.clone()} /> }
        }
        // Until the newest results are there the ones before stand, so that nothing flickers.
        (Some((sought, found)), _) if is_searching => {
            // Its links lead to other articles than the passage is of.
            let view = View { passage: None, ..state.view.clone() };
            let (sought, found) = (sought.clone(), found.clone());
            let (hints, chosen, export) =
                (state.hints.clone(), state.chosen.clone(), state.export.clone());
            html! {
                <>
                    { collections(state, act) }
                    <Results {sought} {found} {hints} {view} {chosen} {export} act={act.clone()} />
                </>
            }
        }
        (_, Some(contents)) => {
            let open = state.view.doc.clone().map(AttrValue::from);
            let (recent, view, shown) =
                (state.recent.clone(), state.view.clone(), state.shown as usize);
            html! {
                <>
                    { to_notes(state, act) }
                    <RecentQueries {recent} {view} act={act.clone()} />
                    <Contents contents={contents.clone()} {shown} {open} {original} act={act.clone()} />
                </>
            }
        }
        _ if state.status == Status::Starting => match first_list().filter(|_| !is_searching) {
            Some(list) => Html::VRef(list),
            None => html! { <Notice kind="starting" title={wording::STARTING} /> },
        },
        _ => Html::default(),
    };
    let is_late = is_searching && state.results().is_none() && early.is_none();
    list_pane(name, state.view.doc.is_none() && !state.view.at_lists, is_late, list)
}

/// The ways to the notes, to the reader's own documents, and to the page about the site.
fn to_notes(state: &State, act: &Callback<Action>) -> Html {
    let to = View { notes: true, ..state.view.clone() };
    let name = match state.notes.all.len() as u32 {
        0 => wording::NOTES.to_string(),
        count => wording::notes_count(count),
    };
    let import = {
        let act = act.clone();
        move |_: MouseEvent| open_library(&act)
    };
    html! {
        <p class="to-notes">
            <Link {to} act={act.clone()}>{ name }</Link>
            <button type="button" class="to-library" aria-haspopup="dialog" onclick={import}>
                { wording::OWN_OPEN }
            </button>
            if let Some(about) = Site::now().about {
                <a class="to-about" href={about}>{ wording::ABOUT_SITE }</a>
            }
        </p>
    }
}

/// The collections of a reader who has documents of their own.
fn collections(state: &State, act: &Callback<Action>) -> Html {
    let (contents, query) = (state.contents.clone(), AttrValue::from(state.view.query.clone()));
    let collected = state.holdings.collected.clone();
    html! {
        if state.holdings.are_some_shelved() {
            <Collections {contents} {query} {collected} act={act.clone()} />
        }
    }
}

/// The note that is open.
fn note_card(state: &State, act: &Callback<Action>) -> Html {
    let open = state.notes.open.as_ref().and_then(|id| Some((id, state.notes.all.get(id)?)));
    open.map_or_else(Html::default, |(id, note)| {
        let (trace, passage) = (state.notes.trace(id), state.notes.passage(id));
        html! { <NoteCard id={id.clone()} note={note.clone()} {trace} {passage} act={act.clone()} /> }
    })
}

/// What is wrong with the engine, above everything else, and the way out.
fn trouble(state: &State) -> Html {
    let (kind, title, hint, cause) = match &state.status {
        Status::Starting | Status::Ready => return Html::default(),
        Status::Silent => ("silent", wording::SILENT, wording::SILENT_HINT, None),
        Status::Failed(why) => {
            ("failed", wording::FAILED, wording::FAILED_HINT, Some(wording::failure(why)))
        }
    };
    html! {
        <Notice {kind} {title} is_alert={true}>
            <p>{ hint }</p>
            if let Some(cause) = cause {
                <p class="cause">{ cause }</p>
            }
            <button type="button" class="button reload" onclick={|_| reload()}>{ wording::RELOAD }</button>
        </Notice>
    }
}

/// The name of a status in `data-status`.
fn name(status: &Status) -> &'static str {
    match status {
        Status::Starting => "starting",
        Status::Ready => "ready",
        Status::Silent => "silent",
        Status::Failed(_) => "failed",
    }
}
