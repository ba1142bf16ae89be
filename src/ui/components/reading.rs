//! The right pane: the open article with its hits, or what stands in its place.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Article, HitBar, HitMap, KeywordLists, Link, Neighbours, Notice, Quote, Revision, SelectionBar,
    Welcome, WordCard, WordTools,
};
use crate::engine::{Correction, Patch};
use crate::state::{Action, State, Status, View, in_script};
use crate::ui::hooks::first_article;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    pub state: State,
    pub act: Callback<Action>,
}

#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { state, act } = props;
    let doc = state.view.doc.clone().unwrap_or_default();
    let correct = use_callback((doc, state.patch().to_owned(), act.clone()), corrected);
    // In the script that is wanted, as soon as it is there.
    let page =
        use_memo((state.page().cloned(), state.converted().cloned()), |(page, converted)| {
            let in_it = page.as_ref().zip(converted.as_ref());
            let in_it = in_it.and_then(|(page, converted)| in_script(page, converted));
            in_it.map(Rc::new).or_else(|| page.clone())
        });
    if state.view.doc.is_none() && state.view.at_lists {
        return html! { <KeywordLists state={state.clone()} act={act.clone()} /> };
    }
    if state.view.doc.is_none() {
        return html! { <Welcome contents={state.contents.clone()} /> };
    }
    let is_coming = page.is_none()
        && !state.is_missing()
        && matches!(state.status, Status::Starting | Status::Ready);
    let first = first_article(state.view.doc.as_deref().unwrap_or_default());
    if let Some(first) = first.filter(|_| is_coming) {
        return Html::VRef(first);
    }
    let shown = match &*page {
        Some(sheet) => html! {
            <Article
                sheet={sheet.clone()}
                script={state.converted().filter(|done| done.texts.is_ok()).and(state.script())}
                keywords={state.keywords().cloned()}
                signs={state.lists.on.clone()}
                places={state.places().cloned()}
                hit={state.view.hit}
                beside={state.beside().cloned()}
                original={state.view.original}
                words={state.view.words}
                act={act.clone()}
                {correct}
            />
        },
        None if state.is_missing() => html! {
            <Notice kind="missing" title={wording::MISSING} is_all={true}>
                <p>{ wording::MISSING_HINT }</p>
            </Notice>
        },
        None if is_coming => {
            html! { <Notice kind="opening" title={wording::OPENING} is_all={true} /> }
        }
        None => Html::default(),
    };
    html! {
        <>
            { back(state, act) }
            if state.is_ruby_missing() {
                <p class="pinyin-missing" role="alert">{ wording::PINYIN_MISSING }</p>
            }
            { hit_bar(state, act) }
            { script(state) }
            { revision(state, act) }
            { shown }
            { around(state, act) }
        </>
    }
}

/// That the article is not shown as it is printed, or cannot be shown as it is wanted.
fn script(state: &State) -> Html {
    let Some(script) = state.script().filter(|_| state.page().is_some()) else {
        return Html::default();
    };
    let done = state.converted().map(|done| done.texts.as_ref().map(|_| ()));
    let is_busy = done.is_none().then_some("true");
    let says = wording::script_note(script, done.map(|done| done.map_err(String::as_str)));
    html! { <p class="script-note" role="status" aria-busy={is_busy}>{ says }</p> }
}

/// What stands around an article that is there.
fn around(state: &State, act: &Callback<Action>) -> Html {
    let Some(sheet) = state.page() else { return Html::default() };
    html! {
        <>
            <Neighbours state={state.clone()} act={act.clone()} />
            if sheet.hits > 0 {
                <HitMap sheet={sheet.clone()} view={state.view.clone()} act={act.clone()} />
            }
            <div class="progress" aria-hidden="true" />
            <SelectionBar state={state.clone()} act={act.clone()} />
            { quote(state) }
            { word_card(state, act) }
        </>
    }
}

/// The passage that is to be cited, once all is known of it.
fn quote(state: &State) -> Html {
    let quoted = state.quoted.as_ref();
    let known = quoted.and_then(|quoted| Some((quoted.doc.clone(), quoted.quotation.clone()?)));
    known.map_or(Html::default(), |(source, quotation)| html! { <Quote {source} {quotation} /> })
}

/// What is known of the word that was asked about, once it is.
fn word_card(state: &State, act: &Callback<Action>) -> Html {
    let known = state.asked_of.as_ref().and_then(|asked| Some((asked, asked.card.clone()?)));
    known.map_or(Html::default(), |(asked, card)| {
        let (word, doc) = (asked.word.clone(), asked.doc.clone());
        let is_current = state.word_text().as_ref() == Some(&word);
        let joined = if is_current { state.joined_words() } else { [None, None] };
        let (said, now) = (state.amendments.of(&word), state.amendments.cutting());
        html! {
            <WordCard word={word.clone()} {card} {doc} is_stale={asked.is_stale} act={act.clone()}>
                <WordTools {word} {joined} {said} {now} act={act.clone()} />
            </WordCard>
        }
    })
}

/// Adds a correction to those of a document.
fn corrected(new: Correction, (doc, patch, act): &(String, String, Callback<Action>)) {
    let mut patch = begun(&Patch::parse(patch), doc);
    patch.correct(new);
    act.emit(Action::Corrected(doc.clone(), Some(patch.to_text())));
}

/// The patch, or where there is none yet, its first line.
pub fn begun(patch: &Patch, id: &str) -> Patch {
    if patch.entries.is_empty() { Patch::parse(&wording::patch_head(id)) } else { patch.clone() }
}

/// The corrections, above the source and the article.
fn revision(state: &State, act: &Callback<Action>) -> Html {
    match state.page().filter(|_| state.beside().is_some()) {
        Some(sheet) => html! {
            <Revision
                id={sheet.id.clone()}
                patch={state.patch().to_owned()}
                misfits={sheet.misfits.clone()}
                is_own={state.is_corrected()}
                before={state.patch_before().cloned()}
                is_kept={state.is_kept}
                act={act.clone()}
            />
        },
        None => Html::default(),
    }
}

/// Where it goes back to from an article.
pub fn way_back(view: &View) -> View {
    View { doc: None, hit: None, original: false, passage: None, ..view.clone() }
}

/// The way back to the list, or to the results.
fn back(state: &State, act: &Callback<Action>) -> Html {
    let to = way_back(&state.view);
    let name = match state.results().filter(|_| !to.query.trim().is_empty()) {
        _ if to.notes => wording::NOTES.to_string(),
        _ if to.at_lists => wording::LISTS.to_string(),
        Some(found) => wording::back_to(found.articles, found.total),
        None => wording::BACK.to_string(),
    };
    html! { <Link class="back" {to} act={act.clone()}>{ name }</Link> }
}

fn hit_bar(state: &State, act: &Callback<Action>) -> Html {
    match state.page().filter(|_| !state.view.query.trim().is_empty()) {
        Some(sheet) => {
            let query = AttrValue::from(state.view.query.clone());
            html! { <HitBar {query} hit={state.view.hit} hits={sheet.hits} act={act.clone()} /> }
        }
        None => Html::default(),
    }
}
