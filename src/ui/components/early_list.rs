//! The left pane with results, as it is before the program is there (`src/early.rs`).

use std::rc::Rc;

use yew::prelude::*;

use super::list_pane::list_pane;
use super::results::{Props as ResultsProps, results};
use crate::protocol::{Found, Sought};
use crate::state::View;
use crate::ui::wording;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What these are the results of.
    pub sought: Sought,
    pub found: Rc<Found>,
}

#[component]
pub fn EarlyList(props: &Props) -> Html {
    let Props { sought, found } = props;
    let view = View { query: sought.wanted.query.clone(), ..View::default() };
    let props = ResultsProps {
        sought: sought.clone(),
        found: found.clone(),
        hints: None,
        view,
        chosen: Rc::default(),
        export: None,
        act: Callback::noop(),
    };
    list_pane(wording::RESULTS, true, false, results(&props))
}
