//! An article as a newspaper would set it, with its hits marked; with the source beside it, block
//! by block, if that is wanted.

use std::rc::Rc;

use yew::prelude::*;

use super::{Block, Keywords, Legend, Outline, Row, Rubies, Switch};
use crate::engine::{Correction, Keyword, Role};
use crate::protocol::{Original, Passage, Sheet};
use crate::script::Script;
use crate::state::{Action, Places, Sign};
use crate::ui::hooks::use_laid_out;
use crate::ui::{Command, OF_DOCUMENTS, wording};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub sheet: Rc<Sheet>,
    /// What it is about; `None` until that is known.
    pub keywords: Option<Rc<[Keyword]>>,
    /// The script that it was converted into; `None` for the one that it is printed in.
    pub script: Option<Script>,
    /// The terms of the keyword lists that are switched on.
    pub signs: Rc<[Sign]>,
    /// Where they stand; `None` until that is known.
    pub places: Option<Places>,
    /// The current hit.
    pub hit: Option<u32>,
    /// The source, if it is to be shown and is there.
    pub beside: Option<Rc<Original>>,
    /// Whether it is to be shown.
    pub original: bool,
    /// Whether words are.
    pub words: bool,
    pub act: Callback<Action>,
    /// Adds a correction.
    pub correct: Callback<Correction>,
}

/// A page of more blocks is laid out by the browser, only where it is in sight.
const LONG: usize = 500;

#[component]
pub fn Article(props: &Props) -> Html {
    let has_ruby = use_context::<Rubies>().is_some_and(|Rubies(rubies)| rubies.is_some());
    let Props {
        sheet,
        script,
        keywords,
        signs,
        places,
        hit,
        beside,
        original,
        words,
        act,
        correct,
    } = props;
    // The headline of another article of the page is not its title.
    let first = sheet.blocks.iter().skip(1).take_while(|block| !block.opens).count() + 1;
    let title = sheet.blocks.iter().take(first).position(|block| block.role == Role::Headline);
    let has = |passage: &Passage, hit: u32| passage.runs.iter().any(|run| run.hit == Some(hit));
    let is_long = sheet.blocks.len() > LONG;
    let hit_at = hit.and_then(|hit| sheet.blocks.iter().position(|passage| has(passage, hit)));
    let at_once = use_laid_out(sheet, is_long, beside.is_some(), has_ruby, hit_at);
    let block = |(at, passage): (usize, &Passage)| {
        // A block is told only of a hit of its own, so that a step changes two of them.
        let hit = hit.filter(|hit| has(passage, *hit));
        let is_title = title == Some(at);
        let sheet = sheet.clone();
        let between =
            passage.opens.then(|| html! { <hr key={format!("before {at}")} class="between" /> });
        let block = match beside {
            Some(beside) => {
                let (key, beside) = (format!("{} {has_ruby}", passage.place), beside.clone());
                html! { <Row {key} {sheet} {beside} {at} {is_title} {hit} correct={correct} /> }
            }
            // With what is said above it a block is another one, made when it comes near.
            None => {
                let (key, is_far) = (format!("{at} {has_ruby}"), !at_once.contains(&at));
                html! { <Block {key} {sheet} {at} {is_title} {hit} {is_far} /> }
            }
        };
        between.into_iter().chain([block])
    };
    let original = html! {
        <Switch
            on={*original}
            command={Command::Original}
            name={wording::ORIGINAL}
            hint={wording::ORIGINAL_HINT}
            class="original-switch"
            toggled={Action::ToggledOriginal}
            act={act.clone()}
        />
    };
    let words = html! {
        <Switch
            on={*words}
            command={Command::Words}
            name={wording::WORDS}
            hint={wording::WORDS_HINT}
            class="words-switch"
            toggled={Action::ToggledWords}
            act={act.clone()}
        />
    };
    html! {
        <article
            lang={script.map_or(OF_DOCUMENTS, Script::tag)}
            class={classes!("article", beside.is_some().then_some("beside"), is_long.then_some("long"), has_ruby.then_some("with-pinyin"))}
            data-doc={sheet.id.clone()}
        >
            <p class="facts" lang={wording::lang()}>
                if !sheet.date.is_empty() {
                    <span class="date">{ wording::date(&sheet.date) }</span>
                }
                <span class="length">{ wording::length(sheet.length) }</span>
                <span class="time">{ wording::reading_time(sheet.length) }</span>
                if beside.is_some() {
                    <span class="account">{ wording::account(&sheet.account) }</span>
                }
                { original.clone() }
                { words }
            </p>
            <Legend id={sheet.id.clone()} signs={signs.clone()} places={places.clone()} act={act.clone()} />
            // Beside the source the style sheet hides them: to make them anew takes longer.
            <Keywords id={sheet.id.clone()} title={sheet.title.clone()} keywords={keywords.clone()} act={act.clone()} />
            <Outline sheet={sheet.clone()} />
            if title.is_none() {
                <h1 class="headline">{ &sheet.title }</h1>
            }
            { for sheet.blocks.iter().enumerate().flat_map(block) }
            <p class="restored" lang={wording::lang()}>
                <span class="account">{ wording::account(&sheet.account) }</span>
                if !sheet.misfits.is_empty() {
                    <span class="misfit-count">{ wording::misfits(sheet.misfits.len()) }</span>
                }
                { original }
            </p>
            <p class="printed-source" lang={wording::lang()}>{ wording::source_of(&sheet.id) }</p>
        </article>
    }
}
