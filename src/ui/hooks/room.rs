//! How much room the browser gives to what is kept, and whether it keeps it for good. Where it does not
//! say, nothing is told.

use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Promise, Reflect};
use web_sys::{StorageEstimate, StorageManager};
use yew::Callback;

use crate::state::{Action, LibraryStep, Stored};

/// Tells how much room there is. If `asks`, the browser is asked to keep what is there until the reader
/// removes it; some browsers ask the reader.
pub fn tell(act: &Callback<Action>, asks: bool) {
    // Pages that are not from a safe address have none.
    let manager = Reflect::get(&window().navigator(), &JsValue::from_str("storage"));
    let Some(manager) = manager.ok().and_then(|it| it.dyn_into::<StorageManager>().ok()) else {
        return;
    };
    let act = act.clone();
    spawn_local(async move {
        let kept = answer(if asks { manager.persist() } else { manager.persisted() }).await;
        let estimate = answer(manager.estimate()).await.map(JsCast::unchecked_into);
        let estimate: StorageEstimate = estimate.unwrap_or_default();
        let stored = Stored {
            used: estimate.get_usage().unwrap_or_default() as u64,
            most: estimate.get_quota().unwrap_or_default() as u64,
            is_persistent: kept.is_some_and(|kept| kept.is_truthy()),
        };
        act.emit(Action::Library(LibraryStep::Stored(stored)));
    });
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}
