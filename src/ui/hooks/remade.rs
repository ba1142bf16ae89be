//! Blocks whose text is made anew on the page by themselves, as they come near: what marks places of it
//! has to mark them again.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use yew::prelude::*;

thread_local! {
    /// How often that was.
    static TIMES: Cell<u32> = const { Cell::new(0) };
    /// What is to be told of it, and the telling that is due: several come together.
    static TELL: RefCell<(Callback<u32>, Option<Timeout>)> = RefCell::default();
}

/// How often a block was made anew.
pub fn times_remade() -> u32 {
    TIMES.get()
}

/// A block was made anew.
pub fn remade() {
    TIMES.set(TIMES.get() + 1);
    let tell = || TELL.with_borrow(|(tell, _)| tell.emit(TIMES.get()));
    TELL.with_borrow_mut(|(_, due)| drop(due.replace(Timeout::new(0, tell))));
}

/// Has the component look again after blocks were made anew.
#[hook]
pub fn use_remade() {
    let times = use_state_eq(times_remade);
    let set = times.setter();
    use_effect_with((), move |()| {
        TELL.with_borrow_mut(|(tell, _)| *tell = Callback::from(move |times| set.set(times)));
    });
}
