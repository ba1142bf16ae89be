//! The left pane: a list under its name, which is heard and not seen.

use yew::prelude::*;

use crate::ui::wording::Text;

/// Its id.
pub const LIST_PANE: &str = "list";

/// The pane. An open article has the first heading of the page: the list is `first` where there is none. It is late
/// while what stands in it is of before.
pub fn list_pane(name: Text, is_first: bool, is_late: bool, list: Html) -> Html {
    html! {
        <nav
            id={LIST_PANE}
            class="list"
            tabindex="-1"
            aria-label={name}
            aria-busy={is_late.then_some("true")}
        >
            if is_first {
                <h1 class="unseen">{ name }</h1>
            } else {
                <h2 class="unseen">{ name }</h2>
            }
            { list }
        </nav>
    }
}
