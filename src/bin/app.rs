//! The page.

use gloo::timers::callback::Timeout;

fn main() {
    // The browser has just made the program: what it does first is a task of its own, which keys do not wait for
    // as long.
    Timeout::new(0, || {
        jianyue::ui::take_over(|| {
            yew::Renderer::<jianyue::ui::App>::new().render();
        });
    })
    .forget();
}
