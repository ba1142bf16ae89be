//! Wiring only: state and effects come from the hooks, the screen shows them.

use yew::prelude::*;

use crate::ui::components::{Marks, Rubies, Screen};
use crate::ui::hooks::{
    Read, use_address, use_amendments, use_engine, use_export, use_first, use_highlights,
    use_intake, use_keys, use_language, use_list_marks, use_lists, use_new_words, use_notes,
    use_notes_kept, use_offline, use_passage, use_patches, use_place, use_position,
    use_preferences, use_read, use_recent, use_remade, use_ruby, use_script, use_site,
    use_take_out, use_words, use_workshop,
};

/// The page.
#[component]
pub fn App() -> Html {
    use_site();
    let (state, act) = use_engine();
    let (language, switch_language) = use_language();
    let (preferences, change, damaged) = use_preferences();
    use_address(&state, &act);
    use_first(state.contents.is_some());
    use_patches(&state, &act);
    use_notes_kept(&state, &act);
    use_lists(&state, &act);
    use_new_words(&state, &act);
    use_amendments(&state, &act);
    use_workshop(&state, &act);
    use_intake(&state, &act);
    use_take_out(&state, &act);
    use_offline(&state, &act);
    use_recent(&state);
    use_export(&state, &act);
    use_keys(&state, &act, preferences, &change);
    use_place(&state);
    use_position(&state);
    let is_highlighted = use_highlights(&state, language);
    use_passage(&state, language);
    use_words(&state, &act, language);
    use_notes(&state, &act, language);
    use_list_marks(&state, language);
    let rubies = Rubies(state.ruby().cloned());
    use_ruby(&act, preferences);
    use_script(&state, &act, preferences);
    use_remade();
    let read = use_read(state.beside().is_some(), rubies.0.is_some());
    let marks = if is_highlighted { Marks::Highlights } else { Marks::Elements };
    // Another language is another screen: what was said in the one before is nowhere kept.
    let key = language.tag();
    html! {
        <ContextProvider<Marks> context={marks}>
            <ContextProvider<Read> context={read}>
            <ContextProvider<Rubies> context={rubies}>
                <Screen {key} {state} {act} {switch_language} {preferences} {change} {damaged} />
            </ContextProvider<Rubies>>
            </ContextProvider<Read>>
        </ContextProvider<Marks>>
    }
}
