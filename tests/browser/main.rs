//! What only a browser can tell, in wasm: that addresses mean to it what they mean to us, that the
//! search field leaves input methods alone, that the engine answers there as natively.
//!
//! Run by `cargo xtask test browser`. The page and its worker together are tested end to end.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use gloo_timers::future::TimeoutFuture;
use jianyue::embedded::LIBRARY;
use jianyue::engine::{Folds, Sort, pack};
use jianyue::state::{Action, View};
use jianyue::ui::components::SearchField;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CompositionEvent, HtmlInputElement, InputEvent, InputEventInit, KeyboardEvent,
    KeyboardEventInit, UrlSearchParams,
};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

fn views() -> Vec<View> {
    let texts = ["重庆", "a&b=c", "100% +1", "“中国 电子”", "#?/\\", "𠮷\u{200f}", "%E4%"];
    let view = |text: &&str| View {
        doc: Some(format!("下/{text}")),
        query: (*text).to_owned(),
        hit: Some(3),
        original: true,
        ..View::default()
    };
    texts.iter().map(view).chain([View::default()]).collect()
}

#[wasm_bindgen_test]
fn the_browser_reads_our_addresses_as_we_mean_them() {
    for view in views() {
        let read = UrlSearchParams::new_with_str(view.to_fragment().trim_start_matches('#'))
            .expect("parameters");
        assert_eq!(read.get("doc"), view.doc);
        assert_eq!(read.get("q").unwrap_or_default(), view.query);
        assert_eq!(read.get("hit"), view.hit.map(|hit| hit.to_string()));
        assert_eq!(read.get("original").is_some(), view.original);
    }
}

#[wasm_bindgen_test]
fn we_read_the_addresses_that_the_browser_writes() {
    for view in views() {
        let written = UrlSearchParams::new().expect("parameters");
        view.doc.iter().for_each(|doc| written.append("doc", doc));
        written.append("q", &view.query);
        view.hit.iter().for_each(|hit| written.append("hit", &hit.to_string()));
        if view.original {
            written.append("original", "1");
        }
        assert_eq!(View::from_fragment(&String::from(written.to_string())), view);
    }
}

#[wasm_bindgen_test]
fn the_engine_answers_in_wasm_as_natively() {
    let engine = pack::read(LIBRARY).expect("the library");
    let count = |query| {
        let search = engine.search(&engine.query(query, Folds::ALL));
        engine.ranked(&search, Sort::Fit).iter().map(|found| found.count).sum::<u32>()
    };
    assert_eq!(count("光谷·智创园"), 2);
    assert_eq!(count("西部（重慶）科學城"), 40);
    assert_eq!(count("高端化药"), 1);
    assert_eq!(count("庆重新高"), 0);
}

#[derive(Properties, PartialEq)]
struct AloneProps {
    act: Callback<Action>,
}

/// A search field without the rest of the page.
#[component]
fn Alone(props: &AloneProps) -> Html {
    html! { <SearchField query="" act={props.act.clone()} /> }
}

/// A search field in the page, and what it tells.
async fn field() -> (HtmlInputElement, Rc<RefCell<Vec<Action>>>) {
    let told: Rc<RefCell<Vec<Action>>> = Rc::default();
    let place = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&place).expect("it is put in");
    let act = Callback::from({
        let told = told.clone();
        move |action| told.borrow_mut().push(action)
    });
    yew::Renderer::<Alone>::with_root_and_props(place.clone(), AloneProps { act }).render();
    TimeoutFuture::new(20).await;
    let field = place.query_selector("input").expect("a selector").expect("a field");
    (field.unchecked_into(), told)
}

fn composition(field: &HtmlInputElement, kind: &str) {
    let event = CompositionEvent::new(kind).expect("an event");
    field.dispatch_event(&event).expect("it is sent");
}

fn input(field: &HtmlInputElement, value: &str, is_composing: bool) {
    field.set_value(value);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_is_composing(is_composing);
    let event = InputEvent::new_with_event_init_dict("input", &init).expect("an event");
    field.dispatch_event(&event).expect("it is sent");
}

fn enter(field: &HtmlInputElement, key_code: u32) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key("Enter");
    init.set_key_code(key_code);
    let event =
        KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    field.dispatch_event(&event).expect("it is sent");
}

#[wasm_bindgen_test]
async fn nothing_is_told_until_a_composition_ends() {
    let (field, told) = field().await;
    composition(&field, "compositionstart");
    for letters in ["z", "zh", "zho"] {
        input(&field, letters, true);
    }
    // Some input methods send this without saying that they compose.
    input(&field, "zhon", false);
    enter(&field, 229);
    assert_eq!(*told.borrow(), []);
    field.set_value("中");
    composition(&field, "compositionend");
    assert_eq!(*told.borrow(), [Action::Typed("中".to_owned())]);
    enter(&field, 13);
    assert_eq!(told.borrow().last(), Some(&Action::Entered));
}

#[wasm_bindgen_test]
async fn every_keystroke_is_told() {
    let (field, told) = field().await;
    for typed in ["重", "重庆"] {
        input(&field, typed, false);
    }
    let typed = |text: &str| Action::Typed(text.to_owned());
    assert_eq!(*told.borrow(), [typed("重"), typed("重庆")]);
}
