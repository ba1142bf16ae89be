//! The worker of a first visit: answers what is typed until the page's program is there. It says first that it
//! listens; then to each text it is told, what the list becomes, or nothing.

use std::rc::Rc;

use jianyue::early;
use jianyue::embedded::{EARLY, LANGUAGE};
use jianyue::engine::pack;
use jianyue::ui::Language;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, js_sys};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // One without texts stays silent: the program is what answers then.
    let Ok(engine) = pack::read(EARLY) else { return };
    let engine = Rc::new(engine);
    Language::tagged(LANGUAGE).unwrap_or_default().speak();
    let heard = Closure::<dyn Fn(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            let (engine, scope) = (engine.clone(), scope.clone());
            let typed = event.data().as_string().unwrap_or_default();
            spawn_local(async move {
                say(&scope, early::found(&engine, &typed).await.into());
            });
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    say(&scope, JsValue::TRUE);
}

/// Plain values can always be posted.
fn say(scope: &DedicatedWorkerGlobalScope, what: JsValue) {
    let _ = scope.post_message(&what);
}
