//! The page: hooks hold the effects, components are props in and Html out, [`App`] wires them.

/// The one component that has state.
mod app;
/// What is shown, one file each.
pub mod components;
/// All that touches the browser: worker, address, storage, keyboard, scrolling.
mod hooks;
/// The language of the page.
mod language;
/// Light or dark.
mod theme;
/// Every sentence the page says.
pub mod wording;

pub use app::App;
pub use language::{Language, OF_DOCUMENTS};
pub use theme::Theme;
