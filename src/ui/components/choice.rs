//! One of several to be chosen from a list that opens.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::wording::Text;

/// A list of `all`, each with a value of its own and the words that are read; the place of the one
/// that is picked is told.
pub fn choice<T: Copy + PartialEq + 'static>(
    name: Text,
    all: Vec<T>,
    now: T,
    says: impl Fn(T) -> String,
    picked: Callback<T>,
) -> Html {
    let option = |&of: &T| html! { <option selected={of == now}>{ says(of) }</option> };
    let options: Html = all.iter().map(option).collect();
    let onchange = move |event: Event| {
        if let Some(&of) = place_of(&event).and_then(|at| all.get(at)) {
            picked.emit(of);
        }
    };
    html! {
        <label>
            <span class="unseen">{ name }</span>
            <select {onchange}>{ options }</select>
        </label>
    }
}

/// The place of what is picked in the list that an event comes from; `None` for nothing.
pub fn place_of(event: &Event) -> Option<usize> {
    let field = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    usize::try_from(field.selected_index()).ok()
}

/// Whether the box that an event comes from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    let field =
        event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}
