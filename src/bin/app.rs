//! The page.

fn main() {
    yew::Renderer::<jianyue::ui::App>::new().render();
}
