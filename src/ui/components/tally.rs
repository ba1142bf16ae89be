//! How often the terms of the lists occur in each article: a table, each count a link to the hits; and
//! a strip of where they stand, on which each style has a line of its own.

use std::rc::Rc;

use yew::prelude::*;

use super::Link;
use crate::keyword_list::Style;
use crate::protocol::{Form, Table, TableRow};
use crate::state::{Action, ListStep, Sign, View};
use crate::ui::hooks::files;
use crate::ui::wording::{self, Text};
use crate::ui::{OF_DOCUMENTS, hooks::show_focused};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The terms.
    pub signs: Rc<[Sign]>,
    /// How often they occur; `None` until that is known.
    pub table: Option<Rc<Table>>,
    /// Whether the articles with the most stand first.
    pub by_count: bool,
    /// How many articles are shown.
    pub shown: usize,
    pub act: Callback<Action>,
}

#[component]
pub fn Tally(props: &Props) -> Html {
    let Props { signs, table, by_count, shown, act } = props;
    // The one before stands until the new one is there, if it is of the same terms.
    let copied = use_state_eq(|| None::<bool>);
    let last = use_mut_ref(|| None::<(Rc<[Sign]>, Rc<Table>)>);
    if let Some(table) = table {
        *last.borrow_mut() = Some((signs.clone(), table.clone()));
    }
    let stands = last.borrow().clone().filter(|(of, _)| of == signs).map(|(_, table)| table);
    let Some(table) = stands.filter(|_| !signs.is_empty()) else {
        let said = if signs.is_empty() { wording::TALLY_NONE } else { wording::TALLY_COUNTING };
        return html! { <p class="tally-none" role="status">{ said }</p> };
    };
    let sort = |name: Text, to: bool| {
        let onclick = act.reform(move |_: MouseEvent| Action::List(ListStep::SortedByCount(to)));
        html! { <button type="button" {onclick}>{ name }</button> }
    };
    let sorted = |is_so: bool, order| is_so.then_some(order);
    let head = |sign: &Sign| {
        html! { <th scope="col" lang={OF_DOCUMENTS}><span class={classes!("sign", sign.term.style.name())}>{ sign.term.text() }</span></th> }
    };
    let total = |(sign, count): (&Sign, &u32)| {
        let to = View { query: sign.query.clone(), ..View::default() };
        html! { <td>{ number(*count, sign, to, act) }</td> }
    };
    let left = table.rows.len().saturating_sub(*shown);
    let all: u32 = table.totals.iter().sum();
    html! {
        <section class="tally-all" data-hits={all.to_string()}>
            <h2>{ wording::TALLY }</h2>
            { tools(signs, &table, &copied) }
            <div class="tally-scroll" role="region" aria-label={wording::TALLY} tabindex="0" onfocusin={show_focused}>
                <table class="tally">
                    <thead>
                        <tr>
                            <th scope="col" aria-sort={sorted(!by_count, "ascending")}>{ sort(wording::ARTICLE, false) }</th>
                            <th scope="col" aria-sort={sorted(*by_count, "descending")}>{ sort(wording::TALLY_TOTAL, true) }</th>
                            { for signs.iter().map(head) }
                            <th scope="col">{ wording::TALLY_WHERE }</th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr class="totals">
                            <th scope="row">{ wording::found(table.rows.len() as u32, all) }</th>
                            <td>{ wording::grouped(all) }</td>
                            { for signs.iter().zip(&table.totals).map(total) }
                            <td />
                        </tr>
                        { for table.rows.iter().take(*shown).map(|of| row(of, signs, act)) }
                    </tbody>
                </table>
            </div>
            if left > 0 {
                <button type="button" class="button more-rows" onclick={act.reform(|_| Action::List(ListStep::More))}>
                    { wording::more_articles(left as u32) }
                </button>
            }
        </section>
    }
}

fn row(row: &TableRow, signs: &[Sign], act: &Callback<Action>) -> Html {
    let to = View { doc: Some(row.id.clone()), at_lists: true, ..View::default() };
    let cell = |(sign, count): (&Sign, &u32)| {
        let to = View { query: sign.query.clone(), hit: Some(1), ..to.clone() };
        html! { <td>{ number(*count, sign, to, act) }</td> }
    };
    html! {
        <tr key={row.id.clone()} data-doc={row.id.clone()}>
            <th scope="row">
                <Link to={to.clone()} act={act.clone()}><span lang={OF_DOCUMENTS}>{ &row.title }</span></Link>
                if !row.date.is_empty() {
                    <span class="date">{ wording::date(&row.date) }</span>
                }
            </th>
            <td>{ wording::grouped(row.total()) }</td>
            { for signs.iter().zip(&row.counts).map(cell) }
            <td>{ strip(row, signs) }</td>
        </tr>
    }
}

/// A count, and the way to what was counted.
fn number(count: u32, sign: &Sign, to: View, act: &Callback<Action>) -> Html {
    if count == 0 {
        return html! { <span class="none">{ "0" }</span> };
    }
    html! {
        <Link class="times" {to} act={act.clone()}>
            <span class="unseen" lang={OF_DOCUMENTS}>{ sign.term.text() }{ " " }</span>{ wording::grouped(count) }
        </Link>
    }
}

/// Where in an article the terms stand, from its beginning on the left to its end on the right. For
/// the eye only: what it shows stands in the article.
fn strip(row: &TableRow, signs: &[Sign]) -> Html {
    let line = |style: Style| {
        let lane = style as usize * 3;
        let of = signs.iter().zip(&row.strips).filter(|(sign, _)| sign.term.style == style);
        let ticks = of.flat_map(|(_, ticks)| ticks);
        let path: String = ticks.map(|tick| format!("M{} {lane}v2", tick.at)).collect();
        html! { <path class={style.name()} d={path} /> }
    };
    html! {
        <svg class="tally-strip" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
            { for Style::ALL.into_iter().map(line) }
        </svg>
    }
}

/// The ways in which the table leaves the page.
fn tools(signs: &Rc<[Sign]>, table: &Rc<Table>, copied: &UseStateHandle<Option<bool>>) -> Html {
    let told = {
        let copied = copied.setter();
        Callback::from(move |is_done| copied.set(Some(is_done)))
    };
    let said = copied.map(|is_done| {
        if is_done { wording::COPIED_IT } else { wording::COPY_REFUSED_IT }.to_string()
    });
    let button = |name: Text, hint: Text, form: Form, is_copied: bool| {
        let (signs, table, told) = (signs.clone(), table.clone(), told.clone());
        let onclick = move |_: MouseEvent| {
            let text = wording::tally_file(&signs, &table, form);
            if is_copied {
                files::copy(&text, told.clone());
            } else {
                files::save(&wording::tally_name(form), &text);
            }
        };
        html! { <button type="button" class={wording::ending(form)} title={hint} {onclick}>{ name }</button> }
    };
    html! {
        <div class="lines-tools" role="group" aria-label={wording::EXPORT_LINES}>
            { button(wording::COPY, wording::COPY_HINT, Form::Tsv, true) }
            { button(wording::CSV, wording::CSV_HINT, Form::Csv, false) }
            { button(wording::TSV, wording::TSV_HINT, Form::Tsv, false) }
            <span class="lines-said" role="status">{ said }</span>
        </div>
    }
}
