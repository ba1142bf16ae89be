//! The only effects of the page. Each file is one hook and one part of the browser.

pub mod dialog;
pub mod files;
mod focus;
mod reload;
mod storage;
mod use_address;
mod use_engine;
mod use_export;
mod use_field;
mod use_keys;
mod use_near_end;
mod use_patches;
mod use_place;
mod use_recent;
mod use_theme;

pub use focus::{focus_content, focus_row, is_touched, row_id, search_again};
pub use reload::reload;
pub use use_address::use_address;
pub use use_engine::use_engine;
pub use use_export::use_export;
pub use use_field::{Field, use_field};
pub use use_keys::use_keys;
pub use use_near_end::use_near_end;
pub use use_patches::use_patches;
pub use use_place::use_place;
pub use use_recent::use_recent;
pub use use_theme::use_theme;
