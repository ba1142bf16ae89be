//! The lines of the source that a block is made of, as they were printed: numbered, with what was
//! taken out struck through, and the line ends that were joined.

use yew::prelude::*;

use super::doubt::{doubt, is_doubtful};
use crate::engine::{Change, Correction, Fate, Place, Reason, SourceLine, SourceRun, quote};
use crate::ui::wording;

/// The lines beside a block.
pub fn source(lines: &[SourceLine], correct: &Callback<Correction>) -> Html {
    let last = lines.len().saturating_sub(1);
    let line = |(at, line): (usize, &SourceLine)| {
        let class = classes!("source-line", is_doubtful(line.sure).then_some("doubtful"));
        let name = wording::line(line.number);
        html! {
            <li {class}>
                <span class="line" lang={wording::lang()} title={name.clone()} aria-label={name}>{ line.number }</span>
                <span class="printed">
                    { for line.runs.iter().map(run) }
                    if at < last {
                        <span class="line-end" aria-hidden="true">{ "↵" }</span>
                    }
                    { doubt(line.sure, if at > 0 { wording::DOUBT_JOIN } else { wording::DOUBT_BREAK }) }
                </span>
                if at > 0 && line.column > 0 {
                    { split(line, correct) }
                }
            </li>
        }
    };
    html! { <ol class="source">{ for lines.iter().enumerate().map(line) }</ol> }
}

fn run(run: &SourceRun) -> Html {
    match run.fate {
        Fate::Here | Fate::Margin => html! { { &run.text } },
        Fate::Elsewhere => html! { <span class="elsewhere">{ &run.text }</span> },
        Fate::Removed(reason) => {
            let class = (reason == Reason::Invisible).then_some("invisible");
            html! { <del {class} title={wording::reason(reason)}>{ &run.text }</del> }
        }
    }
}

/// The button that makes a line the first of a block.
fn split(line: &SourceLine, correct: &Callback<Correction>) -> Html {
    let kept = line.runs.iter().filter(|run| run.fate == Fate::Here);
    let text: String = kept.map(|run| run.text.as_str()).collect();
    let place = Place { line: line.number, column: line.column };
    let correction = Correction { place, quote: quote(&text), change: Change::Split };
    let onclick = correct.reform(move |_: MouseEvent| correction.clone());
    html! {
        <button type="button" class="tool-split" lang={wording::lang()} aria-label={wording::split_at(line)} {onclick}>
            { wording::SPLIT }
        </button>
    }
}
