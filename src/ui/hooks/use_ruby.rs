//! Whether it is shown how articles are read aloud, as the reader wants it.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::Preferences;

/// Tells the state.
#[hook]
pub fn use_ruby(act: &Callback<Action>, preferences: Preferences) {
    use_effect_with((preferences.pinyin > 0, act.clone()), |(is_shown, act)| {
        act.emit(Action::ShowRuby(*is_shown));
    });
}
