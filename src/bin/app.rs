//! The page.

fn main() {
    jianyue::ui::take_over(|| {
        yew::Renderer::<jianyue::ui::App>::new().render();
    });
}
