//! The service worker, which keeps the site for when there is no network (`src/offline.js`), and what it tells
//! of newer versions. It is started when the first screen is there, so that it takes nothing from that. A site
//! that is worked on has none, nor has a browser that does not let this one have any.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache,
};
use yew::prelude::*;

use super::parts::parts;
use super::reload::reload;
use crate::state::{Action, State, Status, Update, UpdateStep};

/// Starts it, tells the state of newer versions, and does what comes of that.
#[hook]
pub fn use_offline(state: &State, act: &Callback<Action>) {
    let registration = use_mut_ref(|| None::<ServiceWorkerRegistration>);
    let is_there = state.status == Status::Ready && state.contents.is_some();
    use_effect_with((is_there, act.clone()), {
        let registration = registration.clone();
        move |(is_there, act)| {
            let address = parts("offline").pop().unwrap_or_default();
            if *is_there && !address.is_empty() {
                let act = act.reform(Action::Update);
                spawn_local(async move {
                    *registration.borrow_mut() = register(&address, act).await;
                });
            }
        }
    });
    use_effect_with(state.update, move |update| match update {
        Update::Asked => {
            let waiting = registration.borrow().as_ref().and_then(|all| all.waiting());
            // Without one it has come to its turn by itself, and tells so.
            if let Some(worker) = waiting {
                let _ = worker.post_message(&JsValue::from_str("take"));
            }
        }
        Update::Due => reload(),
        _ => {}
    });
}

/// `None` where the browser has no service workers, or lets this site have none.
async fn register(address: &str, tell: Callback<UpdateStep>) -> Option<ServiceWorkerRegistration> {
    let workers = window().navigator().service_worker();
    let is_missing: &JsValue = workers.as_ref();
    if is_missing.is_undefined() {
        return None;
    }
    listen_for_another(&workers, tell.clone());
    let options = RegistrationOptions::new();
    // It is asked for itself each time, whatever the host says of keeping files.
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = JsFuture::from(workers.register_with_options(address, &options)).await.ok()?;
    let registration: ServiceWorkerRegistration = registered.unchecked_into();
    let found = move || {
        // The first version of all is none that is newer.
        if workers.controller().is_some() {
            tell.emit(UpdateStep::Found);
        }
    };
    if registration.waiting().is_some() {
        found();
    }
    let (all, found) = (registration.clone(), Rc::new(found));
    EventListener::new(&registration, "updatefound", move |_| {
        let (Some(worker), found) = (all.installing(), found.clone()) else { return };
        let coming = worker.clone();
        EventListener::new(&worker, "statechange", move |_| {
            if coming.state() == ServiceWorkerState::Installed {
                found();
            }
        })
        .forget();
    })
    .forget();
    look_when_seen(registration.clone());
    Some(registration)
}

/// Tells when another version answers than the one that the page has. The first that does so at all is none.
fn listen_for_another(workers: &ServiceWorkerContainer, tell: Callback<UpdateStep>) {
    let had_one = Cell::new(workers.controller().is_some());
    EventListener::new(workers, "controllerchange", move |_| {
        if had_one.replace(true) {
            tell.emit(UpdateStep::Replaced { is_typing: is_typing() });
        }
    })
    .forget();
}

/// Looks for a newer version when the page is seen again. Browsers do so by themselves only when one is loaded.
fn look_when_seen(registration: ServiceWorkerRegistration) {
    EventListener::new(&document(), "visibilitychange", move |_| {
        if !document().hidden()
            && let Ok(looked) = registration.update()
        {
            // Without a network there is none.
            spawn_local(async move { drop(JsFuture::from(looked).await) });
        }
    })
    .forget();
}

/// Whether the keyboard is in a field. What is in the search field stands in the address too.
fn is_typing() -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.matches("textarea, input:not(#search)").unwrap_or(false))
}
