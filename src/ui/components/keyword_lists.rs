//! The reader's keyword lists: all of them, what can be done with them, and how often their terms
//! occur.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{KeywordList, Tally};
use crate::keyword_list::{KeywordList as List, Odd};
use crate::state::{Action, ListStep, State};
use crate::ui::hooks::{files, focus_content};
use crate::ui::{OF_DOCUMENTS, wording};

/// So many odd lines of a file are told one by one.
const TOLD: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub state: State,
    pub act: Callback<Action>,
}

#[component]
pub fn KeywordLists(props: &Props) -> Html {
    let Props { state, act } = props;
    use_effect_with((), |()| focus_content());
    let (lists, on) = (&state.lists, &state.view.lists);
    let step = act.reform(Action::List);
    let list = |list: &List| {
        let is_on = on.names.contains(&list.name);
        html! { <KeywordList list={list.clone()} {is_on} act={act.clone()} /> }
    };
    let odd = |odd: &Odd| html! { <li lang={wording::lang()}>{ wording::odd(odd) }</li> };
    let said = lists.said.as_ref().map(wording::list_said);
    html! {
        <section class="keyword-lists">
            <h1>{ wording::LISTS }</h1>
            <p class="lists-lead">{ wording::LISTS_LEAD }</p>
            if lists.damaged > 0 {
                <p class="damaged">{ wording::lists_damaged(lists.damaged) }</p>
            }
            if !lists.is_kept {
                <p class="damaged not-kept">{ wording::LISTS_NOT_KEPT }</p>
            }
            { for on.carried.iter().map(offer) }
            if !on.carried.is_empty() {
                <p class="files list-offered">
                    <button type="button" class="list-keep" onclick={step.reform(|_| ListStep::Kept)}>{ wording::LIST_KEEP }</button>
                    <button type="button" class="list-leave" onclick={step.reform(|_| ListStep::Left)}>{ wording::LIST_LEAVE }</button>
                </p>
            }
            <ul class="lists-all" aria-label={wording::LISTS}>{ for lists.kept.values().map(list) }</ul>
            <ListsTools state={state.clone()} step={step.clone()} />
            <p class="lists-said">{ said }</p>
            if !lists.odd.is_empty() {
                <ul class="lists-odd" role="status">
                    { for lists.odd.iter().take(TOLD).map(odd) }
                    if lists.odd.len() > TOLD {
                        <li>{ wording::more_odd((lists.odd.len() - TOLD) as u32) }</li>
                    }
                </ul>
            }
            <Tally
                signs={lists.on.clone()}
                table={state.table().cloned()}
                by_count={lists.by_count}
                shown={lists.shown as usize}
                act={act.clone()}
            />
        </section>
    }
}

/// A list that the address carries.
fn offer(list: &List) -> Html {
    let sign = |term: &crate::keyword_list::Term| {
        html! { <li><span class={classes!("sign", term.style.name())}>{ term.text() }</span></li> }
    };
    let name = if list.name.is_empty() { wording::NEW_LIST.say() } else { &list.name };
    html! {
        <div class="list-offer">
            <h2>{ wording::list_offer(name) }</h2>
            <ul class="list-terms" lang={OF_DOCUMENTS}>{ for list.terms.iter().map(sign) }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ToolsProps {
    state: State,
    step: Callback<ListStep>,
}

/// New lists, by hand and from files; all of them as a file; the last change undone.
#[component]
fn ListsTools(props: &ToolsProps) -> Html {
    let ToolsProps { state, step } = props;
    let field = use_node_ref();
    let make = {
        let (field, step) = (field.clone(), step.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let list = named(List::named(&field.value()));
            step.emit(ListStep::Put(String::new(), list));
            field.set_value("");
        }
    };
    let opened = step.reform(|text: String| {
        let (lists, odd) = List::read(&text);
        ListStep::Opened(lists.into_iter().map(named).collect(), odd)
    });
    let open = move |event: Event| files::open(&event, opened.clone());
    let kept = state.lists.kept.clone();
    let is_empty = kept.is_empty();
    let save = move |_: MouseEvent| {
        let text: String = kept.values().map(ToString::to_string).collect();
        files::save(&wording::list_file(&wording::LISTS), &text);
    };
    html! {
        <div class="lists-tools">
            <form onsubmit={make}>
                <input ref={field} type="text" class="new-list" lang={OF_DOCUMENTS} autocomplete="off" aria-label={wording::NEW_LIST_FIELD} placeholder={wording::NEW_LIST_FIELD} />
                <button type="submit" class="button make-list">{ wording::NEW_LIST_MAKE }</button>
            </form>
            <p class="files">
                <label class="import">
                    { wording::LISTS_OPEN }
                    <input type="file" class="unseen" accept=".txt,text/plain" onchange={open} />
                </label>
                <button type="button" class="lists-save" disabled={is_empty} onclick={save}>{ wording::LISTS_SAVE }</button>
                <button type="button" class="lists-undo" disabled={!state.lists.can_restore()} title={wording::UNDO_LAST_HINT} onclick={step.reform(|_| ListStep::Restored)}>
                    { wording::UNDO_LAST }
                </button>
            </p>
        </div>
    }
}

/// The list with a name, where it has none.
fn named(list: List) -> List {
    let name = if list.name.is_empty() { wording::NEW_LIST.to_string() } else { list.name };
    List { name, ..list }
}
