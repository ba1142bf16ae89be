//! The theme: chosen by the reader, kept in the browser's storage, set on the root element. Where
//! storage is closed the choice lasts as long as the page.

use gloo::utils::document;
use yew::prelude::*;

use super::storage::storage;
use crate::ui::Theme;

/// The name in the browser's storage.
const KEY: &str = "jianyue.theme";

/// The theme, and what switches to the next.
#[hook]
pub fn use_theme() -> (Theme, Callback<()>) {
    let theme = use_state_eq(|| {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        Theme::named(&kept.unwrap_or_default())
    });
    use_effect_with(*theme, |theme| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", theme.name());
        }
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, theme.name());
        }
    });
    let switch = use_callback(theme.clone(), |(), theme| theme.set(theme.next()));
    (*theme, switch)
}
