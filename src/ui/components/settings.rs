//! How the page is to look and to be handled. A dialog of the browser's own; each choice is seen at
//! once.

use yew::prelude::*;

use super::OwnKeys;
use super::choice::is_ticked;
use super::panel::panel;
use crate::ui::preferences::{Face, LEADINGS, MEASURES, PINYIN, SCRIPTS, SIZES};
use crate::ui::wording::{self, Text};
use crate::ui::{Preferences, Theme};

/// The id of the dialog.
pub const SETTINGS: &str = "settings";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub preferences: Preferences,
    pub change: Callback<Preferences>,
    /// How many of those that were kept could not be read.
    pub damaged: usize,
}

#[component]
pub fn Settings(props: &Props) -> Html {
    let Props { preferences, change, damaged } = props;
    let now = *preferences;
    let themes = one_of(
        "theme",
        wording::THEME,
        &Theme::ALL,
        now.theme,
        |theme| wording::theme(theme).to_string(),
        change.reform(move |theme| Preferences { theme, ..now }),
    );
    let faces = one_of(
        "face",
        wording::FACE,
        &Face::ALL,
        now.face,
        wording::face,
        change.reform(move |face| Preferences { face, ..now }),
    );
    let sizes = one_of(
        "size",
        wording::SIZE,
        &SIZES,
        now.size,
        wording::size,
        change.reform(move |size| Preferences { size, ..now }),
    );
    let measures = one_of(
        "measure",
        wording::MEASURE,
        &MEASURES,
        now.measure,
        wording::measure,
        change.reform(move |measure| Preferences { measure, ..now }),
    );
    let leadings = one_of(
        "leading",
        wording::LEADING,
        &LEADINGS,
        now.leading,
        wording::leading,
        change.reform(move |leading| Preferences { leading, ..now }),
    );
    let spaced = one_of(
        "spaced",
        wording::PARAGRAPHS,
        &[false, true],
        now.is_spaced,
        wording::spaced,
        change.reform(move |is_spaced| Preferences { is_spaced, ..now }),
    );
    let vertical = one_of(
        "vertical",
        wording::LINES_RUN,
        &[false, true],
        now.is_vertical,
        wording::vertical,
        change.reform(move |is_vertical| Preferences { is_vertical, ..now }),
    );
    let pinyin = one_of(
        "pinyin",
        wording::PINYIN,
        &PINYIN,
        now.pinyin,
        wording::pinyin,
        change.reform(move |pinyin| Preferences { pinyin, ..now }),
    );
    let script = one_of(
        "script",
        wording::SCRIPT,
        &SCRIPTS,
        now.script,
        wording::script,
        change.reform(move |script| Preferences { script, ..now }),
    );
    let justified = tick(
        wording::JUSTIFIED,
        now.is_justified,
        change.reform(move |is_justified| Preferences { is_justified, ..now }),
    );
    let letter_keys = tick(
        wording::LETTER_KEYS,
        now.has_letter_keys,
        change.reform(move |has_letter_keys| Preferences { has_letter_keys, ..now }),
    );
    let as_at_first = change.reform(|_: MouseEvent| Preferences::default());
    let content = html! {
        <>
            if *damaged > 0 {
                <p class="damaged">{ wording::damaged(*damaged) }</p>
            }
            { themes }
            { faces }
            { sizes }
            { measures }
            { leadings }
            { spaced }
            { vertical }
            { pinyin }
            { script }
            { justified }
            { letter_keys }
            <OwnKeys preferences={now} change={change.clone()} />
            <button
                type="button"
                class="as-at-first"
                disabled={now == Preferences::default()}
                onclick={as_at_first}
            >
                { wording::AS_AT_FIRST }
            </button>
        </>
    };
    panel(SETTINGS, "settings", wording::SETTINGS, content)
}

/// Buttons of which one is in force.
pub fn one_of<T: Copy + PartialEq + 'static>(
    name: &'static str,
    legend: Text,
    all: &[T],
    now: T,
    says: impl Fn(T) -> String,
    picked: Callback<T>,
) -> Html {
    let radio = |&of: &T| {
        let onchange = picked.reform(move |_: Event| of);
        html! {
            <label>
                <input type="radio" {name} checked={of == now} {onchange} />
                <span>{ says(of) }</span>
            </label>
        }
    };
    html! {
        <fieldset class={classes!("one-of", name)}>
            <legend>{ legend }</legend>
            <div>{ for all.iter().map(radio) }</div>
        </fieldset>
    }
}

fn tick(name: Text, is_on: bool, picked: Callback<bool>) -> Html {
    let onchange = picked.reform(|event: Event| is_ticked(&event));
    html! {
        <label class="ticked"><input type="checkbox" checked={is_on} {onchange} />{ name }</label>
    }
}
