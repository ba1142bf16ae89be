//! Where a query was found, by article or hit by hit; or that it was not.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::{Facets, Lines, More, Notice, ResultsIn, ResultsTools, Suggestions, Titles};
use crate::protocol::{Found, FoundIn, Hints, Sought, Wanted};
use crate::state::{Action, Export, View};
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What these are the results of.
    pub sought: Sought,
    pub found: Rc<Found>,
    /// What helps to look further, and what that is of.
    pub hints: Option<(Wanted, Rc<Hints>)>,
    /// What is looked at.
    pub view: View,
    /// The lines of the list of hits that are chosen.
    pub chosen: Rc<BTreeSet<u32>>,
    /// The list that was last asked for as a file.
    pub export: Option<Export>,
    pub act: Callback<Action>,
}

#[component]
pub fn Results(props: &Props) -> Html {
    match props.sought.lines {
        Some(_) => results_with(props, in_context),
        None => results(props),
    }
}

/// What was found, by article.
pub fn results(props: &Props) -> Html {
    results_with(props, by_article)
}

/// What was found: a list, and what stands around it. The view of the list is of what is shown in it.
fn results_with(props: &Props, list: fn(&Props, View) -> Html) -> Html {
    let Props { sought, found, hints, view, act, .. } = props;
    // Until the newest are there those before stand, so that nothing flickers; but what else could
    // have been meant is of one query only.
    let of_these = hints.as_ref().is_some_and(|(of, _)| *of == sought.wanted);
    let hints = hints.as_ref().map(|(_, hints)| Rc::clone(hints)).unwrap_or_default();
    let meant = || if of_these { suggested(&hints, act) } else { Html::default() };
    let query = AttrValue::from(view.query.clone());
    let facets = html! { <Facets found={found.clone()} speech={hints.speech.clone()} {query} act={act.clone()} /> };
    let tools = html! { <ResultsTools view={view.clone()} act={act.clone()} /> };
    let titles = html! {
        <Titles titles={hints.titles.clone()} view={view.clone()} act={act.clone()} />
    };
    if found.articles == 0 && found.is_done {
        let hints = wording::NO_HIT_HINTS.iter().map(|hint| html! { <li>{ *hint }</li> });
        return html! {
            <>
                <Notice kind="no-hit" title={wording::no_hit(sought.wanted.query.trim())}>
                    { understood(found) }
                    { meant() }
                    { titles.clone() }
                    <ul>{ for hints }</ul>
                </Notice>
                { tools }
                { facets }
            </>
        };
    }
    // Where a link leads is of the results that are shown, not of what is typed meanwhile.
    let view =
        View { query: sought.wanted.query.clone(), folds: sought.wanted.folds, ..view.clone() };
    let list = list(props, view);
    html! {
        <>
            <p class="list-head found">
                { wording::found(found.articles, found.total) }
                if !found.is_done {
                    <span class="so-far">{ wording::SO_FAR }</span>
                }
            </p>
            if found.understood.is_none() {
                { completed(&hints, &sought.wanted.query, titles, act) }
            } else {
                { understood(found) }
            }
            { tools }
            { facets }
            { list }
            { meant() }
        </>
    }
}

/// What could have been meant instead.
fn suggested(hints: &Hints, act: &Callback<Action>) -> Html {
    let suggestions = hints.suggestions.clone();
    html! {
        <Suggestions name={wording::MEANT} before="" {suggestions} act={act.clone()} />
    }
}

/// The words that the last word of the query could become, and the articles that it may be the title
/// of. Their place is there also where there are none.
fn completed(hints: &Hints, typed: &str, titles: Html, act: &Callback<Action>) -> Html {
    let last = typed.rsplit(char::is_whitespace).next().unwrap_or_default();
    let before = AttrValue::from(typed[..typed.len() - last.len()].to_owned());
    let suggestions = hints.completions.clone();
    html! {
        <div class="completions">
            <Suggestions name={wording::COMPLETIONS} {before} {suggestions} act={act.clone()} />
            { titles }
        </div>
    }
}

fn in_context(props: &Props, view: View) -> Html {
    let Props { found, chosen, export, act, .. } = props;
    let (found, chosen, export) = (found.clone(), chosen.clone(), export.clone());
    html! { <Lines {found} {chosen} {export} {view} act={act.clone()} /> }
}

fn by_article(props: &Props, view: View) -> Html {
    let Props { found, act, .. } = props;
    let results_in = |(at, doc): (usize, &FoundIn)| {
        let is_open = view.doc.as_deref() == Some(&doc.id);
        let view = View { hit: view.hit.filter(|_| is_open), doc: None, ..view.clone() };
        html! {
            <ResultsIn
                key={at}
                found={found.clone()}
                {at}
                {is_open}
                {view}
                act={act.clone()}
            />
        }
    };
    let (shown, of) = (found.docs.len(), found.articles as usize);
    let name = wording::more_articles((of - shown) as u32);
    html! {
        <>
            { for found.docs.iter().enumerate().map(results_in) }
            <More {shown} {of} {name} class="more-articles" act={act.clone()} />
        </>
    }
}

/// How the query was understood. Its place is there also where nothing needs to be said, so that
/// what stands below does not move while the reader types.
fn understood(found: &Found) -> Html {
    html! { <p class="understood">{ found.understood.as_ref().map(wording::understood) }</p> }
}
