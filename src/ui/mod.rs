//! The page: hooks hold the effects, components are props in and Html out, [`App`] wires them.

/// The one component that has state.
mod app;
/// All that can be done by a key.
pub mod commands;
/// What is shown, one file each.
pub mod components;
/// Which blocks of an article are in the window.
mod fill;
/// All that touches the browser: worker, address, storage, keyboard, scrolling.
mod hooks;
/// Which key does what.
pub mod keys;
/// The language of the page.
mod language;
/// Where in each article the reader stopped.
pub mod positions;
/// How the reader wants the page.
pub mod preferences;
/// What the page keeps, on its way out and in.
pub mod recall;
/// What the publisher says of the site.
mod site;
/// The colours.
mod theme;
/// Every sentence the page says.
pub mod wording;

pub use app::App;
pub use commands::Command;
pub use fill::fill;
pub use hooks::take_over;
pub use language::{Language, OF_DOCUMENTS};
pub use preferences::Preferences;
pub use site::Site;
pub use theme::Theme;
